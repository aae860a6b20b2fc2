//! What an operation is: a value that becomes a request, and reads the answer.

use bytes::Bytes;
use http::{Request, Response};

use super::client::Auth;
use super::endpoint::ContextParams;
use super::error::{BuildError, ServiceError};

/// An operation of a service, as its input: pure data, without a connection.
///
/// A request has the path and the query of the operation, but no host, and nothing of a call: no signature, no
/// user agent. An answer is read whole.
pub trait Operation {
    /// The name of the operation in the model, `CreateStage`.
    const NAME: &'static str;

    /// How a call of it proves who makes it, where the service has signatures at all.
    const AUTH: Auth = Auth::Signed;

    /// Whether its signature leaves out the body, as far as the connection is encrypted.
    ///
    /// ([AWS traits, unsignedPayload](https://smithy.io/2.0/aws/aws-auth.html#aws-auth-unsignedpayload-trait))
    const UNSIGNED_PAYLOAD: bool = false;

    /// What an answer of success becomes.
    type Output;

    /// What any other answer becomes.
    type Error: ServiceError;

    /// The request that the input becomes.
    ///
    /// # Errors
    ///
    /// A required member is not set, a label of the URI is empty, or a value cannot stand in a header.
    fn request(&self) -> Result<Request<Bytes>, BuildError>;

    /// What an answer becomes. A status of 2xx is a success.
    ///
    /// # Errors
    ///
    /// The error that the service answers with; or, for an answer that could not be read, an error that
    /// [says so](ServiceError::undecodable).
    fn response(response: &Response<Bytes>) -> Result<Self::Output, Self::Error>;

    /// The member that holds the idempotency token, if the operation has one. A call that finds it `None` fills
    /// it once, so that every attempt carries the same token.
    ///
    /// ([Smithy 2.0, idempotencyToken](https://smithy.io/2.0/spec/behavior-traits.html#idempotencytoken-trait))
    fn idempotency_token_mut(&mut self) -> Option<&mut Option<String>> {
        None
    }

    /// What the call says to the endpoint rules of the service: values that the operation has always, and members of
    /// the input. Most operations say nothing.
    ///
    /// ([Smithy rules engine, binding parameter
    /// values](https://smithy.io/2.0/additional-specs/rules-engine/parameters.html#binding-parameter-values))
    ///
    /// # Errors
    ///
    /// A required member that says where the request goes is not set, or blank.
    fn context_params(&self) -> Result<ContextParams, BuildError> {
        Ok(ContextParams::new())
    }
}
