//! The disk: the one place of this crate that reads and writes files, for [`crate::Generator`] and the command line.

pub(crate) mod models;
pub mod present;
mod replace;

use std::path::Path;

pub use models::{parts, read};
pub use replace::{Staged, apply};

use crate::diagnostic::{Diagnostic, Diagnostics};

/// What went wrong with a file, for a person.
pub fn fault(path: &Path, error: &impl ToString) -> Diagnostics {
    let fault = Diagnostic::new(error.to_string()).in_file(path.display().to_string());
    if path.exists() {
        fault.into()
    } else {
        fault.help("check the path: there is nothing").into()
    }
}
