//! One object of a C2J model, read property by property; a property of the wrong kind is a fault.

use serde_json::Value;

use super::super::{File, Object, parse};
use super::properties::Place;
use super::report::Report;
use crate::diagnostic::{Diagnostic, Part, step};

/// An object of the model, with the name by which faults speak of it.
#[derive(Clone, Copy)]
pub(super) struct Node<'a> {
    /// The object.
    pub(super) object: &'a Object,
    /// The shape, operation or member that it describes, or the path to it.
    pub(super) subject: &'a str,
    /// The JSON pointer from there to the object.
    path: &'static str,
    file: File<'a>,
    report: &'a Report,
}

impl<'a> Node<'a> {
    /// The root of a file.
    pub(super) fn root(object: &'a Object, file: File<'a>, report: &'a Report) -> Self {
        Self {
            object,
            subject: "",
            path: "",
            file,
            report,
        }
    }

    /// Another object of the same file, under a name of its own.
    pub(super) fn of(self, object: &'a Object, subject: &'a str) -> Self {
        Self {
            object,
            subject,
            path: "",
            ..self
        }
    }

    /// An object within this one, of which it is a property: `path` is the JSON pointer from the subject.
    pub(super) fn within(self, object: &'a Object, path: &'static str) -> Self {
        Self {
            object,
            path,
            ..self
        }
    }

    /// A fault of this object.
    pub(super) fn fault(self, message: impl Into<String>) {
        self.fault_at(Part::Key(self.path.to_owned()), message);
    }

    /// A fault of a property.
    pub(super) fn fault_in(self, property: &str, message: impl Into<String>) {
        self.fault_at(Part::Value(self.path.to_owned() + &step(property)), message);
    }

    fn fault_at(self, part: Part, message: impl Into<String>) {
        let mut fault = Diagnostic::new(message).in_file(self.file.name);
        fault.place.part = Some(part);
        self.report.fault(if self.subject.is_empty() {
            fault
        } else {
            fault.on(self.subject)
        });
    }

    /// A remark.
    pub(super) fn note(self, note: String) {
        self.report.note(note);
    }

    /// Checks that all properties are known at this kind of place.
    pub(super) fn check(self, place: &Place) {
        for property in self.object.keys() {
            match place.knows(property) {
                Some((_, None)) => {}
                Some((property, Some(reason))) => self.report.ignored(place.name, property, reason),
                None => self.fault_at(
                    Part::Key(self.path.to_owned() + &step(property)),
                    format!(
                        "found the property `{property}`, which is not known of {}",
                        place.name
                    ),
                ),
            }
        }
    }

    /// A text.
    pub(super) fn text(self, property: &str) -> Option<&'a str> {
        self.typed(property, "a string", Value::as_str)
    }

    /// A text that must be there.
    pub(super) fn need_text(self, property: &str) -> Option<&'a str> {
        self.need(property);
        self.text(property)
    }

    /// Whether a flag is there and true.
    pub(super) fn flag(self, property: &str) -> bool {
        self.typed(property, "a boolean", Value::as_bool) == Some(true)
    }

    /// Checks flags that are read where there is no node.
    pub(super) fn check_flags(self, properties: &[&str]) {
        for property in properties {
            self.flag(property);
        }
    }

    /// A number.
    pub(super) fn number(self, property: &str) -> Option<&'a Value> {
        self.typed(property, "a number", |value| {
            value.is_number().then_some(value)
        })
    }

    /// An object.
    pub(super) fn object(self, property: &str) -> Option<&'a Object> {
        self.typed(property, "an object", Value::as_object)
    }

    /// An object that must be there.
    pub(super) fn need_object(self, property: &str) -> Option<&'a Object> {
        self.need(property);
        self.object(property)
    }

    /// A list, empty if it is not there.
    pub(super) fn list(self, property: &str) -> &'a [Value] {
        let list = self.typed(property, "a list", Value::as_array);
        list.map_or(&[], Vec::as_slice)
    }

    /// A list of texts, empty if it is not there.
    pub(super) fn texts(self, property: &str) -> Vec<&'a str> {
        let items = self.list(property);
        let texts: Vec<&str> = items.iter().filter_map(Value::as_str).collect();
        if texts.len() != items.len() {
            let message = format!("expected only strings in `{property}`");
            self.fault_in(property, message);
        }
        texts
    }

    /// A fault if the property is not there.
    fn need(self, property: &str) {
        if !self.object.contains_key(property) {
            self.fault(format!("expected the property `{property}`"));
        }
    }

    /// A property of one kind; a fault if it is of another.
    fn typed<T>(
        self,
        property: &str,
        expected: &str,
        read: impl Fn(&'a Value) -> Option<T>,
    ) -> Option<T> {
        let value = self.object.get(property)?;
        let read = read(value);
        if read.is_none() {
            let found = parse::kind(value);
            self.fault_in(
                property,
                format!("found {found} in `{property}`, expected {expected}"),
            );
        }
        read
    }
}
