//! Which service, and whether it speaks the protocol.

use super::faults::Faults;
use super::{Options, suggest};
use crate::assemble::{Kind, Shape, Shapes, find_trait};
use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::model::ShapeId;

const REST_JSON: &str = "aws.protocols#restJson1";

/// The protocols there are; a model may define more.
const PROTOCOLS: [&str; 8] = [
    REST_JSON,
    "aws.protocols#awsJson1_0",
    "aws.protocols#awsJson1_1",
    "aws.protocols#awsQuery",
    "aws.protocols#ec2Query",
    "aws.protocols#restXml",
    "smithy.protocols#rpcv2Cbor",
    "smithy.protocols#rpcv2Json",
];

/// The service asked for, or the only one. Without one, nothing else can be checked.
pub(super) fn choose(
    shapes: &Shapes,
    options: &Options,
    faults: &mut Faults,
) -> Result<ShapeId, Diagnostics> {
    let services: Vec<&ShapeId> = shapes
        .iter()
        .filter(|(_, shape)| is_service(shape))
        .map(|(id, _)| id)
        .collect();
    let names: Vec<String> = services.iter().map(ToString::to_string).collect();
    let chosen = match (&options.service, services.as_slice()) {
        (Some(wanted), _) => {
            let found = services.into_iter().find(|id| *id == wanted).cloned();
            found.ok_or_else(|| {
                let known = names.iter().map(String::as_str);
                let help = suggest::help(&wanted.to_string(), known, "name a service of the model");
                let found = if names.is_empty() {
                    "none".to_owned()
                } else {
                    names.join(", ")
                };
                Diagnostic::new(format!(
                    "the service asked for is not in the model; found {found}"
                ))
                .on(wanted)
                .help(help)
            })
        }
        (None, [only]) => Ok((*only).clone()),
        (None, []) => Err(
            Diagnostic::new("found no service in the model, expected one")
                .help("give the file that holds the shape of the type `service`"),
        ),
        (None, many) => {
            let message = format!("found the services {}, expected one", names.join(", "));
            let fault = Diagnostic::new(message).help("say which one in the options");
            Err(many.iter().fold(fault, |fault, id| {
                fault.related("one of them", Place::of_shape(id))
            }))
        }
    };
    let chosen = chosen.map_err(Diagnostics::from)?;
    if let Some(shape) = shapes.get(&chosen).filter(|_| !options.any_protocol) {
        check_protocol(&chosen, shape, shapes, faults);
    }
    Ok(chosen)
}

fn is_service(shape: &Shape) -> bool {
    shape.kind == Kind::Service && find_trait(&shape.traits, "smithy.api#mixin").is_none()
}

/// What a service speaks.
pub(super) enum Protocol<'s> {
    /// `aws.protocols#restJson1`, perhaps among others.
    RestJson,
    /// Others, by the ids of their traits.
    Others(Vec<&'s str>),
    /// Nothing that its model would say.
    None,
}

pub(super) fn protocol<'s>(shape: &'s Shape, shapes: &Shapes) -> Protocol<'s> {
    if find_trait(&shape.traits, REST_JSON).is_some() {
        return Protocol::RestJson;
    }
    let is_protocol = |trait_id: &str| {
        PROTOCOLS.contains(&trait_id)
            || ShapeId::parse(trait_id)
                .ok()
                .and_then(|trait_id| shapes.get(&trait_id))
                .is_some_and(|own| {
                    find_trait(&own.traits, "smithy.api#protocolDefinition").is_some()
                })
    };
    let traits = shape.traits.iter().map(|found| found.id.as_str());
    let found: Vec<&str> = traits.filter(|id| is_protocol(id)).collect();
    if found.is_empty() {
        Protocol::None
    } else {
        Protocol::Others(found)
    }
}

fn check_protocol(id: &ShapeId, shape: &Shape, shapes: &Shapes, faults: &mut Faults) {
    let found = match protocol(shape, shapes) {
        Protocol::RestJson => return,
        Protocol::Others(found) => found,
        Protocol::None => Vec::new(),
    };
    let spoken = match found.as_slice() {
        [] => "no protocol".to_owned(),
        found => found.join(", "),
    };
    let message = format!("the service speaks {spoken}, expected `{REST_JSON}`");
    let fault = match found.first() {
        Some(first) => faults.of_trait(id, first, message),
        None => faults.of(id, message),
    };
    faults.push(fault.help("this generator writes clients of restJson1 alone"));
}
