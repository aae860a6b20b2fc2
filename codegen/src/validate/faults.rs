//! The faults found, and where each shape, member and trait was written.

use std::collections::BTreeMap;

use crate::assemble::{Origin, Shapes};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::ShapeId;

/// Gathers faults.
pub(super) struct Faults {
    found: Diagnostics,
    /// Of every shape, and of the members that were not written where their shape was.
    shapes: BTreeMap<ShapeId, Origin>,
    /// Of the traits that were not written where their shape was.
    traits: BTreeMap<(ShapeId, String), Origin>,
}

impl Faults {
    pub(super) fn new(shapes: &Shapes) -> Self {
        let mut faults = Self {
            found: Diagnostics::new(),
            shapes: BTreeMap::new(),
            traits: BTreeMap::new(),
        };
        for (id, shape) in shapes {
            for found in shape
                .traits
                .iter()
                .filter(|found| found.origin != shape.origin)
            {
                let key = (id.clone(), found.id.clone());
                faults.traits.insert(key, found.origin.clone());
            }
            for member in &shape.members {
                if member.origin != shape.origin {
                    let id = id.with_member(&member.name);
                    faults.shapes.insert(id, member.origin.clone());
                }
                for found in member
                    .traits
                    .iter()
                    .filter(|found| found.origin != shape.origin)
                {
                    let key = (id.with_member(&member.name), found.id.clone());
                    faults.traits.insert(key, found.origin.clone());
                }
            }
            faults.shapes.insert(id.clone(), shape.origin.clone());
        }
        faults
    }

    pub(super) fn push(&mut self, fault: Diagnostic) {
        self.found.push(fault);
    }

    /// A fault of a shape or a member.
    pub(super) fn of(&self, id: &ShapeId, message: impl Into<String>) -> Diagnostic {
        let origin = self
            .shapes
            .get(id)
            .or_else(|| self.shapes.get(&id.container()));
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

    pub(super) fn into_result(self) -> Result<(), Diagnostics> {
        self.found.into_result()
    }
}
