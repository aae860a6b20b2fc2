//! The command line.

mod compare;
mod disk;
mod generate;
mod import;
mod lint;
mod show;

use std::process::ExitCode;

use clap::Parser;
use ivs_realtime_codegen::Diagnostics;

/// The command line of the project.
#[derive(Parser)]
#[command(name = "cargo xtask")]
enum Command {
    /// Holds the client against the official one.
    Compare(compare::Compare),
    /// Generates the client crate from the model.
    Generate(generate::Generate),
    /// Makes the model file of a published model.
    Import(import::Import),
    /// Says what is legal in the model but smells.
    Lint(lint::Lint),
    /// Shows one shape of the model as the generator sees it.
    Show(show::Show),
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
