//! Classes: `[a-z]`.
//!
//! `regex` nests them and calculates with them; in ECMA-262, brackets, `&&` and `--` in them are characters. So every
//! character that could mean something is written with a backslash.

use super::Rest;
use super::escape::{Escaped, character, escaped};

/// One part of a class.
struct Atom {
    text: String,
    is_set: bool,
}

/// What follows an opening bracket.
pub(super) fn class(rest: &mut Rest<'_>, text: &mut String) -> Result<(), String> {
    let is_negated = rest.next_if_eq(&'^').is_some();
    if rest.next_if_eq(&']').is_some() {
        // Everything that is not in an empty class, or nothing.
        text.push_str(if is_negated { "[\\s\\S]" } else { "[^\\s\\S]" });
        return Ok(());
    }
    text.push_str(if is_negated { "[^" } else { "[" });
    while rest.next_if_eq(&']').is_none() {
        let first = atom(rest)?;
        text.push_str(&first.text);
        if !begins_range(rest) {
            continue;
        }
        rest.next();
        let last = atom(rest)?;
        // Beside a set, a hyphen stands for itself.
        let is_range = !first.is_set && !last.is_set;
        text.push_str(if is_range { "-" } else { "\\-" });
        text.push_str(&last.text);
    }
    text.push(']');
    Ok(())
}

/// Whether a hyphen comes, and something after it in the class.
fn begins_range(rest: &Rest<'_>) -> bool {
    let mut ahead = rest.clone();
    ahead.next() == Some('-') && ahead.next().is_some_and(|next| next != ']')
}

fn atom(rest: &mut Rest<'_>) -> Result<Atom, String> {
    let (text, is_set) = match rest.next() {
        None => return Err("a class that does not end".to_owned()),
        Some('\\') if rest.next_if_eq(&'b').is_some() => ("\\x08".to_owned(), false),
        Some('\\') => match escaped(rest)? {
            Escaped::Character(text) => (text, false),
            Escaped::Set(text) => (text, true),
            Escaped::Place(text) => return Err(format!("{text} in a class")),
        },
        Some(other) => (character(other), false),
    };
    Ok(Atom { text, is_set })
}
