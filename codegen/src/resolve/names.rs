//! Rust names for the shapes and members of a model.
//!
//! A name is the shape's own, in Rust's case. Where that is a keyword, or a name which emitted pages use
//! for something else, it gets a suffix. Two shapes with one name are an error that names both.

use std::collections::{BTreeMap, BTreeSet};

use heck::{ToSnakeCase, ToUpperCamelCase};

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::ir::{Name, reserved};
use crate::model::{Member, Model, Shape, ShapeId, ShapeKind};

/// The name of a type: `UpperCamelCase`.
pub(super) fn type_name(text: &str) -> Name {
    let name = identifier(&text.to_upper_camel_case());
    if is_reserved(&name) {
        Name::new(format!("{name}Type"))
    } else {
        Name::new(name)
    }
}

/// The name of a shape: its own if that is free, else its own with the first suffix that makes a name which no other
/// shape has.
fn free_type_name(text: &str, is_free: impl Fn(&str) -> bool, others: &BTreeSet<String>) -> Name {
    let name = identifier(&text.to_upper_camel_case());
    if is_free(&name) {
        return Name::new(name);
    }
    let mut suffixed = ["Type", "Shape", "Item"]
        .map(|suffix| format!("{name}{suffix}"))
        .into_iter();
    let found = suffixed.find(|name| is_free(name) && !others.contains(name));
    Name::new(found.unwrap_or_else(|| format!("{name}Type")))
}

/// Whether emitted pages use this name for something else.
fn is_reserved(name: &str) -> bool {
    reserved::PRELUDE.contains(&name) || reserved::TYPES.iter().any(|(taken, _)| *taken == name)
}

/// The name of a variant: `UpperCamelCase`. `Unknown` is for values that the model does not know.
pub(super) fn variant_name(text: &str) -> Name {
    let name = identifier(&text.to_upper_camel_case());
    match name.as_str() {
        "Unknown" | "Self" => Name::new(format!("{name}Value")),
        _ => Name::new(name),
    }
}

/// The names of the variants of an enum. Values may differ in case alone: a later one that comes out as an earlier
/// one did gets a number.
pub(super) fn variant_names(members: &[Member]) -> Vec<Name> {
    let mut taken = BTreeSet::new();
    let distinct = |member: &Member| {
        let plain = variant_name(member.name());
        let numbered = (2..).map(|number: u64| plain.suffixed(&number.to_string()));
        let mut candidates = std::iter::once(plain.clone()).chain(numbered);
        candidates
            .find(|name| taken.insert(name.clone()))
            .unwrap_or(plain.clone())
    };
    members.iter().map(distinct).collect()
}

/// The name of a field or a method: `snake_case`. Keywords are written raw, but for the four that cannot be.
pub(super) fn field_name(text: &str) -> Name {
    let name = identifier(&text.to_snake_case());
    match name.as_str() {
        "self" | "super" | "crate" | "_" => Name::new(format!("{name}_")),
        _ => Name::new(name),
    }
}

/// The name of a field, its accessor and its setters. A structure has things of its own beside its members', such as
/// `builder`, and a member gives way to them, to `builder_value` as in the official client.
pub(super) fn member_name(text: &str) -> Name {
    apart(field_name(text), &reserved::MEMBERS, "_value")
}

/// The name of an operation's method on the client, which has methods of its own.
pub(super) fn method_name(text: &str) -> Name {
    apart(field_name(text), &reserved::METHODS, "_operation")
}

fn apart(name: Name, taken: &[&str], suffix: &str) -> Name {
    if taken.contains(&name.as_str()) {
        name.suffixed(suffix)
    } else {
        name
    }
}

/// The name of a module: `snake_case`, and a suffix for keywords, since a file is named for it.
pub(super) fn module_name(text: &str, taken: &[&str]) -> Name {
    let name = identifier(&text.to_snake_case());
    if reserved::is_keyword(&name) || taken.contains(&name.as_str()) {
        Name::new(format!("{name}_"))
    } else {
        Name::new(name)
    }
}

/// Makes sure that a name does not begin with a digit and is not empty.
fn identifier(text: &str) -> String {
    match text.bytes().next() {
        Some(first) if first.is_ascii_digit() => format!("_{text}"),
        Some(_) => text.to_owned(),
        None => "_".to_owned(),
    }
}

/// The Rust names of the shapes that become items of `types` and `types::error`.
pub(super) struct Symbols(BTreeMap<ShapeId, Name>);

