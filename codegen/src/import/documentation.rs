//! Leaves out documentation, so that the model keeps facts only.

use serde_json::Value;

use super::Object;

/// The traits that are prose through and through.
const PROSE: [&str; 3] = [
    "smithy.api#documentation",
    "smithy.api#examples",
    "smithy.api#externalDocumentation",
];

/// The traits whose values hold facts, and prose under a key `documentation`.
const WITH_PROSE: [&str; 5] = [
    "smithy.rules#clientContextParams",
    "smithy.rules#endpointRuleSet",
    "smithy.rules#endpointTests",
    "smithy.waiters#waitable",
    "smithy.api#enum",
];

/// Removes documentation from all shapes and members.
pub(super) fn strip(shapes: &mut Object) {
    for shape in shapes.values_mut() {
        strip_traits(shape);
        for property in ["member", "key", "value"] {
            if let Some(member) = shape.get_mut(property) {
                strip_traits(member);
            }
        }
        if let Some(members) = shape.get_mut("members").and_then(Value::as_object_mut) {
            members.values_mut().for_each(strip_traits);
        }
    }
}

/// Removes documentation from the traits of one shape or member.
fn strip_traits(owner: &mut Value) {
    let Some(traits) = owner.get_mut("traits").and_then(Value::as_object_mut) else {
        return;
    };
    traits.retain(|id, _| !PROSE.contains(&id.as_str()));
    for (id, value) in traits {
        if WITH_PROSE.contains(&id.as_str()) {
            strip_value(value);
        }
    }
}

/// Removes texts under `documentation`, however deep. Something else under that name is a thing so named.
fn strip_value(value: &mut Value) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(strip_value),
        Value::Object(object) => {
            object.retain(|key, value| key != "documentation" || !value.is_string());
            object.values_mut().for_each(strip_value);
        }
        _ => {}
    }
}
