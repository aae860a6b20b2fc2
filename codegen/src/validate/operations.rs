//! Operations: the URI and the members it binds, the host prefix, what is left for the body, the errors.

use super::bindings::{
    self, HEADER, LABEL, PAYLOAD, PREFIX_HEADERS, QUERY, QUERY_PARAMS, RESPONSE_CODE,
};
use super::faults::Faults;
use super::uri;
use crate::diagnostic::Place;
use crate::model::{Member, Model, Operation, ShapeId};

const HTTP: &str = "smithy.api#http";
const ENDPOINT: &str = "smithy.api#endpoint";
const HOST_LABEL: &str = "smithy.api#hostLabel";

pub(super) fn check(model: &Model, faults: &mut Faults) {
    for operation in &model.operations {
        check_uri(model, operation, faults);
        check_host(model, operation, faults);
        let input_bindings = [LABEL, QUERY, QUERY_PARAMS, HEADER, PREFIX_HEADERS, PAYLOAD];
        check_payload(model, operation.input.as_ref(), &input_bindings, faults);
        let output_bindings = [HEADER, PREFIX_HEADERS, PAYLOAD, RESPONSE_CODE];
        check_payload(model, operation.output.as_ref(), &output_bindings, faults);
        if operation.traits.readonly && operation.traits.idempotent {
            let message = "found the trait beside `smithy.api#readonly`, expected one of the two";
            let help = "remove one: a read-only operation is idempotent anyway";
            faults.push(
                faults
                    .of_trait(&operation.id, "smithy.api#idempotent", message)
                    .help(help),
            );
        }
        check_errors(model, &operation.id, &operation.errors, faults);
    }
}

fn members<'m>(model: &'m Model, structure: Option<&ShapeId>) -> &'m [Member] {
    structure
        .and_then(|id| model.shapes.get(id))
        .map_or(&[], |shape| shape.members())
}

/// Labels and the members bound to them are the same set
/// ([httpLabel](https://smithy.io/2.0/spec/http-bindings.html#httplabel-trait)).
fn check_uri(model: &Model, operation: &Operation, faults: &mut Faults) {
    let id = &operation.id;
    let Some(http) = &operation.traits.http else {
        // A malformed one has been reported already.
        if faults.has(id, HTTP) {
            return;
        }
        let message =
            "found no trait `smithy.api#http` on the operation, expected it: restJson1 needs it";
        let help = "add the trait with `method` and `uri`";
        faults.push(faults.of_trait(id, HTTP, message).help(help));
        return;
    };
    let template = match uri::parse(&http.uri) {
        Ok(template) => template,
        Err(messages) => {
            for message in messages {
                let fault = faults.of_trait(id, HTTP, message).value("/uri");
                faults.push(fault.help("mend `uri`"));
            }
            return;
        }
    };
    check_labels(model, operation, &http.uri, &template, faults);
}

fn check_labels(
    model: &Model,
    operation: &Operation,
    uri: &str,
    template: &uri::Template,
    faults: &mut Faults,
) {
    let id = &operation.id;
    let members = members(model, operation.input.as_ref());
    for label in &template.labels {
        if !members
            .iter()
            .any(|member| member.traits.http_label && member.name() == label)
        {
            let message = format!(
                "found the label `{label}` in the URI {:?}, expected a member of the input of that name with the trait `{LABEL}`",
                uri
            );
            let help =
                "bind a required member of the input to the label, or remove the label from `uri`";
            let fault = faults.of_trait(id, HTTP, message).value("/uri");
            faults.push(fault.help(help));
        }
    }
    for member in members.iter().filter(|member| member.traits.http_label) {
        if !template.labels.iter().any(|label| label == member.name()) {
            let message = format!(
                "the URI {:?} of `{id}` has no label `{}`, expected one",
                uri,
                member.name()
            );
            let help = "remove the trait, or add the label to `uri`";
            let uri = Place::of_shape(id).of_trait(HTTP).value("/uri");
            let fault = faults.of_trait(&member.id, LABEL, message).help(help);
            faults.push(fault.related("the URI", uri));
        }
        expect_required(member, LABEL, faults);
    }
    for member in members {
        let fixed = member
            .traits
            .http_query
            .as_ref()
            .filter(|name| template.query.contains(name));
        if let Some(name) = fixed {
            let message = format!(
                "found the name {name:?}, which the URI {:?} of `{id}` gives a fixed value",
                uri
            );
            faults.push(
                faults
                    .of_trait(&member.id, QUERY, message)
                    .value("")
                    .help("give the parameter another name"),
            );
        }
    }
}

