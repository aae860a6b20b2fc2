//! Holds a text against the model: has it every member?

use std::sync::LazyLock;

use serde_json::Value;

/// The model as it stands in the repository, read by nothing of ours.
static SHAPES: LazyLock<Value> = LazyLock::new(|| {
    let text = include_str!("../../../model/ivs-realtime.json");
    let mut model: Value = serde_json::from_str(text).unwrap();
    model["shapes"].take()
});

/// The traits of members that do not travel in the body.
const ELSEWHERE: [&str; 3] = ["httpLabel", "httpQuery", "httpHeader"];

/// Makes sure that a body has each member of an operation's `input` or `output`, in the order of the model, at any
/// depth, and no other.
pub(crate) fn assert_complete(operation: &str, direction: &str, body: &str) {
    let operation = &SHAPES[format!("com.amazonaws.ivsrealtime#{operation}")];
    let shape = operation[direction]["target"].as_str().unwrap();
    let body = serde_json::from_str(body).unwrap();
    value(shape, &body, direction);
}

fn value(shape: &str, found: &Value, place: &str) {
    let shape = &SHAPES[shape];
    match shape["type"].as_str() {
        Some("structure") => structure(shape, found, place),
        Some("list") => {
            let items = found.as_array().unwrap();
            assert!(!items.is_empty(), "{place} is empty");
            for (index, item) in items.iter().enumerate() {
                let target = shape["member"]["target"].as_str().unwrap();
                value(target, item, &format!("{place}[{index}]"));
            }
        }
        Some("map") => assert!(!found.as_object().unwrap().is_empty(), "{place} is empty"),
        _ => {}
    }
}

fn structure(shape: &Value, found: &Value, place: &str) {
    let is_in_body = |member: &Value| {
        let is_set = |name| member["traits"].get(format!("smithy.api#{name}")).is_some();
        !ELSEWHERE.into_iter().any(is_set)
    };
    let members = shape["members"].as_object().unwrap();
    let expected: Vec<_> = members.iter().filter(|(_, m)| is_in_body(m)).collect();
    let names: Vec<_> = expected.iter().map(|(name, _)| *name).collect();
    let keys: Vec<_> = found.as_object().unwrap().keys().collect();
    assert_eq!(keys, names, "{place}");
    for (name, member) in expected {
        let target = member["target"].as_str().unwrap();
        value(target, &found[name], &format!("{place}.{name}"));
    }
}

/// An operation that is new in the model has no tests yet: this one says so.
#[test]
fn every_operation_is_asked() {
    const PAGES: [&str; 11] = [
        include_str!("compositions.rs"),
        include_str!("encoders.rs"),
        include_str!("events.rs"),
        include_str!("ingest.rs"),
        include_str!("participants.rs"),
        include_str!("public_keys.rs"),
        include_str!("replication.rs"),
        include_str!("sessions.rs"),
        include_str!("stages.rs"),
        include_str!("storage.rs"),
        include_str!("tags.rs"),
    ];
    let shapes = SHAPES.as_object().unwrap().iter();
    let operations = shapes.filter(|(_, shape)| shape["type"] == "operation");
    let mut count = 0;
    for (id, _) in operations {
        let name = id.rsplit('#').next().unwrap();
        let question = format!("reads_nothing::<{name}Input>");
        assert!(PAGES.iter().any(|page| page.contains(&question)), "{name}");
        count += 1;
    }
    assert_eq!(count, 40);
}
