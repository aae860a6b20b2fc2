//! Numbers: their grammar (RFC 8259, section 6), and integers that are spelled with a fraction or an exponent.

use std::borrow::Cow;

use super::Reader;
use crate::runtime::DecodeError;

/// An integer that is spelled with an exponent may become this many digits long, and no longer.
const MAX_DIGITS: usize = 1024;

/// Why a number is not an integer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NotIntegral {
    /// It lies between two integers.
    Fraction,
    /// It has too many digits.
    TooLong,
}

impl NotIntegral {
    /// What was found, for an error.
    pub(super) fn found(self) -> &'static str {
        match self {
            Self::Fraction => "a number with a fraction",
            Self::TooLong => "a number out of range",
        }
    }
}

impl<'a> Reader<'a> {
    /// Reads the number at which the reader stands and returns its text.
    pub(super) fn number(&mut self, expected: &'static str) -> Result<&'a str, DecodeError> {
        if !matches!(self.peek(), Some(b'-' | b'0'..=b'9')) {
            return Err(self.unexpected(expected));
        }
        let start = self.position;
        if self.at(start) == Some(b'-') {
            self.position += 1;
        }
        if self.at(self.position) == Some(b'0') {
            self.position += 1;
        } else {
            self.digits()?;
        }
        if self.at(self.position) == Some(b'.') {
            self.position += 1;
            self.digits()?;
        }
        if let Some(b'e' | b'E') = self.at(self.position) {
            self.position += 1;
            if let Some(b'+' | b'-') = self.at(self.position) {
                self.position += 1;
            }
            self.digits()?;
        }
        Ok(self.slice(start, self.position))
    }

    /// Reads one digit or more.
    fn digits(&mut self) -> Result<(), DecodeError> {
        let rest = &self.bytes()[self.position..];
        let count = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
        self.position += count;
        if count == 0 {
            return Err(self.unexpected("a digit"));
        }
        Ok(())
    }
}

/// The text of an integer without fraction and exponent: `2500000.0` and `2.5e6` are both `2500000`.
pub(super) fn integral(number: &str) -> Result<Cow<'_, str>, NotIntegral> {
    if !number
        .bytes()
        .any(|byte| matches!(byte, b'.' | b'e' | b'E'))
    {
        return Ok(Cow::Borrowed(number));
    }
    let (mantissa, exponent) = number.split_once(['e', 'E']).unwrap_or((number, "0"));
    let (sign, mantissa) = match mantissa.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", mantissa),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits = format!("{whole}{fraction}");
    if digits.bytes().all(|digit| digit == b'0') {
        return Ok(Cow::Borrowed("0"));
    }
    // A negative exponent that does not even fit leaves nothing but a fraction.
    let exponent: i64 = exponent
        .parse()
        .map_err(|_| match exponent.strip_prefix('-') {
            Some(_) => NotIntegral::Fraction,
            None => NotIntegral::TooLong,
        })?;
    let point = exponent.saturating_add_unsigned(whole.len() as u64);
    let Ok(point) = usize::try_from(point) else {
        return Err(NotIntegral::Fraction);
    };
    let (kept, dropped) = digits.split_at(point.min(digits.len()));
    if dropped.bytes().any(|digit| digit != b'0') {
        return Err(NotIntegral::Fraction);
    }
    let kept = kept.trim_start_matches('0');
    let zeros = point.saturating_sub(digits.len());
    if kept.len().saturating_add(zeros) > MAX_DIGITS {
        return Err(NotIntegral::TooLong);
    }
    Ok(Cow::Owned(format!("{sign}{kept}{:0<zeros$}", "")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn integers_may_be_spelled_with_fraction_and_exponent() {
        let cases = [
            ("0", "0"),
            ("-17", "-17"),
            ("2500000.0", "2500000"),
            ("2.5e6", "2500000"),
            ("25E+5", "2500000"),
            ("2500000000e-3", "2500000"),
            ("-1.50e1", "-15"),
            ("0.0012e4", "12"),
            ("-0.0", "0"),
            ("0e99999999999999999999", "0"),
        ];
        for (spelled, plain) in cases {
            assert_eq!(integral(spelled).as_deref(), Ok(plain), "{spelled}");
        }
    }

    #[test]
    fn others_are_refused_without_work() {
        for spelled in ["0.5", "15e-1", "1e-1", "1.1", "1e-99999999999999999999"] {
            assert_eq!(integral(spelled), Err(NotIntegral::Fraction), "{spelled}");
        }
        for spelled in ["1e1024", "1e9223372036854775807", "1e99999999999999999999"] {
            assert_eq!(integral(spelled), Err(NotIntegral::TooLong), "{spelled}");
        }
    }
}
