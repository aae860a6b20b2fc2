//! Which member is held against what.

use super::Scope;
use super::values::value_check;
use crate::ir::{
    Access, Binding, CheckKind, Field, Form, MemberCheck, MemberChecks, Need, Presence, Structure,
    Type, Union, UnionVariant, ValueCheck,
};
use crate::model::{Member, Shape, Traits};

/// The members of an operation's input.
pub(super) fn input_checks(
    scope: &mut Scope<'_, '_>,
    shape: Option<&Shape>,
    input: &Structure,
) -> MemberChecks {
    let Some(shape) = shape else {
        return MemberChecks::Fields(Vec::new());
    };
    fields(scope, shape, input, |member, field| {
        if is_label(field, &member.traits) {
            Need::Label
        } else if field.required {
            Need::Required
        } else {
            Need::None
        }
    })
}

fn is_label(field: &Field, traits: &Traits) -> bool {
    matches!(field.binding, Binding::Label | Binding::GreedyLabel) || traits.host_label
}

/// The members of a structure that others hold. Most that are required have types which are always there.
pub(super) fn structure_checks(
    scope: &mut Scope<'_, '_>,
    shape: &Shape,
    structure: &Structure,
) -> MemberChecks {
    fields(scope, shape, structure, |member, field| {
        let traits = &member.traits;
        let is_required = traits.required && !traits.client_optional && traits.default.is_none();
        if is_required && field.presence == Presence::Optional {
            Need::Required
        } else {
            Need::None
        }
    })
}

fn fields(
    scope: &mut Scope<'_, '_>,
    shape: &Shape,
    structure: &Structure,
    need: impl Fn(&Member, &Field) -> Need,
) -> MemberChecks {
    let members = shape.members().iter().zip(&structure.fields);
    let checks = members.filter_map(|(member, field)| {
        let need = need(member, field);
        let mut value = value_check(scope, member, structure.sensitive);
        if let (None, Need::Label, Type::String | Type::MediaString | Type::Enum(_)) =
            (&value, need, &field.ty)
        {
            value = Some(label_check(field));
        }
        if value.is_none() && need == Need::None {
            return None;
        }
        Some(MemberCheck {
            wire_name: wire_name(field),
            need,
            access: match &value {
                Some(_) => access(field),
                None => Access {
                    field: Some(field.name.clone()),
                    form: Form::Borrowed,
                },
            },
            value: value.unwrap_or(ValueCheck {
                secret: false,
                kind: CheckKind::Given,
            }),
        })
    });
    MemberChecks::Fields(checks.collect())
}

/// That a label without constraints is not empty.
fn label_check(field: &Field) -> ValueCheck {
    ValueCheck {
        secret: false,
        kind: match field.ty {
            Type::Enum(_) => CheckKind::EnumLabel,
            _ => CheckKind::Simple(crate::ir::SimpleKind::String, None),
        },
    }
}

/// The name that a member has in JSON if it travels there, and else in the model.
fn wire_name(field: &Field) -> String {
    match field.binding {
        Binding::Body => field.json_name.clone(),
        _ => field.member.clone(),
    }
}

fn access(field: &Field) -> Access {
    let form = match &field.ty {
        ty if !is_number(ty) => form(ty, field.presence == Presence::Optional, field.boxed),
        _ if field.omit_default => Form::UnlessZero,
        _ => Form::Copied,
    };
    Access {
        field: Some(field.name.clone()),
        form,
    }
}

/// How a value other than a number is handed on. Functions for types of the model cannot tell a reference from one to an
/// `Option`.
fn form(ty: &Type, is_option: bool, boxed: bool) -> Form {
    match ty {
        Type::Structure(_) | Type::Union(_) | Type::Enum(_) => Form::Optional { is_option, boxed },
        _ => Form::Borrowed,
    }
}

/// Whether values are copied.
fn is_number(ty: &Type) -> bool {
    ty.is_scalar() || matches!(ty, Type::IntEnum(_))
}

/// The members of a union.
pub(super) fn union_checks(
    scope: &mut Scope<'_, '_>,
    shape: &Shape,
    union: &Union,
) -> MemberChecks {
    let members = shape.members().iter().zip(&union.variants);
    let checks = members.filter_map(|(member, variant)| {
        let value = value_check(scope, member, union.sensitive)?;
        let check = MemberCheck {
            wire_name: variant.json_name.clone(),
            need: Need::None,
            access: held(variant),
            value,
        };
        Some((variant.name.clone(), check))
    });
    MemberChecks::Variants(checks.collect())
}

fn held(variant: &UnionVariant) -> Access {
    let form = match &variant.ty {
        Some(ty) if !is_number(ty) => form(ty, false, variant.boxed),
        _ => Form::Copied,
    };
    Access { field: None, form }
}
