//! What has been found so far, and what every part of the comparison looks things up in.

use super::facts::{Fact, Facts};
use super::{Change, Comparison, Rule};

/// The changes so far.
pub(super) struct Findings<'a> {
    old: &'a Facts,
    new: &'a Facts,
    comparison: Comparison,
}

/// Whether the methods of an item bear `#[deprecated]`, or its documentation alone says so.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Deprecates {
    /// An operation, and a member with accessor and setter.
    Methods,
    /// Everything else.
    DocsOnly,
}

impl<'a> Findings<'a> {
    pub(super) fn new(old: &'a Facts, new: &'a Facts) -> Self {
        let mut comparison = Comparison::default();
        if old.has_documentation() != new.has_documentation() {
            let which = if new.has_documentation() {
                "old"
            } else {
                "new"
            };
            comparison.notes.push(format!(
                "documentation was not compared: the {which} model has none"
            ));
        }
        Self {
            old,
            new,
            comparison,
        }
    }

    /// Notes a change.
    pub(super) fn push(&mut self, rule: Rule, path: impl Into<String>, what: impl AsRef<str>) {
        self.comparison.changes.push(Change {
            rule,
            path: path.into(),
            what: one_line(what.as_ref()),
        });
    }

    /// Notes something that was not compared.
    pub(super) fn note(&mut self, note: String) {
        self.comparison.notes.push(note);
    }

    /// What the two models say of an item that both have.
    pub(super) fn facts(&self, path: &str) -> Option<(&'a Fact, &'a Fact)> {
        Some((self.old.get(path)?, self.new.get(path)?))
    }

    /// Compares the documentation of an item that both have.
    pub(super) fn documentation(&mut self, path: &str) {
        let Some((old, new)) = self.facts(path) else {
            return;
        };
        let is_comparable = self.old.has_documentation() == self.new.has_documentation();
        if is_comparable && old.documentation != new.documentation {
            let what = match (&old.documentation, &new.documentation) {
                (None, _) => "documentation added",
                (_, None) => "documentation removed",
                _ => "documentation changed",
            };
            self.push(Rule::DocumentationChanged, path, what);
        }
    }

    /// Compares the notes of an item that may be deprecated.
    pub(super) fn deprecation(
        &mut self,
        path: &str,
        old: Option<&String>,
        new: Option<&String>,
        deprecates: Deprecates,
    ) {
        let (rule, what) = match (old, new) {
            (None, Some(note)) => (
                match deprecates {
                    Deprecates::Methods => Rule::MethodDeprecated,
                    Deprecates::DocsOnly => Rule::ItemDeprecated,
                },
                format!("deprecated: {note}"),
            ),
            (Some(_), None) => (Rule::DeprecationChanged, "no longer deprecated".to_owned()),
            (Some(old), Some(new)) if old != new => (
                Rule::DeprecationChanged,
                format!("the note of its deprecation changed to: {new}"),
            ),
            _ => return,
        };
        self.push(rule, path, what);
    }

    /// Notes a value that changed, if it did.
    pub(super) fn value<T: PartialEq + ToString>(
        &mut self,
        rule: Rule,
        path: &str,
        (what, old, new): (&str, T, T),
    ) {
        if old != new {
            let what = changed(what, &old.to_string(), &new.to_string());
            self.push(rule, path, what);
        }
    }

    /// All of it, in order.
    pub(super) fn into_comparison(mut self) -> Comparison {
        self.comparison.changes.sort_by(|one, other| {
            let key = |change: &Change| {
                (
                    std::cmp::Reverse(change.class()),
                    change.rule,
                    change.path.clone(),
                )
            };
            key(one).cmp(&key(other))
        });
        self.comparison
    }
}

/// That something changed from one text to another; an empty text is none.
pub(super) fn changed(what: &str, old: &str, new: &str) -> String {
    match (old.is_empty(), new.is_empty()) {
        (true, _) => format!("{what} added: {}", quoted(new)),
        (_, true) => format!("{what} removed: {}", quoted(old)),
        _ => format!("{what} changed from {} to {}", quoted(old), quoted(new)),
    }
}

/// Text as code, between more backticks than it has itself.
fn quoted(text: &str) -> String {
    if text.contains('`') {
        format!("`` {text} ``")
    } else {
        format!("`{text}`")
    }
}

/// Text from a model, on one line and without what a terminal might obey.
fn one_line(text: &str) -> String {
    let plain = text.replace(char::is_control, " ");
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}
