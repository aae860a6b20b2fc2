//! What the model says of an item and the IR need not know, by the path that the item has in Rust.
//!
//! Model and IR are walked side by side, from the operations on: members and fields stand in the same order, so no
//! name has to be made a second time.

use std::collections::BTreeMap;

use serde_json::Value;

use super::Side;
use crate::ir::{Name, Service, Structure, Type};
use crate::model::{Member, Model, Shape, ShapeId, ShapeKind, Traits};

/// What a model says of one item.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Fact {
    /// Its documentation, without regard to how lines are broken.
    pub(super) documentation: Option<String>,
    /// The constraints on its value, and on what the value holds.
    pub(super) constraints: Vec<String>,
    /// Whether the model requires it.
    pub(super) required: bool,
    /// Its default; a null is none.
    pub(super) default: Option<Value>,
}

/// The facts of a model.
#[derive(Default)]
pub(super) struct Facts(BTreeMap<String, Fact>);

impl Facts {
    /// Those of everything that the crate has an item for.
    pub(super) fn of(side: &Side) -> Self {
        let mut walk = Walk {
            model: &side.model,
            service: &side.service,
            facts: Self::default(),
        };
        walk.all();
        walk.facts
    }

    pub(super) fn get(&self, path: &str) -> Option<&Fact> {
        self.0.get(path)
    }

    /// Whether the model documents anything at all: what `import` writes has facts only.
    pub(super) fn has_documentation(&self) -> bool {
        self.0.values().any(|fact| fact.documentation.is_some())
    }
}

struct Walk<'a> {
    model: &'a Model,
    service: &'a Service,
    facts: Facts,
}

impl<'a> Walk<'a> {
    fn all(&mut self) {
        let (model, service) = (self.model, self.service);
        self.add("Client".to_owned(), &model.service.traits, Vec::new());
        for operation in &service.operations {
            let mut shapes = model.operations.iter();
            let Some(shape) = shapes.find(|shape| shape.id.name() == operation.wire_name) else {
                continue;
            };
            self.add(
                format!("Client::{}", operation.method),
                &shape.traits,
                Vec::new(),
            );
            for (id, structure) in [
                (&shape.input, &operation.input),
                (&shape.output, &operation.output),
            ] {
                if let Some(id) = id {
                    let path = format!("operation::{}::{}", operation.module, structure.name);
                    self.structure(path, model.shape(id), structure);
                }
            }
            for (id, name) in shape.errors.iter().zip(&operation.errors) {
                self.item(id, name);
            }
        }
    }

    /// Notes a shape that is an item of `types` with all that it leads to, unless it was met before.
    fn item(&mut self, id: &ShapeId, name: &Name) {
        let service = self.service;
        let shape = self.model.shape(id);
        let mut structures = service.structures.iter();
        if let Some(found) = structures.find(|one| one.name == *name) {
            return self.structure(format!("types::{name}"), shape, found);
        }
        let mut errors = service.errors.iter();
        if let Some(found) = errors.find(|one| one.structure.name == *name) {
            return self.structure(format!("types::error::{name}"), shape, &found.structure);
        }
        let path = format!("types::{name}");
        if !self.enter(&path, shape) {
            return;
        }
        let union = service.unions.iter().find(|one| one.name == *name);
        let variants: Vec<(&Name, Option<&Type>)> = match union {
            Some(union) => {
                let variants = union.variants.iter();
                variants.map(|one| (&one.name, one.ty.as_ref())).collect()
            }
            None => enum_variants(service, name),
        };
        for (member, (variant, ty)) in shape.members().iter().zip(variants) {
            self.member(format!("{path}::{variant}"), member, ty);
        }
    }

    fn structure(&mut self, path: String, shape: &'a Shape, structure: &Structure) {
        if !self.enter(&path, shape) {
            return;
        }
        for (member, field) in shape.members().iter().zip(&structure.fields) {
            self.member(format!("{path}::{}", field.name), member, Some(&field.ty));
        }
    }

    fn member(&mut self, path: String, member: &Member, ty: Option<&Type>) {
        let mut constraints = own_constraints(&member.traits);
        self.constraints(&member.target, &mut constraints);
        self.add(path, &member.traits, constraints);
        if let Some(ty) = ty {
            self.follow(&member.target, ty);
        }
    }

