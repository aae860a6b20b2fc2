//! Finding models.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use ivs_realtime_codegen::Diagnostics;
use serde_json::Value;

use crate::disk::{fault, shown};

/// What paths lead to.
#[derive(Default)]
pub(crate) struct Found {
    /// Files with models.
    pub(crate) models: Vec<PathBuf>,
    /// Other files in folders, and why they are passed over.
    pub(crate) passed_over: Vec<(String, &'static str)>,
}

/// The models at these paths, in the order of the paths and, within a folder, of their names. A file that is named
/// itself is taken for a model, whatever is in it.
pub(crate) fn find(paths: &[PathBuf]) -> Result<Found, Diagnostics> {
    let mut found = Found::default();
    for path in paths {
        if path.is_dir() {
            search(path, &mut found).map_err(|error| fault(path, &error))?;
        } else {
            fs::metadata(path).map_err(|error| fault(path, &error))?;
            found.models.push(path.clone());
        }
    }
    Ok(found)
}

fn search(folder: &Path, found: &mut Found) -> io::Result<()> {
    let entries: io::Result<Vec<_>> = fs::read_dir(folder)?.collect();
    let mut paths: Vec<PathBuf> = entries?.iter().map(fs::DirEntry::path).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            search(&path, found)?;
        } else if path.extension().is_some_and(|ending| ending == "json") {
            match why_no_model(&fs::read(&path)?) {
                None => found.models.push(path),
                Some(why) => found.passed_over.push((shown(&path), why)),
            }
        }
    }
    Ok(())
}

/// Why a file in a folder is no model to test. One that cannot be read as JSON may well be meant for one: then the
/// generator says what is wrong.
fn why_no_model(bytes: &[u8]) -> Option<&'static str> {
    let json: Value = serde_json::from_slice(bytes).ok()?;
    if json.get("smithy").is_none() {
        return Some("it is no Smithy model (it has no `smithy`)");
    }
    let mut shapes = json["shapes"].as_object().into_iter().flatten();
    let has_service = shapes.any(|(_, shape)| shape["type"] == "service");
    (!has_service).then_some("it has no service")
}
