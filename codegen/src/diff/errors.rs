//! The errors of a service, which are variants of one enum.

use super::rename::Pairs;
use super::structures::Role;
use super::{Findings, Rule, structures};
use crate::ir::{ErrorShape, Service};

/// Compares the errors of two services.
pub(super) fn compare(old: &Service, new: &Service, findings: &mut Findings<'_>) {
    // Errors are too much alike to tell a rename by their members.
    let pairs = Pairs::of(
        &old.errors,
        &new.errors,
        |error| error.structure.name.to_string(),
        |_| String::new(),
    );
    for (old, new) in &pairs.both {
        compare_error(old, new, findings);
    }
    for error in &pairs.removed {
        let what = format!(
            "the error and `error::Error::{}` are removed",
            error.structure.name
        );
        findings.push(Rule::ErrorRemoved, path(error), what);
    }
    for error in &pairs.added {
        let what = format!("a new error, and `error::Error::{}`", error.structure.name);
        findings.push(Rule::ErrorAdded, path(error), what);
    }
}

fn path(error: &ErrorShape) -> String {
    format!("types::error::{}", error.structure.name)
}

fn compare_error(old: &ErrorShape, new: &ErrorShape, findings: &mut Findings<'_>) {
    let path = path(old);
    structures::compare(&path, &old.structure, &new.structure, Role::Error, findings);
    findings.value(
        Rule::ErrorWireChanged,
        &path,
        ("code", &old.code, &new.code),
    );
    findings.value(
        Rule::ErrorWireChanged,
        &path,
        ("HTTP status", old.status, new.status),
    );
    let side = |error: &ErrorShape| {
        if error.is_server_fault {
            "the service"
        } else {
            "the caller"
        }
    };
    findings.value(
        Rule::ErrorWireChanged,
        &path,
        ("who is at fault", side(old), side(new)),
    );
    let retry = |error: &ErrorShape| match error.retryable {
        None => "not by the model",
        Some(false) => "yes",
        Some(true) => "yes, as throttling",
    };
    findings.value(
        Rule::RetryChanged,
        &path,
        ("tried again", retry(old), retry(new)),
    );
}
