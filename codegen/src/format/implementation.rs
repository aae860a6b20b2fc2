//! `impl` and `trait`.

use super::assign::{self, Tactic};
use super::context::Context;
use super::generics::{self, WhereStyle, bounds, where_clause};
use super::item::{alias, constant, outer, visibility};
use super::path::{self, Place};
use super::shape::{Indent, Shape};
use super::signature;
use super::text::{is_multiline, last_line_width};
use super::types;
use syn::{Attribute, ImplItem, ItemImpl, ItemTrait, TraitItem, TraitItemType};

pub(super) fn rewrite_impl(context: &Context, item: &ItemImpl, indent: Indent) -> String {
    let clause = item
        .generics
        .where_clause
        .as_ref()
        .filter(|clause| !clause.predicates.is_empty());
    let header = context.lay_out(|| {
        let head = impl_head(context, item, indent)?;
        let budget = if is_multiline(&head) {
            context.max_width()
        } else {
            context.budget(last_line_width(&head))
        };
        let mut style = WhereStyle::after(&head);
        let single = clause.is_some_and(|clause| clause.predicates.len() == 1);
        if item.items.is_empty() && single && !is_multiline(&head) {
            style = WhereStyle {
                snug: true,
                no_comma: true,
                one_line: true,
            };
        }
        let shape = Shape::legacy(budget, indent.block_only());
        let clause_text = where_clause(context, clause, style, shape)?;
        let newline = indent.newline();
        if item.items.is_empty()
            && !is_multiline(&head)
            && head.len() + clause_text.len() <= context.max_width()
        {
            return Some(if is_multiline(&clause_text) {
                let comma = if single { "," } else { "" };
                format!("{head}{clause_text}{comma}{newline}{{{newline}}}")
            } else {
                format!("{head}{clause_text} {{}}")
            });
        }
        let open = is_multiline(&head) || is_multiline(&clause_text) || clause.is_some();
        let separator = if open { newline.as_str() } else { " " };
        let close = match (
            item.items.is_empty(),
            is_multiline(&head) || is_multiline(&clause_text),
        ) {
            (true, true) => format!("{newline}}}"),
            (true, false) => "}".to_owned(),
            (false, _) => String::new(),
        };
        Some(format!("{head}{clause_text}{separator}{{{close}"))
    });
    if item.items.is_empty() {
        return header;
    }
    let nested = indent.block_only().deeper();
    let members: Vec<Member<'_>> = item
        .items
        .iter()
        .map(|it| impl_member(context, it, nested))
        .collect();
    header + &body(&members, indent)
}

fn impl_head(context: &Context, item: &ItemImpl, indent: Indent) -> Option<String> {
    if item.unsafety.is_some()
        || item.modifiers.defaultness.is_some()
        || item.modifiers.polarity.is_some()
    {
        return context.refuse("an `impl` with a modifier");
    }
    let mut text = generics::rewrite(
        context,
        "impl",
        &item.generics,
        Shape::indented(indent, context),
    )?;
    let mut overhead = 0;
    if let Some((path, _)) = &item.trait_ {
        let used = 1 + last_line_width(&text);
        let room = Shape::indented(indent.aligned(used), context);
        let beside = path::rewrite(context, Place::Type, None, path, room);
        match beside.filter(|text| !is_multiline(text)) {
            Some(path) => text.push_str(&format!(" {path}")),
            None => {
                let nested = indent.deeper();
                let room = Shape::indented(nested, context);
                text.push_str(&nested.newline());
                text.push_str(&path::rewrite(context, Place::Type, None, path, room)?);
            }
        }
        overhead = " for".len();
    }
    let has_clause = item
        .generics
        .where_clause
        .as_ref()
        .is_some_and(|clause| !clause.predicates.is_empty());
    let brace = if has_clause { 0 } else { 2 };
    let budget = context.budget(last_line_width(&text) + overhead + brace + 1);
    let word = if item.trait_.is_some() { "for " } else { "" };
    let beside = types::rewrite(context, &item.self_ty, Shape::legacy(budget, indent));
    if let Some(ty) = beside.filter(|ty| !is_multiline(ty)) {
        return Some(format!("{text} {word}{ty}"));
    }
    let nested = indent.deeper();
    text.push_str(&format!("{}{word}", nested.newline()));
    let budget = context.budget(last_line_width(&text));
    text.push_str(&types::rewrite(
        context,
        &item.self_ty,
        Shape::legacy(budget, nested),
    )?);
    Some(text)
}

/// A member of an `impl` or a `trait`, and whether it is a line that needs no empty line beside its like.
struct Member<'a> {
    text: String,
    attributes: &'a [Attribute],
    is_line: bool,
}

