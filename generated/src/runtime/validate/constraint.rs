//! The constraints of a shape or a member.

#[cfg(feature = "validate-patterns")]
use std::sync::OnceLock;

/// The constraints of a shape, or of a member that has other ones than its target: lengths, a range, a pattern.
///
/// Emitted pages hold them as statics, so that each pattern is compiled once, when it is needed first.
#[derive(Debug, Default)]
pub struct Constraint {
    pub(super) min_length: Option<u64>,
    pub(super) max_length: Option<u64>,
    pub(super) min: Option<Bound>,
    pub(super) max: Option<Bound>,
    pub(super) pattern: Option<Pattern>,
    /// The pattern, once it was needed; `None` in it if it is too large to be compiled.
    #[cfg(feature = "validate-patterns")]
    compiled: OnceLock<Option<regex::Regex>>,
}

/// The smallest or the greatest number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Bound {
    Whole(i128),
    Fraction(&'static str),
}

/// A regular expression, which matches anywhere in a text unless it says otherwise.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pattern {
    /// As it stands in the model, in the language of ECMA-262.
    pub(super) model: &'static str,
    /// The same in the language of the crate `regex`.
    #[cfg(feature = "validate-patterns")]
    regex: &'static str,
}

impl Constraint {
    /// No constraint.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            min_length: None,
            max_length: None,
            min: None,
            max: None,
            pattern: None,
            #[cfg(feature = "validate-patterns")]
            compiled: OnceLock::new(),
        }
    }

    /// Lengths from `min` to `max`: of text in Unicode scalar values, of a blob in bytes, of lists and maps in members.
    #[must_use]
    pub const fn length(min: u64, max: u64) -> Self {
        Self::new().min_length(min).max_length(max)
    }

    /// Numbers from `min` to `max`.
    #[must_use]
    pub const fn range(min: i128, max: i128) -> Self {
        Self::new().min(min).max(max)
    }

    /// Lengths of `min` and more.
    #[must_use]
    pub const fn min_length(mut self, min: u64) -> Self {
        self.min_length = Some(min);
        self
    }

    /// Lengths up to `max`.
    #[must_use]
    pub const fn max_length(mut self, max: u64) -> Self {
        self.max_length = Some(max);
        self
    }

    /// Numbers of `min` and more.
    #[must_use]
    pub const fn min(mut self, min: i128) -> Self {
        self.min = Some(Bound::Whole(min));
        self
    }

    /// Numbers up to `max`.
    #[must_use]
    pub const fn max(mut self, max: i128) -> Self {
        self.max = Some(Bound::Whole(max));
        self
    }

    /// Numbers of `min` and more, which is no whole number: in decimal text.
    #[must_use]
    pub const fn min_fraction(mut self, min: &'static str) -> Self {
        self.min = Some(Bound::Fraction(min));
        self
    }

    /// Numbers up to `max`, which is no whole number: in decimal text.
    #[must_use]
    pub const fn max_fraction(mut self, max: &'static str) -> Self {
        self.max = Some(Bound::Fraction(max));
        self
    }

    /// Text in which the pattern matches. The crate `regex` reads it as ECMA-262 does.
    #[must_use]
    pub const fn pattern(self, pattern: &'static str) -> Self {
        self.translated(pattern, pattern)
    }

    /// Text in which the pattern matches: as it stands in the model, and in the language of the crate `regex`.
    #[must_use]
    pub const fn translated(mut self, model: &'static str, regex: &'static str) -> Self {
        self.pattern = Some(Pattern::new(model, regex));
        self
    }
}

#[cfg(feature = "validate-patterns")]
impl Constraint {
    /// The pattern, if it does not match in the text. One that is too large to be compiled matches everything.
    pub(super) fn mismatch(&self, text: &str) -> Option<Pattern> {
        let pattern = self.pattern?;
        let compiled = self
            .compiled
            .get_or_init(|| regex::Regex::new(pattern.regex).ok());
        let is_match = compiled.as_ref().is_none_or(|regex| regex.is_match(text));
        (!is_match).then_some(pattern)
    }
}

#[cfg(not(feature = "validate-patterns"))]
impl Constraint {
    /// The pattern, if it does not match in the text. Everything matches: the feature `validate-patterns` is switched off.
    pub(super) fn mismatch(&self, _text: &str) -> Option<Pattern> {
        None
    }
}

impl Pattern {
    #[cfg(feature = "validate-patterns")]
    const fn new(model: &'static str, regex: &'static str) -> Self {
        Self { model, regex }
    }

    #[cfg(not(feature = "validate-patterns"))]
    const fn new(model: &'static str, _regex: &'static str) -> Self {
        Self { model }
    }
}
