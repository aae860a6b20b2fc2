//! The parts of a path.

use super::violation::push_cut;

/// The last part of a path.
#[derive(Clone, Copy, Debug)]
pub(super) enum Segment<'a> {
    /// `.name`
    Member(&'static str),
    /// `[0]`
    Index(usize),
    /// `["key"]`, for the value; `None` where the key is secret.
    Value(Option<&'a str>),
    /// `["key"] (key)`, for the key itself.
    Key(Option<&'a str>),
}

impl Segment<'_> {
    pub(super) fn push_to(self, path: &mut String) {
        match self {
            Self::Member(name) => {
                if !path.is_empty() {
                    path.push('.');
                }
                path.push_str(name);
            }
            Self::Index(index) => {
                path.push('[');
                path.push_str(&index.to_string());
                path.push(']');
            }
            Self::Value(key) => push_key(path, key),
            Self::Key(key) => {
                push_key(path, key);
                path.push_str(" (key)");
            }
        }
    }
}

fn push_key(path: &mut String, key: Option<&str>) {
    path.push('[');
    match key {
        Some(key) => push_cut(path, key),
        None => path.push_str("secret"),
    }
    path.push(']');
}
