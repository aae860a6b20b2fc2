//! What a call can fail with.

use std::error::Error;
use std::fmt;
use std::sync::LazyLock;

use bytes::Bytes;
use http::Response;

use super::{ErrorMetadata, ProvideErrorMetadata, RequestId, ServiceError};
use crate::runtime::error::metadata::request_id_of;
use crate::runtime::retry::TransportFailure;

/// An error of any kind, boxed.
pub type BoxError = Box<dyn Error + Send + Sync>;

/// What a call can fail with. Its variants are named as in the official client.
///
/// `Debug` and `Display` never show a body.
#[derive(Debug)]
#[non_exhaustive]
pub enum SdkError<E> {
    /// The request could not be made: nothing was sent.
    ConstructionFailure(ConstructionFailure),
    /// The call took longer than it may.
    TimeoutError(TimeoutError),
    /// The request could not be sent, or no answer came.
    DispatchFailure(DispatchFailure),
    /// An answer came that could not be read.
    ResponseError(ResponseError),
    /// The service answered with an error.
    ServiceError(ServiceFailure<E>),
}

/// Why a request could not be made.
#[derive(Debug)]
pub struct ConstructionFailure {
    source: BoxError,
    operation: Option<&'static str>,
}

/// What took too long.
#[derive(Debug)]
pub struct TimeoutError {
    source: BoxError,
    operation: Option<&'static str>,
}

/// Why a request could not be sent.
#[derive(Debug)]
pub struct DispatchFailure {
    source: ConnectorError,
    operation: Option<&'static str>,
}

/// What the transport says.
#[derive(Debug)]
pub struct ConnectorError {
    source: BoxError,
    kind: TransportFailure,
}

/// Why an answer could not be read.
pub struct ResponseError {
    source: BoxError,
    raw: Box<Response<Bytes>>,
    operation: Option<&'static str>,
}

/// The error that the service answered with.
pub struct ServiceFailure<E> {
    source: E,
    raw: Box<Response<Bytes>>,
    operation: Option<&'static str>,
}

impl<E> SdkError<E> {
    /// The request could not be made.
    pub fn construction_failure(source: impl Into<BoxError>) -> Self {
        Self::ConstructionFailure(ConstructionFailure {
            source: source.into(),
            operation: None,
        })
    }

    /// The call took longer than it may.
    pub fn timeout_error(source: impl Into<BoxError>) -> Self {
        Self::TimeoutError(TimeoutError {
            source: source.into(),
            operation: None,
        })
    }

    /// The request could not be sent.
    pub fn dispatch_failure(source: impl Into<BoxError>) -> Self {
        Self::dispatch_failure_of(TransportFailure::Io, source)
    }

    /// The request could not be sent, for a reason of this kind.
    pub fn dispatch_failure_of(kind: TransportFailure, source: impl Into<BoxError>) -> Self {
        Self::DispatchFailure(DispatchFailure {
            source: ConnectorError {
                source: source.into(),
                kind,
            },
            operation: None,
        })
    }

    /// An answer came that could not be read.
    pub fn response_error(source: impl Into<BoxError>, raw: Response<Bytes>) -> Self {
        Self::ResponseError(ResponseError {
            source: source.into(),
            raw: Box::new(raw),
            operation: None,
        })
    }

    /// The service answered with an error.
    pub fn service_error(source: E, raw: Response<Bytes>) -> Self {
        Self::ServiceError(ServiceFailure {
            source,
            raw: Box::new(raw),
            operation: None,
        })
    }

    /// The same, and it names the operation that was called.
    #[must_use]
    pub fn with_operation(mut self, name: &'static str) -> Self {
        let operation = match &mut self {
            Self::ConstructionFailure(error) => &mut error.operation,
            Self::TimeoutError(error) => &mut error.operation,
            Self::DispatchFailure(error) => &mut error.operation,
            Self::ResponseError(error) => &mut error.operation,
            Self::ServiceError(failure) => &mut failure.operation,
        };
        *operation = Some(name);
        self
    }

    /// The operation that was called, if it is known: `CreateStage`.
    #[must_use]
    pub fn operation(&self) -> Option<&'static str> {
        match self {
            Self::ConstructionFailure(error) => error.operation,
            Self::TimeoutError(error) => error.operation,
            Self::DispatchFailure(error) => error.operation,
            Self::ResponseError(error) => error.operation,
            Self::ServiceError(failure) => failure.operation,
        }
    }

    /// The error that the service answered with, if it did.
    pub fn as_service_error(&self) -> Option<&E> {
        match self {
            Self::ServiceError(failure) => Some(&failure.source),
            _ => None,
        }
    }

    /// The answer, if one came.
    pub fn raw_response(&self) -> Option<&Response<Bytes>> {
        match self {
            Self::ServiceError(failure) => Some(&failure.raw),
            Self::ResponseError(error) => Some(&error.raw),
            _ => None,
        }
    }
}

