//! `cargo xtask diff OLD [NEW]`: what changed between two models for the users of the Rust crate.

pub(crate) mod paint;
mod read;
mod verify;

use std::io::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, ValueEnum};
use ivs_realtime_codegen::Diagnostics;
use ivs_realtime_codegen::internals::diff::render::{self, Options};
use ivs_realtime_codegen::internals::diff::{Class, Comparison, Side, compare};
use ivs_realtime_codegen::internals::model::ShapeId;
use ivs_realtime_codegen::{Diagnostic, Source};

use crate::crate_version;
use crate::disk::{fault, repository};

/// Compares two models, and says what changed for the users of the crate.
///
/// A model describes the API of a service; the client crate is generated from it. When the service's API changes, this
/// command tells what an upgrade of the crate would mean for code that uses it: which operations, types, members and
/// values are new, gone or different, each with its path in Rust, with a class (breaking, minor, patch) and the reason
/// for it; and which part of the crate's version has to be raised.
#[derive(Args)]
#[command(after_help = "Examples:
  cargo xtask diff ../yesterday.json           what changed since another state of the model
  cargo xtask diff ../botocore.whl model       the published model and the one of this repository
  cargo xtask diff OLD NEW --format markdown   for a pull request

Exit codes:
  0  the models were compared, whatever the difference
  1  a model cannot be read or is wrong; or --deny found a change; or --verify found more than the comparison did
  2  the command line is wrong")]
pub(crate) struct Diff {
    /// The model before: a Smithy JSON AST, or a folder of such files; an AWS JSON 1.x model (service-2.json, or its
    /// folder); or a botocore wheel. Single files may be compressed (.gz).
    old: PathBuf,
    /// The model after, in the same formats [default: the folder model/ of this repository].
    new: Option<PathBuf>,
    /// How the changes are shown. Text is coloured where it goes to a terminal.
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// Show each change of documentation by itself, rather than their number. JSON has them always.
    #[arg(long)]
    documentation: bool,
    /// Exit with 1 if there is a change of this class, or of a worse one.
    #[arg(long, value_enum, value_name = "CLASS")]
    deny: Option<Deny>,
    /// Generate the crate of each model, and have cargo-semver-checks compare the two. It must be installed; it sees
    /// what the compiler sees, and no more. This takes minutes the first time.
    #[arg(long)]
    verify: bool,
    /// The service to take from a wheel, by its folder there.
    #[arg(long, default_value = "ivs-realtime")]
    service: String,
    /// The shape id of the service, where a model holds more than one.
    #[arg(long, value_name = "ID")]
    shape: Option<String>,
}

/// How the changes are shown.
#[derive(Clone, Copy, Default, ValueEnum)]
enum Format {
    /// For people at a terminal.
    #[default]
    Text,
    /// For programs: one object.
    Json,
    /// For a pull request or a changelog.
    Markdown,
}

/// The least class that is denied.
#[derive(Clone, Copy, ValueEnum)]
enum Deny {
    /// Code may no longer compile, or silently do something else.
    Breaking,
    /// There is something new to use, or a warning.
    Minor,
    /// Anything at all.
    Patch,
}

impl Deny {
    fn class(self) -> Class {
        match self {
            Self::Breaking => Class::Breaking,
            Self::Minor => Class::Minor,
            Self::Patch => Class::Patch,
        }
    }
}

impl Diff {
    /// Compares, and prints what it found.
    pub(crate) fn run(&self) -> Result<ExitCode, Diagnostics> {
        let (old, new) = self.sources()?;
        let shape = self.shape.as_deref().map(shape_id).transpose()?;
        let side = |files: &[Source]| Side::read(files, shape.as_ref());
        let comparison = match (side(&old), side(&new)) {
            (Ok(old), Ok(new)) => compare(&old, &new),
            (old, new) => {
                // The faults of both are told at once.
                let mut faults = Diagnostics::new();
                faults.extend(old.err().into_iter().flatten());
                faults.extend(new.err().into_iter().flatten());
                return Err(faults);
            }
        };
        self.print(&comparison)?;
        let is_denied = self
            .deny
            .is_some_and(|deny| comparison.class() >= Some(deny.class()));
        let is_refuted = self.verify && !verify::run([&old, &new], shape, comparison.class())?;
        Ok(if is_denied || is_refuted {
            ExitCode::FAILURE
        } else {
            ExitCode::SUCCESS
        })
    }

    /// The files of both models. What is wrong with either is told at once.
    fn sources(&self) -> Result<(Vec<Source>, Vec<Source>), Diagnostics> {
        let default = repository().join("model");
        let new = self.new.as_ref().unwrap_or(&default);
        match [&self.old, new].map(|path| read::model(path, &self.service)) {
            [Ok(old), Ok(new)] => Ok((old, new)),
            sides => {
                let mut faults = Diagnostics::new();
                let all = sides.into_iter().filter_map(Result::err);
                faults.extend(all.flatten());
                Err(faults)
            }
        }
    }

    fn print(&self, comparison: &Comparison) -> Result<(), Diagnostics> {
        let options = Options {
            version: Some(crate_version::version(&repository())?),
            documentation: self.documentation,
        };
        let text = match self.format {
            Format::Text => render::text(comparison, &options, &paint::paint),
            Format::Json => format!("{:#}\n", render::json(comparison, &options)),
            Format::Markdown => render::markdown(comparison, &options),
        };
        // It takes the colours out again where no terminal shows them.
        let mut out = anstream::stdout().lock();
        out.write_all(text.as_bytes())
            .and_then(|()| out.flush())
            .map_err(|error| fault("the standard output".as_ref(), &error))
    }
}

fn shape_id(text: &str) -> Result<ShapeId, Diagnostics> {
    ShapeId::parse(text).map_err(|_| {
        let fault = Diagnostic::new(format!("`{text}` is no shape id"));
        fault
            .help("write it as in the model: com.example#Service")
            .into()
    })
}
