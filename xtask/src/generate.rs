//! `cargo xtask generate`: writes the client crate, or the client of another model.

mod each;
pub(crate) mod present;
mod report;

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use clap::Args;
use ivs_realtime_codegen::model::ShapeId;
use ivs_realtime_codegen::output::{self, Change, Changes};
use ivs_realtime_codegen::{Diagnostic, Diagnostics, Layout, Settings, generate};

use crate::disk::{self, Staged, fault};

/// The files of this repository's model, the facts first.
const MODEL: [&str; 3] = [
    "model/ivs-realtime.json",
    "model/documentation.json",
    "model/customizations.json",
];

/// The folder that this repository's client is written to, and the package around it.
pub(crate) const API: &str = "generated/src/api";
const PACKAGE: &str = "generated";

/// Generates the client crate from the model.
///
/// Without arguments, `generated/src/api` is written from the files in `model/`.
#[derive(Args, Clone)]
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
    #[arg(long, value_name = "NAME", requires = "out")]
    package: Option<String>,
    /// The path under which the emitted code finds its runtime [default: crate::runtime, or ivs_realtime::runtime in
    /// a package].
    #[arg(long, value_name = "PATH")]
    runtime: Option<String>,
    /// The shape id of the service, where the model holds more than one.
    #[arg(long, value_name = "ID")]
    service: Option<String>,
    /// Leave operations with event streams out, and waiters whose paths are not covered, rather than refuse the model.
    #[arg(long)]
    omit_unsupported: bool,
    /// Write the tests that the model holds too: of its endpoint rules, and the protocol tests of Smithy. The latter
    /// need the feature `protocol-test` of the runtime, which a package has for its tests. This repository's client
    /// has tests in any case.
    #[arg(long)]
    tests: bool,
}

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
        let started = Instant::now();
        if let (true, Some(out)) = (self.each, &self.out) {
            return each::run(self, out);
        }
        let folder = self
            .out
            .clone()
            .unwrap_or_else(|| disk::repository().join(API));
        let generated = generate(
            &disk::read_model(&model_files(&self.model))?,
            &self.settings(&folder)?,
        )?;
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
        let summary = report::summary(&generated, &changes, started.elapsed());
        Ok(Outcome {
            report: report::done(&folder, &generated, &changes, &summary),
            summary,
            differs: false,
        })
    }

    fn settings(&self, folder: &Path) -> Result<Settings, Diagnostics> {
        let runtime = match (&self.runtime, &self.package) {
            (Some(runtime), _) => runtime.clone(),
            (None, Some(_)) => "ivs_realtime::runtime".to_owned(),
            (None, None) => "crate::runtime".to_owned(),
        };
        Ok(Settings {
            runtime,
            service: self.service.as_deref().map(service_id).transpose()?,
            omit_unsupported: self.omit_unsupported,
            any_protocol: false,
            tests: self.tests || self.model.is_empty(),
            layout: match &self.package {
                Some(name) => Layout::Package {
                    name: package_name(name)?,
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
        words.extend(self.tests.then(|| "--tests".to_owned()));
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

/// A shape id as a person gives it.
pub(crate) fn service_id(text: &str) -> Result<ShapeId, Diagnostics> {
    ShapeId::parse(text).map_err(|_| {
        let fault = Diagnostic::new(format!("`{text}` is no shape id"));
        fault
            .help("write it as in the model: com.example#Service")
            .into()
    })
}

/// A name that Cargo takes for a package and Rust for a crate.
fn package_name(name: &str) -> Result<String, Diagnostics> {
    let is_plain = name
        .bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
    if is_plain && name.starts_with(|first: char| first.is_ascii_alphabetic()) {
        return Ok(name.to_owned());
    }
    let fault = Diagnostic::new(format!("`{name}` is no name for a package"));
    Err(fault
        .help("use letters, digits, `-` and `_`, and begin with a letter")
        .into())
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

/// Writes every new text beside its file, and only then puts each in its place and removes what is stale.
pub(crate) fn apply(folder: &Path, changes: &Changes<'_>) -> Result<(), Diagnostics> {
    let mut staged = Vec::new();
    for (path, change) in &changes.files {
        if let Change::Add { text } | Change::Update { text, .. } = change {
            let path = folder.join(path);
            staged.push(Staged::write(&path, text).map_err(|error| fault(&path, &error))?);
        }
    }
    for file in staged {
        file.replace().map_err(|error| fault(folder, &error))?;
    }
    for (path, change) in &changes.files {
        if matches!(change, Change::Remove { .. }) {
            let path = folder.join(path);
            fs::remove_file(&path).map_err(|error| fault(&path, &error))?;
        }
    }
    Ok(())
}
