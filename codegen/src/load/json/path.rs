//! The keys of a JSON text, and the way to a value.

use std::borrow::Cow;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, Visitor};

/// Where the reader is: a key or an index, and what that stands in.
#[derive(Clone, Copy)]
pub(super) struct Path<'p> {
    pub(super) parent: Option<&'p Path<'p>>,
    pub(super) step: Step<'p>,
}

#[derive(Clone, Copy)]
pub(super) enum Step<'p> {
    Key(&'p str),
    Index(usize),
}

impl Path<'_> {
    /// From the top of the file to here.
    pub(super) fn steps(&self) -> Vec<String> {
        let mut steps = Vec::new();
        let mut next = Some(self);
        while let Some(path) = next {
            steps.push(match path.step {
                Step::Key(key) => key.to_owned(),
                Step::Index(index) => format!("[{index}]"),
            });
            next = path.parent;
        }
        steps.reverse();
        steps
    }

    /// Whether the object here is `shapes` (no members) or the `members` of a shape (members), or neither.
    pub(super) fn holds_members(&self) -> Option<bool> {
        let is_shapes =
            |path: &Path<'_>| path.parent.is_none() && matches!(path.step, Step::Key("shapes"));
        if is_shapes(self) {
            return Some(false);
        }
        let above = self.parent.and_then(|shape| shape.parent);
        let is_members = matches!(self.step, Step::Key("members")) && above.is_some_and(is_shapes);
        is_members.then_some(true)
    }
}

/// Reads a key, as a piece of the text where it can.
pub(super) struct Key;

impl<'de> DeserializeSeed<'de> for Key {
    type Value = Cow<'de, str>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<'de> Visitor<'de> for Key {
    type Value = Cow<'de, str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_borrowed_str<E: Error>(self, key: &'de str) -> Result<Self::Value, E> {
        Ok(Cow::Borrowed(key))
    }

    fn visit_str<E: Error>(self, key: &str) -> Result<Self::Value, E> {
        Ok(Cow::Owned(key.to_owned()))
    }
}
