//! Whether a pattern of ECMA-262 can be read.
//!
//! The parser is that of Rust's regular expressions, which is written against hostile input: it nests to a limit and
//! expands nothing. What ECMA-262 writes and Rust does not is put in words that both know, with the same brackets
//! around it; so the text that is parsed matches something else, but is well-formed if the pattern is.

use std::iter::Peekable;
use std::str::Chars;

use regex_syntax::ast::parse::Parser;

/// More than stands in the braces of a repetition: so far a brace is looked for that closes them.
const LONGEST_REPETITION: usize = 48;

/// Checks a pattern; the error says what is wrong with it.
pub(super) fn check(pattern: &str) -> Result<(), String> {
    match Parser::new().parse(&in_common_words(pattern)) {
        Ok(_) => Ok(()),
        Err(error) => Err(error.kind().to_string()),
    }
}

/// The pattern without what ECMA-262 has alone.
fn in_common_words(pattern: &str) -> String {
    let mut rest = pattern.chars().peekable();
    let mut common = String::with_capacity(pattern.len());
    while let Some(next) = rest.next() {
        match next {
            '\\' => escape(&mut rest, &mut common),
            '(' => group(&mut rest, &mut common),
            '[' => class(&mut rest, &mut common),
            // Inside no repetition, a brace stands for itself.
            '}' | ']' => common.extend(['\\', next]),
            '{' => repetition(&mut rest, &mut common),
            other => common.push(other),
        }
    }
    common
}

/// What follows a backslash outside of classes. Back-references and control characters are characters, as is a
/// letter that has no meaning of its own.
fn escape(rest: &mut Peekable<Chars<'_>>, common: &mut String) {
    match rest.next() {
        None => common.push('\\'),
        Some(digit) if digit.is_ascii_digit() => {
            while rest.next_if(char::is_ascii_digit).is_some() {}
            common.push('x');
        }
        Some('k') if rest.next_if_eq(&'<').is_some() => {
            while rest.next_if(|next| *next != '>').is_some() {}
            match rest.next() {
                Some(_) => common.push('x'),
                None => common.push_str("(?<"),
            }
        }
        Some('c') => {
            rest.next_if(char::is_ascii_alphabetic);
            common.push('x');
        }
        Some(next) if is_known(next) => {
            common.extend(['\\', next]);
            braced(next, rest, common);
        }
        Some(_) => common.push('x'),
    }
}

/// What stands in braces after `\p`, `\u` and the like.
fn braced(letter: char, rest: &mut Peekable<Chars<'_>>, common: &mut String) -> bool {
    let takes_braces = matches!(letter, 'p' | 'P' | 'u' | 'x');
    if !takes_braces || rest.next_if_eq(&'{').is_none() {
        return false;
    }
    common.push('{');
    while let Some(next) = rest.next_if(|next| *next != '}') {
        common.push(next);
    }
    common.extend(rest.next());
    true
}

/// Whether both dialects give a meaning to a letter after a backslash, or it stands for itself in Rust too.
fn is_known(letter: char) -> bool {
    if letter.is_ascii_alphanumeric() {
        return matches!(
            letter,
            'd' | 'D'
                | 'w'
                | 'W'
                | 's'
                | 'S'
                | 'b'
                | 'B'
                | 'p'
                | 'P'
                | 'x'
                | 'u'
                | 'n'
                | 'r'
                | 't'
                | 'f'
                | 'v'
        );
    }
    letter.is_ascii_punctuation() && !matches!(letter, '<' | '>')
}

/// What follows an opening parenthesis: look-around becomes a group.
fn group(rest: &mut Peekable<Chars<'_>>, common: &mut String) {
    common.push('(');
    let mut ahead = rest.clone();
    let length = match (ahead.next(), ahead.next(), ahead.next()) {
        (Some('?'), Some('=' | '!'), _) => 2,
        (Some('?'), Some('<'), Some('=' | '!')) => 3,
        _ => return,
    };
    common.push_str("?:");
    for _ in 0..length {
        rest.next();
    }
}

