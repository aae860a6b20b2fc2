//! What serde's traits are implemented for: names in the data, secrets, formats of timestamps.

use std::collections::BTreeSet;

use crate::ir::reserved::is_keyword;
use crate::ir::serde::{Initial, Serde, SerdeMember, SerdeStructure, SerdeUnion, SerdeVariant};
use crate::ir::{Binding, Field, Name, Presence, Service, Structure, TimestampFormat, Type, Union};

/// The types of a service that is resolved but for this.
pub(super) fn serde(service: &Service) -> Serde {
    let of_operations = service.operations.iter().flat_map(|operation| {
        let both = [&operation.input, &operation.output];
        both.map(|one| structure(one, Some(&operation.module)))
    });
    let errors = service.errors.iter().map(|error| &error.structure);
    let enums = service.enums.iter();
    Serde {
        operations: of_operations.collect(),
        structures: all(service.structures.iter()),
        errors: all(errors),
        unions: service.unions.iter().map(union).collect(),
        enums: enums
            .map(|an_enum| (an_enum.name.clone(), an_enum.sensitive))
            .collect(),
        int_enums: service
            .int_enums
            .iter()
            .map(|an_enum| an_enum.name.clone())
            .collect(),
    }
}

fn all<'a>(structures: impl Iterator<Item = &'a Structure>) -> Vec<SerdeStructure> {
    structures.map(|one| structure(one, None)).collect()
}

fn structure(structure: &Structure, module: Option<&Name>) -> SerdeStructure {
    SerdeStructure {
        module: module.cloned(),
        name: structure.name.clone(),
        initial: if structure.is_all_optional() {
            Initial::Default
        } else if structure.has_required() {
            Initial::Finish
        } else {
            Initial::Build
        },
        members: members(structure),
    }
}

fn members(structure: &Structure) -> Vec<SerdeMember> {
    let mut taken: BTreeSet<&str> = structure
        .fields
        .iter()
        .filter(|field| field.binding == Binding::Body)
        .map(|field| field.json_name.as_str())
        .collect();
    let mut members = Vec::new();
    for field in &structure.fields {
        let name = match field.binding {
            Binding::Body => field.json_name.clone(),
            _ => free_name(field, &taken),
        };
        members.push(SerdeMember {
            field: field.name.clone(),
            required: field.presence == Presence::Required,
            secret: field.sensitive || structure.sensitive,
            timestamp: timestamp(&field.ty),
            wire_name: (!is_camel_case(&field.name, &name)).then_some(name),
        });
        taken.insert(&field.member);
    }
    members
}

/// The name of a member outside of the body: its own, unless a member of the body has it as its `jsonName`.
fn free_name(field: &Field, taken: &BTreeSet<&str>) -> String {
    let mut name = field.member.clone();
    while taken.contains(name.as_str()) {
        name.push('_');
    }
    name
}

/// Whether the runtime finds this name by the field's: `stageArn` by `stage_arn`. A keyword is written raw, so that its
/// text is another.
fn is_camel_case(field: &Name, name: &str) -> bool {
    let field = field.as_str();
    let words = field.split('_').enumerate();
    let camel_case: String = words
        .map(|(index, word)| match word.chars().next() {
            Some(first) if index > 0 => {
                format!(
                    "{}{}",
                    first.to_ascii_uppercase(),
                    &word[first.len_utf8()..]
                )
            }
            _ => word.to_owned(),
        })
        .collect();
    camel_case == name && !is_keyword(field)
}

/// The format of the timestamps in a value. There can be one only: in lists and maps, values alone may be timestamps.
fn timestamp(ty: &Type) -> Option<TimestampFormat> {
    match ty {
        Type::Timestamp(format) => Some(*format),
        Type::List { item, .. } => timestamp(item),
        Type::Map { value, .. } => timestamp(value),
        _ => None,
    }
}

fn union(union: &Union) -> SerdeUnion {
    let (variants, units): (Vec<_>, Vec<_>) = union
        .variants
        .iter()
        .partition(|variant| variant.ty.is_some());
    let variant = |variant: &crate::ir::UnionVariant| SerdeVariant {
        name: variant.name.clone(),
        wire_name: variant.json_name.clone(),
        secret: variant.sensitive || union.sensitive,
        timestamp: variant.ty.as_ref().and_then(timestamp),
    };
    SerdeUnion {
        name: union.name.clone(),
        variants: variants.into_iter().map(variant).collect(),
        units: units.into_iter().map(variant).collect(),
    }
}
