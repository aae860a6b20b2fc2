//! The files that are there already.

use std::fs;
use std::io;
use std::path::Path;

use super::fault;
use crate::diagnostic::Diagnostics;
use crate::output::Files;

/// The sources below a folder, and its manifest if it is a package; nothing if the folder is missing. A file that
/// is not UTF-8 is not ours, and comes as an empty text.
///
/// # Errors
///
/// A folder or a file cannot be read.
pub fn files(folder: &Path) -> Result<Files, Diagnostics> {
    let mut files = Files::new();
    collect(folder, "", &mut files).map_err(|error| fault(folder, &error))?;
    Ok(files)
}

fn collect(folder: &Path, prefix: &str, files: &mut Files) -> io::Result<()> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound && prefix.is_empty() => return Ok(()),
        Err(error) => return Err(error),
    };
    for entry in entries {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = format!("{prefix}{name}");
        let kind = entry.file_type()?;
        if kind.is_dir() && !is_build_folder(prefix, &name) {
            collect(&entry.path(), &format!("{path}/"), files)?;
        } else if kind.is_file() && (name.ends_with(".rs") || path == "Cargo.toml") {
            let text = String::from_utf8(fs::read(entry.path())?).unwrap_or_default();
            files.insert(path, text);
        }
    }
    Ok(())
}

/// What cargo or a version control system keeps beside a package's sources.
fn is_build_folder(prefix: &str, name: &str) -> bool {
    prefix.is_empty() && (name == "target" || name.starts_with('.'))
}
