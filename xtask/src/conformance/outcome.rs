//! What came of the tests.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::path::Path;
use std::process::Command;

use super::package::Package;

/// What came of one case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    Passed,
    /// And what it said.
    Failed(String),
}

/// Runs the tests of a package; one outcome for each of its cases, in their order.
pub(super) fn run(package: &Package, executable: &Path) -> Vec<Outcome> {
    // What a case has found counts, not how it came to look.
    let mut command = Command::new(executable);
    match command.env("RUST_BACKTRACE", "0").output() {
        Ok(output) => read(
            package.tests.iter().map(|test| test.path.as_str()),
            &String::from_utf8_lossy(&output.stdout),
        ),
        Err(error) => all_failed(package, &format!("the tests could not be run: {error}")),
    }
}

/// The outcomes of a package that could not be built.
pub(super) fn not_built(package: &Package) -> Vec<Outcome> {
    all_failed(package, "the package could not be built")
}

fn all_failed(package: &Package, why: &str) -> Vec<Outcome> {
    let failed = || Outcome::Failed(why.to_owned());
    std::iter::repeat_with(failed)
        .take(package.tests.len())
        .collect()
}

/// Reads what a test program says. A case that it says nothing of has failed: it did not run, or took the program
/// with it.
fn read<'a>(tests: impl Iterator<Item = &'a str>, said: &str) -> Vec<Outcome> {
    let passed: BTreeSet<&str> = said
        .lines()
        .filter_map(|line| line.strip_prefix("test ")?.strip_suffix(" ... ok"))
        .collect();
    let reasons = reasons(said);
    tests
        .map(|path| {
            if passed.contains(path) {
                return Outcome::Passed;
            }
            let why = reasons.get(path).cloned();
            Outcome::Failed(why.unwrap_or_else(|| "it did not run to its end".to_owned()))
        })
        .collect()
}

/// What failed tests have said: each under a line with its path. What tells of the thread and of backtraces is left
/// out.
fn reasons(said: &str) -> BTreeMap<&str, String> {
    let mut reasons: BTreeMap<&str, String> = BTreeMap::new();
    let mut current = None;
    for line in said.lines() {
        let heading = line.strip_prefix("---- ");
        if let Some(path) = heading.and_then(|line| line.strip_suffix(" stdout ----")) {
            current = Some(path);
        } else if line == "failures:" {
            current = None;
        } else if let Some(path) = current
            && !line.is_empty()
            && !line.starts_with("thread '")
            && !line.starts_with("note: run with `RUST_BACKTRACE")
        {
            let reason = reasons.entry(path).or_default();
            reason.push_str(line);
            reason.push('\n');
        }
    }
    reasons
}

/// How many passed and failed.
#[derive(Default)]
pub(super) struct Tally {
    passed: usize,
    failed: usize,
    packages: BTreeSet<String>,
}

impl Tally {
    /// Counts the cases of a package.
    pub(super) fn count(&mut self, package: &Package, outcomes: &[Outcome]) {
        let passed = outcomes.iter().filter(|one| **one == Outcome::Passed);
        let passed = passed.count();
        self.passed += passed;
        self.failed += outcomes.len() - passed;
        self.packages.insert(package.name.clone());
    }

    /// Counts a model of which nothing was generated.
    pub(super) fn failed_model(&mut self) {
        self.failed += 1;
    }

    /// Whether the cases of a package were counted.
    pub(super) fn has_run(&self, package: &Package) -> bool {
        self.packages.contains(&package.name)
    }

    /// Whether there were cases, and all passed.
    pub(super) fn is_good(&self) -> bool {
        self.passed > 0 && self.failed == 0
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_a_test_program_says() {
        let said = "\nrunning 3 tests\ntest a::one ... ok\ntest a::two ... FAILED\n\nfailures:\n\n\
            ---- a::two stdout ----\n\nthread 'a::two' (7) panicked at src/a.rs:1:2:\nthis differs:\n  output.x: ..\n\
            note: run with `RUST_BACKTRACE=1` environment variable to display a backtrace\n\n\nfailures:\n    a::two\n\n\
            test result: FAILED. 1 passed; 1 failed\n";
        let outcomes = read(["a::one", "a::two", "a::three"].into_iter(), said);
        assert_eq!(
            outcomes,
            [
                Outcome::Passed,
                Outcome::Failed("this differs:\n  output.x: ..\n".to_owned()),
                Outcome::Failed("it did not run to its end".to_owned())
            ]
        );
    }
}
