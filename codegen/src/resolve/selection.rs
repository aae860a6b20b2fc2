//! The operations that a caller wants of those that a service has.
//!
//! Names are found in the whole service and only then are operations left out, so that a type has the name in a client
//! of three operations that it has in the client of all.

use std::borrow::Cow;
use std::collections::BTreeSet;

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::{Model, Operation, ShapeId};
use crate::validate::suggest;

/// How many operations are named where none is near to one that is not there.
const NAMED: usize = 10;

/// Which operations are wanted: all, or these.
pub(super) struct Selection(Option<BTreeSet<ShapeId>>);

impl Selection {
    /// The operations with these names or shape ids; all of them without any list. A name that no operation has is
    /// reported, and so is a list without names.
    pub(super) fn new(
        model: &Model,
        wanted: Option<&[String]>,
        diagnostics: &mut Diagnostics,
    ) -> Self {
        let Some(wanted) = wanted else {
            return Self(None);
        };
        if wanted.is_empty() {
            let fault = Diagnostic::new("found no name among the operations to keep");
            let help = "name one at least, or do without the list to keep all";
            diagnostics.push(fault.on(&model.service.id).help(help));
        }
        let mut found = BTreeSet::new();
        for name in wanted {
            match find(model, name) {
                Some(operation) => drop(found.insert(operation.id.clone())),
                None => diagnostics.push(unknown(model, name)),
            }
        }
        Self(Some(found))
    }

    /// Whether the operation is wanted.
    pub(super) fn contains(&self, operation: &Operation) -> bool {
        let wanted = self.0.as_ref();
        wanted.is_none_or(|wanted| wanted.contains(&operation.id))
    }

    /// The model with the wanted operations alone. Shapes that none of them reaches stay in it, and are not emitted.
    pub(super) fn of<'m>(&self, model: &'m Model) -> Cow<'m, Model> {
        if self.0.is_none() {
            return Cow::Borrowed(model);
        }
        let operations = model.operations.iter();
        Cow::Owned(Model {
            operations: operations
                .filter(|operation| self.contains(operation))
                .cloned()
                .collect(),
            ..model.clone()
        })
    }
}

/// The operation with this name or id.
fn find<'m>(model: &'m Model, name: &str) -> Option<&'m Operation> {
    let mut operations = model.operations.iter();
    operations.find(|operation| {
        let id = &operation.id;
        id.name() == name || name.contains('#') && id.to_string() == name
    })
}

fn unknown(model: &Model, name: &str) -> Diagnostic {
    let known = || model.operations.iter().map(|operation| operation.id.name());
    let mut listed = known().take(NAMED).collect::<Vec<_>>().join(", ");
    match known().count() {
        0 => listed.push_str("none"),
        all if all > NAMED => listed.push_str(&format!(" and {} more", all - NAMED)),
        _ => {}
    }
    let help = suggest::help(name, known(), &format!("its operations are {listed}"));
    let message = format!("found no operation `{name}` in the service, which is to be kept");
    Diagnostic::new(message).on(&model.service.id).help(help)
}
