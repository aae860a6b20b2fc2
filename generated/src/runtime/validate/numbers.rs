//! Checks of numbers.

use std::fmt;

use aws_smithy_types::{BigDecimal, BigInteger};

use super::constraint::Bound;
use super::violation::ViolationKind;
use super::{Constraint, Place};

impl Place<'_> {
    /// An integer of 8 bits.
    pub fn byte(self, value: impl Into<Option<i8>>, constraint: &Constraint) {
        self.long(value.into().map(i64::from), constraint);
    }

    /// An integer of 16 bits.
    pub fn short(self, value: impl Into<Option<i16>>, constraint: &Constraint) {
        self.long(value.into().map(i64::from), constraint);
    }

    /// An integer of 32 bits.
    pub fn integer(self, value: impl Into<Option<i32>>, constraint: &Constraint) {
        self.long(value.into().map(i64::from), constraint);
    }

    /// An integer of 64 bits.
    pub fn long(mut self, value: impl Into<Option<i64>>, constraint: &Constraint) {
        let value = value.into();
        self.is_there(value.is_some());
        if let Some(value) = value {
            let in_range = is_whole_in_range(value.into(), constraint);
            self.range(in_range, &value, constraint);
        }
    }

    /// An integer of any size.
    pub fn big_integer<'v>(
        mut self,
        value: impl Into<Option<&'v BigInteger>>,
        constraint: &Constraint,
    ) {
        let value = value.into();
        self.is_there(value.is_some());
        if let Some(value) = value {
            let text = value.as_ref();
            let in_range = match text.parse::<i128>() {
                Ok(value) => is_whole_in_range(value, constraint),
                // It is beyond every bound, on one side or the other.
                Err(_) if text.starts_with('-') => is_whole_in_range(i128::MIN, constraint),
                Err(_) => is_whole_in_range(i128::MAX, constraint),
            };
            self.range(in_range, &text, constraint);
        }
    }

    /// An IEEE 754 number of 32 bits. Bounds are rounded to such numbers too: `0.1` is no more than `0.1`.
    pub fn float(mut self, value: impl Into<Option<f32>>, constraint: &Constraint) {
        let value = value.into();
        self.is_there(value.is_some());
        if let Some(value) = value {
            let is_above = constraint
                .min
                .is_none_or(|min| value >= min.rounded() as f32);
            let is_below = constraint
                .max
                .is_none_or(|max| value <= max.rounded() as f32);
            self.range(is_above && is_below, &value, constraint);
        }
    }

    /// An IEEE 754 number of 64 bits. What is no number is in no range.
    pub fn double(mut self, value: impl Into<Option<f64>>, constraint: &Constraint) {
        let value = value.into();
        self.is_there(value.is_some());
        if let Some(value) = value {
            self.range(is_in_range(value, constraint), &value, constraint);
        }
    }

    /// A decimal number of any size. It is compared as rounded to 64 bits, so that one which is beyond a bound by less
    /// than these can tell is let through.
    pub fn big_decimal<'v>(
        mut self,
        value: impl Into<Option<&'v BigDecimal>>,
        constraint: &Constraint,
    ) {
        let value = value.into();
        self.is_there(value.is_some());
        if let Some(value) = value {
            let text = value.as_ref();
            let number = text.parse::<f64>();
            let in_range = number.is_ok_and(|number| is_in_range(number, constraint));
            self.range(in_range, &text, constraint);
        }
    }

    fn range(&mut self, in_range: bool, found: &dyn fmt::Display, constraint: &Constraint) {
        if !in_range {
            let found = self.shown(|| found.to_string());
            let [min, max] =
                [constraint.min, constraint.max].map(|bound| bound.map(|bound| bound.to_string()));
            self.report(ViolationKind::Range { found, min, max });
        }
    }
}

impl Bound {
    /// The bound, as the nearest number of 64 bits. The generator has checked the text.
    fn rounded(self) -> f64 {
        match self {
            Self::Whole(bound) => bound as f64,
            Self::Fraction(bound) => bound.parse().unwrap_or(f64::NAN),
        }
    }
}

impl fmt::Display for Bound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Whole(bound) => bound.fmt(f),
            Self::Fraction(bound) => bound.fmt(f),
        }
    }
}

/// Whether an integer is in a range whose bounds are integers; the generator rounds them where they are not.
fn is_whole_in_range(value: i128, constraint: &Constraint) -> bool {
    let whole = |bound: Option<Bound>| match bound {
        Some(Bound::Whole(bound)) => Some(bound),
        Some(Bound::Fraction(_)) | None => None,
    };
    whole(constraint.min).is_none_or(|min| value >= min)
        && whole(constraint.max).is_none_or(|max| value <= max)
}

/// Whether a number is in a range; what is no number is in none.
fn is_in_range(value: f64, constraint: &Constraint) -> bool {
    constraint.min.is_none_or(|min| value >= min.rounded())
        && constraint.max.is_none_or(|max| value <= max.rounded())
}
