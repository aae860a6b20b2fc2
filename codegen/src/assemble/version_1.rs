//! What Smithy 1.0 says by the type of a shape, Smithy 2.0 says by the trait `default`
//! ([migrating from 1.0](https://smithy.io/2.0/guides/migrating-idl-1-to-2.html)).

use std::collections::BTreeMap;

use super::prelude::Zero;
use super::{Kind, Shape, Shapes, find_trait};
use crate::model::ShapeId;

const BOX: &str = "smithy.api#box";
const DEFAULT: &str = "smithy.api#default";

/// Gives the unboxed numbers and booleans of files of Smithy 1.0 their zero as default, on the shape and on the
/// members that target it, and drops `box` there.
pub(super) fn bring_up_to_date(shapes: &mut Shapes) {
    if !shapes.values().any(|shape| shape.is_version_1) {
        return;
    }
    for shape in shapes.values_mut().filter(|shape| shape.is_version_1) {
        let zero = Zero::of(shape.kind).filter(|_| find_trait(&shape.traits, BOX).is_none());
        if let Some(zero) = zero.filter(|_| find_trait(&shape.traits, DEFAULT).is_none()) {
            shape.traits.push(zero.default_trait(&shape.origin));
        }
        shape.traits.retain(|found| found.id != BOX);
    }
    let unboxed: BTreeMap<ShapeId, Kind> = shapes
        .iter()
        .filter(|(_, shape)| is_unboxed(shape))
        .map(|(id, shape)| (id.clone(), shape.kind))
        .collect();
    for shape in shapes.values_mut().filter(|shape| shape.is_version_1) {
        for member in &mut shape.members {
            let is_boxed = find_trait(&member.traits, BOX).is_some();
            member.traits.retain(|found| found.id != BOX);
            if shape.kind != Kind::Structure
                || is_boxed
                || find_trait(&member.traits, DEFAULT).is_some()
            {
                continue;
            }
            let zero = unboxed.get(&member.target).and_then(|kind| Zero::of(*kind));
            member
                .traits
                .extend(zero.map(|zero| zero.default_trait(&member.origin)));
        }
    }
}

fn is_unboxed(shape: &Shape) -> bool {
    Zero::of(shape.kind).is_some() && find_trait(&shape.traits, DEFAULT).is_some()
}
