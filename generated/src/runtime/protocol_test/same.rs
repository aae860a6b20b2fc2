//! Whether two values are the same, to the last member.

use std::collections::HashMap;
use std::fmt::{Debug, Display};
use std::hash::Hash;

use aws_smithy_types::{BigDecimal, BigInteger, Blob, DateTime, Document, Number};

use super::Differences;
use super::decimal::Decimal;

/// Something that is compared to the last member. Unlike `PartialEq`, it says what differs, and what is not a number
/// equals what is not a number.
pub trait Same {
    /// Notes where `self` is not the `expected`.
    fn compare(&self, expected: &Self, differences: &mut Differences);
}

macro_rules! by_equality {
    ($($type:ty),*) => {$(
        impl Same for $type {
            fn compare(&self, expected: &Self, differences: &mut Differences) {
                if self != expected {
                    differences.differs(self, expected);
                }
            }
        }
    )*};
}

by_equality!(bool, i8, i16, i32, i64, String, DateTime);

macro_rules! by_bits {
    ($($type:ty),*) => {$(
        impl Same for $type {
            fn compare(&self, expected: &Self, differences: &mut Differences) {
                let both_nan = self.is_nan() && expected.is_nan();
                if !both_nan && self.to_bits() != expected.to_bits() {
                    differences.differs(self, expected);
                }
            }
        }
    )*};
}

by_bits!(f32, f64);

macro_rules! by_value {
    ($($type:ty),*) => {$(
        impl Same for $type {
            fn compare(&self, expected: &Self, differences: &mut Differences) {
                let (found, expected) = (self.as_ref(), expected.as_ref());
                let is_same = match (Decimal::parse(found), Decimal::parse(expected)) {
                    (Some(found), Some(expected)) => found == expected,
                    _ => found == expected,
                };
                if !is_same {
                    differences.differs(&found, &expected);
                }
            }
        }
    )*};
}

by_value!(BigInteger, BigDecimal);

impl Same for Blob {
    fn compare(&self, expected: &Self, differences: &mut Differences) {
        if self != expected {
            let [found, expected] = [self, expected].map(|blob| blob.as_ref().escape_ascii());
            differences.push(format_args!("found b\"{found}\", expected b\"{expected}\""));
        }
    }
}

impl Same for Document {
    fn compare(&self, expected: &Self, differences: &mut Differences) {
        match (self, expected) {
            (Self::Object(found), Self::Object(expected)) => found.compare(expected, differences),
            (Self::Array(found), Self::Array(expected)) => found.compare(expected, differences),
            (Self::Number(found), Self::Number(expected)) => {
                if !is_same_number(*found, *expected) {
                    differences.differs(found, expected);
                }
            }
            (found, expected) => {
                if found != expected {
                    differences.differs(found, expected);
                }
            }
        }
    }
}

/// Documents know kinds of numbers that JSON does not: the value counts.
fn is_same_number(one: Number, other: Number) -> bool {
    let text = |number| match number {
        Number::PosInt(number) => number.to_string(),
        Number::NegInt(number) => number.to_string(),
        Number::Float(number) => number.to_string(),
    };
    let (one, other) = (text(one), text(other));
    match (Decimal::parse(&one), Decimal::parse(&other)) {
        (Some(one), Some(other)) => one == other,
        _ => one == other,
    }
}

impl<T: Same> Same for Option<T> {
    fn compare(&self, expected: &Self, differences: &mut Differences) {
        match (self, expected) {
            (Some(found), Some(expected)) => found.compare(expected, differences),
            (Some(_), None) => differences.push("found a value, expected none"),
            (None, Some(_)) => differences.push("found no value, expected one"),
            (None, None) => {}
        }
    }
}

impl<T: Same> Same for Box<T> {
    fn compare(&self, expected: &Self, differences: &mut Differences) {
        T::compare(self, expected, differences);
    }
}

impl<T: Same> Same for Vec<T> {
    fn compare(&self, expected: &Self, differences: &mut Differences) {
        for (index, (found, expected)) in self.iter().zip(expected).enumerate() {
            differences.step(format_args!("[{index}]"), |differences| {
                found.compare(expected, differences);
            });
        }
        if self.len() != expected.len() {
            let (found, expected) = (self.len(), expected.len());
            differences.push(format_args!("found {found} items, expected {expected}"));
        }
    }
}

impl<K: Debug + Display + Eq + Hash, V: Same> Same for HashMap<K, V> {
    fn compare(&self, expected: &Self, differences: &mut Differences) {
        for (key, expected) in expected {
            differences.step(format_args!("[{key}]"), |differences| match self.get(key) {
                Some(found) => found.compare(expected, differences),
                None => differences.push("found no entry, expected one"),
            });
        }
        for key in self.keys().filter(|key| !expected.contains_key(*key)) {
            differences.step(format_args!("[{key}]"), |differences| {
                differences.push("found an entry, expected none");
            });
        }
    }
}
