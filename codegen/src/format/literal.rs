//! Literals, which stand as they are.

use super::context::Context;
use super::shape::Shape;
use quote::ToTokens;
use syn::Lit;

/// The text of a literal. A string may be longer than the line.
pub(super) fn rewrite(context: &Context, literal: &Lit, shape: Shape) -> Option<String> {
    let text = literal.to_token_stream().to_string();
    match literal {
        Lit::Str(string) if string.token().to_string().starts_with('"') => Some(text),
        // Tokens keep the sign of a negative number apart.
        Lit::Int(_) | Lit::Float(_) => context.fitting(text.replacen("- ", "-", 1), shape),
        _ => context.fitting(text, shape),
    }
}
