//! The typed form of one file: shapes as they are written, with nothing looked up.

use std::fmt;
use std::sync::Arc;

use serde_json::{Map, Value};

use crate::diagnostic::{Diagnostic, Place, Position};
use crate::model::ShapeId;

/// One file of the model, read ([Smithy 2.0, JSON AST](https://smithy.io/2.0/spec/json-ast.html)).
#[derive(Clone, Debug)]
pub struct Ast {
    /// The shapes it defines, in its order.
    pub(crate) shapes: Vec<(ShapeId, Shape)>,
    /// Its `apply` statements, in its order.
    pub(crate) applies: Vec<Apply>,
    /// Its metadata, by key.
    pub(crate) metadata: Map<String, Value>,
    /// The file itself, at no line of it.
    pub(crate) origin: Origin,
}

/// Traits for a shape or member that is defined elsewhere.
#[derive(Clone, Debug)]
pub(crate) struct Apply {
    pub(crate) target: ShapeId,
    pub(crate) traits: Vec<Trait>,
    pub(crate) origin: Origin,
}

/// Where something was written.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Origin {
    /// The file, by the name it was given under.
    pub(crate) file: Arc<str>,
    /// Which of the files it is, from 0: a later one may override an earlier one.
    pub(crate) order: usize,
    /// Where in it, where that is known.
    pub(crate) position: Option<Position>,
}

impl fmt::Debug for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {:?}", self.file, self.position)
    }
}

impl Origin {
    /// A diagnostic that stands here.
    pub(crate) fn diagnostic(&self, message: impl Into<String>) -> Diagnostic {
        Diagnostic {
            place: self.place(),
            ..Diagnostic::new(message)
        }
    }

    /// This place, for a diagnostic that has another.
    pub(crate) fn place(&self) -> Place {
        Place {
            file: Some(self.file.to_string()),
            position: self.position,
            ..Place::default()
        }
    }
}

/// A shape of any kind.
#[derive(Clone, Debug)]
pub(crate) struct Shape {
    pub(crate) origin: Origin,
    pub(crate) kind: Kind,
    /// Those of a list and a map included: `member`; `key` and `value`.
    pub(crate) members: Vec<Member>,
    pub(crate) mixins: Vec<ShapeId>,
    pub(crate) traits: Vec<Trait>,
    pub(crate) links: Links,
    /// Whether the file says it is of Smithy 1.0.
    pub(crate) is_version_1: bool,
}

#[derive(Clone, Debug)]
pub(crate) struct Member {
    pub(crate) name: String,
    pub(crate) target: ShapeId,
    pub(crate) traits: Vec<Trait>,
    pub(crate) origin: Origin,
}

/// A trait on a shape or member, its value as it stands.
#[derive(Clone, Debug)]
pub(crate) struct Trait {
    pub(crate) id: String,
    pub(crate) value: Value,
    pub(crate) origin: Origin,
}

/// What a service, an operation or a resource refers to.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) enum Links {
    /// A shape of data refers to nothing but the targets of its members.
    #[default]
    None,
    Service(Box<Service>),
    Operation {
        input: Option<ShapeId>,
        output: Option<ShapeId>,
        errors: Vec<ShapeId>,
    },
    Resource(Box<Resource>),
}

#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Service {
    pub(crate) version: Option<String>,
    pub(crate) operations: Vec<ShapeId>,
    pub(crate) resources: Vec<ShapeId>,
    pub(crate) errors: Vec<ShapeId>,
    pub(crate) rename: Vec<(ShapeId, String)>,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Resource {
    /// Identifiers and properties: data shapes.
    pub(crate) data: Vec<(String, ShapeId)>,
    /// Lifecycle operations by the name of the lifecycle, then the other operations.
    pub(crate) operations: Vec<(&'static str, ShapeId)>,
    pub(crate) resources: Vec<ShapeId>,
}

/// The kinds of shapes of Smithy 2.0, without `member` and `apply`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    Blob,
    Boolean,
    String,
    Byte,
    Short,
    Integer,
    Long,
    Float,
    Double,
    BigInteger,
    BigDecimal,
    Timestamp,
    Document,
    Enum,
    IntEnum,
    List,
    Map,
    Structure,
    Union,
    Service,
    Operation,
    Resource,
}

impl Kind {
    /// Every kind with the name it has in a file.
    const NAMES: [(&'static str, Self); 22] = [
        ("blob", Self::Blob),
        ("boolean", Self::Boolean),
        ("string", Self::String),
        ("byte", Self::Byte),
        ("short", Self::Short),
        ("integer", Self::Integer),
        ("long", Self::Long),
        ("float", Self::Float),
        ("double", Self::Double),
        ("bigInteger", Self::BigInteger),
        ("bigDecimal", Self::BigDecimal),
        ("timestamp", Self::Timestamp),
        ("document", Self::Document),
        ("enum", Self::Enum),
        ("intEnum", Self::IntEnum),
        ("list", Self::List),
        ("map", Self::Map),
        ("structure", Self::Structure),
        ("union", Self::Union),
        ("service", Self::Service),
        ("operation", Self::Operation),
        ("resource", Self::Resource),
    ];

    /// Every kind.
    pub(crate) fn all() -> impl Iterator<Item = Self> {
        Self::NAMES.iter().map(|(_, kind)| *kind)
    }

    /// The kind that a file calls `name`.
    pub(crate) fn from_name(name: &str) -> Option<Self> {
        let found = Self::NAMES.iter().find(|(known, _)| *known == name);
        found.map(|(_, kind)| *kind)
    }

    /// What a file calls the kind.
    pub(crate) fn name(self) -> &'static str {
        let found = Self::NAMES.iter().find(|(_, kind)| *kind == self);
        found.map_or("", |(name, _)| name)
    }
}

#[cfg(test)]
mod tests {
    use super::Kind;

    #[test]
    fn every_kind_has_one_name() {
        for (name, kind) in Kind::NAMES {
            assert_eq!((Kind::from_name(name), kind.name()), (Some(kind), name));
        }
    }
}
