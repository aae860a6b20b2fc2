//! Checks of the constraints of the model: what an input breaks of them can be known before it is sent.
//!
//! ([Smithy 2.0, constraint traits](https://smithy.io/2.0/spec/constraint-traits.html))
//!
//! A client checks when it is told to, with
//! [`validate_inputs`](crate::runtime::config::Builder::validate_inputs); without a client,
//! [`Validate::validate`] does:
//!
//! ```
//! use ivs_realtime::operation::list_stages::ListStagesInput;
//! use ivs_realtime::runtime::validate::Validate;
//!
//! let input = ListStagesInput::builder().max_results(1_000).build()?;
//! let error = input.validate().expect_err("pages have 100 items at most");
//! assert_eq!(
//!     error.to_string(),
//!     "the input breaks a constraint: maxResults: expected 1 to 100, found 1000"
//! );
//! assert_eq!(error.violations()[0].path(), "maxResults");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! What is checked: `@required`, `@length`, `@range`, `@uniqueItems`, that no label of a URI or host is empty, and, with
//! the feature `validate-patterns`, `@pattern`. Left unchecked are
//!
//! - values of enums, since a service may know more of them than the model did;
//! - patterns that ask for what `regex` does not have: look-around and back-references;
//! - documents and streams of bytes.

mod check;
mod collections;
mod constraint;
mod numbers;
mod place;
mod segment;
mod violation;

pub use check::{Check, label, member, required};
pub use constraint::Constraint;
pub use place::Place;
pub use violation::{InvalidInput, Unit, Violation, ViolationKind};

/// A structure or union of the model, which knows the constraints of its members.
pub trait Validate {
    /// Holds every member against its constraints. A structure without constraints has nothing to do.
    fn check(&self, _check: &mut Check) {}

    /// Makes sure that it breaks no constraint of the model.
    ///
    /// # Errors
    ///
    /// Every violation, with its place.
    fn validate(&self) -> Result<(), InvalidInput>
    where
        Self: Sized,
    {
        violations(self)
    }
}

fn violations(value: &dyn Validate) -> Result<(), InvalidInput> {
    let mut check = Check::new();
    value.check(&mut check);
    check.finish()
}

#[cfg(test)]
mod tests;
