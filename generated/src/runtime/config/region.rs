//! The region that a client calls.

use std::borrow::Cow;
use std::fmt;

/// An AWS Region, `us-east-1`: which data centre answers, and what signatures are made for.
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

/// What names a region, or none: [`Region`], text, or an `Option` of a [`Region`]; with the feature `aws-config` the
/// `Region` of `aws-types` too.
pub trait IntoRegion: sealed::Sealed {
    /// The region, if one is named.
    fn into_region(self) -> Option<Region>;
}

mod sealed {
    pub trait Sealed {}
}

macro_rules! into_region {
    ($($type:ty: |$value:ident| $region:expr;)*) => {$(
        impl sealed::Sealed for $type {}

        impl IntoRegion for $type {
            fn into_region(self) -> Option<Region> {
                let $value = self;
                $region
            }
        }
    )*};
}

into_region! {
    Region: |region| Some(region);
    Option<Region>: |region| region;
    &Region: |region| Some(region.clone());
    &str: |code| Some(Region::new(code.to_owned()));
    String: |code| Some(Region::new(code));
}

#[cfg(feature = "aws-config")]
into_region! {
    aws_types::region::Region: |region| Some(region.into());
    Option<aws_types::region::Region>: |region| region.map(Region::from);
}

#[cfg(feature = "aws-config")]
impl From<aws_types::region::Region> for Region {
    fn from(region: aws_types::region::Region) -> Self {
        Self::new(region.to_string())
    }
}

#[cfg(feature = "aws-config")]
impl From<Region> for aws_types::region::Region {
    fn from(region: Region) -> Self {
        Self::new(region.0)
    }
}
