//! What is wrong with a model, said so that a person can mend it.
//!
//! - [`Diagnostic`] is what is wrong, [`Place`] where it is;
//! - the stages name files, shapes, traits and [parts](Part) of them; where these stand in the text of a file is
//!   worked out by [`Diagnostics::located`], once there is something to show;
//! - [`render`] and [`render_located`] make a text of it as rustc does, [`json`] an object for programs.

pub(crate) mod excerpt;
mod file;
mod json;
mod lines;
mod locate;
pub(crate) mod place;
pub(crate) mod text;
mod token;

use std::fmt;

pub use self::excerpt::Excerpt;
pub use self::json::json;
pub use self::place::{Part, Place, Position, Span};
pub(crate) use self::place::{pointer, step};
pub use self::text::{render, render_located, summary};

/// How bad it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Nothing can be generated.
    #[default]
    Error,
    /// It is legal, and a person would still want to know.
    Warning,
    /// A warning that the model accepts.
    Accepted,
}

impl Severity {
    /// Its name, in text and in JSON.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Accepted => "accepted",
        }
    }
}

/// One fault in the input.
///
/// It names the place, says what was found, what was expected, and how to go on.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Diagnostic {
    /// How bad it is.
    pub severity: Severity,
    /// The code of its kind, where it has one: those of lints do.
    pub code: Option<&'static str>,
    /// What is wrong, in one line: what was found and what was expected.
    pub message: String,
    /// Where it is.
    pub place: Place,
    /// Other places that have to do with it. Those that no file has are not shown.
    pub related: Vec<Related>,
    /// How to go on.
    pub help: Option<String>,
    /// Why it is accepted, if it is.
    pub reason: Option<String>,
}

/// A second place, and what is there.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Related {
    /// What is there.
    pub message: String,
    /// Where it is.
    pub place: Place,
}

impl Diagnostic {
    /// An error without a place.
    #[must_use]
    pub fn new(message: impl Into<String>) -> Self {
        Self {
            message: message.into(),
            ..Self::default()
        }
    }

    /// Names the file.
    #[must_use]
    pub fn in_file(mut self, file: impl Into<String>) -> Self {
        self.place.file = Some(file.into());
        self
    }

    /// Says where in the file.
    #[must_use]
    pub fn at(mut self, position: Position) -> Self {
        self.place.position = Some(position);
        self
    }

    /// Names the shape or member.
    #[must_use]
    pub fn on(mut self, shape: impl fmt::Display) -> Self {
        self.place.shape = Some(shape.to_string());
        self
    }

    /// Names the trait.
    #[must_use]
    pub fn of_trait(mut self, trait_id: impl Into<String>) -> Self {
        self.place.trait_id = Some(trait_id.into());
        self
    }

    /// Says that it is about a value in the trait, shape or file: gives the JSON pointer to it from there.
    #[must_use]
    pub fn value(mut self, pointer: impl Into<String>) -> Self {
        self.place.part = Some(Part::Value(pointer.into()));
        self
    }

    /// Says that it is about a key in the trait, shape or file: gives the JSON pointer to its value from there.
    #[must_use]
    pub fn key(mut self, pointer: impl Into<String>) -> Self {
        self.place.part = Some(Part::Key(pointer.into()));
        self
    }

    /// Says that it is about a reference to another shape.
    #[must_use]
    pub fn reference(mut self, target: impl fmt::Display) -> Self {
        self.place.part = Some(Part::Reference(target.to_string()));
        self
    }

    /// Says that it is about a value in the file: gives the JSON pointer to it from the top.
    #[must_use]
    pub fn value_in_file(mut self, pointer: impl Into<String>) -> Self {
        self.place.part = Some(Part::InFile(pointer.into()));
        self
    }

    /// Says how to go on.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Adds a second place, with what is there.
    #[must_use]
    pub fn related(mut self, message: impl Into<String>, place: Place) -> Self {
        self.related.push(Related {
            message: message.into(),
            place,
        });
        self
    }
}

/// Without the text of the file: [`render`] shows that too.
impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let code = self.code.map(|code| format!("[{code}]"));
        let (level, code) = (self.severity.name(), code.unwrap_or_default());
        write!(f, "{level}{code}: {}", self.message)?;
        if let Some(origin) = self.place.origin() {
            write!(f, "\n  --> {origin}")?;
        }
        for (label, text) in self.notes() {
            write!(f, "\n  = {label}: {text}")?;
        }
        Ok(())
    }
}

impl Diagnostic {
    /// The other places that are in a file.
    fn related_in_files(&self) -> impl Iterator<Item = &Related> {
        let related = self.related.iter();
        related.filter(|related| related.place.file.is_some())
    }

    /// What there is to say beside the message and the file.
    fn notes(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let help = self.help.as_ref();
        let notes = [
            ("shape", self.place.shape.as_ref()),
            ("trait", self.place.trait_id.as_ref()),
            ("help", help.filter(|_| self.severity != Severity::Accepted)),
            ("reason", self.reason.as_ref()),
        ];
        let notes = notes.into_iter();
        notes.filter_map(|(label, text)| Some((label, text?.as_str())))
    }
}

/// All that is wrong with the input: never empty when it stands in an `Err`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Diagnostics(Vec<Diagnostic>);

impl Diagnostics {
    /// No fault yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a fault.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.0.push(diagnostic);
    }

    /// Whether there is no fault.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The faults, in the order in which they were found.
    pub fn iter(&self) -> std::slice::Iter<'_, Diagnostic> {
        self.0.iter()
    }

    /// Ends a stage: `Ok` if it found no fault.
    ///
    /// # Errors
    ///
    /// The faults themselves, unless there are none.
    pub fn into_result(self) -> Result<(), Self> {
        if self.is_empty() { Ok(()) } else { Err(self) }
    }
}

impl From<Diagnostic> for Diagnostics {
    fn from(diagnostic: Diagnostic) -> Self {
        Self(vec![diagnostic])
    }
}

impl Extend<Diagnostic> for Diagnostics {
    fn extend<I: IntoIterator<Item = Diagnostic>>(&mut self, diagnostics: I) {
        self.0.extend(diagnostics);
    }
}

impl FromIterator<Diagnostic> for Diagnostics {
    fn from_iter<I: IntoIterator<Item = Diagnostic>>(diagnostics: I) -> Self {
        Self(diagnostics.into_iter().collect())
    }
}

impl IntoIterator for Diagnostics {
    type Item = Diagnostic;
    type IntoIter = std::vec::IntoIter<Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl fmt::Display for Diagnostics {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, diagnostic) in self.0.iter().enumerate() {
            let separator = if index == 0 { "" } else { "\n\n" };
            write!(f, "{separator}{diagnostic}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Diagnostics {}
