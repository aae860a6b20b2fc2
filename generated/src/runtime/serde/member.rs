//! Members: their names, and what is to be known to write and read them.

use std::fmt::{self, Write as _};

use ::serde::de::{DeserializeSeed, Deserializer, Error, Visitor};
use ::serde::{Serialize, Serializer};

use crate::runtime::Format;

/// A member of a structure or a union.
#[derive(Clone, Copy, Debug)]
pub struct Member {
    /// The name of the field.
    field: &'static str,
    /// The name in the data, where it is not that of the field in camel case.
    name: Option<&'static str>,
    pub(super) required: bool,
    pub(super) secret: bool,
    pub(super) format: Format,
}

impl Member {
    /// The member of a field. Its name in the data is the field's in camel case: `stageArn` for `stage_arn`.
    #[must_use]
    pub const fn new(field: &'static str) -> Self {
        Self {
            field,
            name: None,
            required: false,
            secret: false,
            format: Format::EpochSeconds,
        }
    }

    /// It has this name in the data.
    #[must_use]
    pub const fn named(mut self, name: &'static str) -> Self {
        self.name = Some(name);
        self
    }

    /// It has to be there when it is read.
    #[must_use]
    pub const fn required(mut self) -> Self {
        self.required = true;
        self
    }

    /// It is written only on demand.
    #[must_use]
    pub const fn secret(mut self) -> Self {
        self.secret = true;
        self
    }

    /// Its timestamps are RFC 3339.
    #[must_use]
    pub const fn date_time(mut self) -> Self {
        self.format = Format::DateTime;
        self
    }

    /// Its timestamps are RFC 7231's IMF-fixdate.
    #[must_use]
    pub const fn http_date(mut self) -> Self {
        self.format = Format::HttpDate;
        self
    }

    /// Its timestamps are seconds since 1970.
    #[must_use]
    pub const fn epoch_seconds(mut self) -> Self {
        self.format = Format::EpochSeconds;
        self
    }

    fn is_named(&self, name: &str) -> bool {
        match self.name {
            Some(own) => own == name,
            None => camel_case(self.field).eq(name.chars()),
        }
    }
}

/// Its name in the data.
impl fmt::Display for Member {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.name {
            Some(name) => f.write_str(name),
            None => camel_case(self.field).try_for_each(|letter| f.write_char(letter)),
        }
    }
}

/// As a key.
impl Serialize for Member {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.name {
            Some(name) => serializer.serialize_str(name),
            None => serializer.collect_str(self),
        }
    }
}

/// `stage_arn` as `stageArn`. The generator has the same rule, and gives a name where it leads to another.
fn camel_case(field: &str) -> impl Iterator<Item = char> {
    field.split('_').enumerate().flat_map(|(index, word)| {
        let mut letters = word.chars();
        let first = letters.next().map(|first| match index {
            0 => first,
            _ => first.to_ascii_uppercase(),
        });
        first.into_iter().chain(letters)
    })
}

/// A key, as it is read.
pub(super) enum Key {
    /// That of the member with this index.
    Known(usize),
    /// `__type`, which some services add.
    Type,
    /// Another.
    Unknown,
}

/// Finds keys among these members.
pub(super) struct Keys(pub(super) &'static [Member]);

impl<'de> DeserializeSeed<'de> for Keys {
    type Value = Key;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Key, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for Keys {
    type Value = Key;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a member")
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<Key, E> {
        let mut members = self.0.iter();
        Ok(match members.position(|member| member.is_named(name)) {
            Some(index) => Key::Known(index),
            None if name == "__type" => Key::Type,
            None => Key::Unknown,
        })
    }

    fn visit_bytes<E: Error>(self, name: &[u8]) -> Result<Key, E> {
        self.visit_str(&String::from_utf8_lossy(name))
    }
}
