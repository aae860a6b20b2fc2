//! The command line.

mod compare;
mod diff;
mod disk;
mod generate;
mod import;

use std::process::ExitCode;

use clap::Parser;
use ivs_realtime_codegen::Diagnostics;

/// The command line of the project.
#[derive(Parser)]
#[command(name = "cargo xtask")]
enum Command {
    /// Holds the client against the official one.
    Compare(compare::Compare),
    // What it is for stands with its arguments, at greater length.
    Diff(diff::Diff),
    /// Generates the client crate from the model.
    Generate(generate::Generate),
    /// Makes the model file of a published model.
    Import(import::Import),
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
    }
}
