//! Attributes and documentation.

use super::context::{ATTRIBUTE_WIDTH, Context};
use super::list::{List, Tactic, Trailing, horizontal_or};
use super::overflow::{self, Delimiters};
use super::overflow_item::Item;
use super::shape::{Shape, TAB};
use super::text::is_multiline;
use quote::ToTokens;
use syn::parse::{ParseStream, Parser};
use syn::{AttrStyle, Attribute, Expr, Lit, MacroDelimiter, Meta, Path};

/// The attributes of an expression.
pub(super) fn of_expression(expr: &Expr) -> &[Attribute] {
    match expr {
        Expr::Array(e) => &e.attrs,
        Expr::Assign(e) => &e.attrs,
        Expr::Async(e) => &e.attrs,
        Expr::Binary(e) => &e.attrs,
        Expr::Block(e) => &e.attrs,
        Expr::Break(e) => &e.attrs,
        Expr::Call(e) => &e.attrs,
        Expr::Cast(e) => &e.attrs,
        Expr::Closure(e) => &e.attrs,
        Expr::Continue(e) => &e.attrs,
        Expr::Field(e) => &e.attrs,
        Expr::ForLoop(e) => &e.attrs,
        Expr::If(e) => &e.attrs,
        Expr::Index(e) => &e.attrs,
        Expr::Let(e) => &e.attrs,
        Expr::Lit(e) => &e.attrs,
        Expr::Loop(e) => &e.attrs,
        Expr::Macro(e) => &e.attrs,
        Expr::Match(e) => &e.attrs,
        Expr::MethodCall(e) => &e.attrs,
        Expr::Paren(e) => &e.attrs,
        Expr::Path(e) => &e.attrs,
        Expr::Range(e) => &e.attrs,
        Expr::Reference(e) => &e.attrs,
        Expr::Repeat(e) => &e.attrs,
        Expr::Return(e) => &e.attrs,
        Expr::Struct(e) => &e.attrs,
        Expr::Try(e) => &e.attrs,
        Expr::Tuple(e) => &e.attrs,
        Expr::Unary(e) => &e.attrs,
        Expr::Unsafe(e) => &e.attrs,
        Expr::While(e) => &e.attrs,
        _ => &[],
    }
}

/// Whether one of the attributes is documentation.
pub(super) fn has_docs(attributes: &[Attribute]) -> bool {
    attributes
        .iter()
        .any(|attribute| attribute.path().is_ident("doc") && documentation(attribute).is_some())
}

/// The attributes before something, with the line break and the indentation after each.
pub(super) fn outer(context: &Context, attributes: &[Attribute], shape: Shape) -> Option<String> {
    all(context, attributes, false, shape)
}

/// The attributes inside something, with the line break and the indentation after each.
pub(super) fn inner(context: &Context, attributes: &[Attribute], shape: Shape) -> Option<String> {
    all(context, attributes, true, shape)
}

fn all(context: &Context, attributes: &[Attribute], inner: bool, shape: Shape) -> Option<String> {
    let newline = shape.indent.newline();
    let mut result = String::new();
    let mut rest = attributes
        .iter()
        .filter(|attribute| matches!(attribute.style, AttrStyle::Inner(_)) == inner)
        .peekable();
    while let Some(attribute) = rest.next() {
        if let Some(documentation) = documentation(attribute) {
            for line in documentation.split('\n') {
                result.push_str(if inner { "//!" } else { "///" });
                result.push_str(line.trim_end());
                result.push_str(&newline);
            }
            continue;
        }
        if is_derive(attribute) {
            let mut names = derived(context, attribute)?;
            while let Some(next) = rest.next_if(|next| is_derive(next)) {
                names.extend(derived(context, next)?);
            }
            result.push_str(&derive(context, &names, shape)?);
        } else {
            result.push_str(&other(context, attribute, inner, shape));
        }
        result.push_str(&newline);
    }
    Some(result)
}

fn documentation(attribute: &Attribute) -> Option<String> {
    let Meta::NameValue(e) = &attribute.meta else {
        return None;
    };
    match &e.value {
        Expr::Lit(value) if e.path.is_ident("doc") => match &value.lit {
            Lit::Str(text) => Some(text.value()),
            _ => None,
        },
        _ => None,
    }
}

