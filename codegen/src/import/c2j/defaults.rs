//! Defaults: what C2J says by the absence of `box`.

use serde_json::{Value, json};

use super::super::Object;
use super::{Model, shapes};

/// The trait.
const DEFAULT: &str = "smithy.api#default";

/// What is said of a model without any `box`.
const NOT_TOLD: &str =
    "no defaults: nothing in the model has `box`, so it does not tell what may be absent";

/// Adds the defaults of shapes and of the members of structures that target them.
///
/// A number or boolean without `box` is never absent: it is zero or false. In Smithy 2.0 its shape has that default,
/// and so has each member that targets it; a member that is boxed itself takes the default back with null. A streaming
/// blob that is not required is empty.
///
/// Older models have no `box` at all, whatever may be absent. They do not tell, and nothing gets a default.
pub(super) fn add(model: &Model<'_>, shapes: &mut Object) {
    let tells = model.shapes.values().any(boxes);
    if !tells {
        model.root.note(NOT_TOLD.to_owned());
    }
    for (name, shape) in model.shapes {
        let Some(object) = shape.as_object() else {
            continue;
        };
        if let Some(zero) = zero(object).filter(|_| tells) {
            set_default(shapes.get_mut(&model.shape_id(name)), zero);
        }
        if shapes::kind(object) == Some("structure") {
            add_to_members(model, tells, object, shapes.get_mut(&model.shape_id(name)));
        }
    }
}

/// Adds the defaults of a structure's members.
fn add_to_members(model: &Model<'_>, tells: bool, object: &Object, mut shape: Option<&mut Value>) {
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
        match zero(target).filter(|_| tells) {
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

/// Whether a shape or one of its members has the property `box`.
fn boxes(shape: &Value) -> bool {
    let members = shape.get("members").and_then(Value::as_object);
    let members = members.into_iter().flat_map(|members| members.values());
    std::iter::once(shape)
        .chain(members)
        .any(|place| place.get("box").is_some())
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
