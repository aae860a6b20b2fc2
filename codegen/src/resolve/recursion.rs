//! Where a `Box` must stand, so that recursive types have a size.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Model, ShapeId, ShapeKind};

/// The members that lead back to their own shape through structures and unions alone. Lists and maps
/// hold their elements behind a pointer already.
pub(super) fn recursive_members(model: &Model) -> BTreeSet<ShapeId> {
    let edges = edges(model);
    let components = components(&edges);
    let mut recursive = BTreeSet::new();
    for (shape, members) in &edges {
        for (member, target) in members {
            if components.get(shape) == components.get(target) {
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

/// A number for each shape, the same for two shapes if each can be reached from the other: Tarjan's strongly
/// connected components, in one walk that keeps its own stack, since a chain may be of any length.
fn components<'a>(edges: &Edges<'a>) -> BTreeMap<&'a ShapeId, usize> {
    let mut walk = Walk::default();
    for root in edges.keys() {
        if !walk.order.contains_key(root) {
            walk.enter(root);
        }
        while let Some(step) = walk.path.last_mut() {
            let shape = step.shape;
            let members = edges.get(shape).map_or(&[][..], Vec::as_slice);
            let Some((_, target)) = members.get(step.next) else {
                walk.leave();
                continue;
            };
            step.next += 1;
            match walk.order.get(target) {
                None => walk.enter(target),
                // What has a component already does not lead back.
                Some(order) if !walk.components.contains_key(target) => {
                    step.lowest = step.lowest.min(*order);
                }
                Some(_) => {}
            }
        }
    }
    walk.components
}

/// The walk of [`components`].
#[derive(Default)]
struct Walk<'a> {
    /// When each shape was entered.
    order: BTreeMap<&'a ShapeId, usize>,
    /// The shapes entered that have no component yet, in the order in which they were.
    open: Vec<&'a ShapeId>,
    /// The way from the root to where the walk is.
    path: Vec<Step<'a>>,
    components: BTreeMap<&'a ShapeId, usize>,
}

/// A shape on the way.
struct Step<'a> {
    shape: &'a ShapeId,
    /// The member that is followed next.
    next: usize,
    /// The earliest shape that is known to be reached from this one.
    lowest: usize,
}

impl<'a> Walk<'a> {
    fn enter(&mut self, shape: &'a ShapeId) {
        let order = self.order.len();
        self.order.insert(shape, order);
        self.open.push(shape);
        self.path.push(Step {
            shape,
            next: 0,
            lowest: order,
        });
    }

    /// Goes back one step. A shape that leads to none before it is the first of a component, which is then complete.
    fn leave(&mut self) {
        let Some(step) = self.path.pop() else {
            return;
        };
        if let Some(before) = self.path.last_mut() {
            before.lowest = before.lowest.min(step.lowest);
        }
        if self.order.get(step.shape) != Some(&step.lowest) {
            return;
        }
        while let Some(shape) = self.open.pop() {
            self.components.insert(shape, step.lowest);
            if shape == step.shape {
                break;
            }
        }
    }
}
