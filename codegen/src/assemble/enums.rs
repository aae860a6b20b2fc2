//! Strings with the `enum` trait of Smithy 1.0 become enum shapes
//! ([Smithy 2.0, enum trait](https://smithy.io/2.0/spec/constraint-traits.html#enum-trait)).

use serde_json::{Map, Value};

use super::{Kind, Member, Origin, Shape, Shapes, Trait};
use crate::diagnostic::Diagnostics;
use crate::model::{ShapeId, is_identifier};

const ENUM: &str = "smithy.api#enum";
const EXPECTED: &str = "expected a list of objects, each with a string `value` and maybe `name`, `documentation`, \
    `tags` and `deprecated`";

/// Lifts every string that bears the trait. An enum shape that bears it too just loses it: a model written
/// for both versions says the same twice.
pub(super) fn lift(shapes: &mut Shapes, faults: &mut Diagnostics) {
    let Ok(unit) = ShapeId::parse("smithy.api#Unit") else {
        return;
    };
    for (id, shape) in shapes {
        if !matches!(shape.kind, Kind::String | Kind::Enum) {
            continue;
        }
        let Some(index) = shape.traits.iter().position(|found| found.id == ENUM) else {
            continue;
        };
        let found = shape.traits.remove(index);
        if shape.kind == Kind::String {
            match entries(&found.value) {
                Ok(entries) => lift_one(id, shape, entries, &unit, &found.origin, faults),
                Err((part, what)) => faults.push(
                    found
                        .origin
                        .diagnostic(format!("malformed value: found {what}, {EXPECTED}"))
                        .on(id)
                        .of_trait(ENUM)
                        .value(part)
                        .help("mend the value, or define the shape as an `enum` of Smithy 2.0"),
                ),
            }
        }
    }
}

/// One entry of the trait.
struct Definition {
    value: String,
    name: Option<String>,
    traits: Vec<(&'static str, Value)>,
}

/// The entries of the trait; or what was found in their place, after the pointer to it.
fn entries(value: &Value) -> Result<Vec<Definition>, (String, String)> {
    match value {
        Value::Array(list) if !list.is_empty() => list
            .iter()
            .enumerate()
            .map(|(index, entry)| {
                definition(entry)
                    .map_err(|what| (format!("/{index}"), format!("{what} in `{entry}`")))
            })
            .collect(),
        other => Err((String::new(), format!("`{other}`"))),
    }
}

fn definition(entry: &Value) -> Result<Definition, String> {
    let entry = entry.as_object().ok_or("no object")?;
    let text = |key: &str| match entry.get(key) {
        None => Ok(None),
        Some(Value::String(text)) => Ok(Some(text.clone())),
        Some(_) => Err(format!("a `{key}` that is no string")),
    };
    let name = text("name")?;
    if let Some(name) = name.as_ref().filter(|name| !is_identifier(name)) {
        return Err(format!("the name {name:?}, which is no identifier,"));
    }
    let mut traits = Vec::new();
    traits.extend(
        text("documentation")?.map(|text| ("smithy.api#documentation", Value::String(text))),
    );
    match entry.get("deprecated") {
        None | Some(Value::Bool(false)) => {}
        Some(Value::Bool(true)) => {
            traits.push(("smithy.api#deprecated", Value::Object(Map::new())))
        }
        Some(_) => return Err("a `deprecated` that is no boolean".to_owned()),
    }
    traits.extend(
        entry
            .get("tags")
            .map(|tags| ("smithy.api#tags", tags.clone())),
    );
    let known = ["value", "name", "documentation", "tags", "deprecated"];
    if let Some(key) = entry.keys().find(|key| !known.contains(&key.as_str())) {
        return Err(format!("the unknown key `{key}`"));
    }
    let value = text("value")?.ok_or("no `value`")?;
    Ok(Definition {
        value,
        name,
        traits,
    })
}

fn lift_one(
    id: &ShapeId,
    shape: &mut Shape,
    entries: Vec<Definition>,
    unit: &ShapeId,
    origin: &Origin,
    faults: &mut Diagnostics,
) {
    shape.kind = Kind::Enum;
    let mut values: Vec<(String, String)> = Vec::new();
    for (index, entry) in entries.into_iter().enumerate() {
        let name = entry.name.unwrap_or_else(|| member_name(&entry.value));
        if let Some((_, other)) = values.iter().find(|(known, _)| *known == name) {
            let message = format!(
                "the values {other:?} and {:?} are both named `{name}`, expected a name for each",
                entry.value
            );
            let help = "give the entries of the trait a `name`";
            let fault = origin.diagnostic(message).on(id).of_trait(ENUM);
            faults.push(fault.value(format!("/{index}")).help(help));
            continue;
        }
        let mut traits = vec![("smithy.api#enumValue", Value::String(entry.value.clone()))];
        traits.extend(entry.traits);
        let traits = traits.into_iter().map(|(id, value)| Trait {
            id: id.to_owned(),
            value,
            origin: origin.clone(),
        });
        shape.members.push(Member {
            name: name.clone(),
            target: unit.clone(),
            traits: traits.collect(),
            origin: origin.clone(),
        });
        values.push((name, entry.value));
    }
}

/// A name for a value that has none: what an identifier may not hold becomes `_`, and a digit in front gets one.
///
/// A value without a letter or digit is named by its bytes (`*` is `_2a`), an empty one `EMPTY`.
fn member_name(value: &str) -> String {
    let kept = |c: char| if c.is_ascii_alphanumeric() { c } else { '_' };
    let mut name: String = value.chars().map(kept).collect();
    if name.starts_with(|c: char| c.is_ascii_digit()) {
        name.insert(0, '_');
    }
    if is_identifier(&name) {
        return name;
    }
    if value.is_empty() {
        return "EMPTY".to_owned();
    }
    let bytes: Vec<String> = value.bytes().map(|byte| format!("{byte:02x}")).collect();
    format!("_{}", bytes.concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_a_value_that_has_no_name() {
        for (value, name) in [
            ("ACTIVE", "ACTIVE"),
            ("a-b.c/d e", "a_b_c_d_e"),
            ("1080p", "_1080p"),
            ("_x", "_x"),
            ("été", "_t_"),
            ("*", "_2a"),
            ("__", "_5f5f"),
            ("", "EMPTY"),
        ] {
            assert_eq!(member_name(value), name);
            assert!(is_identifier(name));
        }
    }
}
