//! Generic parameters, bounds and where clauses.

use super::assign::{self, Tactic};
use super::context::Context;
use super::expression;
use super::overflow::{self, Delimiters};
use super::overflow_item::Item;
use super::path::{self, Place};
use super::shape::{Shape, TAB};
use super::text::{is_multiline, last_line_extendable, last_line_width};
use super::types;
use syn::punctuated::Punctuated;
use syn::{
    BoundLifetimes, CapturedParam, GenericParam, Generics, PathArguments, Token, TraitBound,
    TypeParamBound, WhereClause, WherePredicate,
};

type Bounds = Punctuated<TypeParamBound, Token![+]>;

/// `head<parameters>`
pub(super) fn rewrite(
    context: &Context,
    head: &str,
    generics: &Generics,
    shape: Shape,
) -> Option<String> {
    if generics.params.is_empty() {
        return Some(head.to_owned());
    }
    let items: Vec<Item<'_>> = generics.params.iter().map(Item::GenericParameter).collect();
    overflow::rewrite(context, head, &items, Delimiters::angle(context), shape)
}

pub(super) fn parameter(
    context: &Context,
    parameter: &GenericParam,
    shape: Shape,
) -> Option<String> {
    let attributes = match parameter {
        GenericParam::Lifetime(e) => &e.attrs,
        GenericParam::Type(e) => &e.attrs,
        GenericParam::Const(e) => &e.attrs,
    };
    if !attributes.is_empty() {
        return context.refuse("an attribute on a generic parameter");
    }
    match parameter {
        GenericParam::Lifetime(e) => {
            let mut text = e.lifetime.to_string();
            for (index, bound) in e.bounds.iter().enumerate() {
                text.push_str(if index == 0 { ": " } else { " + " });
                text.push_str(&bound.to_string());
            }
            Some(text)
        }
        GenericParam::Type(e) => {
            let mut text = e.ident.to_string();
            if !e.bounds.is_empty() {
                text.push_str(": ");
                text.push_str(&bounds(context, &e.bounds, true, shape)?);
            }
            if let Some((_, default)) = &e.default {
                text.push_str(" = ");
                let room = shape.width.checked_sub(text.len())?;
                let room = Shape::legacy(room, shape.indent.aligned(text.len()));
                text.push_str(&types::rewrite(context, default, room)?);
            }
            Some(text)
        }
        GenericParam::Const(e) => {
            let mut text = format!(
                "const {}: {}",
                e.ident,
                types::rewrite(context, &e.ty, shape)?
            );
            if let Some((_, default)) = &e.default {
                text.push_str(" = ");
                let room = Shape::legacy(shape.width.checked_sub(text.len())?, shape.indent);
                text.push_str(&expression::rewrite(context, default, room)?);
            }
            Some(text)
        }
    }
}

/// `for<'a> `, or nothing.
pub(super) fn binder(lifetimes: Option<&BoundLifetimes>) -> String {
    let Some(lifetimes) = lifetimes else {
        return String::new();
    };
    let names: Vec<String> = lifetimes
        .lifetimes
        .iter()
        .filter_map(|parameter| match parameter {
            GenericParam::Lifetime(e) => Some(e.lifetime.to_string()),
            _ => None,
        })
        .collect();
    if names.is_empty() {
        String::new()
    } else {
        format!("for<{}> ", names.join(", "))
    }
}

/// Bounds joined by `+`, on one line or each on its own.
pub(super) fn bounds(
    context: &Context,
    bounds: &Bounds,
    indent: bool,
    shape: Shape,
) -> Option<String> {
    let text = join(context, bounds, indent, false, shape)?;
    let retry = (is_multiline(&text) || text.len() > shape.width)
        && (bounds.len() > 1 || bounds.first().is_some_and(has_inner_list));
    if retry {
        join(context, bounds, indent, true, shape)
    } else {
        Some(text)
    }
}

fn join(
    context: &Context,
    bounds: &Bounds,
    indent: bool,
    on_lines: bool,
    shape: Shape,
) -> Option<String> {
    let shape = if indent && on_lines {
        shape.block_indent(TAB).with_max_width(context)
    } else {
        shape
    };
    let in_order = {
        let is_lifetime = |bound: &TypeParamBound| matches!(bound, TypeParamBound::Lifetime(_));
        let first_lifetime = bounds.iter().position(is_lifetime);
        let last_trait = bounds.iter().rposition(|bound| !is_lifetime(bound));
        match (last_trait, first_lifetime) {
            (Some(last), Some(first)) => last < first,
            _ => true,
        }
    };
    let mut text = String::new();
    let mut extendable = false;
    for (index, bound) in bounds.iter().enumerate() {
        if index > 0 {
            if on_lines && (!extendable || !in_order) {
                text.push_str(&shape.indent.newline());
                text.push_str("+ ");
            } else {
                text.push_str(" + ");
            }
        }
        let bound_text = bound_text(context, bound, shape)?;
        extendable =
            matches!(bound, TypeParamBound::Lifetime(_)) || last_line_extendable(&bound_text);
        text.push_str(&bound_text);
    }
    Some(text)
}

