//! `cargo xtask conformance`: runs the tests that models hold against what is generated of them.

mod build;
mod outcome;
mod package;

use std::path::PathBuf;

use clap::Args;
use ivs_realtime_codegen::{Diagnostic, Diagnostics, TestKind};

use self::outcome::{Outcome, Tally};
use self::package::Package;
use crate::console::{Console, Speech};
use crate::disk::shown;
use crate::models;
use crate::progress::Progress;

/// Runs the tests that models hold, against the code that is generated of them.
///
/// A model may say by examples what is right: which request an input becomes and which output an answer
/// (`smithy.test#httpRequestTests`, `smithy.test#httpResponseTests`), and which endpoint its rules find
/// (`smithy.rules#endpointTests`). Smithy's own tests of the protocol are such models.
///
/// Each model is generated with its tests into a package below `target/conformance`; the packages are built in one
/// folder, with the versions of this repository's `Cargo.lock`, and run. Operations with event streams are left out,
/// and named. Each case is told with its kind, its id and the shape it stands on, as it comes, and with every
/// difference if it failed. The last line is `N passed, N failed`.
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Conformance {
    /// A model of one file, or a folder: every `.json` file below it is taken that is a model with a service.
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) speech: Speech,
}

const EXAMPLES: &str = "\
Examples:
  cargo xtask conformance model                this repository's model: tests of endpoints
  cargo xtask conformance models/ more.json    all models of a folder, and another
  cargo xtask conformance codegen/tests/fixtures/protocol_tests.json
                                               the project's own cases of the protocol

Exit codes:
  0  every case passed
  1  a case failed or did not run, a model could not be generated or built, or there was no case
  2  the command line is wrong";

impl Conformance {
    /// Runs all cases, and tells each; says whether there were any and all passed.
    pub(crate) fn run(&self, console: Console) -> Result<bool, Diagnostics> {
        let found = models::find(&self.paths)?;
        let _turn = package::take_turn()?;
        for (path, why) in &found.passed_over {
            console.say(format!("passed over {path}: {why}"));
        }
        let mut tally = Tally::default();
        let progress = Progress::of_each("generating", found.models.len());
        let mut packages: Vec<Package> = Vec::new();
        for model in &found.models {
            match Package::generate(model, &packages) {
                Ok(package) => {
                    progress.suspend(|| tell_omitted(&package, console));
                    packages.push(package);
                }
                Err(faults) => progress.suspend(|| {
                    console.say(format!("failed model {}", shown(model)));
                    console.show(&faults);
                    tally.failed_model();
                }),
            }
            progress.step();
        }
        drop(progress);
        packages.retain(|package| {
            if package.tests.is_empty() {
                console.say(format!("no cases in {}", package.model));
            }
            !package.tests.is_empty()
        });
        if !packages.is_empty() {
            package::write_workspace(&packages)?;
            build::build(&packages, |package, executable| {
                let outcomes = outcome::run(package, executable);
                tell(package, &outcomes, console);
                tally.count(package, &outcomes);
            })?;
        }
        for package in &packages {
            if tally.has_run(package) {
                continue;
            }
            let all_failed = outcome::not_built(package);
            console.say(format!("{} could not be built: see above", package.model));
            tell(package, &all_failed, console);
            tally.count(package, &all_failed);
        }
        console.say(&tally);
        Ok(tally.is_good())
    }
}

fn tell_omitted(package: &Package, console: Console) {
    for operation in &package.omitted {
        console.say(format!(
            "omitted {operation} of {}: it has an event stream",
            package.model
        ));
    }
}

/// Tells each case of a package.
fn tell(package: &Package, outcomes: &[Outcome], console: Console) {
    console.say(&package.model);
    for (test, outcome) in package.tests.iter().zip(outcomes) {
        let kind = match test.kind {
            TestKind::Request => "request",
            TestKind::Response => "response",
            TestKind::Endpoint => "endpoint",
        };
        let (verb, why) = match outcome {
            Outcome::Passed => ("passed", ""),
            Outcome::Failed(why) => ("failed", why.as_str()),
        };
        console.say(format!("  {verb} {kind} {} ({})", test.id, test.shape));
        for line in why.lines() {
            console.say(format!("      {line}"));
        }
    }
}

/// What to say of something that the machine could not do.
fn broken(message: String) -> Diagnostics {
    Diagnostic::new(message).into()
}
