//! The error of everything that reads a response.

use std::error::Error;
use std::fmt;

/// A response that could not be read.
///
/// It says where (a byte offset and a path of members, or the name of a header), what was expected and what kind of
/// thing was found. It never holds text of the response, because a response holds tokens and names of people.
///
/// A path reads `participants[3].userId`. The keys of a map, and of members the model does not know, are data; each
/// stands as `{}`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecodeError(Box<Details>);

#[derive(Clone, Debug, PartialEq, Eq)]
struct Details {
    place: Place,
    expected: &'static str,
    found: &'static str,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Place {
    Body { offset: usize, path: String },
    Header(&'static str),
}

impl DecodeError {
    /// An error at a byte of the body.
    #[cold]
    pub(crate) fn in_body(
        offset: usize,
        path: String,
        expected: &'static str,
        found: &'static str,
    ) -> Self {
        let place = Place::Body { offset, path };
        Self(Box::new(Details {
            place,
            expected,
            found,
        }))
    }

    /// An error in the value of a header, whose name is the model's.
    #[cold]
    pub(crate) fn in_header(
        name: &'static str,
        expected: &'static str,
        found: &'static str,
    ) -> Self {
        let place = Place::Header(name);
        Self(Box::new(Details {
            place,
            expected,
            found,
        }))
    }

    /// The offset of the byte in the body at which reading failed. `None` if it failed in a header.
    pub fn offset(&self) -> Option<usize> {
        match &self.0.place {
            Place::Body { offset, .. } => Some(*offset),
            Place::Header(_) => None,
        }
    }

    /// The path of the value in the body that could not be read, empty for the body itself and for headers.
    pub fn path(&self) -> &str {
        match &self.0.place {
            Place::Body { path, .. } => path,
            Place::Header(_) => "",
        }
    }

    /// The name of the header that could not be read. `None` if it was the body.
    pub fn header(&self) -> Option<&'static str> {
        match &self.0.place {
            Place::Body { .. } => None,
            Place::Header(name) => Some(name),
        }
    }
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0.place {
            Place::Body { offset, path } if path.is_empty() => write!(f, "at byte {offset}")?,
            Place::Body { offset, path } => write!(f, "at byte {offset}, `{path}`")?,
            Place::Header(name) => write!(f, "in header `{name}`")?,
        }
        write!(f, ": expected {}, found {}", self.0.expected, self.0.found)
    }
}

impl Error for DecodeError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_as_small_as_a_pointer() {
        assert!(size_of::<DecodeError>() <= 16);
    }

    #[test]
    fn says_where_and_what() {
        let error = DecodeError::in_body(7, "a[0].b".into(), "a string", "a number");
        assert_eq!(
            error.to_string(),
            "at byte 7, `a[0].b`: expected a string, found a number"
        );
        assert_eq!(
            (error.offset(), error.path(), error.header()),
            (Some(7), "a[0].b", None)
        );
        let error = DecodeError::in_header("X-Foo", "a boolean", "other text");
        assert_eq!(
            error.to_string(),
            "in header `X-Foo`: expected a boolean, found other text"
        );
        assert_eq!(
            (error.offset(), error.path(), error.header()),
            (None, "", Some("X-Foo"))
        );
    }
}
