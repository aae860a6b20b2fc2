//! Operations, with their inputs, outputs, errors and pages.

use std::collections::BTreeSet;

use super::findings::Deprecates;
use super::rename::{self, Pairs};
use super::structures::Role;
use super::{Findings, Rule, Side, structures};
use crate::ir::{Auth, Compression, ItemType, Name, Operation, Pagination, Request, Step};
use crate::model;
use quote::ToTokens;

/// Compares the operations of two services.
pub(super) fn compare(old: &Side, new: &Side, findings: &mut Findings<'_>) {
    let pairs = Pairs::of(
        &old.service.operations,
        &new.service.operations,
        |operation| operation.method.to_string(),
        signature,
    );
    for (old_operation, new_operation) in &pairs.both {
        compare_operation(old_operation, new_operation, findings);
        let shapes = shape(old, old_operation).zip(shape(new, new_operation));
        if let Some((old, new)) = shapes {
            protocol(&path(old_operation), old, new, findings);
        }
    }
    for (old, new) in &pairs.renamed {
        let what = format!(
            "renamed to `{}`, it seems: input and output are the same",
            new.method
        );
        findings.push(Rule::OperationRenamed, path(old), what);
    }
    for operation in &pairs.removed {
        let what = format!(
            "the operation and its module `operation::{}` are removed",
            operation.module
        );
        findings.push(Rule::OperationRemoved, path(operation), what);
    }
    for operation in &pairs.added {
        let what = format!("a new operation, in `operation::{}`", operation.module);
        findings.push(Rule::OperationAdded, path(operation), what);
    }
    for (which, side) in [("old", old), ("new", new)] {
        for name in &side.service.omitted_operations {
            findings.note(format!(
                "{name} of the {which} model was not compared: it has an event stream"
            ));
        }
    }
}

fn path(operation: &Operation) -> String {
    format!("Client::{}", operation.method)
}

fn shape<'a>(side: &'a Side, operation: &Operation) -> Option<&'a model::Operation> {
    let mut shapes = side.model.operations.iter();
    shapes.find(|shape| shape.id.name() == operation.wire_name)
}

/// What tells whether another operation is the same under another name; empty if too little does.
fn signature(operation: &Operation) -> String {
    let ends = [&operation.input, &operation.output];
    if ends.iter().any(|end| end.fields.is_empty()) {
        return String::new();
    }
    let fields = ends.map(|end| {
        let fields = end.fields.iter();
        let fields = fields.map(|field| rename::field_signature(field, &end.name));
        fields.collect::<Vec<_>>().join("; ")
    });
    format!("{} -> {}", fields[0], fields[1])
}

fn compare_operation(old: &Operation, new: &Operation, findings: &mut Findings<'_>) {
    let path = path(old);
    findings.documentation(&path);
    findings.deprecation(
        &path,
        old.deprecated.as_ref(),
        new.deprecated.as_ref(),
        Deprecates::Methods,
    );
    let module = format!("operation::{}", old.module);
    for (role, old, new) in [
        (Role::Input, &old.input, &new.input),
        (Role::Type, &old.output, &new.output),
    ] {
        structures::compare(&format!("{module}::{}", old.name), old, new, role, findings);
    }
    errors(&path, old, new, findings);
    let builder = format!("{module}::{}", old.name.suffixed("InputBuilder"));
    pagination(
        &builder,
        old.pagination.as_ref(),
        new.pagination.as_ref(),
        findings,
    );
    request(&path, old, new, findings);
    let signature = ("signature", signature_text(old), signature_text(new));
    findings.value(Rule::SigningChanged, &path, signature);
    if old.context_params != new.context_params {
        let what = "tells the endpoint rules something else";
        findings.push(Rule::EndpointInputChanged, path, what);
    }
}

/// What is signed of a call, in a word.
fn signature_text(operation: &Operation) -> &'static str {
    match (operation.auth, operation.unsigned_payload) {
        (Auth::Signed, false) => "of the whole request",
        (Auth::Signed, true) => "without the body",
        (Auth::Optional, false) => "of the whole request, if there are credentials",
        (Auth::Optional, true) => "without the body, if there are credentials",
        (Auth::None, _) => "none",
    }
}

