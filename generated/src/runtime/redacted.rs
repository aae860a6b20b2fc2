//! What `Debug` shows in place of a secret.

use std::fmt;

/// Stands for the value of a member that the model marks as sensitive.
#[derive(Clone, Copy)]
pub struct Redacted;

impl fmt::Debug for Redacted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("*** Sensitive Data Redacted ***")
    }
}
