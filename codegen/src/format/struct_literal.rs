//! Struct literals and struct patterns.

use super::attribute;
use super::context::{Context, STRUCT_LITERAL_WIDTH};
use super::expression;
use super::list::{List, Tactic, Trailing, horizontal_or};
use super::path::{self, Place};
use super::pattern;
use super::shape::{Shape, TAB};
use super::text::is_multiline;
use syn::{ExprStruct, FieldPat, FieldValue, Member, PatStruct};

/// The rooms for the fields: on one line, and below each other.
fn shapes(
    context: &Context,
    shape: Shape,
    prefix: usize,
    suffix: usize,
) -> Option<(Option<Shape>, Shape)> {
    let below = shape.block_indent(TAB).with_max_width(context);
    let below = Shape {
        width: context.budget(below.indent.width()),
        ..below
    };
    let beside = shape.sub_width(prefix + suffix).map(|room| {
        Shape::legacy(
            room.width.min(STRUCT_LITERAL_WIDTH),
            shape.indent.aligned(prefix),
        )
    });
    Some((beside, below))
}

pub(super) fn rewrite(context: &Context, e: &ExprStruct, shape: Shape) -> Option<String> {
    let path = path::rewrite(
        context,
        Place::Expression,
        e.qself.as_ref(),
        &e.path,
        shape.sub_width(2)?,
    )?;
    let has_rest = e.rest.is_some() || e.dot2_token.is_some();
    if e.fields.is_empty() && e.rest.is_none() {
        return Some(format!("{path} {{{}}}", if has_rest { " .. " } else { "" }));
    }
    let (beside, below) = shapes(context, shape, path.len() + 3, 2)?;
    let mut texts = Vec::with_capacity(e.fields.len() + 1);
    for field in &e.fields {
        texts.push(value(context, field, below.sub_width(1)?)?);
    }
    if let Some(rest) = &e.rest {
        let rest = expression::rewrite(context, rest, below.offset_left(2)?)?;
        texts.push(format!("..{rest}"));
    } else if has_rest {
        texts.push("..".to_owned());
    }
    let one_line = beside.map_or(0, |shape| shape.width);
    let tactic = if one_line == 0 {
        Tactic::Vertical
    } else {
        horizontal_or(Tactic::Vertical, &texts, 2, one_line)
    };
    let list = List {
        items: &texts,
        tactic,
        trailing: if has_rest || context.in_macro() {
            Trailing::Never
        } else {
            Trailing::Vertical
        },
        shape: below,
        ends_with_newline: false,
    };
    Some(format!(
        "{path} {{{}}}",
        wrap(&list.text(), shape, below, one_line)
    ))
}

fn wrap(fields: &str, shape: Shape, below: Shape, one_line: usize) -> String {
    if is_multiline(fields) || fields.len() > one_line {
        format!(
            "{}{fields}{}",
            below.indent.newline(),
            shape.indent.newline()
        )
    } else {
        format!(" {fields} ")
    }
}

fn value(context: &Context, field: &FieldValue, shape: Shape) -> Option<String> {
    let mut text = attribute::outer(context, &field.attrs, shape)?;
    let name = member(&field.member);
    text.push_str(&name);
    if field.colon_token.is_none() {
        return Some(text);
    }
    let room = shape.offset_left(name.len() + 2)?;
    if let Some(value) = expression::rewrite(context, &field.expr, room) {
        return Some(format!("{text}: {value}"));
    }
    let indent = shape.indent.deeper();
    let value = expression::rewrite(context, &field.expr, Shape::indented(indent, context))?;
    Some(format!("{text}:{}{value}", indent.newline()))
}

fn member(member: &Member) -> String {
    match member {
        Member::Named(name) => name.to_string(),
        Member::Unnamed(index) => index.index.to_string(),
    }
}

/// `Path { field, .. }`
pub(super) fn rewrite_pattern(context: &Context, e: &PatStruct, shape: Shape) -> Option<String> {
    let path = path::rewrite(
        context,
        Place::Expression,
        e.qself.as_ref(),
        &e.path,
        shape.sub_width(2)?,
    )?;
    if e.fields.is_empty() && e.rest.is_none() {
        return Some(format!("{path} {{}}"));
    }
    let rest = if e.rest.is_some() { ", ..".len() } else { 0 };
    let (beside, below) = shapes(context, shape, path.len() + 3, rest + 2)?;
    let texts: Option<Vec<String>> = e
        .fields
        .iter()
        .map(|field| field_pattern(context, field, below))
        .collect();
    let texts = texts?;
    let one_line = beside.map_or(0, |shape| shape.width);
    let tactic = match beside {
        Some(_) => horizontal_or(Tactic::Vertical, &texts, 2, one_line),
        None => Tactic::Vertical,
    };
    let list = List {
        items: &texts,
        tactic,
        trailing: Trailing::Vertical,
        shape: below,
        ends_with_newline: true,
    };
    let mut fields = list.text();
    if e.rest.is_some() {
        if is_multiline(&fields) || fields.len() > one_line {
            if tactic != Tactic::Vertical {
                fields.push(',');
            }
            fields.push_str(&below.indent.newline());
        } else if !fields.is_empty() {
            fields.push_str(if tactic == Tactic::Vertical {
                " "
            } else {
                ", "
            });
        }
        fields.push_str("..");
    }
    Some(format!(
        "{path} {{{}}}",
        wrap(&fields, shape, below, one_line)
    ))
}

fn field_pattern(context: &Context, field: &FieldPat, shape: Shape) -> Option<String> {
    if !field.attrs.is_empty() {
        return context.refuse("an attribute in a pattern");
    }
    let text = pattern::rewrite(context, &field.pat, shape)?;
    if field.colon_token.is_none() {
        return Some(text);
    }
    let name = member(&field.member);
    if name.len() + 2 + text.len() <= shape.width {
        return Some(format!("{name}: {text}"));
    }
    let nested = shape.block_indent(TAB);
    let text = pattern::rewrite(context, &field.pat, nested)?;
    Some(format!("{name}:{}{text}", nested.indent.newline()))
}
