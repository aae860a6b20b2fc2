//! How a member is written in a label, a query parameter or a header: one function for each kind of value.
//!
//! Each has the shape `fn(&T) -> Cow<str>`, so that emitted code passes its path.

use std::borrow::Cow;

use aws_smithy_types::primitive::Encoder;
use aws_smithy_types::{BigDecimal, BigInteger, DateTime, base64 as base64_text};

use crate::runtime::{Format, timestamp};

/// A string as it is.
pub fn string<T: AsRef<str> + ?Sized>(value: &T) -> Cow<'_, str> {
    Cow::Borrowed(value.as_ref())
}

/// The value of an enumeration.
pub fn enumeration<T: AsRef<str> + ?Sized>(value: &T) -> Cow<'_, str> {
    string(value)
}

/// The value of an enumeration of integers.
pub fn int_enum<T: Copy + Into<i32>>(value: &T) -> Cow<'_, str> {
    let number: i32 = (*value).into();
    primitive(number.into())
}

/// `true` or `false`.
pub fn boolean(value: &bool) -> Cow<'_, str> {
    Cow::Borrowed(if *value { "true" } else { "false" })
}

/// An integer of 8 bits.
pub fn byte(value: &i8) -> Cow<'_, str> {
    primitive((*value).into())
}

/// An integer of 16 bits.
pub fn short(value: &i16) -> Cow<'_, str> {
    primitive((*value).into())
}

/// An integer of 32 bits.
pub fn integer(value: &i32) -> Cow<'_, str> {
    primitive((*value).into())
}

/// An integer of 64 bits.
pub fn long(value: &i64) -> Cow<'_, str> {
    primitive((*value).into())
}

/// The shortest decimal that reads as the same number of 32 bits, or `NaN`, `Infinity` or `-Infinity`.
pub fn float(value: &f32) -> Cow<'_, str> {
    primitive((*value).into())
}

/// The shortest decimal that reads as the same number of 64 bits, or `NaN`, `Infinity` or `-Infinity`.
pub fn double(value: &f64) -> Cow<'_, str> {
    primitive((*value).into())
}

/// An integer of any size.
pub fn big_integer(value: &BigInteger) -> Cow<'_, str> {
    string(value)
}

/// A decimal number of any size.
pub fn big_decimal(value: &BigDecimal) -> Cow<'_, str> {
    string(value)
}

/// A timestamp like `2019-12-16T23:48:18Z`. Outside of the years 1 to 9999 it is seconds since the epoch.
pub fn date_time(value: &DateTime) -> Cow<'_, str> {
    Cow::Owned(timestamp::to_text(value, Format::DateTime))
}

/// A timestamp as seconds since the epoch, with a fraction if it has one.
pub fn epoch_seconds(value: &DateTime) -> Cow<'_, str> {
    Cow::Owned(timestamp::to_text(value, Format::EpochSeconds))
}

/// A timestamp like `Mon, 16 Dec 2019 23:48:18 GMT`. Outside of the years 1 to 9999 it is seconds since the epoch.
pub fn http_date(value: &DateTime) -> Cow<'_, str> {
    Cow::Owned(timestamp::to_text(value, Format::HttpDate))
}

/// The base64 of a string with the trait `@mediaType`, which headers carry this way, or of a blob.
pub fn base64<T: AsRef<[u8]> + ?Sized>(value: &T) -> Cow<'_, str> {
    Cow::Owned(base64_text::encode(value))
}

fn primitive(mut encoder: Encoder) -> Cow<'static, str> {
    Cow::Owned(encoder.encode().to_owned())
}
