//! The traits of one shape or member: each one known, in its place, well-formed and typed.

mod bindings;
mod constraints;
mod described;
mod operations;
mod protocol_tests;
mod services;
mod value;
mod waiters;

use std::collections::BTreeSet;

use serde_json::Value;

pub(super) use self::services::ServiceTraits;
use self::value::Mismatch;
use super::faults::Faults;
use super::kinds::Kinds;
use super::known_traits::{self, Effect, Form, KnownTrait};
use super::suggest;
use crate::assemble::{Kind, Shapes, Trait};
use crate::model::{ShapeId, Traits};

/// The trait by which a model defines traits of its own.
const TRAIT: &str = "smithy.api#trait";

/// The traits of one shape or member, typed.
#[derive(Default)]
pub(super) struct Typed {
    pub(super) traits: Box<Traits>,
    /// Those that only a service bears.
    pub(super) service: Option<Box<ServiceTraits>>,
    /// `paginated`, before the operation's is merged with the service's.
    pub(super) paginated: Option<PartialPaginated>,
}

/// `smithy.api#paginated` as it stands on a service or an operation.
#[derive(Clone, Debug, Default)]
pub(super) struct PartialPaginated {
    pub(super) input_token: Option<String>,
    pub(super) output_token: Option<String>,
    pub(super) items: Option<String>,
    pub(super) page_size: Option<String>,
}

/// What bears a trait.
#[derive(Clone, Copy)]
pub(super) enum Bearer {
    Shape(Kind),
    /// A member that targets a shape of this kind; `None` where the target does not exist.
    Member(Option<Kind>),
}

/// The traits that the model defines itself, by id.
pub(super) struct OwnTraits(BTreeSet<String>);

impl OwnTraits {
    pub(super) fn of(shapes: &Shapes) -> Self {
        let defined = shapes
            .iter()
            .filter(|(_, shape)| shape.traits.iter().any(|found| found.id == TRAIT));
        Self(defined.map(|(id, _)| id.to_string()).collect())
    }
}

/// Types the traits of one shape or member.
///
/// A group of traits takes up those that are its own and gives the others back.
pub(super) fn read(
    id: &ShapeId,
    bearer: Bearer,
    traits: Vec<Trait>,
    own: &OwnTraits,
    faults: &mut Faults,
) -> Typed {
    let mut typed = Typed::default();
    for found in traits {
        let Some(known) = known_traits::find(&found.id) else {
            if !own.0.contains(&found.id) {
                faults.push(unknown(id, &found.id, faults));
            }
            continue;
        };
        if let Err(fault) = check_place(known, bearer) {
            faults.push(
                faults
                    .of_trait(id, known.id, fault)
                    .help("remove the trait"),
            );
            continue;
        }
        if let Err(mismatch) = check_form(known.form, &found.value)
            .and_then(|()| type_one(&mut typed, known, found.value))
        {
            let fault = faults.of_trait(id, known.id, mismatch.to_string());
            faults.push(
                fault.value(mismatch.pointer()).help(
                    "mend the value; the trait's page in Smithy's specification gives its form",
                ),
            );
        }
    }
    typed
}

/// Gives back the value of a trait that no group has taken up.
fn type_one(
    typed: &mut Typed,
    known: &KnownTrait,
    value: Value,
) -> Result<Option<Value>, Mismatch> {
    if matches!(known.effect, Effect::Accepted(_)) {
        return Ok(None);
    }
    let groups = [
        described::read,
        constraints::read,
        bindings::read,
        operations::read,
        services::read,
    ];
    let mut left = Some(value);
    for read in groups {
        match left {
            Some(value) => left = read(typed, known.id, value)?,
            None => break,
        }
    }
    Ok(left)
}

fn unknown(id: &ShapeId, trait_id: &str, faults: &Faults) -> crate::diagnostic::Diagnostic {
    let known = known_traits::known_traits().map(|known| known.id);
    let otherwise = "remove the trait, define it in the model (a shape with `smithy.api#trait`), or teach it to the \
        generator in `validate/known_traits`";
    let message =
        format!("found the unknown trait `{trait_id}`, expected one that the generator knows");
    faults
        .of_trait(id, trait_id, message)
        .help(suggest::help(trait_id, known, otherwise))
}

fn check_place(known: &KnownTrait, bearer: Bearer) -> Result<(), String> {
    let place = known.place;
    let (is_there, found, kind) = match bearer {
        Bearer::Shape(kind) => (place.shapes.has(kind), "shape", kind),
        Bearer::Member(None) => return Ok(()),
        Bearer::Member(Some(kind)) => (place.members.has(kind), "member whose target is", kind),
    };
    if is_there {
        return Ok(());
    }
    let expected = match (place.shapes, place.members) {
        (Kinds::NONE, members) => format!("a member that targets {}", members.describe()),
        (shapes, Kinds::NONE) => shapes.describe(),
        (shapes, _) => format!("{} or a member that targets one", shapes.describe()),
    };
    Err(format!(
        "found the trait on a {found} of the type {}, expected it on {expected}",
        kind.name()
    ))
}

fn check_form(form: Form, value: &Value) -> Result<(), Mismatch> {
    let (fits, expected) = match form {
        Form::Annotation => (
            value.as_object().is_some_and(serde_json::Map::is_empty),
            "`{}`",
        ),
        Form::Text => (value.is_string(), "a string"),
        Form::Number => (value.is_number(), "a number"),
        Form::List => (value.is_array(), "a list"),
        Form::Object => (value.is_object(), "an object"),
        Form::Any => (true, ""),
    };
    if fits {
        Ok(())
    } else {
        Err(Mismatch::at_top(value, expected))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A trait that is acted upon is either refused for this value or taken up by a group.
    #[test]
    fn every_trait_that_is_acted_upon_has_a_reader() {
        let value = serde_json::json!({"name": 1});
        for known in known_traits::known_traits() {
            let left = type_one(&mut Typed::default(), known, value.clone());
            assert!(!matches!(left, Ok(Some(_))), "{}", known.id);
        }
    }
}
