//! Sets of kinds of shapes.

use crate::assemble::Kind;

/// A set of [`Kind`]s.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Kinds(u32);

impl Kinds {
    pub(super) const NONE: Self = Self(0);
    pub(super) const BLOB: Self = Self::one(Kind::Blob);
    pub(super) const TIMESTAMP: Self = Self::one(Kind::Timestamp);
    pub(super) const LIST: Self = Self::one(Kind::List);
    pub(super) const MAP: Self = Self::one(Kind::Map);
    pub(super) const STRUCTURE: Self = Self::one(Kind::Structure);
    pub(super) const UNION: Self = Self::one(Kind::Union);
    pub(super) const SERVICE: Self = Self::one(Kind::Service);
    pub(super) const OPERATION: Self = Self::one(Kind::Operation);
    pub(super) const RESOURCE: Self = Self::one(Kind::Resource);
    /// An enum is a kind of string, an int enum a kind of integer.
    pub(super) const STRINGS: Self = Self::one(Kind::String).or(Self::one(Kind::Enum));
    pub(super) const NUMBERS: Self = Self::one(Kind::Byte)
        .or(Self::one(Kind::Short))
        .or(Self::one(Kind::Integer))
        .or(Self::one(Kind::Long))
        .or(Self::one(Kind::Float))
        .or(Self::one(Kind::Double))
        .or(Self::one(Kind::BigInteger))
        .or(Self::one(Kind::BigDecimal))
        .or(Self::one(Kind::IntEnum));
    pub(super) const INTEGER: Self = Self::one(Kind::Integer).or(Self::one(Kind::IntEnum));
    pub(super) const INTEGERS: Self = Self::INTEGER
        .or(Self::one(Kind::Byte))
        .or(Self::one(Kind::Short))
        .or(Self::one(Kind::Long))
        .or(Self::one(Kind::BigInteger));
    /// What a label, a header or a query parameter can hold.
    pub(super) const SCALARS: Self = Self::STRINGS
        .or(Self::NUMBERS)
        .or(Self::one(Kind::Boolean))
        .or(Self::TIMESTAMP);
    /// What a body can hold by itself.
    pub(super) const PAYLOADS: Self = Self::SIZED
        .or(Self::STRUCTURE)
        .or(Self::UNION)
        .or(Self::one(Kind::Document));
    pub(super) const SIZED: Self = Self::STRINGS.or(Self::BLOB).or(Self::LIST).or(Self::MAP);
    pub(super) const DATA: Self = Self::SIZED
        .or(Self::NUMBERS)
        .or(Self::one(Kind::Boolean))
        .or(Self::TIMESTAMP)
        .or(Self::one(Kind::Document))
        .or(Self::STRUCTURE)
        .or(Self::UNION);
    pub(super) const ALL: Self = Self::DATA
        .or(Self::SERVICE)
        .or(Self::OPERATION)
        .or(Self::RESOURCE);

    const fn one(kind: Kind) -> Self {
        Self(1 << kind as u32)
    }

    pub(super) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(super) const fn has(self, kind: Kind) -> bool {
        self.0 & Self::one(kind).0 != 0
    }

    /// The kinds in words, `list, map`.
    pub(super) fn describe(self) -> String {
        if self == Self::DATA {
            return "a shape of data".to_owned();
        }
        let names: Vec<&str> = Kind::all()
            .filter(|kind| self.has(*kind))
            .map(Kind::name)
            .collect();
        match names.as_slice() {
            [one] => format!("a shape of the type {one}"),
            _ => format!("a shape of one of the types {}", names.join(", ")),
        }
    }
}
