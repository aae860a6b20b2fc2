//! The simple shapes that Smithy itself defines.

use std::sync::Arc;

use serde_json::{Map, Value};

use super::{Kind, Links, Origin, Shape, Shapes, Trait};
use crate::model::ShapeId;

/// Smithy's prelude, without its traits ([Smithy 2.0, prelude](https://smithy.io/2.0/spec/model.html#prelude)).
///
/// The `Primitive` shapes are those of Smithy 1.0, which bear a default.
const SHAPES: [(&str, Kind, Option<Zero>); 21] = [
    ("Blob", Kind::Blob, None),
    ("Boolean", Kind::Boolean, None),
    ("String", Kind::String, None),
    ("Byte", Kind::Byte, None),
    ("Short", Kind::Short, None),
    ("Integer", Kind::Integer, None),
    ("Long", Kind::Long, None),
    ("Float", Kind::Float, None),
    ("Double", Kind::Double, None),
    ("BigInteger", Kind::BigInteger, None),
    ("BigDecimal", Kind::BigDecimal, None),
    ("Timestamp", Kind::Timestamp, None),
    ("Document", Kind::Document, None),
    ("PrimitiveBoolean", Kind::Boolean, Some(Zero::False)),
    ("PrimitiveByte", Kind::Byte, Some(Zero::Number)),
    ("PrimitiveShort", Kind::Short, Some(Zero::Number)),
    ("PrimitiveInteger", Kind::Integer, Some(Zero::Number)),
    ("PrimitiveLong", Kind::Long, Some(Zero::Number)),
    ("PrimitiveFloat", Kind::Float, Some(Zero::Number)),
    ("PrimitiveDouble", Kind::Double, Some(Zero::Number)),
    ("Unit", Kind::Structure, None),
];

/// The value that an unboxed shape of Smithy 1.0 has unless it is given another.
#[derive(Clone, Copy)]
pub(super) enum Zero {
    False,
    Number,
}

impl Zero {
    /// The zero of a kind, if it has one.
    pub(super) fn of(kind: Kind) -> Option<Self> {
        match kind {
            Kind::Boolean => Some(Self::False),
            Kind::Byte | Kind::Short | Kind::Integer | Kind::Long | Kind::Float | Kind::Double => {
                Some(Self::Number)
            }
            _ => None,
        }
    }

    /// The trait `smithy.api#default` with this value.
    pub(super) fn default_trait(self, origin: &Origin) -> Trait {
        let value = match self {
            Self::False => Value::Bool(false),
            Self::Number => Value::from(0),
        };
        Trait {
            id: "smithy.api#default".to_owned(),
            value,
            origin: origin.clone(),
        }
    }
}

/// Adds the prelude's shapes; one that a file repeats stays as the file has it.
pub(super) fn define(shapes: &mut Shapes) {
    let origin = Origin {
        file: Arc::from("the prelude of Smithy"),
        order: 0,
        position: None,
    };
    for (name, kind, zero) in SHAPES {
        let Ok(id) = ShapeId::parse(&format!("smithy.api#{name}")) else {
            continue;
        };
        let mut traits: Vec<Trait> = zero
            .map(|zero| zero.default_trait(&origin))
            .into_iter()
            .collect();
        if name == "Unit" {
            traits.push(Trait {
                id: "smithy.api#unitType".to_owned(),
                value: Value::Object(Map::new()),
                origin: origin.clone(),
            });
        }
        shapes.entry(id).or_insert_with(|| Shape {
            origin: origin.clone(),
            kind,
            members: Vec::new(),
            mixins: Vec::new(),
            traits,
            links: Links::None,
            is_version_1: false,
        });
    }
}
