//! What builders of emitted types lean on.

use std::fmt::Debug;
use std::str::FromStr;

use aws_smithy_types::{Blob, base64};

use super::error::BuildError;

/// The value of a required member.
///
/// # Errors
///
/// It was not set. The error names the member.
pub fn required<T>(value: Option<T>, member: &'static str) -> Result<T, BuildError> {
    value.ok_or_else(|| BuildError::missing_field(member, "the structure requires it"))
}

/// The default of a blob, given in base64. The generator has checked the text.
#[must_use]
pub fn blob(text: &str) -> Blob {
    Blob::new(base64::decode(text).unwrap_or_default())
}

/// The default of a number of any size, given as decimal text.
///
/// # Panics
///
/// The text is no number; the generator has checked that it is one.
#[must_use]
pub fn big_number<T>(text: &str) -> T
where
    T: FromStr,
    T::Err: Debug,
{
    text.parse().expect("the generator has checked the number")
}
