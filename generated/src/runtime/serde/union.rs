//! Unions, as maps with one entry.

use std::fmt;
use std::marker::PhantomData;

use ::serde::de::{Deserializer, Error, IgnoredAny, MapAccess, Visitor};
use ::serde::ser::SerializeMap;
use ::serde::{Deserialize, Serializer};

use super::entry::{EntryReader, EntryWriter, write_map};
use super::member::{Key, Keys, Member};
use super::structure::short_name;
use super::value::{Context, Nullable, ReadValue, WriteValue, no_scalar};

/// A union, as [`unions`](super::unions) implements it.
pub trait Union: Sized {
    /// Its members.
    const MEMBERS: &'static [Member];

    /// What stands for a member that the model does not know.
    fn unknown() -> Self;

    /// Hands over the member that is set.
    ///
    /// # Errors
    ///
    /// Those of the format.
    fn write_variant<M: SerializeMap>(
        &self,
        writer: &mut VariantWriter<'_, M>,
    ) -> Result<(), M::Error>;

    /// Asks for the value of each member, in the order of [`MEMBERS`](Self::MEMBERS). `None` if it is `null`.
    ///
    /// # Errors
    ///
    /// The data is no value of the member.
    fn read_variant<'de, A: MapAccess<'de>>(
        reader: &mut VariantReader<'_, A>,
    ) -> Result<Option<Self>, A::Error>;
}

/// Writes the member of a union, or counts it.
#[derive(Debug)]
pub struct VariantWriter<'a, M> {
    entries: EntryWriter<'a, M>,
}

impl<M: SerializeMap> VariantWriter<'_, M> {
    /// Takes the member that is set.
    ///
    /// # Errors
    ///
    /// Those of the format.
    pub fn variant<T: WriteValue>(&mut self, member: &Member, value: &T) -> Result<(), M::Error> {
        self.entries.entry(member, value)
    }

    /// Says that there is none.
    ///
    /// # Errors
    ///
    /// None: it stands beside calls that have them.
    pub fn end(&mut self) -> Result<(), M::Error> {
        Ok(())
    }
}

/// Reads the member of a union.
#[derive(Debug)]
pub struct VariantReader<'a, A> {
    entry: EntryReader<'a, A>,
}

impl<'de, A: MapAccess<'de>> VariantReader<'_, A> {
    /// The value of the next member, if it is the one that is there.
    ///
    /// # Errors
    ///
    /// The data is no value of the member.
    pub fn variant<T: ReadValue>(&mut self) -> Result<Option<T>, A::Error> {
        self.entry.next().map(Option::flatten)
    }

    /// Says that there are no more.
    ///
    /// # Errors
    ///
    /// None: it is the end of a chain of calls that have them.
    pub fn end<T>(&mut self) -> Result<Option<T>, A::Error> {
        Ok(None)
    }
}

/// The value of a member without one, `smithy.api#Unit`: `{}`. Whatever is there is read as it.
#[derive(Clone, Copy, Debug)]
pub struct Unit;

impl WriteValue for Unit {
    fn write<S: Serializer>(&self, serializer: S, _: Context) -> Result<S::Ok, S::Error> {
        serializer.serialize_map(Some(0))?.end()
    }
}

impl ReadValue for Unit {
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        IgnoredAny::deserialize(deserializer).map(|_| Self)
    }
}

/// Writes a union.
///
/// # Errors
///
/// Those of the format.
pub fn write_union<T: Union, S: Serializer>(
    value: &T,
    serializer: S,
    context: Context,
) -> Result<S::Ok, S::Error> {
    write_map(serializer, context, |entries| {
        let mut writer = VariantWriter { entries };
        value.write_variant(&mut writer)?;
        Ok(writer.entries.count())
    })
}

/// Reads a union.
///
/// # Errors
///
/// The data is no map, or has more than one member that is not `null`, or its member is of another kind.
pub fn read_union<'de, T: Union, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    deserializer.deserialize_any(UnionVisitor(PhantomData))
}

struct UnionVisitor<T>(PhantomData<T>);

impl<'de, T: Union> Visitor<'de> for UnionVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a map with one member of `{}`", short_name::<T>())
    }

    no_scalar!();

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<T, A::Error> {
        let mut union = None;
        while let Some(key) = map.next_key_seed(Keys(T::MEMBERS))? {
            let variant = match key {
                Key::Known(index) => T::read_variant(&mut VariantReader {
                    entry: EntryReader::new(&mut map, T::MEMBERS, index),
                })?,
                Key::Type => map.next_value::<IgnoredAny>().map(|_| None)?,
                Key::Unknown => {
                    let value = map.next_value_seed(Nullable::<Unit>::new())?;
                    value.map(|_| T::unknown())
                }
            };
            if union.is_some() && variant.is_some() {
                return Err(Error::custom(format_args!(
                    "more than one member of `{}`",
                    short_name::<T>()
                )));
            }
            union = union.or(variant);
        }
        Ok(union.unwrap_or_else(T::unknown))
    }
}
