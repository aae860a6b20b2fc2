//! What the shapes of a model are called in Rust, for those who look at a model and emit nothing.

use std::collections::BTreeMap;

use super::event_streams;
use super::names::Symbols;
use super::reach::Reach;
use super::selection::Selection;
use crate::diagnostic::Diagnostics;
use crate::ir::Name;
use crate::model::{Model, ShapeId};

/// The names of the shapes that become items of `types` and `types::error`. Operations with event streams are left
/// out with all that they alone reach.
pub(crate) fn item_names(model: &Model) -> BTreeMap<ShapeId, Name> {
    let mut model = model.clone();
    // What is wrong is said by `resolve`.
    let mut unsaid = Diagnostics::new();
    let all = Selection::new(&model, None, &mut unsaid);
    event_streams::take_out(&mut model, &all, true, &mut unsaid);
    let reach = Reach::new(&model);
    let symbols = Symbols::new(&model, &reach);
    let items = model.shapes.keys().filter(|id| symbols.contains(id));
    items
        .map(|id| (id.clone(), symbols.name(id).clone()))
        .collect()
}
