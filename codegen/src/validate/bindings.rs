//! HTTP bindings of one member ([Smithy 2.0, HTTP bindings](https://smithy.io/2.0/spec/http-bindings.html)).

use super::faults::Faults;
use super::kinds::Kinds;
use super::typing::kind_of;
use crate::diagnostic::Place;
use crate::model::{Member, Model, Shape, ShapeKind, Traits};

pub(super) const LABEL: &str = "smithy.api#httpLabel";
pub(super) const QUERY: &str = "smithy.api#httpQuery";
pub(super) const QUERY_PARAMS: &str = "smithy.api#httpQueryParams";
pub(super) const HEADER: &str = "smithy.api#httpHeader";
pub(super) const PREFIX_HEADERS: &str = "smithy.api#httpPrefixHeaders";
pub(super) const PAYLOAD: &str = "smithy.api#httpPayload";
pub(super) const RESPONSE_CODE: &str = "smithy.api#httpResponseCode";

/// The bindings that a member bears; more than one is a fault.
pub(super) fn of(traits: &Traits) -> Vec<&'static str> {
    let all = [
        (LABEL, traits.http_label),
        (QUERY, traits.http_query.is_some()),
        (QUERY_PARAMS, traits.http_query_params),
        (HEADER, traits.http_header.is_some()),
        (PREFIX_HEADERS, traits.http_prefix_headers.is_some()),
        (PAYLOAD, traits.http_payload),
        (RESPONSE_CODE, traits.http_response_code),
    ];
    all.into_iter()
        .filter(|(_, is_there)| *is_there)
        .map(|(id, _)| id)
        .collect()
}

/// Checks that a member has one binding at most, and that its target can be bound so.
pub(super) fn check(model: &Model, member: &Member, faults: &mut Faults) {
    let bindings = of(&member.traits);
    if let [first, second, ..] = bindings.as_slice() {
        let message = format!(
            "found the bindings `{}`, expected one",
            bindings.join("`, `")
        );
        let help = format!("remove `{first}` or `{second}`");
        faults.push(faults.of_trait(&member.id, second, message).help(help));
    }
    let Some(target) = model.shapes.get(&member.target) else {
        return;
    };
    for binding in bindings {
        let (fits, expected) = fit(model, binding, target);
        if !fits {
            let found = kind_of(target).name();
            let message = format!(
                "the member targets `{}`, of the type {found}, expected {expected}",
                target.id
            );
            let help = "bind another member, or leave this one in the body";
            let fault = faults.of_trait(&member.id, binding, message).help(help);
            faults.push(fault.related("the target", Place::of_shape(&target.id)));
        }
    }
}

fn fit(model: &Model, binding: &str, target: &Shape) -> (bool, &'static str) {
    let is_scalar = |shape: &Shape| Kinds::SCALARS.has(kind_of(shape));
    let is_string = |shape: &Shape| Kinds::STRINGS.has(kind_of(shape));
    match binding {
        LABEL => (
            is_scalar(target),
            "a string, a number, a boolean or a timestamp",
        ),
        QUERY | HEADER => (
            is_scalar(target) || item(model, target).is_some_and(is_scalar),
            "a string, a number, a boolean, a timestamp or a list of one of these",
        ),
        QUERY_PARAMS => {
            let value = map_value(model, target);
            let items = value.and_then(|value| item(model, value));
            let fits = value.is_some_and(is_string) || items.is_some_and(is_string);
            (fits, "a map of strings or of lists of strings")
        }
        PREFIX_HEADERS => (
            map_value(model, target).is_some_and(is_string),
            "a map of strings",
        ),
        PAYLOAD => (
            Kinds::PAYLOADS.has(kind_of(target)),
            "a string, a blob, a structure, a union, a document, a list or a map",
        ),
        _ => (Kinds::INTEGER.has(kind_of(target)), "an integer"),
    }
}

fn item<'m>(model: &'m Model, shape: &Shape) -> Option<&'m Shape> {
    match &shape.kind {
        ShapeKind::List(member) => model.shapes.get(&member.target),
        _ => None,
    }
}

fn map_value<'m>(model: &'m Model, shape: &Shape) -> Option<&'m Shape> {
    match &shape.kind {
        ShapeKind::Map { value, .. } => model.shapes.get(&value.target),
        _ => None,
    }
}
