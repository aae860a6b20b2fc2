//! From assembled shapes to the model of one service: everything it reaches exists, is of the right kind, and
//! bears traits that are known and well-formed.

mod bindings;
mod closure;
mod defaults;
mod enums;
mod faults;
mod kinds;
mod known_traits;
mod operations;
mod pagination;
mod recursion;
mod service;
mod stand_in;
mod structures;
pub(crate) mod suggest;
mod traits;
mod typing;
mod uri;
mod waiters;

pub use known_traits::{Effect, KnownTrait, known_traits};

use self::faults::Faults;
use self::traits::OwnTraits;
use crate::assemble::Assembled;
use crate::diagnostic::Diagnostics;
use crate::model::{Model, ShapeId};

/// What to validate for.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The service that a client is wanted for; needed only if the model has more than one.
    pub service: Option<ShapeId>,
    /// Whether a service may do without `aws.protocols#restJson1`, so that its endpoint rules can be tried: one that has
    /// no protocol gets a stand-in for one, and of one that has another, operations and types are left out.
    pub any_protocol: bool,
}

/// Checks what the service reaches and gives it in typed form.
///
/// Unless the options let it do without, the service must bear `aws.protocols#restJson1`
/// ([restJson1](https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html)); every trait on what it
/// reaches must be known (`known_traits`) or defined by the model. Event streams are let through: a later
/// stage says which operations cannot be generated.
///
/// # Errors
///
/// All faults at once: ids that no file defines or that lead to the wrong kind of shape, unknown, misplaced or
/// malformed traits, and whatever contradicts itself or Smithy's rules (HTTP bindings, enums, defaults,
/// pagination, recursion).
pub fn validate(assembled: Assembled, options: &Options) -> Result<Model, Diagnostics> {
    let mut diagnostics = Diagnostics::new();
    let model = validate_with(assembled, options, &mut diagnostics)?;
    diagnostics.into_result().map(|()| model)
}

/// As [`validate`], but faults are only noted. A model with faults may have targets that do not exist.
///
/// # Errors
///
/// The faults, if there is no service to go on with.
pub(crate) fn validate_with(
    assembled: Assembled,
    options: &Options,
    diagnostics: &mut Diagnostics,
) -> Result<Model, Diagnostics> {
    let mut shapes = assembled.shapes;
    let mut faults = Faults::new(&shapes);
    let service_id = service::choose(&shapes, options, &mut faults).map_err(|found| {
        diagnostics.extend(found);
        std::mem::take(diagnostics)
    })?;
    if options.any_protocol {
        stand_in::strip(&mut shapes, &service_id);
    }
    let own_traits = OwnTraits::of(&shapes);
    let reached = closure::reach(&shapes, &service_id, &mut faults);
    let (mut model, partial) =
        typing::model(&service_id, &mut shapes, reached, &own_traits, &mut faults);

    if options.any_protocol {
        stand_in::bind(&mut model, &faults);
    }
    enums::check(&mut model, &mut faults);
    defaults::check(&model, &mut faults);
    structures::check(&model, &mut faults);
    operations::check(&model, &mut faults);
    recursion::check(&model, &mut faults);
    pagination::merge(&mut model, &partial, &mut faults);
    waiters::check(&model, &mut faults);
    if let Err(found) = faults.into_result() {
        diagnostics.extend(found);
    }
    Ok(model)
}
