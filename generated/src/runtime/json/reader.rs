//! The pull parser: tokens, arrays and objects.

use std::borrow::Cow;

use super::keys::{Keys, is_same};
use super::path::{Path, Step};
use crate::runtime::DecodeError;

/// A pull parser over one JSON text.
///
/// It stands before a value, and each of its methods named for a kind of value reads one and returns `None` for
/// `null`, so that a method's path (`Reader::string`) can say how the elements of a list or map are read. After an
/// error the reader is of no further use.
#[derive(Debug)]
pub struct Reader<'a> {
    text: &'a str,
    pub(super) position: usize,
    /// The body goes on after `text`, but not in UTF-8.
    cut_at_invalid_utf8: bool,
    pub(super) path: Path<'a>,
    pub(super) keys: Keys<'a>,
}

/// An object that has been opened and whose members are being read. Only [`Reader::object`] and [`Reader::union`] make one.
#[derive(Debug)]
#[must_use = "pass it to `Reader::next_member` until that returns `None`"]
pub struct Members {
    /// Counts the members that are a union's: one is right.
    pub(super) variants: usize,
}

impl<'a> Reader<'a> {
    /// A reader that stands at the beginning of a body.
    pub fn new(body: &'a [u8]) -> Self {
        let valid = std::str::from_utf8(body);
        let prefix = || body.utf8_chunks().next().map_or("", |chunk| chunk.valid());
        Self {
            text: valid.unwrap_or_else(|_| prefix()),
            position: 0,
            cut_at_invalid_utf8: valid.is_err(),
            path: Path::new(),
            keys: Keys::default(),
        }
    }

    /// Opens the object at which the reader stands. [`next_member`](Self::next_member) reads its keys.
    ///
    /// # Errors
    /// There is no object, or it stands too deep.
    pub fn object(&mut self) -> Result<Members, DecodeError> {
        self.open(b'{', Step::Object, "an object")?;
        self.keys.open();
        Ok(Members { variants: 0 })
    }

