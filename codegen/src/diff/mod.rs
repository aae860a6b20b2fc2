//! Compares two models, and says what is different for the users of the client crate.
//!
//! A stage by itself, beside the way from a model to its files: it takes two models with the IR that `resolve` made
//! of each, and gives a list of changes as data. The IR tells what the crate is; the model tells what the IR need not
//! know, such as constraints. Each change falls under a [`Rule`], which has a class and a reason; [`render`] makes
//! text of them.

mod change;
mod endpoint;
mod enums;
mod errors;
mod facts;
mod findings;
mod members;
mod operations;
mod rename;
pub mod render;
mod rule;
mod service;
mod structures;
mod types;
mod waiters;

pub use change::{Change, Class, Comparison};
pub use rule::Rule;

use self::facts::Facts;
use self::findings::Findings;
use crate::diagnostic::Diagnostics;
use crate::ir::Service;
use crate::load::{self, Source};
use crate::model::{Model, ShapeId};
use crate::{assemble, resolve, validate};

/// One of the two models that are compared.
#[derive(Clone, Debug)]
pub struct Side {
    /// The model.
    model: Model,
    /// What `resolve` made of it.
    service: Service,
}

impl Side {
    /// Reads the files of a model. `service` is needed only if the model has more than one. Operations with event
    /// streams, which the generator does not cover, are left out.
    ///
    /// # Errors
    ///
    /// All that is wrong with the model.
    pub fn read(files: &[Source], service: Option<&ShapeId>) -> Result<Self, Diagnostics> {
        Self::run(files, service).map_err(|faults| faults.located(files))
    }

    fn run(files: &[Source], service: Option<&ShapeId>) -> Result<Self, Diagnostics> {
        let assembled = assemble::assemble(load::load(files)?)?;
        let options = validate::Options {
            service: service.cloned(),
            ..validate::Options::default()
        };
        let model = validate::validate(assembled, &options)?;
        let settings = resolve::Settings {
            omit_unsupported: true,
            ..resolve::Settings::default()
        };
        let service = resolve::resolve(model.clone(), &settings)?;
        Ok(Self { model, service })
    }
}

/// Finds what is different. The order of the result depends on nothing but the models.
#[must_use]
pub fn compare(old: &Side, new: &Side) -> Comparison {
    let (old_facts, new_facts) = (Facts::of(old), Facts::of(new));
    let mut findings = Findings::new(&old_facts, &new_facts);
    service::compare(old, new, &mut findings);
    endpoint::compare(&old.service, &new.service, &mut findings);
    operations::compare(old, new, &mut findings);
    waiters::compare(old, new, &mut findings);
    types::compare(&old.service, &new.service, &mut findings);
    errors::compare(&old.service, &new.service, &mut findings);
    findings.into_comparison()
}
