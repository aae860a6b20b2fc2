//! Errors that a model does not know.

use std::error::Error;
use std::fmt;

use super::{ErrorMetadata, OneLine, ProvideErrorMetadata};
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

    /// What failed, if it was something else than the service.
    #[must_use]
    pub fn cause(&self) -> Option<&(dyn Error + Send + Sync + 'static)> {
        self.source.as_deref()
    }

    /// What failed, if its text is part of what is shown.
    fn shown_cause(&self) -> Option<&(dyn Error + Send + Sync + 'static)> {
        let is_known = self.meta.code().is_some() || self.meta.message().is_some();
        self.cause().filter(|_| !is_known)
    }
}

impl fmt::Display for Unhandled {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.meta.code(), self.meta.message()) {
            (Some(code), message) => super::display(f, code, message),
            (None, Some(message)) => write!(f, "an error without a code: {}", OneLine(message)),
            (None, None) => match self.shown_cause() {
                Some(cause) if self.undecodable().is_some() => {
                    write!(f, "the answer could not be read: {cause}")
                }
                Some(cause) => fmt::Display::fmt(cause, f),
                None => f.write_str("an error without a code"),
            },
        }
    }
}

/// The source is the cause, or the cause's own if the text of the cause is this error's already.
impl Error for Unhandled {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self.shown_cause() {
            Some(cause) => cause.source(),
            None => self.cause().map(|cause| cause as _),
        }
    }
}

impl ProvideErrorMetadata for Unhandled {
    fn meta(&self) -> &ErrorMetadata {
        &self.meta
    }
}
