//! Names of operations: the base of what their pages define, the module, the method of the client.

use std::collections::BTreeMap;

use super::words::{Taken, is_upper_camel, module, snake, upper_camel};
use crate::ir::{Name, reserved};
use crate::model::{Model, Operation, ShapeId};

/// What the page of an operation defines, by what follows the operation's name.
const SUFFIXES: [&str; 6] = [
    "Input",
    "Output",
    "InputBuilder",
    "OutputBuilder",
    "FluentBuilder",
    "Error",
];

/// Names that modules in `operation` do not get: that of the builders, and its own, which would read oddly twice.
const TAKEN_MODULES: [&str; 2] = ["builders", "operation"];

/// The names of an operation.
pub(in crate::resolve) struct OperationNames {
    /// `CreateStage`, on which the names of input, output and builders are made.
    pub(in crate::resolve) base: Name,
    /// Its module in `operation`.
    pub(in crate::resolve) module: Name,
    /// Its method on the client.
    pub(in crate::resolve) method: Name,
}

/// The names of what an operation's page defines.
fn defined(base: &Name) -> Vec<String> {
    let name = |suffix| base.suffixed(suffix).as_str().to_owned();
    SUFFIXES.map(name).to_vec()
}

/// Names every operation, and gives the names that their pages define. An operation whose name is in Rust's case
/// already keeps it, whatever others there are.
pub(super) fn name_operations(model: &Model) -> (BTreeMap<&ShapeId, OperationNames>, Taken) {
    let mut operations: Vec<&Operation> = model.operations.iter().collect();
    operations.sort_by_key(|operation| (!is_upper_camel(operation.id.name()), &operation.id));
    let [mut items, mut modules, mut methods] = [(); 3].map(|()| Taken::default());
    let mut name = |operation: &Operation| {
        let text = operation.id.name();
        let plain = upper_camel(text);
        let is_free = !defined(&plain).iter().any(|name| is_imported(name));
        let base = if is_free {
            plain
        } else {
            plain.suffixed("Operation")
        };
        let method = snake(text);
        let method = if reserved::METHODS.contains(&method.as_str()) {
            method.suffixed("_operation")
        } else {
            method
        };
        OperationNames {
            base: items.number_with(&base, defined),
            module: modules.number(&module(text, &TAKEN_MODULES)),
            method: methods.number(&method),
        }
    };
    let names = operations
        .into_iter()
        .map(|operation| (&operation.id, name(operation)))
        .collect();
    (names, items)
}

/// Whether pages import something of this name.
fn is_imported(name: &str) -> bool {
    reserved::TYPES.iter().any(|(taken, _)| *taken == name)
}
