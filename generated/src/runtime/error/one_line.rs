//! Texts of others within a line of ours.

use std::fmt;

/// Shows a text with one space in place of line breaks, other white space and control characters. What a service says
/// can neither begin a line of a log nor steer a terminal.
pub(in crate::runtime) struct OneLine<'a>(pub(in crate::runtime) &'a str);

impl fmt::Display for OneLine<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words = self.0.split(|c: char| c.is_whitespace() || c.is_control());
        for (index, word) in words.filter(|word| !word.is_empty()).enumerate() {
            if index > 0 {
                f.write_str(" ")?;
            }
            f.write_str(word)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_and_control_characters_become_one_space() {
        for (text, expected) in [
            ("bad name", "bad name"),
            ("  first\r\n\tsecond\n", "first second"),
            ("line\u{2028}break\u{85}too", "line break too"),
            ("\u{1b}[31mred\u{1b}[0m\0", "[31mred [0m"),
            ("\n \u{7}", ""),
            ("", ""),
        ] {
            assert_eq!(OneLine(text).to_string(), expected, "{text:?}");
        }
    }
}
