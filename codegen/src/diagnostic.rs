//! What is wrong with a model, said so that a person can mend it.

use std::fmt;

/// One fault in the input.
///
/// It names the place (file, line and column where they are known; shape id; trait), says what was found,
/// what was expected, and how to go on.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Diagnostic {
    /// The file it stands in, by the name it was given to the generator under.
    pub file: Option<String>,
    /// Line and column, both from 1; the column counts bytes.
    pub position: Option<(usize, usize)>,
    /// The shape or member, `com.example#Shape$member`.
    pub shape: Option<String>,
    /// The trait, `smithy.api#http`.
    pub trait_id: Option<String>,
    /// What is wrong, in one line: what was found and what was expected.
    pub message: String,
    /// How to go on.
    pub help: Option<String>,
}

impl Diagnostic {
    /// A diagnostic without a place.
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
        self.file = Some(file.into());
        self
    }

    /// Gives line and column, both from 1.
    #[must_use]
    pub fn at(mut self, line: usize, column: usize) -> Self {
        self.position = Some((line, column));
        self
    }

    /// Names the shape or member.
    #[must_use]
    pub fn on(mut self, shape: impl fmt::Display) -> Self {
        self.shape = Some(shape.to_string());
        self
    }

    /// Names the trait.
    #[must_use]
    pub fn of_trait(mut self, trait_id: impl Into<String>) -> Self {
        self.trait_id = Some(trait_id.into());
        self
    }

    /// Says how to go on.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "error: {}", self.message)?;
        match (&self.file, self.position) {
            (Some(file), Some((line, column))) => write!(f, "\n  --> {file}:{line}:{column}")?,
            (Some(file), None) => write!(f, "\n  --> {file}")?,
            (None, _) => {}
        }
        for (label, text) in [
            ("shape", &self.shape),
            ("trait", &self.trait_id),
            ("help", &self.help),
        ] {
            if let Some(text) = text {
                write!(f, "\n  = {label}: {text}")?;
            }
        }
        Ok(())
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
