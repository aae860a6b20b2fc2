//! The checks, on types that tests make up.

mod limits;
#[cfg(feature = "validate-patterns")]
mod patterns;
mod places;
mod shown;

use super::{Check, InvalidInput, Validate};

/// A structure whose check is the function.
struct With<F: Fn(&mut Check)>(F);

impl<F: Fn(&mut Check)> Validate for With<F> {
    fn check(&self, check: &mut Check) {
        (self.0)(check);
    }
}

/// What a check finds.
fn found(check: impl Fn(&mut Check)) -> Result<(), InvalidInput> {
    With(check).validate()
}

/// What a check finds, each violation as it displays.
fn lines(check: impl Fn(&mut Check)) -> Vec<String> {
    match found(check) {
        Ok(()) => Vec::new(),
        Err(error) => error.violations().iter().map(ToString::to_string).collect(),
    }
}

/// Whether a check finds nothing.
fn passes(check: impl Fn(&mut Check)) -> bool {
    found(check).is_ok()
}
