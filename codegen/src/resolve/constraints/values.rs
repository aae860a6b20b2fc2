//! What a value is held against.

use super::Scope;
use crate::ir::{CheckKind, Form, ItemCheck, SimpleKind, ValueCheck};
use crate::model::{Member, Shape, ShapeKind};

/// What is checked of the value of a member, if anything is. The values of enums are not: a service may know more of
/// them than the model.
pub(super) fn value_check(
    scope: &mut Scope<'_, '_>,
    member: &Member,
    owner_is_secret: bool,
) -> Option<ValueCheck> {
    let target = scope.context.model.shapes.get(&member.target)?;
    let kind = match &target.kind {
        ShapeKind::Structure(_) | ShapeKind::Union(_) => {
            let is_checked = scope.checked.contains(&target.id);
            is_checked.then_some(CheckKind::Structure)?
        }
        ShapeKind::List(item) => list(scope, member, target, item)?,
        ShapeKind::Map { key, value } => map(scope, member, target, (key, value))?,
        kind => {
            let is_stream = member.traits.streaming || target.traits.streaming;
            let simple = simple(kind).filter(|_| !is_stream)?;
            CheckKind::Simple(simple, Some(scope.named.constraint(member, target)?))
        }
    };
    Some(ValueCheck {
        secret: owner_is_secret || is_secret(member, target),
        kind,
    })
}

/// Whether the member or its target is marked, parts of it aside.
fn is_secret(member: &Member, target: &Shape) -> bool {
    member.traits.sensitive || target.traits.sensitive
}

fn list(
    scope: &mut Scope<'_, '_>,
    member: &Member,
    target: &Shape,
    item: &Member,
) -> Option<CheckKind> {
    let constraint = scope.named.constraint(member, target);
    let unique = target.traits.unique_items;
    let item = item_check(scope, item, target.traits.sparse);
    let is_checked = constraint.is_some() || unique || item.is_some();
    is_checked.then_some(CheckKind::List {
        constraint,
        unique,
        item,
    })
}

fn map(
    scope: &mut Scope<'_, '_>,
    member: &Member,
    target: &Shape,
    (key, value): (&Member, &Member),
) -> Option<CheckKind> {
    let constraint = scope.named.constraint(member, target);
    let key_shape = scope.context.model.shape(&key.target);
    let key_constraint = match key_shape.kind {
        ShapeKind::String => scope.named.constraint(key, key_shape),
        _ => None,
    };
    let value = item_check(scope, value, target.traits.sparse);
    let is_checked = constraint.is_some() || key_constraint.is_some() || value.is_some();
    is_checked.then_some(CheckKind::Map {
        constraint,
        secret_keys: is_secret(key, key_shape),
        key: key_constraint,
        value,
    })
}

fn item_check(scope: &mut Scope<'_, '_>, item: &Member, sparse: bool) -> Option<Box<ItemCheck>> {
    let check = value_check(scope, item, false)?;
    let form = match check.kind {
        CheckKind::Structure => Form::Optional {
            is_option: sparse,
            boxed: false,
        },
        CheckKind::Simple(kind, _) if kind.is_copied() => Form::Copied,
        _ => Form::Borrowed,
    };
    Some(Box::new(ItemCheck { form, check }))
}

fn simple(kind: &ShapeKind) -> Option<SimpleKind> {
    Some(match kind {
        ShapeKind::String => SimpleKind::String,
        ShapeKind::Blob => SimpleKind::Blob,
        ShapeKind::Byte => SimpleKind::Byte,
        ShapeKind::Short => SimpleKind::Short,
        ShapeKind::Integer => SimpleKind::Integer,
        ShapeKind::Long => SimpleKind::Long,
        ShapeKind::Float => SimpleKind::Float,
        ShapeKind::Double => SimpleKind::Double,
        ShapeKind::BigInteger => SimpleKind::BigInteger,
        ShapeKind::BigDecimal => SimpleKind::BigDecimal,
        _ => return None,
    })
}
