//! Shape ids: `namespace#Shape` and `namespace#Shape$member`.

use std::cmp::Ordering;
use std::fmt;
use std::sync::Arc;

/// An absolute shape id, `com.example#Shape` or `com.example#Shape$member`
/// ([Smithy 2.0, shape ID](https://smithy.io/2.0/spec/model.html#shape-id)).
///
/// Ids are ordered by namespace, then name, then member. A copy costs next to nothing.
#[derive(Clone)]
pub struct ShapeId {
    /// The whole id. Its order as text is that of its parts: `#` and `$` come before all that a part may hold.
    text: Arc<str>,
    /// Where the `#` stands.
    namespace_end: usize,
    /// Where the `$` stands, or the end.
    name_end: usize,
}

/// Text that is no absolute shape id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvalidShapeId(pub String);

impl ShapeId {
    /// Reads an absolute shape id.
    ///
    /// # Errors
    ///
    /// [`InvalidShapeId`] if the namespace or the `#` is missing, or a part is no Smithy identifier.
    pub fn parse(text: &str) -> Result<Self, InvalidShapeId> {
        let invalid = || InvalidShapeId(text.to_owned());
        let (namespace, rest) = text.split_once('#').ok_or_else(invalid)?;
        let (name, member) = match rest.split_once('$') {
            Some((name, member)) => (name, Some(member)),
            None => (rest, None),
        };
        let parts_are_identifiers = namespace.split('.').all(is_identifier)
            && is_identifier(name)
            && member.is_none_or(is_identifier);
        if !parts_are_identifiers {
            return Err(invalid());
        }
        Ok(Self {
            namespace_end: namespace.len(),
            name_end: namespace.len() + 1 + name.len(),
            text: Arc::from(text),
        })
    }

    /// The id of a member of this shape.
    #[must_use]
    pub fn with_member(&self, member: &str) -> Self {
        let shape = &self.text[..self.name_end];
        Self {
            text: Arc::from([shape, "$", member].concat()),
            ..*self
        }
    }

    /// The id of the shape that this id, a member's, belongs to; a shape's own id stays as it is.
    #[must_use]
    pub fn container(&self) -> Self {
        if self.name_end == self.text.len() {
            return self.clone();
        }
        Self {
            text: Arc::from(&self.text[..self.name_end]),
            ..*self
        }
    }

    /// The namespace, `com.example`.
    #[must_use]
    pub fn namespace(&self) -> &str {
        &self.text[..self.namespace_end]
    }

    /// The name of the shape, without namespace and member.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.text[self.namespace_end + 1..self.name_end]
    }

    /// The name of the member, if this is a member's id.
    #[must_use]
    pub fn member(&self) -> Option<&str> {
        self.text.get(self.name_end + 1..)
    }
}

impl fmt::Display for ShapeId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl PartialEq for ShapeId {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl Eq for ShapeId {}

impl PartialOrd for ShapeId {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for ShapeId {
    fn cmp(&self, other: &Self) -> Ordering {
        self.text.cmp(&other.text)
    }
}

impl fmt::Debug for ShapeId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// Whether `text` is an identifier of Smithy's grammar: underscores, then a letter (or, after an
/// underscore, a digit), then letters, digits and underscores, all of ASCII.
pub(crate) fn is_identifier(text: &str) -> bool {
    let rest = text.trim_start_matches('_');
    let starts_well = match rest.bytes().next() {
        Some(first) if rest.len() == text.len() => first.is_ascii_alphabetic(),
        Some(first) => first.is_ascii_alphanumeric(),
        None => false,
    };
    starts_well
        && rest
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_an_id_apart_and_puts_it_together() {
        let id = ShapeId::parse("com.example#Shape$member").unwrap();
        assert_eq!(
            (id.namespace(), id.name(), id.member()),
            ("com.example", "Shape", Some("member"))
        );
        assert_eq!(id.to_string(), "com.example#Shape$member");
        assert_eq!(id.container().to_string(), "com.example#Shape");
        assert_eq!(
            id.container().with_member("other").to_string(),
            "com.example#Shape$other"
        );
    }

    #[test]
    fn orders_by_namespace_then_name_then_member() {
        let mut ids = [
            "a.b#A", "a#B", "a#A$b", "a#AB", "a#A", "a1#A", "a#A_", "a#A$a", "a#A1",
        ]
        .map(|id| ShapeId::parse(id).unwrap());
        let mut by_parts = ids.clone();
        ids.sort();
        let key = |id: &ShapeId| {
            (
                id.namespace().to_owned(),
                id.name().to_owned(),
                id.member().map(str::to_owned),
            )
        };
        by_parts.sort_by_key(key);
        assert_eq!(ids, by_parts);
        assert_eq!((ids[0].member(), ids[1].member()), (None, Some("a")));
    }

    #[test]
    fn refuses_what_is_no_id() {
        for text in [
            "", "Shape", "#Shape", "a#", "a#b$", "a..b#c", "1a#b", "a#1b", "a#_", "a#b$c$d", "a#é",
        ] {
            assert_eq!(ShapeId::parse(text), Err(InvalidShapeId(text.to_owned())));
        }
    }
}
