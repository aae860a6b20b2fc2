//! The closed world of traits: each one is acted upon, or accepted without effect for a reason.

mod aws;
mod smithy;

use super::kinds::Kinds;

/// A trait that the generator knows.
#[derive(Clone, Copy, Debug)]
pub struct KnownTrait {
    /// Its shape id, `smithy.api#http`.
    pub id: &'static str,
    /// What the generator does with it.
    pub effect: Effect,
    pub(super) form: Form,
    pub(super) place: Place,
}

/// What the generator does with a trait.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// It shapes the client, or how the model is read, as one sentence says.
    ActedUpon(&'static str),
    /// It changes nothing, for the reason given in one sentence.
    Accepted(&'static str),
}

/// The JSON form of a trait's value. What lies deeper is checked where the value is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// `{}`
    Annotation,
    Text,
    Number,
    List,
    Object,
    Any,
}

/// Where a trait has a meaning: on shapes of some kinds, and on members that target some kinds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) shapes: Kinds,
    pub(super) members: Kinds,
}

impl Place {
    const EVERYWHERE: Self = Self::both(Kinds::ALL, Kinds::DATA);
    const DATA: Self = Self::both(Kinds::DATA, Kinds::DATA);
    const MEMBERS: Self = Self::both(Kinds::NONE, Kinds::DATA);
    const SHAPES_OF_DATA: Self = Self::both(Kinds::DATA, Kinds::NONE);
    const UNIT_MEMBERS: Self = Self::both(Kinds::NONE, Kinds::STRUCTURE);
    const STRING_MEMBERS: Self = Self::both(Kinds::NONE, Kinds::STRINGS);
    const SIZED: Self = Self::both(Kinds::SIZED, Kinds::SIZED);
    const NUMBERS: Self = Self::both(Kinds::NUMBERS, Kinds::NUMBERS);
    const STRINGS: Self = Self::both(Kinds::STRINGS, Kinds::STRINGS);
    const TIMESTAMPS: Self = Self::both(Kinds::TIMESTAMP, Kinds::TIMESTAMP);
    const LIST_SHAPES: Self = Self::both(Kinds::LIST, Kinds::NONE);
    const LIST_OR_MAP_SHAPES: Self = Self::both(Kinds::LIST.or(Kinds::MAP), Kinds::NONE);
    const STRING_OR_BLOB_SHAPES: Self = Self::both(Kinds::STRINGS.or(Kinds::BLOB), Kinds::NONE);
    const BLOB_OR_UNION_SHAPES: Self = Self::both(Kinds::BLOB.or(Kinds::UNION), Kinds::NONE);
    const BLOB_SHAPES: Self = Self::both(Kinds::BLOB, Kinds::NONE);
    const STRUCTURES: Self = Self::both(Kinds::STRUCTURE, Kinds::NONE);
    const SERVICES: Self = Self::both(Kinds::SERVICE, Kinds::NONE);
    const OPERATIONS: Self = Self::both(Kinds::OPERATION, Kinds::NONE);
    const SERVICES_OR_OPERATIONS: Self =
        Self::both(Kinds::SERVICE.or(Kinds::OPERATION), Kinds::NONE);
    const OPERATIONS_OR_STRUCTURES: Self =
        Self::both(Kinds::OPERATION.or(Kinds::STRUCTURE), Kinds::NONE);

    const fn both(shapes: Kinds, members: Kinds) -> Self {
        Self { shapes, members }
    }
}

const fn acted(id: &'static str, form: Form, place: Place, what: &'static str) -> KnownTrait {
    KnownTrait {
        id,
        effect: Effect::ActedUpon(what),
        form,
        place,
    }
}

/// Where a trait without effect stands does not matter.
const fn accepted(id: &'static str, form: Form, reason: &'static str) -> KnownTrait {
    KnownTrait {
        id,
        effect: Effect::Accepted(reason),
        form,
        place: Place::EVERYWHERE,
    }
}

/// Every trait that the generator knows: those of Smithy, then those of AWS, each in the order of their ids.
///
/// Besides these, a model may define traits of its own (shapes with `smithy.api#trait`), which have no effect.
pub fn known_traits() -> impl Iterator<Item = &'static KnownTrait> {
    smithy::TRAITS.iter().chain(&aws::TRAITS)
}

/// The trait with this id, if it is known.
pub(super) fn find(id: &str) -> Option<&'static KnownTrait> {
    let table: &[KnownTrait] = if id.starts_with("aws.") {
        &aws::TRAITS
    } else {
        &smithy::TRAITS
    };
    let index = table.binary_search_by(|known| known.id.cmp(id)).ok()?;
    table.get(index)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_every_trait_of_the_table() {
        for known in known_traits() {
            assert_eq!(find(known.id).map(|found| found.id), Some(known.id));
        }
        assert!(find("smithy.api#nothing").is_none());
    }

    #[test]
    fn says_in_one_sentence_what_each_does_or_why_it_does_nothing() {
        for known in known_traits() {
            let (Effect::ActedUpon(said) | Effect::Accepted(said)) = known.effect;
            let is_sentence = said.ends_with('.') && !said.contains(". ") && !said.contains('|');
            assert!(is_sentence, "{}: {said}", known.id);
        }
    }
}