impl<E: ServiceError> SdkError<E> {
    /// The error that the service answered with. Every other failure becomes the service's error for what it does
    /// not know, so that all can be handled in one `match`.
    pub fn into_service_error(self) -> E {
        match self {
            Self::ServiceError(failure) => failure.source,
            other => E::from_failure(ErrorMetadata::default(), other.into_source()),
        }
    }
}

impl<E> SdkError<E> {
    /// The cause of a failure that is not the service's.
    fn into_source(self) -> BoxError {
        match self {
            Self::ConstructionFailure(error) => error.source,
            Self::TimeoutError(error) => error.source,
            Self::DispatchFailure(error) => Box::new(error.source),
            Self::ResponseError(error) => error.source,
            Self::ServiceError(_) => "the service answered with an error".into(),
        }
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
}

impl<E: fmt::Debug> fmt::Debug for ServiceFailure<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ServiceError")
            .field("source", &self.source)
            .field("status", &self.raw.status())
            .finish()
    }
}

impl fmt::Debug for ResponseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ResponseError")
            .field("source", &self.source)
            .field("status", &self.raw.status())
            .finish()
    }
}

impl fmt::Display for ConnectorError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.source, f)
    }
}

impl Error for ConnectorError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.source.source()
    }
}

impl<E: ServiceError> fmt::Display for SdkError<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::ConstructionFailure(error) => {
                write!(f, "the request could not be made: {}", error.source)
            }
            Self::TimeoutError(error) => write!(f, "the call took too long: {}", error.source),
            Self::DispatchFailure(error) => {
                write!(f, "the request could not be sent: {}", error.source)
            }
            Self::ResponseError(error) => {
                write!(f, "the answer could not be read: {}", error.source)
            }
            Self::ServiceError(failure) => fmt::Display::fmt(&failure.source, f),
        }?;
        place(f, self.operation(), self.raw_response())
    }
}

/// Names what an error belongs to: the operation, and the status and request id of the answer.
fn place(
    f: &mut fmt::Formatter<'_>,
    operation: Option<&str>,
    raw: Option<&Response<Bytes>>,
) -> fmt::Result {
    let status = raw.map(|raw| format!("HTTP {}", raw.status().as_u16()));
    let request_id = raw
        .and_then(|raw| request_id_of(raw.headers()))
        .map(|request_id| format!("request id {request_id}"));
    let parts: Vec<String> = [operation.map(str::to_owned), status, request_id]
        .into_iter()
        .flatten()
        .collect();
    if parts.is_empty() {
        return Ok(());
    }
    write!(f, " ({})", parts.join(", "))
}

impl ConnectorError {
    /// Whether connecting or waiting for an answer took too long.
    #[must_use]
    pub fn is_timeout(&self) -> bool {
        self.kind == TransportFailure::Timeout
    }

    /// Whether the network failed.
    #[must_use]
    pub fn is_io(&self) -> bool {
        self.kind == TransportFailure::Io
    }
}

impl DispatchFailure {
    /// Whether connecting or waiting for an answer took too long.
    #[must_use]
    pub fn is_timeout(&self) -> bool {
        self.source.is_timeout()
    }

    /// Whether the network failed.
    #[must_use]
    pub fn is_io(&self) -> bool {
        self.source.is_io()
    }

    /// What the transport says.
    #[must_use]
    pub fn as_connector_error(&self) -> Option<&ConnectorError> {
        Some(&self.source)
    }
}

impl<E: ServiceError> Error for SdkError<E> {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::ConstructionFailure(error) => error.source.source(),
            Self::TimeoutError(error) => error.source.source(),
            Self::DispatchFailure(error) => error.source.source(),
            Self::ResponseError(error) => error.source.source(),
            Self::ServiceError(failure) => failure.source.source(),
        }
    }
}

impl<E: ServiceError> ProvideErrorMetadata for SdkError<E> {
    fn meta(&self) -> &ErrorMetadata {
        static EMPTY: LazyLock<ErrorMetadata> = LazyLock::new(ErrorMetadata::default);
        self.as_service_error()
            .map_or(&EMPTY, ProvideErrorMetadata::meta)
    }
}

impl<E: ServiceError> RequestId for SdkError<E> {
    fn request_id(&self) -> Option<&str> {
        self.as_service_error().and_then(RequestId::request_id)
    }
}
