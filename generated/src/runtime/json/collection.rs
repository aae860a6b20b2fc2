//! Reading what is made of values: structures, unions, lists and maps.

use std::borrow::Cow;
use std::collections::HashMap;
use std::hash::Hash;

use super::blocks::Blocks;
use super::path::Step;
use super::{Members, ReadStructure, Reader};
use crate::runtime::DecodeError;

/// How many entries a map has room for at first: as many as fit into the smallest table.
const FEW_ENTRIES: usize = 3;

impl<'a> Reader<'a> {
    /// Reads a structure or a union.
    ///
    /// # Errors
    /// There is neither `null` nor an object of this structure.
    pub fn structure<T: ReadStructure>(&mut self) -> Result<Option<T>, DecodeError> {
        if self.null()? {
            return Ok(None);
        }
        T::read_members(self).map(Some)
    }

    /// Reads a list without its `null` elements. `read` reads one element.
    ///
    /// # Errors
    /// There is neither `null` nor an array of such elements.
    pub fn list<T>(
        &mut self,
        read: impl Fn(&mut Self) -> Result<Option<T>, DecodeError>,
    ) -> Result<Option<Vec<T>>, DecodeError> {
        if !self.begin_list()? {
            return Ok(None);
        }
        let mut blocks = Blocks::new();
        while self.next_element()? {
            if let Some(element) = read(self)? {
                blocks.push(element);
            }
        }
        Ok(Some(blocks.into_list()))
    }

    /// Reads a list with the trait `@sparse`: its `null` elements are `None`.
    ///
    /// # Errors
    /// There is neither `null` nor an array of such elements.
    pub fn sparse_list<T>(
        &mut self,
        read: impl Fn(&mut Self) -> Result<Option<T>, DecodeError>,
    ) -> Result<Option<Vec<Option<T>>>, DecodeError> {
        self.list(|json| read(json).map(Some))
    }

    /// Reads a map without its `null` entries. `read` reads the value of one entry.
    ///
    /// # Errors
    /// There is neither `null` nor an object of such values.
    pub fn map<K, V>(
        &mut self,
        read: impl Fn(&mut Self) -> Result<Option<V>, DecodeError>,
    ) -> Result<Option<HashMap<K, V>>, DecodeError>
    where
        K: for<'k> From<&'k str> + Eq + Hash,
    {
        if !self.begin_map()? {
            return Ok(None);
        }
        let mut map = None;
        while let Some(key) = self.next_key(false)? {
            if let Some(value) = read(self)? {
                // The first room made by `insert` takes a longer way.
                map.get_or_insert_with(|| HashMap::with_capacity(FEW_ENTRIES))
                    .insert(K::from(&key), value);
            }
        }
        Ok(Some(map.unwrap_or_default()))
    }

    /// Reads a map with the trait `@sparse`: its `null` entries are `None`.
    ///
    /// # Errors
    /// There is neither `null` nor an object of such values.
    pub fn sparse_map<K, V>(
        &mut self,
        read: impl Fn(&mut Self) -> Result<Option<V>, DecodeError>,
    ) -> Result<Option<HashMap<K, Option<V>>>, DecodeError>
    where
        K: for<'k> From<&'k str> + Eq + Hash,
    {
        self.map(|json| read(json).map(Some))
    }

    /// Reads the unit type, `smithy.api#Unit`: an object of which nothing is known.
    ///
    /// # Errors
    /// There is neither `null` nor an object.
    pub fn unit(&mut self) -> Result<Option<()>, DecodeError> {
        if !self.begin_map()? {
            return Ok(None);
        }
        while self.next_key(false)?.is_some() {
            self.skip()?;
        }
        Ok(Some(()))
    }

    /// Opens the object of a union. [`next_variant`](Self::next_variant) reads its one member.
    ///
    /// # Errors
    /// There is no object.
    pub fn union(&mut self) -> Result<Members, DecodeError> {
        self.object()
    }

    /// Goes to the member of a union that is set and returns its key; the next call then returns `None`.
    ///
    /// Members that are `null` are passed over, and so is `__type`, which some services add.
    ///
    /// # Errors
    /// A second member is set.
    pub fn next_variant(
        &mut self,
        union: &mut Members,
    ) -> Result<Option<Cow<'a, str>>, DecodeError> {
        while let Some(key) = self.next_key(true)? {
            // Skipping hides the key: it may be none of the model's.
            if key == "__type" || self.peek() == Some(b'n') {
                self.skip()?;
                continue;
            }
            union.variants += 1;
            if union.variants > 1 {
                self.path.set(Step::Object);
                let expected = "a union with one member";
                return Err(self.error_at(self.position, expected, "a second member"));
            }
            return Ok(Some(key));
        }
        Ok(None)
    }

    /// Skips the member of a union that the model does not know, and returns what stands for it.
    ///
    /// # Errors
    /// The value is not good JSON.
    pub fn unknown_variant<T>(&mut self, unknown: T) -> Result<Option<T>, DecodeError> {
        self.skip()?;
        Ok(Some(unknown))
    }

    /// Ends the reading of a union: the member that [`next_variant`](Self::next_variant) led to.
    ///
    /// # Errors
    /// No member was set.
    pub fn variant<T>(&self, variant: Option<T>) -> Result<T, DecodeError> {
        match variant {
            Some(variant) => Ok(variant),
            None => {
                let end = self.position.saturating_sub(1);
                Err(self.error_at(end, "a union with one member", "no member"))
            }
        }
    }

    fn begin_list(&mut self) -> Result<bool, DecodeError> {
        if self.null()? {
            return Ok(false);
        }
        self.array()?;
        Ok(true)
    }

    fn begin_map(&mut self) -> Result<bool, DecodeError> {
        if self.null()? {
            return Ok(false);
        }
        // `next_key` leads through a map; there is no use for the token.
        let _ = self.object()?;
        Ok(true)
    }
}
