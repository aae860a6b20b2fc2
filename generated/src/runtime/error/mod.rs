//! Errors: what the emitted ones are made of, and what a call can fail with.

mod connector_error;
mod failures;
mod metadata;
mod nameless;
mod one_line;
mod sdk_error;
mod unhandled;

use std::fmt;

use ::http::Response;
use bytes::Bytes;

pub use aws_smithy_types::error::display::DisplayErrorContext;
pub use aws_smithy_types::error::metadata::{ErrorMetadata, ProvideErrorMetadata};
pub use aws_smithy_types::error::operation::BuildError;

use super::DecodeError;
use super::http::{self, ResponseHead};
use super::json::{self, ReadStructure};

pub use super::retry::Modelled;
pub use connector_error::ConnectorError;
pub use failures::{
    ConstructionFailure, DispatchFailure, ResponseError, ServiceFailure, TimeoutError,
};
pub use metadata::RequestId;
use metadata::metadata_of_answer;
pub(super) use metadata::{read_metadata, request_id_of};
pub(super) use one_line::OneLine;
pub use sdk_error::{BoxError, SdkError};
pub use unhandled::Unhandled;

/// The error enum of a service.
pub trait ServiceError:
    std::error::Error + ProvideErrorMetadata + RequestId + Send + Sync + Sized + 'static
{
    /// Reads an answer that is no success: its code says which error it is.
    fn read(response: &Response<Bytes>) -> Self;

    /// A failure that the model has no error for, with what is known of the answer.
    fn from_failure(meta: ErrorMetadata, source: BoxError) -> Self;

    /// Why the answer could not be read, if that is the error: it may well have been a success.
    fn undecodable(&self) -> Option<&DecodeError>;

    /// What the model says of sending the call again after this error (`@retryable`), if it does.
    fn retryable(&self) -> Option<Modelled> {
        None
    }
}

/// Reads an answer: `output` reads a success, and the error enum every other status than 2xx.
///
/// # Errors
///
/// The service's error; or, for a success that could not be read, one that says so.
pub fn answer<O, E: ServiceError>(
    response: &Response<Bytes>,
    output: impl FnOnce(&Response<Bytes>) -> Result<O, DecodeError>,
) -> Result<O, E> {
    if !response.status().is_success() {
        return Err(nameless::explained(E::read(response), response));
    }
    match output(response) {
        Ok(output) => Ok(output),
        Err(error) => Err(unread(response, error)),
    }
}

/// The error of an answer that could not be read.
fn unread<E: ServiceError>(response: &Response<Bytes>, error: DecodeError) -> E {
    E::from_failure(metadata_of_answer(response), error.into())
}

/// Reads an answer whose body is the JSON of the output; `members` reads what stands in its head.
///
/// # Errors
///
/// The service's error; or, for a success that could not be read, one that says so.
pub fn json_answer<O: ReadStructure, E: ServiceError>(
    response: &Response<Bytes>,
    members: impl FnOnce(&mut O, ResponseHead<'_>) -> Result<(), DecodeError>,
) -> Result<O, E> {
    answer(response, |response| {
        let mut output = json::read_structure(response.body())?;
        members(&mut output, http::head(response))?;
        Ok(output)
    })
}

/// Writes an error of the model in one line: its code and, where the service gives one, its message.
///
/// # Errors
///
/// The formatter's.
pub fn display(f: &mut fmt::Formatter<'_>, code: &str, message: Option<&str>) -> fmt::Result {
    fmt::Display::fmt(&OneLine(code), f)?;
    match message {
        Some(message) => write!(f, ": {}", OneLine(message)),
        None => Ok(()),
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