fn is_derive(attribute: &Attribute) -> bool {
    matches!(&attribute.meta, Meta::List(e) if e.path.is_ident("derive"))
}

fn path_text(path: &Path) -> String {
    let names: Vec<String> = path
        .segments
        .iter()
        .map(|segment| segment.ident.to_string())
        .collect();
    let global = if path.leading_colon.is_some() {
        "::"
    } else {
        ""
    };
    format!("{global}{}", names.join("::"))
}

fn derived(context: &Context, attribute: &Attribute) -> Option<Vec<String>> {
    let Meta::List(list) = &attribute.meta else {
        return None;
    };
    let items = nested.parse2(list.tokens.clone()).unwrap_or_default();
    let names = items.iter().map(|item| match item {
        Nested::Meta(Meta::Path(path)) => Some(path_text(path)),
        _ => None,
    });
    let names: Option<Vec<String>> = names.collect();
    match names {
        Some(names) if !names.is_empty() => Some(names),
        _ => context.refuse("a `derive` of something that is not a path"),
    }
}

fn derive(context: &Context, names: &[String], shape: Shape) -> Option<String> {
    let below = shape.block_indent(TAB).with_max_width(context);
    let room = shape
        .offset_left("#[derive()]".len())?
        .sub_width("()]".len())?;
    let list = List {
        items: names,
        tactic: horizontal_or(Tactic::Vertical, names, 2, below.width),
        trailing: Trailing::Always,
        shape: below,
        ends_with_newline: false,
    }
    .text();
    if is_multiline(&list) || list.len() > room.width {
        let (inner, outer) = (below.indent.newline(), shape.indent.newline());
        return Some(format!("#[derive({inner}{list}{outer})]"));
    }
    Some(format!("#[derive({})]", list.trim_end_matches(',')))
}

fn other(context: &Context, attribute: &Attribute, inner: bool, shape: Shape) -> String {
    let prefix = if inner { "#!" } else { "#" };
    let text = shape
        .offset_left(prefix.len() + 1)
        .and_then(|shape| meta(context, &attribute.meta, shape));
    // What has no room is left as it is.
    let text = text.unwrap_or_else(|| {
        context.lay_out(|| {
            meta(
                context,
                &attribute.meta,
                Shape::indented(shape.indent, context),
            )
        })
    });
    format!("{prefix}[{text}]")
}

/// One item of the list in an attribute.
enum Nested {
    Meta(Meta),
    Literal(Lit),
}

fn nested(input: ParseStream<'_>) -> syn::Result<Vec<Nested>> {
    let mut result = Vec::new();
    while !input.is_empty() {
        result.push(if input.peek(syn::Lit) {
            Nested::Literal(input.parse()?)
        } else {
            Nested::Meta(input.parse()?)
        });
        if !input.is_empty() {
            input.parse::<syn::Token![,]>()?;
        }
    }
    Ok(result)
}

/// What stands in the brackets of an attribute, or in the list of another.
pub(super) fn meta(context: &Context, meta: &Meta, shape: Shape) -> Option<String> {
    match meta {
        Meta::Path(path) => Some(path_text(path)),
        Meta::NameValue(e) => {
            let Expr::Lit(value) = &e.value else {
                return context.refuse("an attribute with a value that is not a literal");
            };
            let path = path_text(&e.path);
            shape.shrink_left(path.len() + 3)?;
            Some(format!("{path} = {}", value.lit.to_token_stream()))
        }
        Meta::List(list) => {
            let parsed = nested.parse2(list.tokens.clone());
            let (MacroDelimiter::Paren(_), Ok(parsed)) = (&list.delimiter, parsed) else {
                return context.refuse("an attribute of a rare form");
            };
            let items: Vec<Item<'_>> = parsed
                .iter()
                .map(|item| match item {
                    Nested::Meta(meta) => Item::Meta(meta),
                    Nested::Literal(literal) => {
                        Item::MetaLiteral(literal.to_token_stream().to_string())
                    }
                })
                .collect();
            let delimiters = Delimiters {
                open: '(',
                close: ')',
                item_width: ATTRIBUTE_WIDTH,
                trailing: Trailing::Never,
            };
            overflow::rewrite(
                context,
                &path_text(&list.path),
                &items,
                delimiters,
                shape.sub_width(1)?,
            )
        }
    }
}
