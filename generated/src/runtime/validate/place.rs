//! A value that is checked: a member, an item of a list, a key or a value of a map.

use aws_smithy_types::Blob;

use super::segment::Segment;
use super::violation::{Unit, ViolationKind, push_cut};
use super::{Check, Constraint, Validate};

/// Where a value stands, and whether it has to be there.
///
/// Each method checks a value of one kind of shape, and takes a reference to it, or to an `Option` of it; numbers it takes
/// by value. A value that is `None` breaks no constraint but `@required`.
#[derive(Debug)]
#[must_use = "nothing is checked before the value is known"]
pub struct Place<'a> {
    pub(super) check: &'a mut Check,
    pub(super) segment: Segment<'a>,
    is_required: bool,
    is_label: bool,
    pub(super) secret: bool,
    pub(super) secret_keys: bool,
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

    pub(super) fn is_there(&mut self, is_there: bool) {
        if self.is_required && !is_there {
            self.report(ViolationKind::Required);
        }
    }

    pub(super) fn length(&mut self, found: usize, unit: Unit, constraint: &Constraint) {
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

    /// What was found, unless it is secret.
    pub(super) fn shown<T>(&self, found: impl FnOnce() -> T) -> Option<T> {
        (!self.secret).then(found)
    }

    pub(super) fn report(&mut self, kind: ViolationKind) {
        self.check.report(self.segment, kind);
    }
}
