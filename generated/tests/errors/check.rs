//! What several tests of errors need.

use bytes::Bytes;
use http::Response;
use ivs_realtime::error::SdkError;
use ivs_realtime::operation::create_stage::{CreateStageError, CreateStageInput};
use ivs_realtime::runtime::Operation;

/// A header with a request id.
pub(crate) const ID: (&str, &str) = ("x-amzn-requestid", "req-123");

/// The error that a call would fail with.
pub(crate) fn failure(response: Response<Bytes>) -> SdkError<CreateStageError> {
    let error = CreateStageInput::response(&response).unwrap_err();
    SdkError::service_error(error, response)
}

/// The texts of an error and of its sources.
pub(crate) fn chain(error: &dyn std::error::Error) -> Vec<String> {
    let mut texts = vec![error.to_string()];
    let mut source = error.source();
    while let Some(error) = source {
        texts.push(error.to_string());
        source = error.source();
    }
    texts
}
