//! What the implementations for emitted types are made of.

pub use super::member::Member;
pub use super::scalar::{read_enum, write_enum};
pub use super::structure::{
    MemberReader, MemberWriter, Structure, read_structure, write_structure,
};
pub use super::union::{Union, Unit, VariantReader, VariantWriter, read_union, write_union};
pub use super::value::{Context, ReadValue, WriteValue};
pub use ::serde::de::MapAccess;
pub use ::serde::ser::SerializeMap;
pub use ::serde::{Deserialize, Deserializer, Serialize, Serializer};
