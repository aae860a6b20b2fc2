//! The entries of the map that a structure or a union is: its members.

use ::serde::Serializer;
use ::serde::de::MapAccess;
use ::serde::ser::SerializeMap;

use super::member::Member;
use super::secret::hidden;
use super::value::{Context, Nullable, ReadValue, WriteValue, Written};

/// Writes entries, or counts them.
#[derive(Debug)]
pub(super) struct EntryWriter<'a, M> {
    map: Option<&'a mut M>,
    context: Context,
    count: usize,
}

impl<M: SerializeMap> EntryWriter<'_, M> {
    /// Takes a member. A secret that is not asked for is passed over.
    pub(super) fn entry<T: WriteValue>(
        &mut self,
        member: &Member,
        value: &T,
    ) -> Result<(), M::Error> {
        if !self.context.shows(member.secret) {
            return Ok(());
        }
        self.count += 1;
        match &mut self.map {
            Some(map) => map.serialize_entry(member, &Written(value, self.context.of(member))),
            None => Ok(()),
        }
    }

    /// How many entries there were.
    pub(super) fn count(&self) -> usize {
        self.count
    }
}

/// Writes a map. `write` is called twice, since formats want to know how many entries there are before the first one,
/// and returns how many there were.
pub(super) fn write_map<S: Serializer>(
    serializer: S,
    context: Context,
    write: impl Fn(EntryWriter<'_, S::SerializeMap>) -> Result<usize, S::Error>,
) -> Result<S::Ok, S::Error> {
    let count = write(EntryWriter {
        map: None,
        context,
        count: 0,
    })?;
    let mut map = serializer.serialize_map(Some(count))?;
    write(EntryWriter {
        map: Some(&mut map),
        context,
        count: 0,
    })?;
    map.end()
}

/// Reads the value of an entry, as soon as it is asked for the value of its member.
#[derive(Debug)]
pub(super) struct EntryReader<'a, A> {
    map: &'a mut A,
    /// How many members come before it; `None` once it has been read.
    before: Option<usize>,
    secret: Option<&'static Member>,
}

impl<'a, 'de, A: MapAccess<'de>> EntryReader<'a, A> {
    /// The entry whose key was that of the member at `index`.
    pub(super) fn new(map: &'a mut A, members: &'static [Member], index: usize) -> Self {
        Self {
            map,
            before: Some(index),
            secret: members.get(index).filter(|member| member.secret),
        }
    }

    /// The value of the next member, if that is the one that is there. The inner `None` is `null`.
    pub(super) fn next<T: ReadValue>(&mut self) -> Result<Option<Option<T>>, A::Error> {
        let is_there = self.before == Some(0);
        self.before = self.before.and_then(|before| before.checked_sub(1));
        if !is_there {
            return Ok(None);
        }
        let value = self.map.next_value_seed(Nullable::<T>::new());
        value
            .map(Some)
            .map_err(|error| self.secret.map_or(error, hidden))
    }
}
