//! Shapes that nothing leads to.

use std::collections::BTreeSet;

use serde_json::Value;

use super::{Finding, finding};
use crate::assemble::{Kind, Shape, Trait, find_trait};
use crate::inspect::Inspected;
use crate::model::ShapeId;
use crate::references::references;

pub(super) const CODE: &str = "unused-shape";

pub(super) const EXPLANATION: &str = "\
No service of the model leads to this shape: not through operations and resources, not through members, mixins or the
definitions of traits, and no trait in use names it. Nothing is emitted for it. It is left over from something that is
gone, or something forgot to refer to it.

Remove it from the file it stands in. Where that is a file from upstream, accept it.";

/// The namespaces of Smithy and AWS themselves, whose shapes come along with a model that uses one of them.
const FOREIGN: [&str; 2] = ["smithy.", "aws."];

pub(super) fn check(inspected: &Inspected) -> Vec<Finding> {
    let used = used(inspected);
    let is_own = |id: &ShapeId| {
        !FOREIGN
            .iter()
            .any(|foreign| id.namespace().starts_with(foreign))
    };
    inspected
        .shapes
        .iter()
        .filter(|(id, _)| is_own(id) && !used.contains(id))
        .map(|(id, shape)| {
            let message = format!(
                "nothing uses `{}`, of the type {}",
                id.name(),
                shape.kind.name()
            );
            finding(
                inspected,
                CODE,
                id,
                message,
                "remove it, or refer to it from where it belongs",
            )
        })
        .collect()
}

/// Everything that services and the definitions of traits lead to.
fn used(inspected: &Inspected) -> BTreeSet<&ShapeId> {
    let shapes = &inspected.shapes;
    let mut open: Vec<(&ShapeId, &Shape)> =
        shapes.iter().filter(|(_, shape)| is_root(shape)).collect();
    let mut used: BTreeSet<&ShapeId> = open.iter().map(|(id, _)| *id).collect();
    while let Some((_, shape)) = open.pop() {
        let linked = references(shape).map(|reference| reference.target.clone());
        let next: Vec<ShapeId> = linked.chain(named(shape)).collect();
        for id in next {
            if let Some((id, shape)) = shapes.get_key_value(&id)
                && used.insert(id)
            {
                open.push((id, shape));
            }
        }
    }
    used
}

fn is_root(shape: &Shape) -> bool {
    shape.kind == Kind::Service || find_trait(&shape.traits, "smithy.api#trait").is_some()
}

/// The shapes that the values of a shape's traits name: an error of a waiter, the resource behind an ARN.
fn named(shape: &Shape) -> Vec<ShapeId> {
    let members = shape.members.iter().flat_map(|member| &member.traits);
    let values = shape
        .traits
        .iter()
        .chain(members)
        .map(|found: &Trait| &found.value);
    let mut open: Vec<&Value> = values.collect();
    let mut found = Vec::new();
    while let Some(value) = open.pop() {
        match value {
            Value::String(text) => found.extend(ShapeId::parse(text).ok()),
            Value::Array(items) => open.extend(items),
            Value::Object(entries) => open.extend(entries.values()),
            _ => {}
        }
    }
    found
}
