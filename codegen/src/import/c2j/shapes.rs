//! The data shapes.

use serde_json::{Value, json};

use super::super::Object;
use super::super::enums::{self, Definition};
use super::node::Node;
use super::{Model, common_traits, members, properties};

/// All shapes of the model, under their ids.
pub(super) fn all(model: &Model<'_>) -> Object {
    let mut shapes = Object::new();
    for (name, shape) in model.shapes {
        let id = model.shape_id(name);
        match shape.as_object() {
            Some(object) => {
                let converted = convert(model, name, model.root.of(object, &id));
                if let Some(converted) = converted {
                    shapes.insert(id, converted);
                }
            }
            None => model
                .root
                .fault(format!("expected `{name}` to be an object")),
        }
    }
    shapes
}

/// The Smithy type of a shape. `None` for a type that is not known.
pub(super) fn kind(object: &Object) -> Option<&'static str> {
    let flag = |property| object.get(property) == Some(&Value::Bool(true));
    Some(match object.get("type")?.as_str()? {
        "structure" if flag("document") => "document",
        "structure" if flag("union") || flag("eventstream") => "union",
        "structure" => "structure",
        "string" | "character" if object.contains_key("enum") => "enum",
        "string" | "character" => "string",
        "bigdecimal" => "bigDecimal",
        "biginteger" => "bigInteger",
        "blob" => "blob",
        "boolean" => "boolean",
        "byte" => "byte",
        "double" => "double",
        "float" => "float",
        "integer" => "integer",
        "list" => "list",
        "long" => "long",
        "map" => "map",
        "short" => "short",
        "timestamp" => "timestamp",
        _ => return None,
    })
}

/// One shape.
fn convert(model: &Model<'_>, name: &str, node: Node<'_>) -> Option<Value> {
    node.check(&properties::SHAPE);
    node.check_flags(&["box", "document", "eventstream", "union"]);
    let Some(kind) = kind(node.object) else {
        let found = node.need_text("type").unwrap_or_default();
        let message = format!("found the type `{found}`, which is not known");
        node.fault_in("type", message);
        return None;
    };
    let mut shape = Object::from_iter([("type".into(), kind.into())]);
    match kind {
        "structure" | "union" => {
            shape.insert("members".into(), members::all(model, name, node).into());
        }
        "list" => {
            shape.insert("member".into(), members::element(model, node, "member")?);
        }
        "map" => {
            shape.insert("key".into(), members::element(model, node, "key")?);
            shape.insert("value".into(), members::element(model, node, "value")?);
        }
        "enum" => {
            let values = node.texts("enum").into_iter();
            let definitions = values.map(|value| Definition {
                name: None,
                value,
                traits: Object::new(),
            });
            shape.insert("members".into(), enums::members(definitions).into());
        }
        _ => {}
    }
    shape.insert("traits".into(), traits(kind, node).into());
    Some(shape.into())
}

/// The traits of a shape.
fn traits(kind: &str, node: Node<'_>) -> Object {
    let mut traits = common_traits(node);
    for (property, id) in [
        ("requiresLength", "smithy.api#requiresLength"),
        ("sensitive", "smithy.api#sensitive"),
        ("sparse", "smithy.api#sparse"),
        ("streaming", "smithy.api#streaming"),
        ("eventstream", "smithy.api#streaming"),
    ] {
        if node.flag(property) {
            traits.insert(id.into(), json!({}));
        }
    }
    add_constraints(kind, node, &mut traits);
    if let Some(format) = timestamp_format(node) {
        traits.insert("smithy.api#timestampFormat".into(), format.into());
    }
    if node.flag("exception") {
        add_error(node, &mut traits);
    }
    traits
}

/// `smithy.api#range`, `smithy.api#length` and `smithy.api#pattern`. An enum has none: its values are the constraint.
fn add_constraints(kind: &str, node: Node<'_>, traits: &mut Object) {
    let mut bounds = Object::new();
    for property in ["min", "max"] {
        if let Some(bound) = node.number(property) {
            bounds.insert(property.into(), bound.clone());
        }
    }
    let pattern = node.text("pattern");
    if kind == "enum" {
        return;
    }
    if !bounds.is_empty() {
        let id = match kind {
            "string" | "blob" | "list" | "map" => "smithy.api#length",
            _ => "smithy.api#range",
        };
        traits.insert(id.into(), bounds.into());
    }
    if let Some(pattern) = pattern {
        traits.insert("smithy.api#pattern".into(), anchored(pattern).into());
    }
}

/// A pattern as Smithy has it, where it may match a part of the text only. In C2J it matches the whole, and the `^` and
/// `$` that AWS's Smithy models have for that are left out; some models have one or both nevertheless.
fn anchored(pattern: &str) -> String {
    let start = if pattern.starts_with('^') { "" } else { "^" };
    let is_end = pattern.ends_with('$') && !pattern.ends_with(r"\$");
    let end = if is_end { "" } else { "$" };
    format!("{start}{pattern}{end}")
}

/// The Smithy name of a timestamp format, of a shape or a member.
pub(super) fn timestamp_format(node: Node<'_>) -> Option<&'static str> {
    match node.text("timestampFormat")? {
        "iso8601" => Some("date-time"),
        "unixTimestamp" => Some("epoch-seconds"),
        "rfc822" => Some("http-date"),
        other => {
            node.fault(format!(
                "found the timestamp format `{other}`, expected iso8601, unixTimestamp or rfc822"
            ));
            None
        }
    }
}

/// An error is the server's if it is a `fault`, or if its status says so: older models lack the flag.
///
/// `smithy.api#error`, `smithy.api#httpError` and `smithy.api#retryable`.
fn add_error(node: Node<'_>, traits: &mut Object) {
    let mut server = node.flag("fault");
    if let Some(error) = node.object("error") {
        let error = node.within(error, "/error");
        error.check(&properties::ERROR);
        server |= error.flag("fault");
        if let Some(status) = error.number("httpStatusCode") {
            server |= status.as_u64().is_some_and(|status| status >= 500);
            traits.insert("smithy.api#httpError".into(), status.clone());
        }
    }
    let fault = if server { "server" } else { "client" };
    traits.insert("smithy.api#error".into(), fault.into());
    if let Some(retryable) = node.object("retryable") {
        let retryable = node.within(retryable, "/retryable");
        retryable.check(&properties::RETRYABLE);
        let throttling = retryable.flag("throttling");
        let value = if throttling {
            json!({ "throttling": true })
        } else {
            json!({})
        };
        traits.insert("smithy.api#retryable".into(), value);
    }
}
