//! What follows a backslash.

use super::Rest;

/// The whitespace of ECMA-262: `regex` counts U+0085 among it, and not U+FEFF.
const SPACE: &str = "[[\\s\\u{FEFF}]--\\u{85}]";

/// What an escape is.
pub(super) enum Escaped {
    /// One character, as it stands in a class or outside of it.
    Character(String),
    /// A set of characters, in brackets.
    Set(String),
    /// A place between characters.
    Place(&'static str),
}

/// What follows a backslash outside of classes.
pub(super) fn outside_class(rest: &mut Rest<'_>) -> Result<String, String> {
    Ok(match escaped(rest)? {
        Escaped::Character(text) | Escaped::Set(text) => text,
        Escaped::Place(text) => text.to_owned(),
    })
}

/// What follows a backslash.
pub(super) fn escaped(rest: &mut Rest<'_>) -> Result<Escaped, String> {
    let Some(next) = rest.next() else {
        return Err("a backslash at the end".to_owned());
    };
    let set = |text: &str| Ok(Escaped::Set(text.to_owned()));
    match next {
        'd' => set("[0-9]"),
        'D' => set("[^0-9]"),
        'w' => set("[0-9A-Za-z_]"),
        'W' => set("[^0-9A-Za-z_]"),
        's' => set(SPACE),
        'S' => set(&format!("[^{SPACE}]")),
        'p' | 'P' => set(&property(next, rest)),
        'b' => Ok(Escaped::Place("(?-u:\\b)")),
        'B' => Ok(Escaped::Place("(?-u:\\B)")),
        'A' => Ok(Escaped::Place("\\A")),
        'z' => Ok(Escaped::Place("\\z")),
        'u' if rest.peek() != Some(&'{') => unit(rest).map(Escaped::Character),
        'u' | 'x' => Ok(Escaped::Character(braced(next, rest))),
        'c' => control(rest).map(Escaped::Character),
        '0' if !rest.peek().is_some_and(char::is_ascii_digit) => {
            Ok(Escaped::Character("\\x00".to_owned()))
        }
        'n' | 'r' | 't' | 'f' | 'v' => Ok(Escaped::Character(format!("\\{next}"))),
        'k' | '0'..='9' => Err("a back-reference".to_owned()),
        letter if letter.is_ascii_alphabetic() => Err(format!("the escape \\{letter}")),
        other => Ok(Escaped::Character(character(other))),
    }
}

/// A character that stands for itself, in a class and outside of it.
pub(super) fn character(character: char) -> String {
    if "\\.+*?()|[]{}^$#&-~".contains(character) {
        format!("\\{character}")
    } else {
        character.to_string()
    }
}

/// `\p{L}` or, as in Java, `\pL`.
fn property(letter: char, rest: &mut Rest<'_>) -> String {
    if rest.peek() == Some(&'{') {
        return braced(letter, rest);
    }
    let name = rest.next().map(String::from).unwrap_or_default();
    format!("\\{letter}{name}")
}

/// The letter with what stands in braces after it, or without braces in two characters.
fn braced(letter: char, rest: &mut Rest<'_>) -> String {
    let mut text = format!("\\{letter}");
    if rest.peek() == Some(&'{') {
        for next in rest.by_ref() {
            text.push(next);
            if next == '}' {
                break;
            }
        }
    } else {
        text.extend(rest.by_ref().take(2));
    }
    text
}

/// The four digits after `\u`; two such escapes make a character beyond U+FFFF.
fn unit(rest: &mut Rest<'_>) -> Result<String, String> {
    const LONE: &str = "half a surrogate pair";
    let high = digits(rest)?;
    let code = match high {
        0xD800..=0xDBFF => {
            if rest.next() != Some('\\') || rest.next() != Some('u') {
                return Err(LONE.to_owned());
            }
            match digits(rest)? {
                low @ 0xDC00..=0xDFFF => 0x1_0000 + ((high - 0xD800) << 10) + (low - 0xDC00),
                _ => return Err(LONE.to_owned()),
            }
        }
        0xDC00..=0xDFFF => return Err(LONE.to_owned()),
        code => code,
    };
    Ok(format!("\\u{{{code:X}}}"))
}

fn digits(rest: &mut Rest<'_>) -> Result<u32, String> {
    let digits: String = rest.by_ref().take(4).collect();
    let is_code = digits.len() == 4 && digits.bytes().all(|digit| digit.is_ascii_hexdigit());
    let code = u32::from_str_radix(&digits, 16).ok().filter(|_| is_code);
    code.ok_or_else(|| "\\u without four digits".to_owned())
}

/// `\cA`
fn control(rest: &mut Rest<'_>) -> Result<String, String> {
    match rest.next() {
        Some(letter) if letter.is_ascii_alphabetic() => {
            Ok(format!("\\x{:02X}", u32::from(letter) % 32))
        }
        _ => Err("\\c without a letter".to_owned()),
    }
}
