//! What every part of `resolve` looks things up in.

use std::collections::BTreeSet;

use super::docs::{Links, Page};
use super::names::Symbols;
use super::reach::Reach;
use crate::ir::{Docs, Name, TimestampFormat, Type};
use crate::model::{self, Member, Model, Shape, ShapeId, ShapeKind, Traits};

/// The model, with what has been found out about it.
pub(super) struct Context<'a> {
    pub(super) model: &'a Model,
    /// The operations of the service that are not emitted.
    pub(super) left_out: BTreeSet<String>,
    pub(super) symbols: Symbols<'a>,
    pub(super) links: Links,
    pub(super) reach: Reach,
    /// Members that need a `Box`.
    pub(super) recursive: BTreeSet<ShapeId>,
}

impl Context<'_> {
    /// The type of what a member holds. `format` is the one that timestamps have where the model says none.
    pub(super) fn member_type(&self, member: &Member, format: TimestampFormat) -> Type {
        let target = self.model.shape(&member.target);
        match &target.kind {
            ShapeKind::Timestamp => {
                let declared = member
                    .traits
                    .timestamp_format
                    .or(target.traits.timestamp_format);
                Type::Timestamp(declared.map_or(format, timestamp_format))
            }
            ShapeKind::String if member.traits.media_type.is_some() => Type::MediaString,
            _ => self.shape_type(target, format),
        }
    }

    fn shape_type(&self, shape: &Shape, format: TimestampFormat) -> Type {
        match &shape.kind {
            ShapeKind::Blob => Type::Blob,
            ShapeKind::Boolean => Type::Boolean,
            ShapeKind::String if shape.traits.media_type.is_some() => Type::MediaString,
            ShapeKind::String => Type::String,
            ShapeKind::Byte => Type::Byte,
            ShapeKind::Short => Type::Short,
            ShapeKind::Integer => Type::Integer,
            ShapeKind::Long => Type::Long,
            ShapeKind::Float => Type::Float,
            ShapeKind::Double => Type::Double,
            ShapeKind::BigInteger => Type::BigInteger,
            ShapeKind::BigDecimal => Type::BigDecimal,
            ShapeKind::Timestamp => Type::Timestamp(format),
            ShapeKind::Document => Type::Document,
            ShapeKind::Enum(_) => Type::Enum(self.symbols.name(&shape.id).clone()),
            ShapeKind::IntEnum(_) => Type::IntEnum(self.symbols.name(&shape.id).clone()),
            ShapeKind::Structure(_) => Type::Structure(self.symbols.name(&shape.id).clone()),
            ShapeKind::Union(_) => Type::Union(self.symbols.name(&shape.id).clone()),
            ShapeKind::List(item) => Type::List {
                item: Box::new(self.member_type(item, format)),
                sparse: shape.traits.sparse,
            },
            ShapeKind::Map { key, value } => Type::Map {
                key: Box::new(self.member_type(key, format)),
                value: Box::new(self.member_type(value, format)),
                sparse: shape.traits.sparse,
            },
        }
    }

    /// Whether what a member holds is secret: the member or its target says so, or an element does. A
    /// structure hides its own secrets.
    ///
    /// ([Smithy 2.0, sensitive](https://smithy.io/2.0/spec/documentation-traits.html#sensitive-trait))
    pub(super) fn is_sensitive(&self, member: &Member) -> bool {
        let Some(target) = self.model.shapes.get(&member.target) else {
            return false;
        };
        if member.traits.sensitive || target.traits.sensitive {
            return true;
        }
        match &target.kind {
            ShapeKind::List(item) => self.is_sensitive(item),
            ShapeKind::Map { key, value } => self.is_sensitive(key) || self.is_sensitive(value),
            _ => false,
        }
    }

    /// The shape of an error, by the name it has in Rust.
    pub(super) fn error_shape(&self, name: &Name) -> Option<&Shape> {
        let errors = self.reach.errors.iter();
        let mut named = errors.filter(|id| self.symbols.contains(id));
        let id = named.find(|id| self.symbols.name(id) == name)?;
        Some(self.model.shape(id))
    }

    /// The member of a list.
    pub(super) fn list_item(&self, id: &ShapeId) -> Option<&Member> {
        match &self.model.shape(id).kind {
            ShapeKind::List(item) => Some(item),
            _ => None,
        }
    }

    /// Key and value of a map.
    pub(super) fn map_members(&self, id: &ShapeId) -> Option<(&Member, &Member)> {
        match &self.model.shape(id).kind {
            ShapeKind::Map { key, value } => Some((key, value)),
            _ => None,
        }
    }

    /// The documentation of a shape or a member.
    pub(super) fn docs(
        &self,
        traits: &Traits,
        fallback: &str,
        page: &Page<'_>,
        indent: usize,
    ) -> Docs {
        let mut docs = self
            .links
            .docs(traits.documentation.as_deref(), fallback, page, indent);
        if let Some(note) = deprecation(traits) {
            docs.lines.push(String::new());
            docs.lines
                .extend(self.links.deprecation(&note, page, indent));
        }
        docs
    }

    /// The Rust names of the types that the members of a shape hold, which its page imports.
    pub(super) fn held_types(&self, shape: &Shape) -> BTreeSet<&str> {
        let mut open: Vec<&ShapeId> = shape
            .members()
            .iter()
            .map(|member| &member.target)
            .collect();
        let mut names = BTreeSet::new();
        while let Some(id) = open.pop() {
            match self.model.shapes.get(id).map(|shape| &shape.kind) {
                Some(ShapeKind::List(item)) => open.push(&item.target),
                Some(ShapeKind::Map { key, value }) => open.extend([&key.target, &value.target]),
                Some(_) if self.symbols.contains(id) => {
                    names.insert(self.symbols.name(id).as_str());
                }
                _ => {}
            }
        }
        names
    }
}

/// The note of a deprecated thing.
pub(super) fn deprecation(traits: &Traits) -> Option<String> {
    let deprecated = traits.deprecated.as_ref()?;
    Some(match (&deprecated.message, &deprecated.since) {
        (Some(message), _) => message.clone(),
        (None, Some(since)) => format!("Since {since}."),
        (None, None) => "The service advises against it.".to_owned(),
    })
}

fn timestamp_format(format: model::TimestampFormat) -> TimestampFormat {
    match format {
        model::TimestampFormat::DateTime => TimestampFormat::DateTime,
        model::TimestampFormat::EpochSeconds => TimestampFormat::EpochSeconds,
        model::TimestampFormat::HttpDate => TimestampFormat::HttpDate,
    }
}
