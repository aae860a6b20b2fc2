//! Names of the shapes that become items of `types` and `types::error`.

use std::collections::{BTreeMap, BTreeSet};

use super::words::{Taken, is_upper_camel, module, snake, upper_camel};
use crate::ir::{Name, reserved};
use crate::model::{Model, Shape, ShapeId, ShapeKind};

/// Names that modules in `types` do not get: those of its other modules, and its own, which would read oddly twice.
const TAKEN_MODULES: [&str; 3] = ["builders", "error", "types"];

/// The names of an item.
pub(in crate::resolve) struct ItemNames {
    /// The type.
    pub(in crate::resolve) name: Name,
    /// The module it has in `types` or `types::error`.
    pub(in crate::resolve) module: Name,
    /// The method that asks whether an error is this one, `is_conflict_exception`; of use for errors alone.
    pub(in crate::resolve) is_method: Name,
}

/// Whether shapes of this kind become an item of their own.
pub(super) fn is_item(shape: &Shape) -> bool {
    matches!(
        shape.kind,
        ShapeKind::Structure(_) | ShapeKind::Union(_) | ShapeKind::Enum(_) | ShapeKind::IntEnum(_)
    )
}

/// The names that shapes go by inside the service: those that `rename` gives them, or their own.
pub(super) struct ServiceNames<'m>(BTreeMap<&'m ShapeId, &'m str>);

impl<'m> ServiceNames<'m> {
    pub(super) fn new(model: &'m Model) -> Self {
        let renames = model.service.rename.iter().rev();
        Self(renames.map(|(id, name)| (id, name.as_str())).collect())
    }

    pub(super) fn of(&self, shape: &'m Shape) -> &'m str {
        let renamed = self.0.get(&shape.id).copied();
        renamed.unwrap_or(shape.id.name())
    }
}

/// Names every item. `taken` are the names that the pages of operations define.
///
/// Whoever gives way, it is not a shape whose name can be had as it is: those come first, of them the ones of the
/// service's own namespace, of them the ones in Rust's case. So a shape that is added later seldom takes another's name.
pub(super) fn name_items<'m>(
    model: &Model,
    mut shapes: Vec<&'m Shape>,
    names: &ServiceNames<'m>,
    errors: &BTreeSet<ShapeId>,
    taken: Taken,
) -> BTreeMap<&'m ShapeId, ItemNames> {
    let namespace = model.service.id.namespace();
    let mut items = Items {
        taken,
        ..Items::default()
    };
    shapes.sort_by_cached_key(|shape| {
        let text = names.of(shape);
        let claims = claims(shape, &upper_camel(text));
        let gives_way = claims.iter().any(|name| items.taken.has(name))
            || is_reserved(upper_camel(text).as_str(), errors.contains(&shape.id));
        let is_foreign = shape.id.namespace() != namespace;
        (gives_way, is_foreign, !is_upper_camel(text), &shape.id)
    });
    let name = |shape: &'m Shape| {
        let is_error = errors.contains(&shape.id);
        let name = items.name(shape, names.of(shape), namespace, is_error);
        (&shape.id, items.rest(name, is_error))
    };
    shapes.into_iter().map(name).collect()
}

/// What a type brings with it: structures and errors have a builder.
fn claims(shape: &Shape, name: &Name) -> Vec<String> {
    let mut claims = vec![name.as_str().to_owned()];
    if matches!(shape.kind, ShapeKind::Structure(_)) {
        claims.push(name.suffixed("Builder").as_str().to_owned());
    }
    claims
}

/// Whether emitted pages use this name for something else. Without a letter in upper case it is no better than a
/// field's or a module's: `_2d`.
fn is_reserved(name: &str, is_error: bool) -> bool {
    !name.contains(|letter: char| letter.is_ascii_uppercase())
        || reserved::PRELUDE.contains(&name)
        || reserved::TYPES.iter().any(|(taken, _)| *taken == name)
        || is_error && reserved::ERRORS.contains(&name)
}

/// What items have been named already.
#[derive(Default)]
struct Items {
    /// Types and their builders.
    taken: Taken,
    /// Types alone.
    types: Taken,
    /// Modules in `types`.
    modules: Taken,
    /// Modules in `types::error`.
    error_modules: Taken,
    is_methods: Taken,
}

impl Items {
    /// The name of a shape: its own if that is free. Else one that tells why it is not: with `Type` (or a word like it)
    /// behind it where pages use the name, with the last word of its namespace before it where a shape of another
    /// namespace has it, with a number where only letter case or underscores told the two apart.
    fn name(&mut self, shape: &Shape, text: &str, namespace: &str, is_error: bool) -> Name {
        let plain = upper_camel(text);
        let claims = |name: &Name| claims(shape, name);
        let is_reserved = is_reserved(plain.as_str(), is_error);
        let name = if !is_reserved && self.taken.take(claims(&plain)) {
            plain
        } else if is_reserved || !self.types.has(plain.as_str()) {
            let mut suffixed = ["Type", "Shape", "Item"]
                .map(|suffix| plain.suffixed(suffix))
                .into_iter();
            let found = suffixed.find(|name| self.taken.take(claims(name)));
            found.unwrap_or_else(|| self.taken.number_with(&plain.suffixed("Type"), claims))
        } else if shape.id.namespace() == namespace {
            self.taken.number_with(&plain, claims)
        } else {
            let last = shape.id.namespace().rsplit('.').next().unwrap_or_default();
            let qualified = upper_camel(&format!("{last}_{text}"));
            self.taken.number_with(&qualified, claims)
        };
        self.types.take(vec![name.as_str().to_owned()]);
        name
    }

    /// The names that follow from that of the type.
    fn rest(&mut self, name: Name, is_error: bool) -> ItemNames {
        let modules = if is_error {
            &mut self.error_modules
        } else {
            &mut self.modules
        };
        let module = modules.number(&module(name.as_str(), &TAKEN_MODULES));
        let is_method = snake(name.as_str()).prefixed("is_");
        ItemNames {
            is_method: if is_error {
                self.is_methods.number(&is_method)
            } else {
                is_method
            },
            module,
            name,
        }
    }
}
