//! Traits on the values that a shape or member may have.

use serde_json::Value;

use super::Typed;
use super::value::{Fields, Mismatch, text};
use crate::model::{Length, Range};

/// ([type refinement](https://smithy.io/2.0/spec/type-refinement-traits.html),
/// [constraint traits](https://smithy.io/2.0/spec/constraint-traits.html))
pub(super) fn read(typed: &mut Typed, id: &str, value: Value) -> Result<Option<Value>, Mismatch> {
    let traits = &mut typed.traits;
    match id {
        "smithy.api#required" => traits.required = true,
        "smithy.api#clientOptional" => traits.client_optional = true,
        "smithy.api#default" => traits.default = Some(Box::new(value)),
        "smithy.api#sparse" => traits.sparse = true,
        "smithy.api#enumValue" => match value {
            Value::String(_) => traits.enum_value = Some(Box::new(value)),
            Value::Number(ref number) if number.is_i64() => {
                traits.enum_value = Some(Box::new(value))
            }
            other => return Err(Mismatch::at_top(&other, "a string or an integer")),
        },
        "smithy.api#idempotencyToken" => traits.idempotency_token = true,
        "smithy.api#length" => traits.length = Some(length(value)?),
        "smithy.api#range" => traits.range = Some(range(value)?),
        "smithy.api#pattern" => traits.pattern = Some(text("", value)?),
        "smithy.api#uniqueItems" => traits.unique_items = true,
        _ => return Ok(Some(value)),
    }
    Ok(None)
}

fn length(value: Value) -> Result<Length, Mismatch> {
    let whole = value.clone();
    let mut fields = Fields::of(value)?;
    let mut bound = |key: &str| match fields.take(key) {
        None => Ok(None),
        Some(bound) => bound
            .as_u64()
            .map(Some)
            .ok_or_else(|| Mismatch::new(key, &bound, "an integer that is not negative")),
    };
    let length = Length {
        min: bound("min")?,
        max: bound("max")?,
    };
    fields.end()?;
    match (length.min, length.max) {
        (None, None) => Err(Mismatch::at_top(&whole, "`min`, `max` or both")),
        (Some(min), Some(max)) if min > max => {
            Err(Mismatch::at_top(&whole, "a `min` no greater than `max`"))
        }
        _ => Ok(length),
    }
}

fn range(value: Value) -> Result<Range, Mismatch> {
    let whole = value.clone();
    let mut fields = Fields::of(value)?;
    let mut bound = |key: &str| match fields.take(key) {
        None => Ok(None),
        Some(Value::Number(number)) => Ok(Some(number.to_string())),
        Some(other) => Err(Mismatch::new(key, &other, "a number")),
    };
    let range = Range {
        min: bound("min")?,
        max: bound("max")?,
    };
    fields.end()?;
    let number = |bound: &Option<String>| bound.as_ref().and_then(|text| text.parse::<f64>().ok());
    match (number(&range.min), number(&range.max)) {
        (None, None) => Err(Mismatch::at_top(&whole, "`min`, `max` or both")),
        (Some(min), Some(max)) if min > max => {
            Err(Mismatch::at_top(&whole, "a `min` no greater than `max`"))
        }
        _ => Ok(range),
    }
}
