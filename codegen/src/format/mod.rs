//! Pages of tokens become text which rustfmt would leave as it is, without running it.
//!
//! A printer of our own over syn's tree, with the rules of rustfmt 1.9 in its default configuration for edition 2024.
//! (The text of prettyplease would have to be taken apart again: it breaks lines at other columns, for other reasons.)
//! Every rule takes a `Shape`, the room there is, and gives the text, or `None` if there is no room; the caller then
//! tries another layout. So one file here corresponds to one concern of rustfmt: `overflow` to lists in delimiters,
//! `chain` to method chains, `assign` to what follows `=`, and so on. Where no layout has room, rustfmt leaves the
//! statement or the item as it finds it, and `Context::lay_out` prints it on longer lines.
//!
//! # What emitters must know
//!
//! - `blank_line!();` between two statements becomes an empty line. Between items, members, and fields or variants with
//!   documentation the empty lines come by themselves; `const`, `type`, `use` and `mod` lines without attributes adjoin.
//! - Neighbouring `use` items are merged by module, split into groups (std, other crates, this crate, re-exports) and
//!   sorted. Emit one for each name if that is easier, in any order; duplicates vanish.
//! - Documentation is one `#[doc = " text"]` for each line; trailing spaces are cut.
//! - A construct without a rule here is printed with prettyplease, and with it the whole page, which then is Rust as
//!   ever but no fixed point of rustfmt. The tests hold that no emitter uses one: macros whose arguments are
//!   not expressions (`matches!(x, A if b)`), macros with braces but between items, attributes on expressions, patterns or parameters, labelled blocks,
//!   `macro_rules!`, `extern` blocks, unions, unsafe impls, generic associated types.
//! - String literals may be of any length, and stand as they are. Beyond ASCII every character counts as one column:
//!   keep wide characters (Chinese, emoji) to documentation.
//! - rustfmt itself has no fixed point for a few things, so do not emit them with names that do not fit on a line:
//!   `<Type as Trait>::name` (it leaves a space at the end of a line), `vec![value; count]` with a long value, a where
//!   clause on a function whose generics or result have no room, and one on a function without parameters or result.
//! - `[a, b, c]` puts elements of up to ten columns side by side once the array does not fit on a line; this is done
//!   here too. `&'static str` in a `const` stays as it is.

mod assign;
mod attribute;
mod block;
mod braces;
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

/// A page has no text, because its tokens are not Rust: what the parser refused.
#[derive(Debug)]
pub struct FormatError(syn::Error);

impl fmt::Display for FormatError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the emitted tokens are not Rust: {}", self.0)
    }
}

impl Error for FormatError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&self.0)
    }
}

/// The text of a page: a fixed point of `rustfmt --edition 2024` with its default configuration.
///
/// # Errors
///
/// The tokens are not Rust.
pub fn format_page(tokens: TokenStream) -> Result<String, FormatError> {
    let file: syn::File = syn::parse2(tokens).map_err(FormatError)?;
    let context = Context::new();
    let indent = Indent::default();
    let docs = context
        .lay_out(|| attribute::inner(&context, &file.attrs, Shape::indented(indent, &context)));
    let items = item::all(&context, &file.items, indent);
    if context.refused() {
        return Ok(prettyplease::unparse(&file));
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