    /// Goes to the next member and returns its key, or closes the object and returns `None`.
    ///
    /// The value must be read, or [skipped](Self::skip), before the next call.
    ///
    /// # Errors
    /// There is no member, or its key has been there before.
    pub fn next_member(
        &mut self,
        _object: &mut Members,
    ) -> Result<Option<Cow<'a, str>>, DecodeError> {
        self.next_key(true)
    }

    /// As [`next_member`](Self::next_member); with `named` false, the key is data and does not show in errors.
    pub(super) fn next_key(&mut self, named: bool) -> Result<Option<Cow<'a, str>>, DecodeError> {
        if self.peek() == Some(b'}') {
            self.position += 1;
            self.path.leave();
            self.keys.close();
            return Ok(None);
        }
        let first = self.keys.are_none();
        let (key, spelled) = match self.expected_key(first) {
            Some(key) => (Cow::Borrowed(key), key),
            None => self.any_key(first)?,
        };
        self.path.set(if named {
            Step::Member(spelled)
        } else {
            Step::Entry
        });
        Ok(Some(key))
    }

    /// Goes to the next member if its key is the expected one and there is no whitespace.
    #[inline]
    fn expected_key(&mut self, first: bool) -> Option<&'a str> {
        let expected = self.keys.expected()?;
        let rest = &self.bytes()[self.position..];
        let rest = match first {
            true => rest,
            false => rest.strip_prefix(b",")?,
        };
        let rest = rest.strip_prefix(b"\"")?;
        let (key, rest) = rest.split_at_checked(expected.len())?;
        if !is_same(key, expected.as_bytes()) {
            return None;
        }
        let rest = rest.strip_prefix(b"\":")?;
        self.position = self.bytes().len() - rest.len();
        self.keys.insert_expected();
        Some(expected)
    }

    /// Goes to the next member and returns its key, with how the text spells it.
    fn any_key(&mut self, first: bool) -> Result<(Cow<'a, str>, &'a str), DecodeError> {
        self.path.set(Step::Object);
        match self.peek() {
            Some(b',') if !first => self.position += 1,
            _ if first => {}
            _ => return Err(self.unexpected("`,` or `}`")),
        }
        if self.peek() != Some(b'"') {
            return Err(self.unexpected("a key"));
        }
        let start = self.position;
        let key = self.quoted()?;
        let spelled = self.slice(start + 1, self.position - 1);
        if !self.keys.insert(&key, spelled) {
            return Err(self.error_at(start, "each key once", "a repeated key"));
        }
        if self.peek() != Some(b':') {
            return Err(self.unexpected("`:`"));
        }
        self.position += 1;
        Ok((key, spelled))
    }

    /// Opens the array at which the reader stands.
    pub(super) fn array(&mut self) -> Result<(), DecodeError> {
        self.open(b'[', Step::Array, "an array")
    }

    /// Goes to the next element, or closes the array and returns `false`.
    pub(super) fn next_element(&mut self) -> Result<bool, DecodeError> {
        let index = match self.path.last() {
            Some(Step::Element(index)) => index + 1,
            _ => 0,
        };
        match self.peek() {
            Some(b']') => {
                self.position += 1;
                self.path.leave();
                return Ok(false);
            }
            Some(b',') if index > 0 => self.position += 1,
            _ if index == 0 => {}
            _ => {
                self.path.set(Step::Array);
                return Err(self.unexpected("`,` or `]`"));
            }
        }
        self.path.set(Step::Element(index));
        Ok(true)
    }

    fn open(
        &mut self,
        bracket: u8,
        step: Step<'a>,
        expected: &'static str,
    ) -> Result<(), DecodeError> {
        if self.peek() != Some(bracket) {
            return Err(self.unexpected(expected));
        }
        if !self.path.enter(step) {
            return Err(self.error_at(self.position, "at most 128 levels", "a deeper one"));
        }
        self.position += 1;
        Ok(())
    }

    /// Reads `null` if it stands there.
    #[inline]
    pub(super) fn null(&mut self) -> Result<bool, DecodeError> {
        if self.peek() != Some(b'n') {
            return Ok(false);
        }
        self.literal("null", "a value")?;
        Ok(true)
    }

    /// Reads a word whose first letter has been seen.
    pub(super) fn literal(
        &mut self,
        word: &str,
        expected: &'static str,
    ) -> Result<(), DecodeError> {
        let rest = &self.bytes()[self.position..];
        let same = word.bytes().zip(rest).take_while(|(a, b)| a == *b).count();
        self.position += same;
        match (same == word.len(), self.at(self.position)) {
            (true, _) => Ok(()),
            (false, None) => Err(self.unexpected(expected)),
            (false, Some(_)) => {
                Err(self.error_at(self.position, expected, "an unexpected character"))
            }
        }
    }

    /// Whether nothing but whitespace follows.
    pub(super) fn is_blank(&mut self) -> bool {
        self.peek().is_none() && !self.cut_at_invalid_utf8
    }

    /// Checks that nothing but whitespace follows.
    ///
    /// # Errors
    /// Something follows.
    pub fn finish(&mut self) -> Result<(), DecodeError> {
        if self.is_blank() {
            return Ok(());
        }
        Err(self.unexpected("the end of the body"))
    }

    /// The next byte that is not whitespace, at which the reader then stands.
    #[inline]
    pub(super) fn peek(&mut self) -> Option<u8> {
        match self.at(self.position) {
            Some(byte) if byte > b' ' => Some(byte),
            _ => self.skip_whitespace(),
        }
    }

    fn skip_whitespace(&mut self) -> Option<u8> {
        while let Some(b' ' | b'\n' | b'\r' | b'\t') = self.at(self.position) {
            self.position += 1;
        }
        self.at(self.position)
    }

    #[inline]
    pub(super) fn at(&self, position: usize) -> Option<u8> {
        self.bytes().get(position).copied()
    }

    #[inline]
    pub(super) fn bytes(&self) -> &'a [u8] {
        self.text.as_bytes()
    }

    /// The text between two positions, which both stand next to an ASCII character.
    #[inline]
    pub(super) fn slice(&self, start: usize, end: usize) -> &'a str {
        &self.text[start..end]
    }

    /// The error for what stands at the reader's position.
    #[cold]
    pub(super) fn unexpected(&self, expected: &'static str) -> DecodeError {
        let found = match self.at(self.position) {
            None if self.cut_at_invalid_utf8 => "invalid UTF-8",
            None => "the end of the body",
            Some(b'"') => "a string",
            Some(b'{') => "an object",
            Some(b'[') => "an array",
            Some(b't' | b'f') => "a boolean",
            Some(b'n') => "null",
            Some(b'-' | b'0'..=b'9') => "a number",
            Some(_) => "an unexpected character",
        };
        self.error_at(self.position, expected, found)
    }

    /// An error at a position inside the value that is being read.
    #[cold]
    pub(super) fn error_at(
        &self,
        offset: usize,
        expected: &'static str,
        found: &'static str,
    ) -> DecodeError {
        DecodeError::in_body(offset, self.path.render(), expected, found)
    }
}
