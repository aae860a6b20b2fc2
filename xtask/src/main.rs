//! The command line.

mod compare;
mod conformance;
mod crate_version;
mod diff;
mod disk;
mod generate;
mod import;
mod lint;
mod models;
mod show;
mod update;

use std::process::ExitCode;

use clap::Parser;
use ivs_realtime_codegen::Diagnostics;

/// The command line of the project.
#[derive(Parser)]
#[command(name = "cargo xtask")]
// What the commands do stands on their own types: documentation here would take its place in their helps.
enum Command {
    Compare(compare::Compare),
    Conformance(conformance::Conformance),
    Diff(diff::Diff),
    Generate(generate::Generate),
    Import(import::Import),
    Lint(lint::Lint),
    Show(show::Show),
    Update(update::Update),
}

fn main() -> ExitCode {
    match run() {
        Ok(code) => code,
        Err(diagnostics) => {
            eprintln!("{diagnostics}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<ExitCode, Diagnostics> {
    match Command::parse() {
        Command::Compare(compare) => Ok(if compare.run()? {
            ExitCode::SUCCESS
        } else {
            ExitCode::FAILURE
        }),
        Command::Conformance(conformance) => Ok(if conformance.run()? {
            ExitCode::SUCCESS
        } else {
            ExitCode::FAILURE
        }),
        Command::Diff(diff) => diff.run(),
        Command::Generate(generate) => {
            let outcome = generate.run()?;
            println!("{}", outcome.report);
            Ok(if outcome.differs {
                ExitCode::FAILURE
            } else {
                ExitCode::SUCCESS
            })
        }
        Command::Import(import) => {
            println!("{}", import.run()?);
            Ok(ExitCode::SUCCESS)
        }
        Command::Show(show) => {
            println!("{}", show.run()?);
            Ok(ExitCode::SUCCESS)
        }
        Command::Update(update) => {
            anstream::println!("{}", update.run()?);
            Ok(ExitCode::SUCCESS)
        }
        Command::Lint(lint) => {
            let outcome = lint.run()?;
            println!("{}", outcome.report);
            Ok(if outcome.is_clean {
                ExitCode::SUCCESS
            } else {
                ExitCode::FAILURE
            })
        }
    }
}
