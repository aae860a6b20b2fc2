//! Waiters: a name for each in the service, whatever the case of its letters
//! ([Smithy 2.0, waiter names](https://smithy.io/2.0/additional-specs/waiters.html#waiter-names)).

use std::collections::BTreeMap;

use super::faults::Faults;
use crate::model::{Matcher, Model, ShapeId};

const WAITABLE: &str = "smithy.waiters#waitable";

/// Checks what several operations say together, and what an operation has to have for its waiters.
pub(super) fn check(model: &Model, faults: &mut Faults) {
    let mut taken: BTreeMap<String, (&ShapeId, &str)> = BTreeMap::new();
    for operation in &model.operations {
        for waiter in &operation.traits.waiters {
            let name = waiter.name.as_str();
            let key = name.to_ascii_lowercase();
            if let Some((other, other_name)) = taken.insert(key, (&operation.id, name)) {
                let message = format!(
                    "found the waiter `{name}`, but `{other}` has a waiter `{other_name}`; expected a name for each in \
                     the service, whatever the case of its letters"
                );
                let fault = faults.of_trait(&operation.id, WAITABLE, message);
                faults.push(fault.help("give one of them another name"));
            }
            let mut matchers = waiter.acceptors.iter().map(|acceptor| &acceptor.matcher);
            let reads_output = matchers
                .any(|matcher| matches!(matcher, Matcher::Output(_) | Matcher::InputOutput(_)));
            if reads_output && operation.output.is_none() {
                let message = format!(
                    "the waiter `{name}` has a path into the output, expected none: the operation has no output"
                );
                let fault = faults.of_trait(&operation.id, WAITABLE, message);
                faults.push(fault.help("use a matcher `success` or `errorType`"));
            }
        }
    }
}
