//! The pieces that a JSON text is made of.

use std::ops::Range;

/// The string, number or word that begins here, or one character.
pub(super) fn token(bytes: &[u8], offset: usize) -> Range<usize> {
    let rest = bytes.get(offset..).unwrap_or_default();
    let is_word = |byte: &u8| byte.is_ascii_alphanumeric() || b"+-._".contains(byte);
    let length = match rest {
        [b'"', string @ ..] => {
            let mut is_escaped = false;
            let end = string.iter().position(|byte| {
                let is_end = *byte == b'"' && !is_escaped;
                is_escaped = *byte == b'\\' && !is_escaped;
                is_end || *byte == b'\n'
            });
            end.map_or(1, |end| end + 2)
        }
        [first, ..] if is_word(first) => rest.iter().take_while(|byte| is_word(byte)).count(),
        [_, more @ ..] => 1 + more.iter().take_while(|byte| **byte & 0xC0 == 0x80).count(),
        [] => 0,
    };
    let start = offset.min(bytes.len());
    start..start + length.min(bytes.len() - start)
}

#[cfg(test)]
mod tests {
    use super::token;

    #[test]
    fn a_token_is_a_string_a_word_or_a_character() {
        for (text, offset, found) in [
            (r#"{"a\"b\\": 1}"#, 1, r#""a\"b\\""#),
            ("[12.5e-1]", 1, "12.5e-1"),
            ("[true,]", 6, "]"),
            ("[\u{e9}]", 1, "\u{e9}"),
            ("\"open", 0, "\""),
            ("{", 1, ""),
            ("{", 9, ""),
        ] {
            assert_eq!(&text[token(text.as_bytes(), offset)], found, "{text}");
        }
    }
}
