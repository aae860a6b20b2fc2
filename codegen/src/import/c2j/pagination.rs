//! Pagination.

use serde_json::{Value, json};

use super::super::{File, Object, parse};
use super::node::Node;
use super::report::Report;
use super::{Model, properties};

/// The properties of a paginator and the keys of `smithy.api#paginated`.
const KEYS: [(&str, &str); 4] = [
    ("input_token", "inputToken"),
    ("output_token", "outputToken"),
    ("result_key", "items"),
    ("limit_key", "pageSize"),
];

/// Adds `smithy.api#paginated` to the operations that have a paginator.
pub(super) fn add(file: File<'_>, model: &Model<'_>, operations: &mut Object, report: &Report) {
    let root = match parse::object(file) {
        Ok(root) => root,
        Err(faults) => return report.faults(faults),
    };
    let root = Node::root(&root, file, report);
    root.check(&properties::PAGINATORS);
    for (name, paginator) in root.need_object("pagination").into_iter().flatten() {
        let id = model.id(name);
        let Some(paginator) = paginator.as_object() else {
            root.fault(format!("expected the paginator `{name}` to be an object"));
            continue;
        };
        let node = root.of(paginator, &id);
        match operations.get_mut(&id) {
            Some(operation) => {
                if let Some(paginated) = paginated(node) {
                    operation["traits"]["smithy.api#paginated"] = paginated;
                }
            }
            None => node.fault("found a paginator of an operation that the model does not define"),
        }
    }
}

/// The value of `smithy.api#paginated`. `None` if the tokens are not what it can say.
fn paginated(node: Node<'_>) -> Option<Value> {
    node.check(&properties::PAGINATOR);
    let mut paginated = Object::new();
    for (property, key) in KEYS {
        match node.object.get(property).map(only) {
            Some(Value::String(path)) if is_path(path) => {
                paginated.insert(key.into(), json!(path));
            }
            Some(other) if property == "result_key" => node.note(format!(
                "left out: `{property}` {other} of {}: Smithy has one path of member names for it",
                node.subject
            )),
            Some(other) => node.fault(format!(
                "found {other} in `{property}`, expected one path of member names"
            )),
            None if property.ends_with("token") => node.fault(format!("expected `{property}`")),
            None => {}
        }
    }
    Some(paginated.into())
}

/// The only entry of a list; anything else as it is.
fn only(value: &Value) -> &Value {
    match value.as_array().map(Vec::as_slice) {
        Some([only]) => only,
        _ => value,
    }
}

/// Whether it is a path of member names (`a.b`) and not a larger JMESPath expression.
fn is_path(path: &str) -> bool {
    path.split('.')
        .all(|name| !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_'))
}
