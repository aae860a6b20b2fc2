//! What every enum of strings has besides its variants.

/// Gives an emitted enum of strings its values on the wire: `as_str`, `values`, `try_parse`, `From<&str>`, `FromStr`,
/// `AsRef<str>` and `Display`.
#[macro_export]
#[doc(hidden)]
macro_rules! __string_enum {
    ($name:ident $(, $variant:ident = $value:literal)*) => {
        impl $name {
            /// The value on the wire.
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $value,)*
                    Self::Unknown(value) => value.as_str(),
                }
            }

            /// The values that the model knows.
            pub const fn values() -> &'static [&'static str] {
                &[$($value),*]
            }

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

        impl ::std::convert::From<&str> for $name {
            fn from(text: &str) -> Self {
                match text {
                    $($value => Self::$variant,)*
                    other => Self::Unknown(
                        $crate::runtime::primitives::UnknownVariantValue::new(other),
                    ),
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
