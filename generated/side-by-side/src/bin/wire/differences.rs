//! The differences that are meant, each with its reason.

use crate::cases::Case;
use crate::compare::Finding;

/// A difference that is meant.
pub struct Accepted {
    /// Where it is found.
    pub place: &'static str,
    /// Whether a finding there is this difference, and not something else.
    pub is_it: fn(&Case, &Finding) -> bool,
    /// Whether it has to occur: one that depends on the clock need not.
    pub occurs: Occurs,
    /// Why it is meant.
    pub reason: &'static str,
}

/// How often a difference occurs.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Occurs {
    /// In every run.
    Always,
    /// In some.
    Sometimes,
}

use Occurs::{Always, Sometimes};

/// All of them.
const ACCEPTED: &[Accepted] = &[];

/// Counts which of the accepted differences have occurred.
pub struct Ledger {
    counts: Vec<usize>,
}

impl Ledger {
    /// Nothing has occurred yet.
    pub fn new() -> Self {
        Self {
            counts: vec![0; ACCEPTED.len()],
        }
    }

    /// Whether the difference is meant.
    pub fn accepts(&mut self, case: &Case, finding: &Finding) -> bool {
        for (accepted, count) in ACCEPTED.iter().zip(&mut self.counts) {
            if accepted.place == finding.place && (accepted.is_it)(case, finding) {
                *count += 1;
                return true;
            }
        }
        false
    }

    /// The differences that have occurred, and how often.
    pub fn occurred(&self) -> impl Iterator<Item = (&'static Accepted, usize)> {
        let counts = self.counts.iter().copied();
        ACCEPTED.iter().zip(counts).filter(|(_, count)| *count > 0)
    }

    /// The differences that should have occurred and did not.
    pub fn never_applied(&self) -> impl Iterator<Item = &'static Accepted> {
        let all = ACCEPTED.iter().zip(&self.counts);
        all.filter(|(accepted, count)| **count == 0 && accepted.occurs == Always)
            .map(|(accepted, _)| accepted)
    }
}
