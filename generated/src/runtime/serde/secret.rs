//! Secrets: written on demand, and in no error.

use ::serde::de::Error;
use ::serde::{Serialize, Serializer};

use super::member::Member;
use super::value::{Context, WriteValue};

/// A value that is written with its secrets.
#[derive(Clone, Copy, Debug)]
pub struct WithSecrets<'a, T: ?Sized> {
    value: &'a T,
}

/// A value to be written with its secrets: an input, an output, another type of the service, or an `Option`, a list, a
/// slice or a map of them.
///
/// Take care where the text goes.
///
/// ```text
/// let text = serde_json::to_string(&ivs_realtime::serde::with_secrets(&output))?;
/// ```
pub fn with_secrets<T: WriteValue + ?Sized>(value: &T) -> WithSecrets<'_, T> {
    WithSecrets { value }
}

impl<T: WriteValue + ?Sized> Serialize for WithSecrets<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.value.write(serializer, Context::SECRETS)
    }
}

/// For a field of a type of your own that is to be kept with its secrets:
/// `#[serde(with = "ivs_realtime::serde::secrets")]`.
pub mod secrets {
    use ::serde::{Deserialize, Deserializer, Serialize, Serializer};

    use super::{WriteValue, with_secrets};

    /// Writes a value with its secrets.
    ///
    /// # Errors
    ///
    /// Those of the format.
    pub fn serialize<T, S>(value: &T, serializer: S) -> Result<S::Ok, S::Error>
    where
        T: WriteValue + ?Sized,
        S: Serializer,
    {
        with_secrets(value).serialize(serializer)
    }

    /// Reads a value as it is read everywhere.
    ///
    /// # Errors
    ///
    /// The data is no such value.
    pub fn deserialize<'de, T, D>(deserializer: D) -> Result<T, D::Error>
    where
        T: Deserialize<'de>,
        D: Deserializer<'de>,
    {
        T::deserialize(deserializer)
    }
}

/// The error in place of one that may show what stands where a secret belongs.
pub(super) fn unshown<E: Error>(what: &dyn std::fmt::Display) -> E {
    E::custom(format_args!(
        "what is there for the secret `{what}` cannot be read"
    ))
}

/// The error for a secret member.
pub(super) fn hidden<E: Error>(member: &'static Member) -> E {
    unshown(member)
}
