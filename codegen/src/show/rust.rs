//! What the shapes of a model become in the client.

use quote::ToTokens;

use super::RustItem;
use crate::inspect::Inspected;
use crate::ir::{ErrorShape, Field, Name, Operation, Presence, Service, Structure, Type, Union};
use crate::model::{Shape, ShapeId};

/// What a shape or a member becomes, the main thing first.
pub(super) fn items(inspected: &Inspected, id: &ShapeId) -> Vec<RustItem> {
    let service = &inspected.service;
    if inspected.model.service.id == *id {
        let of_crate = [("Client", "client.rs"), ("error::Error", "error.rs")];
        return of_crate.map(|(path, file)| item(path, file)).into();
    }
    let owner = id.container();
    let mut items = Vec::new();
    for shape in &inspected.model.operations {
        let Some(operation) = operation(service, &shape.id) else {
            continue;
        };
        if shape.id == *id {
            items.extend(of_operation(operation));
        }
        for (io, structure) in [
            (&shape.input, &operation.input),
            (&shape.output, &operation.output),
        ] {
            if io.as_ref() == Some(&owner) {
                let place = format!("operation::{}", operation.module);
                let file = format!("operation/{}.rs", operation.module.as_str());
                let item = (place.as_str(), file.as_str());
                items.extend(of_structure(inspected, id, structure, item));
            }
        }
    }
    if let Some(name) = inspected.names.get(&owner) {
        items.extend(of_named(inspected, id, name));
    }
    items
}

/// The decisions about an operation, unless it was left out.
fn operation<'s>(service: &'s Service, id: &ShapeId) -> Option<&'s Operation> {
    let mut operations = service.operations.iter();
    operations.find(|operation| operation.wire_name == id.name())
}

fn of_operation(operation: &Operation) -> Vec<RustItem> {
    let name = operation.name.as_str();
    let module = operation.module.as_str();
    let file = format!("operation/{module}.rs");
    let mut items = vec![item(&format!("Client::{}", operation.method), "client.rs")];
    let pages = operation.pagination.as_ref();
    let names = [
        ("", "Input"),
        ("", "Output"),
        ("", "Error"),
        ("builders::", "FluentBuilder"),
    ]
    .into_iter()
    .chain(pages.map(|_| ("paginator::", "Paginator")));
    items.extend(names.map(|(inner, suffix)| {
        let path = format!("operation::{module}::{inner}{name}{suffix}");
        item(&path, &file)
    }));
    for waiter in &operation.waiters {
        items.push(item(&format!("Client::{}", waiter.method), &file));
        let path = format!("waiters::{}", waiter.module);
        items.push(item(&path, "waiters.rs"));
    }
    items
}

/// What a shape of `types`, or a member of it, becomes.
fn of_named(inspected: &Inspected, id: &ShapeId, name: &Name) -> Vec<RustItem> {
    let service = &inspected.service;
    let is_named = |structure: &&Structure| structure.name == *name;
    let is_error = inspected
        .model
        .operations
        .iter()
        .any(|operation| operation.errors.contains(&id.container()));
    if is_error {
        let errors = service
            .errors
            .iter()
            .map(|error: &ErrorShape| &error.structure);
        let found = errors.into_iter().find(is_named);
        return found.map_or_else(Vec::new, |structure| {
            let file = format!("types/error/{}.rs", structure.module.as_str());
            of_structure(inspected, id, structure, ("types::error", &file))
        });
    }
    if let Some(structure) = service.structures.iter().find(is_named) {
        let file = format!("types/{}.rs", structure.module.as_str());
        return of_structure(inspected, id, structure, ("types", &file));
    }
    let index = member_index(inspected, id);
    let enums = service.enums.iter().map(|an_enum| {
        let variants = an_enum.variants.iter().map(|variant| &variant.name);
        (&an_enum.name, &an_enum.module, variants.collect::<Vec<_>>())
    });
    let int_enums = service.int_enums.iter().map(|an_enum| {
        let variants = an_enum.variants.iter().map(|variant| &variant.name);
        (&an_enum.name, &an_enum.module, variants.collect())
    });
    let unions = service.unions.iter().map(|union: &Union| {
        let variants = union.variants.iter().map(|variant| &variant.name);
        (&union.name, &union.module, variants.collect())
    });
    let all = enums.chain(int_enums).chain(unions);
    let mut found = all.filter(|(of, ..)| *of == name);
    found.next().map_or_else(Vec::new, |(_, module, variants)| {
        let variant = index.and_then(|index| variants.get(index));
        let path = match variant {
            Some(variant) => format!("types::{name}::{variant}"),
            None => format!("types::{name}"),
        };
        vec![item(&path, &format!("types/{}.rs", module.as_str()))]
    })
}

/// A structure with its builder, or the field of one.
fn of_structure(
    inspected: &Inspected,
    id: &ShapeId,
    structure: &Structure,
    (module, file): (&str, &str),
) -> Vec<RustItem> {
    let name = &structure.name;
    match member_index(inspected, id).map(|index| structure.fields.get(index)) {
        None => vec![item(&format!("{module}::{name}"), file)],
        Some(field) => field
            .map(|field| RustItem {
                ty: Some(field_type(field)),
                ..item(&format!("{module}::{name}::{}", field.name), file)
            })
            .into_iter()
            .collect(),
    }
}

/// Which of its shape's members a member is.
fn member_index(inspected: &Inspected, id: &ShapeId) -> Option<usize> {
    let name = id.member()?;
    let members = inspected
        .model
        .shapes
        .get(&id.container())
        .map(Shape::members)?;
    members.iter().position(|member| member.name() == name)
}

fn field_type(field: &Field) -> String {
    let mut ty = type_text(&field.ty);
    if field.boxed {
        ty = format!("Box<{ty}>");
    }
    if field.presence == Presence::Optional {
        ty = format!("Option<{ty}>");
    }
    ty
}

/// A type as rustfmt writes it.
fn type_text(ty: &Type) -> String {
    let tokens = ty.to_token_stream().to_string();
    tokens.replace(' ', "").replace(',', ", ")
}

fn item(path: &str, file: &str) -> RustItem {
    RustItem {
        path: path.to_owned(),
        ty: None,
        file: file.to_owned(),
    }
}
