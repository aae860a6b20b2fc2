//! Checks that every shape which is named is there.

use serde_json::Value;

use super::{Object, prelude};
use crate::diagnostic::{Diagnostic, Diagnostics};

/// The properties of a shape that name other shapes by `{"target": id}`, alone or in lists. Members are apart.
const REFERENCES: [&str; 19] = [
    "member",
    "key",
    "value",
    "input",
    "output",
    "errors",
    "operations",
    "resources",
    "mixins",
    "create",
    "put",
    "read",
    "update",
    "delete",
    "list",
    "collectionOperations",
    "identifiers",
    "properties",
    "members",
];

/// A fault for each reference to a shape that neither the model nor the prelude defines.
pub(super) fn check(file: &str, shapes: &Object) -> Result<(), Diagnostics> {
    let mut faults = Diagnostics::new();
    for (id, shape) in shapes {
        for property in REFERENCES {
            let Some(value) = shape.get(property) else {
                continue;
            };
            visit(value, id, &mut |place, target| {
                if !shapes.contains_key(target) && !prelude::defines(target) {
                    faults.push(
                        Diagnostic::new(format!(
                            "found `{target}` under `{property}`, which the model does not define"
                        ))
                        .in_file(file)
                        .on(place)
                        .reference(target)
                        .help("define the shape, or mend the name"),
                    );
                }
            });
        }
    }
    faults.into_result()
}

/// Calls for each target in a value, with the place it is named at: the shape, or its member.
fn visit(value: &Value, place: &str, found: &mut dyn FnMut(&str, &str)) {
    if let Some(target) = value.get("target").and_then(Value::as_str) {
        found(place, target);
        return;
    }
    match value {
        Value::Array(items) => items.iter().for_each(|item| visit(item, place, found)),
        Value::Object(members) => {
            for (name, member) in members {
                visit(member, &format!("{place}${name}"), found);
            }
        }
        _ => {}
    }
}
