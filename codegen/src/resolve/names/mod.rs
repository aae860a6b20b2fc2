//! Rust names for the shapes and members of a model.
//!
//! A name is the shape's own, in Rust's case; a keyword is written raw. Where two things of a model would get one name,
//! or one gets a name that emitted pages use for something else, a suffix or a number tells them apart: no valid model
//! is refused for its names. What travels keeps its own name. Which of two gives way does not depend on how many others
//! there are, so that a model can grow and its client's names stay: members in the order of the model, shapes in that of
//! [`items::name_items`].
//!
//! - [`words`]: the case of names, and numbers;
//! - [`items`]: types, their modules;
//! - [`operations`]: operations, their modules and methods;
//! - [`members`]: fields and variants;
//! - [`waiters`]: the methods of waiters, their modules and constants.

mod items;
mod members;
mod operations;
mod waiters;
mod words;

use std::collections::{BTreeMap, BTreeSet};

pub(super) use self::items::ItemNames;
use self::items::{ServiceNames, is_item, name_items};
use self::members::{Uses, field_names, variant_methods, variant_names};
pub(super) use self::operations::OperationNames;
use self::operations::name_operations;
pub(super) use self::waiters::NamesWaiters;
use super::reach::Reach;
use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::ir::Name;
use crate::model::{Member, Model, Shape, ShapeId, ShapeKind};

/// The Rust names of everything that a service reaches.
pub(super) struct Symbols<'m> {
    items: BTreeMap<&'m ShapeId, ItemNames>,
    operations: BTreeMap<&'m ShapeId, OperationNames>,
    /// The names of members as fields or variants, in the order of the model.
    members: BTreeMap<&'m ShapeId, Vec<Name>>,
}

impl<'m> Symbols<'m> {
    /// Names operations, the shapes that become items, and the members of these and of inputs and outputs.
    pub(super) fn new(model: &'m Model, reach: &Reach) -> Self {
        let (operations, taken) = name_operations(model);
        let reached = items(model, reach);
        let names = ServiceNames::new(model);
        let members = named_members(model, reach, &reached);
        Self {
            items: name_items(model, reached, &names, &reach.errors, taken),
            operations,
            members,
        }
    }

    /// The names of what is reached alone.
    pub(super) fn of(mut self, reach: &Reach) -> Self {
        self.items.retain(|id, _| reach.contains(id));
        self
    }

    /// The Rust name of a shape that is an item.
    pub(super) fn name(&self, id: &ShapeId) -> &Name {
        &self.item(id).name
    }

    /// The names of a shape that is an item.
    pub(super) fn item(&self, id: &ShapeId) -> &ItemNames {
        self.items
            .get(id)
            .expect("every item that is reached has been named")
    }

    /// Whether the shape is an item.
    pub(super) fn contains(&self, id: &ShapeId) -> bool {
        self.items.contains_key(id)
    }

    /// The names of an operation.
    pub(super) fn operation(&self, id: &ShapeId) -> &OperationNames {
        self.operations
            .get(id)
            .expect("every operation has been named")
    }

    /// The members of an item, an input or an output, each with the name of its field or variant.
    pub(super) fn members<'s>(
        &'s self,
        shape: &'s Shape,
    ) -> impl Iterator<Item = (&'s Member, &'s Name)> {
        let names = self.members.get(&shape.id).map_or(&[][..], Vec::as_slice);
        shape.members().iter().zip(names)
    }
}

/// The names of a union's members as they stand in methods, `is_name` and `as_name`.
pub(super) fn union_methods(union: &Shape) -> Vec<Name> {
    variant_methods(union.members())
}

/// The shapes that become items of their own.
fn items<'m>(model: &'m Model, reach: &Reach) -> Vec<&'m Shape> {
    let reached = model
        .shapes
        .values()
        .filter(|shape| reach.contains(&shape.id));
    reached.filter(|shape| is_item(shape)).collect()
}

/// The names of the members of items, inputs and outputs.
fn named_members<'m>(
    model: &'m Model,
    reach: &Reach,
    items: &[&'m Shape],
) -> BTreeMap<&'m ShapeId, Vec<Name>> {
    let operations = &model.operations;
    let inputs: BTreeSet<&ShapeId> = operations
        .iter()
        .filter_map(|operation| operation.input.as_ref())
        .collect();
    let outputs: BTreeSet<&ShapeId> = operations
        .iter()
        .filter_map(|operation| operation.output.as_ref())
        .collect();
    let waited: BTreeSet<&ShapeId> = operations
        .iter()
        .filter(|operation| !operation.traits.waiters.is_empty())
        .filter_map(|operation| operation.input.as_ref())
        .collect();
    let ends = inputs
        .union(&outputs)
        .filter_map(|id| model.shapes.get(*id));
    let names = |shape: &'m Shape| {
        let uses = Uses {
            waits: waited.contains(&shape.id),
            input: inputs.contains(&shape.id),
            output: outputs.contains(&shape.id),
            error: reach.errors.contains(&shape.id),
        };
        match shape.kind {
            ShapeKind::Structure(_) => field_names(shape.members(), uses),
            _ => variant_names(shape.members()),
        }
    };
    let shapes = items.iter().copied().chain(ends);
    shapes.map(|shape| (&shape.id, names(shape))).collect()
}

/// Reports operations, structures and unions whose names in the service differ in letter case at most, which Smithy
/// does not allow ([Smithy 2.0, service closure](https://smithy.io/2.0/spec/service-types.html#service-closure)); it lets
/// some simple shapes pass.
pub(super) fn report_conflicts(model: &Model, reach: &Reach, diagnostics: &mut Diagnostics) {
    let names = ServiceNames::new(model);
    let shapes = items(model, reach)
        .into_iter()
        .filter(|shape| matches!(shape.kind, ShapeKind::Structure(_) | ShapeKind::Union(_)));
    let shapes = shapes.map(|shape| {
        (
            &shape.id,
            names.of(shape),
            "give one of them another name with `rename` on the service shape",
        )
    });
    let operations = model.operations.iter().map(|operation| {
        let help = "leave one of them out of the service: `rename` is not for operations";
        (&operation.id, operation.id.name(), help)
    });
    report_equal(shapes, diagnostics);
    report_equal(operations, diagnostics);
}

fn report_equal<'m>(
    named: impl Iterator<Item = (&'m ShapeId, &'m str, &'static str)>,
    diagnostics: &mut Diagnostics,
) {
    let mut taken: BTreeMap<String, &ShapeId> = BTreeMap::new();
    for (id, name, help) in named {
        if let Some(other) = taken.insert(name.to_ascii_lowercase(), id) {
            let message = format!(
                "`{other}` and `{id}` are both named `{name}` but for letter case, expected a name for each in the service"
            );
            let clash = Diagnostic::new(message).on(id).help(help);
            diagnostics.push(clash.related("the other", Place::of_shape(other)));
        }
    }
}
