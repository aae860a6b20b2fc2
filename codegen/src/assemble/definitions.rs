//! The definitions of all files, one for each id.

use super::{Member, Shape, Shapes, Trait};
use crate::diagnostic::Diagnostics;
use crate::load::{Apply, Ast};
use std::collections::btree_map::Entry;

/// Merges the definitions, in the order of the files, and collects the `apply` statements.
pub(super) fn merge(files: Vec<Ast>, faults: &mut Diagnostics) -> (Shapes, Vec<Apply>) {
    let mut shapes = Shapes::new();
    let mut applies = Vec::new();
    for file in files {
        for (id, shape) in file.shapes {
            match shapes.entry(id) {
                Entry::Vacant(place) => {
                    place.insert(shape);
                }
                Entry::Occupied(first) if is_equal(first.get(), &shape) => {}
                Entry::Occupied(first) => faults.push(
                    shape
                        .origin
                        .diagnostic(format!(
                            "the shape is defined here and, differently, in {}: expected one definition",
                            first.get().origin.file
                        ))
                        .on(first.key())
                        .related("the other definition", first.get().origin.place().on(first.key()))
                        .help("remove one of them; to add or override traits, use an `apply` statement"),
                ),
            }
        }
        applies.extend(file.applies);
    }
    (shapes, applies)
}

/// Whether two definitions say the same, wherever they stand.
fn is_equal(first: &Shape, second: &Shape) -> bool {
    first.kind == second.kind
        && first.links == second.links
        && first.mixins == second.mixins
        && same_traits(&first.traits, &second.traits)
        && first.members.len() == second.members.len()
        && first
            .members
            .iter()
            .zip(&second.members)
            .all(|(a, b)| same_member(a, b))
}

fn same_member(first: &Member, second: &Member) -> bool {
    first.name == second.name
        && first.target == second.target
        && same_traits(&first.traits, &second.traits)
}

/// Traits have no order.
fn same_traits(first: &[Trait], second: &[Trait]) -> bool {
    first.len() == second.len()
        && first
            .iter()
            .all(|a| second.iter().any(|b| a.id == b.id && a.value == b.value))
}
