//! Unions, as maps with one entry.

use std::fmt;
use std::marker::PhantomData;

use ::serde::de::{Deserializer, Error, IgnoredAny, MapAccess, Visitor};
use ::serde::ser::SerializeMap;
use ::serde::{Deserialize, Serializer};

use super::member::{Key, Keys, Member};
use super::secret::hidden;
use super::structure::short_name;
use super::value::{Context, Nullable, ReadValue, WriteValue, Written, no_scalar};

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
    map: Option<&'a mut M>,
    context: Context,
    count: usize,
}

impl<M: SerializeMap> VariantWriter<'_, M> {
    /// Takes the member that is set.
    ///
    /// # Errors
    ///
    /// Those of the format.
    pub fn variant<T: WriteValue>(&mut self, member: &Member, value: &T) -> Result<(), M::Error> {
        if !self.context.shows(member.secret) {
            return Ok(());
        }
        self.count += 1;
        match &mut self.map {
            Some(map) => map.serialize_entry(member, &Written(value, self.context.of(member))),
            None => Ok(()),
        }
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
    map: &'a mut A,
    /// How many members come before it; `None` once it has been read.
    before: Option<usize>,
    secret: Option<&'static Member>,
}

impl<'de, A: MapAccess<'de>> VariantReader<'_, A> {
    /// The value of the next member, if it is the one that is there.
    ///
    /// # Errors
    ///
    /// The data is no value of the member.
    pub fn variant<T: ReadValue>(&mut self) -> Result<Option<T>, A::Error> {
        let is_there = self.before == Some(0);
        self.before = self.before.and_then(|before| before.checked_sub(1));
        if !is_there {
            return Ok(None);
        }
        let value = self.map.next_value_seed(Nullable::<T>::new());
        value.map_err(|error| self.secret.map_or(error, hidden))
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
    let mut counter = VariantWriter::<S::SerializeMap> {
        map: None,
        context,
        count: 0,
    };
    value.write_variant(&mut counter)?;
    let mut map = serializer.serialize_map(Some(counter.count))?;
    value.write_variant(&mut VariantWriter {
        map: Some(&mut map),
        context,
        count: 0,
    })?;
    map.end()
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
                    map: &mut map,
                    before: Some(index),
                    secret: Some(&T::MEMBERS[index]).filter(|member| member.secret),
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
