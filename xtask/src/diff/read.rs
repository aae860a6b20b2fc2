//! Reads a model in whatever format it is.

use std::fs;
use std::path::{Path, PathBuf};

use ivs_realtime_codegen::internals::disk;
use ivs_realtime_codegen::internals::import::{self, Documentation, File, Options, SERVICE};
use ivs_realtime_codegen::{Diagnostics, Source};

use crate::disk::{read_model, repository, shown};
use crate::import::read;

/// The files of the model at a path, in Smithy's JSON AST. `service` is the folder to take from a wheel.
pub(super) fn model(path: &Path, service: &str) -> Result<Vec<Source>, Diagnostics> {
    let parts = parts(path)?;
    if !parts.is_empty() {
        return read_model(&parts);
    }
    let files = read::files(path, service)?;
    let source = files.source()?;
    let text = match source {
        import::Source::Smithy(file) => file.text.to_owned(),
        import::Source::C2j(_) => {
            let previous = previous(service);
            let options = Options {
                documentation: Documentation::Keep,
                previous: previous.as_deref().map(|text| File {
                    name: "the model of this repository",
                    text,
                }),
                ..Options::default()
            };
            import::import(&source, &options)?.to_text()
        }
    };
    Ok(vec![Source {
        name: shown(path),
        bytes: text.into_bytes(),
    }])
}

/// The files that make a model together, in a folder that is no AWS JSON 1.x model.
fn parts(path: &Path) -> Result<Vec<PathBuf>, Diagnostics> {
    let is_c2j = |name: &str| path.join(name).exists();
    let gzipped = format!("{}.gz", SERVICE);
    if !path.is_dir() || is_c2j(SERVICE) || is_c2j(&gzipped) {
        return Ok(Vec::new());
    }
    disk::parts(path)
}

/// The model of this repository, from which an import keeps what an AWS JSON 1.x model cannot say. Without it, or if it
/// cannot be read, nothing is kept.
fn previous(service: &str) -> Option<String> {
    let path = repository().join("model").join(service);
    fs::read_to_string(path.with_extension("json")).ok()
}
