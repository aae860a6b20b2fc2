//! `resolve`: the validated model becomes the service IR. Every decision about the emitted crate is made
//! here, and stands in the IR as finished data.

mod auth;
mod constraints;
mod context;
mod defaults;
mod docs;
pub mod endpoint;
mod enums;
mod errors;
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
mod undocumented;
mod uri;
mod waiters;

use context::Context;
use docs::Page;
use names::Symbols;
use reach::Reach;
use selection::{Selection, operation_names};
use structures::Role;

use crate::diagnostic::Diagnostics;
use crate::ir::{Constraints, ModelRecord, RuntimePath, Service};
use crate::model::{Model, Shape, ShapeKind};

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
        undocumented: undocumented::undocumented(context),
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
    endpoint::add_endpoint(&mut service, context, settings.tests, diagnostics);
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
            service
                .errors
                .push(errors::error_shape(context, shape, structure));
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
