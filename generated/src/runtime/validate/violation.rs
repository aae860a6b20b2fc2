//! What an input breaks.

use std::error::Error;
use std::fmt::{self, Write as _};

/// Why an input was not sent: it breaks constraints of the model. It holds all violations, in the order of the model.
///
/// It displays as one line, and with `{:#}` each violation has a line of its own. Values of members that are secret never
/// show, nor do their lengths: of a password or a key, the length says how much is left to guess.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvalidInput {
    violations: Vec<Violation>,
}

impl InvalidInput {
    pub(super) fn new(violations: Vec<Violation>) -> Self {
        Self { violations }
    }

    /// The violations; there is one at least.
    #[must_use]
    pub fn violations(&self) -> &[Violation] {
        &self.violations
    }
}

impl fmt::Display for InvalidInput {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.violations.len() {
            1 => f.write_str("the input breaks a constraint:")?,
            count => write!(f, "the input breaks {count} constraints:")?,
        }
        let separator = if f.alternate() { "\n- " } else { "; " };
        for (index, violation) in self.violations.iter().enumerate() {
            let is_first = index == 0 && !f.alternate();
            f.write_str(if is_first { " " } else { separator })?;
            violation.fmt(f)?;
        }
        Ok(())
    }
}

impl Error for InvalidInput {}

/// A constraint that an input breaks, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Violation {
    path: String,
    kind: ViolationKind,
}

impl Violation {
    pub(super) fn new(path: String, kind: ViolationKind) -> Self {
        Self { path, kind }
    }

    /// The way from the input to the value, in the names of the wire: `destinations[0].s3.storageConfigurationArn`,
    /// `tags["key"]`; `tags["key"] (key)` is the key itself. Long keys are cut, and secret ones are hidden:
    /// `attributes[secret]`.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// Which constraint it breaks, and how.
    #[must_use]
    pub fn kind(&self) -> &ViolationKind {
        &self.kind
    }
}

/// `name: expected 1 to 128 characters, found 129`
impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { path, kind } = self;
        write!(
            f,
            "{path}: expected {}, found {}",
            kind.expected(),
            kind.found()
        )
    }
}

/// A constraint that a value breaks, and how. What was found is `None` where it is secret.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ViolationKind {
    /// The member is required (`@required`), and not set.
    Required,
    /// The text is a label of the URI or the host (`@httpLabel`, `@hostLabel`), and empty.
    EmptyLabel,
    /// The value is too short or too long (`@length`).
    Length {
        /// Its length.
        found: Option<u64>,
        /// What the length counts.
        unit: Unit,
        /// The smallest length, if there is one.
        min: Option<u64>,
        /// The greatest length, if there is one.
        max: Option<u64>,
    },
    /// The number is too small or too great, or no number (`@range`).
    Range {
        /// The number.
        found: Option<String>,
        /// The smallest, if there is one.
        min: Option<String>,
        /// The greatest, if there is one.
        max: Option<String>,
    },
    /// The pattern does not match in the text (`@pattern`).
    Pattern {
        /// The text in quotes; a long one is cut.
        found: Option<String>,
        /// The pattern as it stands in the model, in the language of ECMA-262.
        pattern: &'static str,
    },
    /// The item equals one before it in its list (`@uniqueItems`).
    Duplicate {
        /// The index of the first that it equals.
        first: usize,
    },
}

/// What a length counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Unit {
    /// Unicode scalar values of a text.
    Characters,
    /// Bytes of a blob.
    Bytes,
    /// Items of a list.
    Items,
    /// Entries of a map.
    Entries,
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Characters => "characters",
            Self::Bytes => "bytes",
            Self::Items => "items",
            Self::Entries => "entries",
        })
    }
}

/// What is said in place of a secret.
const SECRET: &str = "a secret that breaks it";

impl ViolationKind {
    /// What the model expects, in words: `1 to 128 characters`.
    #[must_use]
    pub fn expected(&self) -> String {
        match self {
            Self::Required => "a value".to_owned(),
            Self::EmptyLabel => "text, as it is part of the URI or the host".to_owned(),
            Self::Length { unit, min, max, .. } => format!("{} {unit}", bounds(min, max)),
            Self::Range { min, max, .. } => bounds(min, max),
            Self::Pattern { pattern, .. } => format!("a match of {pattern}"),
            Self::Duplicate { .. } => "unique items".to_owned(),
        }
    }

    /// What was found, in words; of a secret nothing.
    #[must_use]
    pub fn found(&self) -> String {
        let or_secret = |found: Option<String>| found.unwrap_or_else(|| SECRET.to_owned());
        match self {
            Self::Required => "none".to_owned(),
            Self::EmptyLabel => "none".to_owned(),
            Self::Length { found, .. } => or_secret(found.map(|found| found.to_string())),
            Self::Range { found, .. } | Self::Pattern { found, .. } => or_secret(found.clone()),
            Self::Duplicate { first } => format!("the same as [{first}]"),
        }
    }
}

fn bounds(min: &Option<impl fmt::Display>, max: &Option<impl fmt::Display>) -> String {
    match (min, max) {
        (Some(min), Some(max)) => format!("{min} to {max}"),
        (Some(min), None) => format!("at least {min}"),
        (None, Some(max)) => format!("at most {max}"),
        (None, None) => "anything".to_owned(),
    }
}

/// How many characters of a text are shown.
const SHOWN: usize = 64;

/// Appends a text in quotes; a long one is cut.
pub(super) fn push_cut(text: &mut String, value: &str) {
    let cut = value.char_indices().nth(SHOWN).map(|(index, _)| index);
    let shown = cut.map_or(value, |cut| &value[..cut]);
    // Writing to a string does not fail.
    let _ = write!(text, "{shown:?}");
    if cut.is_some() {
        text.push('…');
    }
}
