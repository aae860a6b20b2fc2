//! What was found to differ, and where.

use std::fmt::{self, Debug, Write};

use super::Same;

/// What was found to differ, each with the path that leads to it.
#[derive(Debug, Default)]
pub struct Differences {
    path: String,
    found: Vec<String>,
    is_secret: bool,
}

impl Differences {
    /// None yet, of the thing with this name.
    #[must_use]
    pub fn of(name: &str) -> Self {
        Self {
            path: name.to_owned(),
            ..Self::default()
        }
    }

    /// Shows no value: of each difference only the place is told.
    #[must_use]
    pub fn without_values(mut self) -> Self {
        self.is_secret = true;
        self
    }

    /// Notes a difference where the path leads to.
    pub fn push(&mut self, difference: impl fmt::Display) {
        let path = &self.path;
        self.found.push(if self.is_secret {
            format!("{path}: differs, and is a secret that is not shown")
        } else {
            format!("{path}: {difference}")
        });
    }

    /// Notes that one thing stands in place of another.
    pub fn differs(&mut self, found: &dyn Debug, expected: &dyn Debug) {
        self.push(format_args!("found {found:?}, expected {expected:?}"));
    }

    /// Compares what lies below, one step of the path further.
    pub fn step(&mut self, step: fmt::Arguments<'_>, compare: impl FnOnce(&mut Self)) {
        let length = self.path.len();
        // Writing to a string cannot fail.
        let _ = self.path.write_fmt(step);
        compare(self);
        self.path.truncate(length);
    }

    /// Compares a member.
    pub fn member<T: Same>(&mut self, name: &str, found: &T, expected: &T) {
        self.step(format_args!(".{name}"), |differences| {
            found.compare(expected, differences);
        });
    }

    /// Compares a member that is secret: of a difference only the member is told.
    pub fn secret<T: Same>(&mut self, name: &str, found: &T, expected: &T) {
        let mut hidden = Self::default();
        found.compare(expected, &mut hidden);
        if !hidden.found.is_empty() {
            let is_secret = std::mem::replace(&mut self.is_secret, true);
            self.step(format_args!(".{name}"), |differences| differences.push(""));
            self.is_secret = is_secret;
        }
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// What was found.
    #[must_use]
    pub fn found(&self) -> &[String] {
        &self.found
    }

    /// Ends a test.
    ///
    /// # Panics
    ///
    /// There are differences; the message has them all.
    #[track_caller]
    pub fn expect_none(self) {
        assert!(self.found.is_empty(), "{self}");
    }
}

impl fmt::Display for Differences {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("this differs from what the case expects:")?;
        self.found
            .iter()
            .try_for_each(|difference| write!(f, "\n  {difference}"))
    }
}
