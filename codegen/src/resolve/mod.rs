//! `resolve`: the validated model becomes the service IR. Every decision about the emitted crate is made
//! here, and stands in the IR as finished data.

mod auth;
mod constraints;
mod context;
mod defaults;
mod docs;
pub mod endpoint;
mod enums;
mod event_streams;
pub(crate) mod item_names;
mod names;
mod operations;
mod pagination;
mod protocol_tests;
mod reach;
mod recursion;
mod selection;
mod serde;
mod structures;
mod uri;
mod waiters;

use std::collections::BTreeSet;

use context::Context;
use docs::Page;
use names::Symbols;
use reach::Reach;
use selection::{Selection, operation_names};
use structures::Role;

use crate::diagnostic::Diagnostics;
use crate::ir::endpoint::EndpointRules;
use crate::ir::{
    Constraints, ErrorShape, Field, Message, ModelRecord, Presence, RuntimePath, Service, Structure,
};
use crate::model::{Fault, Model, Shape, ShapeId, ShapeKind, Traits};

/// What a caller decides about the emitted code.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// Where the emitted code finds its runtime.
    pub runtime: RuntimePath,
    /// Whether operations which the generator does not cover (those with event streams) may be left out.
    pub omit_unsupported: bool,
    /// Whether the tests of the model are emitted.
    pub tests: bool,
    /// Whether the emitted types implement serde's traits.
    pub serde: bool,
    /// The names or shape ids of the operations to keep, with what they reach; all without a list.
    pub operations: Option<Vec<String>>,
    /// The SHA-256 of the model's files; with it the crate says what it was generated from.
    pub model_sha256: Option<String>,
}

/// Makes every decision about the client of this service.
///
/// # Errors
///
/// All that the model asks for and Rust or this generator cannot give: names that clash, event streams,
/// wrong endpoint rules; operations to keep that are not there.
pub fn resolve(mut model: Model, settings: &Settings) -> Result<Service, Diagnostics> {
    let mut diagnostics = Diagnostics::new();
    let wanted = Selection::new(&model, settings.operations.as_deref(), &mut diagnostics);
    let all = operation_names(&model);
    let may_omit = settings.omit_unsupported;
    let omitted = event_streams::take_out(&mut model, &wanted, may_omit, &mut diagnostics);
    let reach = Reach::new(&model);
    names::report_conflicts(&model, &reach, &mut diagnostics);
    let symbols = Symbols::new(&model, &reach);
    // Names are those of the whole client; from here on there is nothing but what is wanted.
    let model = &*wanted.of(&model);
    let reach = Reach::new(model);
    let symbols = symbols.of(&reach);
    let links = docs::links::links(model, &symbols, &reach);
    let recursive = recursion::recursive_members(model);
    let left_out = &all - &operation_names(model);
    let context = Context {
        model,
        left_out,
        symbols,
        links,
        reach,
        recursive,
    };
    let service = service(&context, settings, omitted, &mut diagnostics);
    diagnostics.into_result()?;
    Ok(service)
}

/// As [`resolve`], for a model with the `faults` of the stages before. If there are any, names that Smithy does not
/// allow are all that is looked for: the rest needs a model without faults.
pub(crate) fn resolve_after(
    mut faults: Diagnostics,
    model: Model,
    settings: &Settings,
) -> Result<Service, Diagnostics> {
    if faults.is_empty() {
        return resolve(model, settings);
    }
    names::report_conflicts(&model, &Reach::new(&model), &mut faults);
    Err(faults)
}

