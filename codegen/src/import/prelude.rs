//! The shapes that every Smithy model has without defining them.

/// The namespace of the prelude, with its `#`.
const NAMESPACE: &str = "smithy.api#";

/// The simple types and their boxed and primitive forms, Smithy 2.0, section "Prelude shapes".
const SHAPES: [&str; 21] = [
    "BigDecimal",
    "BigInteger",
    "Blob",
    "Boolean",
    "Byte",
    "Document",
    "Double",
    "Float",
    "Integer",
    "Long",
    "PrimitiveBoolean",
    "PrimitiveByte",
    "PrimitiveDouble",
    "PrimitiveFloat",
    "PrimitiveInteger",
    "PrimitiveLong",
    "PrimitiveShort",
    "Short",
    "String",
    "Timestamp",
    "Unit",
];

/// Whether the prelude defines the shape.
pub(super) fn defines(id: &str) -> bool {
    id.strip_prefix(NAMESPACE)
        .is_some_and(|name| SHAPES.contains(&name))
}
