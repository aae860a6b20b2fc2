//! Strings: borrowed if they are plain, decoded if they have escapes (RFC 8259, section 7).

use std::borrow::Cow;

use super::{Reader, scan};
use crate::runtime::DecodeError;

impl<'a> Reader<'a> {
    /// Reads the string at whose opening quote the reader stands.
    pub(super) fn quoted(&mut self) -> Result<Cow<'a, str>, DecodeError> {
        match self.plain() {
            Ok(text) => Ok(Cow::Borrowed(text)),
            Err(special) => self.escaped(special).map(Cow::Owned),
        }
    }

    /// Reads the string at whose opening quote the reader stands, if it is plain. If it is not, the reader stays where
    /// it is, and the first byte that needs care is told.
    #[inline]
    pub(super) fn plain(&mut self) -> Result<&'a str, usize> {
        let start = self.position + 1;
        let end = scan::special(self.bytes(), start);
        if self.at(end) != Some(b'"') {
            return Err(end);
        }
        self.position = end + 1;
        Ok(self.slice(start, end))
    }

    /// Reads the string at whose opening quote the reader stands, and which has its first byte that needs care at
    /// `special`.
    pub(super) fn escaped(&mut self, special: usize) -> Result<String, DecodeError> {
        let (mut start, mut end) = (self.position + 1, special);
        let mut text = String::with_capacity(end - start + 32);
        loop {
            text.push_str(self.slice(start, end));
            self.position = end;
            match self.at(end) {
                Some(b'"') => {
                    self.position = end + 1;
                    return Ok(text);
                }
                Some(b'\\') => text.push(self.escape()?),
                Some(_) => {
                    return Err(self.error_at(end, "the rest of a string", "a control character"));
                }
                None => return Err(self.unexpected("the rest of a string")),
            }
            start = self.position;
            end = scan::special(self.bytes(), start);
        }
    }

    /// Reads the escape at whose backslash the reader stands.
    fn escape(&mut self) -> Result<char, DecodeError> {
        let start = self.position;
        self.position += 1;
        let decoded = match self.at(self.position) {
            Some(byte @ (b'"' | b'\\' | b'/')) => char::from(byte),
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => {
                self.position += 1;
                return self.unicode(start);
            }
            _ => return Err(self.no_escape()),
        };
        self.position += 1;
        Ok(decoded)
    }

    /// Reads the digits of a `\u` escape, and of the second one if it is the first half of a surrogate pair.
    fn unicode(&mut self, start: usize) -> Result<char, DecodeError> {
        let lone = |json: &Self| json.error_at(start, "a pair of surrogates", "a lone surrogate");
        let high = self.four_digits()?;
        if !(0xd800..=0xdbff).contains(&high) {
            return char::from_u32(high).ok_or_else(|| lone(self));
        }
        for expected in *b"\\u" {
            match self.at(self.position) {
                Some(byte) if byte == expected => self.position += 1,
                Some(_) => return Err(lone(self)),
                None => return Err(self.unexpected("the rest of a string")),
            }
        }
        let low = self.four_digits()?;
        if !(0xdc00..=0xdfff).contains(&low) {
            return Err(lone(self));
        }
        let code = 0x1_0000 + ((high - 0xd800) << 10) + (low - 0xdc00);
        char::from_u32(code).ok_or_else(|| lone(self))
    }

    fn four_digits(&mut self) -> Result<u32, DecodeError> {
        let mut code = 0;
        for _ in 0..4 {
            let byte = self.at(self.position);
            let digit = byte.and_then(|byte| char::from(byte).to_digit(16));
            code = code * 16 + digit.ok_or_else(|| self.no_escape())?;
            self.position += 1;
        }
        Ok(code)
    }

    fn no_escape(&self) -> DecodeError {
        match self.at(self.position) {
            Some(_) => self.error_at(self.position, "an escape", "an unexpected character"),
            None => self.unexpected("the rest of a string"),
        }
    }
}
