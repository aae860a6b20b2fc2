//! What can be checked of inputs before they are sent
//! ([Smithy 2.0, constraint traits](https://smithy.io/2.0/spec/constraint-traits.html)).

mod limits;
mod members;
mod pattern;
mod values;

use std::collections::{BTreeMap, BTreeSet};

use super::context::Context;
use crate::ir::{Constraints, Service, TypeCheck};
use crate::model::{Member, ShapeId, ShapeKind};
use limits::Named;
use members::{input_checks, structure_checks, union_checks};

/// What constraints are looked up in.
struct Scope<'a, 'c> {
    context: &'a Context<'c>,
    /// The structures and unions in which something is checked, or below which.
    checked: BTreeSet<&'a ShapeId>,
    /// The constraints that were met so far.
    named: Named,
}

/// The checks of everything that the inputs of the service hold.
pub(super) fn constraints(context: &Context<'_>, service: &Service) -> Constraints {
    let mut scope = Scope {
        context,
        checked: BTreeSet::new(),
        named: Named::default(),
    };
    scope.checked = checked(&mut scope, service);
    let mut types = Vec::new();
    for (operation, shape) in service.operations.iter().zip(&context.model.operations) {
        let input = shape.input.as_ref().map(|id| context.model.shape(id));
        types.push(TypeCheck {
            operation: Some(operation.module.clone()),
            name: operation.input.name.clone(),
            members: input_checks(&mut scope, input, &operation.input),
        });
    }
    let ids: BTreeMap<_, _> = requested(context)
        .filter(|id| scope.checked.contains(id))
        .map(|id| (context.symbols.name(id), id))
        .collect();
    for structure in &service.structures {
        if let Some(id) = ids.get(&structure.name) {
            types.push(TypeCheck {
                operation: None,
                name: structure.name.clone(),
                members: structure_checks(&mut scope, context.model.shape(id), structure),
            });
        }
    }
    for union in &service.unions {
        if let Some(id) = ids.get(&union.name) {
            types.push(TypeCheck {
                operation: None,
                name: union.name.clone(),
                members: union_checks(&mut scope, context.model.shape(id), union),
            });
        }
    }
    scope.named.into_constraints(types)
}

/// The structures and unions that requests contain.
fn requested<'a>(context: &'a Context<'_>) -> impl Iterator<Item = &'a ShapeId> {
    let reached = context.reach.requests.iter();
    reached.filter(|id| {
        context.model.shapes.get(id).is_some_and(|shape| {
            matches!(shape.kind, ShapeKind::Structure(_) | ShapeKind::Union(_))
        })
    })
}

/// The structures and unions in which something is checked, and those that lead to them.
fn checked<'a>(scope: &mut Scope<'a, '_>, service: &Service) -> BTreeSet<&'a ShapeId> {
    let context = scope.context;
    let structures: BTreeMap<_, _> = service
        .structures
        .iter()
        .map(|structure| (&structure.name, structure))
        .collect();
    let unions: BTreeMap<_, _> = service
        .unions
        .iter()
        .map(|union| (&union.name, union))
        .collect();
    let mut holders: BTreeMap<&ShapeId, Vec<&ShapeId>> = BTreeMap::new();
    let mut open = Vec::new();
    for id in requested(context) {
        let (shape, name) = (context.model.shape(id), context.symbols.name(id));
        for held in shape
            .members()
            .iter()
            .flat_map(|member| held(context, member))
        {
            holders.entry(held).or_default().push(id);
        }
        let has_own = match (structures.get(name), unions.get(name)) {
            (Some(structure), _) => !structure_checks(scope, shape, structure).is_empty(),
            (None, Some(union)) => !union_checks(scope, shape, union).is_empty(),
            (None, None) => false,
        };
        open.extend(has_own.then_some(id));
    }
    let mut checked = BTreeSet::new();
    while let Some(id) = open.pop() {
        if checked.insert(id) {
            open.extend(holders.get(id).into_iter().flatten());
        }
    }
    checked
}

/// The structures and unions that a member holds, in lists and maps too.
fn held<'a>(context: &'a Context<'_>, member: &'a Member) -> Vec<&'a ShapeId> {
    let mut open = vec![&member.target];
    let mut held = Vec::new();
    while let Some(id) = open.pop() {
        match context.model.shapes.get(id).map(|shape| &shape.kind) {
            Some(ShapeKind::List(item)) => open.push(&item.target),
            Some(ShapeKind::Map { value, .. }) => open.push(&value.target),
            Some(ShapeKind::Structure(_) | ShapeKind::Union(_)) => held.push(id),
            _ => {}
        }
    }
    held
}
