//! Calls of macros with braces, between items. rustfmt leaves them as they are, so the layout is our own: statements
//! that end with `;` or with a group in braces, then a list; what does not fit on a line is filled line by line.

use super::context::Context;
use super::shape::Indent;
use super::text::width;
use proc_macro2::{Delimiter, Spacing, TokenStream, TokenTree};
use syn::Macro;

/// The name of the macro, and what it is called with.
pub(super) fn rewrite(context: &Context, mac: &Macro, indent: Indent) -> String {
    let names: Vec<String> = mac
        .path
        .segments
        .iter()
        .map(|segment| segment.ident.to_string())
        .collect();
    let nested = indent.deeper();
    let statements: String = split(&mac.tokens, ends_statement)
        .iter()
        .map(|tokens| statement(context, tokens, nested))
        .collect();
    let name = names.join("::");
    if statements.is_empty() {
        return format!("{name}! {{}}");
    }
    format!("{name}! {{{statements}{}}}", indent.newline())
}

/// One statement, after a line break.
fn statement(context: &Context, tokens: &[TokenTree], indent: Indent) -> String {
    let newline = indent.newline();
    let line = flat(tokens);
    if width(&line) <= context.budget(indent.width()) {
        return newline + &line;
    }
    let Some((TokenTree::Group(group), head)) = tokens.split_last() else {
        return filled(context, tokens, indent);
    };
    let members: Vec<TokenTree> = group.stream().into_iter().collect();
    let members = filled(context, &members, indent.deeper());
    let head = flat(head);
    format!("{newline}{head} {{{members}{newline}}}")
}

/// A list, as much of it in each line as there is room for.
fn filled(context: &Context, tokens: &[TokenTree], indent: Indent) -> String {
    let room = context.budget(indent.width());
    let tokens: TokenStream = tokens.iter().cloned().collect();
    let mut text = String::new();
    let mut used = None;
    for item in split(&tokens, is_separator) {
        let mut item = flat(&item);
        if !item.ends_with([',', ';']) {
            item.push(',');
        }
        used = match used {
            Some(used) if used + 1 + width(&item) <= room => {
                text.push(' ');
                Some(used + 1 + width(&item))
            }
            _ => {
                text.push_str(&indent.newline());
                Some(width(&item))
            }
        };
        text.push_str(&item);
    }
    text
}

/// Pieces of the tokens, each up to and with one that `ends` it.
fn split(tokens: &TokenStream, ends: impl Fn(&TokenTree) -> bool) -> Vec<Vec<TokenTree>> {
    let mut pieces = vec![Vec::new()];
    for token in tokens.clone() {
        let is_end = ends(&token);
        if let Some(piece) = pieces.last_mut() {
            piece.push(token);
        }
        if is_end {
            pieces.push(Vec::new());
        }
    }
    pieces.retain(|piece| !piece.is_empty());
    pieces
}

fn ends_statement(token: &TokenTree) -> bool {
    match token {
        TokenTree::Punct(punct) => punct.as_char() == ';',
        TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
        _ => false,
    }
}

fn is_separator(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Punct(punct) if matches!(punct.as_char(), ',' | ';'))
}

/// Tokens on one line: no space before `,`, `;` and `:`, none around `::`.
fn flat(tokens: &[TokenTree]) -> String {
    let mut text = String::new();
    let mut in_path = false;
    for token in tokens {
        let piece = match token {
            TokenTree::Group(group) => grouped(group),
            other => other.to_string(),
        };
        let adjoins = match token {
            TokenTree::Punct(punct) => matches!(punct.as_char(), ',' | ';' | ':'),
            _ => in_path,
        };
        if !text.is_empty() && !adjoins {
            text.push(' ');
        }
        text.push_str(&piece);
        in_path = match token {
            TokenTree::Punct(punct) if punct.as_char() == ':' => {
                punct.spacing() == Spacing::Joint || text.ends_with("::")
            }
            _ => false,
        };
    }
    text
}

fn grouped(group: &proc_macro2::Group) -> String {
    let tokens: Vec<TokenTree> = group.stream().into_iter().collect();
    let inner = flat(&tokens);
    match group.delimiter() {
        Delimiter::Brace if inner.is_empty() => "{}".to_owned(),
        Delimiter::Brace => format!("{{ {inner} }}"),
        Delimiter::Bracket => format!("[{inner}]"),
        Delimiter::Parenthesis => format!("({inner})"),
        Delimiter::None => inner,
    }
}
