//! The stages up to `resolve`, with what each has found kept side by side: for those who look at a model.

use std::collections::BTreeMap;

use crate::assemble::{Shape, Shapes, Trait};
use crate::diagnostic::Diagnostics;
use crate::ir::{Name, Service};
use crate::load::{Apply, Origin, Source};
use crate::model::{Model, ShapeId};
use crate::{assemble, load, resolve, validate};

/// What is looked at.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The service, where the model holds more than one.
    pub service: Option<ShapeId>,
}

/// A model without faults, as the stages see it.
pub(crate) struct Inspected {
    /// The metadata of each file.
    pub(crate) metadata: Vec<(Origin, serde_json::Map<String, serde_json::Value>)>,
    /// Every `apply` statement, in the order of the files.
    pub(crate) applies: Vec<Apply>,
    /// All shapes of all files, with the place that each trait came from.
    pub(crate) shapes: Shapes,
    /// The service, typed.
    pub(crate) model: Model,
    /// What was decided about the client. Operations with event streams are left out.
    pub(crate) service: Service,
    /// The names of the shapes that become items of `types` and `types::error`.
    pub(crate) names: BTreeMap<ShapeId, Name>,
}

/// Takes a model through the stages.
///
/// # Errors
///
/// Everything that is wrong with the model.
pub(crate) fn inspect(sources: &[Source], options: &Options) -> Result<Inspected, Diagnostics> {
    let mut faults = Diagnostics::new();
    let mut files = load::load_with(sources, &mut faults)?;
    let metadata = files
        .iter_mut()
        .map(|file| (file.origin.clone(), std::mem::take(&mut file.metadata)))
        .collect();
    let applies = files.iter().flat_map(|file| file.applies.clone()).collect();
    let assembled = assemble::assemble_with(files, &mut faults);
    let shapes = assembled.shapes.clone();
    let validated = validate::Options {
        service: options.service.clone(),
        any_protocol: false,
    };
    let model = validate::validate_with(assembled, &validated, &mut faults)?;
    let settings = resolve::Settings {
        omit_unsupported: true,
        tests: true,
        ..resolve::Settings::default()
    };
    let service = resolve::resolve_after(faults, model.clone(), &settings)?;
    let names = resolve::item_names::item_names(&model);
    Ok(Inspected {
        metadata,
        applies,
        shapes,
        model,
        service,
        names,
    })
}

impl Inspected {
    /// Where a shape or member was written.
    pub(crate) fn origin(&self, id: &ShapeId) -> Option<&Origin> {
        let shape = self.shapes.get(&id.container())?;
        match id.member() {
            None => Some(&shape.origin),
            Some(name) => member(shape, name).map(|member| &member.origin),
        }
    }

    /// The traits of a shape or member.
    pub(crate) fn traits(&self, id: &ShapeId) -> Option<&[Trait]> {
        let shape = self.shapes.get(&id.container())?;
        match id.member() {
            None => Some(&shape.traits),
            Some(name) => member(shape, name).map(|member| member.traits.as_slice()),
        }
    }

    /// Whether a shape becomes a public item, or its members do.
    pub(crate) fn is_item(&self, id: &ShapeId) -> bool {
        let model = &self.model;
        self.names.contains_key(id)
            || model.service.id == *id
            || model.operations.iter().any(|operation| {
                operation.id == *id
                    || operation.input.as_ref() == Some(id)
                    || operation.output.as_ref() == Some(id)
            })
    }
}

fn member<'s>(shape: &'s Shape, name: &str) -> Option<&'s crate::assemble::Member> {
    shape.members.iter().find(|member| member.name == name)
}
