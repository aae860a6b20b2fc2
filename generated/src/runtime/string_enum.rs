//! What every enum of strings has besides its values.

/// Implements `try_parse`, `FromStr`, `AsRef<str>` and `Display` for an emitted enum of strings, on top of its
/// `From<&str>` and `as_str`.
#[macro_export]
#[doc(hidden)]
macro_rules! __string_enum {
    ($name:ident) => {
        impl $name {
            /// Reads a value; one that is none of [`values`](Self::values) is an error.
            pub fn try_parse(
                text: &str,
            ) -> Result<Self, $crate::runtime::error::UnknownVariantError> {
                match Self::from(text) {
                    Self::Unknown(_) => Err($crate::runtime::error::UnknownVariantError::new(text)),
                    known => Ok(known),
                }
            }
        }

        impl ::std::str::FromStr for $name {
            type Err = ::std::convert::Infallible;

            fn from_str(text: &str) -> Result<Self, ::std::convert::Infallible> {
                Ok(text.into())
            }
        }

        impl ::std::convert::AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.write_str(self.as_str())
            }
        }
    };
}
