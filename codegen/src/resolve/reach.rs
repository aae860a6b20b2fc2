//! Which shapes requests contain, and which answers contain.

use std::collections::BTreeSet;

use crate::model::{Model, ShapeId, ShapeKind};

/// The shapes that are reached through members, by the direction in which they travel.
pub(super) struct Reach {
    /// What the members of inputs hold.
    pub(super) requests: BTreeSet<ShapeId>,
    /// What the members of outputs and errors hold.
    pub(super) responses: BTreeSet<ShapeId>,
    /// The errors.
    pub(super) errors: BTreeSet<ShapeId>,
}

impl Reach {
    /// Follows the members of every input, output and error.
    pub(super) fn new(model: &Model) -> Self {
        let errors: BTreeSet<ShapeId> = model
            .operations
            .iter()
            .flat_map(|operation| operation.errors.iter().cloned())
            .collect();
        let inputs = model
            .operations
            .iter()
            .filter_map(|operation| operation.input.as_ref());
        let outputs = model
            .operations
            .iter()
            .filter_map(|operation| operation.output.as_ref());
        Self {
            requests: below(model, inputs),
            responses: below(model, outputs.chain(&errors)),
            errors,
        }
    }

    /// Whether a shape is reached at all, errors included.
    pub(super) fn contains(&self, id: &ShapeId) -> bool {
        self.requests.contains(id) || self.responses.contains(id) || self.errors.contains(id)
    }
}

/// Everything that the members of `roots` lead to. A root is only in it if a member leads back to it.
fn below<'a>(model: &'a Model, roots: impl Iterator<Item = &'a ShapeId>) -> BTreeSet<ShapeId> {
    let mut seen = BTreeSet::new();
    let mut open: Vec<&ShapeId> = roots.flat_map(|root| targets(model, root)).collect();
    while let Some(id) = open.pop() {
        if seen.insert(id.clone()) {
            open.extend(targets(model, id));
        }
    }
    seen
}

/// The shapes that the members of a shape hold.
fn targets<'a>(model: &'a Model, id: &ShapeId) -> Vec<&'a ShapeId> {
    let Some(shape) = model.shapes.get(id) else {
        return Vec::new();
    };
    match &shape.kind {
        ShapeKind::List(member) => vec![&member.target],
        ShapeKind::Map { key, value } => vec![&key.target, &value.target],
        ShapeKind::Structure(members) | ShapeKind::Union(members) => {
            members.iter().map(|member| &member.target).collect()
        }
        _ => Vec::new(),
    }
}
