//! Rules that one structure must keep whoever uses it: bindings and other traits that may be there only once.

use super::bindings::{self, HEADER, PAYLOAD, PREFIX_HEADERS, QUERY, QUERY_PARAMS, RESPONSE_CODE};
use super::faults::Faults;
use crate::diagnostic::Place;
use crate::model::{Member, Model, Shape, ShapeKind, Traits};

/// Checks every structure, and that no member of another shape has bindings.
pub(super) fn check(model: &Model, faults: &mut Faults) {
    for shape in model.shapes.values() {
        if let ShapeKind::Structure(members) = &shape.kind {
            for member in members {
                bindings::check(model, member, faults);
            }
            check_single(members, faults);
            check_streams(model, members, faults);
            check_names(members, HEADER, header_name, faults);
            check_names(
                members,
                QUERY,
                |member| member.traits.http_query.clone(),
                faults,
            );
        } else {
            for member in members(shape) {
                if let Some(binding) = bindings::of(&member.traits).first() {
                    let message = "found a binding, expected it on members of structures alone";
                    let fault = faults.of_trait(&member.id, binding, message);
                    faults.push(fault.help("remove the trait"));
                }
            }
        }
        if let ShapeKind::Structure(members) | ShapeKind::Union(members) = &shape.kind {
            check_names(members, "smithy.api#jsonName", json_name, faults);
        }
        check_error(shape, faults);
    }
}

/// All members of a shape, those of lists and maps included.
pub(super) fn members(shape: &Shape) -> Vec<&Member> {
    match &shape.kind {
        ShapeKind::List(member) => vec![member],
        ShapeKind::Map { key, value } => vec![key, value],
        _ => shape.members().iter().collect(),
    }
}

/// The names of headers do not tell cases apart.
fn header_name(member: &Member) -> Option<String> {
    member
        .traits
        .http_header
        .as_ref()
        .map(|name| name.to_ascii_lowercase())
}

/// The name under which a member is in the body, if it is there.
fn json_name(member: &Member) -> Option<String> {
    let name = member.traits.json_name.as_deref().unwrap_or(member.name());
    bindings::of(&member.traits)
        .is_empty()
        .then(|| name.to_owned())
}

/// Traits that one member of a structure may have at most ("structurally exclusive").
fn check_single(members: &[Member], faults: &mut Faults) {
    type Bears = fn(&Traits) -> bool;
    let single: [(&str, Bears); 6] = [
        (PAYLOAD, |traits| traits.http_payload),
        (PREFIX_HEADERS, |traits| {
            traits.http_prefix_headers.is_some()
        }),
        (QUERY_PARAMS, |traits| traits.http_query_params),
        (RESPONSE_CODE, |traits| traits.http_response_code),
        ("smithy.api#idempotencyToken", |traits| {
            traits.idempotency_token
        }),
        ("smithy.api#eventPayload", |traits| traits.event_payload),
    ];
    for (trait_id, bears) in single {
        let mut bearers = members.iter().filter(|member| bears(&member.traits));
        if let Some(first) = bearers.next() {
            for other in bearers {
                let message = format!(
                    "the member `{}` has the trait already, expected one",
                    first.name()
                );
                let help = "remove the trait from one of the members";
                let fault = faults.of_trait(&other.id, trait_id, message).help(help);
                let place = Place::of_shape(&first.id).of_trait(trait_id);
                faults.push(fault.related("the first", place));
            }
        }
    }
}

/// One member at most may target a stream, and it is the payload.
fn check_streams(model: &Model, members: &[Member], faults: &mut Faults) {
    let is_stream = |member: &&Member| {
        model
            .shapes
            .get(&member.target)
            .is_some_and(|target| target.traits.streaming)
    };
    for (index, member) in members.iter().filter(is_stream).enumerate() {
        let message = if index > 0 {
            "another member of the structure targets a stream already, expected one"
        } else if !member.traits.http_payload {
            "the member targets a stream without being the payload, expected the trait `smithy.api#httpPayload`"
        } else {
            continue;
        };
        let help = "a stream is the whole body of a message";
        faults.push(
            faults
                .of_trait(&member.id, "smithy.api#streaming", message)
                .help(help),
        );
    }
}

/// No two members go by one name.
fn check_names(
    members: &[Member],
    trait_id: &str,
    name: impl Fn(&Member) -> Option<String>,
    faults: &mut Faults,
) {
    let mut named: Vec<(String, &Member)> = members
        .iter()
        .filter_map(|member| Some((name(member)?, member)))
        .collect();
    named.sort_by(|(a, _), (b, _)| a.cmp(b));
    for pair in named.windows(2) {
        if let [(first, one), (second, other)] = pair
            && first == second
        {
            let message = format!(
                "found the name {second:?}, which the member `{}` has already",
                one.name()
            );
            let help = "give each member its own name";
            let fault = faults.of_trait(&other.id, trait_id, message).help(help);
            let place = Place::of_shape(&one.id).of_trait(trait_id);
            faults.push(fault.value("").related("the first", place.value("")));
        }
    }
}

/// `httpError` and `retryable` say something of errors alone.
fn check_error(shape: &Shape, faults: &mut Faults) {
    if shape.traits.error.is_some() {
        return;
    }
    let found = [
        ("smithy.api#httpError", shape.traits.http_error.is_some()),
        ("smithy.api#retryable", shape.traits.retryable.is_some()),
    ];
    for (trait_id, is_there) in found {
        if is_there {
            let message = "found the trait on a structure that is no error, expected `smithy.api#error` beside it";
            faults.push(
                faults
                    .of_trait(&shape.id, trait_id, message)
                    .help("add `smithy.api#error`, or remove it"),
            );
        }
    }
}
