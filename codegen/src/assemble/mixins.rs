//! Mixins flattened ([Smithy 2.0, mixins](https://smithy.io/2.0/spec/mixins.html)).

use std::collections::BTreeMap;

use serde_json::Value;

use super::apply::{Pending, supersede};
use super::{Links, Member, Shape, Shapes, Trait, find_trait};
use crate::diagnostic::Diagnostics;
use crate::model::ShapeId;

const MIXIN: &str = "smithy.api#mixin";

/// Gives every shape the members, the traits and the other properties of its mixins.
pub(super) fn flatten(shapes: &mut Shapes, pending: &mut Pending, faults: &mut Diagnostics) {
    for id in in_order(shapes, faults) {
        // Taken out while its mixins, which stay in the map, are read.
        let Some(mut shape) = shapes.remove(&id) else {
            continue;
        };
        mix_in(&id, &mut shape, shapes, faults);
        pending.apply_to_mixed_in(&id, &mut shape, faults);
        shapes.insert(id, shape);
    }
}

/// The shapes with mixins, each after its mixins. The walk keeps its own stack: a chain may be of any length.
fn in_order(shapes: &Shapes, faults: &mut Diagnostics) -> Vec<ShapeId> {
    let mut is_done: BTreeMap<&ShapeId, bool> = BTreeMap::new();
    let mut order = Vec::new();
    for (root, shape) in shapes {
        if shape.mixins.is_empty() || is_done.contains_key(root) {
            continue;
        }
        let mut stack = vec![(root, shape, 0)];
        is_done.insert(root, false);
        while let Some((id, shape, next)) = stack.last_mut() {
            let (id, shape) = (*id, *shape);
            let Some(mixin) = shape.mixins.get(*next) else {
                order.push(id.clone());
                is_done.insert(id, true);
                stack.pop();
                continue;
            };
            *next += 1;
            match (is_done.get(mixin), shapes.get_key_value(mixin)) {
                (Some(false), _) => {
                    let path: Vec<&ShapeId> = stack.iter().map(|(id, ..)| *id).collect();
                    report_cycle(&path, mixin, shape, faults);
                }
                (None, Some((mixin, of))) if !of.mixins.is_empty() => {
                    is_done.insert(mixin, false);
                    stack.push((mixin, of, 0));
                }
                _ => {}
            }
        }
    }
    order
}

fn report_cycle(path: &[&ShapeId], back_to: &ShapeId, shape: &Shape, faults: &mut Diagnostics) {
    let start = path.iter().position(|id| *id == back_to).unwrap_or(0);
    let cycle: Vec<String> = path.iter().skip(start).map(ToString::to_string).collect();
    faults.push(
        shape
            .origin
            .diagnostic(format!(
                "found mixins that mix in each other, {} -> {back_to}, expected no cycle",
                cycle.join(" -> ")
            ))
            .on(path.last().unwrap_or(&back_to))
            .reference(back_to)
            .help("remove one of the mixins"),
    );
}

fn mix_in(id: &ShapeId, shape: &mut Shape, shapes: &Shapes, faults: &mut Diagnostics) {
    let mut traits = Vec::new();
    let mut members: Vec<Member> = Vec::new();
    for mixin_id in &shape.mixins {
        let Some(mixin) = usable(id, shape, mixin_id, shapes, faults) else {
            continue;
        };
        supersede(&mut traits, inherited_traits(mixin_id, mixin, faults));
        for member in &mixin.members {
            mix_member(id, &mut members, member.clone(), faults);
        }
        mix_links(&mut shape.links, &mixin.links);
    }
    supersede(&mut traits, std::mem::take(&mut shape.traits));
    for member in std::mem::take(&mut shape.members) {
        mix_member(id, &mut members, member, faults);
    }
    shape.traits = traits;
    shape.members = members;
}

