//! The types of members that are no Rust primitives.

use std::fmt;

pub use aws_smithy_types::date_time::Format as DateTimeFormat;
pub use aws_smithy_types::{BigDecimal, BigInteger, Blob, DateTime, Document};

/// The text of an enum's value that the model did not know when the crate was generated.
///
/// It cannot be taken out of here, only shown through the enum's `as_str`: a later version of the crate may know
/// the value, and then no code must depend on its being unknown.
#[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct UnknownVariantValue(String);

impl UnknownVariantValue {
    /// Keeps a text; called by the emitted enums.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The text, for the emitted enums.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for UnknownVariantValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
