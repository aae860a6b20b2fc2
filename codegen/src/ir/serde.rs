//! What serde's traits are implemented for, if they are.

use super::{Name, TimestampFormat};

/// The types of a service, as serde sees them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Serde {
    /// Inputs and outputs.
    pub operations: Vec<SerdeStructure>,
    /// The structures in `types`.
    pub structures: Vec<SerdeStructure>,
    /// The errors in `types::error`.
    pub errors: Vec<SerdeStructure>,
    /// The unions in `types`.
    pub unions: Vec<SerdeUnion>,
    /// The enums of strings in `types`, and whether their values are secret.
    pub enums: Vec<(Name, bool)>,
    /// The enums of integers in `types`.
    pub int_enums: Vec<Name>,
}

/// A structure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SerdeStructure {
    /// The module of its operation; `None` where types of many pages stand in one module.
    pub module: Option<Name>,
    /// Its name.
    pub name: Name,
    /// How one is made before anything is read.
    pub initial: Initial,
    /// Its members.
    pub members: Vec<SerdeMember>,
}

/// How a structure is made of nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Initial {
    /// It has a default.
    Default,
    /// Its builder cannot fail.
    Build,
    /// Its builder has `finish`, which puts defaults in place of what is required.
    Finish,
}

/// A member of a structure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SerdeMember {
    /// The field.
    pub field: Name,
    /// Its name in the data, where that is not the field's in camel case.
    pub wire_name: Option<String>,
    /// Whether it has to be there when it is read.
    pub required: bool,
    /// Whether it is written only on demand.
    pub secret: bool,
    /// How its timestamps are written, if it has any.
    pub timestamp: Option<TimestampFormat>,
}

/// A union.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SerdeUnion {
    /// Its name.
    pub name: Name,
    /// Its members with a value.
    pub variants: Vec<SerdeVariant>,
    /// Its members without one.
    pub units: Vec<SerdeVariant>,
}

/// A member of a union.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SerdeVariant {
    /// The variant.
    pub name: Name,
    /// Its name in the data.
    pub wire_name: String,
    /// Whether it is written only on demand.
    pub secret: bool,
    /// How its timestamps are written, if it has any.
    pub timestamp: Option<TimestampFormat>,
}
