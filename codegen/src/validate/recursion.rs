//! Shapes that no finite value can have
//! ([Smithy 2.0, recursive shape definitions](https://smithy.io/2.0/spec/model.html#recursive-shape-definitions)).

use std::collections::{BTreeMap, BTreeSet};

use super::faults::Faults;
use crate::diagnostic::{Diagnostic, Place};
use crate::model::{Member, Model, Shape, ShapeId, ShapeKind};

pub(super) fn check(model: &Model, faults: &mut Faults) {
    check_required(model, faults);
    check_collections(model, faults);
}

/// A structure has a finite value if the targets of all its required members have one, a union if the target of
/// one member has one; everything else has one (a list may be empty).
fn check_required(model: &Model, faults: &mut Faults) {
    let mut infinite: BTreeMap<&ShapeId, usize> = BTreeMap::new();
    let mut users: BTreeMap<&ShapeId, Vec<&ShapeId>> = BTreeMap::new();
    for (id, shape) in model.shapes.iter().filter(|(_, shape)| is_aggregate(shape)) {
        let targets: Vec<&Member> = needed(model, shape).collect();
        for member in &targets {
            users.entry(&member.target).or_default().push(id);
        }
        infinite.insert(id, targets.len());
    }
    let is_union = |id: &ShapeId| {
        model
            .shapes
            .get(id)
            .is_some_and(|shape| matches!(shape.kind, ShapeKind::Union(_)))
    };
    // A union with a member whose target is neither structure nor union has a finite value.
    let mut finite: Vec<&ShapeId> = model
        .shapes
        .iter()
        .filter(|(id, shape)| match &shape.kind {
            ShapeKind::Union(members) => {
                infinite.get(id).is_some_and(|count| *count < members.len()) || members.is_empty()
            }
            _ => infinite.get(id) == Some(&0),
        })
        .map(|(id, _)| id)
        .collect();
    while let Some(id) = finite.pop() {
        if infinite.remove(id).is_none() {
            continue;
        }
        for user in users.get(id).into_iter().flatten() {
            if let Some(count) = infinite.get_mut(user) {
                *count = count.saturating_sub(1);
                if *count == 0 || is_union(user) {
                    finite.push(user);
                }
            }
        }
    }
    report_cycles(model, &infinite.into_keys().collect(), faults);
}

/// The members that every value of a structure has, or of which a value of a union has one, as far as they lead
/// to a structure or a union.
fn needed<'m>(model: &'m Model, shape: &'m Shape) -> impl Iterator<Item = &'m Member> {
    let (members, all) = match &shape.kind {
        ShapeKind::Structure(members) => (members.as_slice(), false),
        ShapeKind::Union(members) => (members.as_slice(), true),
        _ => (&[][..], false),
    };
    members.iter().filter(move |member| {
        let is_needed = all || member.traits.required;
        is_needed && model.shapes.get(&member.target).is_some_and(is_aggregate)
    })
}

fn is_aggregate(shape: &Shape) -> bool {
    matches!(shape.kind, ShapeKind::Structure(_) | ShapeKind::Union(_))
}

/// From a shape without finite value a needed member leads to another such shape, and so at last into a cycle.
fn report_cycles(model: &Model, infinite: &BTreeSet<&ShapeId>, faults: &mut Faults) {
    let next = |id: &ShapeId| {
        let shape = model.shapes.get(id)?;
        needed(model, shape).find(|member| infinite.contains(&member.target))
    };
    for cycle in cycles(infinite, next) {
        let Some(first) = cycle.first() else {
            continue;
        };
        let message = format!(
            "found a cycle of members that a value needs, {}, so that no value can be built; expected a list, a map, \
             an optional member or another member of a union in it",
            describe(&cycle)
        );
        let help = "remove `smithy.api#required` from one of the members, or give the union a member without recursion";
        faults.push(with_steps(faults.of(&first.id, message).help(help), &cycle));
    }
}

