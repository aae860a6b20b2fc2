//! From several files to one set of shapes: definitions are merged, `apply` statements applied, mixins
//! flattened, and what Smithy 1.0 wrote in another way is written as Smithy 2.0 writes it.

mod apply;
mod definitions;
mod enums;
mod mixins;
mod prelude;
mod version_1;

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::load::Ast;
pub(crate) use crate::load::{Kind, Links, Member, Origin, Service, Shape, Trait};
use crate::model::ShapeId;

/// The shapes of all files as one model, with nothing checked that lies in the meaning of a trait.
#[derive(Clone, Debug)]
pub struct Assembled {
    /// By id; the prelude's simple shapes are among them.
    pub(crate) shapes: Shapes,
}

/// Shapes by id.
pub(crate) type Shapes = BTreeMap<ShapeId, Shape>;

/// Merges the files of a model
/// ([Smithy 2.0, merging models](https://smithy.io/2.0/spec/model.html#merging-models)).
///
/// - A shape may be defined more than once if the definitions are equal.
/// - An `apply` statement of a later file replaces the value that an earlier file gave the trait; values are
///   never merged. Any other disagreement about a trait is an error.
/// - Mixins are flattened ([mixins](https://smithy.io/2.0/spec/mixins.html)); the mixins themselves stay, and
///   nothing may target them.
/// - A string with the `enum` trait of Smithy 1.0 becomes an enum shape.
/// - Shapes of a file of Smithy 1.0 get the `default` that an unboxed number or boolean has there.
///
/// # Errors
///
/// All faults of all files at once: conflicting definitions and traits (both files are named), `apply` to
/// what does not exist, mixins that do not exist, form a cycle or disagree, and malformed `enum` traits.
pub fn assemble(files: Vec<Ast>) -> Result<Assembled, Diagnostics> {
    let mut faults = Diagnostics::new();
    let assembled = assemble_with(files, &mut faults);
    faults.into_result().map(|()| assembled)
}

/// As [`assemble`], but faults are only noted: of what disagrees, one version is kept.
pub(crate) fn assemble_with(files: Vec<Ast>, faults: &mut Diagnostics) -> Assembled {
    let (mut shapes, applies) = definitions::merge(files, faults);
    prelude::define(&mut shapes);
    let mut pending = apply::apply(&mut shapes, applies, faults);
    mixins::flatten(&mut shapes, &mut pending, faults);
    enums::lift(&mut shapes, faults);
    pending.finish(&mut shapes, faults);
    version_1::bring_up_to_date(&mut shapes);
    Assembled { shapes }
}

/// The trait with this id.
pub(crate) fn find_trait<'t>(traits: &'t [Trait], id: &str) -> Option<&'t Trait> {
    traits.iter().find(|found| found.id == id)
}

/// A diagnostic for two values of one trait, neither of which may override the other.
fn conflicting_trait(shape: &ShapeId, first: &Trait, second: &Trait) -> Diagnostic {
    second
        .origin
        .diagnostic(format!(
            "the trait has one value here and another in {}: expected one value",
            first.origin.file
        ))
        .on(shape)
        .of_trait(&second.id)
        .related(
            "the other value",
            first.origin.place().on(shape).of_trait(&first.id),
        )
        .help("remove one of them; to override a value, `apply` it in a file that comes later")
}
