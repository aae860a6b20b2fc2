//! `cargo xtask generate`: writes the client crate, or the client of another model.

mod each;
mod report;

use std::path::{Path, PathBuf};
use std::time::Instant;

use clap::Args;
use ivs_realtime_codegen::internals::model::ShapeId;
use ivs_realtime_codegen::internals::output;
use ivs_realtime_codegen::{
    Diagnostic, Diagnostics, Generated, Layout, Settings, Source, generate,
};

use crate::arguments;
use crate::console::Speech;
use crate::disk::{self, apply, fault, present};
use crate::progress;

/// The files of this repository's model, the facts first.
const MODEL: [&str; 3] = [
    "model/ivs-realtime.json",
    "model/documentation.json",
    "model/customizations.json",
];

/// The folder that this repository's client is written to, and the package around it.
pub(crate) const API: &str = "generated/src/api";
const PACKAGE: &str = "generated";

/// Writes the client's source code from the model.
///
/// Without arguments, `generated/src/api` is written from the files in `model/`: the client that this repository ships.
/// Only files that differ are written, and none if anything is wrong with the model. With --model and --out, any other
/// service that speaks restJson1 becomes a client too: modules for a crate of yours, or a whole package (--package).
#[derive(Args, Clone, Default)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Generate {
    /// Write nothing: show what would change as a diff, and exit with 1 if anything would.
    #[arg(long)]
    check: bool,
    /// Another model, in one or more files of Smithy JSON AST that are assembled in this order.
    #[arg(long, num_args = 1.., value_name = "FILE", requires = "out")]
    model: Vec<PathBuf>,
    /// Take each FILE for a model of its own, and a folder for all models below it; write each into a package below
    /// DIR that has the name of the file.
    #[arg(long, requires = "model", conflicts_with_all = ["package", "service"])]
    each: bool,
    /// The folder to write to.
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Write a whole package of this name, rather than a tree of modules.
    #[arg(long, value_name = "NAME", requires = "out", value_parser = arguments::package_name)]
    package: Option<String>,
    /// The path under which the emitted code finds its runtime [default: crate::runtime, or ivs_realtime::runtime in
    /// a package].
    #[arg(long, value_name = "PATH", value_parser = arguments::runtime_path)]
    runtime: Option<String>,
    /// The shape id of the service, where the model holds more than one.
    #[arg(long, value_name = "ID", value_parser = arguments::shape_id)]
    service: Option<ShapeId>,
    /// Leave operations with event streams out, and waiters whose paths are not covered, rather than refuse the model.
    #[arg(long)]
    omit_unsupported: bool,
    /// Keep these operations alone, by name or shape id, with the types and errors that they reach.
    #[arg(long, value_name = "NAME", value_delimiter = ',', requires = "out")]
    operations: Option<Vec<String>>,
    /// Write the tests that the model holds too: of its endpoint rules, and the protocol tests of Smithy. The latter
    /// need the feature `protocol-test` of the runtime, which a package has for its tests. This repository's client
    /// has tests in any case.
    #[arg(long)]
    tests: bool,
    /// Implement `Serialize` and `Deserialize` of serde for every type, behind the feature `serde` of the runtime. This
    /// repository's client has them in any case.
    #[arg(long)]
    serde: bool,
    #[command(flatten)]
    pub(crate) speech: Speech,
}

const EXAMPLES: &str = "\
Examples:
  cargo xtask generate                                     this repository's client
  cargo xtask generate --check                             what would change, as a diff
  cargo xtask generate --model models/ --each --out all    a package of each model in a folder
  cargo xtask generate --model chat.json --out chat --package ivs-chat
                                                           a package that builds as it is
  cargo xtask generate --model chat.json --out src/chat --runtime ivs_realtime::runtime
                                                           modules for a crate of yours

Exit codes:
  0  all files are written; with --check, all are as they should be
  1  the model is wrong, and nothing was written; with --check, files differ
  2  the command line is wrong";

/// How a run ended.
pub(crate) struct Outcome {
    /// What to tell the person.
    pub(crate) report: String,
    /// The same in one line.
    summary: String,
    /// Whether a check found a difference.
    pub(crate) differs: bool,
}

impl Generate {
    /// Generates. Nothing is touched unless every stage has succeeded.
    pub(crate) fn run(&self) -> Result<Outcome, Diagnostics> {
        match (self.each, &self.out) {
            (true, Some(out)) => each::run(self, out),
            _ => progress::during("generating", || self.run_once()),
        }
    }

    /// Generates one model.
    fn run_once(&self) -> Result<Outcome, Diagnostics> {
        let started = Instant::now();
        let model = disk::read_model(&model_files(&self.model))?;
        self.write(&self.generated(&model)?, started)
    }

    /// The folder to write to.
    fn folder(&self) -> PathBuf {
        let given = self.out.clone();
        given.unwrap_or_else(|| disk::repository().join(API))
    }

