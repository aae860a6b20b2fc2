//! `cargo xtask lint`: what is legal in the model but smells.

use std::path::PathBuf;

use clap::Args;
use ivs_realtime_codegen::internals::lint::{self, Finding, LINTS, Options, lint};
use ivs_realtime_codegen::{Diagnostic, Diagnostics};

use crate::disk;
use crate::generate::{model_files, service_id};

/// Says what is legal in the model but smells: it generates, and a person would still want to know.
///
/// Without arguments, the files in `model/` are looked at. Each finding has a code, `warning[CODE]`, and `--explain CODE`
/// says why it smells and what to do. What is meant to be as it is can be accepted, with a reason, in the metadata of
/// `model/customizations.json`; an acceptance without a finding is a finding itself.
///
/// Exits with 0 if every finding is accepted, and with 1 if one is not, or if the model is wrong.
#[derive(Args)]
#[command(after_help = codes())]
pub(crate) struct Lint {
    /// Another model, in one or more files of Smithy JSON AST that are assembled in this order.
    #[arg(long, num_args = 1.., value_name = "FILE")]
    model: Vec<PathBuf>,
    /// The shape id of the service, where the model holds more than one.
    #[arg(long, value_name = "ID")]
    service: Option<String>,
    /// Show the findings that are accepted too, with the reasons.
    #[arg(long)]
    accepted: bool,
    /// Look at no model: explain a code.
    #[arg(long, value_name = "CODE", conflicts_with_all = ["model", "service", "accepted"])]
    explain: Option<String>,
}

/// How a run ended.
pub(crate) struct Outcome {
    /// What to tell the person.
    pub(crate) report: String,
    /// Whether nothing is left to do.
    pub(crate) is_clean: bool,
}

impl Lint {
    /// Looks at the model, or explains a code.
    pub(crate) fn run(&self) -> Result<Outcome, Diagnostics> {
        if let Some(code) = &self.explain {
            let found = lint::find(code).map_err(|unknown: Box<Diagnostic>| *unknown)?;
            return Ok(Outcome {
                report: explanation(found),
                is_clean: true,
            });
        }
        let options = Options {
            service: self.service.as_deref().map(service_id).transpose()?,
        };
        let findings = lint(&disk::read_model(&model_files(&self.model))?, &options)?;
        Ok(self.outcome(&findings))
    }

    fn outcome(&self, findings: &[Finding]) -> Outcome {
        let (accepted, open): (Vec<&Finding>, Vec<&Finding>) = findings
            .iter()
            .partition(|finding| finding.accepted.is_some());
        let shown = accepted.iter().filter(|_| self.accepted).chain(&open);
        let mut paragraphs: Vec<String> = shown.map(ToString::to_string).collect();
        let found = match open.len() {
            0 => "no findings".to_owned(),
            1 => "1 finding".to_owned(),
            many => format!("{many} findings"),
        };
        let mut summary = format!("{found}, {} accepted", accepted.len());
        if let Some(first) = open.first() {
            let code = first.code;
            summary.push_str(&format!(
                "; `cargo xtask lint --explain {code}` says why that smells, and how to accept it"
            ));
        }
        paragraphs.push(summary);
        Outcome {
            report: paragraphs.join("\n\n"),
            is_clean: open.is_empty(),
        }
    }
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
    format!("Codes:\n{}", lines.collect::<String>())
}
