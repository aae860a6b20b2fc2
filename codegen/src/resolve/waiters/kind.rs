//! What a path leads to, in the types of the model.

use crate::ir::waiter::{Held, Truth};
use crate::ir::{Structure, Type, Union};

/// The shapes that a path can lead through.
#[derive(Clone, Copy)]
pub(super) struct Shapes<'a> {
    pub(super) input: &'a Structure,
    pub(super) output: &'a Structure,
    pub(super) structures: &'a [Structure],
    pub(super) unions: &'a [Union],
}

/// What a value is.
#[derive(Clone, Debug)]
pub(super) enum Kind<'a> {
    /// Input and output together.
    Roots,
    Structure(&'a Structure),
    Union(&'a Union),
    Map {
        key: &'a Type,
        value: &'a Type,
        sparse: bool,
    },
    Boolean,
    Number,
    Text,
    /// A list of this, and whether its items may be null.
    List(Box<Kind<'a>>, bool),
}

impl<'a> Shapes<'a> {
    /// What a member of this type is; the error names a type that paths cannot go into.
    pub(super) fn kind(&self, ty: &'a Type) -> Result<Kind<'a>, &'static str> {
        Ok(match ty {
            Type::Boolean => Kind::Boolean,
            Type::Byte
            | Type::Short
            | Type::Integer
            | Type::Long
            | Type::Float
            | Type::Double
            | Type::Timestamp(_)
            | Type::IntEnum(_) => Kind::Number,
            Type::String | Type::MediaString | Type::Enum(_) => Kind::Text,
            Type::Blob => return Err("a blob"),
            Type::Document => return Err("a document"),
            Type::BigInteger | Type::BigDecimal => return Err("a number of any size"),
            Type::Structure(name) => {
                let mut structures = self.structures.iter();
                let found = structures.find(|one| one.name == *name);
                Kind::Structure(found.expect("every structure that is named is there"))
            }
            Type::Union(name) => {
                let found = self.unions.iter().find(|one| one.name == *name);
                Kind::Union(found.expect("every union that is named is there"))
            }
            Type::List { item, sparse } => Kind::List(Box::new(self.kind(item)?), *sparse),
            Type::Map { key, value, sparse } => Kind::Map {
                key,
                value,
                sparse: *sparse,
            },
        })
    }
}

impl Kind<'_> {
    /// How Rust holds it.
    pub(super) fn held(&self) -> Held {
        match self {
            Self::Boolean => Held::Boolean,
            Self::Number => Held::Number,
            Self::Text => Held::Text,
            Self::List(item, optional) => Held::List {
                item: Box::new(item.held()),
                optional: *optional,
            },
            Self::Roots | Self::Structure(_) | Self::Union(_) | Self::Map { .. } => Held::Reference,
        }
    }

    /// What it takes to count as true.
    pub(super) fn truth(&self) -> Truth {
        match self {
            Self::Boolean => Truth::Boolean,
            Self::Text | Self::Map { .. } => Truth::NotEmpty,
            Self::List(..) => Truth::Filled,
            Self::Structure(structure) if structure.is_all_optional() => Truth::Set,
            Self::Number | Self::Roots | Self::Structure(_) | Self::Union(_) => Truth::Always,
        }
    }

    /// Whether Rust can compare two such values.
    pub(super) fn is_comparable_with(&self, other: &Self) -> bool {
        matches!(
            (self, other),
            (Self::Boolean, Self::Boolean)
                | (Self::Number, Self::Number)
                | (Self::Text, Self::Text)
        )
    }

    /// Its name for people.
    pub(super) fn name(&self) -> String {
        match self {
            Self::Roots => "input and output together".to_owned(),
            Self::Structure(structure) => format!("the structure `{}`", structure.name.as_str()),
            Self::Union(union) => format!("the union `{}`", union.name.as_str()),
            Self::Map { .. } => "a map".to_owned(),
            Self::Boolean => "a boolean".to_owned(),
            Self::Number => "a number".to_owned(),
            Self::Text => "a string".to_owned(),
            Self::List(item, _) => match item.as_ref() {
                Self::List(..) => "a list of lists".to_owned(),
                Self::Boolean => "a list of booleans".to_owned(),
                Self::Number => "a list of numbers".to_owned(),
                Self::Text => "a list of strings".to_owned(),
                _ => "a list of structures".to_owned(),
            },
        }
    }
}
