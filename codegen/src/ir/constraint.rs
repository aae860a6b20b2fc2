//! What can be checked of inputs before they are sent.

use super::Name;

/// The constraints of everything that inputs hold, and which member is held against which.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Constraints {
    /// The constraints that have a name, by name.
    pub constants: Vec<Constant>,
    /// The inputs, in the order of the operations; then the structures and unions with something to check, by name.
    pub types: Vec<TypeCheck>,
    /// The shapes and members whose patterns are left unchecked, each with the reason.
    pub unchecked: Vec<(String, String)>,
}

/// Constraints under a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Constant {
    /// The name of the static, `STAGE_NAME`.
    pub name: Name,
    /// The steps that make the constraint from none.
    pub limits: Vec<Limit>,
}

/// A part of a constraint.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Limit {
    /// Lengths from one to the other.
    Length(u64, u64),
    /// Lengths of this and more.
    MinLength(u64),
    /// Lengths up to this.
    MaxLength(u64),
    /// Numbers from one to the other.
    Range(i128, i128),
    /// Numbers of this and more.
    Min(i128),
    /// Numbers up to this.
    Max(i128),
    /// Numbers of this and more, in decimal text.
    MinFraction(String),
    /// Numbers up to this, in decimal text.
    MaxFraction(String),
    /// A pattern that ECMA-262 and the crate `regex` read alike.
    Pattern(String),
    /// A pattern in the language of ECMA-262 and in that of `regex`.
    TranslatedPattern(String, String),
}

/// A type with something to check. An input may have nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TypeCheck {
    /// The module of an operation, if the type is its input; else it stands in `types`.
    pub operation: Option<Name>,
    /// Its name.
    pub name: Name,
    /// What is checked of it.
    pub members: MemberChecks,
}

/// What is checked of a type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MemberChecks {
    /// Members of a structure.
    Fields(Vec<MemberCheck>),
    /// Members of a union, each with the name of its variant.
    Variants(Vec<(Name, MemberCheck)>),
}

impl MemberChecks {
    /// Whether nothing is checked.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Fields(checks) => checks.is_empty(),
            Self::Variants(checks) => checks.is_empty(),
        }
    }
}

/// What is checked of a member.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MemberCheck {
    /// Its name on the wire, where it has one in JSON; else in the model.
    pub wire_name: String,
    /// Whether it may be absent.
    pub need: Need,
    /// Where its value is found.
    pub access: Access,
    /// What is checked of the value.
    pub value: ValueCheck,
}

/// Whether a member may be absent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// It may, or its type does not let it.
    None,
    /// It may not.
    Required,
    /// It may neither be absent nor empty, as it is a label.
    Label,
}

/// Where the value of a member is found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Access {
    /// The field; `None` for what a union holds.
    pub field: Option<Name>,
    /// How it is handed on.
    pub form: Form,
}

/// How a value is handed on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// As a reference to it, or to the `Option` that it is in.
    Borrowed,
    /// As an `Option` of a reference.
    Optional {
        /// Whether it is in an `Option` already.
        is_option: bool,
        /// Whether it is in a `Box`.
        boxed: bool,
    },
    /// By value: numbers.
    Copied,
    /// By value, unless it is zero: then it is not sent.
    UnlessZero,
}

/// What is checked of a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ValueCheck {
    /// Whether the value is secret.
    pub secret: bool,
    /// What is checked.
    pub kind: CheckKind,
}

/// What is checked of a value of some kind of shape. A name is that of a constant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CheckKind {
    /// That it is there.
    Given,
    /// A string, a blob or a number.
    Simple(SimpleKind, Option<Name>),
    /// That an enum is no empty text.
    EnumLabel,
    /// The members of a structure or a union.
    Structure,
    /// A list.
    List {
        /// The constraint of the list.
        constraint: Option<Name>,
        /// Whether its items must differ.
        unique: bool,
        /// What is checked of each item.
        item: Option<Box<ItemCheck>>,
    },
    /// A map.
    Map {
        /// The constraint of the map.
        constraint: Option<Name>,
        /// Whether its keys are secret.
        secret_keys: bool,
        /// The constraint of each key.
        key: Option<Name>,
        /// What is checked of each value.
        value: Option<Box<ItemCheck>>,
    },
}

/// A kind of shape whose values have no parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SimpleKind {
    /// A string.
    String,
    /// A blob.
    Blob,
    /// An integer of 8 bits.
    Byte,
    /// An integer of 16 bits.
    Short,
    /// An integer of 32 bits.
    Integer,
    /// An integer of 64 bits.
    Long,
    /// A number of 32 bits.
    Float,
    /// A number of 64 bits.
    Double,
    /// An integer of any size.
    BigInteger,
    /// A decimal number of any size.
    BigDecimal,
}

impl SimpleKind {
    /// Whether values are copied: numbers of the machine.
    #[must_use]
    pub fn is_copied(self) -> bool {
        !matches!(
            self,
            Self::String | Self::Blob | Self::BigInteger | Self::BigDecimal
        )
    }
}

/// What is checked of an item of a list, or of a value of a map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemCheck {
    /// How it is handed on.
    pub form: Form,
    /// What is checked of it.
    pub check: ValueCheck,
}
