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
        (Type::Timestamp(_), default) => {
            let parsed = default.as_str().and_then(date_time);
            if parsed.is_none() {
                diagnostics.push(unsupported(context, member, default));
            }
            return parsed;
        }
        _ => DefaultValue::Zero,
    };
    Some(value)
}

fn unsupported(context: &Context<'_>, member: &Member, default: &Value) -> Diagnostic {
    Diagnostic::new(format!(
        "found the default `{default}` of a timestamp, expected seconds since 1970 as a number, or RFC 3339 text in UTC such as \"2024-01-02T03:04:05Z\""
    ))
    .on(&member.id)
    .of_trait("smithy.api#default")
    .value("")
    .help(format!(
        "write the default of `{}` in one of these ways",
        context.model.shape(&member.target).id
    ))
}

/// Seconds with a fraction, taken apart.
fn timestamp(seconds: f64) -> DefaultValue {
    let whole = seconds.floor();
    let nanoseconds = ((seconds - whole) * 1e9).round();
    DefaultValue::Timestamp(whole as i64, nanoseconds as u32)
}

/// RFC 3339 text in UTC, `2024-01-02T03:04:05.5Z`.
fn date_time(text: &str) -> Option<DefaultValue> {
    let (date, time) = text.strip_suffix('Z')?.split_once('T')?;
    let (time, fraction) = time.split_once('.').unwrap_or((time, "0"));
    let [year, month, day] = numbers(date, '-')?;
    let [hour, minute, second] = numbers(time, ':')?;
    let fits = (1..=12).contains(&month)
        && (1..=days_in(year, month)).contains(&day)
        && hour < 24
        && minute < 60
        && second < 60;
    let is_fraction =
        (1..=9).contains(&fraction.len()) && fraction.bytes().all(|byte| byte.is_ascii_digit());
    if !fits || !is_fraction {
        return None;
    }
    let days = days_before(year, month) + day - 1;
    let nanoseconds: u32 = format!("{fraction:0<9}").parse().ok()?;
    let seconds = ((days * 24 + hour) * 60 + minute) * 60 + second;
    Some(DefaultValue::Timestamp(seconds, nanoseconds))
}

/// Three numbers of digits alone, with the same separator between them.
fn numbers(text: &str, separator: char) -> Option<[i64; 3]> {
    let number = |part: &str| {
        let is_number = part.bytes().all(|byte| byte.is_ascii_digit());
        part.parse::<i64>().ok().filter(|_| is_number)
    };
    let parts: Vec<&str> = text.split(separator).collect();
    let parts: [&str; 3] = parts.try_into().ok()?;
    let [first, second, third] = parts.map(number);
    Some([first?, second?, third?])
}

/// The days from 1970 to the first of a month.
fn days_before(year: i64, month: i64) -> i64 {
    let leap_days = |year: i64| year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    let years = (year - 1970) * 365 + leap_days(year - 1) - leap_days(1969);
    years + (1..month).map(|month| days_in(year, month)).sum::<i64>()
}

fn days_in(year: i64, month: i64) -> i64 {
    let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        2 if is_leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_dates_in_text() {
        for (text, expected) in [
            ("1970-01-01T00:00:00Z", Some((0, 0))),
            ("1969-12-31T23:59:59.5Z", Some((-1, 500_000_000))),
            ("2000-02-29T12:00:00Z", Some((951_825_600, 0))),
            ("2024-03-01T00:00:00.000000001Z", Some((1_709_251_200, 1))),
            ("9999-12-31T23:59:59Z", Some((253_402_300_799, 0))),
            ("2023-02-29T00:00:00Z", None),
            ("2023-01-01T24:00:00Z", None),
            ("2023-01-01T00:00:00+01:00", None),
            ("2023-01-01T00:00:00.Z", None),
            ("2023--01-01T00:00:00Z", None),
            ("tomorrow", None),
        ] {
            let expected = expected.map(|(seconds, nanos)| DefaultValue::Timestamp(seconds, nanos));
            assert_eq!(date_time(text), expected, "{text}");
        }
    }
}