fn body(members: &[Member<'_>], indent: Indent) -> String {
    let newline = indent.block_only().deeper().newline();
    let mut text = String::new();
    let mut adjoins = true;
    for member in members {
        let is_line = member.is_line && member.attributes.is_empty();
        let adjoin = adjoins && is_line;
        if !text.is_empty() && !adjoin {
            text.push('\n');
        }
        adjoins = is_line;
        text.push_str(&newline);
        text.push_str(&member.text);
    }
    text.push_str(&indent.block_only().newline());
    text.push('}');
    text
}

fn impl_member<'a>(context: &Context, item: &'a ImplItem, indent: Indent) -> Member<'a> {
    let (attributes, is_line, text) = match item {
        ImplItem::Fn(e) => {
            let head = visibility(&e.vis);
            let text = signature::with_body(context, &head, &e.sig, &e.block, indent);
            (&e.attrs, false, text)
        }
        ImplItem::Const(e) => {
            let head = format!("{}const {}", visibility(&e.vis), e.ident);
            let text = constant(context, &e.generics, &head, &e.ty, Some(&e.expr), indent);
            (&e.attrs, true, text)
        }
        ImplItem::Type(e) => {
            let head = visibility(&e.vis);
            let text = alias(context, &head, &e.ident, &e.generics, &e.ty, indent);
            (&e.attrs, true, text)
        }
        _ => return refused(context, "a member of an `impl` of a rare kind"),
    };
    Member {
        text: outer(context, attributes, indent) + &text,
        attributes,
        is_line,
    }
}

fn refused<'a>(context: &Context, construct: &'static str) -> Member<'a> {
    Member {
        text: context.refuse::<String>(construct).unwrap_or_default(),
        attributes: &[],
        is_line: false,
    }
}

pub(super) fn rewrite_trait(context: &Context, item: &ItemTrait, indent: Indent) -> String {
    if item.unsafety.is_some() {
        return context
            .refuse::<String>("an unsafe trait")
            .unwrap_or_default();
    }
    let clause = item
        .generics
        .where_clause
        .as_ref()
        .filter(|clause| !clause.predicates.is_empty());
    let header = context.lay_out(|| {
        let head = format!("{}trait ", visibility(&item.vis));
        let shape = Shape::indented(indent, context).offset_left(head.len())?;
        let name = item.ident.to_string();
        let generics = generics::rewrite(context, &name, &item.generics, shape)?;
        let style = WhereStyle::after(&generics);
        let mut text = head + &generics;
        if !item.supertraits.is_empty() {
            text = assign::rewrite_with(
                context,
                text + ":",
                &|context, shape| bounds(context, &item.supertraits, true, shape),
                Tactic::NextLineWithoutIndent,
                shape,
            )?;
        }
        if clause.is_some() {
            let shape = Shape::legacy(context.budget(last_line_width(&text)), indent.block_only());
            text.push_str(&where_clause(context, clause, style, shape)?);
        }
        let newline = indent.newline();
        if last_line_width(&text) + 2 > context.budget(indent.width()) {
            text.push_str(&newline);
        } else if item.items.is_empty() && !is_multiline(&text) {
            return Some(text + " {}");
        } else if is_multiline(&text) || (clause.is_some() && !item.items.is_empty()) {
            text.push_str(&newline);
        } else {
            text.push(' ');
        }
        text.push('{');
        if item.items.is_empty() {
            if is_multiline(&text) {
                text.push_str(&newline);
            }
            text.push('}');
        }
        Some(text)
    });
    if item.items.is_empty() {
        return header;
    }
    let nested = indent.block_only().deeper();
    let members: Vec<Member<'_>> = item
        .items
        .iter()
        .map(|it| trait_member(context, it, nested))
        .collect();
    header + &body(&members, indent)
}

fn trait_member<'a>(context: &Context, item: &'a TraitItem, indent: Indent) -> Member<'a> {
    let (attributes, is_line, text) = match item {
        TraitItem::Fn(e) => {
            let text = match &e.default {
                Some(block) => signature::with_body(context, "", &e.sig, block, indent),
                None => signature::without_body(context, &e.sig, indent),
            };
            (&e.attrs, false, text)
        }
        TraitItem::Const(e) => {
            let head = format!("const {}", e.ident);
            let value = e.default.as_ref().map(|(_, value)| value);
            (
                &e.attrs,
                true,
                constant(context, &e.generics, &head, &e.ty, value, indent),
            )
        }
        TraitItem::Type(e) => (&e.attrs, true, associated_type(context, e, indent)),
        _ => return refused(context, "a member of a `trait` of a rare kind"),
    };
    Member {
        text: outer(context, attributes, indent) + &text,
        attributes,
        is_line,
    }
}

fn associated_type(context: &Context, item: &TraitItemType, indent: Indent) -> String {
    if !item.generics.params.is_empty() || item.default.is_some() {
        return context
            .refuse::<String>("a generic associated type")
            .unwrap_or_default();
    }
    context.lay_out(|| {
        let mut text = format!("type {}", item.ident);
        if !item.bounds.is_empty() {
            let shape = Shape::indented(indent, context).offset_left(text.len() + 2)?;
            text.push_str(": ");
            text.push_str(&bounds(context, &item.bounds, true, shape)?);
        }
        Some(text + ";")
    })
}