fn errors(path: &str, old: &Operation, new: &Operation, findings: &mut Findings<'_>) {
    let names =
        |operation: &Operation| -> BTreeSet<Name> { operation.errors.iter().cloned().collect() };
    let (was, is) = (names(old), names(new));
    for name in was.difference(&is) {
        let what = format!("no longer answers with `{name}`");
        findings.push(Rule::OperationErrorsChanged, path, what);
    }
    for name in is.difference(&was) {
        let what = format!("may answer with `{name}`");
        findings.push(Rule::OperationErrorsChanged, path, what);
    }
}

fn pagination(
    builder: &str,
    old: Option<&Pagination>,
    new: Option<&Pagination>,
    findings: &mut Findings<'_>,
) {
    let path = format!("{builder}::into_paginator");
    let (old, new) = match (old, new) {
        (None, None) => return,
        (Some(_), None) => {
            return findings.push(
                Rule::PaginationRemoved,
                path,
                "the operation no longer pages",
            );
        }
        (None, Some(new)) => {
            let what = format!("the operation pages: {}", items(new));
            return findings.push(Rule::PaginationAdded, path, what);
        }
        (Some(old), Some(new)) => (old, new),
    };
    let [was, is] = [old, new].map(items);
    if was != is {
        findings.push(
            Rule::PaginationItemChanged,
            path,
            format!("was: {was}; is: {is}"),
        );
    } else if old != new {
        findings.push(
            Rule::PaginationPathChanged,
            path,
            format!("{}; was: {}", places(new), places(old)),
        );
    }
}

/// What the items of the pages are.
fn items(pagination: &Pagination) -> String {
    match pagination.items.as_ref().map(|items| &items.item) {
        None => "each page is an item".to_owned(),
        Some(ItemType::Element(ty)) => {
            format!("items of `{}`", super::members::held_text(ty, false))
        }
        Some(ItemType::Entry(key, value)) => {
            format!(
                "items of `({}, {})`",
                key.to_token_stream(),
                value.to_token_stream()
            )
        }
    }
}

/// Where the tokens and the size of a page stand.
fn places(pagination: &Pagination) -> String {
    let way = |steps: &[Step]| {
        let steps: Vec<&str> = steps.iter().map(|step| step.field.as_str()).collect();
        steps.join(".")
    };
    let items = pagination.items.as_ref().map(|items| way(&items.path));
    let size = pagination
        .page_size
        .as_ref()
        .map(|(field, _)| field.as_str());
    format!(
        "token `{}` from `{}`, items `{}`, size `{}`",
        pagination.input_token,
        way(&pagination.output_token),
        items.as_deref().unwrap_or("-"),
        size.unwrap_or("-"),
    )
}

/// Compares requests but for what the members of the input say.
fn request(path: &str, old: &Operation, new: &Operation, findings: &mut Findings<'_>) {
    let (old, new) = (&old.request, &new.request);
    if old.checksum_required != new.checksum_required {
        let what = if new.checksum_required {
            "sends a checksum of the body"
        } else {
            "sends no checksum of the body any more"
        };
        findings.push(Rule::WireChanged, path, what);
    }
    let name = |request: &Request| match request.compression {
        None => "none",
        Some(Compression::FromMinimum) => "of bodies above a size",
        Some(Compression::Always) => "of all bodies",
    };
    let encodings = ("compression", name(old), name(new));
    findings.value(Rule::WireChanged, path, encodings);
}

/// Compares what the model says of the protocol.
fn protocol(
    path: &str,
    old: &model::Operation,
    new: &model::Operation,
    findings: &mut Findings<'_>,
) {
    let text = |http: &Option<model::Http>| {
        let http = http.as_ref();
        http.map(|http| format!("{} {}", http.method, http.uri))
            .unwrap_or_default()
    };
    let (old, new) = (&old.traits, &new.traits);
    findings.value(
        Rule::WireChanged,
        path,
        ("request", text(&old.http), text(&new.http)),
    );
    let prefix = |traits: &model::Traits| traits.endpoint_host_prefix.clone().unwrap_or_default();
    findings.value(
        Rule::WireChanged,
        path,
        ("prefix of the host", prefix(old), prefix(new)),
    );
}
