//! The calls of endpoint tests.

use super::{BuiltIn, ParamValue};
use crate::ir::Name;

/// A call of a client with some settings.
#[derive(Clone, Debug, PartialEq)]
pub struct EndpointCall {
    /// The module of the operation.
    pub module: Name,
    /// The type of its input.
    pub input: Name,
    /// The fields of the input that its endpoint may depend on.
    pub members: Vec<MemberSetting>,
    /// The settings of the client.
    pub settings: Vec<ClientSetting>,
}

/// A field of an input, or of a structure in it, as a test sets it.
#[derive(Clone, Debug, PartialEq)]
pub struct MemberSetting {
    /// The field.
    pub field: Name,
    /// The value.
    pub value: InputValue,
    /// Whether it is in a `Box`.
    pub boxed: bool,
    /// Whether its setter is deprecated.
    pub deprecated: bool,
}

/// A value in an input. There are none of the types that no endpoint depends on.
#[derive(Clone, Debug, PartialEq)]
pub enum InputValue {
    /// Of a string or an enum of strings.
    Text(String),
    /// `true` or `false`.
    Boolean(bool),
    /// Of a list, with whether items may be null; `None` is null.
    List(Vec<Option<InputValue>>, bool),
    /// Of a map, with whether values may be null; `None` is null.
    Map(Vec<(String, Option<InputValue>)>, bool),
    /// Of a structure in `types`.
    Structure {
        /// Its name.
        name: Name,
        /// The fields that are set.
        members: Vec<MemberSetting>,
        /// Whether building it can fail.
        fallible: bool,
    },
    /// Of a union in `types`.
    Union {
        /// Its name.
        name: Name,
        /// The variant.
        variant: Name,
        /// What it holds.
        value: Box<InputValue>,
        /// Whether that is in a `Box`.
        boxed: bool,
    },
}

/// A setting of a client, as a test sets it.
#[derive(Clone, Debug, PartialEq)]
pub enum ClientSetting {
    /// A value that every client knows.
    BuiltIn(BuiltIn, ParamValue),
    /// A parameter of this service, by its name in the model.
    Param(String, ParamValue),
}

impl ClientSetting {
    /// Whether it sets the same, perhaps to another value.
    #[must_use]
    pub fn is_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::BuiltIn(one, _), Self::BuiltIn(other, _)) => one == other,
            (Self::Param(one, _), Self::Param(other, _)) => one == other,
            _ => false,
        }
    }
}
