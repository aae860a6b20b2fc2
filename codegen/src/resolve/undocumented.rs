//! What has no documentation.

use std::collections::BTreeSet;

use super::context::Context;
use super::docs;
use crate::model::{Shape, ShapeId, Traits};

/// What becomes a public item and has no documentation in the model.
pub(super) fn undocumented(context: &Context<'_>) -> Vec<String> {
    let model = context.model;
    let io: BTreeSet<&ShapeId> = model
        .operations
        .iter()
        .flat_map(|operation| operation.input.iter().chain(&operation.output))
        .collect();
    let is_item = |shape: &&Shape| context.symbols.contains(&shape.id) || io.contains(&shape.id);
    let shapes = model.shapes.values().filter(is_item);
    let traits = shapes.flat_map(Shape::bearers);
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
