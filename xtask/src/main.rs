//! The command line.

mod arguments;
mod compare;
mod completion;
mod conformance;
mod console;
mod crate_version;
mod diff;
mod disk;
mod generate;
mod import;
mod lint;
mod models;
mod progress;
mod show;
mod update;

use std::process::ExitCode;

use clap::{CommandFactory, Parser, Subcommand};
use ivs_realtime_codegen::Diagnostics;

use crate::console::Console;

/// Keeps the Rust client of Amazon IVS Real-Time in step with the service's API.
///
/// A model, in `model/`, describes the API: its operations, types and errors. From it a generator writes the source code
/// of the client crate, in `generated/src/api`. These commands run the generator, take in newer models, and tell what a
/// model holds, what is doubtful in it and what has changed. The generator takes models of other services too.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", max_term_width = 120, after_help = AFTER_HELP)]
struct CommandLine {
    #[command(subcommand)]
    command: Command,
}

const AFTER_HELP: &str = "\
What one needs first:
  cargo xtask generate                    write the client's source code from the model
  cargo xtask generate --check            show what that would change, and write nothing
  cargo xtask show CreateStage            see what becomes of something in the model

When the service's API has changed:
  cargo xtask update                      learn where published models come from
  cargo xtask diff model botocore.whl     see what a published model changes
  cargo xtask update botocore.whl         take it over: model, code, version and changelog
  cargo xtask lint                        see what is doubtful in the model now

`cargo xtask COMMAND --help` tells more of a command. Errors and warnings come as JSON, for editors, with \
`--format json`; colours are left out where there is no terminal, or with NO_COLOR set.

Exit codes, of all commands:
  0  done, and nothing is left to do
  1  there is something to act on: a model is wrong, files differ, a finding or a failure is there
  2  the command line is wrong";

// What the commands do stands on their own types: documentation here would take its place in their helps.
#[derive(Subcommand)]
enum Command {
    Generate(generate::Generate),
    Update(update::Update),
    Import(import::Import),
    Diff(diff::Diff),
    Lint(lint::Lint),
    Show(show::Show),
    Conformance(conformance::Conformance),
    Compare(compare::Compare),
    Completion(completion::Completion),
}

fn main() -> ExitCode {
    let command = CommandLine::parse().command;
    match command.run() {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(faults) => {
            command.console().fail(&faults, command.failed());
            ExitCode::FAILURE
        }
    }
}

impl Command {
    /// Runs it; says whether nothing is left to act on.
    fn run(&self) -> Result<bool, Diagnostics> {
        let console = self.console();
        match self {
            Self::Generate(generate) => generate.run().map(|outcome| {
                console.say(outcome.report);
                !outcome.differs
            }),
            Self::Update(update) => update.run().map(|report| {
                console.say(report);
                true
            }),
            Self::Import(import) => import.run().map(|report| {
                console.say(report);
                true
            }),
            Self::Diff(diff) => diff.run(),
            Self::Lint(lint) => lint.run(console),
            Self::Show(show) => show.run(console),
            Self::Conformance(conformance) => conformance.run(console),
            Self::Compare(compare) => compare.run(console),
            Self::Completion(completion) => {
                console.say(completion.script(CommandLine::command()));
                Ok(true)
            }
        }
    }

    /// How it speaks.
    fn console(&self) -> Console {
        match self {
            Self::Generate(generate) => generate.speech.console(),
            Self::Update(update) => update.speech.console(),
            Self::Import(import) => import.speech.console(),
            Self::Diff(diff) => diff.console(),
            Self::Lint(lint) => lint.speech.console(),
            Self::Show(show) => show.speech.console(),
            Self::Conformance(conformance) => conformance.speech.console(),
            Self::Compare(compare) => compare.speech.console(),
            Self::Completion(_) => Console::default(),
        }
    }

    /// What to say if it fails.
    fn failed(&self) -> &'static str {
        match self {
            Self::Generate(_) => "could not generate",
            Self::Update(_) => "could not take the model over",
            Self::Import(_) => "could not import",
            Self::Diff(_) => "could not compare the models",
            Self::Lint(_) => "could not look for findings",
            Self::Show(_) => "could not show it",
            Self::Conformance(_) => "could not run the tests",
            Self::Compare(_) => "could not compare the clients",
            Self::Completion(_) => "could not write the script",
        }
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    /// Names, conflicts and values agree with each other in all commands.
    #[test]
    fn the_command_line_is_consistent() {
        super::CommandLine::command().debug_assert();
    }
}