fn expect_required(member: &Member, trait_id: &str, faults: &mut Faults) {
    if !member.traits.required {
        let message =
            "found the trait on an optional member, expected `smithy.api#required` beside it";
        faults.push(
            faults
                .of_trait(&member.id, trait_id, message)
                .help("make the member required"),
        );
    }
}

/// ([hostLabel](https://smithy.io/2.0/spec/endpoint-traits.html#hostlabel-trait))
fn check_host(model: &Model, operation: &Operation, faults: &mut Faults) {
    let members = members(model, operation.input.as_ref());
    let prefix = operation.traits.endpoint_host_prefix.as_deref();
    let labels = match prefix.map_or(Ok(Vec::new()), uri::host_labels) {
        Ok(labels) => labels,
        Err(message) => {
            faults.push(
                faults
                    .of_trait(&operation.id, ENDPOINT, message)
                    .value("/hostPrefix")
                    .help("mend `hostPrefix`"),
            );
            return;
        }
    };
    for label in &labels {
        if !members
            .iter()
            .any(|member| member.traits.host_label && member.name() == label)
        {
            let message = format!(
                "found the label `{label}` in the host prefix, expected a member of the input of that name with the trait `{HOST_LABEL}`"
            );
            let help = "bind a required member of the input to the label";
            let fault = faults.of_trait(&operation.id, ENDPOINT, message);
            faults.push(fault.value("/hostPrefix").help(help));
        }
    }
    for member in members.iter().filter(|member| member.traits.host_label) {
        if !labels.iter().any(|label| label == member.name()) {
            let message = format!(
                "the host prefix of `{}` has no such label, expected one",
                operation.id
            );
            let help = "remove the trait, or add the label to `hostPrefix`";
            faults.push(faults.of_trait(&member.id, HOST_LABEL, message).help(help));
        }
        expect_required(member, HOST_LABEL, faults);
    }
}

/// Beside a payload nothing else can go into the body
/// ([httpPayload](https://smithy.io/2.0/spec/http-bindings.html#httppayload-trait)).
fn check_payload(model: &Model, id: Option<&ShapeId>, effective: &[&str], faults: &mut Faults) {
    let members = members(model, id);
    let Some(payload) = members.iter().find(|member| member.traits.http_payload) else {
        return;
    };
    for member in members {
        let is_bound = bindings::of(&member.traits)
            .iter()
            .any(|binding| effective.contains(binding));
        if !is_bound && !member.traits.host_label {
            let message = format!(
                "the member is bound to no place, but `{}` is the whole body",
                payload.name()
            );
            let help = "bind the member to a header or the URI, or remove `smithy.api#httpPayload`";
            let whole = Place::of_shape(&payload.id).of_trait(PAYLOAD);
            let fault = faults.of_trait(&member.id, PAYLOAD, message).help(help);
            faults.push(fault.related("the whole body", whole));
        }
    }
}

fn check_errors(model: &Model, operation: &ShapeId, errors: &[ShapeId], faults: &mut Faults) {
    for error in errors.iter().filter_map(|id| model.shapes.get(id)) {
        if error.traits.error.is_none() {
            let message = format!(
                "`{operation}` answers with this structure, expected the trait `smithy.api#error`"
            );
            let help = "give the structure the trait, or remove it from `errors`";
            let fault = faults.of_trait(&error.id, "smithy.api#error", message);
            let use_of = Place::of_shape(operation).reference(&error.id);
            faults.push(fault.help(help).related("the operation", use_of));
        }
    }
}
