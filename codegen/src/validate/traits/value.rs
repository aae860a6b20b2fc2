//! Reading a trait's value, and saying what was found where it does not fit.

use std::fmt;

use serde_json::{Map, Value};

use crate::diagnostic::pointer;

/// A value that is not what the trait demands.
#[derive(Debug)]
pub(super) struct Mismatch {
    /// Where in the value, `encodings[0]`; empty for the value itself.
    at: String,
    found: String,
    expected: String,
}

impl Mismatch {
    /// The value itself does not fit.
    pub(super) fn at_top(found: &Value, expected: impl Into<String>) -> Self {
        Self::new("", found, expected)
    }

    pub(super) fn new(at: impl Into<String>, found: &Value, expected: impl Into<String>) -> Self {
        Self {
            at: at.into(),
            found: excerpt(found),
            expected: expected.into(),
        }
    }

    /// The same mismatch, of a value that stands in another, at `place`.
    pub(super) fn within(mut self, place: &str) -> Self {
        let dot = if self.at.is_empty() || self.at.starts_with('[') {
            ""
        } else {
            "."
        };
        self.at = format!("{place}{dot}{}", self.at);
        self
    }

    fn missing(key: &str, expected: &str) -> Self {
        Self {
            at: key.to_owned(),
            found: "nothing".to_owned(),
            expected: expected.to_owned(),
        }
    }
}

impl Mismatch {
    /// The JSON pointer to the value.
    pub(super) fn pointer(&self) -> String {
        pointer(&self.at)
    }
}

impl fmt::Display for Mismatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "malformed value: found {}", self.found)?;
        if !self.at.is_empty() {
            write!(f, " at `{}`", self.at)?;
        }
        write!(f, ", expected {}", self.expected)
    }
}

/// The value's JSON, or its beginning if it is long.
fn excerpt(value: &Value) -> String {
    const LONGEST: usize = 60;
    let text = value.to_string();
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("`{}..`", text.get(..end).unwrap_or_default()),
        None => format!("`{text}`"),
    }
}

/// A text that is not empty.
pub(super) fn text(at: &str, value: Value) -> Result<String, Mismatch> {
    match value {
        Value::String(text) if !text.is_empty() => Ok(text),
        other => Err(Mismatch::new(at, &other, "a string that is not empty")),
    }
}

/// A text, possibly empty.
pub(super) fn any_text(at: &str, value: Value) -> Result<String, Mismatch> {
    match value {
        Value::String(text) => Ok(text),
        other => Err(Mismatch::new(at, &other, "a string")),
    }
}

/// An object of which every key must be taken up.
pub(super) struct Fields(Map<String, Value>);

impl Fields {
    pub(super) fn of(value: Value) -> Result<Self, Mismatch> {
        match value {
            Value::Object(fields) => Ok(Self(fields)),
            other => Err(Mismatch::at_top(&other, "an object")),
        }
    }

    pub(super) fn take(&mut self, key: &str) -> Option<Value> {
        self.0.swap_remove(key)
    }

    pub(super) fn required(&mut self, key: &str, expected: &str) -> Result<Value, Mismatch> {
        self.take(key)
            .ok_or_else(|| Mismatch::missing(key, expected))
    }

    /// A text that must be there.
    pub(super) fn text(&mut self, key: &str) -> Result<String, Mismatch> {
        let value = self.required(key, "a string that is not empty")?;
        text(key, value)
    }

    /// A text that may be there.
    pub(super) fn optional_text(&mut self, key: &str) -> Result<Option<String>, Mismatch> {
        self.take(key).map(|value| text(key, value)).transpose()
    }

    /// A boolean that may be there.
    pub(super) fn flag(&mut self, key: &str) -> Result<bool, Mismatch> {
        match self.take(key) {
            None => Ok(false),
            Some(Value::Bool(flag)) => Ok(flag),
            Some(other) => Err(Mismatch::new(key, &other, "true or false")),
        }
    }

    /// What is left is unknown.
    pub(super) fn end(self) -> Result<(), Mismatch> {
        match self.0.into_iter().next() {
            None => Ok(()),
            Some((key, value)) => Err(Mismatch::new(key, &value, "no such key")),
        }
    }
}

/// A status of HTTP.
pub(super) fn status(at: &str, value: &Value) -> Result<u16, Mismatch> {
    value
        .as_u64()
        .and_then(|code| u16::try_from(code).ok())
        .filter(|code| (100..=999).contains(code))
        .ok_or_else(|| Mismatch::new(at, value, "an integer from 100 to 999"))
}

/// Every item of the list, checked.
pub(super) fn each<T>(
    value: Value,
    mut read: impl FnMut(&str, Value) -> Result<T, Mismatch>,
) -> Result<Vec<T>, Mismatch> {
    match value {
        Value::Array(items) => items
            .into_iter()
            .enumerate()
            .map(|(index, item)| read(&format!("[{index}]"), item))
            .collect(),
        other => Err(Mismatch::at_top(&other, "a list")),
    }
}