    /// Goes on to what a member leads to.
    fn follow(&mut self, id: &ShapeId, ty: &Type) {
        let Some(shape) = self.model.shapes.get(id) else {
            return;
        };
        match (&shape.kind, ty) {
            (ShapeKind::List(member), Type::List { item, .. }) => self.follow(&member.target, item),
            (
                ShapeKind::Map { key, value },
                Type::Map {
                    key: key_type,
                    value: value_type,
                    ..
                },
            ) => {
                self.follow(&key.target, key_type);
                self.follow(&value.target, value_type);
            }
            (
                _,
                Type::Enum(name) | Type::IntEnum(name) | Type::Structure(name) | Type::Union(name),
            ) => self.item(id, name),
            _ => {}
        }
    }

    /// Notes a shape; `false` if it was there.
    fn enter(&mut self, path: &str, shape: &Shape) -> bool {
        if self.facts.0.contains_key(path) {
            return false;
        }
        self.add(path.to_owned(), &shape.traits, Vec::new());
        true
    }

    fn add(&mut self, path: String, traits: &Traits, constraints: Vec<String>) {
        let words = |text: &String| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let fact = Fact {
            documentation: traits.documentation.as_ref().map(words),
            constraints,
            required: traits.required,
            default: traits
                .default
                .as_deref()
                .filter(|value| !value.is_null())
                .cloned(),
        };
        self.facts.0.insert(path, fact);
    }

    /// Adds the constraints of a member's target, and of the elements it holds.
    fn constraints(&self, id: &ShapeId, found: &mut Vec<String>) {
        let Some(shape) = self.model.shapes.get(id) else {
            return;
        };
        // A member's own constraint takes the place of its target's.
        let kind = |text: &str| text.split(' ').next().map(str::to_owned);
        for one in own_constraints(&shape.traits) {
            if found.iter().all(|other| kind(other) != kind(&one)) {
                found.push(one);
            }
        }
        match &shape.kind {
            ShapeKind::List(member) => self.element(member, "item ", found),
            ShapeKind::Map { key, value } => {
                self.element(key, "key ", found);
                self.element(value, "value ", found);
            }
            _ => {}
        }
    }

    fn element(&self, member: &Member, of: &str, found: &mut Vec<String>) {
        let mut own = own_constraints(&member.traits);
        self.constraints(&member.target, &mut own);
        found.extend(own.into_iter().map(|one| format!("{of}{one}")));
    }
}

fn enum_variants<'a>(service: &'a Service, name: &Name) -> Vec<(&'a Name, Option<&'a Type>)> {
    let strings = service.enums.iter().filter(|one| one.name == *name);
    let strings = strings.flat_map(|one| one.variants.iter().map(|one| &one.name));
    let integers = service.int_enums.iter().filter(|one| one.name == *name);
    let integers = integers.flat_map(|one| one.variants.iter().map(|one| &one.name));
    strings.chain(integers).map(|name| (name, None)).collect()
}

/// The constraints that one shape or member has of its own
/// ([Smithy 2.0, constraint traits](https://smithy.io/2.0/spec/constraint-traits.html)).
fn own_constraints(traits: &Traits) -> Vec<String> {
    let bounds = |min: Option<String>, max: Option<String>| {
        format!("{}..={}", min.unwrap_or_default(), max.unwrap_or_default())
            .trim_end_matches('=')
            .to_owned()
    };
    let length = traits.length.map(|length| {
        // Nothing is shorter than nothing.
        let min = length.min.filter(|min| *min > 0);
        let text = |bound: Option<u64>| bound.map(|bound| bound.to_string());
        format!("length {}", bounds(text(min), text(length.max)))
    });
    let range = traits.range.as_ref();
    let range =
        range.map(|range| format!("range {}", bounds(range.min.clone(), range.max.clone())));
    let pattern = traits.pattern.as_ref();
    let pattern = pattern.map(|pattern| format!("pattern {pattern}"));
    let unique = traits.unique_items.then(|| "uniqueItems".to_owned());
    [length, range, pattern, unique]
        .into_iter()
        .flatten()
        .collect()
}
