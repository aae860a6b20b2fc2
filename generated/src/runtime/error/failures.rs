//! The kinds of failure that [`SdkError`](super::SdkError) tells apart.

use std::fmt;

use aws_smithy_types::retry::ErrorKind;
use bytes::Bytes;
use http::Response;

use super::{BoxError, ConnectorError, RequestId};

/// Which call a failure ended.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Origin {
    /// The operation, if it is known.
    pub(super) operation: Option<&'static str>,
    /// How often the call was sent; 0 if it is not known.
    pub(super) attempts: u32,
}

/// Why a request could not be made.
#[derive(Debug)]
pub struct ConstructionFailure {
    pub(in crate::runtime) source: BoxError,
    pub(super) origin: Origin,
}

/// What took too long.
#[derive(Debug)]
pub struct TimeoutError {
    pub(super) source: BoxError,
    pub(super) origin: Origin,
}

/// Why no answer came.
#[derive(Debug)]
pub struct DispatchFailure {
    pub(super) source: ConnectorError,
    pub(super) origin: Origin,
}

/// Why an answer could not be read.
pub struct ResponseError {
    pub(super) source: BoxError,
    pub(super) raw: Box<Response<Bytes>>,
    pub(super) origin: Origin,
}

/// The error that the service answered with.
pub struct ServiceFailure<E> {
    pub(super) source: E,
    pub(super) raw: Box<Response<Bytes>>,
    pub(super) origin: Origin,
}

impl DispatchFailure {
    /// Whether connecting, or waiting for an answer, took too long.
    #[must_use]
    pub fn is_timeout(&self) -> bool {
        self.source.is_timeout()
    }

    /// Whether the network failed.
    #[must_use]
    pub fn is_io(&self) -> bool {
        self.source.is_io()
    }

    /// Whether the request is one that cannot be sent.
    #[must_use]
    pub fn is_user(&self) -> bool {
        self.source.is_user()
    }

    /// Whether it is something else.
    #[must_use]
    pub fn is_other(&self) -> bool {
        self.source.is_other()
    }

    /// What something else is to the retry rules.
    #[must_use]
    pub fn as_other(&self) -> Option<ErrorKind> {
        self.source.as_other()
    }

    /// What the transport says.
    #[must_use]
    pub fn as_connector_error(&self) -> Option<&ConnectorError> {
        Some(&self.source)
    }
}

impl ResponseError {
    /// The answer, as far as it was read.
    #[must_use]
    pub fn raw(&self) -> &Response<Bytes> {
        &self.raw
    }

    /// The answer, by value.
    #[must_use]
    pub fn into_raw(self) -> Response<Bytes> {
        *self.raw
    }
}

impl<E> ServiceFailure<E> {
    /// The error.
    pub fn err(&self) -> &E {
        &self.source
    }

    /// The error, by value.
    pub fn into_err(self) -> E {
        self.source
    }

    /// The answer it was read from.
    pub fn raw(&self) -> &Response<Bytes> {
        &self.raw
    }

    /// The answer, by value.
    pub fn into_raw(self) -> Response<Bytes> {
        *self.raw
    }
}

impl<E: fmt::Debug> fmt::Debug for ServiceFailure<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        debug(f, "ServiceError", &self.source, &self.raw, &self.origin)
    }
}

impl fmt::Debug for ResponseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        debug(f, "ResponseError", &self.source, &self.raw, &self.origin)
    }
}

/// Of the answer it shows status and request id: other headers and the body may hold secrets.
fn debug(
    f: &mut fmt::Formatter<'_>,
    name: &str,
    source: &dyn fmt::Debug,
    raw: &Response<Bytes>,
    origin: &Origin,
) -> fmt::Result {
    f.debug_struct(name)
        .field("source", source)
        .field("status", &raw.status())
        .field("request_id", &raw.request_id())
        .field("origin", origin)
        .finish()
}