/// What follows an opening brace: a repetition if it has that form, else the brace is a character.
fn repetition(rest: &mut Peekable<Chars<'_>>, common: &mut String) {
    let ahead = rest.clone().take(LONGEST_REPETITION);
    let body: String = ahead.take_while(|next| *next != '}').collect();
    let is_closed = rest.clone().nth(body.chars().count()) == Some('}');
    let has_form = body.starts_with(|first: char| first.is_ascii_digit())
        && body
            .chars()
            .all(|next| next.is_ascii_digit() || next == ',');
    if !(is_closed && has_form) {
        common.push_str("\\{");
        return;
    }
    common.push('{');
    common.push_str(&body);
    common.push('}');
    for _ in 0..=body.chars().count() {
        rest.next();
    }
}

/// A class, after its opening bracket. It may be empty; brackets, `&&` and `--` in it have no meaning; a hyphen beside
/// `\w` and its like stands for itself.
fn class(rest: &mut Peekable<Chars<'_>>, common: &mut String) {
    common.push('[');
    if rest.next_if_eq(&'^').is_some() {
        common.push('^');
    }
    if rest.peek() == Some(&']') {
        common.push('x');
    }
    let mut after_set = false;
    while let Some(next) = rest.next() {
        let was_set = std::mem::take(&mut after_set);
        match next {
            ']' => return common.push(']'),
            '\\' => after_set = class_escape(rest, common),
            '-' if was_set || is_set_ahead(rest) => common.push_str("\\-"),
            '[' | '&' | '~' => common.extend(['\\', next]),
            other => common.push(other),
        }
    }
}

/// What follows a backslash in a class; says whether it is a set of characters.
fn class_escape(rest: &mut Peekable<Chars<'_>>, common: &mut String) -> bool {
    match rest.next() {
        None => common.push('\\'),
        Some('b') => common.push_str("\\x08"),
        Some('0') => common.push_str("\\x00"),
        Some(set @ ('d' | 'D' | 'w' | 'W' | 's' | 'S')) => {
            common.extend(['\\', set]);
            return true;
        }
        Some(next @ ('p' | 'P')) if rest.peek() != Some(&'{') => common.push(next),
        Some('B') => common.push('B'),
        Some(next) if is_known(next) => {
            common.extend(['\\', next]);
            return braced(next, rest, common) && matches!(next, 'p' | 'P');
        }
        Some(other) => common.push(other),
    }
    false
}

/// Whether a set of characters comes next.
fn is_set_ahead(rest: &Peekable<Chars<'_>>) -> bool {
    let mut ahead = rest.clone();
    ahead.next() == Some('\\')
        && matches!(
            ahead.next(),
            Some('d' | 'D' | 'w' | 'W' | 's' | 'S' | 'p' | 'P')
        )
}

#[cfg(test)]
mod tests {
    use super::check;

    #[test]
    fn reads_what_ecma_262_allows() {
        for pattern in [
            "",
            "^[a-zA-Z0-9-_.,:;\\s]*$",
            "^(?!aws:)(?=a)(?<=b)(?<!c).+$",
            "(a)\\1(?<name>b)\\k<name>",
            "[\\w-.]+[.-\\d][\\p{L}-x]",
            "[[]a&&b--c~~",
            "[a&&b--c[~~]",
            "[^]|[]|[^\\]]",
            "\\/\\-\\_\\@\\cA\\Z",
            "{}a{1}b{1,}c{1,2}d{,3}{x",
            "]}",
            "[\\u0020-\\uD7FF\\x20\\b\\0]",
            "(?s).*(?i:x)a*+b",
            "\\p{Alnum}[\\p{Graph}]",
            "^\\P{C}*$}$",
            "\\u{1F600}[\\u{1F600}-\\u{1F64F}]",
        ] {
            assert_eq!(check(pattern), Ok(()), "{pattern}");
        }
    }

    #[test]
    fn refuses_what_nobody_can_read() {
        for pattern in [
            "(",
            ")",
            "(?=a",
            "[a",
            "[z-a]",
            "*a",
            "a{2,1}",
            "\\",
            "(?<n>a)(?<n>b)",
            "[\\",
            "\\k<n",
            "\\p{",
        ] {
            assert!(check(pattern).is_err(), "{pattern}");
        }
    }

    #[test]
    fn nests_to_a_limit() {
        let deep = format!("{}{}", "(".repeat(100_000), ")".repeat(100_000));
        assert!(check(&deep).is_err());
        assert_eq!(check(&"{".repeat(100_000)), Ok(()));
    }
}
