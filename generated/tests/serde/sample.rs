//! Samples of shapes, made from the model by nothing of ours: every member is set, at any depth.

use std::sync::LazyLock;

use serde_json::{Map, Value, json};

/// The shapes of the model as it stands in the repository.
static SHAPES: LazyLock<Value> = LazyLock::new(|| {
    let text = include_str!("../../../model/ivs-realtime.json");
    let mut model: Value = serde_json::from_str(text).unwrap();
    model["shapes"].take()
});

/// What stands in every member that is sensitive.
pub(crate) const SECRET: &str = "sEcReT-1234567890";

/// A shape of the model, by the name that it has there.
pub(crate) fn shape(name: &str) -> &'static Value {
    &SHAPES[format!("com.amazonaws.ivsrealtime#{name}")]
}

/// The names of the shapes of a kind that have this trait.
pub(crate) fn names(kind: &str, with: impl Fn(&Value) -> bool) -> Vec<&'static str> {
    let shapes = SHAPES.as_object().unwrap().iter();
    shapes
        .filter(|(_, shape)| shape["type"] == kind && with(shape))
        .map(|(id, _)| id.rsplit('#').next().unwrap())
        .collect()
}

/// The input or output of an operation: the name of its shape.
pub(crate) fn of_operation(operation: &str, direction: &str) -> &'static str {
    let target = shape(operation)[direction]["target"].as_str().unwrap();
    target.rsplit('#').next().unwrap()
}

/// A sample of a structure in the names of the wire, with the members that `keep` lets in at the top.
pub(crate) fn sample(name: &str, keep: impl Fn(&Value) -> bool) -> Value {
    let members = shape(name)["members"].as_object().unwrap().iter();
    let members = members.filter(|(_, member)| keep(member));
    members
        .map(|(name, member)| {
            assert!(member["traits"].get("smithy.api#jsonName").is_none());
            (
                name.clone(),
                value(member["target"].as_str().unwrap(), name),
            )
        })
        .collect::<Map<_, _>>()
        .into()
}

/// Whether a member travels in a header.
pub(crate) fn header(member: &Value) -> Option<&str> {
    member["traits"]["smithy.api#httpHeader"].as_str()
}

fn value(id: &str, name: &str) -> Value {
    let shape = &SHAPES[id];
    if shape["traits"].get("smithy.api#sensitive").is_some() {
        assert_eq!(shape["type"], "string");
        return json!(SECRET);
    }
    match shape["type"].as_str().unwrap_or(id) {
        "structure" => sample(id.rsplit('#').next().unwrap(), |_| true),
        "list" => {
            let item = value(shape["member"]["target"].as_str().unwrap(), name);
            json!([item, item])
        }
        "map" => json!({"a": value(shape["value"]["target"].as_str().unwrap(), name), "b": "ключ"}),
        "enum" => {
            let members = shape["members"].as_object().unwrap();
            let (_, last) = members.iter().next_back().unwrap();
            last["traits"]["smithy.api#enumValue"].clone()
        }
        "boolean" | "smithy.api#Boolean" => json!(true),
        "integer" | "smithy.api#Integer" => json!(17),
        "float" | "smithy.api#Float" => json!(29.5),
        "timestamp" => {
            assert_eq!(shape["traits"]["smithy.api#timestampFormat"], "date-time");
            json!("2026-11-22T22:08:25.123456789Z")
        }
        _ => json!(format!("{name} \"é\\ 😀\t")),
    }
}

/// The same without what is secret.
pub(crate) fn without_secrets(value: &Value) -> Value {
    match value {
        Value::Object(members) => members
            .iter()
            .filter(|(_, value)| **value != SECRET)
            .map(|(name, value)| (name.clone(), without_secrets(value)))
            .collect::<Map<_, _>>()
            .into(),
        Value::Array(items) => items.iter().map(without_secrets).collect(),
        other => other.clone(),
    }
}
