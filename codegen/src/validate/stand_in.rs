//! Services that do not speak restJson1, for those who want to try their endpoint rules.

use super::faults::Faults;
use super::service::{Protocol, protocol};
use crate::assemble::{Links, Service, Shapes};
use crate::model::{Http, Model, ShapeId};

/// The traits that say where a service is, and what it is called.
const KEPT: [&str; 6] = [
    "aws.api#service",
    "aws.auth#sigv4",
    "smithy.rules#clientContextParams",
    "smithy.rules#endpointBdd",
    "smithy.rules#endpointRuleSet",
    "smithy.rules#endpointTests",
];

/// Leaves of a service that speaks another protocol its endpoint rules alone: this generator knows nothing of how its
/// operations travel.
pub(super) fn strip(shapes: &mut Shapes, service: &ShapeId) {
    let is_foreign = shapes
        .get(service)
        .is_some_and(|shape| matches!(protocol(shape, shapes), Protocol::Others(_)));
    if !is_foreign {
        return;
    }
    shapes.retain(|id, _| id == service);
    for shape in shapes.values_mut() {
        shape.traits.retain(|one| KEPT.contains(&one.id.as_str()));
        if let Links::Service(links) = &mut shape.links {
            let version = links.version.take();
            **links = Service {
                version,
                ..Service::default()
            };
        }
    }
}

/// Binds operations to HTTP of which the model does not say how: their service speaks no protocol.
pub(super) fn bind(model: &mut Model, faults: &Faults) {
    for operation in &mut model.operations {
        if operation.traits.http.is_none() && !faults.has(&operation.id, "smithy.api#http") {
            operation.traits.http = Some(Http {
                method: "POST".to_owned(),
                uri: "/".to_owned(),
                code: 200,
            });
        }
    }
}
