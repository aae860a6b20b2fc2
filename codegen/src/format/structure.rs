//! Structs and enums.

use super::assign::{self, Tactic as AssignTactic};
use super::attribute;
use super::context::{Context, VARIANT_WIDTH};
use super::generics::{self, WhereStyle, where_clause};
use super::item::visibility;
use super::list::{Tactic, Trailing, horizontal_or};
use super::overflow::{self, Delimiters};
use super::overflow_item::Item;
use super::shape::{Indent, Shape};
use super::text::{is_multiline, last_line_used_width, last_line_width, trimmed_last_line_width};
use super::{expression, types};
use syn::{Attribute, Field, Fields, Generics, ItemEnum, ItemStruct, Variant};

pub(super) fn rewrite_struct(
    context: &Context,
    item: &ItemStruct,
    indent: Indent,
) -> Option<String> {
    let head = format!("{}struct {}", visibility(&item.vis), item.ident);
    match &item.fields {
        Fields::Unit => {
            let generics = header(context, &item.generics, Opening::None, indent, head.len())?;
            Some(format!("{head}{generics};"))
        }
        Fields::Unnamed(fields) => {
            let fields: Vec<&Field> = fields.unnamed.iter().collect();
            Some(tuple(context, head, Some(&item.generics), &fields, indent)? + ";")
        }
        Fields::Named(fields) => {
            let fields: Vec<&Field> = fields.named.iter().collect();
            named(context, head, Some(&item.generics), &fields, indent, None)
        }
    }
}

pub(super) fn rewrite_enum(context: &Context, item: &ItemEnum, indent: Indent) -> Option<String> {
    let head = format!("{}enum {}", visibility(&item.vis), item.ident);
    let opening = if item.variants.is_empty() {
        Opening::SameLine
    } else {
        Opening::Auto
    };
    let generics = header(context, &item.generics, opening, indent, head.len())?;
    let mut text = head + &generics;
    if item.variants.is_empty() {
        text.push('}');
        return Some(text);
    }
    let body = context.lay_out(|| {
        let all = |width| -> Option<Vec<String>> {
            item.variants
                .iter()
                .map(|it| variant(context, it, width, indent.deeper()))
                .collect()
        };
        let mut texts = all(VARIANT_WIDTH)?;
        let multiline = texts.iter().filter(|text| is_multiline(text)).count();
        if multiline > 0 && multiline < texts.len() {
            texts = all(0)?;
        }
        let attributes: Vec<&[Attribute]> = item.variants.iter().map(|it| &it.attrs[..]).collect();
        Some(spaced(&texts, &attributes, indent))
    });
    Some(format!("{text}{body}{}}}", indent.newline()))
}

/// Lines of fields or variants, with empty ones around those that have documentation.
fn spaced(texts: &[String], attributes: &[&[Attribute]], indent: Indent) -> String {
    let newline = indent.deeper().newline();
    let mut result = String::new();
    let mut documented = false;
    for (index, (text, attributes)) in texts.iter().zip(attributes).enumerate() {
        let has_docs = attribute::has_docs(attributes);
        if index > 0 && (documented || has_docs) {
            result.push('\n');
        }
        documented = has_docs;
        result.push_str(&newline);
        result.push_str(text);
        result.push(',');
    }
    result
}

fn variant(context: &Context, item: &Variant, width: usize, indent: Indent) -> Option<String> {
    let shape = Shape::indented(indent, context);
    let attributes = attribute::outer(context, &item.attrs, shape)?;
    let name = item.ident.to_string();
    let body = match &item.fields {
        Fields::Unit => name,
        Fields::Unnamed(fields) => {
            let fields: Vec<&Field> = fields.unnamed.iter().collect();
            tuple(context, name, None, &fields, indent)?
        }
        Fields::Named(fields) => {
            let fields: Vec<&Field> = fields.named.iter().collect();
            named(context, name, None, &fields, indent, Some(width))?
        }
    };
    let body = match &item.discriminant {
        Some((_, value)) => assign::rewrite_with(
            context,
            body + " =",
            &|context, shape| expression::rewrite(context, value, shape),
            AssignTactic::Default,
            shape.sub_width(1)?,
        )?,
        None => body,
    };
    Some(attributes + &body)
}

/// Where the brace after generics goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Opening {
    /// There is none.
    None,
    Auto,
    SameLine,
}

/// Generics, where clause and brace.
fn header(
    context: &Context,
    generics: &Generics,
    opening: Opening,
    indent: Indent,
    used: usize,
) -> Option<String> {
    let shape = Shape::legacy(context.budget(used + indent.width()), indent);
    let mut text = generics::rewrite(context, "", generics, shape)?;
    let clause = generics
        .where_clause
        .as_ref()
        .filter(|clause| !clause.predicates.is_empty());
    let same_line = if clause.is_some() || is_multiline(&text) {
        let budget = context.budget(last_line_used_width(&text, indent.width()));
        let style = WhereStyle {
            no_comma: opening == Opening::None,
            ..WhereStyle::after(&text)
        };
        let shape = Shape::legacy(budget, indent.block_only());
        text.push_str(&where_clause(context, clause, style, shape)?);
        opening == Opening::SameLine || (clause.is_none() && trimmed_last_line_width(&text) == 1)
    } else {
        true
    };
    if opening == Opening::None {
        return Some(text);
    }
    let remaining = context.budget(last_line_used_width(&text, used));
    let overhead = if opening == Opening::SameLine { 3 } else { 2 };
    if overhead <= remaining && same_line {
        text.push(' ');
    } else {
        text.push_str(&indent.block_only().newline());
    }
    text.push('{');
    Some(text)
}