fn service(
    context: &Context<'_>,
    settings: &Settings,
    omitted_operations: Vec<String>,
    diagnostics: &mut Diagnostics,
) -> Service {
    let shape = &context.model.service;
    let title = shape
        .traits
        .title
        .clone()
        .unwrap_or_else(|| shape.sdk_id.clone());
    let title_docs = docs::markdown_of(&title);
    let page = Page::new(&[]).with_types(["Client"]);
    let mut service = Service {
        docs: context.docs(
            &shape.traits,
            &format!("A client for {title_docs}."),
            &page,
            0,
        ),
        title,
        title_docs,
        sdk_id: shape.sdk_id.clone(),
        api_version: shape.version.clone(),
        signing_name: shape.signing_name.clone(),
        model: settings.model_sha256.clone().map(|sha256| ModelRecord {
            sha256,
            generator_version: env!("CARGO_PKG_VERSION"),
        }),
        runtime: settings.runtime.clone(),
        omitted_operations,
        omitted_waiters: Vec::new(),
        undocumented: undocumented(context),
        operations: Vec::new(),
        structures: Vec::new(),
        unions: Vec::new(),
        enums: Vec::new(),
        int_enums: Vec::new(),
        errors: Vec::new(),
        constraints: Constraints::default(),
        endpoint_rules: None,
        endpoint_tests: None,
        protocol_tests: None,
        serde: None,
    };
    for operation in &context.model.operations {
        service
            .operations
            .push(operations::operation(context, operation, diagnostics));
    }
    for shape in context
        .model
        .shapes
        .values()
        .filter(|shape| context.reach.contains(&shape.id))
    {
        add_shape(context, shape, &mut service, diagnostics);
    }
    add_endpoint(&mut service, context, settings.tests, diagnostics);
    let structures = &service.structures;
    for (operation, shape) in service.operations.iter_mut().zip(&context.model.operations) {
        operation.pagination = pagination::pagination(shape, operation, structures);
    }
    waiters::add_waiters(
        context,
        &mut service,
        settings.omit_unsupported,
        diagnostics,
    );
    service.constraints = constraints::constraints(context, &service);
    if settings.serde {
        service.serde = Some(serde::serde(&service));
    }
    if settings.tests {
        service.protocol_tests = protocol_tests::protocol_tests(context, &service, diagnostics);
    }
    service
}

/// Adds the endpoint rules, and their tests if they are wanted: wrong ones are reported in any case. A decision diagram
/// counts where there are no rules.
fn add_endpoint(
    service: &mut Service,
    context: &Context<'_>,
    tests: bool,
    diagnostics: &mut Diagnostics,
) {
    let shape = &context.model.service;
    let mut rules = match (&shape.endpoint_rule_set, &shape.endpoint_bdd) {
        (Some(rules), _) => endpoint::resolve_endpoint_rules(&shape.id, rules, diagnostics),
        (None, Some(bdd)) => endpoint::resolve_endpoint_bdd(&shape.id, bdd, diagnostics),
        (None, None) => None,
    };
    if let Some(rules) = &mut rules {
        add_context_params(service, context.model, rules, diagnostics);
    }
    service.endpoint_tests = match (&rules, &shape.endpoint_tests) {
        (Some(rules), Some(tests)) => Some(endpoint::resolve_endpoint_tests(
            &shape.id,
            tests,
            rules,
            endpoint::Callable::of(service, &context.left_out),
            diagnostics,
        )),
        _ => None,
    };
    service.endpoint_tests.take_if(|_| !tests);
    service.endpoint_rules = rules;
}

/// Adds what operations and clients say to the endpoint rules.
fn add_context_params(
    service: &mut Service,
    model: &Model,
    rules: &mut EndpointRules,
    diagnostics: &mut Diagnostics,
) {
    let shape = &model.service;
    let Service {
        operations,
        structures,
        unions,
        ..
    } = service;
    for (operation, shape) in operations.iter_mut().zip(&model.operations) {
        let input = shape.input.as_ref().map(|input| model.shape(input));
        operation.context_params = endpoint::resolve_operation_params(
            shape,
            input.map(Shape::members).unwrap_or_default(),
            &operation.input,
            (structures, unions),
            rules,
            diagnostics,
        );
        for param in &operation.context_params {
            rules.is_given(&param.name);
        }
    }
    if let Some(params) = &shape.client_context_params {
        let params = endpoint::resolve_client_context_params(&shape.id, params, rules, diagnostics);
        for param in &params {
            rules.is_given(&param.name);
        }
        rules.client_params = params;
    }
}

