//! Enums and unions.

use super::context::{Context, deprecation};
use super::docs::Page;
use super::names::{self, field_name, variant_name, variant_names};
use super::structures::type_module;
use crate::diagnostic::Diagnostics;
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
    let variants: Vec<EnumVariant> = shape
        .members()
        .iter()
        .zip(variant_names(shape.members()))
        .map(|(member, name)| EnumVariant {
            name,
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
        module: type_module(&name),
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
    let variants: Vec<IntEnumVariant> = shape
        .members()
        .iter()
        .zip(variant_names(shape.members()))
        .map(|(member, name)| IntEnumVariant {
            name,
            value: value(member)
                .and_then(|value| i32::try_from(value).ok())
                .unwrap_or_default(),
            docs: variant_docs(context, member, &page),
            deprecated: deprecation(&member.traits),
        })
        .collect();
    IntEnum {
        module: type_module(&name),
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
pub(super) fn union(
    context: &Context<'_>,
    shape: &Shape,
    name: Name,
    diagnostics: &mut Diagnostics,
) -> Union {
    let page = page(context, shape);
    let variants: Vec<UnionVariant> = shape
        .members()
        .iter()
        .map(|member| union_variant(context, member, &page))
        .collect();
    report_clashes(
        shape,
        variants.iter().map(|variant| &variant.name),
        diagnostics,
    );
    Union {
        module: type_module(&name),
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

fn union_variant(context: &Context<'_>, member: &Member, page: &Page<'_>) -> UnionVariant {
    let is_unit = !context.model.shapes.contains_key(&member.target);
    let name = variant_name(member.name());
    // `is_unknown` asks for the variant that the model does not know.
    let method_name = match field_name(member.name()) {
        unknown if unknown.as_str() == "unknown" => unknown.suffixed("_value"),
        plain => plain,
    };
    UnionVariant {
        name,
        method_name,
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

fn report_clashes<'a>(
    shape: &'a Shape,
    names: impl Iterator<Item = &'a Name>,
    diagnostics: &mut Diagnostics,
) {
    let members = shape.members().iter().map(Member::name);
    names::report_clashes(&shape.id, names.zip(members), diagnostics);
}