/// Lists of lists and maps of maps must come to an end at another kind of shape.
fn check_collections(model: &Model, faults: &mut Faults) {
    let next = |id: &ShapeId| match &model.shapes.get(id)?.kind {
        ShapeKind::List(member) | ShapeKind::Map { value: member, .. } => Some(member),
        _ => None,
    };
    let collections = model
        .shapes
        .keys()
        .filter(|id| next(id).is_some())
        .collect();
    let cycles = cycles(&collections, next);
    if cycles.is_empty() {
        check_depth(&collections, next, faults);
    }
    for cycle in cycles {
        let Some(first) = cycle.first() else {
            continue;
        };
        let message = format!(
            "found a cycle of lists and maps, {}, that holds nothing; expected a structure or a union in it",
            describe(&cycle)
        );
        let fault = faults.of(&first.id, message);
        faults.push(with_steps(fault.help("put a structure in between"), &cycle));
    }
}

/// Lists and maps nested deeper than this are refused: later stages walk them by recursion, their types have no room on
/// a line, and the time for laying out what reads and writes them grows with the fourth power of the depth.
const MAX_DEPTH: usize = 16;

/// Reports each shape that is one level too deep, not those that hold it.
fn check_depth<'m>(
    collections: &BTreeSet<&'m ShapeId>,
    next: impl Fn(&ShapeId) -> Option<&'m Member>,
    faults: &mut Faults,
) {
    let mut depths: BTreeMap<&ShapeId, usize> = BTreeMap::new();
    for id in collections {
        let mut path = Vec::new();
        let mut place = *id;
        while !depths.contains_key(place)
            && let Some(member) = next(place)
        {
            path.push(place);
            place = &member.target;
        }
        let mut depth = depths.get(place).copied().unwrap_or_default();
        for shape in path.into_iter().rev() {
            depth += 1;
            depths.insert(shape, depth);
        }
    }
    let too_deep = depths.iter().filter(|(_, depth)| **depth == MAX_DEPTH + 1);
    for (id, depth) in too_deep {
        let message = format!(
            "found lists and maps nested {depth} levels deep, expected {MAX_DEPTH} at most"
        );
        let help = "put a structure in between";
        faults.push(faults.of(id, message).help(help));
    }
}

/// Shows the members of a cycle beside the first.
fn with_steps(fault: Diagnostic, cycle: &[&Member]) -> Diagnostic {
    cycle.iter().skip(1).fold(fault, |fault, member| {
        fault.related("and this member", Place::of_shape(&member.id))
    })
}

fn describe(cycle: &[&Member]) -> String {
    let steps: Vec<String> = cycle
        .iter()
        .map(|member| format!("`{}`", member.id))
        .collect();
    let start = cycle.first().map_or_else(String::new, |member| {
        format!(" -> `{}`", member.id.container())
    });
    steps.join(" -> ") + &start
}

/// The cycles of a graph in which one edge at most leaves a node, each once, from its least node.
fn cycles<'m>(
    nodes: &BTreeSet<&'m ShapeId>,
    next: impl Fn(&ShapeId) -> Option<&'m Member>,
) -> Vec<Vec<&'m Member>> {
    let mut seen: BTreeSet<&ShapeId> = BTreeSet::new();
    let mut cycles = Vec::new();
    for node in nodes {
        let mut path: Vec<&Member> = Vec::new();
        let mut places: BTreeMap<&ShapeId, usize> = BTreeMap::new();
        let mut place = *node;
        while nodes.contains(place) && seen.insert(place) {
            let Some(member) = next(place) else {
                break;
            };
            places.insert(place, path.len());
            path.push(member);
            place = &member.target;
        }
        if let Some(start) = places.get(place) {
            let mut cycle = path.split_off((*start).min(path.len()));
            let least =
                (0..cycle.len()).min_by_key(|index| cycle.get(*index).map(|member| &member.id));
            cycle.rotate_left(least.unwrap_or(0));
            cycles.push(cycle);
        }
    }
    cycles
}
