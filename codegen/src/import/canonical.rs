//! The canonical form: the same facts are the same bytes, whatever order and form the source has them in.

use serde_json::Value;

use super::Object;

/// The order of a shape's properties; others follow in the order of the source, and the traits come last.
const PROPERTIES: [&str; 12] = [
    "type",
    "target",
    "version",
    "input",
    "output",
    "errors",
    "operations",
    "resources",
    "member",
    "key",
    "value",
    "members",
];

/// Sorts shapes, operations, errors and traits; members keep the order of the model. Leaves out what says nothing:
/// empty maps of traits, empty lists of errors, and the status 200 of a success, which is the default.
pub(super) fn arrange(shapes: &mut Object) {
    shapes.sort_keys();
    for shape in shapes.values_mut().filter_map(Value::as_object_mut) {
        for list in ["errors", "operations", "resources"] {
            arrange_targets(shape, list);
        }
        for property in ["member", "key", "value"] {
            if let Some(member) = shape.get_mut(property).and_then(Value::as_object_mut) {
                arrange_traits(member);
            }
        }
        if let Some(members) = shape.get_mut("members").and_then(Value::as_object_mut) {
            let members = members.values_mut().filter_map(Value::as_object_mut);
            members.for_each(arrange_traits);
        }
        arrange_traits(shape);
        arrange_properties(shape);
    }
}

/// Sorts a list of targets by id, each once.
fn arrange_targets(shape: &mut Object, property: &str) {
    let Some(targets) = shape.get_mut(property).and_then(Value::as_array_mut) else {
        return;
    };
    targets.sort_by(|a, b| a["target"].as_str().cmp(&b["target"].as_str()));
    targets.dedup();
    if targets.is_empty() {
        shape.shift_remove(property);
    }
}

/// Sorts the traits of a shape or member by id.
fn arrange_traits(owner: &mut Object) {
    let Some(traits) = owner.get_mut("traits").and_then(Value::as_object_mut) else {
        return;
    };
    traits.sort_keys();
    if let Some(http) = traits
        .get_mut("smithy.api#http")
        .and_then(Value::as_object_mut)
        && http.get("code").is_some_and(|code| *code == 200)
    {
        http.shift_remove("code");
    }
    if traits.is_empty() {
        owner.shift_remove("traits");
    }
}

/// Brings the properties of a shape into their order.
fn arrange_properties(shape: &mut Object) {
    let mut rest = std::mem::take(shape);
    let traits = rest.shift_remove("traits");
    for property in PROPERTIES {
        if let Some(value) = rest.shift_remove(property) {
            shape.insert(property.into(), value);
        }
    }
    shape.extend(rest);
    if let Some(traits) = traits {
        shape.insert("traits".into(), traits);
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn all_is_sorted_but_members() {
        let mut shapes = json!({
            "a#Op": { "traits": { "smithy.api#readonly": {}, "smithy.api#http": { "method": "GET", "uri": "/", "code": 200 } },
                      "errors": [{ "target": "a#F" }, { "target": "a#E" }, { "target": "a#F" }], "type": "operation" },
            "a#In": { "members": { "z": { "target": "a#S", "traits": {} }, "a": { "target": "a#S" } }, "type": "structure" },
        });
        let shapes = shapes.as_object_mut().unwrap();
        arrange(shapes);
        assert_eq!(
            Value::Object(shapes.clone()).to_string(),
            json!({
                "a#In": { "type": "structure", "members": { "z": { "target": "a#S" }, "a": { "target": "a#S" } } },
                "a#Op": { "type": "operation", "errors": [{ "target": "a#E" }, { "target": "a#F" }],
                          "traits": { "smithy.api#http": { "method": "GET", "uri": "/" }, "smithy.api#readonly": {} } },
            })
            .to_string()
        );
    }
}
