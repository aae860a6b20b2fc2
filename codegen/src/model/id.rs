//! Shape ids: `namespace#Shape` and `namespace#Shape$member`.

use std::fmt;

/// An absolute shape id, `com.example#Shape` or `com.example#Shape$member`
/// ([Smithy 2.0, shape ID](https://smithy.io/2.0/spec/model.html#shape-id)).
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct ShapeId {
    namespace: String,
    name: String,
    member: Option<String>,
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
            namespace: namespace.to_owned(),
            name: name.to_owned(),
            member: member.map(str::to_owned),
        })
    }

    /// The id of a member of this shape.
    #[must_use]
    pub fn with_member(&self, member: &str) -> Self {
        Self {
            member: Some(member.to_owned()),
            ..self.clone()
        }
    }

    /// The id of the shape that this id, a member's, belongs to; a shape's own id stays as it is.
    #[must_use]
    pub fn container(&self) -> Self {
        Self {
            member: None,
            ..self.clone()
        }
    }

    /// The namespace, `com.example`.
    #[must_use]
    pub fn namespace(&self) -> &str {
        &self.namespace
    }

    /// The name of the shape, without namespace and member.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The name of the member, if this is a member's id.
    #[must_use]
    pub fn member(&self) -> Option<&str> {
        self.member.as_deref()
    }
}

impl fmt::Display for ShapeId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}#{}", self.namespace, self.name)?;
        match &self.member {
            Some(member) => write!(f, "${member}"),
            None => Ok(()),
        }
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
    fn refuses_what_is_no_id() {
        for text in [
            "", "Shape", "#Shape", "a#", "a#b$", "a..b#c", "1a#b", "a#1b", "a#_", "a#b$c$d", "a#é",
        ] {
            assert_eq!(ShapeId::parse(text), Err(InvalidShapeId(text.to_owned())));
        }
    }
}
