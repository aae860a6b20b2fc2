//! The statements of emitted code, which implement serde's traits. Without the feature `serde` they are empty.
//!
//! A condition inside of a macro would be judged by the features of the crate that uses it, so there are two of each.

/// Implements serde's traits for the structures of a module, `in super::types;`. For each there are its members: the
/// field, its name in the data where that is not the field's in camel case, and what `Member`
/// has to say of it. After a colon the structure may have the method of its builder that makes one of nothing; else it
/// has a default.
#[cfg(feature = "serde")]
#[doc(hidden)]
#[macro_export]
macro_rules! __serde_structures {
    (in $($root:ident)::+; $($rest:tt)*) => {
        $crate::__serde_structures! { @in [$($root)::+] $($rest)* }
    };
    (@in $root:tt $($($name:ident)::+ $(: $initial:ident)? { $($members:tt)* })*) => {$(
        $crate::__serde_structure! { $root [$($name)::+] [$($initial)?] $($members)* }
    )*};
}

#[cfg(not(feature = "serde"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __serde_structures {
    ($($tokens:tt)*) => {};
}

/// One structure of `structures`.
#[cfg(feature = "serde")]
#[doc(hidden)]
#[macro_export]
macro_rules! __serde_structure {
    (
        [$($root:ident)::+] [$($name:ident)::+] $initial:tt
        $($field:ident $(: $wire:literal)? $($mark:ident)*),* $(,)?
    ) => {
        impl $crate::runtime::serde::support::Structure for $($root)::+::$($name)::+ {
            const MEMBERS: &'static [$crate::runtime::serde::support::Member] = &[$(
                $crate::runtime::serde::support::Member::new(stringify!($field))
                    $(.named($wire))?
                    $(.$mark())*
            ),*];

            fn initial() -> Self {
                $crate::__serde_initial!(Self $initial)
            }

            fn write_members<M: $crate::runtime::serde::support::SerializeMap>(
                &self,
                writer: &mut $crate::runtime::serde::support::MemberWriter<'_, M>,
            ) -> Result<(), M::Error> {
                $(writer.member(&self.$field)?;)*
                writer.end()
            }

            fn read_member<'de, A: $crate::runtime::serde::support::MapAccess<'de>>(
                &mut self,
                reader: &mut $crate::runtime::serde::support::MemberReader<'_, A>,
            ) -> Result<(), A::Error> {
                $(reader.member(&mut self.$field)?;)*
                reader.end()
            }
        }

        $crate::__serde_traits! {
            [$($root)::+::$($name)::+]
            (self, serializer, context) {
                $crate::runtime::serde::support::write_structure(self, serializer, context)
            }
            (deserializer) {
                $crate::runtime::serde::support::read_structure(deserializer)
            }
        }
    };
}

/// A structure with nothing in it.
#[cfg(feature = "serde")]
#[doc(hidden)]
#[macro_export]
macro_rules! __serde_initial {
    ($type:ident []) => {
        $type::default()
    };
    ($type:ident [$build:ident]) => {
        $type::builder().$build()
    };
}

/// Implements serde's traits for unions: for each its members with a value, and after `;` those without. The variant
/// comes first, then its name in the data, then what there is to say of it.
#[cfg(feature = "serde")]
#[doc(hidden)]
#[macro_export]
macro_rules! __serde_unions {
    (in $($root:ident)::+; $($rest:tt)*) => {
        $crate::__serde_unions! { @in [$($root)::+] $($rest)* }
    };
    (@in $root:tt $($name:ident { $($members:tt)* })*) => {$(
        $crate::__serde_union! { $root $name $($members)* }
    )*};
}

#[cfg(not(feature = "serde"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __serde_unions {
    ($($tokens:tt)*) => {};
}

/// One union of `unions`.
#[cfg(feature = "serde")]
#[doc(hidden)]
#[macro_export]
macro_rules! __serde_union {
    (
        [$($root:ident)::+] $name:ident
        $($variant:ident: $wire:literal $($mark:ident)*),* $(,)?
        $(; $($unit:ident: $unit_wire:literal $($unit_mark:ident)*),* $(,)?)?
    ) => {
        impl $crate::runtime::serde::support::Union for $($root)::+::$name {
            const MEMBERS: &'static [$crate::runtime::serde::support::Member] = &[
                $($crate::__serde_named!($wire $($mark)*),)*
                $($($crate::__serde_named!($unit_wire $($unit_mark)*),)*)?
            ];

            fn unknown() -> Self {
                Self::Unknown
            }

            fn write_variant<M: $crate::runtime::serde::support::SerializeMap>(
                &self,
                writer: &mut $crate::runtime::serde::support::VariantWriter<'_, M>,
            ) -> Result<(), M::Error> {
                match self {
                    $(Self::$variant(value) => {
                        writer.variant(&$crate::__serde_named!($wire $($mark)*), value)
                    })*
                    $($(Self::$unit => writer.variant(
                        &$crate::__serde_named!($unit_wire $($unit_mark)*),
                        &$crate::runtime::serde::support::Unit,
                    ),)*)?
                    Self::Unknown => writer.end(),
                }
            }

            fn read_variant<'de, A: $crate::runtime::serde::support::MapAccess<'de>>(
                reader: &mut $crate::runtime::serde::support::VariantReader<'_, A>,
            ) -> Result<Option<Self>, A::Error> {
                $(if let Some(value) = reader.variant()? {
                    return Ok(Some(Self::$variant(value)));
                })*
                $($(if let Some($crate::runtime::serde::support::Unit) = reader.variant()? {
                    return Ok(Some(Self::$unit));
                })*)?
                reader.end()
            }
        }

        $crate::__serde_traits! {
            [$($root)::+::$name]
            (self, serializer, context) {
                $crate::runtime::serde::support::write_union(self, serializer, context)
            }
            (deserializer) {
                $crate::runtime::serde::support::read_union(deserializer)
            }
        }
    };
}

