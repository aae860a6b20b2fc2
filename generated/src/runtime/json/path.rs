//! Where in the text the reader stands: one step for each open array and object.

use std::fmt::Write;

/// The number of arrays and objects that may stand inside each other. A deeper text is refused.
pub const MAX_DEPTH: usize = 128;

/// An error shows so many steps of a path, and then `…`.
const SHOWN: usize = 16;

/// How far the reader has come in one open array or object.
#[derive(Clone, Copy, Debug)]
pub(super) enum Step<'a> {
    /// In an object, not inside a member.
    Object,
    /// In the member of a structure, with its key as the text spells it.
    Member(&'a str),
    /// In an entry of a map or in a member the model does not know: its key is data.
    Entry,
    /// In an array, before its first element.
    Array,
    /// In this element of an array.
    Element(usize),
}

/// The open arrays and objects, outermost first.
#[derive(Debug)]
pub(super) struct Path<'a>(Vec<Step<'a>>);

impl<'a> Path<'a> {
    pub(super) fn new() -> Self {
        Self(Vec::new())
    }

    /// Enters an array or object. `false` if that is one too many.
    #[inline]
    pub(super) fn enter(&mut self, step: Step<'a>) -> bool {
        if self.0.len() >= MAX_DEPTH {
            return false;
        }
        self.0.push(step);
        true
    }

    #[inline]
    pub(super) fn leave(&mut self) {
        self.0.pop();
    }

    pub(super) fn depth(&self) -> usize {
        self.0.len()
    }

    #[inline]
    pub(super) fn last(&self) -> Option<Step<'a>> {
        self.0.last().copied()
    }

    /// Moves on inside the innermost array or object.
    #[inline]
    pub(super) fn set(&mut self, step: Step<'a>) {
        if let Some(last) = self.0.last_mut() {
            *last = step;
        }
    }

    /// The path as errors show it. Only keys that the emitted code has asked a value for are shown: they are the model's.
    pub(super) fn render(&self) -> String {
        let mut text = String::new();
        for step in self.0.iter().take(SHOWN) {
            match step {
                Step::Object | Step::Array => {}
                Step::Entry => text.push_str("{}"),
                Step::Element(index) => {
                    // Writing to a `String` cannot fail.
                    let _ = write!(text, "[{index}]");
                }
                Step::Member(key) => {
                    if !text.is_empty() {
                        text.push('.');
                    }
                    text.push_str(key);
                }
            }
        }
        if self.0.len() > SHOWN {
            text.push('…');
        }
        text
    }
}
