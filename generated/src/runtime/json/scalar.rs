//! Reading single values.

use std::borrow::Cow;

use aws_smithy_types::{BigDecimal, BigInteger, Blob, DateTime, base64};

use super::Reader;
use super::number::{NotIntegral, integral};
use crate::runtime::{DecodeError, Format, timestamp};

/// What is found if a string does not hold what was expected.
const OTHER_TEXT: &str = "other text";
const OUT_OF_RANGE: &str = "a number out of range";

/// Each method reads one value, and `None` for `null`.
///
/// # Errors
/// Each fails if there is neither `null` nor a value of its kind.
impl<'a> Reader<'a> {
    /// Reads `true` or `false`.
    pub fn boolean(&mut self) -> Result<Option<bool>, DecodeError> {
        let expected = "a boolean";
        match self.peek() {
            Some(b't') => self.literal("true", expected).map(|()| Some(true)),
            Some(b'f') => self.literal("false", expected).map(|()| Some(false)),
            Some(b'n') => self.literal("null", expected).map(|()| None),
            _ => Err(self.unexpected(expected)),
        }
    }

    /// Reads an integer of 8 bits.
    pub fn byte(&mut self) -> Result<Option<i8>, DecodeError> {
        let value = self.integer_within(i8::MIN.into(), i8::MAX.into(), "an integer of 8 bits")?;
        Ok(value.map(|value| value as i8))
    }

    /// Reads an integer of 16 bits.
    pub fn short(&mut self) -> Result<Option<i16>, DecodeError> {
        let value =
            self.integer_within(i16::MIN.into(), i16::MAX.into(), "an integer of 16 bits")?;
        Ok(value.map(|value| value as i16))
    }

    /// Reads an integer of 32 bits.
    pub fn integer(&mut self) -> Result<Option<i32>, DecodeError> {
        let value =
            self.integer_within(i32::MIN.into(), i32::MAX.into(), "an integer of 32 bits")?;
        Ok(value.map(|value| value as i32))
    }

    /// Reads an integer of 64 bits.
    pub fn long(&mut self) -> Result<Option<i64>, DecodeError> {
        self.integer_within(i64::MIN, i64::MAX, "an integer of 64 bits")
    }

    /// Reads a number of 32 bits, or one of the strings `NaN`, `Infinity` and `-Infinity`.
    pub fn float(&mut self) -> Result<Option<f32>, DecodeError> {
        let (start, text) = match self.float_text()? {
            Float::Absent => return Ok(None),
            Float::Special(value) => return Ok(Some(value as f32)),
            Float::Number(start, text) => (start, text),
        };
        match text.parse() {
            Ok(value) if f32::is_finite(value) => Ok(Some(value)),
            _ => Err(self.error_at(start, "a number of 32 bits", OUT_OF_RANGE)),
        }
    }

    /// Reads a number of 64 bits, or one of the strings `NaN`, `Infinity` and `-Infinity`.
    pub fn double(&mut self) -> Result<Option<f64>, DecodeError> {
        let (start, text) = match self.float_text()? {
            Float::Absent => return Ok(None),
            Float::Special(value) => return Ok(Some(value)),
            Float::Number(start, text) => (start, text),
        };
        match text.parse() {
            Ok(value) if f64::is_finite(value) => Ok(Some(value)),
            _ => Err(self.error_at(start, "a number of 64 bits", OUT_OF_RANGE)),
        }
    }

    /// Reads an integer of any size.
    pub fn big_integer(&mut self) -> Result<Option<BigInteger>, DecodeError> {
        let expected = "an integer";
        let Some((start, text)) = self.number_or_null(expected)? else {
            return Ok(None);
        };
        let digits =
            integral(text).map_err(|reason| self.error_at(start, expected, reason.found()))?;
        let value = digits.parse();
        value
            .map(Some)
            .map_err(|_| self.error_at(start, expected, OUT_OF_RANGE))
    }

    /// Reads a decimal number of any size, which keeps its spelling.
    pub fn big_decimal(&mut self) -> Result<Option<BigDecimal>, DecodeError> {
        let Some((start, text)) = self.number_or_null("a number")? else {
            return Ok(None);
        };
        let value = text.parse();
        value
            .map(Some)
            .map_err(|_| self.error_at(start, "a number", OUT_OF_RANGE))
    }

    /// Reads a string.
    pub fn string(&mut self) -> Result<Option<String>, DecodeError> {
        if self.peek() != Some(b'"') {
            return Ok(self.text("a string")?.map(|(_, text)| text.into_owned()));
        }
        // Most values are strings, and this is shorter than by `text`.
        match self.plain() {
            Ok(text) => Ok(Some(text.to_owned())),
            Err(special) => self.escaped(special).map(Some),
        }
    }

    /// Reads the value of an enumeration. A value that the model does not know is the type's own affair.
    pub fn enumeration<T: for<'t> From<&'t str>>(&mut self) -> Result<Option<T>, DecodeError> {
        Ok(self.text("a string")?.map(|(_, text)| T::from(&text)))
    }

