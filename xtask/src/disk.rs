//! The disk: reading models, and replacing files as a whole or not at all.

use std::env;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use ivs_realtime_codegen::load::load;
use ivs_realtime_codegen::{Diagnostic, Diagnostics, Source};
use tempfile::{Builder, TempPath};

/// The folder of this repository: the one around the package that Cargo runs, else around the one that was built.
pub(crate) fn repository() -> PathBuf {
    let package = env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
    let package = package.unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
    package.parent().unwrap_or(&package).to_owned()
}

/// What went wrong with a file, for a person.
pub(crate) fn fault(path: &Path, error: &impl ToString) -> Diagnostics {
    let fault = Diagnostic::new(error.to_string()).in_file(path.display().to_string());
    if path.exists() {
        fault.into()
    } else {
        fault.help("check the path: there is nothing").into()
    }
}

/// Reads the files of a model, under the names that they were given by. Every file that cannot be read is reported.
pub(crate) fn read_model(paths: &[PathBuf]) -> Result<Vec<Source>, Diagnostics> {
    let mut diagnostics = Diagnostics::new();
    let mut sources = Vec::new();
    for path in paths {
        match fs::read(path) {
            Ok(bytes) => sources.push(Source {
                name: shown(path),
                bytes,
            }),
            Err(error) => diagnostics.push(
                Diagnostic::new(format!(
                    "found no file that can be read ({error}), expected a model"
                ))
                .in_file(shown(path))
                .help("check the path; it begins at the folder the command runs in"),
            ),
        }
    }
    if diagnostics.is_empty() {
        return Ok(sources);
    }
    // The faults of the files that are there are told along.
    diagnostics.extend(load(&sources).err().into_iter().flatten());
    Err(diagnostics)
}

/// A path as a person would write it: from the repository, if it lies there.
pub(crate) fn shown(path: &Path) -> String {
    path.strip_prefix(repository())
        .unwrap_or(path)
        .display()
        .to_string()
}

/// A file that has been written beside the one it is to replace. It is closed: a process may not hold thousands open.
pub(crate) struct Staged(TempPath, PathBuf);

impl Staged {
    /// Writes the text beside `path`, whose folder is made if it is missing.
    ///
    /// The new file is made as any other, not as `tempfile` does it, so that all may read it who could before.
    pub(crate) fn write(path: &Path, text: &str) -> io::Result<Self> {
        let folder = path
            .parent()
            .filter(|folder| !folder.as_os_str().is_empty())
            .unwrap_or(Path::new("."));
        fs::create_dir_all(folder)?;
        let mut new = Builder::new().make_in(folder, |path| File::create_new(path))?;
        new.write_all(text.as_bytes())?;
        Ok(Self(new.into_temp_path(), path.to_owned()))
    }

    /// Puts it in the place of the old file: a reader sees the old text or the new one.
    pub(crate) fn replace(self) -> io::Result<()> {
        self.0.persist(self.1)?;
        Ok(())
    }
}
