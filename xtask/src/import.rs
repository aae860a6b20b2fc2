//! `cargo xtask import PATH`: makes the model file of a published model.

pub(crate) mod read;
mod wheel;

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use ivs_realtime_codegen::diagnostic::Diagnostics;
use ivs_realtime_codegen::import::{self, File, Imported, Options};

use crate::console::Speech;
use crate::disk::{Staged, fault, repository};
use crate::progress::Progress;

/// The service whose client this repository ships.
const SERVICE: &str = "ivs-realtime";

/// Takes in a published model: makes the model file of it.
///
/// A service's API is published as a model: by AWS in its repository of Smithy models, and in the Python package
/// botocore, in AWS's own JSON. This command brings either into the one form that `model/` has, and writes
/// `model/ivs-realtime.json` unless it is told otherwise. Nothing is downloaded: PATH is a file or folder that is there.
/// `model/README.md` says where published models come from.
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Import {
    /// A Smithy 2.0 JSON AST; an AWS JSON 1.x model (service-2.json, or its folder); or a botocore wheel. Files
    /// may be compressed (.gz).
    path: PathBuf,
    /// The service to take from a wheel, by its folder there; the model file is named for it.
    #[arg(long, default_value = SERVICE)]
    service: String,
    /// The name of the service shape, which an AWS JSON 1.x model does not tell [default: that of the model which
    /// is replaced, else the service's full name in upper camel case].
    #[arg(long)]
    shape_name: Option<String>,
    /// What becomes of documentation.
    #[arg(long, value_enum, default_value_t)]
    documentation: Documentation,
    /// Where the model comes from, for the record in the file [default: the wheel's version, the model's own id, or
    /// the name of the file].
    #[arg(long)]
    origin: Option<String>,
    /// The file to write [default: model/SERVICE.json].
    #[arg(long)]
    output: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) speech: Speech,
}

const EXAMPLES: &str = "\
Examples:
  cargo xtask import botocore-1.44.5-py3-none-any.whl      the newest model of IVS Real-Time in a wheel
  cargo xtask import service-2.json                        AWS's own JSON; files beside it are read too
  cargo xtask import ivs-realtime.json.gz                  a Smithy model, compressed
  cargo xtask import botocore.whl --service ivschat --documentation keep --output chat.json
                                                           another service, for `generate --model`

Exit codes:
  0  the model file is written, or was up to date
  1  the model cannot be read or is wrong, and nothing was written
  2  the command line is wrong";

/// What becomes of documentation.
#[derive(Clone, Copy, Default, ValueEnum)]
enum Documentation {
    /// It is left out: the model keeps facts only.
    #[default]
    Drop,
    /// It is taken over.
    Keep,
}

impl Import {
    /// Imports; gives what to tell the person. The file is replaced as a whole, or not at all.
    pub(crate) fn run(&self) -> Result<String, Diagnostics> {
        let output = self
            .output
            .clone()
            .unwrap_or_else(|| model_file(&self.service));
        let previous = read_previous(&output)?;
        let _progress = Progress::of("importing");
        let files = read::files(&self.path, &self.service)?;
        let imported = import::import(
            &files.source()?,
            &Options {
                documentation: match self.documentation {
                    Documentation::Drop => import::Documentation::Drop,
                    Documentation::Keep => import::Documentation::Keep,
                },
                shape_name: self.shape_name.as_deref(),
                origin: self.origin.as_deref().or(files.origin.as_deref()),
                previous: previous.as_deref().map(|text| File {
                    name: "the model that is replaced",
                    text,
                }),
            },
        );
        let imported = imported.map_err(|faults| files.in_folder(faults))?;
        let text = imported.to_text();
        let changed = previous.as_deref() != Some(&text);
        if changed {
            Staged::write(&output, &text)
                .and_then(Staged::replace)
                .map_err(|error| fault(&output, &error))?;
        }
        Ok(report(&files.notes, &imported, &output, changed))
    }
}

/// The model file of a service in this repository.
fn model_file(service: &str) -> PathBuf {
    repository()
        .join("model")
        .join(service)
        .with_extension("json")
}

/// The text of the file that will be replaced, if it is there.
fn read_previous(path: &Path) -> Result<Option<String>, Diagnostics> {
    match fs::read_to_string(path) {
        Ok(text) => Ok(Some(text)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(fault(path, &error)),
    }
}

/// What to tell the person: the remarks, then what was done.
fn report(notes: &[String], imported: &Imported, output: &Path, changed: bool) -> String {
    let shapes = imported.model["shapes"].as_object();
    let of_kind = |wanted: &str| {
        let shapes = shapes.into_iter().flatten();
        shapes.filter(|(_, shape)| shape["type"] == wanted).count()
    };
    let (all, operations, services) = (
        shapes.map_or(0, serde_json::Map::len),
        of_kind("operation"),
        of_kind("service"),
    );
    let mut lines: Vec<&str> = notes
        .iter()
        .chain(&imported.notes)
        .map(String::as_str)
        .collect();
    let verb = if changed { "wrote" } else { "unchanged:" };
    let done = format!(
        "{verb} {}: {services} service, {operations} operations, {} data shapes",
        output.display(),
        all - operations - services
    );
    lines.push(&done);
    lines.join("\n")
}