    /// Reads the value of an enumeration of integers.
    pub fn int_enum<T: From<i32>>(&mut self) -> Result<Option<T>, DecodeError> {
        Ok(self.integer()?.map(T::from))
    }

    /// Reads bytes from base64.
    pub fn blob(&mut self) -> Result<Option<Blob>, DecodeError> {
        let expected = "a string of base64";
        let Some((start, text)) = self.text(expected)? else {
            return Ok(None);
        };
        match base64::decode(&text) {
            Ok(bytes) => Ok(Some(Blob::new(bytes))),
            Err(_) => Err(self.error_at(start, expected, OTHER_TEXT)),
        }
    }

    /// Reads a timestamp. Whatever format is declared, a number is seconds since the epoch, and a string may be a
    /// `date-time` (with any offset) or an `http-date`.
    pub fn timestamp(&mut self, declared: Format) -> Result<Option<DateTime>, DecodeError> {
        let expected = match declared {
            Format::EpochSeconds => "a timestamp as epoch-seconds",
            Format::HttpDate => "a timestamp as http-date",
            Format::DateTime | Format::DateTimeWithOffset => "a timestamp as date-time",
        };
        if let Some(b'-' | b'0'..=b'9') = self.peek() {
            let start = self.position;
            let parsed = timestamp::parse_epoch_seconds(self.number(expected)?);
            return match parsed {
                Some(value) => Ok(Some(value)),
                None => Err(self.error_at(start, expected, OUT_OF_RANGE)),
            };
        }
        let Some((start, text)) = self.text(expected)? else {
            return Ok(None);
        };
        match timestamp::parse_date(&text) {
            Some(value) => Ok(Some(value)),
            None => Err(self.error_at(start, expected, OTHER_TEXT)),
        }
    }

    /// Reads a [timestamp](Self::timestamp) declared as `date-time`.
    pub fn date_time(&mut self) -> Result<Option<DateTime>, DecodeError> {
        self.timestamp(Format::DateTime)
    }

    /// Reads a [timestamp](Self::timestamp) declared as `epoch-seconds`.
    pub fn epoch_seconds(&mut self) -> Result<Option<DateTime>, DecodeError> {
        self.timestamp(Format::EpochSeconds)
    }

    /// Reads a [timestamp](Self::timestamp) declared as `http-date`.
    pub fn http_date(&mut self) -> Result<Option<DateTime>, DecodeError> {
        self.timestamp(Format::HttpDate)
    }

    /// Reads a string, with the position it begins at.
    #[inline]
    fn text(
        &mut self,
        expected: &'static str,
    ) -> Result<Option<(usize, Cow<'a, str>)>, DecodeError> {
        match self.peek() {
            Some(b'"') => {
                let start = self.position;
                self.quoted().map(|text| Some((start, text)))
            }
            Some(b'n') => self.literal("null", expected).map(|()| None),
            _ => Err(self.unexpected(expected)),
        }
    }

    /// Reads a number's text, with the position it begins at.
    fn number_or_null(
        &mut self,
        expected: &'static str,
    ) -> Result<Option<(usize, &'a str)>, DecodeError> {
        if self.null()? {
            return Ok(None);
        }
        let text = self.number(expected)?;
        Ok(Some((self.position - text.len(), text)))
    }

    fn integer_within(
        &mut self,
        min: i64,
        max: i64,
        expected: &'static str,
    ) -> Result<Option<i64>, DecodeError> {
        let Some((start, text)) = self.number_or_null(expected)? else {
            return Ok(None);
        };
        let parsed = match integral(text) {
            Ok(digits) => digits.parse().map_err(|_| NotIntegral::TooLong),
            Err(reason) => Err(reason),
        };
        match parsed {
            Ok(value) if (min..=max).contains(&value) => Ok(Some(value)),
            Ok(_) => Err(self.error_at(start, expected, OUT_OF_RANGE)),
            Err(reason) => Err(self.error_at(start, expected, reason.found())),
        }
    }

    fn float_text(&mut self) -> Result<Float<'a>, DecodeError> {
        let expected = "a number";
        if self.peek() != Some(b'"') {
            let number = self.number_or_null(expected)?;
            return Ok(number.map_or(Float::Absent, |(start, text)| Float::Number(start, text)));
        }
        let start = self.position;
        match &*self.quoted()? {
            "NaN" => Ok(Float::Special(f64::NAN)),
            "Infinity" => Ok(Float::Special(f64::INFINITY)),
            "-Infinity" => Ok(Float::Special(f64::NEG_INFINITY)),
            _ => Err(self.error_at(start, expected, "a string")),
        }
    }
}

/// What stands where a float is expected.
enum Float<'a> {
    Absent,
    Special(f64),
    /// The text of a number, and the position it begins at.
    Number(usize, &'a str),
}
