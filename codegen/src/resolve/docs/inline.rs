//! Puts the content of a paragraph in order: white space, and markup that says nothing.

use super::tree::{Inline, text_of};

/// Inline content with single spaces, none of them at the edges of a paragraph, a line or a piece of markup, and
/// without markup around nothing.
pub(super) fn tidy(inlines: Vec<Inline>) -> Vec<Inline> {
    let mut tidied = merged(hoisted(inlines));
    let mut after_space = true;
    collapse(&mut tidied, &mut after_space);
    let mut lines: Vec<Inline> = Vec::with_capacity(tidied.len());
    for inline in tidied {
        match inline {
            Inline::Text(text) if text.is_empty() => {}
            Inline::Break => {
                trim_end(&mut lines);
                // A line that ends twice is one line: a paragraph cannot have an empty one.
                if !matches!(lines.last(), None | Some(Inline::Break)) {
                    lines.push(Inline::Break);
                }
            }
            inline => lines.push(inline),
        }
    }
    while matches!(lines.last(), Some(Inline::Break)) {
        lines.pop();
    }
    trim_end(&mut lines);
    lines
}

fn trim_end(inlines: &mut Vec<Inline>) {
    if let Some(Inline::Text(text)) = inlines.last_mut() {
        text.truncate(text.trim_end().len());
        if text.is_empty() {
            inlines.pop();
        }
    }
}

/// Moves white space at the edges of markup out of it, and drops markup around nothing.
fn hoisted(inlines: Vec<Inline>) -> Vec<Inline> {
    let mut hoisted = Vec::with_capacity(inlines.len());
    for inline in inlines {
        match inline {
            Inline::Emphasis(content) => hoist(content, Inline::Emphasis, &mut hoisted),
            Inline::Strong(content) => hoist(content, Inline::Strong, &mut hoisted),
            Inline::Link(target, content) => {
                hoist(
                    content,
                    |content| Inline::Link(target, content),
                    &mut hoisted,
                );
            }
            Inline::Code(code) => {
                hoist(vec![Inline::Text(code)], as_span, &mut hoisted);
            }
            inline => hoisted.push(inline),
        }
    }
    hoisted
}

fn hoist(content: Vec<Inline>, wrap: impl FnOnce(Vec<Inline>) -> Inline, into: &mut Vec<Inline>) {
    let space = || Inline::Text(" ".to_owned());
    let text = text_of(&content);
    let content = tidy(content);
    if text.starts_with(is_space) {
        into.push(space());
    }
    if !content.is_empty() {
        into.push(wrap(content));
        if text.ends_with(is_space) {
            into.push(space());
        }
    }
}

/// Makes one of pieces of the same kind that touch. Where strong text and emphasis touch, Markdown could not tell the
/// marks of one from those of the other: the later loses its own.
fn merged(inlines: Vec<Inline>) -> Vec<Inline> {
    let mut merged: Vec<Inline> = Vec::with_capacity(inlines.len());
    for inline in inlines {
        add(inline, &mut merged);
    }
    merged
}

fn add(inline: Inline, merged: &mut Vec<Inline>) {
    match (merged.last_mut(), inline) {
        (Some(Inline::Text(before)), Inline::Text(text)) => before.push_str(&text),
        (Some(Inline::Code(before)), Inline::Code(code)) => before.push_str(&code),
        (Some(Inline::Emphasis(before)), Inline::Emphasis(content))
        | (Some(Inline::Strong(before)), Inline::Strong(content)) => before.extend(content),
        (Some(Inline::Emphasis(_)), Inline::Strong(content))
        | (Some(Inline::Strong(_)), Inline::Emphasis(content)) => {
            content.into_iter().for_each(|inline| add(inline, merged));
        }
        (_, inline) => merged.push(inline),
    }
}

/// Makes one space of white space, and none of it after a space.
fn collapse(inlines: &mut [Inline], after_space: &mut bool) {
    for inline in inlines {
        match inline {
            Inline::Text(text) => *text = collapsed(text, after_space),
            Inline::Code(_) => *after_space = false,
            Inline::Emphasis(content) | Inline::Strong(content) | Inline::Link(_, content) => {
                collapse(content, after_space);
            }
            Inline::Break => *after_space = true,
        }
    }
}

fn collapsed(text: &str, after_space: &mut bool) -> String {
    let mut collapsed = String::with_capacity(text.len());
    for letter in text.chars() {
        if is_space(letter) {
            if !*after_space {
                collapsed.push(' ');
            }
            *after_space = true;
        } else if !is_left_out(letter) {
            collapsed.push(letter);
            *after_space = false;
        }
    }
    collapsed
}

/// White space; those that break no line are spaces like the others.
fn is_space(letter: char) -> bool {
    letter.is_whitespace()
}

/// What has no place in a doc comment: controls, marks of the direction of text, and what has no width.
pub(super) fn is_left_out(letter: char) -> bool {
    letter.is_control()
        || matches!(
            letter,
            '\u{ad}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'
                | '\u{2066}'..='\u{2069}' | '\u{feff}'
        )
}

/// Inline content as code. A link in it stays a link, with code for its text.
pub(super) fn as_code(inlines: Vec<Inline>) -> Vec<Inline> {
    let mut pieces = Vec::new();
    for inline in inlines {
        match inline {
            Inline::Text(text) => pieces.push(Inline::Code(text)),
            Inline::Emphasis(content) | Inline::Strong(content) => pieces.extend(as_code(content)),
            Inline::Link(target, content) => {
                pieces.push(Inline::Link(target, as_code(content)));
            }
            Inline::Break => pieces.push(Inline::Code(" ".to_owned())),
            code => pieces.push(code),
        }
    }
    merged(pieces)
}

/// Text as one piece of code.
fn as_span(content: Vec<Inline>) -> Inline {
    Inline::Code(text_of(&content))
}