/// The mixin, if it exists, is a mixin, and is of the same kind.
fn usable<'s>(
    id: &ShapeId,
    shape: &Shape,
    mixin_id: &ShapeId,
    shapes: &'s Shapes,
    faults: &mut Diagnostics,
) -> Option<&'s Shape> {
    let Some(mixin) = shapes.get(mixin_id) else {
        // Itself is out of the map: `in_order` has reported the cycle.
        if mixin_id != id {
            let message = format!("found the mixin `{mixin_id}`, which no file defines");
            faults.push(
                shape
                    .origin
                    .diagnostic(message)
                    .on(id)
                    .reference(mixin_id)
                    .help("define it, or mend the id"),
            );
        }
        return None;
    };
    if find_trait(&mixin.traits, MIXIN).is_none() {
        let message = format!(
            "found `{mixin_id}` among the mixins, expected a shape with the trait `{MIXIN}`"
        );
        let help = "give it the trait, or remove it from `mixins`";
        faults.push(
            shape
                .origin
                .diagnostic(message)
                .on(id)
                .reference(mixin_id)
                .help(help),
        );
        return None;
    }
    if mixin.kind != shape.kind {
        let (found, expected) = (mixin.kind.name(), shape.kind.name());
        let message =
            format!("the mixin `{mixin_id}` is of the type {found}, expected the type {expected}");
        let fault = shape.origin.diagnostic(message).on(id);
        faults.push(fault.reference(mixin_id));
        return None;
    }
    Some(mixin)
}

/// The traits of a mixin, but for `mixin` itself and those it keeps to itself.
fn inherited_traits(id: &ShapeId, mixin: &Shape, faults: &mut Diagnostics) -> Vec<Trait> {
    let mut local = vec![MIXIN];
    if let Some(own) = find_trait(&mixin.traits, MIXIN) {
        match own.value.get("localTraits") {
            None if own.value.is_object() => {}
            Some(Value::Array(ids)) if ids.iter().all(Value::is_string) => {
                local.extend(ids.iter().filter_map(Value::as_str));
            }
            _ => faults.push(
                own.origin
                    .diagnostic("malformed value: expected an object whose `localTraits` is a list of shape ids")
                    .on(id)
                    .of_trait(MIXIN)
                    .value("")
                    .help("write `{}` or `{\"localTraits\": [\"namespace#trait\"]}`"),
            ),
        }
    }
    let inherited = mixin
        .traits
        .iter()
        .filter(|found| !local.contains(&found.id.as_str()));
    inherited.cloned().collect()
}

/// Adds a member after those there are, or its traits to the one of that name.
fn mix_member(id: &ShapeId, members: &mut Vec<Member>, member: Member, faults: &mut Diagnostics) {
    let Some(inherited) = members.iter_mut().find(|found| found.name == member.name) else {
        members.push(member);
        return;
    };
    if inherited.target != member.target {
        faults.push(
            member
                .origin
                .diagnostic(format!(
                    "the member targets `{}` here and `{}` by a mixin: expected one target",
                    member.target, inherited.target
                ))
                .on(id.with_member(&member.name))
                .reference(&member.target)
                .related(
                    "the member of the mixin",
                    inherited.origin.place().on(id.with_member(&member.name)),
                )
                .help("give both the same target, or one of them another name"),
        );
        return;
    }
    inherited.origin = member.origin;
    supersede(&mut inherited.traits, member.traits);
}

/// ([mixins on shapes with non-member properties](https://smithy.io/2.0/spec/mixins.html#mixins-on-shapes-with-non-member-properties))
fn mix_links(own: &mut Links, mixin: &Links) {
    match (own, mixin) {
        (Links::Service(own), Links::Service(mixin)) => {
            own.version = own.version.take().or_else(|| mixin.version.clone());
            put_before(&mut own.operations, &mixin.operations);
            put_before(&mut own.resources, &mixin.resources);
            put_before(&mut own.errors, &mixin.errors);
            for (id, name) in &mixin.rename {
                if !own.rename.iter().any(|(known, _)| known == id) {
                    own.rename.push((id.clone(), name.clone()));
                }
            }
        }
        (Links::Operation { errors: own, .. }, Links::Operation { errors: mixin, .. }) => {
            put_before(own, mixin);
        }
        _ => {}
    }
}

fn put_before(own: &mut Vec<ShapeId>, mixin: &[ShapeId]) {
    let mut merged = mixin.to_vec();
    merged.extend(own.drain(..).filter(|id| !mixin.contains(id)));
    *own = merged;
}
