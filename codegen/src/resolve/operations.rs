//! Operations: requests, answers, errors and pages.

use super::auth::auth;
use super::context::{Context, deprecation};
use super::docs::Page;
use super::names::OperationNames;
use super::structures::{Role, structure};
use super::uri::{self, uri_template};
use crate::diagnostic::Diagnostics;
use crate::ir::{
    Binding, Compression, Name, Operation, Request, RequestBody, Response, Structure, UriPart,
};
use crate::model::{self, Member, Shape};

/// Everything the emitted page of an operation says.
pub(super) fn operation(
    context: &Context<'_>,
    operation: &model::Operation,
    diagnostics: &mut Diagnostics,
) -> Operation {
    let names = context.symbols.operation(&operation.id);
    let name = names.base.clone();
    let own = ["Input", "Output"].map(|suffix| name.suffixed(suffix));
    let wire_name = operation.id.name().to_owned();
    let shapes = [&operation.input, &operation.output]
        .map(|id| id.as_ref().map(|id| context.model.shape(id)));
    let [input_shape, output_shape] = shapes;
    let held = shapes
        .into_iter()
        .flatten()
        .flat_map(|shape| context.held_types(shape));
    let page = Page::new(&["operation"])
        .with_types(["Client"])
        .with_types(own.iter().map(Name::as_str))
        .with_types(held);
    let mut input = io_structure(
        context,
        input_shape,
        Role::Input,
        (names, &wire_name),
        &page,
        diagnostics,
    );
    let output = io_structure(
        context,
        output_shape,
        Role::Answer,
        (names, &wire_name),
        &page,
        diagnostics,
    );
    let request = request(context, operation, &mut input);
    let page = page.clone().with_members(
        shapes
            .into_iter()
            .flatten()
            .flat_map(|shape| context.symbols.members(shape)),
    );
    Operation {
        module: names.module.clone(),
        method: names.method.clone(),
        docs: context.docs(
            &operation.traits,
            &format!("Calls the operation `{wire_name}`."),
            &page,
            4,
        ),
        deprecated: deprecation(&operation.traits),
        response: response(&output),
        errors: operation
            .errors
            .iter()
            .map(|error| context.symbols.name(error).clone())
            .collect(),
        auth: auth(
            context.model.service.traits.auth.as_ref(),
            &operation.traits,
        ),
        unsigned_payload: operation.traits.unsigned_payload,
        pagination: None,
        waiters: Vec::new(),
        context_params: Vec::new(),
        name,
        wire_name,
        input,
        output,
        request,
    }
}

fn io_structure(
    context: &Context<'_>,
    shape: Option<&Shape>,
    role: Role,
    (names, wire_name): (&OperationNames, &str),
    page: &Page<'_>,
    diagnostics: &mut Diagnostics,
) -> Structure {
    let (suffix, what) = if role == Role::Input {
        ("Input", "input")
    } else {
        ("Output", "output")
    };
    let docs = format!("The {what} of `{wire_name}`.");
    structure(
        context,
        shape,
        (names.base.suffixed(suffix), names.module.clone()),
        role,
        page,
        &docs,
        diagnostics,
    )
}

/// How the input becomes a request. The fields of greedy labels are told so.
fn request(context: &Context<'_>, operation: &model::Operation, input: &mut Structure) -> Request {
    let http = operation
        .traits
        .http
        .as_ref()
        .expect("validation has found `http` on every operation");
    let members = operation
        .input
        .as_ref()
        .map(|id| context.model.shape(id))
        .map(Shape::members)
        .unwrap_or_default();
    let names: Vec<&str> = members.iter().map(Member::name).collect();
    let template = uri_template(&http.uri, &names);
    for (index, field) in input.fields.iter_mut().enumerate() {
        if template.path.contains(&UriPart::GreedyLabel(index)) {
            field.binding = Binding::GreedyLabel;
        }
    }
    let host_prefix = operation
        .traits
        .endpoint_host_prefix
        .as_deref()
        .unwrap_or_default();
    Request {
        method: http.method.clone(),
        path: template.path,
        query: template.query,
        host_prefix: uri::parts(host_prefix, &names),
        body: request_body(input),
        checksum_required: operation.traits.http_checksum_required,
        compression: compression(context, operation, members),
    }
}

/// Gzip is the one encoding that Smithy knows. A service takes bodies in others as they are, too.
fn compression(
    context: &Context<'_>,
    operation: &model::Operation,
    members: &[Member],
) -> Option<Compression> {
    let encodings = &operation.traits.request_compression;
    if !encodings
        .iter()
        .any(|name| name.eq_ignore_ascii_case("gzip"))
    {
        return None;
    }
    let streams = members.iter().any(|member| {
        let target = &context.model.shape(&member.target).traits;
        let streaming = member.traits.streaming || target.streaming;
        streaming && !(member.traits.requires_length || target.requires_length)
    });
    Some(if streams {
        Compression::Always
    } else {
        Compression::FromMinimum
    })
}

fn request_body(input: &Structure) -> RequestBody {
    match payload(input) {
        Some(index) => RequestBody::Payload(index),
        None if has_body_fields(input) => RequestBody::Json,
        None => RequestBody::None,
    }
}

/// How an answer becomes an output or an error.
pub(super) fn response(output: &Structure) -> Response {
    match payload(output) {
        Some(index) => Response::Payload(index),
        None if has_body_fields(output) => Response::Json,
        None => Response::None,
    }
}

fn payload(structure: &Structure) -> Option<usize> {
    structure
        .fields
        .iter()
        .position(|field| matches!(field.binding, Binding::Payload(_)))
}

fn has_body_fields(structure: &Structure) -> bool {
    structure
        .fields
        .iter()
        .any(|field| field.binding == Binding::Body)
}
