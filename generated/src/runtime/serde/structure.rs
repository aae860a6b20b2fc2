//! Structures, as maps.

use std::any::type_name;
use std::fmt;
use std::marker::PhantomData;
use std::slice;

use ::serde::Serializer;
use ::serde::de::{Deserializer, Error, IgnoredAny, MapAccess, Visitor};
use ::serde::ser::SerializeMap;

use super::entry::{EntryReader, EntryWriter, write_map};
use super::member::{Key, Keys, Member};
use super::value::{Context, ReadValue, WriteValue, no_scalar};

/// A structure, as [`structures`](super::structures) implements it.
pub trait Structure: Sized {
    /// Its members.
    const MEMBERS: &'static [Member];

    /// The structure before anything is read: what is absent has its default.
    fn initial() -> Self;

    /// Hands over every member, in the order of [`MEMBERS`](Self::MEMBERS).
    ///
    /// # Errors
    ///
    /// Those of the format.
    fn write_members<M: SerializeMap>(
        &self,
        writer: &mut MemberWriter<'_, M>,
    ) -> Result<(), M::Error>;

    /// Offers the place of every member, in the same order; the reader takes one of them.
    ///
    /// # Errors
    ///
    /// The data is no value of the member.
    fn read_member<'de, A: MapAccess<'de>>(
        &mut self,
        reader: &mut MemberReader<'_, A>,
    ) -> Result<(), A::Error>;
}

/// Writes the members of a structure, or counts them.
#[derive(Debug)]
pub struct MemberWriter<'a, M> {
    entries: EntryWriter<'a, M>,
    members: slice::Iter<'static, Member>,
}

impl<M: SerializeMap> MemberWriter<'_, M> {
    /// Takes the next member.
    ///
    /// # Errors
    ///
    /// Those of the format.
    pub fn member<T: WriteValue>(&mut self, value: &T) -> Result<(), M::Error> {
        match self.members.next() {
            Some(member) if !value.is_absent() => self.entries.entry(member, value),
            _ => Ok(()),
        }
    }

    /// Says that there are no more.
    ///
    /// # Errors
    ///
    /// None: it is the end of a chain of calls that have them.
    pub fn end(&mut self) -> Result<(), M::Error> {
        Ok(())
    }
}

/// Reads one member of a structure.
#[derive(Debug)]
pub struct MemberReader<'a, A> {
    entry: EntryReader<'a, A>,
    is_set: bool,
}

impl<'de, A: MapAccess<'de>> MemberReader<'_, A> {
    /// Takes the place of the next member. `null` leaves in it what is there.
    ///
    /// # Errors
    ///
    /// The data is no value of the member.
    pub fn member<T: ReadValue>(&mut self, place: &mut T) -> Result<(), A::Error> {
        if let Some(Some(value)) = self.entry.next()? {
            *place = value;
            self.is_set = true;
        }
        Ok(())
    }

    /// Says that there are no more.
    ///
    /// # Errors
    ///
    /// None: it is the end of a chain of calls that have them.
    pub fn end(&mut self) -> Result<(), A::Error> {
        Ok(())
    }
}

/// Writes a structure.
///
/// # Errors
///
/// Those of the format.
pub fn write_structure<T: Structure, S: Serializer>(
    value: &T,
    serializer: S,
    context: Context,
) -> Result<S::Ok, S::Error> {
    write_map(serializer, context, |entries| {
        let members = T::MEMBERS.iter();
        let mut writer = MemberWriter { entries, members };
        value.write_members(&mut writer)?;
        Ok(writer.entries.count())
    })
}

/// Reads a structure.
///
/// # Errors
///
/// The data is no map, a required member is absent, one is there twice, or one is of another kind.
pub fn read_structure<'de, T: Structure, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    deserializer.deserialize_any(StructureVisitor(PhantomData))
}

struct StructureVisitor<T>(PhantomData<T>);

/// What has been read of a member.
#[derive(Clone, Copy, PartialEq)]
enum Seen {
    Nothing,
    Null,
    Value,
}

impl<'de, T: Structure> Visitor<'de> for StructureVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a map of the members of `{}`", short_name::<T>())
    }

    no_scalar!();

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<T, A::Error> {
        let mut value = T::initial();
        let mut seen = vec![Seen::Nothing; T::MEMBERS.len()];
        while let Some(key) = map.next_key_seed(Keys(T::MEMBERS))? {
            let Key::Known(index) = key else {
                map.next_value::<IgnoredAny>()?;
                continue;
            };
            let member = &T::MEMBERS[index];
            if seen[index] != Seen::Nothing {
                return Err(Error::custom(format_args!("duplicate field `{member}`")));
            }
            let mut reader = MemberReader {
                entry: EntryReader::new(&mut map, T::MEMBERS, index),
                is_set: false,
            };
            value.read_member(&mut reader)?;
            seen[index] = if reader.is_set {
                Seen::Value
            } else {
                Seen::Null
            };
        }
        let mut members = T::MEMBERS.iter().zip(&seen);
        let is_missing = |(member, seen): &(&Member, &Seen)| {
            member.required && !member.secret && **seen != Seen::Value
        };
        match members.find(is_missing) {
            Some((member, _)) => Err(Error::custom(format_args!(
                "missing field `{member}` of `{}`",
                short_name::<T>()
            ))),
            None => Ok(value),
        }
    }
}

/// The name of a type without its modules.
pub(super) fn short_name<T>() -> &'static str {
    let name = type_name::<T>();
    name.rsplit("::").next().unwrap_or(name)
}
