//! Doc comments: one attribute a line, so that they are printed with `///`.

use proc_macro2::TokenStream;
use quote::quote;

use crate::ir::Docs;

/// The whole documentation of an item.
pub(super) fn docs(docs: &Docs) -> TokenStream {
    lines(&docs.lines)
}

/// The summary alone.
pub(super) fn summary(docs: &Docs) -> TokenStream {
    lines(&docs.summary)
}

/// One line.
pub(super) fn line(text: &str) -> TokenStream {
    lines(&[text])
}

/// Lines as they stand; an empty one separates paragraphs.
pub(super) fn lines(lines: &[impl AsRef<str>]) -> TokenStream {
    let lines = lines.iter().map(|line| match line.as_ref() {
        "" => String::new(),
        line => format!(" {line}"),
    });
    quote!(#(#[doc = #lines])*)
}

/// The attribute of a deprecated method. Types and fields only say so in their documentation: the emitted
/// crate uses them itself, and would warn about that.
pub(super) fn deprecated(note: Option<&String>) -> Option<TokenStream> {
    note.map(|note| quote!(#[deprecated(note = #note)]))
}
