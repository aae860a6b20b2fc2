//! Gives properties that several endpoints have, with the same value, a function of their own.

use std::collections::BTreeSet;

use super::names;
use super::uses::of_document;
use crate::ir::endpoint::{Block, Document, Helper, Outcome, SharedProperty, Step};

/// Replaces such properties; `is_used` says which names are in use.
pub(super) fn share(
    body: &mut Block,
    helpers: &mut [Helper],
    is_used: impl Fn(&str) -> bool,
) -> Vec<SharedProperty> {
    let mut all = Vec::new();
    let mut blocks = vec![body];
    blocks.extend(helpers.iter_mut().map(|helper| &mut helper.body));
    for block in &mut blocks {
        visit(block, &mut |name, value| {
            all.push((name.to_owned(), value.clone()))
        });
    }
    let mut shared: Vec<SharedProperty> = Vec::new();
    let mut made: BTreeSet<String> = BTreeSet::new();
    for (name, value) in &all {
        let is_known = shared.iter().any(|one| one.value == *value);
        let is_repeated = all.iter().filter(|(_, other)| other == value).count() > 1;
        if is_known || !is_repeated || !is_worth_it(value) {
            continue;
        }
        let name = if names::is_name(name) {
            name
        } else {
            "property"
        };
        let name = names::local(name, |other| is_used(other) || made.contains(other));
        made.insert(name.to_string());
        shared.push(SharedProperty {
            name,
            value: value.clone(),
        });
    }
    for block in &mut blocks {
        visit(block, &mut |_, value| replace(value, &shared));
    }
    shared
}

/// Whether it is a list or an object, and the same everywhere.
fn is_worth_it(value: &Document) -> bool {
    let uses = of_document(value);
    let is_fixed = !uses.params && uses.locals.is_empty();
    is_fixed && matches!(value, Document::Array(_) | Document::Object(_))
}

fn replace(value: &mut Document, shared: &[SharedProperty]) {
    if let Some(one) = shared.iter().find(|one| one.value == *value) {
        *value = Document::Shared(one.name.clone());
    }
}

fn visit(block: &mut Block, visitor: &mut impl FnMut(&str, &mut Document)) {
    for step in &mut block.steps {
        if let Step::If { then, .. } = step {
            visit(then, visitor);
        }
    }
    if let Some(Outcome::Endpoint(endpoint)) = &mut block.end {
        for (name, value) in &mut endpoint.properties {
            visitor(name, value);
        }
    }
}
