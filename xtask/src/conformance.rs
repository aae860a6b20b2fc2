//! `cargo xtask conformance`: runs the tests that models hold against what is generated of them.

mod build;
mod outcome;
mod package;

use std::path::PathBuf;

use clap::Args;
use ivs_realtime_codegen::{Diagnostic, Diagnostics, TestKind};

use self::outcome::{Outcome, Tally};
use self::package::Package;
use crate::models;

/// Runs the tests that models hold: of requests and answers (`smithy.test#httpRequestTests`,
/// `smithy.test#httpResponseTests`), and of endpoint rules (`smithy.rules#endpointTests`).
///
/// Each model is generated with its tests into a package below `target/conformance`; the packages are built in one
/// folder, with the versions of this repository's `Cargo.lock`, and run. Operations with event streams are left out,
/// and named. Each case is told with its kind, its id and the shape it stands on, as it comes, and with every
/// difference if it failed. The last line is `N passed, N failed`.
///
/// Exits with 0 if every case passed; with 1 if one failed or did not run, a model could not be generated or built, a
/// path could not be read, or there was no case at all; with 2 if the command line is wrong.
#[derive(Args)]
pub(crate) struct Conformance {
    /// A model of one file, or a folder: every `.json` file below it is taken that is a model with a service.
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
}

impl Conformance {
    /// Runs all cases, and tells each; says whether there were any and all passed.
    pub(crate) fn run(&self) -> Result<bool, Diagnostics> {
        let found = models::find(&self.paths)?;
        let _turn = package::take_turn()?;
        for (path, why) in &found.passed_over {
            println!("passed over {path}: {why}");
        }
        let mut tally = Tally::default();
        let mut packages: Vec<Package> = Vec::new();
        for model in &found.models {
            match Package::generate(model, &packages) {
                Ok(package) => {
                    tell_omitted(&package);
                    packages.push(package);
                }
                Err(faults) => tally.failed_model(&crate::disk::shown(model), &faults.to_string()),
            }
        }
        packages.retain(|package| {
            if package.tests.is_empty() {
                println!("no cases in {}", package.model);
            }
            !package.tests.is_empty()
        });
        if !packages.is_empty() {
            package::write_workspace(&packages)?;
            build::build(&packages, |package, executable| {
                tell(package, &outcome::run(package, executable), &mut tally);
            })?;
        }
        for package in &packages {
            if tally.has_run(package) {
                continue;
            }
            let all_failed = outcome::not_built(package);
            println!("{} could not be built: see above", package.model);
            tell(package, &all_failed, &mut tally);
        }
        println!("{tally}");
        Ok(tally.is_good())
    }
}

fn tell_omitted(package: &Package) {
    for operation in &package.omitted {
        println!(
            "omitted {operation} of {}: it has an event stream",
            package.model
        );
    }
}

/// Tells each case of a package, and counts it.
fn tell(package: &Package, outcomes: &[Outcome], tally: &mut Tally) {
    println!("{}", package.model);
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
        println!("  {verb} {kind} {} ({})", test.id, test.shape);
        for line in why.lines() {
            println!("      {line}");
        }
    }
    tally.count(package, outcomes);
}

/// What to say of something that the machine could not do.
fn broken(message: String) -> Diagnostics {
    Diagnostic::new(message).into()
}
