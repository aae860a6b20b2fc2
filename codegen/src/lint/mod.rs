//! What is legal in a model but smells: each finding has a code, which [`find`] explains, and may be accepted with a
//! reason in the model itself.
//!
//! An acceptance stands in the metadata of any file of the model:
//!
//! ```json
//! {
//!   "smithy": "2.0",
//!   "metadata": {
//!     "ivs_realtime_codegen.lint.accepted": [
//!       { "code": "secret-name", "shape": "com.example#Door$key", "reason": "It is a musical key." }
//!     ]
//!   }
//! }
//! ```
//!
//! Smithy's own means do not serve: `suppressions` in metadata takes a reason but no shape, and the trait `suppress` a
//! shape but no reason
//! ([Smithy 2.0, suppressions](https://smithy.io/2.0/spec/model-validation.html#suppressions)).

mod acceptance;

mod invalid_pattern;
mod pattern;
mod secret_name;
mod stale_apply;
mod table;
mod undocumented;
mod unpaginated_list;
mod unused_shape;

use std::fmt;

use crate::diagnostic::{Diagnostic, Diagnostics, Severity};
use crate::inspect::{Inspected, inspect};
use crate::load::Source;
use crate::model::ShapeId;

pub use crate::inspect::Options;
pub use acceptance::ACCEPTED;
pub use table::{LINTS, Lint, find};

/// One thing that smells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The code of its lint.
    pub code: &'static str,
    /// The shape or member it is about.
    pub shape: ShapeId,
    /// Where it is, what was found, and how to go on.
    pub diagnostic: Diagnostic,
    /// The reason for which the model accepts it, if it does.
    pub accepted: Option<String>,
}

/// Looks for everything that smells, in the order of [`LINTS`], and within one lint in that of the shapes.
///
/// # Errors
///
/// Everything that is wrong with the model, or with the acceptances in it: those that are malformed, without a reason,
/// or for a code that no lint has.
pub fn lint(sources: &[Source], options: &Options) -> Result<Vec<Finding>, Diagnostics> {
    find_all(sources, options).map_err(|faults| faults.located(sources))
}

fn find_all(sources: &[Source], options: &Options) -> Result<Vec<Finding>, Diagnostics> {
    let inspected = inspect(sources, options)?;
    let accepted = acceptance::read(&inspected)?;
    let findings = LINTS
        .iter()
        .filter_map(|lint| lint.check)
        .flat_map(|check| check(&inspected))
        .collect();
    Ok(acceptance::settle(findings, accepted))
}

/// A finding about a shape, at the place where it was written.
fn finding(
    inspected: &Inspected,
    code: &'static str,
    shape: &ShapeId,
    message: String,
    help: impl Into<String>,
) -> Finding {
    let diagnostic = match inspected.origin(shape) {
        Some(origin) => origin.diagnostic(message),
        None => Diagnostic::new(message),
    };
    Finding {
        code,
        shape: shape.clone(),
        diagnostic: diagnostic.on(shape).help(help),
        accepted: None,
    }
}

impl Finding {
    /// The finding as it is told: a warning with its code, or one that is accepted, with the reason.
    #[must_use]
    pub fn to_diagnostic(&self) -> Diagnostic {
        let severity = match self.accepted {
            None => Severity::Warning,
            Some(_) => Severity::Accepted,
        };
        Diagnostic {
            severity,
            code: Some(self.code),
            reason: self.accepted.clone(),
            ..self.diagnostic.clone()
        }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.to_diagnostic().fmt(f)
    }
}
