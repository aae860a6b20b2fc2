//! Enums and unions.

use super::context::{Context, deprecation};
use super::docs::Page;
use super::names::union_methods;
use crate::ir::{
    Enum, EnumVariant, IntEnum, IntEnumVariant, Name, TimestampFormat, Union, UnionVariant,
};
use crate::model::{Member, Shape};

/// The page of an enum or a union, where its name is in scope.
fn page<'a>(context: &'a Context<'_>, shape: &'a Shape) -> Page<'a> {
    let own = context.symbols.name(&shape.id).as_str();
    Page::new(&["types"])
        .with_types([own])
        .with_types(context.held_types(shape))
}

/// An enum of strings.
pub(super) fn string_enum(context: &Context<'_>, shape: &Shape, name: Name) -> Enum {
    let page = page(context, shape);
    let variants: Vec<EnumVariant> = context
        .symbols
        .members(shape)
        .map(|(member, name)| EnumVariant {
            name: name.clone(),
            value: member
                .traits
                .enum_value
                .as_ref()
                .and_then(|value| value.as_str())
                .unwrap_or(member.name())
                .to_owned(),
            docs: variant_docs(context, member, &page),
            deprecated: deprecation(&member.traits),
        })
        .collect();
    Enum {
        module: context.symbols.item(&shape.id).module.clone(),
        docs: context.docs(
            &shape.traits,
            &format!("The values of `{}`.", shape.id.name()),
            &page,
            0,
        ),
        deprecated: deprecation(&shape.traits),
        sensitive: shape.traits.sensitive,
        variants,
        name,
    }
}

/// An enum of integers.
pub(super) fn int_enum(context: &Context<'_>, shape: &Shape, name: Name) -> IntEnum {
    let page = page(context, shape);
    let value = |member: &Member| {
        member
            .traits
            .enum_value
            .as_ref()
            .and_then(|value| value.as_i64())
    };
    let variants: Vec<IntEnumVariant> = context
        .symbols
        .members(shape)
        .map(|(member, name)| IntEnumVariant {
            name: name.clone(),
            value: value(member)
                .and_then(|value| i32::try_from(value).ok())
                .unwrap_or_default(),
            docs: variant_docs(context, member, &page),
            deprecated: deprecation(&member.traits),
        })
        .collect();
    IntEnum {
        module: context.symbols.item(&shape.id).module.clone(),
        docs: context.docs(
            &shape.traits,
            &format!("The values of `{}`.", shape.id.name()),
            &page,
            0,
        ),
        deprecated: deprecation(&shape.traits),
        variants,
        name,
    }
}

/// A union.
pub(super) fn union(context: &Context<'_>, shape: &Shape, name: Name) -> Union {
    let page = page(context, shape);
    let members = context.symbols.members(shape);
    let variants: Vec<UnionVariant> = members
        .zip(union_methods(shape))
        .map(|((member, name), method_name)| {
            union_variant(context, member, (name.clone(), method_name), &page)
        })
        .collect();
    Union {
        module: context.symbols.item(&shape.id).module.clone(),
        docs: context.docs(
            &shape.traits,
            &format!("One of the members of `{}`.", shape.id.name()),
            &page,
            0,
        ),
        deprecated: deprecation(&shape.traits),
        variants,
        in_requests: context.reach.requests.contains(&shape.id),
        in_responses: context.reach.responses.contains(&shape.id),
        sensitive: shape.traits.sensitive,
        name,
    }
}

fn union_variant(
    context: &Context<'_>,
    member: &Member,
    (name, method_name): (Name, Name),
    page: &Page<'_>,
) -> UnionVariant {
    let is_unit = !context.model.shapes.contains_key(&member.target);
    UnionVariant {
        name,
        method_name,
        member: member.name().to_owned(),
        json_name: member
            .traits
            .json_name
            .clone()
            .unwrap_or_else(|| member.name().to_owned()),
        docs: variant_docs(context, member, page),
        deprecated: deprecation(&member.traits),
        ty: (!is_unit).then(|| context.member_type(member, TimestampFormat::EpochSeconds)),
        boxed: context.recursive.contains(&member.id),
        sensitive: context.is_sensitive(member),
    }
}

fn variant_docs(context: &Context<'_>, member: &Member, page: &Page<'_>) -> crate::ir::Docs {
    context.docs(
        &member.traits,
        &format!("The value `{}`.", member.name()),
        page,
        4,
    )
}