fn named(
    context: &Context,
    head: String,
    generics: Option<&Generics>,
    fields: &[&Field],
    indent: Indent,
    one_line: Option<usize>,
) -> Option<String> {
    let mut text = head;
    let opening = if fields.is_empty() {
        Opening::SameLine
    } else {
        Opening::Auto
    };
    let generics = match generics {
        Some(generics) => header(context, generics, opening, indent, last_line_width(&text))?,
        None => {
            let overhead = if fields.is_empty() { 3 } else { 2 };
            if context.max_width() < overhead + text.len() {
                format!("{}{{", indent.block_only().newline())
            } else {
                " {".to_owned()
            }
        }
    };
    let overhead = usize::from(fields.is_empty());
    if !is_multiline(&generics) && text.len() + generics.len() + overhead > context.max_width() {
        text.push_str(&indent.newline());
        text.push_str(generics.trim_start());
    } else {
        text.push_str(&generics);
    }
    if fields.is_empty() {
        if last_line_used_width(&text, indent.width()) + 3 > context.max_width() {
            text.push_str(&indent.newline());
        }
        text.push('}');
        return Some(text);
    }
    let budget = context.budget(text.len() + 3 + indent.width());
    let budget = one_line.map_or(0, |width| width.min(budget));
    let shape = Shape::indented(indent.deeper(), context).sub_width(1)?;
    let texts: Option<Vec<String>> = fields.iter().map(|it| field(context, it, shape)).collect();
    let texts = texts?;
    if horizontal_or(Tactic::Vertical, &texts, 2, budget) == Tactic::Horizontal {
        let list = texts.join(", ");
        if !is_multiline(&text) && list.len() <= budget {
            return Some(format!("{text} {list} }}"));
        }
    }
    let attributes: Vec<&[Attribute]> = fields.iter().map(|it| &it.attrs[..]).collect();
    Some(format!(
        "{text}{}{}}}",
        spaced(&texts, &attributes, indent),
        indent.newline()
    ))
}

fn tuple(
    context: &Context,
    head: String,
    generics: Option<&Generics>,
    fields: &[&Field],
    indent: Indent,
) -> Option<String> {
    let mut text = head;
    let mut clause = String::new();
    if let Some(generics) = generics {
        let shape = Shape::legacy(context.budget(last_line_width(&text)), indent);
        text.push_str(&generics::rewrite(context, "", generics, shape)?);
        let shape = Shape::legacy(context.budget(last_line_width(&text)), indent.block_only());
        let style = WhereStyle {
            no_comma: true,
            ..WhereStyle::default()
        };
        clause = where_clause(context, generics.where_clause.as_ref(), style, shape)?;
    }
    if fields.is_empty() {
        if last_line_used_width(&text, indent.width()) + 3 > context.max_width() {
            text.push_str(&indent.newline());
        }
        text.push_str("()");
    } else {
        let shape = Shape::indented(indent, context).sub_width(1)?;
        let items: Vec<Item<'_>> = fields.iter().map(|field| Item::TupleField(field)).collect();
        text = overflow::rewrite(
            context,
            &text,
            &items,
            Delimiters::call(Trailing::Vertical),
            shape,
        )?;
    }
    Some(text + &clause)
}

/// A field, of a struct with names or of a tuple.
pub(super) fn field(context: &Context, field: &Field, shape: Shape) -> Option<String> {
    if field.default.is_some() {
        return context.refuse("a field with a default value");
    }
    let attributes = attribute::outer(context, &field.attrs, shape)?;
    if field.ident.is_none() && !attributes.is_empty() {
        return context.refuse("an attribute on a field without a name");
    }
    let mut prefix = visibility(&field.vis);
    let mut spacing = "";
    if let Some(name) = &field.ident {
        prefix.push_str(&format!("{name}:"));
        spacing = " ";
    }
    let overhead = prefix.trim().len();
    let beside = shape
        .offset_left(overhead + spacing.len())
        .and_then(|room| types::rewrite(context, &field.ty, room));
    if let Some(ty) = beside.filter(|ty| !is_multiline(ty)) {
        return Some(format!("{attributes}{prefix}{spacing}{ty}"));
    }
    let is_empty = prefix.is_empty();
    let text = assign::rewrite_with(
        context,
        prefix,
        &|context, shape| types::rewrite(context, &field.ty, shape),
        AssignTactic::Default,
        shape,
    )?;
    let text = if is_empty { text.trim_start() } else { &text };
    Some(attributes + text)
}
