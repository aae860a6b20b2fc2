//! A value that is checked: a member, an item of a list, a key or a value of a map.

use std::collections::HashMap;

use aws_smithy_types::{BigDecimal, BigInteger, Blob};

use super::constraint::Bound;
use super::violation::{Unit, ViolationKind, push_cut};
use super::{Check, Constraint, Validate};

/// Where a value stands, and whether it has to be there.
///
/// Each method checks a value of one kind of shape, and takes a reference to it, or to an `Option` of it; numbers it takes
/// by value. A value that is `None` breaks no constraint but `@required`.
#[derive(Debug)]
#[must_use = "nothing is checked before the value is known"]
pub struct Place<'a> {
    check: &'a mut Check,
    segment: Segment<'a>,
    is_required: bool,
    is_label: bool,
    secret: bool,
    secret_keys: bool,
}

/// The last part of a path.
#[derive(Clone, Copy, Debug)]
pub(super) enum Segment<'a> {
    /// `.name`
    Member(&'static str),
    /// `[0]`
    Index(usize),
    /// `["key"]`, for the value; `None` where the key is secret.
    Value(Option<&'a str>),
    /// `["key"] (key)`, for the key itself.
    Key(Option<&'a str>),
}

impl Segment<'_> {
    pub(super) fn push_to(self, path: &mut String) {
        match self {
            Self::Member(name) => {
                if !path.is_empty() {
                    path.push('.');
                }
                path.push_str(name);
            }
            Self::Index(index) => {
                path.push('[');
                path.push_str(&index.to_string());
                path.push(']');
            }
            Self::Value(key) => push_key(path, key),
            Self::Key(key) => {
                push_key(path, key);
                path.push_str(" (key)");
            }
        }
    }
}

fn push_key(path: &mut String, key: Option<&str>) {
    path.push('[');
    match key {
        Some(key) => push_cut(path, key),
        None => path.push_str("secret"),
    }
    path.push(']');
}

impl<'a> Place<'a> {
    pub(super) fn new(check: &'a mut Check, segment: Segment<'a>) -> Self {
        Self {
            secret: check.secret,
            check,
            segment,
            is_required: false,
            is_label: false,
            secret_keys: false,
        }
    }

    pub(super) fn required(mut self) -> Self {
        self.is_required = true;
        self
    }

    pub(super) fn label(mut self) -> Self {
        self.is_label = true;
        self
    }

    /// The value and all below it are secret (`@sensitive`): no violation shows them.
    pub fn secret(mut self) -> Self {
        self.secret = true;
        self
    }

    /// The keys of the map are secret: no path shows them.
    pub fn secret_keys(mut self) -> Self {
        self.secret_keys = true;
        self
    }

    /// A value of any kind, which only has to be there.
    pub fn given<T>(mut self, value: &Option<T>) {
        self.is_there(value.is_some());
    }

    /// Text.
    pub fn string<'v>(self, value: impl Into<Option<&'v String>>, constraint: &Constraint) {
        self.text(value.into().map(String::as_str), constraint);
    }

    /// Text, as it stands in a `String` or an enum.
    pub fn text(mut self, value: Option<&str>, constraint: &Constraint) {
        self.is_there(value.is_some());
        let Some(value) = value else {
            return;
        };
        if self.is_label && value.is_empty() {
            return self.report(ViolationKind::EmptyLabel);
        }
        if constraint.min_length.is_some() || constraint.max_length.is_some() {
            self.length(value.chars().count(), Unit::Characters, constraint);
        }
        if let Some(pattern) = constraint.mismatch(value) {
            let found = self.shown(|| {
                let mut text = String::new();
                push_cut(&mut text, value);
                text
            });
            let pattern = pattern.model;
            self.report(ViolationKind::Pattern { found, pattern });
        }
    }

    /// Bytes.
    pub fn blob<'v>(mut self, value: impl Into<Option<&'v Blob>>, constraint: &Constraint) {
        let value = value.into();
        self.is_there(value.is_some());
        if let Some(value) = value {
            self.length(value.as_ref().len(), Unit::Bytes, constraint);
        }
    }

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

    /// A structure or a union, which checks its members itself.
    pub fn structure<T: Validate>(self, value: Option<&T>) {
        self.nested(value.map(|value| value as &dyn Validate));
    }

    fn nested(mut self, value: Option<&dyn Validate>) {
        self.is_there(value.is_some());
        if let Some(value) = value {
            self.check
                .below(self.segment, self.secret, |check| value.check(check));
        }
    }

    /// A list whose items have no constraints of their own.
    pub fn list<'v, T: 'v>(
        mut self,
        value: impl Into<Option<&'v Vec<T>>>,
        constraint: &Constraint,
    ) {
        let value = value.into();
        self.is_there(value.is_some());
        if let Some(value) = value {
            self.length(value.len(), Unit::Items, constraint);
        }
    }

    /// A list, and its items.
    pub fn items<'v, T: 'v>(
        mut self,
        value: impl Into<Option<&'v Vec<T>>>,
        constraint: &Constraint,
        item: fn(Place<'_>, &T),
    ) {
        let value = value.into();
        self.is_there(value.is_some());
        let Some(value) = value else {
            return;
        };
        self.length(value.len(), Unit::Items, constraint);
        self.check.below(self.segment, self.secret, |check| {
            for (index, value) in value.iter().enumerate() {
                item(Place::new(check, Segment::Index(index)), value);
            }
        });
    }

    /// Makes sure that the items of a list differ (`@uniqueItems`). Each that equals one before it is reported.
    pub fn unique<'v, T: PartialEq + 'v>(self, value: impl Into<Option<&'v Vec<T>>>) -> Self {
        let value = value.into().map_or(&[][..], Vec::as_slice);
        let duplicates = value.iter().enumerate().filter_map(|(index, item)| {
            let first = value[..index].iter().position(|other| other == item)?;
            Some((index, first))
        });
        self.check.below(self.segment, self.secret, |check| {
            for (index, first) in duplicates {
                check.report(Segment::Index(index), ViolationKind::Duplicate { first });
            }
        });
        self
    }

    /// A map whose keys and values have no constraints of their own.
    pub fn map<'v, K: 'v, V: 'v>(
        mut self,
        value: impl Into<Option<&'v HashMap<K, V>>>,
        constraint: &Constraint,
    ) {
        let value = value.into();
        self.is_there(value.is_some());
        if let Some(value) = value {
            self.length(value.len(), Unit::Entries, constraint);
        }
    }

    /// A map, its keys, which are text, and its values; in the order of the keys.
    pub fn entries<'v, K: AsRef<str> + 'v, V: 'v>(
        mut self,
        map: impl Into<Option<&'v HashMap<K, V>>>,
        constraint: &Constraint,
        keys: &Constraint,
        value: fn(Place<'_>, &V),
    ) {
        let map = map.into();
        self.is_there(map.is_some());
        let Some(map) = map else {
            return;
        };
        self.length(map.len(), Unit::Entries, constraint);
        let mut entries: Vec<_> = map.iter().map(|(key, held)| (key.as_ref(), held)).collect();
        entries.sort_unstable_by_key(|(key, _)| *key);
        let hides_keys = self.secret || self.secret_keys;
        self.check.below(self.segment, self.secret, |check| {
            for (key, held) in entries {
                let shown = Some(key).filter(|_| !hides_keys);
                let mut place = Place::new(check, Segment::Key(shown));
                place.secret = hides_keys;
                place.text(Some(key), keys);
                value(Place::new(check, Segment::Value(shown)), held);
            }
        });
    }

    fn is_there(&mut self, is_there: bool) {
        if self.is_required && !is_there {
            self.report(ViolationKind::Required);
        }
    }

    fn length(&mut self, found: usize, unit: Unit, constraint: &Constraint) {
        let found = u64::try_from(found).unwrap_or(u64::MAX);
        let (min, max) = (constraint.min_length, constraint.max_length);
        if min.is_some_and(|min| found < min) || max.is_some_and(|max| found > max) {
            let found = self.shown(|| found);
            self.report(ViolationKind::Length {
                found,
                unit,
                min,
                max,
            });
        }
    }

    fn range(&mut self, in_range: bool, found: &dyn std::fmt::Display, constraint: &Constraint) {
        if !in_range {
            let found = self.shown(|| found.to_string());
            let [min, max] =
                [constraint.min, constraint.max].map(|bound| bound.map(|bound| bound.to_string()));
            self.report(ViolationKind::Range { found, min, max });
        }
    }

    /// What was found, unless it is secret.
    fn shown<T>(&self, found: impl FnOnce() -> T) -> Option<T> {
        (!self.secret).then(found)
    }

    fn report(&mut self, kind: ViolationKind) {
        self.check.report(self.segment, kind);
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

impl std::fmt::Display for Bound {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
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