impl Symbols {
    /// Names each of `shapes`, and reports those that come out the same.
    pub(super) fn new<'a>(
        model: &Model,
        shapes: impl Iterator<Item = &'a Shape>,
        diagnostics: &mut Diagnostics,
    ) -> Self {
        let mut symbols = BTreeMap::new();
        let mut taken: BTreeMap<Name, &ShapeId> = BTreeMap::new();
        let pages = operation_items(model);
        let renames: BTreeMap<&ShapeId, &str> = model
            .service
            .rename
            .iter()
            .rev()
            .map(|(id, name)| (id, name.as_str()))
            .collect();
        let shapes: Vec<&Shape> = shapes.filter(|shape| is_item(&shape.kind)).collect();
        let plain_names: BTreeSet<String> = shapes
            .iter()
            .map(|shape| shape.id.name().to_upper_camel_case())
            .collect();
        for shape in shapes {
            let renamed = renames.get(&shape.id);
            let plain = renamed.copied().unwrap_or(shape.id.name());
            let is_error = shape.traits.error.is_some();
            let is_free = |name: &str| {
                let is_taken_error = is_error && reserved::ERRORS.contains(&name);
                !(is_reserved(name) || pages.contains_key(name) || is_taken_error)
            };
            let name = free_type_name(plain, is_free, &plain_names);
            if let Some(other) = taken.insert(name.clone(), &shape.id) {
                diagnostics.push(
                    Diagnostic::new(format!(
                        "`{other}` and `{}` both become `{}` in Rust",
                        shape.id,
                        name.as_str()
                    ))
                    .on(&shape.id)
                    .help("give one of them another name with `rename` on the service shape"),
                );
            }
            symbols.insert(shape.id.clone(), name);
        }
        Self(symbols)
    }

    /// The Rust name of a shape that is an item.
    pub(super) fn name(&self, id: &ShapeId) -> &Name {
        self.0
            .get(id)
            .expect("every item that is reached has been named")
    }

    /// Whether the shape is an item.
    pub(super) fn contains(&self, id: &ShapeId) -> bool {
        self.0.contains_key(id)
    }
}

/// Whether shapes of this kind become an item of their own.
fn is_item(kind: &ShapeKind) -> bool {
    matches!(
        kind,
        ShapeKind::Structure(_) | ShapeKind::Union(_) | ShapeKind::Enum(_) | ShapeKind::IntEnum(_)
    )
}

/// The names that the pages of operations define, by operation.
fn operation_items(model: &Model) -> BTreeMap<String, &ShapeId> {
    let suffixes = [
        "Input",
        "Output",
        "InputBuilder",
        "OutputBuilder",
        "FluentBuilder",
        "Error",
    ];
    let names = |id: &ShapeId| type_name(id.name());
    model
        .operations
        .iter()
        .flat_map(|operation| {
            suffixes.map(|suffix| {
                (
                    names(&operation.id).suffixed(suffix).as_str().to_owned(),
                    &operation.id,
                )
            })
        })
        .collect()
}

/// Reports operations that come out with the same Rust name, of the type or of the method.
pub(super) fn report_operation_clashes(model: &Model, diagnostics: &mut Diagnostics) {
    let mut taken: BTreeMap<Name, &ShapeId> = BTreeMap::new();
    for operation in &model.operations {
        let id = &operation.id;
        let names = [type_name(id.name()), method_name(id.name())];
        let clash = names
            .into_iter()
            .filter_map(|name| Some((taken.insert(name.clone(), id)?, name)))
            .next();
        if let Some((other, name)) = clash {
            diagnostics.push(
                Diagnostic::new(format!(
                    "the operations `{other}` and `{id}` both become `{}` in Rust",
                    name.as_str()
                ))
                .on(id)
                .help("leave one of them out of the service: `rename` is not for operations"),
            );
        }
    }
}

/// Reports members of one shape that come out with the same Rust name.
pub(super) fn report_clashes<'a>(
    shape: &ShapeId,
    names: impl Iterator<Item = (&'a Name, &'a str)>,
    diagnostics: &mut Diagnostics,
) {
    let mut taken: BTreeMap<&Name, &str> = BTreeMap::new();
    for (name, member) in names {
        if let Some(other) = taken.insert(name, member) {
            diagnostics.push(
                Diagnostic::new(format!(
                    "members `{other}` and `{member}` both become `{}` in Rust",
                    name.as_str()
                ))
                .on(shape.with_member(member))
                .help("a member's name cannot be changed on the wire: report this model"),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_names_in_the_case_of_rust() {
        assert_eq!(
            type_name("S3StorageConfiguration").as_str(),
            "S3StorageConfiguration"
        );
        assert_eq!(
            field_name("recordingS3Prefix").as_str(),
            "recording_s3_prefix"
        );
        assert_eq!(field_name("xAmznErrorType").as_str(), "x_amzn_error_type");
        assert_eq!(variant_name("BOTTOM_LEFT").as_str(), "BottomLeft");
    }

    #[test]
    fn keeps_clear_of_what_pages_use() {
        assert_eq!(type_name("Option").as_str(), "OptionType");
        assert_eq!(variant_name("UNKNOWN").as_str(), "UnknownValue");
        assert_eq!(field_name("self").as_str(), "self_");
        assert_eq!(field_name("type").as_str(), "type");
        assert_eq!(module_name("Type", &[]).as_str(), "type_");
        assert_eq!(module_name("Error", &["error"]).as_str(), "error_");
        assert_eq!(module_name("2d", &[]).as_str(), "_2d");
    }
}
