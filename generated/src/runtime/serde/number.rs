//! Numbers beyond those of Rust: of any size, as text where 64 bits do not hold them as they are spelled.

use std::fmt::{self, Display};
use std::str::FromStr;

use ::serde::Serializer;
use ::serde::de::{Deserializer, Error, Expected, MapAccess, Visitor};
use aws_smithy_types::{BigDecimal, BigInteger};

use super::value::{Context, ReadValue, WriteValue, misplaced};

/// The text of what a format hands over as a map because serde has no type for it: a number of `serde_json` with its
/// feature `arbitrary_precision`, a date of TOML. Their one key begins with `$`.
pub(super) fn text_of_number<'de, A: MapAccess<'de>>(
    mut map: A,
    expected: &dyn Expected,
) -> Result<String, A::Error> {
    match map.next_key::<String>()? {
        Some(key) if key.starts_with('$') => map.next_value(),
        _ => Err(misplaced("a map", expected)),
    }
}

/// Whether this number is spelled so.
pub(super) fn is_spelled<T: Display + FromStr>(text: &str) -> Option<T> {
    let number: T = text.parse().ok()?;
    (number.to_string() == text).then_some(number)
}

impl WriteValue for BigInteger {
    fn write<S: Serializer>(&self, serializer: S, _: Context) -> Result<S::Ok, S::Error> {
        let text = self.as_ref();
        if let Some(number) = is_spelled(text) {
            return serializer.serialize_i64(number);
        }
        match is_spelled(text) {
            Some(number) => serializer.serialize_u64(number),
            None => serializer.serialize_str(text),
        }
    }
}

impl ReadValue for BigInteger {
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let expected = "an integer, as text if it has more than 64 bits";
        let text = deserializer.deserialize_any(Spelled(expected))?;
        text.parse()
            .map_err(|_| misplaced("another number", &expected))
    }
}

impl WriteValue for BigDecimal {
    fn write<S: Serializer>(&self, serializer: S, _: Context) -> Result<S::Ok, S::Error> {
        let text = self.as_ref();
        if let Some(number) = is_spelled(text) {
            return serializer.serialize_i64(number);
        }
        match is_spelled(text).filter(|number: &f64| number.is_finite()) {
            Some(number) => serializer.serialize_f64(number),
            None => serializer.serialize_str(text),
        }
    }
}

impl ReadValue for BigDecimal {
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let expected = "a number, or the text of one";
        let text = deserializer.deserialize_any(Spelled(expected))?;
        text.parse().map_err(|_| misplaced("other text", &expected))
    }
}

/// Reads a number as it is spelled, or the text of one. Holds what is expected.
struct Spelled(&'static str);

impl<'de> Visitor<'de> for Spelled {
    type Value = String;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<String, E> {
        Ok(value.to_string())
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<String, E> {
        Ok(value.to_string())
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<String, E> {
        // An integer beyond 64 bits is one that the format has rounded: with an exponent it is no integer.
        Ok(if value.abs() < u64::MAX as f64 {
            value.to_string()
        } else {
            format!("{value:e}")
        })
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<String, E> {
        Ok(text.to_owned())
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<String, A::Error> {
        text_of_number(map, &self)
    }
}
