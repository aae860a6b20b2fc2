//! What an answer becomes, between the engine and the types of an operation.

use aws_smithy_types::error::metadata::ProvideErrorMetadata;
use aws_smithy_types::error::operation::BuildError;
use bytes::Bytes;
use http::{Request, Response};

use super::CallResult;
use super::stub::typed_result;
use crate::runtime::Operation;
use crate::runtime::call::{CallOptions, Decode, End, Failure, uuid_v4};
use crate::runtime::config::Config;
use crate::runtime::endpoint::ContextParams;
use crate::runtime::error::{BoxError, SdkError, ServiceError};
use crate::runtime::retry::{ErrorAnswer, Outcome};

/// The request of an operation, with what it says to the endpoint rules among its extensions. Its idempotency token is
/// filled in first, if it has one that is not set; then the input is checked, if it shall be.
pub(super) fn request<O: Operation>(
    input: &mut O,
    config: &Config,
    options: &CallOptions,
) -> Result<Request<Bytes>, BoxError> {
    fill(input.idempotency_token_mut(), config);
    let validates = options.validate_input.or(config.validate_inputs());
    if validates.unwrap_or_default() {
        input.validate()?;
    }
    with_context(input.request(), input.context_params())
}

/// Fills an idempotency token that is not set.
fn fill(token: Option<&mut Option<String>>, config: &Config) {
    if let Some(token @ None) = token {
        *token = Some(match config.idempotency_token_provider() {
            Some(provider) => provider.make_idempotency_token(),
            None => uuid_v4(),
        });
    }
}

/// Puts what a call says to the endpoint rules among the extensions of its request.
fn with_context(
    request: Result<Request<Bytes>, BuildError>,
    context: Result<ContextParams, BuildError>,
) -> Result<Request<Bytes>, BoxError> {
    let context = context?;
    let mut request = request?;
    if !context.is_empty() {
        request.extensions_mut().insert(context);
    }
    Ok(request)
}

/// Keeps what the last answer became.
pub(super) struct Decoder<O: Operation> {
    result: Option<Result<O::Output, O::Error>>,
    attempts: u32,
}

impl<O: Operation> Decoder<O> {
    pub(super) fn new() -> Self {
        Self {
            result: None,
            attempts: 0,
        }
    }

    /// What the call gives.
    pub(super) fn finish(self, end: Option<End>) -> CallResult<O> {
        let error = match (end, self.result) {
            (Some(Ok(_)), Some(Ok(output))) => return Ok(output),
            (Some(Ok(raw)), Some(Err(error))) => SdkError::service_error(error, raw),
            (Some(Err(failure)), _) => failure.into(),
            // The engine decodes every answer, and a driver goes on to the end.
            (Some(Ok(_)) | None, _) => Failure::construction("the call was not carried out").into(),
        };
        Err(error.with_operation(O::NAME).with_attempts(self.attempts))
    }
}

impl<O> Decode for Decoder<O>
where
    O: Operation + 'static,
    O::Output: Send,
{
    fn decode(&mut self, response: &Response<Bytes>) -> Outcome<'_> {
        let result = typed_result::<O>(response).unwrap_or_else(|| O::response(response));
        match self.result.insert(result) {
            Ok(_) => Outcome::Success,
            Err(_) if response.status().is_success() => Outcome::Undecodable,
            Err(error) => {
                let mut answer = ErrorAnswer::new(response.status(), error.code());
                answer.modelled = error.retryable();
                Outcome::Error(answer)
            }
        }
    }

    fn attempted(&mut self, attempts: u32) {
        self.attempts = attempts;
    }
}
