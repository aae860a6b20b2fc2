//! The faults found, and where each shape, member and trait was written.

use std::collections::BTreeMap;

use crate::assemble::{Origin, Shapes, Trait};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::ShapeId;

/// Gathers faults.
pub(super) struct Faults {
    found: Diagnostics,
    places: BTreeMap<ShapeId, Place>,
    /// Of the traits that were not written where their shape or member was.
    traits: BTreeMap<(ShapeId, String), Origin>,
}

/// Where a shape and its members were written.
struct Place {
    shape: Origin,
    members: Vec<(String, Origin)>,
}

impl Faults {
    pub(super) fn new(shapes: &Shapes) -> Self {
        let mut faults = Self {
            found: Diagnostics::new(),
            places: BTreeMap::new(),
            traits: BTreeMap::new(),
        };
        for (id, shape) in shapes {
            faults.add_traits(id, &shape.origin, &shape.traits);
            for member in &shape.members {
                if member
                    .traits
                    .iter()
                    .any(|found| found.origin != member.origin)
                {
                    faults.add_traits(
                        &id.with_member(&member.name),
                        &member.origin,
                        &member.traits,
                    );
                }
            }
            let members = shape.members.iter();
            let place = Place {
                shape: shape.origin.clone(),
                members: members
                    .map(|member| (member.name.clone(), member.origin.clone()))
                    .collect(),
            };
            faults.places.insert(id.clone(), place);
        }
        faults
    }

    fn add_traits(&mut self, id: &ShapeId, origin: &Origin, traits: &[Trait]) {
        for found in traits.iter().filter(|found| found.origin != *origin) {
            self.traits
                .insert((id.clone(), found.id.clone()), found.origin.clone());
        }
    }

    pub(super) fn push(&mut self, fault: Diagnostic) {
        self.found.push(fault);
    }

    /// A fault of a shape or a member.
    pub(super) fn of(&self, id: &ShapeId, message: impl Into<String>) -> Diagnostic {
        let place = self.places.get(&id.container());
        let origin = place.map(|place| {
            let member = place
                .members
                .iter()
                .find(|(name, _)| Some(name.as_str()) == id.member());
            member.map_or(&place.shape, |(_, origin)| origin)
        });
        match origin {
            Some(origin) => origin.diagnostic(message).on(id),
            None => Diagnostic::new(message).on(id),
        }
    }

    /// A fault of a trait on a shape or a member.
    pub(super) fn of_trait(
        &self,
        id: &ShapeId,
        trait_id: &str,
        message: impl Into<String>,
    ) -> Diagnostic {
        let fault = match self.traits.get(&(id.clone(), trait_id.to_owned())) {
            Some(origin) => origin.diagnostic(message).on(id),
            None => self.of(id, message),
        };
        fault.of_trait(trait_id)
    }

    /// Whether a fault of this trait on this shape is among those found.
    pub(super) fn has(&self, id: &ShapeId, trait_id: &str) -> bool {
        let id = id.to_string();
        self.found.iter().any(|fault| {
            let place = &fault.place;
            place.trait_id.as_deref() == Some(trait_id) && place.shape.as_ref() == Some(&id)
        })
    }

    pub(super) fn into_result(self) -> Result<(), Diagnostics> {
        self.found.into_result()
    }
}
