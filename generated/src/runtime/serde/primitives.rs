//! Timestamps and blobs.

use std::fmt;

use ::serde::Serializer;
use ::serde::de::{Deserializer, Error, MapAccess, Unexpected, Visitor};
use aws_smithy_types::{Blob, DateTime, base64};

use super::number::text_of_number;
use super::value::{Context, ReadValue, WriteValue};
use crate::runtime::Format;
use crate::runtime::timestamp::{parse_date, parse_epoch_seconds, to_text};

impl WriteValue for DateTime {
    fn write<S: Serializer>(&self, serializer: S, context: Context) -> Result<S::Ok, S::Error> {
        if context.format != Format::EpochSeconds {
            return serializer.serialize_str(&exact_text(self, context.format));
        }
        if !self.has_subsec_nanos() {
            return serializer.serialize_i64(self.secs());
        }
        let seconds: Option<f64> = to_text(self, Format::EpochSeconds).parse().ok();
        let exact = seconds.filter(|seconds| from_seconds(*seconds).as_ref() == Some(self));
        match exact {
            Some(seconds) => serializer.serialize_f64(seconds),
            None => serializer.serialize_str(&exact_text(self, Format::DateTime)),
        }
    }
}

/// The text in this format, or in another if this one does not hold all of the fraction: `date-time` is written up to
/// the microsecond, `http-date` up to the millisecond.
fn exact_text(value: &DateTime, format: Format) -> String {
    let is_exact = |text: &String| from_text(text).as_ref() == Some(value);
    let text = to_text(value, format);
    if is_exact(&text) {
        return text;
    }
    let seconds = to_text(&DateTime::from_secs(value.secs()), Format::DateTime);
    let seconds = seconds.trim_end_matches('Z');
    let text = format!("{seconds}.{:09}Z", value.subsec_nanos());
    if is_exact(&text) {
        text
    } else {
        to_text(value, Format::EpochSeconds)
    }
}

fn from_text(text: &str) -> Option<DateTime> {
    parse_date(text).or_else(|| parse_epoch_seconds(text))
}

/// By way of the shortest text, so that `0.1` is a tenth.
fn from_seconds(seconds: f64) -> Option<DateTime> {
    parse_epoch_seconds(&seconds.to_string())
}

impl ReadValue for DateTime {
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Timestamp)
    }
}

struct Timestamp;

impl<'de> Visitor<'de> for Timestamp {
    type Value = DateTime;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a timestamp as date-time, http-date or seconds since 1970")
    }

    fn visit_i64<E: Error>(self, seconds: i64) -> Result<DateTime, E> {
        Ok(DateTime::from_secs(seconds))
    }

    fn visit_u64<E: Error>(self, seconds: u64) -> Result<DateTime, E> {
        let unexpected = || E::invalid_value(Unexpected::Unsigned(seconds), &self);
        i64::try_from(seconds)
            .map(DateTime::from_secs)
            .map_err(|_| unexpected())
    }

    fn visit_f64<E: Error>(self, seconds: f64) -> Result<DateTime, E> {
        let unexpected = || E::invalid_value(Unexpected::Float(seconds), &self);
        from_seconds(seconds).ok_or_else(unexpected)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<DateTime, E> {
        from_text(text).ok_or_else(|| E::invalid_value(Unexpected::Str(text), &self))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<DateTime, A::Error> {
        let text = text_of_number(map, &self)?;
        self.visit_str(&text)
    }
}

impl WriteValue for Blob {
    fn write<S: Serializer>(&self, serializer: S, _: Context) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&base64::encode(self))
    }
}

impl ReadValue for Blob {
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Bytes)
    }
}

/// Reads bytes from base64, or as what they are where a format has them.
struct Bytes;

impl Visitor<'_> for Bytes {
    type Value = Blob;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("bytes in base64")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Blob, E> {
        let bytes = base64::decode(text);
        let unexpected = |_| E::invalid_value(Unexpected::Other("other text"), &self);
        bytes.map(Blob::new).map_err(unexpected)
    }

    fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<Blob, E> {
        Ok(Blob::new(bytes))
    }
}
