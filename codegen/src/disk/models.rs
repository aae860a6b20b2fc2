//! Reading models, in any format that a build script may have them in.

use std::fs;
use std::path::{Path, PathBuf};

use super::fault;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::import::{
    self, C2jFiles, Documentation, ENDPOINT_RULE_SET, File, Format, Options, PAGINATORS, SERVICE,
    format_of,
};
use crate::load::{Source, load};

/// Finds the files of the model at these paths. A folder stands for the `.json` files in it, in the order of their names,
/// or for the AWS JSON 1.x model in it. Whether a file is there is told when it is read.
///
/// # Errors
///
/// A folder without models, or one that cannot be read.
pub(crate) fn find(paths: &[PathBuf]) -> Result<Vec<PathBuf>, Diagnostics> {
    let mut files = Vec::new();
    let mut faults = Diagnostics::new();
    for path in paths {
        let main = path.join(SERVICE);
        if !path.is_dir() {
            files.push(path.clone());
        } else if main.exists() {
            files.push(main);
        } else {
            match parts(path) {
                Ok(parts) if parts.is_empty() => faults.push(empty(path)),
                Ok(parts) => files.extend(parts),
                Err(fault) => faults.extend(fault),
            }
        }
    }
    faults.into_result().map(|()| files)
}

/// The `.json` files in a folder, in the order of their names: those that make a model together.
///
/// # Errors
///
/// The folder cannot be read.
pub fn parts(folder: &Path) -> Result<Vec<PathBuf>, Diagnostics> {
    let entries = fs::read_dir(folder).map_err(|error| fault(folder, &error))?;
    let mut parts = Vec::new();
    for entry in entries {
        let file = entry.map_err(|error| fault(folder, &error))?.path();
        if file
            .extension()
            .is_some_and(|extension| extension == "json")
        {
            parts.push(file);
        }
    }
    parts.sort();
    Ok(parts)
}

fn empty(folder: &Path) -> Diagnostic {
    Diagnostic::new("found no file that ends in `.json`, expected a model")
        .in_file(folder.display().to_string())
        .help("give the folder of the model's files, or the files themselves")
}

/// Reads the files of a model, which diagnostics know by what `name` makes of their paths; one of AWS's own becomes
/// Smithy's JSON AST.
///
/// # Errors
///
/// Every file that cannot be read, and what is wrong with the others.
pub fn read(paths: &[PathBuf], name: impl Fn(&Path) -> String) -> Result<Vec<Source>, Diagnostics> {
    let mut faults = Diagnostics::new();
    let mut sources = Vec::new();
    for path in paths {
        match read_file(path, name(path)) {
            Ok(source) => sources.push(source),
            Err(own) => faults.extend(own),
        }
    }
    if faults.is_empty() {
        return Ok(sources);
    }
    faults.extend(load(&sources).err().into_iter().flatten());
    Err(faults)
}

fn read_file(path: &Path, name: String) -> Result<Source, Diagnostics> {
    let bytes = fs::read(path).map_err(|error| {
        let message = format!("found no file that can be read ({error}), expected a model");
        let help = "check the path; it begins at the folder the command runs in, a build script's at that of its package";
        Diagnostic::new(message).in_file(&name).help(help)
    })?;
    if let Ok(text) = str::from_utf8(&bytes) {
        let file = File { name: &name, text };
        if let Ok(Format::C2j) = format_of(file) {
            return converted(path, file);
        }
    }
    // What it is, and what it is not, is told by the stage that loads it.
    Ok(Source { name, bytes })
}

/// The Smithy model that an AWS JSON 1.x model becomes, with the files that stand beside its main file.
fn converted(path: &Path, service: File<'_>) -> Result<Source, Diagnostics> {
    let mut beside = Vec::new();
    for path in read_along(path) {
        let text = fs::read_to_string(&path).map_err(|error| fault(&path, &error))?;
        beside.push((path, text));
    }
    let file = |name: &'static str| {
        let (_, text) = beside.iter().find(|(path, _)| path.ends_with(name))?;
        Some(File { name, text })
    };
    let source = import::Source::C2j(C2jFiles {
        service,
        paginators: file(PAGINATORS),
        endpoint_rule_set: file(ENDPOINT_RULE_SET),
    });
    let options = Options {
        documentation: Documentation::Keep,
        ..Options::default()
    };
    Ok(Source {
        name: service.name.to_owned(),
        bytes: import::import(&source, &options)?.to_text().into_bytes(),
    })
}

/// The files that are read along with one: those of an AWS JSON 1.x model that stand beside its main file.
pub(crate) fn read_along(path: &Path) -> Vec<PathBuf> {
    if !path.ends_with(SERVICE) {
        return Vec::new();
    }
    let beside = [PAGINATORS, ENDPOINT_RULE_SET].map(|name| path.with_file_name(name));
    beside.into_iter().filter(|path| path.exists()).collect()
}
