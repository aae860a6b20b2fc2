//! Says what is wrong with a rule set, and where in it.

use std::fmt;

use serde_json::{Map, Value};

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::ShapeId;
use crate::resolve::docs::plain_docs;
use crate::validate::suggest;

/// Takes the faults of one trait of one shape.
pub(super) struct Report<'a> {
    pub(super) shape: &'a ShapeId,
    pub(super) trait_id: &'static str,
    pub(super) diagnostics: &'a mut Diagnostics,
}

/// A place in the trait's value as a JSON pointer, `/rules/0/conditions/1/argv/0` (RFC 6901).
#[derive(Clone, Default)]
pub(super) struct Place(String);

impl Place {
    pub(super) fn field(&self, name: &str) -> Self {
        let name = name.replace('~', "~0").replace('/', "~1");
        Self(format!("{}/{name}", self.0))
    }

    pub(super) fn index(&self, index: usize) -> Self {
        Self(format!("{}/{index}", self.0))
    }
}

/// What a message begins with.
impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0.as_str() {
            "" => Ok(()),
            path => write!(f, "{path}: "),
        }
    }
}

impl Report<'_> {
    /// Notes a fault. It gives `None`, so that a caller can end with it.
    pub(super) fn fault<T>(&mut self, place: &Place, message: impl fmt::Display) -> Option<T> {
        let diagnostic = Diagnostic::new(format!("{place}{message}"))
            .on(self.shape)
            .of_trait(self.trait_id);
        self.diagnostics.push(diagnostic);
        None
    }

    /// Notes that a name is none of the `known` ones, with the one that was meant, most likely.
    pub(super) fn unknown<T>(
        &mut self,
        place: &Place,
        expected: &str,
        known: &[&str],
        found: &str,
    ) -> Option<T> {
        let (names, otherwise) = match known {
            [] => ("none is known".to_owned(), "define the name first"),
            known => (listed(known), "use a name from the list"),
        };
        let message = format!("{place}expected {expected} ({names}), found `{found}`");
        let diagnostic = Diagnostic::new(message)
            .on(self.shape)
            .of_trait(self.trait_id)
            .help(suggest::help(found, known.iter().copied(), otherwise));
        self.diagnostics.push(diagnostic);
        None
    }

    /// Notes that a value is of another kind.
    pub(super) fn mismatch<T>(
        &mut self,
        place: &Place,
        expected: &str,
        found: &Value,
    ) -> Option<T> {
        self.fault(
            place,
            format_args!("expected {expected}, found {}", describe(found)),
        )
    }

    pub(super) fn object<'v>(
        &mut self,
        value: &'v Value,
        place: &Place,
    ) -> Option<&'v Map<String, Value>> {
        value
            .as_object()
            .or_else(|| self.mismatch(place, "an object", value))
    }

    pub(super) fn array<'v>(&mut self, value: &'v Value, place: &Place) -> Option<&'v [Value]> {
        match value {
            Value::Array(items) => Some(items),
            _ => self.mismatch(place, "an array", value),
        }
    }

    pub(super) fn string<'v>(&mut self, value: &'v Value, place: &Place) -> Option<&'v str> {
        value
            .as_str()
            .or_else(|| self.mismatch(place, "a string", value))
    }

    pub(super) fn boolean(&mut self, value: &Value, place: &Place) -> Option<bool> {
        value
            .as_bool()
            .or_else(|| self.mismatch(place, "a boolean", value))
    }

    /// The member of an object that has to be there.
    pub(super) fn required<'v>(
        &mut self,
        object: &'v Map<String, Value>,
        name: &str,
        place: &Place,
    ) -> Option<&'v Value> {
        object.get(name).or_else(|| {
            self.fault(
                place,
                format_args!("expected a member `{name}`, found none"),
            )
        })
    }

    /// The lines of an object's `documentation`; none if it has none.
    pub(super) fn docs(&mut self, object: &Map<String, Value>, place: &Place) -> Vec<String> {
        let Some(value) = object.get("documentation") else {
            return Vec::new();
        };
        let text = self.string(value, &place.field("documentation"));
        text.map(|text| plain_docs(text, 4)).unwrap_or_default()
    }

    /// Objects to members that are not among the known ones.
    pub(super) fn only(&mut self, object: &Map<String, Value>, known: &[&str], place: &Place) {
        for name in object.keys().filter(|name| !known.contains(&name.as_str())) {
            self.fault::<()>(
                &place.field(name),
                format_args!("expected one of {}, found `{name}`", listed(known)),
            );
        }
    }
}

/// Names in backticks, with commas between.
pub(super) fn listed(names: &[&str]) -> String {
    let quoted: Vec<_> = names.iter().map(|name| format!("`{name}`")).collect();
    quoted.join(", ")
}

/// A JSON value in the words of a message.
fn describe(value: &Value) -> String {
    match value {
        Value::Null => "null".to_owned(),
        Value::Bool(value) => format!("the boolean {value}"),
        Value::Number(number) => format!("the number {number}"),
        Value::String(text) => format!("the string {text:?}"),
        Value::Array(_) => "an array".to_owned(),
        Value::Object(_) => "an object".to_owned(),
    }
}
