//! The region that a client calls, where `aws-types` is not there to name it.

use std::borrow::Cow;
use std::fmt;

/// An AWS Region, `us-east-1`: which data centre answers, and what signatures are made for.
///
/// With the feature `aws-config` it is `aws_types::region::Region`, which has the same functions and is what functions
/// of `aws-config` take.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Region(Cow<'static, str>);

impl Region {
    /// The region with this code.
    pub fn new(code: impl Into<Cow<'static, str>>) -> Self {
        Self(code.into())
    }

    /// The region with this code, as a constant.
    #[must_use]
    pub const fn from_static(code: &'static str) -> Self {
        Self(Cow::Borrowed(code))
    }
}

impl AsRef<str> for Region {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Region {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
