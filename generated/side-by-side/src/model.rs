//! The service model, as far as samples and drivers need it.

use serde_json::{Map, Value};

/// The file that has the shapes of the service.
const TEXT: &str = include_str!("../../../model/ivs-realtime.json");

/// A model in the form of Smithy's JSON AST.
pub struct Model(Map<String, Value>);

/// An operation, with the ids of its shapes.
pub struct Operation {
    /// Its name, without the namespace.
    pub name: String,
    /// The id of its input.
    pub input: String,
    /// The id of its output.
    pub output: String,
    /// The ids of its errors, those that are common to the service among them.
    pub errors: Vec<String>,
}

/// A member of a structure.
pub struct Member {
    /// Its name in the model.
    pub name: String,
    /// The id of its shape.
    pub target: String,
}

impl Model {
    /// Reads the model of the service.
    pub fn load() -> Result<Self, String> {
        let mut model: Value = serde_json::from_str(TEXT).map_err(|error| error.to_string())?;
        match model["shapes"].take() {
            Value::Object(shapes) => Ok(Self(shapes)),
            _ => Err("model/ivs-realtime.json has no shapes".to_owned()),
        }
    }

    /// The operations, in the order of the model.
    pub fn operations(&self) -> Vec<Operation> {
        let common = self.0.values().find(|shape| shape["type"] == "service");
        let common = common.map(|service| targets(&service["errors"]));
        let operations = self.0.iter();
        operations
            .filter(|(_, shape)| shape["type"] == "operation")
            .map(|(id, shape)| Operation {
                name: name(id).to_owned(),
                input: target(&shape["input"]),
                output: target(&shape["output"]),
                errors: {
                    let mut errors = targets(&shape["errors"]);
                    errors.extend(common.iter().flatten().cloned());
                    errors
                },
            })
            .collect()
    }

    /// What kind of shape it is: `structure`, `string` and so on.
    pub fn kind(&self, id: &str) -> &str {
        match (self.0.get(id), id) {
            (Some(shape), _) => shape["type"].as_str().unwrap_or_default(),
            (None, "smithy.api#Boolean" | "smithy.api#PrimitiveBoolean") => "boolean",
            (None, "smithy.api#Integer" | "smithy.api#PrimitiveInteger") => "integer",
            (None, _) => "string",
        }
    }

    /// The members of a structure.
    pub fn members(&self, id: &str) -> Vec<Member> {
        let members = self.shape(id)["members"].as_object();
        members
            .into_iter()
            .flatten()
            .map(|(name, member)| Member {
                name: name.clone(),
                target: target(member),
            })
            .collect()
    }

    /// The shape of a list's or a map's values.
    pub fn element(&self, id: &str) -> String {
        let shape = self.shape(id);
        let member = if self.kind(id) == "map" {
            "value"
        } else {
            "member"
        };
        target(&shape[member])
    }

    /// A shape, as the model has it, or `null`.
    pub fn shape(&self, id: &str) -> &Value {
        self.0.get(id).unwrap_or(&Value::Null)
    }
}

/// The name in a shape id.
pub fn name(id: &str) -> &str {
    id.split_once('#').map_or(id, |(_, name)| name)
}

fn target(reference: &Value) -> String {
    reference["target"].as_str().unwrap_or_default().to_owned()
}

fn targets(references: &Value) -> Vec<String> {
    let references = references.as_array();
    references.into_iter().flatten().map(target).collect()
}
