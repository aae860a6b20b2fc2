//! HTTP bindings: which part of a request or response a member stands in (Smithy's "HTTP binding traits").
//!
//! [`RequestBuilder`] puts together a request, with a function of [`text`] for each member that says how it is
//! written. The members of a response stand in its [`head`], read with one of [`parse`] for
//! each, or in its body.

#[cfg(all(
    feature = "request-compression",
    any(feature = "client", feature = "protocol-test")
))]
mod compress;
pub(super) mod encode;
#[cfg(feature = "request-compression")]
mod gzip;
mod head;
mod header_list;
#[cfg(feature = "client")]
mod host;
pub mod parse;
mod payload;
mod place;
mod request;
mod request_body;
mod request_headers;
mod request_query;
#[cfg(any(feature = "client", feature = "protocol-test"))]
mod target;
pub mod text;

#[cfg(test)]
mod tests;

pub use ::http::{HeaderMap, HeaderName, HeaderValue, Method, Request, Response, StatusCode};

use aws_smithy_types::error::metadata::ErrorMetadata;
use aws_smithy_types::error::operation::BuildError;
use bytes::Bytes;

#[cfg(all(
    feature = "request-compression",
    any(feature = "client", feature = "protocol-test")
))]
pub(super) use compress::compress;
#[cfg(feature = "request-compression")]
pub use gzip::Gzip;
pub use head::{ResponseHead, head};
#[cfg(feature = "client")]
pub(super) use host::host;
pub use payload::{blob_payload, string_payload};
pub(super) use place::Place;
pub use request::{HostPrefix, RequestBuilder};
#[cfg(any(feature = "client", feature = "protocol-test"))]
pub(super) use target::Target;

/// A method that `http` has no constant for.
///
/// # Errors
/// The text is no method of HTTP.
pub fn method(text: &str) -> Result<Method, BuildError> {
    text.parse().map_err(BuildError::other)
}

/// Code, message and request id of an answer.
#[must_use]
pub fn error_metadata(response: &Response<Bytes>) -> ErrorMetadata {
    super::error::read_metadata(response)
}

/// Content types of payloads whose member has no trait `@mediaType`.
pub mod content_type {
    /// Of structures, unions and documents.
    pub const JSON: &str = "application/json";
    /// Of blobs.
    pub const OCTET_STREAM: &str = "application/octet-stream";
    /// Of strings and enumerations.
    pub const TEXT: &str = "text/plain";
}
