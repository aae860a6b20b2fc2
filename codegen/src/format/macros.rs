//! Calls of macros whose arguments are expressions.

use super::context::{ARRAY_WIDTH, CALL_WIDTH, Context};
use super::expression;
use super::list::Trailing;
use super::overflow::{self, Delimiters};
use super::overflow_item::Item;
use super::shape::{Shape, TAB};
use super::text::is_multiline;
use syn::parse::{ParseStream, Parser};
use syn::punctuated::Punctuated;
use syn::{Expr, Macro, MacroDelimiter, Token};

/// The arguments of a macro.
enum Arguments {
    List(Vec<Expr>),
    /// `value; count`
    Repeat(Box<Expr>, Box<Expr>),
}

pub(super) fn rewrite(context: &Context, mac: &Macro, shape: Shape) -> Option<String> {
    let names: Vec<String> = mac
        .path
        .segments
        .iter()
        .map(|segment| segment.ident.to_string())
        .collect();
    let global = if mac.path.leading_colon.is_some() {
        "::"
    } else {
        ""
    };
    let name = format!("{global}{}!", names.join("::"));
    let vector = name == "vec!";
    let nested = context.in_macro();
    let brackets = match mac.delimiter {
        MacroDelimiter::Bracket(_) => true,
        MacroDelimiter::Paren(_) => vector && !nested,
        MacroDelimiter::Brace(_) => return context.refuse("a macro with braces"),
    };
    let (open, close) = if brackets { ('[', ']') } else { ('(', ')') };
    if mac.tokens.is_empty() {
        return Some(format!("{name}{open}{close}"));
    }
    let Ok(arguments) = arguments.parse2(mac.tokens.clone()) else {
        return context.refuse("a macro whose arguments are not expressions");
    };
    // The elements of `vec![…]` are laid out like code.
    let plain = brackets && vector && !nested;
    context.apart(|| match &arguments {
        Arguments::Repeat(value, count) => context.with_macro(true, || {
            repeat(context, &name, (open, close), value, count, shape)
        }),
        Arguments::List(expressions) => {
            let items: Vec<Item<'_>> = expressions.iter().map(Item::Argument).collect();
            let item_width = if brackets { ARRAY_WIDTH } else { CALL_WIDTH };
            let delimiters = Delimiters {
                open,
                close,
                item_width,
                trailing: if plain {
                    Trailing::Vertical
                } else {
                    Trailing::Never
                },
            };
            context.with_macro(!plain, || {
                overflow::rewrite(context, &name, &items, delimiters, shape)
            })
        }
    })
}

fn arguments(input: ParseStream<'_>) -> syn::Result<Arguments> {
    let mut list = Punctuated::<Expr, Token![,]>::new();
    list.push_value(input.parse()?);
    if input.peek(Token![;]) {
        input.parse::<Token![;]>()?;
        let count = input.parse()?;
        let value = list.into_iter().next();
        return match value {
            Some(value) => Ok(Arguments::Repeat(Box::new(value), Box::new(count))),
            None => Err(input.error("expected a value")),
        };
    }
    while !input.is_empty() {
        list.push_punct(input.parse()?);
        if input.is_empty() {
            break;
        }
        list.push_value(input.parse()?);
    }
    Ok(Arguments::List(list.into_iter().collect()))
}

fn repeat(
    context: &Context,
    name: &str,
    (open, close): (char, char),
    value: &Expr,
    count: &Expr,
    shape: Shape,
) -> Option<String> {
    let nested = shape.offset_left(name.len())?.block_indent(TAB);
    let value = expression::rewrite(context, value, nested)?;
    let count = expression::rewrite(context, count, nested)?;
    if !is_multiline(&value)
        && !is_multiline(&count)
        && value.len() + count.len() + 8 <= shape.width
    {
        return Some(format!("{name}{open}{value}; {count}{close}"));
    }
    let (inner, outer) = (nested.indent.newline(), shape.indent.newline());
    Some(format!(
        "{name}{open}{inner}{value};{inner}{count}{outer}{close}"
    ))
}
