//! What is wrong with the environment.

use std::error::Error;
use std::fmt;

/// The environment does not say what a client needs, or says something that cannot be.
///
/// `Display` says in one line all that is wrong, which variables were looked at, and how to go on. No value of a
/// variable with a secret is shown.
#[derive(Clone, PartialEq, Eq)]
pub struct EnvironmentError {
    message: String,
}

impl EnvironmentError {
    /// An error with this text.
    #[cfg(feature = "client")]
    pub(super) fn new(message: String) -> Self {
        Self { message }
    }
}

impl fmt::Debug for EnvironmentError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "EnvironmentError: {}", self.message)
    }
}

impl fmt::Display for EnvironmentError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl Error for EnvironmentError {}
