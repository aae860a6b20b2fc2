//! How a member is read from a header: one function for each kind of value.
//!
//! Each has the shape `fn(&str) -> Result<T, Expected>`, so that emitted code passes its path.

use aws_smithy_types::primitive::Parse;
use aws_smithy_types::{BigDecimal, BigInteger, Blob, DateTime, base64 as base64_text};

use crate::runtime::timestamp;

/// What a text should have been. The text itself is not kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Expected(pub(super) &'static str);

/// A string as it is.
///
/// # Errors
/// None.
pub fn string(text: &str) -> Result<String, Expected> {
    Ok(text.to_owned())
}

/// The value of an enumeration.
///
/// # Errors
/// None: a value that the model does not know is the type's own affair.
pub fn enumeration<T: for<'t> From<&'t str>>(text: &str) -> Result<T, Expected> {
    Ok(T::from(text))
}

/// The value of an enumeration of integers.
///
/// # Errors
/// The text is no integer of 32 bits.
pub fn int_enum<T: From<i32>>(text: &str) -> Result<T, Expected> {
    integer(text).map(T::from)
}

/// `true` or `false`.
///
/// # Errors
/// The text is neither.
pub fn boolean(text: &str) -> Result<bool, Expected> {
    primitive(text, "a boolean")
}

/// An integer of 8 bits.
///
/// # Errors
/// The text is no such integer.
pub fn byte(text: &str) -> Result<i8, Expected> {
    primitive(text, "an integer of 8 bits")
}

/// An integer of 16 bits.
///
/// # Errors
/// The text is no such integer.
pub fn short(text: &str) -> Result<i16, Expected> {
    primitive(text, "an integer of 16 bits")
}

/// An integer of 32 bits.
///
/// # Errors
/// The text is no such integer.
pub fn integer(text: &str) -> Result<i32, Expected> {
    primitive(text, "an integer of 32 bits")
}

/// An integer of 64 bits.
///
/// # Errors
/// The text is no such integer.
pub fn long(text: &str) -> Result<i64, Expected> {
    primitive(text, "an integer of 64 bits")
}

/// A number of 32 bits, `NaN`, `Infinity` or `-Infinity`.
///
/// # Errors
/// The text is no such number.
pub fn float(text: &str) -> Result<f32, Expected> {
    primitive(text, "a number of 32 bits")
}

/// A number of 64 bits, `NaN`, `Infinity` or `-Infinity`.
///
/// # Errors
/// The text is no such number.
pub fn double(text: &str) -> Result<f64, Expected> {
    primitive(text, "a number of 64 bits")
}

/// An integer of any size.
///
/// # Errors
/// The text is no integer.
pub fn big_integer(text: &str) -> Result<BigInteger, Expected> {
    text.parse().map_err(|_| Expected("an integer"))
}

/// A decimal number of any size.
///
/// # Errors
/// The text is no decimal number.
pub fn big_decimal(text: &str) -> Result<BigDecimal, Expected> {
    text.parse().map_err(|_| Expected("a number"))
}

/// A timestamp declared as `date-time`. Like the other two it takes every format.
///
/// # Errors
/// The text is no timestamp.
pub fn date_time(text: &str) -> Result<DateTime, Expected> {
    any_timestamp(text, "a timestamp as date-time")
}

/// A timestamp declared as `epoch-seconds`. Like the other two it takes every format.
///
/// # Errors
/// The text is no timestamp.
pub fn epoch_seconds(text: &str) -> Result<DateTime, Expected> {
    any_timestamp(text, "a timestamp as epoch-seconds")
}

/// A timestamp declared as `http-date`. Like the other two it takes every format.
///
/// # Errors
/// The text is no timestamp.
pub fn http_date(text: &str) -> Result<DateTime, Expected> {
    any_timestamp(text, "a timestamp as http-date")
}

/// The base64 of a string with the trait `@mediaType`.
///
/// # Errors
/// The text is not base64 of UTF-8.
pub fn base64(text: &str) -> Result<String, Expected> {
    let bytes = base64_text::decode(text).map_err(|_| Expected("base64"))?;
    String::from_utf8(bytes).map_err(|_| Expected("base64 of UTF-8"))
}

/// The base64 of a blob.
///
/// # Errors
/// The text is not base64.
pub fn blob(text: &str) -> Result<Blob, Expected> {
    let bytes = base64_text::decode(text).map_err(|_| Expected("base64"))?;
    Ok(Blob::new(bytes))
}

fn primitive<T: Parse>(text: &str, expected: &'static str) -> Result<T, Expected> {
    T::parse_smithy_primitive(text).map_err(|_| Expected(expected))
}

fn any_timestamp(text: &str, expected: &'static str) -> Result<DateTime, Expected> {
    timestamp::parse_date(text)
        .or_else(|| timestamp::parse_epoch_seconds(text))
        .ok_or(Expected(expected))
}
