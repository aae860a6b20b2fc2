//! Numbers as decimal text, compared by value.

/// A number: its sign, its digits without zeros at either end, and where the point stands, counted from before them.
#[derive(Debug)]
pub(super) struct Decimal<'t> {
    is_negative: bool,
    digits: Vec<u8>,
    exponent: i64,
    text: &'t str,
}

impl<'t> Decimal<'t> {
    /// Reads a number in the notation of JSON. `None` if it is none, or of an exponent beyond all measure.
    pub(super) fn parse(text: &'t str) -> Option<Self> {
        let (is_negative, rest) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (mantissa, exponent) = match rest.split_once(['e', 'E']) {
            Some((mantissa, exponent)) => (mantissa, exponent.parse::<i32>().ok()?),
            None => (rest, 0),
        };
        let (whole, fraction) = match mantissa.split_once('.') {
            Some((_, "")) => return None,
            Some(parts) => parts,
            None => (mantissa, ""),
        };
        let all = [whole.as_bytes(), fraction.as_bytes()].concat();
        if whole.is_empty() || !all.iter().all(u8::is_ascii_digit) {
            return None;
        }
        let zeros = all.iter().take_while(|digit| **digit == b'0').count();
        let mut digits = all.get(zeros..).unwrap_or_default().to_vec();
        while digits.last() == Some(&b'0') {
            digits.pop();
        }
        let point = i64::try_from(whole.len()).ok()? - i64::try_from(zeros).ok()?;
        let is_zero = digits.is_empty();
        Some(Self {
            // Zero has no sign: JSON knows no difference.
            is_negative: is_negative && !is_zero,
            digits,
            exponent: if is_zero {
                0
            } else {
                point + i64::from(exponent)
            },
            text,
        })
    }

    /// The text it was read from.
    pub(super) fn text(&self) -> &str {
        self.text
    }
}

/// Equal is what is the same number, in whatever notation.
impl PartialEq for Decimal<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.is_negative == other.is_negative
            && self.digits == other.digits
            && self.exponent == other.exponent
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_notation_makes_no_difference() {
        for (one, other, expected) in [
            ("1", "1.0", true),
            ("100", "1e2", true),
            ("0.001", "1E-3", true),
            ("-0", "0.0", true),
            ("12345678901234567890", "12345678901234567890.00", true),
            ("12345678901234567890", "12345678901234567891", false),
            ("1", "-1", false),
            ("10", "1", false),
            ("0.1", "0.01", false),
        ] {
            let [left, right] = [one, other].map(|text| Decimal::parse(text).unwrap());
            assert_eq!(left == right, expected, "{one} {other}");
        }
    }

    #[test]
    fn knows_what_is_no_number() {
        for text in ["", "-", ".", "1.", ".5", "1e", "NaN", "0x1", "1 "] {
            assert_eq!(Decimal::parse(text), None, "{text}");
        }
    }
}
