//! Checks of lists and maps.

use std::collections::HashMap;

use super::segment::Segment;
use super::violation::{Unit, ViolationKind};
use super::{Constraint, Place};

impl Place<'_> {
    /// A list whose items have no constraints of their own.
    pub fn list<'v, T: 'v>(
        mut self,
        value: impl Into<Option<&'v Vec<T>>>,
        constraint: &Constraint,
    ) {
        let value = value.into();
        self.is_there(value.is_some());
        if let Some(value) = value {
            self.length(value.len(), Unit::Items, constraint);
        }
    }

    /// A list, and its items.
    pub fn items<'v, T: 'v>(
        mut self,
        value: impl Into<Option<&'v Vec<T>>>,
        constraint: &Constraint,
        item: fn(Place<'_>, &T),
    ) {
        let value = value.into();
        self.is_there(value.is_some());
        let Some(value) = value else {
            return;
        };
        self.length(value.len(), Unit::Items, constraint);
        self.check.below(self.segment, self.secret, |check| {
            for (index, value) in value.iter().enumerate() {
                item(Place::new(check, Segment::Index(index)), value);
            }
        });
    }

    /// Makes sure that the items of a list differ (`@uniqueItems`). Each that equals one before it is reported.
    /// Items have equality and nothing more, so that they are compared pair by pair.
    pub fn unique<'v, T: PartialEq + 'v>(self, value: impl Into<Option<&'v Vec<T>>>) -> Self {
        let value = value.into().map_or(&[][..], Vec::as_slice);
        let duplicates = value.iter().enumerate().filter_map(|(index, item)| {
            let first = value[..index].iter().position(|other| other == item)?;
            Some((index, first))
        });
        self.check.below(self.segment, self.secret, |check| {
            for (index, first) in duplicates {
                check.report(Segment::Index(index), ViolationKind::Duplicate { first });
            }
        });
        self
    }

    /// A map whose keys and values have no constraints of their own.
    pub fn map<'v, K: 'v, V: 'v>(
        mut self,
        value: impl Into<Option<&'v HashMap<K, V>>>,
        constraint: &Constraint,
    ) {
        let value = value.into();
        self.is_there(value.is_some());
        if let Some(value) = value {
            self.length(value.len(), Unit::Entries, constraint);
        }
    }

    /// A map, its keys, which are text, and its values; in the order of the keys.
    pub fn entries<'v, K: AsRef<str> + 'v, V: 'v>(
        mut self,
        map: impl Into<Option<&'v HashMap<K, V>>>,
        constraint: &Constraint,
        keys: &Constraint,
        value: fn(Place<'_>, &V),
    ) {
        let map = map.into();
        self.is_there(map.is_some());
        let Some(map) = map else {
            return;
        };
        self.length(map.len(), Unit::Entries, constraint);
        let mut entries: Vec<_> = map.iter().map(|(key, held)| (key.as_ref(), held)).collect();
        entries.sort_unstable_by_key(|(key, _)| *key);
        let hides_keys = self.secret || self.secret_keys;
        self.check.below(self.segment, self.secret, |check| {
            for (key, held) in entries {
                let shown = Some(key).filter(|_| !hides_keys);
                let mut place = Place::new(check, Segment::Key(shown));
                place.secret = hides_keys;
                place.text(Some(key), keys);
                value(Place::new(check, Segment::Value(shown)), held);
            }
        });
    }
}
