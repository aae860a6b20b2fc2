//! Patterns of ECMA-262, put in the language of the crate `regex`.
//!
//! The model's dialect is that of ECMA-262 with its flag `u`
//! ([Smithy 2.0, pattern](https://smithy.io/2.0/spec/constraint-traits.html#pattern-trait)). Published models take some
//! things over from Java besides: inline flags, `\A` and `\z`, which `regex` has too. What it has not, look-around and
//! back-references above all, cannot be checked.

mod class;
mod escape;

use std::iter::Peekable;
use std::str::Chars;

use regex_syntax::hir::Hir;

/// What is left of a pattern.
type Rest<'p> = Peekable<Chars<'p>>;

/// A pattern that can be checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Translation {
    /// Both languages read the text alike.
    Same,
    /// The text that `regex` reads as ECMA-262 reads the pattern.
    Other(String),
}

/// Puts a pattern in the language of `regex`; the error says why that cannot be done, in a few words.
pub(super) fn translate(pattern: &str) -> Result<Translation, String> {
    let translated = translated(pattern)?;
    let meant = parse(&translated)?;
    if parse(pattern).is_ok_and(|read| read == meant) {
        Ok(Translation::Same)
    } else {
        Ok(Translation::Other(translated))
    }
}

fn parse(pattern: &str) -> Result<Hir, String> {
    regex_syntax::parse(pattern).map_err(|error| match error {
        regex_syntax::Error::Parse(error) => error.kind().to_string(),
        regex_syntax::Error::Translate(error) => error.kind().to_string(),
        other => other.to_string(),
    })
}

fn translated(pattern: &str) -> Result<String, String> {
    let mut rest = pattern.chars().peekable();
    let mut text = String::with_capacity(pattern.len());
    // Flags may change what a dot is.
    let mut has_flags = false;
    while let Some(next) = rest.next() {
        match next {
            '\\' => text.push_str(&escape::outside_class(&mut rest)?),
            '(' => has_flags |= group(&mut rest, &mut text)?,
            '[' => class::class(&mut rest, &mut text)?,
            '.' if !has_flags => text.push_str("[^\\n\\r\\u{2028}\\u{2029}]"),
            // Inside no repetition, a brace stands for itself.
            '}' | ']' => text.extend(['\\', next]),
            '{' => repetition(&mut rest, &mut text),
            other => text.push(other),
        }
    }
    Ok(text)
}

/// What follows an opening parenthesis; says whether it sets flags.
fn group(rest: &mut Rest<'_>, text: &mut String) -> Result<bool, String> {
    text.push('(');
    let mut ahead = rest.clone();
    match (ahead.next(), ahead.next(), ahead.next()) {
        (Some('?'), Some('=' | '!'), _) => Err("look-ahead".to_owned()),
        (Some('?'), Some('<'), Some('=' | '!')) => Err("look-behind".to_owned()),
        (Some('?'), Some('>'), _) => Err("an atomic group".to_owned()),
        (Some('?'), Some(':' | '<' | 'P'), _) => Ok(false),
        (Some('?'), ..) => Ok(true),
        _ => Ok(false),
    }
}

/// What follows an opening brace: a repetition if it has that form, else the brace is a character.
fn repetition(rest: &mut Rest<'_>, text: &mut String) {
    let mut ahead = rest.clone();
    let mut digits = false;
    let has_form = loop {
        match ahead.next() {
            Some('0'..='9') => digits = true,
            Some(',') if digits => {}
            Some('}') => break digits,
            _ => break false,
        }
    };
    text.push_str(if has_form { "{" } else { "\\{" });
    while has_form && let Some(next) = rest.next() {
        text.push(next);
        if next == '}' {
            break;
        }
    }
}

#[cfg(test)]
mod tests;
