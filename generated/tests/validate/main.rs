//! Inputs against the constraints of the model.
//!
//! [`table`] holds the crate's checks against a table of cases, `cases.json`. The same table was run through botocore's
//! validator (versions 1.43.11 and 1.44.5) with `botocore_agrees.py`, which lies beside it: botocore finds what stands in
//! `botocore` of a case, or else just what stands in `violations`. It differs by rules, which the test asserts:
//!
//! - it knows the lower bounds of lengths and ranges alone, so that nothing is too long or too great;
//! - it counts no entries of maps and no bytes of blobs;
//! - it knows neither patterns nor unique items;
//! - an empty label is too short for it, where the model has a length; where it has none, it finds nothing.
//!
//! Of required members, lengths and ranges both find the same, at the same places. What the table cannot have are
//! structures that lack a required member which is no structure: their builders refuse it.

#[cfg(all(test, feature = "blocking"))]
mod blocking;
#[cfg(test)]
mod calls;
#[cfg(test)]
mod inputs;
#[cfg(test)]
mod table;

#[cfg(test)]
use ivs_realtime::runtime::validate::{InvalidInput, Violation, ViolationKind};

/// A violation in the words of the table.
#[cfg(test)]
fn line(violation: &Violation) -> String {
    let path = violation.path();
    match violation.kind() {
        ViolationKind::Required => format!("{path} required"),
        ViolationKind::EmptyLabel => format!("{path} label"),
        ViolationKind::Length { found, .. } => format!("{path} length {}", found.unwrap()),
        ViolationKind::Range { found, .. } => format!("{path} range {}", found.as_ref().unwrap()),
        ViolationKind::Pattern { .. } => format!("{path} pattern"),
        ViolationKind::Duplicate { .. } => format!("{path} uniqueItems"),
        other => panic!("the table has no word for {other:?}"),
    }
}

/// What was found, in the words of the table.
#[cfg(test)]
fn lines(found: &Result<(), InvalidInput>) -> Vec<String> {
    match found {
        Ok(()) => Vec::new(),
        Err(error) => error.violations().iter().map(line).collect(),
    }
}
