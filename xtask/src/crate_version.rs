//! The version of the client crate: in its manifest, and in the lock files that name it.

use std::fs;
use std::path::{Path, PathBuf};

use ivs_realtime_codegen::{Diagnostic, Diagnostics};
use toml_edit::DocumentMut;

use crate::disk::{fault, shown};

/// The manifest of the client crate.
const MANIFEST: &str = "generated/Cargo.toml";

/// The name of the client crate.
const PACKAGE: &str = "ivs-realtime";

/// A file with a new text.
pub(crate) struct NewText {
    pub(crate) path: PathBuf,
    pub(crate) text: String,
}

/// The version of the client crate.
pub(crate) fn version(repository: &Path) -> Result<String, Diagnostics> {
    let path = repository.join(MANIFEST);
    let manifest = read(&path)?;
    version_of(&manifest)
        .map(str::to_owned)
        .ok_or_else(|| without_version(&path))
}

/// The manifest and the lock files with another version of the client crate.
pub(crate) fn with_version(repository: &Path, version: &str) -> Result<Vec<NewText>, Diagnostics> {
    let path = repository.join(MANIFEST);
    let mut manifest = read(&path)?;
    if version_of(&manifest).is_none() {
        return Err(without_version(&path));
    }
    manifest["package"]["version"] = keeping_form(&manifest["package"]["version"], version);
    let mut files = vec![NewText {
        path,
        text: manifest.to_string(),
    }];
    for path in lock_files(repository)? {
        let mut lock = read(&path)?;
        if set_locked(&mut lock, version) {
            let text = lock.to_string();
            files.push(NewText { path, text });
        }
    }
    Ok(files)
}

fn version_of(manifest: &DocumentMut) -> Option<&str> {
    manifest.get("package")?.get("version")?.as_str()
}

fn without_version(path: &Path) -> Diagnostics {
    let fault = Diagnostic::new("found no version, expected `version = \"1.2.3\"` in `[package]`");
    fault.in_file(shown(path)).into()
}

/// A string with the space around it that another value has.
fn keeping_form(old: &toml_edit::Item, version: &str) -> toml_edit::Item {
    let mut new = toml_edit::Value::from(version);
    if let Some(old) = old.as_value() {
        *new.decor_mut() = old.decor().clone();
    }
    toml_edit::Item::Value(new)
}

/// Sets the version of the client crate in a lock file, if it is locked there as a package of the disk.
fn set_locked(lock: &mut DocumentMut, version: &str) -> bool {
    let packages = lock.get_mut("package");
    let packages = packages.and_then(toml_edit::Item::as_array_of_tables_mut);
    let mut found = false;
    for package in packages
        .into_iter()
        .flat_map(|packages| packages.iter_mut())
    {
        let is_ours = package.get("name").and_then(toml_edit::Item::as_str) == Some(PACKAGE)
            && !package.contains_key("source");
        if is_ours {
            package["version"] = keeping_form(&package["version"], version);
            found = true;
        }
    }
    found
}

/// The lock files of the repository, of the workspace and of the packages outside of it.
fn lock_files(repository: &Path) -> Result<Vec<PathBuf>, Diagnostics> {
    let mut files = vec![
        repository.join("Cargo.lock"),
        repository.join("generated/side-by-side/Cargo.lock"),
    ];
    let examples = repository.join("codegen/examples");
    if examples.is_dir() {
        let entries = fs::read_dir(&examples).map_err(|error| fault(&examples, &error))?;
        for entry in entries {
            let entry = entry.map_err(|error| fault(&examples, &error))?;
            files.push(entry.path().join("Cargo.lock"));
        }
    }
    files.retain(|file| file.exists());
    files.sort();
    Ok(files)
}

fn read(path: &Path) -> Result<DocumentMut, Diagnostics> {
    let text = fs::read_to_string(path).map_err(|error| fault(path, &error))?;
    text.parse()
        .map_err(|error: toml_edit::TomlError| fault(path, &error))
}
