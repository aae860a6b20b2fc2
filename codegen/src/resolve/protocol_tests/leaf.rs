//! Params without members: numbers, texts, times.

use serde_json::{Number, Value as Json};

use crate::ir::Type;
use crate::ir::protocol_test::{FloatType, Special, Value};

/// A value without members.
pub(super) fn simple(ty: &Type, given: &Json) -> Option<Value> {
    match ty {
        Type::Boolean => given.as_bool().map(Value::Boolean),
        Type::Byte => integer(given, i8::MIN.into(), i8::MAX.into()),
        Type::Short => integer(given, i16::MIN.into(), i16::MAX.into()),
        Type::Integer => integer(given, i32::MIN.into(), i32::MAX.into()),
        Type::Long => integer(given, i64::MIN, i64::MAX),
        Type::Float => float(given, FloatType::F32),
        Type::Double => float(given, FloatType::F64),
        Type::BigInteger | Type::BigDecimal => given.as_number().map(big_number),
        Type::String | Type::MediaString => given.as_str().map(str::to_owned).map(Value::String),
        Type::Blob => given.as_str().map(str::to_owned).map(Value::Blob),
        Type::Timestamp(_) => given.as_number().and_then(timestamp),
        Type::Document => Some(Value::Document(given.to_string())),
        _ => None,
    }
}

/// What params of this type have to be.
pub(super) fn expected(ty: &Type) -> &'static str {
    match ty {
        Type::Boolean => "true or false",
        Type::Byte => "an integer of 8 bits",
        Type::Short => "an integer of 16 bits",
        Type::Integer | Type::IntEnum(_) => "an integer of 32 bits",
        Type::Long => "an integer of 64 bits",
        Type::Float | Type::Double => "a number, `\"NaN\"`, `\"Infinity\"` or `\"-Infinity\"`",
        Type::BigInteger | Type::BigDecimal => "a number",
        Type::Timestamp(_) => "seconds since 1970 as a number",
        _ => "a string",
    }
}

fn integer(given: &Json, min: i64, max: i64) -> Option<Value> {
    let number = given.as_i64().or_else(|| {
        let float = given.as_f64()?;
        let whole = float.fract() == 0.0 && float.abs() < 9e15;
        whole.then_some(float as i64)
    })?;
    (min..=max)
        .contains(&number)
        .then(|| Value::Number(number.to_string()))
}

fn float(given: &Json, ty: FloatType) -> Option<Value> {
    let special = match given.as_str() {
        Some("NaN") => Special::Nan,
        Some("Infinity") => Special::Infinity,
        Some("-Infinity") => Special::NegativeInfinity,
        Some(_) => return None,
        None => {
            let text = given.as_number()?.to_string();
            let has_point = text.contains(['.', 'e', 'E']);
            return Some(Value::Number(if has_point {
                text
            } else {
                format!("{text}.0")
            }));
        }
    };
    Some(Value::Float(ty, special))
}

fn big_number(number: &Number) -> Value {
    Value::BigNumber(number.to_string())
}

/// Seconds and nanoseconds. The fraction is read from the decimal text, since a float would not keep it.
fn timestamp(number: &Number) -> Option<Value> {
    let text = number.to_string();
    if text.contains(['e', 'E']) {
        return None;
    }
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    if fraction.len() > 9 {
        return None;
    }
    let seconds: i64 = whole.parse().ok()?;
    let nanoseconds: u32 = format!("{fraction:0<9}").parse().ok()?;
    Some(match (whole.starts_with('-'), nanoseconds) {
        (true, 1..) => Value::Timestamp(seconds.checked_sub(1)?, 1_000_000_000 - nanoseconds),
        _ => Value::Timestamp(seconds, nanoseconds),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> Number {
        serde_json::from_str(text).unwrap()
    }

    #[test]
    fn keeps_the_fraction_of_a_timestamp() {
        for (text, expected) in [
            ("946845296.123", Some((946_845_296, 123_000_000))),
            ("0", Some((0, 0))),
            ("-1.5", Some((-2, 500_000_000))),
            ("-0.25", Some((-1, 750_000_000))),
            ("1e300", None),
        ] {
            let expected = expected.map(|(seconds, nanos)| Value::Timestamp(seconds, nanos));
            assert_eq!(timestamp(&number(text)), expected, "{text}");
        }
    }

    #[test]
    fn numbers_have_to_fit() {
        let value = |ty, text: &str| simple(&ty, &Json::Number(number(text)));
        assert_eq!(
            value(Type::Byte, "127"),
            Some(Value::Number("127".to_owned()))
        );
        assert_eq!(value(Type::Byte, "128"), None);
        assert_eq!(
            value(Type::Short, "1.0"),
            Some(Value::Number("1".to_owned()))
        );
        assert_eq!(value(Type::Integer, "1.5"), None);
        assert_eq!(
            value(Type::Double, "2"),
            Some(Value::Number("2.0".to_owned()))
        );
    }
}
