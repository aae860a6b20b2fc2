//! What the region of a client can be set with.

use super::Region;

/// What names a region, or none: [`Region`], text, or an `Option` of a [`Region`].
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