    /// What a model becomes. Nothing is written.
    pub(crate) fn generated(&self, model: &[Source]) -> Result<Generated, Diagnostics> {
        generate(model, &self.settings(&self.folder())?)
    }

    /// Writes what a model has become; with `--check`, says what that would change.
    pub(crate) fn write(
        &self,
        generated: &Generated,
        started: Instant,
    ) -> Result<Outcome, Diagnostics> {
        let folder = self.folder();
        let present = present::files(&folder)?;
        let changes = output::compare(&generated.files, &present);
        if self.check {
            let differs = !changes.files.is_empty() || !changes.foreign.is_empty();
            let state = if differs { "differs" } else { "is up to date" };
            return Ok(Outcome {
                report: report::check(&folder, &changes, &self.command_line()),
                summary: format!("{} {state}", disk::shown(&folder)),
                differs,
            });
        }
        apply(&folder, &changes)?;
        let summary = report::summary(generated, &changes, started.elapsed());
        Ok(Outcome {
            report: report::done(&folder, generated, &changes, &summary),
            summary,
            differs: false,
        })
    }

    /// Checks that what was written is what would be written; gives what to tell the person.
    pub(crate) fn check(&self) -> Result<String, Diagnostics> {
        let check = Self {
            check: true,
            ..self.clone()
        };
        let outcome = check.run()?;
        if outcome.differs {
            let fault = Diagnostic::new("what was just written differs from what would be written");
            return Err(fault.help(outcome.report).into());
        }
        Ok(outcome.report)
    }

    fn settings(&self, folder: &Path) -> Result<Settings, Diagnostics> {
        let runtime = match (&self.runtime, &self.package) {
            (Some(runtime), _) => runtime.clone(),
            (None, Some(_)) => "ivs_realtime::runtime".to_owned(),
            (None, None) => "crate::runtime".to_owned(),
        };
        Ok(Settings {
            runtime,
            service: self.service.as_ref().map(ToString::to_string),
            omit_unsupported: self.omit_unsupported,
            any_protocol: false,
            tests: self.tests || self.model.is_empty(),
            serde: self.serde || self.model.is_empty(),
            operations: self.operations.clone(),
            layout: match &self.package {
                Some(name) => Layout::Package {
                    name: name.clone(),
                    runtime_path: runtime_path(folder)?,
                    member: false,
                },
                None => Layout::Module,
            },
        })
    }

    /// The command that writes what a check has found to differ.
    fn command_line(&self) -> String {
        let mut words = vec!["cargo xtask generate".to_owned()];
        if !self.model.is_empty() {
            words.push("--model".to_owned());
            words.extend(self.model.iter().map(|file| file.display().to_string()));
        }
        words.extend(
            self.out
                .iter()
                .map(|folder| format!("--out {}", folder.display())),
        );
        words.extend(self.package.iter().map(|name| format!("--package {name}")));
        words.extend(self.runtime.iter().map(|path| format!("--runtime {path}")));
        words.extend(self.service.iter().map(|id| format!("--service '{id}'")));
        words.extend(
            self.omit_unsupported
                .then(|| "--omit-unsupported".to_owned()),
        );
        let operations = self.operations.iter();
        words.extend(operations.map(|names| format!("--operations '{}'", names.join(","))));
        words.extend(self.tests.then(|| "--tests".to_owned()));
        words.extend(self.serde.then(|| "--serde".to_owned()));
        words.join(" ")
    }
}

/// The files of a model: those given, or those of this repository.
pub(crate) fn model_files(given: &[PathBuf]) -> Vec<PathBuf> {
    if given.is_empty() {
        let files = MODEL.iter().map(|file| disk::repository().join(file));
        files.collect()
    } else {
        given.to_vec()
    }
}

/// The way from a package in `folder` to the package of the runtime, relative so that both can move together.
pub(crate) fn runtime_path(folder: &Path) -> Result<String, Diagnostics> {
    let here = std::env::current_dir().map_err(|error| fault(folder, &error))?;
    let from = here.join(folder);
    // The folder may not be there yet: its nearest ancestor that is decides where the links lead.
    let there = from
        .ancestors()
        .find_map(|ancestor| Some((ancestor, ancestor.canonicalize().ok()?)));
    let from = match there {
        Some((ancestor, real)) => real.join(from.strip_prefix(ancestor).unwrap_or(Path::new(""))),
        None => from.clone(),
    };
    let to = disk::repository().join(PACKAGE);
    let to = to.canonicalize().map_err(|error| fault(&to, &error))?;
    let shared = from
        .components()
        .zip(to.components())
        .take_while(|(from, to)| from == to)
        .count();
    let up = from.components().skip(shared).map(|_| "..".to_owned());
    let down = to
        .components()
        .skip(shared)
        .map(|part| part.as_os_str().to_string_lossy().into_owned());
    Ok(up.chain(down).collect::<Vec<_>>().join("/"))
}
