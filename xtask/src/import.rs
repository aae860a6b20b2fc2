//! `cargo xtask import PATH`: makes the model file of a published model.

pub(crate) mod read;
mod wheel;

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use ivs_realtime_codegen::Diagnostics;
use ivs_realtime_codegen::internals::import::{self, File, Imported, Options};

use crate::disk::{Staged, fault, repository, shown};

/// The service whose client this repository ships.
const SERVICE: &str = "ivs-realtime";

/// Makes the model file of a published model.
#[derive(Args)]
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
}

/// What becomes of documentation.
#[derive(Clone, Copy, Default, ValueEnum)]
enum Documentation {
    /// It is left out: the model keeps facts only.
    #[default]
    Drop,
    /// It is taken over.
    Keep,
}

/// A model file that could be written.
pub(crate) struct Prepared {
    /// Where it stands, or will stand.
    pub(crate) output: PathBuf,
    /// What will stand in it.
    pub(crate) text: String,
    /// Where the model comes from.
    pub(crate) origin: Option<String>,
    notes: Vec<String>,
    imported: Imported,
    changed: bool,
}

impl Import {
    /// The import of this repository's service from a published model, as `update` has it.
    pub(crate) fn of_this_repository(path: &Path, origin: Option<&str>) -> Self {
        Self {
            path: path.to_owned(),
            service: SERVICE.to_owned(),
            shape_name: None,
            documentation: Documentation::Drop,
            origin: origin.map(str::to_owned),
            output: None,
        }
    }

    /// Imports; gives what to tell the person. The file is replaced as a whole, or not at all.
    pub(crate) fn run(&self) -> Result<String, Diagnostics> {
        let prepared = self.prepare()?;
        if prepared.changed {
            let output = &prepared.output;
            Staged::write(output, &prepared.text)
                .and_then(Staged::replace)
                .map_err(|error| fault(output, &error))?;
        }
        Ok(prepared.report())
    }

    /// Imports, and writes nothing.
    pub(crate) fn prepare(&self) -> Result<Prepared, Diagnostics> {
        let output = self
            .output
            .clone()
            .unwrap_or_else(|| model_file(&self.service));
        let previous = read_previous(&output)?;
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
        )?;
        let text = imported.to_text();
        Ok(Prepared {
            changed: previous.as_deref() != Some(&text),
            origin: imported.model["metadata"]["source"]["origin"]
                .as_str()
                .map(str::to_owned),
            output,
            text,
            notes: files.notes,
            imported,
        })
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

impl Prepared {
    /// What to tell the person: the remarks, then what was done.
    fn report(&self) -> String {
        self.report_as(true)
    }

    /// The same; `writes` says whether the file is written at all.
    pub(crate) fn report_as(&self, writes: bool) -> String {
        let shapes = self.imported.model["shapes"].as_object();
        let of_kind = |wanted: &str| {
            let shapes = shapes.into_iter().flatten();
            shapes.filter(|(_, shape)| shape["type"] == wanted).count()
        };
        let (all, operations, services) = (
            shapes.map_or(0, serde_json::Map::len),
            of_kind("operation"),
            of_kind("service"),
        );
        let notes = self.notes.iter().chain(&self.imported.notes);
        let mut lines: Vec<&str> = notes.map(String::as_str).collect();
        let verb = match (self.changed, writes) {
            (true, true) => "wrote",
            (true, false) => "would write",
            (false, _) => "unchanged:",
        };
        let done = format!(
            "{verb} {}: {services} service, {operations} operations, {} data shapes",
            shown(&self.output),
            all - operations - services
        );
        lines.push(&done);
        lines.join("\n")
    }
}
