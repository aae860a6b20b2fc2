//! A walk through an input, which gathers what it finds.

use std::mem::take;

use super::Place;
use super::segment::Segment;
use super::violation::{InvalidInput, Violation, ViolationKind};

/// A member that may be absent. Its name is that of the wire.
pub fn member<'a>(check: &'a mut Check, name: &'static str) -> Place<'a> {
    Place::new(check, Segment::Member(name))
}

/// A member that has to be there.
pub fn required<'a>(check: &'a mut Check, name: &'static str) -> Place<'a> {
    member(check, name).required()
}

/// A member that is a label of the URI or the host, and can be neither absent nor empty.
pub fn label<'a>(check: &'a mut Check, name: &'static str) -> Place<'a> {
    required(check, name).label()
}

/// A walk through an input: where it is, and what it has found.
#[derive(Debug, Default)]
pub struct Check {
    /// The path to the structure whose members are checked.
    path: String,
    /// Whether that structure is part of something secret.
    pub(super) secret: bool,
    violations: Vec<Violation>,
}

impl Check {
    /// A walk that begins.
    pub(super) fn new() -> Self {
        Self::default()
    }

    /// Notes what is wrong with the value at a segment.
    pub(super) fn report(&mut self, segment: Segment<'_>, kind: ViolationKind) {
        let mut path = self.path.clone();
        segment.push_to(&mut path);
        self.violations.push(Violation::new(path, kind));
    }

    /// Checks what lies below a segment.
    pub(super) fn below(
        &mut self,
        segment: Segment<'_>,
        secret: bool,
        check: impl FnOnce(&mut Self),
    ) {
        let length = self.path.len();
        segment.push_to(&mut self.path);
        let outer = std::mem::replace(&mut self.secret, secret);
        check(self);
        self.secret = outer;
        self.path.truncate(length);
    }

    /// What was found.
    pub(super) fn finish(mut self) -> Result<(), InvalidInput> {
        match take(&mut self.violations) {
            violations if violations.is_empty() => Ok(()),
            violations => Err(InvalidInput::new(violations)),
        }
    }
}
