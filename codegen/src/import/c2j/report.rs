//! What the reading of a C2J model finds: faults, and properties that say nothing about a client.

use std::cell::RefCell;
use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostic, Diagnostics};

/// Collects faults and remarks while the model is read.
#[derive(Default)]
pub(super) struct Report {
    faults: RefCell<Diagnostics>,
    ignored: RefCell<BTreeMap<(&'static str, &'static str), &'static str>>,
    notes: RefCell<Vec<String>>,
}

impl Report {
    /// Adds a fault.
    pub(super) fn fault(&self, fault: Diagnostic) {
        self.faults.borrow_mut().push(fault);
    }

    /// Adds all faults of a file that could not be read.
    pub(super) fn faults(&self, faults: Diagnostics) {
        self.faults.borrow_mut().extend(faults);
    }

    /// Remembers that a property is known and let go, and why.
    pub(super) fn ignored(
        &self,
        place: &'static str,
        property: &'static str,
        reason: &'static str,
    ) {
        self.ignored.borrow_mut().insert((place, property), reason);
    }

    /// Adds a remark.
    pub(super) fn note(&self, note: String) {
        self.notes.borrow_mut().push(note);
    }

    /// The remarks, if there was no fault.
    pub(super) fn finish(self) -> Result<Vec<String>, Diagnostics> {
        self.faults.into_inner().into_result()?;
        let ignored = self.ignored.into_inner();
        let ignored = ignored.into_iter().map(|((place, property), reason)| {
            format!("left out: `{property}` of {place}: {reason}")
        });
        Ok(ignored.chain(self.notes.into_inner()).collect())
    }
}
