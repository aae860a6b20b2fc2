//! Operations with event streams, which the generator does not cover.

use super::selection::Selection;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::{Model, Operation, ShapeId, ShapeKind};

/// Takes the operations with event streams out of the model. Each that is wanted is reported, unless they may be
/// omitted; then the names of the omitted are returned.
pub(super) fn take_out(
    model: &mut Model,
    wanted: &Selection,
    may_omit: bool,
    diagnostics: &mut Diagnostics,
) -> Vec<String> {
    let operations = std::mem::take(&mut model.operations);
    let (streaming, plain): (Vec<_>, Vec<_>) = operations
        .into_iter()
        .partition(|operation| stream_member(model, operation).is_some());
    model.operations = plain;
    let streaming = || {
        let operations = streaming.iter();
        operations.filter(|operation| wanted.contains(operation))
    };
    if !may_omit {
        diagnostics.extend(streaming().filter_map(|operation| {
            let member = stream_member(model, operation)?;
            let message = format!("`{}` has an event stream, `{member}`, and event streams are not supported", operation.id);
            let help = "omit such operations with `--omit-unsupported` (`omit_unsupported` in a build script)";
            Some(Diagnostic::new(message).on(&operation.id).of_trait("smithy.api#streaming").help(help))
        }));
    }
    streaming()
        .map(|operation| operation.id.name().to_owned())
        .collect()
}

/// The member of the input or the output that streams events.
fn stream_member(model: &Model, operation: &Operation) -> Option<ShapeId> {
    let structures = [&operation.input, &operation.output];
    let members = structures
        .into_iter()
        .flatten()
        .flat_map(|id| model.shape(id).members());
    members
        .into_iter()
        .find(|member| {
            let target = model.shapes.get(&member.target);
            target.is_some_and(|target| {
                matches!(target.kind, ShapeKind::Union(_))
                    && (target.traits.streaming || member.traits.streaming)
            })
        })
        .map(|member| member.id.clone())
}
