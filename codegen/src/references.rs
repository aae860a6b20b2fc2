//! What the shapes of a model refer to, and by which property.

use crate::assemble::{Links, Shape};
use crate::model::ShapeId;

/// A reference from a shape to another.
pub(crate) struct Reference<'s> {
    /// The member that refers to it, if it is none of the shape's own properties.
    pub(crate) member: Option<&'s str>,
    /// What the reference makes of the other shape: `its input`.
    pub(crate) role: &'static str,
    /// The other shape.
    pub(crate) target: &'s ShapeId,
}

/// Everything that a shape and its members refer to, but for what the values of traits name.
pub(crate) fn references(shape: &Shape) -> impl Iterator<Item = Reference<'_>> {
    let members = shape.members.iter().map(|member| Reference {
        member: Some(&member.name),
        role: "a member",
        target: &member.target,
    });
    let mixins = shape.mixins.iter().map(|mixin| own("a mixin", mixin));
    members.chain(mixins).chain(links(&shape.links))
}

fn own<'s>(role: &'static str, target: &'s ShapeId) -> Reference<'s> {
    Reference {
        member: None,
        role,
        target,
    }
}

fn links(links: &Links) -> Vec<Reference<'_>> {
    match links {
        Links::None => Vec::new(),
        Links::Service(service) => {
            let operations = service.operations.iter().map(|id| own("an operation", id));
            let resources = service.resources.iter().map(|id| own("a resource", id));
            let errors = service.errors.iter().map(|id| own("an error", id));
            operations.chain(resources).chain(errors).collect()
        }
        Links::Operation {
            input,
            output,
            errors,
        } => {
            let input = input.iter().map(|id| own("the input", id));
            let output = output.iter().map(|id| own("the output", id));
            let errors = errors.iter().map(|id| own("an error", id));
            input.chain(output).chain(errors).collect()
        }
        Links::Resource(resource) => {
            let data = resource.data.iter().map(|(_, id)| own("a property", id));
            let operations = resource
                .operations
                .iter()
                .map(|(_, id)| own("an operation", id));
            let resources = resource.resources.iter().map(|id| own("a resource", id));
            data.chain(operations).chain(resources).collect()
        }
    }
}
