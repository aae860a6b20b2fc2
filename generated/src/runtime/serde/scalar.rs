//! Booleans, numbers of Rust, text and enums.

use std::fmt;

use ::serde::de::{Deserializer, Error, MapAccess, Unexpected, Visitor};
use ::serde::{Deserialize, Serializer};

use super::number::text_of_number;
use super::secret::unshown;
use super::structure::short_name;
use super::value::{Context, ReadValue, WriteValue};

impl WriteValue for bool {
    fn write<S: Serializer>(&self, serializer: S, _: Context) -> Result<S::Ok, S::Error> {
        serializer.serialize_bool(*self)
    }
}

impl ReadValue for bool {
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::deserialize(deserializer)
    }
}

impl WriteValue for String {
    fn write<S: Serializer>(&self, serializer: S, _: Context) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self)
    }
}

impl ReadValue for String {
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::deserialize(deserializer)
    }
}

/// Integers; `2500000.0` is one, as it is for the codec.
macro_rules! integer {
    ($($type:ty, $write:ident, $read:ident, $expected:literal;)*) => {$(
        impl WriteValue for $type {
            fn write<S: Serializer>(&self, serializer: S, _: Context) -> Result<S::Ok, S::Error> {
                serializer.$write(*self)
            }
        }

        impl ReadValue for $type {
            fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let value = deserializer.$read(Integer($expected))?;
                value.try_into().map_err(|_| {
                    Error::invalid_value(Unexpected::Signed(value), &$expected)
                })
            }
        }
    )*};
}

integer! {
    i8, serialize_i8, deserialize_i8, "an integer of 8 bits";
    i16, serialize_i16, deserialize_i16, "an integer of 16 bits";
    i32, serialize_i32, deserialize_i32, "an integer of 32 bits";
    i64, serialize_i64, deserialize_i64, "an integer of 64 bits";
}

/// Reads an integer. Holds what is expected.
struct Integer(&'static str);

/// The whole numbers of an `f64` are exact up to here, 2^53.
const EXACT: f64 = 9_007_199_254_740_992.0;

impl<'de> Visitor<'de> for Integer {
    type Value = i64;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<i64, E> {
        Ok(value)
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<i64, E> {
        let unexpected = || E::invalid_value(Unexpected::Unsigned(value), &self);
        i64::try_from(value).map_err(|_| unexpected())
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<i64, E> {
        if value.fract() == 0.0 && value.abs() <= EXACT {
            return Ok(value as i64);
        }
        Err(E::invalid_value(Unexpected::Float(value), &self))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<i64, A::Error> {
        let text = text_of_number(map, &self)?;
        let unexpected = || Error::invalid_value(Unexpected::Other("a number"), &self);
        text.parse().map_err(|_| unexpected())
    }
}

impl WriteValue for f32 {
    fn write<S: Serializer>(&self, serializer: S, context: Context) -> Result<S::Ok, S::Error> {
        if self.is_finite() {
            serializer.serialize_f32(*self)
        } else {
            f64::from(*self).write(serializer, context)
        }
    }
}

impl ReadValue for f32 {
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = f64::read(deserializer)?;
        let narrow = value as Self;
        if value.is_finite() && narrow.is_infinite() {
            let expected = &"a number of 32 bits";
            return Err(Error::invalid_value(Unexpected::Float(value), expected));
        }
        Ok(narrow)
    }
}

impl WriteValue for f64 {
    fn write<S: Serializer>(&self, serializer: S, _: Context) -> Result<S::Ok, S::Error> {
        if self.is_finite() {
            return serializer.serialize_f64(*self);
        }
        serializer.serialize_str(match self {
            value if value.is_nan() => "NaN",
            value if *value > 0.0 => "Infinity",
            _ => "-Infinity",
        })
    }
}

impl ReadValue for f64 {
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Float)
    }
}

/// Reads a number that may have a fraction.
struct Float;

impl<'de> Visitor<'de> for Float {
    type Value = f64;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number, `NaN`, `Infinity` or `-Infinity`")
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<f64, E> {
        Ok(value as f64)
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<f64, E> {
        Ok(value as f64)
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<f64, E> {
        Ok(value)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<f64, E> {
        match text {
            "NaN" => Ok(f64::NAN),
            "Infinity" => Ok(f64::INFINITY),
            "-Infinity" => Ok(f64::NEG_INFINITY),
            other => Err(E::invalid_value(Unexpected::Str(other), &self)),
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<f64, A::Error> {
        let text = text_of_number(map, &self)?;
        let value = text.parse().ok().filter(|value: &f64| value.is_finite());
        value.ok_or_else(|| Error::invalid_value(Unexpected::Other("a number"), &self))
    }
}

/// Writes the value of an enum. A secret one is no value.
///
/// # Errors
///
/// Those of the format.
pub fn write_enum<S: Serializer>(
    value: &str,
    secret: bool,
    serializer: S,
    context: Context,
) -> Result<S::Ok, S::Error> {
    if context.shows(secret) {
        serializer.serialize_str(value)
    } else {
        serializer.serialize_none()
    }
}

/// Reads the value of an enum, which keeps what the model does not know.
///
/// # Errors
///
/// The data is no text.
pub fn read_enum<'de, T, D>(secret: bool, deserializer: D) -> Result<T, D::Error>
where
    T: for<'t> From<&'t str>,
    D: Deserializer<'de>,
{
    match String::deserialize(deserializer) {
        Ok(text) => Ok(T::from(&text)),
        Err(_) if secret => Err(unshown(&short_name::<T>())),
        Err(error) => Err(error),
    }
}
