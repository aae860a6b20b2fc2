//! Defaults: what C2J says by the absence of `box`.

use serde_json::{Value, json};

use super::super::Object;
use super::{Model, shapes};

/// The trait.
const DEFAULT: &str = "smithy.api#default";

/// Adds the defaults of shapes and of the members of structures that target them.
///
/// A number or boolean without `box` is never absent: it is zero or false. In Smithy 2.0 its shape has that default,
/// and so has each member that targets it; a member that is boxed itself takes the default back with null. A streaming
/// blob that is not required is empty.
pub(super) fn add(model: &Model<'_>, shapes: &mut Object) {
    for (name, shape) in model.shapes {
        let Some(object) = shape.as_object() else {
            continue;
        };
        if let Some(zero) = zero(object) {
            set_default(shapes.get_mut(&model.id(name)), zero);
        }
        if shapes::kind(object) == Some("structure") {
            add_to_members(model, object, shapes.get_mut(&model.id(name)));
        }
    }
}

/// Adds the defaults of a structure's members.
fn add_to_members(model: &Model<'_>, object: &Object, mut shape: Option<&mut Value>) {
    let members = object.get("members").and_then(Value::as_object);
    for (name, member) in members.into_iter().flatten() {
        let target = member.get("shape").and_then(Value::as_str);
        let Some(target) = target.and_then(|target| model.shape(target)) else {
            continue;
        };
        let Some(converted) = shape
            .as_mut()
            .and_then(|shape| shape.get_mut("members")?.get_mut(name))
        else {
            continue;
        };
        let streaming =
            flag(target, "streaming") || member.as_object().is_some_and(|m| flag(m, "streaming"));
        let required = converted["traits"].get("smithy.api#required").is_some();
        match zero(target) {
            Some(_) if member.as_object().is_some_and(|member| flag(member, "box")) => {
                set_default(Some(converted), Value::Null);
            }
            Some(zero) => set_default(Some(converted), zero),
            None if streaming && !required && shapes::kind(target) == Some("blob") => {
                set_default(Some(converted), json!(""));
            }
            None => {}
        }
    }
}

/// The value of a number or boolean that was not sent. `None` if it may be absent.
fn zero(object: &Object) -> Option<Value> {
    if flag(object, "box") {
        return None;
    }
    match shapes::kind(object)? {
        "boolean" => Some(json!(false)),
        "byte" | "short" | "integer" | "long" | "float" | "double" => Some(json!(0)),
        _ => None,
    }
}

/// Whether a flag is set.
fn flag(object: &Object, property: &str) -> bool {
    object.get(property) == Some(&Value::Bool(true))
}

/// Sets the trait on a shape or member.
fn set_default(owner: Option<&mut Value>, default: Value) {
    if let Some(traits) = owner
        .and_then(|owner| owner.get_mut("traits"))
        .and_then(Value::as_object_mut)
    {
        traits.insert(DEFAULT.into(), default);
    }
}
