//! Values: what members, elements and entries hold.

use std::fmt;
use std::marker::PhantomData;

use ::serde::de::{DeserializeSeed, Deserializer, Error, Unexpected, Visitor};
use ::serde::{Serialize, Serializer};

use super::member::Member;
use crate::runtime::Format;

/// How a value is written. It goes down with the values, so that no thread and no panic can leave it behind.
#[derive(Clone, Copy, Debug)]
pub struct Context {
    /// Whether secrets are written.
    pub(super) secrets: bool,
    /// How timestamps are written.
    pub(super) format: Format,
}

impl Context {
    /// The way that `Serialize` writes: without secrets.
    pub const PLAIN: Self = Self {
        secrets: false,
        format: Format::DateTime,
    };

    /// With secrets.
    pub(super) const SECRETS: Self = Self {
        secrets: true,
        ..Self::PLAIN
    };

    /// Whether a value is written, if it is a `secret`.
    #[must_use]
    pub fn shows(self, secret: bool) -> bool {
        self.secrets || !secret
    }

    /// The same for what a member holds.
    pub(super) fn of(self, member: &Member) -> Self {
        Self {
            format: member.format,
            ..self
        }
    }
}

/// A value that can be written.
pub trait WriteValue {
    /// Writes it.
    ///
    /// # Errors
    ///
    /// Those of the format.
    fn write<S: Serializer>(&self, serializer: S, context: Context) -> Result<S::Ok, S::Error>;

    /// Whether a member is left out while it has this value.
    fn is_absent(&self) -> bool {
        false
    }
}

/// A value that can be read.
pub trait ReadValue: Sized {
    /// Reads it. The data is not `null`.
    ///
    /// # Errors
    ///
    /// The data is no such value, or the format has an error of its own.
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error>;

    /// What `null` is as an element of a list; `None` if lists have no such element.
    fn absent() -> Option<Self> {
        None
    }
}

/// A value as serde takes it.
pub(super) struct Written<'a, T: ?Sized>(pub(super) &'a T, pub(super) Context);

impl<T: WriteValue + ?Sized> Serialize for Written<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.write(serializer, self.1)
    }
}

/// Reads a value, or `None` for `null`.
pub(super) struct Nullable<T>(PhantomData<T>);

impl<T> Nullable<T> {
    pub(super) fn new() -> Self {
        Self(PhantomData)
    }
}

impl<'de, T: ReadValue> DeserializeSeed<'de> for Nullable<T> {
    type Value = Option<T>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Option<T>, D::Error> {
        deserializer.deserialize_option(self)
    }
}

impl<'de, T: ReadValue> Visitor<'de> for Nullable<T> {
    type Value = Option<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_none<E: Error>(self) -> Result<Option<T>, E> {
        Ok(None)
    }

    fn visit_unit<E: Error>(self) -> Result<Option<T>, E> {
        Ok(None)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Option<T>, D::Error> {
        T::read(deserializer).map(Some)
    }
}

/// Says what was found in the wrong place, but not which value: it may be a secret that has got there.
pub(super) fn misplaced<E: Error>(found: &str, expected: &dyn ::serde::de::Expected) -> E {
    E::invalid_type(Unexpected::Other(found), expected)
}

/// Methods of a visitor that expects no scalar.
macro_rules! no_scalar {
    () => {
        fn visit_bool<E: ::serde::de::Error>(self, _: bool) -> Result<Self::Value, E> {
            Err(super::value::misplaced("a boolean", &self))
        }

        fn visit_i64<E: ::serde::de::Error>(self, _: i64) -> Result<Self::Value, E> {
            Err(super::value::misplaced("a number", &self))
        }

        fn visit_u64<E: ::serde::de::Error>(self, _: u64) -> Result<Self::Value, E> {
            Err(super::value::misplaced("a number", &self))
        }

        fn visit_f64<E: ::serde::de::Error>(self, _: f64) -> Result<Self::Value, E> {
            Err(super::value::misplaced("a number", &self))
        }

        fn visit_str<E: ::serde::de::Error>(self, _: &str) -> Result<Self::Value, E> {
            Err(super::value::misplaced("text", &self))
        }

        fn visit_bytes<E: ::serde::de::Error>(self, _: &[u8]) -> Result<Self::Value, E> {
            Err(super::value::misplaced("bytes", &self))
        }
    };
}

pub(super) use no_scalar;
