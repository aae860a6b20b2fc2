//! `apply` statements: traits that stand apart from the shape they belong to.

use std::collections::BTreeMap;

use super::{Shape, Shapes, Trait, conflicting_trait};
use crate::diagnostic::Diagnostics;
use crate::load::Apply;
use crate::model::ShapeId;

/// Statements for members that their shape does not have yet: a mixin or an `enum` trait may give them.
#[derive(Default)]
pub(super) struct Pending(BTreeMap<ShapeId, Vec<Apply>>);

/// Applies the statements to shapes and to the members they define themselves.
pub(super) fn apply(shapes: &mut Shapes, applies: Vec<Apply>, faults: &mut Diagnostics) -> Pending {
    let mut pending = Pending::default();
    for statement in applies {
        let container = statement.target.container();
        match shapes.get_mut(&container) {
            None => faults.push(nothing_there(&statement, "shape")),
            Some(shape) => {
                if let Some(statement) = apply_to(shape, statement, faults) {
                    pending.0.entry(container).or_default().push(statement);
                }
            }
        }
    }
    pending
}

/// Applies a statement; gives it back if the shape has no such member.
fn apply_to(shape: &mut Shape, statement: Apply, faults: &mut Diagnostics) -> Option<Apply> {
    let traits = match statement.target.member() {
        None => &mut shape.traits,
        Some(name) => match shape.members.iter_mut().find(|member| member.name == name) {
            Some(member) => &mut member.traits,
            None => return Some(statement),
        },
    };
    for applied in statement.traits {
        put(traits, applied, &statement.target, faults);
    }
    None
}

/// Adds a trait; one of an earlier file gives way.
fn put(traits: &mut Vec<Trait>, applied: Trait, target: &ShapeId, faults: &mut Diagnostics) {
    match traits.iter_mut().find(|found| found.id == applied.id) {
        None => traits.push(applied),
        Some(found) if found.value == applied.value => {}
        Some(found) if found.origin.order < applied.origin.order => *found = applied,
        Some(found) => faults.push(conflicting_trait(target, found, &applied)),
    }
}

impl Pending {
    /// Applies the statements for members of this shape, which has its mixins' members by now.
    ///
    /// A trait applied to a member supersedes the one it inherits from a mixin
    /// ([mixins](https://smithy.io/2.0/spec/mixins.html#adding-and-replacing-traits-on-copied-members)).
    pub(super) fn apply_to_mixed_in(
        &mut self,
        id: &ShapeId,
        shape: &mut Shape,
        faults: &mut Diagnostics,
    ) {
        let Some(statements) = self.0.remove(id) else {
            return;
        };
        let mut given: BTreeMap<ShapeId, Vec<Trait>> = BTreeMap::new();
        let mut left = Vec::new();
        for statement in statements {
            let name = statement.target.member();
            if shape
                .members
                .iter()
                .any(|member| Some(member.name.as_str()) == name)
            {
                let traits = given.entry(statement.target.clone()).or_default();
                for applied in statement.traits {
                    put(traits, applied, &statement.target, faults);
                }
            } else {
                left.push(statement);
            }
        }
        for (target, traits) in given {
            let name = target.member();
            for member in &mut shape.members {
                if Some(member.name.as_str()) == name {
                    supersede(&mut member.traits, traits.clone());
                }
            }
        }
        if !left.is_empty() {
            self.0.insert(id.clone(), left);
        }
    }

    /// Applies what is left: what still finds no member is a fault.
    pub(super) fn finish(self, shapes: &mut Shapes, faults: &mut Diagnostics) {
        for (container, statements) in self.0 {
            for statement in statements {
                let left = match shapes.get_mut(&container) {
                    Some(shape) => apply_to(shape, statement, faults),
                    None => Some(statement),
                };
                faults.extend(left.map(|statement| nothing_there(&statement, "member")));
            }
        }
    }
}

/// Adds traits that win over those there are.
pub(super) fn supersede(traits: &mut Vec<Trait>, stronger: Vec<Trait>) {
    for new in stronger {
        match traits.iter_mut().find(|found| found.id == new.id) {
            Some(found) => *found = new,
            None => traits.push(new),
        }
    }
}

fn nothing_there(statement: &Apply, what: &str) -> crate::diagnostic::Diagnostic {
    let traits: Vec<&str> = statement
        .traits
        .iter()
        .map(|applied| applied.id.as_str())
        .collect();
    statement
        .origin
        .diagnostic(format!(
            "found an `apply` statement for a {what} that no file defines (traits: {})",
            traits.join(", ")
        ))
        .on(&statement.target)
        .help("mend the id, or remove the statement")
}
