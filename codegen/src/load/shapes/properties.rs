//! The properties of one shape: taken up one by one, what is left over is unknown.

use serde_json::{Map, Value};

use super::{Diagnostics, Origin, Part, Position, Trait, step};
use crate::diagnostic::{Place, pointer};
use crate::model::ShapeId;

/// The properties of a shape that nothing has taken up yet.
pub(super) struct Properties<'a> {
    pub(super) left: Map<String, Value>,
    pub(super) id: &'a ShapeId,
    pub(super) origin: &'a Origin,
    /// Where what is being read stands: a member, or the shape.
    pub(super) here: Origin,
    /// Where the members stand.
    pub(super) members: Vec<Option<Position>>,
    pub(super) faults: &'a mut Diagnostics,
}

impl<'a> Properties<'a> {
    pub(super) fn new(
        properties: Map<String, Value>,
        id: &'a ShapeId,
        origin: &'a Origin,
        members: Vec<Option<Position>>,
        faults: &'a mut Diagnostics,
    ) -> Self {
        Self {
            left: properties,
            id,
            origin,
            here: origin.clone(),
            members,
            faults,
        }
    }

    pub(super) fn id(&self) -> &'a ShapeId {
        self.id
    }

    pub(super) fn origin(&self) -> &'a Origin {
        self.origin
    }

    pub(super) fn fault(&mut self, message: impl Into<String>, help: &str) {
        self.push(self.id, None, message, help);
    }

    pub(super) fn missing(&mut self, property: &str, expected: &str) {
        // A property of the wrong kind has been reported already, and was taken up by that.
        self.fault(
            format!("the shape has no usable `{property}`: {expected}"),
            "add the property",
        );
    }

    /// A fault of the shape or of a member, or of a part of these.
    pub(super) fn push(
        &mut self,
        id: &ShapeId,
        part: Option<Part>,
        message: impl Into<String>,
        help: &str,
    ) {
        let mut diagnostic = self.here.diagnostic(message).on(id);
        diagnostic.place = Place {
            part,
            ..diagnostic.place
        };
        self.faults.push(if help.is_empty() {
            diagnostic
        } else {
            diagnostic.help(help)
        });
    }

    fn wrong_kind(&mut self, id: &ShapeId, property: &str, found: &Value, expected: &str) {
        let message = format!("`{property}` is {}, expected {expected}", describe(found));
        self.push(id, Some(value_of(property)), message, "");
    }

    /// A text.
    pub(super) fn text(&mut self, property: &str) -> Option<String> {
        match self.left.swap_remove(property)? {
            Value::String(text) => Some(text),
            other => {
                self.wrong_kind(self.id, property, &other, "a string");
                None
            }
        }
    }

    /// `{"target": "ns#Shape"}`.
    pub(super) fn reference(&mut self, property: &str) -> Option<ShapeId> {
        let value = self.left.swap_remove(property)?;
        self.read_reference(property, value)
    }

    /// A list of `{"target": "ns#Shape"}`.
    pub(super) fn references(&mut self, property: &str) -> Vec<ShapeId> {
        match self.left.swap_remove(property) {
            None => Vec::new(),
            Some(Value::Array(items)) => items
                .into_iter()
                .enumerate()
                .filter_map(|(index, item)| {
                    self.read_reference(&format!("{property}[{index}]"), item)
                })
                .collect(),
            Some(other) => {
                self.wrong_kind(self.id, property, &other, "a list of references");
                Vec::new()
            }
        }
    }

    /// An object of `"name": {"target": "ns#Shape"}`.
    pub(super) fn named_references(&mut self, property: &str) -> Vec<(String, ShapeId)> {
        let entries = self.object(property, "an object of references");
        let mut references = Vec::new();
        for (name, value) in entries {
            let target = self.read_reference(&format!("{property} > {name}"), value);
            references.extend(target.map(|target| (name, target)));
        }
        references
    }

    /// `rename` of a service: an object of `"ns#Shape": "NewName"`.
    pub(super) fn rename(&mut self) -> Vec<(ShapeId, String)> {
        let mut renamed = Vec::new();
        for (id_text, name) in self.object("rename", "an object of names by shape id") {
            let id = self.read_id("rename", &id_text);
            match name {
                Value::String(name) => renamed.extend(id.map(|id| (id, name))),
                other => {
                    self.wrong_kind(self.id, &format!("rename > {id_text}"), &other, "a string")
                }
            }
        }
        renamed
    }

    /// `traits`: an object of values by the shape id of the trait.
    pub(super) fn traits(&mut self) -> Vec<Trait> {
        match self.left.swap_remove("traits") {
            None => Vec::new(),
            Some(value) => self.read_traits(self.id, value),
        }
    }

    /// Every property that is left is unknown. `whose` says what has them.
    pub(super) fn finish(&mut self, whose: &str) {
        for (property, _) in std::mem::take(&mut self.left) {
            let message =
                format!("found the unknown property `{property}`, expected none such in {whose}");
            let part = Some(Part::Key(step(&property)));
            self.push(self.id, part, message, "remove it, or mend its spelling");
        }
    }

    pub(super) fn object(&mut self, property: &str, expected: &str) -> Map<String, Value> {
        match self.left.swap_remove(property) {
            None => Map::new(),
            Some(Value::Object(entries)) => entries,
            Some(other) => {
                self.wrong_kind(self.id, property, &other, expected);
                Map::new()
            }
        }
    }

    fn read_reference(&mut self, property: &str, value: Value) -> Option<ShapeId> {
        match value {
            Value::Object(mut object) => {
                let target = object.swap_remove("target");
                for key in object.keys() {
                    let message =
                        format!("found the unknown property `{key}` in the reference `{property}`");
                    let help = "a reference is `{\"target\": \"namespace#Name\"}`";
                    let part = Part::Key(path_to(property) + &step(key));
                    self.push(self.id, Some(part), message, help);
                }
                self.read_target(self.id, property, target)
            }
            other => {
                self.wrong_kind(
                    self.id,
                    property,
                    &other,
                    "`{\"target\": \"namespace#Name\"}`",
                );
                None
            }
        }
    }

    pub(super) fn read_target(
        &mut self,
        id: &ShapeId,
        property: &str,
        target: Option<Value>,
    ) -> Option<ShapeId> {
        match target {
            Some(Value::String(text)) => ShapeId::parse(&text).ok().or_else(|| {
                self.bad_id(id, property, &text);
                None
            }),
            Some(other) => {
                self.wrong_kind(id, property, &other, "an absolute shape id");
                None
            }
            None => {
                let what = if property == "target" {
                    "the member"
                } else {
                    property
                };
                let message = format!("{what} has no `target`, expected an absolute shape id");
                self.push(id, Some(value_of(property)), message, "");
                None
            }
        }
    }

    fn read_id(&mut self, property: &str, text: &str) -> Option<ShapeId> {
        ShapeId::parse(text).ok().or_else(|| {
            self.bad_id(self.id, property, text);
            None
        })
    }

    fn bad_id(&mut self, id: &ShapeId, property: &str, text: &str) {
        let message = format!("`{property}` is {text:?}, expected an absolute shape id");
        let part = Part::Reference(text.to_owned());
        let help = "write `namespace#Name`, as in `com.example#Name`";
        self.push(id, Some(part), message, help);
    }

    pub(super) fn read_traits(&mut self, id: &ShapeId, value: Value) -> Vec<Trait> {
        let Value::Object(entries) = value else {
            self.wrong_kind(
                id,
                "traits",
                &value,
                "an object of values by the id of a trait",
            );
            return Vec::new();
        };
        let mut traits = Vec::with_capacity(entries.len());
        for (trait_id, value) in entries {
            if ShapeId::parse(&trait_id).is_err() {
                let message =
                    format!("found the trait id {trait_id:?}, expected an absolute shape id");
                let part = Part::Key("/traits".to_owned() + &step(&trait_id));
                let help = "write `namespace#name`, as in `smithy.api#required`";
                self.push(id, Some(part), message, help);
                continue;
            }
            traits.push(Trait {
                id: trait_id,
                value,
                origin: self.here.clone(),
            });
        }
        traits
    }
}

/// The way to what messages call `errors[0]` or `rename > com.example#Name`.
fn path_to(property: &str) -> String {
    match property.split_once(" > ") {
        Some((property, key)) => step(property) + &step(key),
        None => pointer(property),
    }
}

fn value_of(property: &str) -> Part {
    Part::Value(path_to(property))
}

/// What a diagnostic calls a JSON value that it did not expect.
pub(super) fn describe(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "a boolean",
        Value::Number(_) => "a number",
        Value::String(_) => "a string",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}
