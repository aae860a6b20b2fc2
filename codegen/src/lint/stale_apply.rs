//! `apply` statements without effect: those that say what is said already, that another overrides, or whose trait
//! has no effect where it stands.

use super::Finding;
use crate::assemble::{Trait, find_trait};
use crate::diagnostic::Position;
use crate::inspect::Inspected;
use crate::load::{Apply, Origin};
use crate::validate::{Effect, known_traits};

pub(super) const CODE: &str = "stale-apply";

pub(super) const EXPLANATION: &str = "\
An `apply` statement adds a trait to a shape that another file defines. This one might as well not be there:

- the shape has that very trait already, because upstream has caught up with a customisation, or because the
  statement stands there twice;
- a later file overrides it;
- it documents a shape that becomes no item of the client, such as a list or a string, so nobody can read it;
- its trait has no effect on a client at all.

Remove the trait from the statement. (A statement for a shape or member that does not exist is an error, which
`cargo xtask generate` reports.)";

const DOCUMENTATION: &str = "smithy.api#documentation";

pub(super) fn check(inspected: &Inspected) -> Vec<Finding> {
    let traits = inspected.applies.iter().flat_map(|statement| {
        statement
            .traits
            .iter()
            .map(move |applied| (statement, applied))
    });
    traits
        .filter_map(|(statement, applied)| {
            let why = why_stale(inspected, statement, applied)?;
            Some(Finding {
                code: CODE,
                shape: statement.target.clone(),
                diagnostic: applied
                    .origin
                    .diagnostic(format!("the `apply` statement changes nothing: {why}"))
                    .on(&statement.target)
                    .of_trait(&applied.id)
                    .help("remove the trait from the statement"),
                accepted: None,
            })
        })
        .collect()
}

/// Why an applied trait has no effect, if it has none.
fn why_stale(inspected: &Inspected, statement: &Apply, applied: &Trait) -> Option<String> {
    // A trait that is gone was worked into the shape: the `enum` of Smithy 1.0.
    let effective = find_trait(inspected.traits(&statement.target)?, &applied.id)?;
    if effective.origin != applied.origin {
        let place = place(&effective.origin);
        return Some(if effective.value == applied.value {
            format!("the trait has this value already, from {place}")
        } else {
            format!("{place} overrides it")
        });
    }
    let owner = statement.target.container();
    if applied.id == DOCUMENTATION && !inspected.is_item(&owner) {
        return Some(format!("`{}` becomes no item of the client", owner.name()));
    }
    let known = known_traits().find(|known| known.id == applied.id)?;
    match known.effect {
        Effect::Accepted(reason) => Some(format!("the trait has no effect. {reason}")),
        Effect::ActedUpon(_) => None,
    }
}

fn place(origin: &Origin) -> String {
    match origin.position {
        Some(Position { line, .. }) => format!("{}:{line}", origin.file),
        None => origin.file.to_string(),
    }
}
