//! `cargo xtask lint`: what is legal in the model but smells.

use std::path::PathBuf;

use clap::Args;
use ivs_realtime_codegen::internals::lint::{self, Finding, LINTS, Options, lint};
use ivs_realtime_codegen::internals::model::ShapeId;
use ivs_realtime_codegen::{Diagnostic, Diagnostics};

use crate::arguments;
use crate::console::{Console, Speech};
use crate::disk;
use crate::generate::model_files;
use crate::progress;

/// Says what is legal in the model but doubtful.
///
/// A client can be generated, and a person would still want to know. Without arguments, the files in `model/` are looked at. Each finding has a code, `warning[CODE]`, and `--explain CODE`
/// says why it is one and what to do. What is meant to be as it is can be accepted, with a reason, in the metadata of
/// `model/customizations.json`; an acceptance without a finding is a finding itself.
#[derive(Args)]
#[command(after_help = codes())]
pub(crate) struct Lint {
    /// Another model, in one or more files of Smithy JSON AST that are assembled in this order.
    #[arg(long, num_args = 1.., value_name = "FILE")]
    model: Vec<PathBuf>,
    /// The shape id of the service, where the model holds more than one.
    #[arg(long, value_name = "ID", value_parser = arguments::shape_id)]
    service: Option<ShapeId>,
    /// Show the findings that are accepted too, with the reasons.
    #[arg(long)]
    accepted: bool,
    /// Look at no model: explain a code.
    #[arg(long, value_name = "CODE", value_parser = known, conflicts_with_all = ["model", "service", "accepted"])]
    explain: Option<&'static lint::Lint>,
    #[command(flatten)]
    pub(crate) speech: Speech,
}

impl Lint {
    /// Looks at the model, or explains a code; says whether nothing is left to do.
    pub(crate) fn run(&self, console: Console) -> Result<bool, Diagnostics> {
        if let Some(found) = self.explain {
            console.say(explanation(found));
            return Ok(true);
        }
        let options = Options {
            service: self.service.clone(),
        };
        let sources = disk::read_model(&model_files(&self.model))?;
        let findings = progress::during("looking for findings", || lint(&sources, &options))?;
        let (accepted, open): (Vec<&Finding>, Vec<&Finding>) = findings
            .iter()
            .partition(|finding| finding.accepted.is_some());
        let shown = accepted.iter().filter(|_| self.accepted).chain(&open);
        let shown: Diagnostics = shown.map(|finding| finding.to_diagnostic()).collect();
        console.show(&shown.located(&sources));
        console.say(summary(&accepted, &open));
        Ok(open.is_empty())
    }
}

/// How much was found, in one line.
fn summary(accepted: &[&Finding], open: &[&Finding]) -> String {
    let found = match open {
        [] => "no findings".to_owned(),
        [_] => "1 finding".to_owned(),
        many => format!("{} findings", many.len()),
    };
    let summary = format!("{found}, {} accepted", accepted.len());
    match open.first() {
        None => summary,
        Some(first) => format!(
            "{summary}; `cargo xtask lint --explain {}` says why that is one, and how to accept it",
            first.code
        ),
    }
}

/// A code that a lint has.
fn known(code: &str) -> Result<&'static lint::Lint, String> {
    lint::find(code).map_err(|unknown: Box<Diagnostic>| match &unknown.help {
        Some(help) => format!("{}: {help}", unknown.message),
        None => unknown.message.clone(),
    })
}

/// Why a lint's findings smell, and how to accept them.
fn explanation(found: &lint::Lint) -> String {
    let mut text = format!("{}: {}\n\n{}", found.code, found.summary, found.explanation);
    if let Some(acceptance) = found.acceptance() {
        text.push_str("\n\nA finding is accepted in the metadata of any file of the model:\n\n");
        let lines = acceptance.lines().map(|line| format!("    {line}"));
        text.push_str(&lines.collect::<Vec<_>>().join("\n"));
    }
    text
}

/// The codes, for the help.
fn codes() -> String {
    let longest = LINTS.iter().map(|lint| lint.code.len()).max().unwrap_or(0);
    let lines = LINTS
        .iter()
        .map(|lint| format!("  {:longest$}  {}\n", lint.code, lint.summary));
    let lines: String = lines.collect();
    format!("Codes:\n{lines}\n{EXAMPLES}")
}

const EXAMPLES: &str = "\
Examples:
  cargo xtask lint                               the model of this repository
  cargo xtask lint --accepted                    what was accepted in it too, and why
  cargo xtask lint --explain secret-name         why something is a finding
  cargo xtask lint --model chat.json             another model

Exit codes:
  0  there is no finding but those that are accepted
  1  there is one, or the model is wrong
  2  the command line is wrong";
