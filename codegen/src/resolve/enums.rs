//! Enums and unions.

use super::context::{Context, deprecation};
use super::docs::Place;
use super::names::{self, field_name, variant_name};
use super::structures::type_module;
use crate::diagnostic::Diagnostics;
use crate::ir::{
    Enum, EnumVariant, IntEnum, IntEnumVariant, Name, TimestampFormat, Union, UnionVariant,
};
use crate::model::{Member, Shape};

/// Where the page of a type stands, and where its variants do.
const ITEM: Place = Place {
    indent: 0,
    page: &["types", "page"],
};
const VARIANT: Place = Place {
    indent: 4,
    page: &["types", "page"],
};

/// An enum of strings.
pub(super) fn string_enum(
    context: &Context<'_>,
    shape: &Shape,
    name: Name,
    diagnostics: &mut Diagnostics,
) -> Enum {
    let variants: Vec<EnumVariant> = shape
        .members()
        .iter()
        .map(|member| EnumVariant {
            name: variant_name(member.name()),
            value: member
                .traits
                .enum_value
                .as_ref()
                .and_then(|value| value.as_str())
                .unwrap_or(member.name())
                .to_owned(),
            docs: variant_docs(context, member),
            deprecated: deprecation(&member.traits),
        })
        .collect();
    report_clashes(
        shape,
        variants.iter().map(|variant| &variant.name),
        diagnostics,
    );
    Enum {
        module: type_module(&name),
        docs: context.docs(
            &shape.traits,
            &format!("The values of `{}`.", shape.id.name()),
            ITEM,
        ),
        deprecated: deprecation(&shape.traits),
        sensitive: shape.traits.sensitive,
        variants,
        name,
    }
}

/// An enum of integers.
pub(super) fn int_enum(
    context: &Context<'_>,
    shape: &Shape,
    name: Name,
    diagnostics: &mut Diagnostics,
) -> IntEnum {
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
        .map(|member| IntEnumVariant {
            name: variant_name(member.name()),
            value: value(member)
                .and_then(|value| i32::try_from(value).ok())
                .unwrap_or_default(),
            docs: variant_docs(context, member),
            deprecated: deprecation(&member.traits),
        })
        .collect();
    report_clashes(
        shape,
        variants.iter().map(|variant| &variant.name),
        diagnostics,
    );
    IntEnum {
        module: type_module(&name),
        docs: context.docs(
            &shape.traits,
            &format!("The values of `{}`.", shape.id.name()),
            ITEM,
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
    let variants: Vec<UnionVariant> = shape
        .members()
        .iter()
        .map(|member| union_variant(context, member))
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
            ITEM,
        ),
        deprecated: deprecation(&shape.traits),
        variants,
        in_requests: context.reach.requests.contains(&shape.id),
        in_responses: context.reach.responses.contains(&shape.id),
        sensitive: shape.traits.sensitive,
        name,
    }
}

fn union_variant(context: &Context<'_>, member: &Member) -> UnionVariant {
    let is_unit = !context.model.shapes.contains_key(&member.target);
    UnionVariant {
        name: variant_name(member.name()),
        method_name: field_name(member.name()),
        json_name: member
            .traits
            .json_name
            .clone()
            .unwrap_or_else(|| member.name().to_owned()),
        docs: variant_docs(context, member),
        deprecated: deprecation(&member.traits),
        ty: (!is_unit).then(|| context.member_type(member, TimestampFormat::EpochSeconds)),
        boxed: context.recursive.contains(&member.id),
        sensitive: context.is_sensitive(member),
    }
}

fn variant_docs(context: &Context<'_>, member: &Member) -> crate::ir::Docs {
    context.docs(
        &member.traits,
        &format!("The value `{}`.", member.name()),
        VARIANT,
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
