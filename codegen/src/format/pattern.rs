//! Patterns.

use super::context::Context;
use super::expression;
use super::list::{Tactic, Trailing, alternatives, horizontal_or};
use super::overflow::{self, Delimiters};
use super::overflow_item::Item;
use super::pair::{self, Parts};
use super::path::{self, Place};
use super::shape::Shape;
use super::text::is_multiline;
use super::{literal, struct_literal, types};
use syn::punctuated::Punctuated;
use syn::{ExprRange, Pat, PatIdent, PatOr, RangeLimits, Token};

pub(super) fn rewrite(context: &Context, pattern: &Pat, shape: Shape) -> Option<String> {
    if has_attributes(pattern) {
        return context.refuse("an attribute on a pattern");
    }
    match pattern {
        Pat::Ident(e) => identifier(context, e, shape),
        Pat::Lit(e) => literal::rewrite(context, &e.lit, shape),
        Pat::Or(e) => or(context, e, shape),
        Pat::Paren(e) => {
            let text = rewrite(context, &e.pat, shape.offset_left(1)?.sub_width(1)?)?;
            Some(format!("({text})"))
        }
        Pat::Path(e) => path::rewrite(context, Place::Expression, e.qself.as_ref(), &e.path, shape),
        Pat::Range(e) => range(context, e, shape),
        Pat::Reference(e) => {
            let prefix = if e.mutability.is_some() { "&mut " } else { "&" };
            let text = rewrite(context, &e.pat, shape.offset_left(prefix.len())?)?;
            Some(format!("{prefix}{text}"))
        }
        Pat::Rest(_) => (shape.width >= 1).then(|| "..".to_owned()),
        Pat::Wild(_) => (shape.width >= 1).then(|| "_".to_owned()),
        Pat::Slice(e) => {
            let items: Vec<Item<'_>> = e.elems.iter().map(Item::Pattern).collect();
            let delimiters = Delimiters {
                open: '[',
                close: ']',
                item_width: super::context::ARRAY_WIDTH,
                trailing: Trailing::Vertical,
            };
            overflow::rewrite(context, "", &items, delimiters, shape)
        }
        Pat::Struct(e) => struct_literal::rewrite_pattern(context, e, shape),
        Pat::Tuple(e) => tuple(context, "", &e.elems, shape),
        Pat::TupleStruct(e) => {
            let path = path::rewrite(context, Place::Expression, e.qself.as_ref(), &e.path, shape)?;
            tuple(context, &path, &e.elems, shape)
        }
        Pat::Type(e) => typed(context, e, shape),
        _ => context.refuse("a pattern of a rare kind"),
    }
}

fn has_attributes(pattern: &Pat) -> bool {
    match pattern {
        Pat::Ident(e) => !e.attrs.is_empty(),
        Pat::Type(e) => !e.attrs.is_empty(),
        Pat::Path(e) => !e.attrs.is_empty(),
        Pat::Wild(e) => !e.attrs.is_empty(),
        _ => false,
    }
}

/// A parameter and its type.
pub(super) fn typed(context: &Context, e: &syn::PatType, shape: Shape) -> Option<String> {
    if !e.attrs.is_empty() {
        return context.refuse("an attribute on a parameter");
    }
    let name = rewrite(context, &e.pat, Shape::legacy(shape.width, shape.indent))?;
    let left = format!("{name}: ");
    let room = shape
        .width
        .checked_sub(super::text::last_line_width(&left))?;
    let ty = types::rewrite(context, &e.ty, Shape::legacy(room, shape.indent))?;
    Some(left + &ty)
}

fn identifier(context: &Context, e: &PatIdent, shape: Shape) -> Option<String> {
    let by_ref = if e.by_ref.is_some() { "ref " } else { "" };
    let mutable = if e.mutability.is_some() { "mut " } else { "" };
    let mut text = format!("{by_ref}{mutable}{}", e.ident);
    if let Some((_, sub)) = &e.subpat {
        let room = shape.width.checked_sub(text.len() + 2)?;
        let sub = rewrite(context, sub, Shape::legacy(room, shape.indent))?;
        text.push_str(" @ ");
        text.push_str(&sub);
    }
    Some(text)
}

fn or(context: &Context, e: &PatOr, shape: Shape) -> Option<String> {
    let texts: Option<Vec<String>> = e
        .cases
        .iter()
        .map(|case| rewrite(context, case, shape))
        .collect();
    let texts = texts?;
    let short = e
        .cases
        .iter()
        .zip(&texts)
        .all(|(case, text)| text.len() <= 20 && !is_multiline(text) && is_short(case));
    let tactic = if short {
        Tactic::Mixed
    } else {
        horizontal_or(Tactic::Vertical, &texts, 3, shape.width)
    };
    Some(alternatives(&texts, tactic, shape))
}

fn is_short(pattern: &Pat) -> bool {
    match pattern {
        Pat::Rest(_) | Pat::Wild(_) | Pat::Lit(_) => true,
        Pat::Ident(e) => e.subpat.is_none(),
        Pat::Tuple(e) => e.elems.len() <= 1,
        Pat::TupleStruct(e) => e.path.segments.len() <= 1 && e.elems.len() <= 1,
        Pat::Reference(e) => is_short(&e.pat),
        Pat::Paren(e) => is_short(&e.pat),
        Pat::Or(e) => e.cases.iter().all(is_short),
        _ => false,
    }
}

fn range(context: &Context, range: &ExprRange, shape: Shape) -> Option<String> {
    let dots = match range.limits {
        RangeLimits::HalfOpen(_) => "..",
        RangeLimits::Closed(_) => "..=",
    };
    let side = |side: &Option<Box<syn::Expr>>, context: &Context, shape: Shape| match side {
        Some(expr) => expression::rewrite(context, expr, shape),
        None => Some(String::new()),
    };
    pair::rewrite(
        context,
        &|context, shape| side(&range.start, context, shape),
        &|context, shape| side(&range.end, context, shape),
        Parts::front(dots),
        shape,
    )
}

fn tuple(
    context: &Context,
    head: &str,
    elements: &Punctuated<Pat, Token![,]>,
    shape: Shape,
) -> Option<String> {
    if elements.is_empty() {
        return Some(format!("{head}()"));
    }
    let items: Vec<Item<'_>> = elements.iter().map(Item::Pattern).collect();
    let ends_with_rest = matches!(elements.last(), Some(Pat::Rest(_)));
    let delimiters = Delimiters {
        open: '(',
        close: ')',
        item_width: context.max_width(),
        trailing: if head.is_empty() && items.len() == 1 && !ends_with_rest {
            Trailing::Always
        } else {
            Trailing::Vertical
        },
    };
    overflow::rewrite(context, head, &items, delimiters, shape)
}

/// Whether a pattern, as the last of `count`, may begin on their line and end on another.
pub(super) fn can_overflow(pattern: &Pat, count: usize) -> bool {
    match pattern {
        Pat::Path(_) | Pat::Tuple(_) | Pat::Struct(_) | Pat::TupleStruct(_) => count == 1,
        Pat::Reference(e) => can_overflow(&e.pat, count),
        _ => false,
    }
}
