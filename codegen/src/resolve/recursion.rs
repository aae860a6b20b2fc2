//! Where a `Box` must stand, so that recursive types have a size.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Model, ShapeId, ShapeKind};

/// The members that lead back to their own shape through structures and unions alone. Lists and maps
/// hold their elements behind a pointer already.
pub(super) fn recursive_members(model: &Model) -> BTreeSet<ShapeId> {
    let edges = edges(model);
    let mut recursive = BTreeSet::new();
    for (shape, members) in &edges {
        for (member, target) in members {
            if reaches(&edges, target, shape) {
                recursive.insert((*member).clone());
            }
        }
    }
    recursive
}

type Edges<'a> = BTreeMap<&'a ShapeId, Vec<(&'a ShapeId, &'a ShapeId)>>;

/// For each structure and union, the members that hold another one by value.
fn edges(model: &Model) -> Edges<'_> {
    let holds_members = |id: &ShapeId| {
        let shape = model.shapes.get(id);
        shape.is_some_and(|shape| {
            matches!(shape.kind, ShapeKind::Structure(_) | ShapeKind::Union(_))
        })
    };
    model
        .shapes
        .iter()
        .filter(|(id, _)| holds_members(id))
        .map(|(id, shape)| {
            let members = shape
                .members()
                .iter()
                .filter(|member| holds_members(&member.target));
            (
                id,
                members.map(|member| (&member.id, &member.target)).collect(),
            )
        })
        .collect()
}

/// Whether `to` can be reached from `from`, or is it.
fn reaches(edges: &Edges<'_>, from: &ShapeId, to: &ShapeId) -> bool {
    let mut seen = BTreeSet::new();
    let mut open = vec![from];
    while let Some(shape) = open.pop() {
        if shape == to {
            return true;
        }
        if seen.insert(shape)
            && let Some(members) = edges.get(shape)
        {
            open.extend(members.iter().map(|(_, target)| *target));
        }
    }
    false
}
