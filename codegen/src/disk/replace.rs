//! Replacing files as a whole or not at all.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::process;
use std::sync::atomic::{AtomicU64, Ordering};

use super::fault;
use crate::diagnostic::Diagnostics;
use crate::output::{Change, Changes};

/// A file that has been written beside the one it is to replace; it goes away if it does not come to that. It is
/// closed: a process may not hold thousands open.
pub struct Staged {
    new: PathBuf,
    target: PathBuf,
}

impl Staged {
    /// Writes the text beside `path`, whose folder is made if it is missing.
    ///
    /// # Errors
    ///
    /// The folder or the file cannot be made or written.
    pub fn write(path: &Path, text: &str) -> io::Result<Self> {
        let folder = path
            .parent()
            .filter(|folder| !folder.as_os_str().is_empty())
            .unwrap_or(Path::new("."));
        fs::create_dir_all(folder)?;
        let (new, mut file) = create_beside(path)?;
        let staged = Self {
            new,
            target: path.to_owned(),
        };
        file.write_all(text.as_bytes())?;
        Ok(staged)
    }

    /// Puts it in the place of the old file: a reader sees the old text or the new one.
    ///
    /// # Errors
    ///
    /// The file cannot be renamed.
    pub fn replace(self) -> io::Result<()> {
        fs::rename(&self.new, &self.target)
    }
}

impl Drop for Staged {
    fn drop(&mut self) {
        // After `replace` there is nothing of this name any more.
        drop(fs::remove_file(&self.new));
    }
}

/// A new file in the same folder, with a name that no other file and no other process has: `.lib.rs.4711-0.new`.
fn create_beside(path: &Path) -> io::Result<(PathBuf, File)> {
    static NEXT: AtomicU64 = AtomicU64::new(0);
    loop {
        let mut name = OsString::from(".");
        name.push(path.file_name().unwrap_or_default());
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        name.push(format!(".{}-{number}.new", process::id()));
        let new = path.with_file_name(name);
        match File::create_new(&new) {
            // A process of the same number has left it behind.
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            created => return created.map(|file| (new, file)),
        }
    }
}

/// Writes every new text beside its file, and only then puts each in its place and removes what is stale.
///
/// # Errors
///
/// The first file that cannot be written or removed.
pub fn apply(folder: &Path, changes: &Changes<'_>) -> Result<(), Diagnostics> {
    let mut staged = Vec::new();
    for (path, change) in &changes.files {
        if let Change::Add { text } | Change::Update { text, .. } = change {
            let path = folder.join(path);
            staged.push(Staged::write(&path, text).map_err(|error| fault(&path, &error))?);
        }
    }
    for file in staged {
        file.replace().map_err(|error| fault(folder, &error))?;
    }
    for (path, change) in &changes.files {
        if matches!(change, Change::Remove { .. }) {
            let path = folder.join(path);
            fs::remove_file(&path).map_err(|error| fault(&path, &error))?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<OsString> {
        let entries = fs::read_dir(folder).unwrap();
        let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name()).collect();
        names.sort();
        names
    }

    #[test]
    fn replaces_a_file_and_leaves_nothing_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("below/a.rs");
        for text in ["old", "new"] {
            Staged::write(&path, text).unwrap().replace().unwrap();
            assert_eq!(fs::read_to_string(&path).unwrap(), text);
        }
        assert_eq!(names(path.parent().unwrap()), ["a.rs"]);
    }

    #[test]
    fn goes_away_where_it_does_not_come_to_replacing() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.rs");
        let staged = Staged::write(&path, "new").unwrap();
        assert_eq!(names(folder.path()).len(), 1);
        drop(staged);
        assert!(names(folder.path()).is_empty());
    }

    #[test]
    fn writes_all_or_nothing() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("b"), "a file, where a folder is needed").unwrap();
        let changes = Changes {
            files: vec![
                ("a.rs", Change::Add { text: "a" }),
                ("b/c.rs", Change::Add { text: "c" }),
            ],
            foreign: Vec::new(),
        };
        let faults = apply(folder.path(), &changes).unwrap_err().to_string();
        assert!(faults.contains("c.rs"), "{faults}");
        assert_eq!(names(folder.path()), ["b"]);
    }
}
