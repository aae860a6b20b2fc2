//! What a person is told.

use std::collections::BTreeSet;
use std::fmt;

use crate::cases::Case;
use crate::compare::Finding;
use crate::differences::Ledger;

/// How many unlisted differences are shown in full.
const SHOWN: usize = 20;

/// What was compared, and what differs.
pub struct Report {
    groups: Vec<Group>,
    ledger: Ledger,
    unlisted: Vec<String>,
}

struct Group {
    name: &'static str,
    operations: BTreeSet<String>,
    calls: usize,
    requests: usize,
}

impl Report {
    /// Nothing was compared yet.
    pub fn new(ledger: Ledger) -> Self {
        Self {
            groups: Vec::new(),
            ledger,
            unlisted: Vec::new(),
        }
    }

    /// Adds what a case has shown.
    pub fn add(&mut self, case: &Case, requests: usize, findings: Vec<Finding>) {
        let index = self
            .groups
            .iter()
            .position(|group| group.name == case.group);
        let index = index.unwrap_or_else(|| {
            self.groups.push(Group {
                name: case.group,
                operations: BTreeSet::new(),
                calls: 0,
                requests: 0,
            });
            self.groups.len() - 1
        });
        let group = &mut self.groups[index];
        group.operations.insert(case.operation.clone());
        group.calls += 1;
        group.requests += requests;
        for finding in findings {
            if !self.ledger.accepts(case, &finding) {
                self.unlisted.push(format!(
                    "{} ({}: {}): {}\n  official: {}\n  ours:     {}",
                    case.operation,
                    case.group,
                    case.name,
                    finding.place,
                    finding.official,
                    finding.ours
                ));
            }
        }
    }

    /// Whether all is as it is meant to be.
    pub fn is_good(&self) -> bool {
        self.unlisted.is_empty() && self.ledger.never_applied().next().is_none()
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "{:<22} {:>10} {:>6} {:>9}",
            "compared", "operations", "calls", "requests"
        )?;
        for group in &self.groups {
            let (operations, calls) = (group.operations.len(), group.calls);
            writeln!(
                f,
                "{:<22} {operations:>10} {calls:>6} {:>9}",
                group.name, group.requests
            )?;
        }
        writeln!(f, "\naccepted differences")?;
        for (accepted, count) in self.ledger.occurred() {
            writeln!(f, "{count:>6}  {}: {}", accepted.place, accepted.reason)?;
        }
        for accepted in self.ledger.never_applied() {
            writeln!(
                f,
                "\nnever applied: {}: {}\n  help: take it off the list in generated/side-by-side/src/bin/wire/differences.rs",
                accepted.place, accepted.reason
            )?;
        }
        if !self.unlisted.is_empty() {
            writeln!(f, "\nunlisted differences: {}", self.unlisted.len())?;
            for unlisted in self.unlisted.iter().take(SHOWN) {
                writeln!(f, "{unlisted}")?;
            }
            if self.unlisted.len() > SHOWN {
                writeln!(f, "... and {} more", self.unlisted.len() - SHOWN)?;
            }
            writeln!(
                f,
                "help: mend the client, or list the difference with its reason in \
                 generated/side-by-side/src/bin/wire/differences.rs"
            )?;
        }
        Ok(())
    }
}
