//! Default values ([Smithy 2.0, default](https://smithy.io/2.0/spec/type-refinement-traits.html#default-trait)).

use serde_json::Value;

use super::context::Context;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::ir::{DefaultValue, DocumentValue, Type};
use crate::model::Member;

/// The default of a member that is not null. Validation has checked that it fits the member's target.
pub(super) fn default_value(
    context: &Context<'_>,
    member: &Member,
    ty: &Type,
    default: &Value,
    diagnostics: &mut Diagnostics,
) -> Option<DefaultValue> {
    let value = match (ty, default) {
        (Type::Document, default) => DefaultValue::Document(document(default)?),
        (Type::Enum(name), Value::String(text)) => DefaultValue::Enum(name.clone(), text.clone()),
        (Type::IntEnum(name), Value::Number(number)) => {
            DefaultValue::IntEnum(name.clone(), i32::try_from(number.as_i64()?).ok()?)
        }
        (Type::Timestamp(_), Value::Number(number)) => timestamp(number.as_f64()?),
        (Type::Blob, Value::String(text)) if !text.is_empty() => DefaultValue::Base64(text.clone()),
        (Type::BigInteger | Type::BigDecimal, Value::Number(number)) => {
            DefaultValue::BigNumber(number.to_string())
        }
        (_, Value::Bool(true)) => DefaultValue::True,
        (_, Value::Number(number)) if number.as_f64() != Some(0.0) => {
            DefaultValue::Number(number_source(ty, number))
        }
        (Type::String | Type::MediaString, Value::String(text)) if !text.is_empty() => {
            DefaultValue::String(text.clone())
        }
        (Type::Timestamp(_), _) => {
            diagnostics.push(unsupported(context, member, default));
            return None;
        }
        _ => DefaultValue::Zero,
    };
    Some(value)
}

fn unsupported(context: &Context<'_>, member: &Member, default: &Value) -> Diagnostic {
    Diagnostic::new(format!(
        "the default {default} of a timestamp is text, expected seconds since 1970 as a number"
    ))
    .on(&member.id)
    .of_trait("smithy.api#default")
    .help(format!(
        "write the default of `{}` as a number",
        context.model.shape(&member.target).id
    ))
}

/// Seconds with a fraction, taken apart.
fn timestamp(seconds: f64) -> DefaultValue {
    let whole = seconds.floor();
    let nanoseconds = ((seconds - whole) * 1e9).round();
    DefaultValue::Timestamp(whole as i64, nanoseconds as u32)
}

/// A number as Rust source: floats need a point.
fn number_source(ty: &Type, number: &serde_json::Number) -> String {
    let text = number.to_string();
    match ty {
        Type::Float | Type::Double if !text.contains(['.', 'e', 'E']) => format!("{text}.0"),
        Type::Float | Type::Double => text,
        _ => text.strip_suffix(".0").map_or(text.clone(), str::to_owned),
    }
}

fn document(default: &Value) -> Option<DocumentValue> {
    Some(match default {
        Value::Bool(value) => DocumentValue::Boolean(*value),
        Value::Number(number) => match number.as_i64() {
            Some(integer) => DocumentValue::Integer(integer),
            None => DocumentValue::Float(number_source(&Type::Double, number)),
        },
        Value::String(text) => DocumentValue::String(text.clone()),
        Value::Array(_) => DocumentValue::EmptyList,
        Value::Object(_) => DocumentValue::EmptyMap,
        Value::Null => return None,
    })
}