/// Adds the item that a shape becomes, if it becomes one.
fn add_shape(
    context: &Context<'_>,
    shape: &Shape,
    service: &mut Service,
    diagnostics: &mut Diagnostics,
) {
    if !context.symbols.contains(&shape.id) {
        return;
    }
    let names = context.symbols.item(&shape.id);
    let name = names.name.clone();
    let own = (name.clone(), names.module.clone());
    let fallback = format!("The structure `{}`.", shape.id.name());
    match &shape.kind {
        ShapeKind::Structure(_) if context.reach.errors.contains(&shape.id) => {
            let page = Page::new(&["types", "error"]).with_types(context.held_types(shape));
            let structure = structures::structure(
                context,
                Some(shape),
                own,
                Role::Answer,
                &page,
                &fallback,
                diagnostics,
            );
            service.errors.push(error_shape(context, shape, structure));
        }
        ShapeKind::Structure(_) => {
            let page = Page::new(&["types"]).with_types(context.held_types(shape));
            let structure = structures::structure(
                context,
                Some(shape),
                own,
                Role::Nested,
                &page,
                &fallback,
                diagnostics,
            );
            service.structures.push(structure);
        }
        ShapeKind::Union(_) => service.unions.push(enums::union(context, shape, name)),
        ShapeKind::Enum(_) => service.enums.push(enums::string_enum(context, shape, name)),
        ShapeKind::IntEnum(_) => service
            .int_enums
            .push(enums::int_enum(context, shape, name)),
        _ => {}
    }
}

/// The members that hold an error's message for people, in the order in which they are looked for.
const MESSAGE_FIELDS: [&str; 3] = ["message", "error_message", "exception_message"];

fn error_shape(context: &Context<'_>, shape: &Shape, structure: Structure) -> ErrorShape {
    let message = MESSAGE_FIELDS.iter().find_map(|name| {
        let is_message = |field: &&Field| field.name.as_str() == *name && field.ty.is_string();
        structure.fields.iter().find(is_message)
    });
    let is_server_fault = shape.traits.error == Some(Fault::Server);
    // The status of an error whose model says none.
    let default_status = if is_server_fault { 500 } else { 400 };
    ErrorShape {
        code: shape.id.name().to_owned(),
        status: shape.traits.http_error.unwrap_or(default_status),
        is_server_fault,
        response: operations::response(&structure),
        retryable: shape.traits.retryable,
        is_method: context.symbols.item(&shape.id).is_method.clone(),
        message: message.map(|field| Message {
            field: field.name.clone(),
            optional: field.presence == Presence::Optional,
        }),
        structure,
    }
}

/// What becomes a public item and has no documentation in the model.
fn undocumented(context: &Context<'_>) -> Vec<String> {
    let model = context.model;
    let io: BTreeSet<&ShapeId> = model
        .operations
        .iter()
        .flat_map(|operation| operation.input.iter().chain(&operation.output))
        .collect();
    let is_item = |shape: &&Shape| context.symbols.contains(&shape.id) || io.contains(&shape.id);
    let shapes = model.shapes.values().filter(is_item);
    let traits = shapes.flat_map(|shape| {
        let members = shape
            .members()
            .iter()
            .map(|member| (&member.id, &*member.traits));
        std::iter::once((&shape.id, &shape.traits)).chain(members)
    });
    let operations = model
        .operations
        .iter()
        .map(|operation| (&operation.id, &operation.traits));
    let service = std::iter::once((&model.service.id, &model.service.traits));
    let is_silent = |traits: &Traits| {
        traits
            .documentation
            .as_ref()
            .is_none_or(|text| !docs::says_something(text))
    };
    let all = service.chain(operations).chain(traits);
    all.filter(|(_, traits)| is_silent(traits))
        .map(|(id, _)| id.to_string())
        .collect()
}
