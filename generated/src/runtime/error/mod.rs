//! Errors: what the emitted ones are made of, and what a call can fail with.

mod metadata;
mod sdk_error;
mod unhandled;

use std::fmt;

pub use aws_smithy_types::error::metadata::{ErrorMetadata, ProvideErrorMetadata};
pub use aws_smithy_types::error::operation::BuildError;

use super::DecodeError;

pub use metadata::RequestId;
pub(super) use metadata::{read_metadata, request_id_of};
pub use sdk_error::{
    BoxError, ConnectorError, ConstructionFailure, DispatchFailure, ResponseError, SdkError,
    ServiceFailure, TimeoutError,
};
pub use unhandled::Unhandled;

/// The error enum of a service.
pub trait ServiceError:
    std::error::Error + ProvideErrorMetadata + RequestId + Send + Sync + 'static
{
    /// Why the answer could not be read, if that is the error: it may well have been a success.
    fn undecodable(&self) -> Option<&DecodeError>;

    /// A failure that no service answered with, as an error of this service.
    fn from_failure(source: BoxError) -> Self;
}

/// Writes an error of the model: its code and, where the service gives one, its message.
///
/// # Errors
///
/// The formatter's.
pub fn display(f: &mut fmt::Formatter<'_>, code: &str, message: Option<&str>) -> fmt::Result {
    match message {
        Some(message) => write!(f, "{code}: {message}"),
        None => f.write_str(code),
    }
}

/// The text is no value that the model knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownVariantError {
    value: String,
}

impl UnknownVariantError {
    /// Names the text that was refused.
    #[must_use]
    pub fn new(value: impl Into<String>) -> Self {
        Self {
            value: value.into(),
        }
    }
}

impl fmt::Display for UnknownVariantError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "unknown enum variant: '{}'", self.value)
    }
}

impl std::error::Error for UnknownVariantError {}
