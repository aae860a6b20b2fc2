//! The command line.

mod import;

use std::process::ExitCode;

use clap::Parser;

/// The command line of the project.
#[derive(Parser)]
#[command(name = "cargo xtask")]
enum Command {
    /// Makes the model file of a published model.
    Import(import::Import),
}

fn main() -> ExitCode {
    let result = match Command::parse() {
        Command::Import(import) => import.run(),
    };
    match result {
        Ok(report) => {
            println!("{report}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