fn has_inner_list(bound: &TypeParamBound) -> bool {
    match bound {
        TypeParamBound::Trait(bound) => {
            bound.path.segments.len() > 1
                || matches!(
                    bound.path.segments.first().map(|segment| &segment.arguments),
                    Some(PathArguments::AngleBracketed(e)) if e.args.len() > 1
                )
        }
        TypeParamBound::PreciseCapture(e) => e.params.len() > 1,
        _ => false,
    }
}

fn bound_text(context: &Context, bound: &TypeParamBound, shape: Shape) -> Option<String> {
    match bound {
        TypeParamBound::Trait(bound) => trait_bound(context, bound, shape),
        TypeParamBound::Lifetime(lifetime) => Some(lifetime.to_string()),
        TypeParamBound::PreciseCapture(e) => {
            let names: Vec<String> = e
                .params
                .iter()
                .map(|parameter| match parameter {
                    CapturedParam::Lifetime(lifetime) => lifetime.to_string(),
                    CapturedParam::Ident(name) => name.to_string(),
                    _ => String::new(),
                })
                .collect();
            Some(format!("use<{}>", names.join(", ")))
        }
        _ => context.refuse("a bound of a rare kind"),
    }
}

fn trait_bound(context: &Context, bound: &TraitBound, shape: Shape) -> Option<String> {
    let binder = binder(bound.lifetimes.as_ref());
    let maybe = if bound.maybe.is_some() { "?" } else { "" };
    let room = shape.offset_left(binder.len() + maybe.len())?;
    let path = path::rewrite(context, Place::Type, None, &bound.path, room)?;
    let text = format!("{binder}{maybe}{path}");
    Some(if bound.paren_token.is_some() {
        format!("({text})")
    } else {
        text
    })
}

/// How a where clause is set.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct WhereStyle {
    /// On the line of what stands before it.
    pub(super) snug: bool,
    /// Without a comma at the end.
    pub(super) no_comma: bool,
    /// On one line if it fits.
    pub(super) one_line: bool,
}

impl WhereStyle {
    /// Snug if the last line of `text` is a closing delimiter.
    pub(super) fn after(text: &str) -> Self {
        Self {
            snug: last_line_width(text) == 1,
            ..Self::default()
        }
    }
}

pub(super) fn where_clause(
    context: &Context,
    clause: Option<&WhereClause>,
    style: WhereStyle,
    shape: Shape,
) -> Option<String> {
    let Some(clause) = clause.filter(|clause| !clause.predicates.is_empty()) else {
        return Some(String::new());
    };
    let block = shape.block().with_max_width(context);
    let room = block.block_left(TAB)?.sub_width(1)?;
    let newline = room.indent.newline();
    let texts: Option<Vec<String>> = clause
        .predicates
        .iter()
        .map(|item| predicate(context, item, room))
        .collect();
    let mut list = texts?.join(&format!(",{newline}"));
    if !style.no_comma {
        list.push(',');
    }
    let start = if style.snug {
        " ".to_owned()
    } else {
        block.indent.newline()
    };
    let separator = if style.one_line && !is_multiline(&list) && 6 + list.len() <= shape.width {
        " "
    } else {
        &newline
    };
    Some(format!("{start}where{separator}{list}"))
}

fn predicate(context: &Context, predicate: &WherePredicate, shape: Shape) -> Option<String> {
    match predicate {
        WherePredicate::Type(e) if e.attrs.is_empty() => {
            let ty = types::rewrite(context, &e.bounded_ty, shape)?;
            let left = format!("{}{ty}:", binder(e.lifetimes.as_ref()));
            let right = |context: &Context, shape: Shape| {
                if e.bounds.is_empty() {
                    Some(String::new())
                } else {
                    bounds(context, &e.bounds, true, shape)
                }
            };
            assign::rewrite_with(context, left, &right, Tactic::Default, shape)
        }
        WherePredicate::Lifetime(e) if e.attrs.is_empty() => {
            let names: Vec<String> = e.bounds.iter().map(ToString::to_string).collect();
            Some(format!("{}: {}", e.lifetime, names.join(" + ")))
        }
        _ => context.refuse("a predicate of a rare kind"),
    }
}
