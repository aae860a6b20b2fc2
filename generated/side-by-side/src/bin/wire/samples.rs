//! Samples of shapes, as JSON.

use serde_json::{Map, Value, json};

use crate::facts::{Facts, last_value};
use crate::model::Model;

/// What a sample is made of.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Fill {
    /// Every member, with values that are not the default.
    Full,
    /// The members that are required.
    Fewest,
    /// Every member, with what is zero or empty.
    Zeros,
    /// Every member, in the odd ways that a service may write them: unknown members and values, integers with a
    /// fraction of zero, dates with an offset.
    Odd,
    /// As full ones, with a `null` in every list.
    Holes,
}

/// A sample of a structure: the members that `keep` lets in.
pub fn structure(model: &Model, id: &str, fill: Fill, keep: impl Fn(&Facts<'_>) -> bool) -> Value {
    let members = model.members(id).into_iter();
    let mut sample: Map<_, _> = members
        .filter(|member| {
            let facts = Facts::of(model, id, &member.name);
            keep(&facts) && (facts.is_required() || fill != Fill::Fewest)
        })
        .map(|member| {
            let value = value(model, &member.target, &member.name, fill);
            (member.name, value)
        })
        .collect();
    if fill == Fill::Odd {
        sample.insert("unknownToTheModel".to_owned(), json!({"a": [1, null, {}]}));
    }
    Value::Object(sample)
}

/// A sample of a shape, for a member of this name.
fn value(model: &Model, id: &str, name: &str, fill: Fill) -> Value {
    match (model.kind(id), fill) {
        ("structure", _) => structure(model, id, fill, |_| true),
        ("list", Fill::Zeros) => json!([]),
        ("list", Fill::Holes) => json!([null, value(model, &model.element(id), name, fill)]),
        ("list", _) => {
            let element = value(model, &model.element(id), name, fill);
            json!([element, element])
        }
        ("map", Fill::Zeros) => json!({}),
        ("map", _) => {
            let element = value(model, &model.element(id), name, fill);
            json!({"key": element, "ключ \"2\"\n": element})
        }
        ("enum", Fill::Zeros) => json!(""),
        ("enum", Fill::Odd) => json!("a value that the model does not have"),
        ("enum", _) => json!(last_value(model, id)),
        ("boolean", fill) => json!(fill != Fill::Zeros),
        ("integer", Fill::Zeros) => json!(0),
        ("integer", Fill::Odd) => json!(17.0),
        ("integer", _) => json!(17),
        ("float", Fill::Zeros) => json!(0.0),
        ("float", _) => json!(29.97),
        ("timestamp", Fill::Odd) => json!("2026-11-22T22:08:25+01:00"),
        ("timestamp", _) => json!("2026-11-22T22:08:25.123Z"),
        (_, Fill::Zeros) => json!(""),
        (_, _) => json!(format!("{name} / \"é\\+&=%20 😀\t\u{7f}\u{1}")),
    }
}
