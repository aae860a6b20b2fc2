//! Pages of tokens become text which rustfmt would leave as it is, without running it.

mod assign;
mod attribute;
mod block;
mod chain;
mod closure;
mod context;
mod control;
mod expression;
mod generics;
mod implementation;
mod import;
mod item;
mod list;
mod literal;
mod macros;
mod matches;
mod operator;
mod overflow;
mod overflow_item;
mod pair;
mod path;
mod pattern;
mod shape;
mod signature;
mod sort;
mod statement;
mod struct_literal;
mod structure;
mod text;
mod types;

use context::Context;
use proc_macro2::TokenStream;
use shape::{Indent, Shape};
use std::error::Error;
use std::fmt;

/// Why a page has no text.
#[derive(Debug)]
pub enum FormatError {
    /// The tokens are not Rust: what the parser refused.
    Syntax(syn::Error),
    /// The page holds a construct which has no layout here.
    Unsupported(&'static str),
}

impl fmt::Display for FormatError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Syntax(error) => write!(f, "the emitted tokens are not Rust: {error}"),
            Self::Unsupported(construct) => {
                write!(
                    f,
                    "no layout is known for {construct}; emit it in another form"
                )
            }
        }
    }
}

impl Error for FormatError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Syntax(error) => Some(error),
            Self::Unsupported(_) => None,
        }
    }
}

/// The text of a page: a fixed point of `rustfmt --edition 2024` with its default configuration.
///
/// # Errors
///
/// The tokens are not Rust, or hold a construct which has no layout here.
pub fn format_page(tokens: TokenStream) -> Result<String, FormatError> {
    let file: syn::File = syn::parse2(tokens).map_err(FormatError::Syntax)?;
    let context = Context::new();
    let indent = Indent::default();
    let docs = context
        .lay_out(|| attribute::inner(&context, &file.attrs, Shape::indented(indent, &context)));
    let items = item::all(&context, &file.items, indent);
    if let Some(construct) = context.refused() {
        return Err(FormatError::Unsupported(construct));
    }
    let mut text = docs;
    if text.is_empty() {
        text.push_str(items.trim_start());
    } else {
        text.push_str(&items);
    }
    if !text.is_empty() && !text.ends_with('\n') {
        text.push('\n');
    }
    Ok(text)
}
