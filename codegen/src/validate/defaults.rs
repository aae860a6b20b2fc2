//! Defaults fit the shape they are for
//! ([Smithy 2.0, default values](https://smithy.io/2.0/spec/type-refinement-traits.html#default-trait)).

use serde_json::Value;

use super::faults::Faults;
use crate::diagnostic::Place;
use crate::model::{Model, Shape, ShapeId, ShapeKind};

pub(super) fn check(model: &Model, faults: &mut Faults) {
    for (id, shape) in &model.shapes {
        if let Some(default) = &shape.traits.default {
            check_one(id, shape, default, faults);
        }
        for member in super::structures::members(shape) {
            let default = member
                .traits
                .default
                .as_ref()
                .filter(|default| !default.is_null());
            if let (Some(default), Some(target)) = (default, model.shapes.get(&member.target)) {
                check_one(&member.id, target, default, faults);
            }
        }
    }
}

fn check_one(id: &ShapeId, shape: &Shape, default: &Value, faults: &mut Faults) {
    let integer = |min: i64, max: i64| {
        default
            .as_i64()
            .is_some_and(|value| (min..=max).contains(&value))
    };
    let is_empty = |value: &Value| match value {
        Value::Array(items) => items.is_empty(),
        Value::Object(entries) => entries.is_empty(),
        _ => false,
    };
    let (fits, expected) = match &shape.kind {
        ShapeKind::Blob => (default.is_string(), "a string in base64"),
        ShapeKind::Boolean => (default.is_boolean(), "true or false"),
        ShapeKind::String => (default.is_string(), "a string"),
        ShapeKind::Byte => (
            integer(i8::MIN.into(), i8::MAX.into()),
            "an integer of 8 bits",
        ),
        ShapeKind::Short => (
            integer(i16::MIN.into(), i16::MAX.into()),
            "an integer of 16 bits",
        ),
        ShapeKind::Integer => (
            integer(i32::MIN.into(), i32::MAX.into()),
            "an integer of 32 bits",
        ),
        ShapeKind::Long => (default.is_i64(), "an integer of 64 bits"),
        ShapeKind::BigInteger => (default.is_i64() || default.is_u64(), "an integer"),
        ShapeKind::Float | ShapeKind::Double | ShapeKind::BigDecimal => {
            (default.is_number(), "a number")
        }
        ShapeKind::Timestamp => (
            default.is_number() || default.is_string(),
            "seconds since 1970, or a string of RFC 3339",
        ),
        ShapeKind::Document => (
            !default.is_null()
                && (is_empty(default) || !(default.is_array() || default.is_object())),
            "true, false, a string, a number, `[]` or `{}`",
        ),
        ShapeKind::Enum(members) | ShapeKind::IntEnum(members) => (
            members
                .iter()
                .any(|member| member.traits.enum_value.as_deref() == Some(default)),
            "the value of one of the enum's members",
        ),
        ShapeKind::List(_) => (default.is_array() && is_empty(default), "`[]`"),
        ShapeKind::Map { .. } => (default.is_object() && is_empty(default), "`{}`"),
        ShapeKind::Structure(_) | ShapeKind::Union(_) => (false, "no default but null"),
    };
    if !fits {
        let message = format!("malformed value: found `{default}`, expected {expected}");
        let help = format!("the default is for `{}`", shape.id);
        let fault = faults.of_trait(id, "smithy.api#default", message);
        let fault = fault.value("").help(help);
        faults.push(if *id == shape.id {
            fault
        } else {
            fault.related("what it is for", Place::of_shape(&shape.id))
        });
    }
}
