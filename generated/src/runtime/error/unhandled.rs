//! Errors that a model does not know.

use std::error::Error;
use std::fmt;

use super::{ErrorMetadata, ProvideErrorMetadata};
use crate::runtime::DecodeError;

/// An error that the model does not know, or an answer that could not be read.
#[derive(Debug)]
pub struct Unhandled {
    meta: ErrorMetadata,
    source: Option<Box<dyn Error + Send + Sync>>,
}

impl Unhandled {
    /// An error with what is known of it.
    #[must_use]
    pub fn new(meta: ErrorMetadata, source: Option<Box<dyn Error + Send + Sync>>) -> Self {
        Self { meta, source }
    }

    /// Why the answer could not be read, if that is the error.
    #[must_use]
    pub fn undecodable(&self) -> Option<&DecodeError> {
        self.source.as_deref()?.downcast_ref()
    }
}

impl fmt::Display for Unhandled {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.meta.code(), self.meta.message(), &self.source) {
            (_, _, Some(_)) if self.undecodable().is_some() => {
                f.write_str("the answer could not be read")
            }
            (Some(code), message, _) => super::display(f, code, message),
            (None, Some(message), _) => write!(f, "unhandled error: {message}"),
            (None, None, _) => f.write_str("unhandled error"),
        }
    }
}

impl Error for Unhandled {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.source.as_deref().map(|source| source as _)
    }
}

impl ProvideErrorMetadata for Unhandled {
    fn meta(&self) -> &ErrorMetadata {
        &self.meta
    }
}
