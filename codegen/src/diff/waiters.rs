//! Waiters: the methods `wait_until_..` of the client.

use super::findings::Deprecates;
use super::{Findings, Rule, Side};
use crate::ir::waiter::Waiter;
use crate::ir::{Operation, Service};
use crate::model;

/// Compares the waiters of two services.
pub(super) fn compare(old: &Side, new: &Side, findings: &mut Findings<'_>) {
    for (operation, waiter) in all(&old.service) {
        let path = format!("Client::{}", waiter.method);
        let mut others = all(&new.service);
        match others.find(|(_, other)| other.method == waiter.method) {
            Some((other, new_waiter)) => {
                if other.wire_name != operation.wire_name {
                    let what = format!(
                        "waits for `{}` instead of `{}`",
                        other.wire_name, operation.wire_name
                    );
                    findings.push(Rule::WaiterOperationChanged, &path, what);
                } else if waiter.acceptors != new_waiter.acceptors {
                    findings.push(Rule::WaiterChanged, &path, "looks for other states");
                }
                let delays =
                    |waiter: &Waiter| format!("{} to {}", waiter.delays.0, waiter.delays.1);
                let delays = ("delays in seconds", delays(waiter), delays(new_waiter));
                findings.value(Rule::WaiterChanged, &path, delays);
                let notes = (waiter.deprecated.as_ref(), new_waiter.deprecated.as_ref());
                findings.deprecation(&path, notes.0, notes.1, Deprecates::Methods);
                documentation(&path, (old, waiter), (new, new_waiter), findings);
            }
            None => findings.push(Rule::WaiterRemoved, &path, "the waiter is removed"),
        }
    }
    for (operation, waiter) in all(&new.service) {
        let mut others = all(&old.service);
        if !others.any(|(_, other)| other.method == waiter.method) {
            let what = format!("a new waiter, of `{}`", operation.wire_name);
            let path = format!("Client::{}", waiter.method);
            findings.push(Rule::WaiterAdded, path, what);
        }
    }
    for (which, side) in [("old", old), ("new", new)] {
        for name in &side.service.omitted_waiters {
            findings.note(format!(
                "the waiter {name} of the {which} model was not compared: its path is not supported"
            ));
        }
    }
}

fn all(service: &Service) -> impl Iterator<Item = (&Operation, &Waiter)> {
    let operations = service.operations.iter();
    operations.flat_map(|operation| {
        let waiters = operation.waiters.iter();
        waiters.map(move |waiter| (operation, waiter))
    })
}

fn documentation(
    path: &str,
    (old, old_waiter): (&Side, &Waiter),
    (new, new_waiter): (&Side, &Waiter),
    findings: &mut Findings<'_>,
) {
    let text = |side: &Side, name: &str| -> Option<Vec<String>> {
        let operations = side.model.operations.iter();
        let mut waiters = operations.flat_map(|operation| &operation.traits.waiters);
        let waiter: &model::Waiter = waiters.find(|waiter| waiter.name == name)?;
        let words = waiter.documentation.as_ref()?.split_whitespace();
        Some(words.map(str::to_owned).collect())
    };
    if text(old, &old_waiter.name) != text(new, &new_waiter.name) {
        findings.push(Rule::DocumentationChanged, path, "documentation changed");
    }
}