/// A member with its name in the data.
#[cfg(feature = "serde")]
#[doc(hidden)]
#[macro_export]
macro_rules! __serde_named {
    ($wire:literal $($mark:ident)*) => {
        $crate::runtime::serde::support::Member::new("").named($wire)$(.$mark())*
    };
}

/// Implements serde's traits for enums of strings; those marked `secret` are written on demand.
#[cfg(feature = "serde")]
#[doc(hidden)]
#[macro_export]
macro_rules! __serde_enums {
    (in $($root:ident)::+; $($rest:tt)*) => {
        $crate::__serde_enums! { @in [$($root)::+] $($rest)* }
    };
    (@in $root:tt $($name:ident $($mark:ident)?),* $(,)?) => {$(
        $crate::__serde_enum! { $root $name $($mark)? }
    )*};
}

#[cfg(not(feature = "serde"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __serde_enums {
    ($($tokens:tt)*) => {};
}

/// One enum of `enums`.
#[cfg(feature = "serde")]
#[doc(hidden)]
#[macro_export]
macro_rules! __serde_enum {
    ($root:tt $name:ident secret) => {
        $crate::__serde_enum! { @with true $root $name }
    };
    ($root:tt $name:ident) => {
        $crate::__serde_enum! { @with false $root $name }
    };
    (@with $secret:literal [$($root:ident)::+] $name:ident) => {
        $crate::__serde_traits! {
            [$($root)::+::$name]
            (self, serializer, context) {
                $crate::runtime::serde::support::write_enum(
                    self.as_str(),
                    $secret,
                    serializer,
                    context,
                )
            }
            (deserializer) {
                $crate::runtime::serde::support::read_enum($secret, deserializer)
            }
        }
    };
}

/// Implements serde's traits for enums of integers.
#[cfg(feature = "serde")]
#[doc(hidden)]
#[macro_export]
macro_rules! __serde_int_enums {
    (in $($root:ident)::+; $($rest:tt)*) => {
        $crate::__serde_int_enums! { @in [$($root)::+] $($rest)* }
    };
    (@in $root:tt $($name:ident),* $(,)?) => {$(
        $crate::__serde_int_enum! { $root $name }
    )*};
}

#[cfg(not(feature = "serde"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __serde_int_enums {
    ($($tokens:tt)*) => {};
}

/// One enum of `int_enums`.
#[cfg(feature = "serde")]
#[doc(hidden)]
#[macro_export]
macro_rules! __serde_int_enum {
    ([$($root:ident)::+] $name:ident) => {
        $crate::__serde_traits! {
            [$($root)::+::$name]
            (self, serializer, context) {
                $crate::runtime::serde::support::WriteValue::write(
                    &self.as_i32(),
                    serializer,
                    context,
                )
            }
            (deserializer) {
                <i32 as $crate::runtime::serde::support::ReadValue>::read(deserializer)
                    .map(Self::from)
            }
        }
    };
}

/// The traits themselves, once it is said how a type is written and read.
#[cfg(feature = "serde")]
#[doc(hidden)]
#[macro_export]
macro_rules! __serde_traits {
    (
        [$type:ty]
        ($self:ident, $serializer:ident, $context:ident) $write:block
        ($deserializer:ident) $read:block
    ) => {
        impl $crate::runtime::serde::support::WriteValue for $type {
            fn write<S: $crate::runtime::serde::support::Serializer>(
                &$self,
                $serializer: S,
                $context: $crate::runtime::serde::support::Context,
            ) -> Result<S::Ok, S::Error> $write
        }

        impl $crate::runtime::serde::support::ReadValue for $type {
            fn read<'de, D: $crate::runtime::serde::support::Deserializer<'de>>(
                $deserializer: D,
            ) -> Result<Self, D::Error> $read
        }

        impl $crate::runtime::serde::support::Serialize for $type {
            fn serialize<S: $crate::runtime::serde::support::Serializer>(
                &self,
                serializer: S,
            ) -> Result<S::Ok, S::Error> {
                $crate::runtime::serde::support::WriteValue::write(
                    self,
                    serializer,
                    $crate::runtime::serde::support::Context::PLAIN,
                )
            }
        }

        impl<'de> $crate::runtime::serde::support::Deserialize<'de> for $type {
            fn deserialize<D: $crate::runtime::serde::support::Deserializer<'de>>(
                deserializer: D,
            ) -> Result<Self, D::Error> {
                $crate::runtime::serde::support::ReadValue::read(deserializer)
            }
        }
    };
}
