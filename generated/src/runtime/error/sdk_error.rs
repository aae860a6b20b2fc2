//! What a call can fail with.

use std::error::Error;
use std::fmt;
use std::sync::LazyLock;

use bytes::Bytes;
use http::Response;

use super::failures::Origin;
use super::metadata::metadata_of_answer;
use super::{
    BuildError, ConnectorError, ConstructionFailure, DispatchFailure, ErrorMetadata,
    ProvideErrorMetadata, RequestId, ResponseError, ServiceError, ServiceFailure, TimeoutError,
};
use crate::runtime::validate::InvalidInput;

/// An error of any kind, boxed.
pub type BoxError = Box<dyn Error + Send + Sync>;

/// What a call can fail with. Its variants are named as in the official client.
///
/// It displays as one line: what went wrong, and in parentheses the operation, the status and the request id of the
/// answer, and how many attempts were made if it was more than one.
/// [`source`](Error::source) goes on with what the line does not say.
///
/// `Debug` and `Display` never show a body.
#[derive(Debug)]
#[non_exhaustive]
pub enum SdkError<E> {
    /// The request could not be made: nothing was sent.
    ConstructionFailure(ConstructionFailure),
    /// The call took longer than it may.
    TimeoutError(TimeoutError),
    /// No answer came. The request may have been sent.
    DispatchFailure(DispatchFailure),
    /// An answer came that could not be read.
    ResponseError(ResponseError),
    /// The service answered with an error.
    ServiceError(ServiceFailure<E>),
}

impl<E> SdkError<E> {
    /// The request could not be made.
    pub fn construction_failure(source: impl Into<BoxError>) -> Self {
        Self::ConstructionFailure(ConstructionFailure {
            source: source.into(),
            origin: Origin::default(),
        })
    }

    /// The call took longer than it may.
    pub fn timeout_error(source: impl Into<BoxError>) -> Self {
        Self::TimeoutError(TimeoutError {
            source: source.into(),
            origin: Origin::default(),
        })
    }

    /// No answer came, for the reason that the transport gives.
    pub fn dispatch_failure(source: ConnectorError) -> Self {
        Self::DispatchFailure(DispatchFailure {
            source,
            origin: Origin::default(),
        })
    }

    /// An answer came that could not be read.
    pub fn response_error(source: impl Into<BoxError>, raw: Response<Bytes>) -> Self {
        Self::ResponseError(ResponseError {
            source: source.into(),
            raw: Box::new(raw),
            origin: Origin::default(),
        })
    }

    /// The service answered with an error.
    pub fn service_error(source: E, raw: Response<Bytes>) -> Self {
        Self::ServiceError(ServiceFailure {
            source,
            raw: Box::new(raw),
            origin: Origin::default(),
        })
    }

    /// The same, and it names the operation that was called.
    #[must_use]
    pub fn with_operation(mut self, name: &'static str) -> Self {
        self.origin_mut().operation = Some(name);
        self
    }

    /// The same, and it tells how many attempts were made.
    #[must_use]
    pub fn with_attempts(mut self, attempts: u32) -> Self {
        self.origin_mut().attempts = attempts;
        self
    }

    /// The operation that was called, if it is known: `CreateStage`.
    #[must_use]
    pub fn operation(&self) -> Option<&'static str> {
        self.origin().operation
    }

    /// How many attempts were made; 0 if none was, or it is not known.
    #[must_use]
    pub fn attempts(&self) -> u32 {
        self.origin().attempts
    }

    /// The error that the service answered with, if it did.
    pub fn as_service_error(&self) -> Option<&E> {
        match self {
            Self::ServiceError(failure) => Some(&failure.source),
            _ => None,
        }
    }

    /// What the input breaks of the model's constraints, if the call failed for that.
    ///
    /// ([`validate_inputs`](crate::runtime::config::Builder::validate_inputs))
    pub fn as_invalid_input(&self) -> Option<&InvalidInput> {
        match self {
            Self::ConstructionFailure(error) => error.source.downcast_ref(),
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

    /// Changes the error that the service answered with, if it did.
    pub fn map_service_error<F>(self, map: impl FnOnce(E) -> F) -> SdkError<F> {
        match self {
            Self::ConstructionFailure(error) => SdkError::ConstructionFailure(error),
            Self::TimeoutError(error) => SdkError::TimeoutError(error),
            Self::DispatchFailure(error) => SdkError::DispatchFailure(error),
            Self::ResponseError(error) => SdkError::ResponseError(error),
            Self::ServiceError(failure) => SdkError::ServiceError(ServiceFailure {
                source: map(failure.source),
                raw: failure.raw,
                origin: failure.origin,
            }),
        }
    }

    fn origin(&self) -> Origin {
        match self {
            Self::ConstructionFailure(error) => error.origin,
            Self::TimeoutError(error) => error.origin,
            Self::DispatchFailure(error) => error.origin,
            Self::ResponseError(error) => error.origin,
            Self::ServiceError(failure) => failure.origin,
        }
    }

    fn origin_mut(&mut self) -> &mut Origin {
        match self {
            Self::ConstructionFailure(error) => &mut error.origin,
            Self::TimeoutError(error) => &mut error.origin,
            Self::DispatchFailure(error) => &mut error.origin,
            Self::ResponseError(error) => &mut error.origin,
            Self::ServiceError(failure) => &mut failure.origin,
        }
    }
}

impl<E: ServiceError> SdkError<E> {
    /// The error that the service answered with. Every other failure becomes the service's error for what it does
    /// not know, so that all can be handled in one `match`; it displays as this one does.
    pub fn into_service_error(self) -> E {
        match self {
            Self::ServiceError(failure) => failure.source,
            other => {
                let meta = other.raw_response().map(metadata_of_answer);
                E::from_failure(meta.unwrap_or_default(), other.into())
            }
        }
    }
}

impl<E: Error + Send + Sync + 'static> SdkError<E> {
    /// The cause: the error of the service, of the transport, or of whatever else failed.
    ///
    /// # Errors
    ///
    /// None: every failure has a cause. The official client leaves room for one that has none.
    pub fn into_source(self) -> Result<BoxError, Self> {
        Ok(match self {
            Self::ConstructionFailure(error) => error.source,
            Self::TimeoutError(error) => error.source,
            Self::DispatchFailure(error) => error.source.into(),
            Self::ResponseError(error) => error.source,
            Self::ServiceError(failure) => failure.source.into(),
        })
    }
}

impl<E: fmt::Display> fmt::Display for SdkError<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::ConstructionFailure(error) => {
                write!(f, "the request could not be made: {}", error.source)
            }
            Self::TimeoutError(error) => write!(f, "the call took too long: {}", error.source),
            Self::DispatchFailure(error) if error.is_timeout() => {
                write!(f, "the call took too long: {}", error.source)
            }
            // Whether the service has seen the request is not known.
            Self::DispatchFailure(error) => write!(f, "no answer came: {}", error.source),
            Self::ResponseError(error) => {
                write!(f, "the answer could not be read: {}", error.source)
            }
            Self::ServiceError(failure) => fmt::Display::fmt(&failure.source, f),
        }?;
        show_origin(f, self.origin(), self.raw_response())
    }
}

/// Shows what an error belongs to, as far as it is known: `(CreateStage, HTTP 503, request id req-1, 3 attempts)`.
fn show_origin(
    f: &mut fmt::Formatter<'_>,
    origin: Origin,
    raw: Option<&Response<Bytes>>,
) -> fmt::Result {
    let mut separator = " (";
    let mut show = |part: fmt::Arguments<'_>| {
        f.write_str(std::mem::replace(&mut separator, ", "))?;
        f.write_fmt(part)
    };
    if let Some(operation) = origin.operation {
        show(format_args!("{operation}"))?;
    }
    if let Some(raw) = raw {
        show(format_args!("HTTP {}", raw.status().as_u16()))?;
    }
    if let Some(request_id) = raw.and_then(RequestId::request_id) {
        show(format_args!("request id {request_id}"))?;
    }
    if origin.attempts > 1 {
        show(format_args!("{} attempts", origin.attempts))?;
    }
    if separator == ", " {
        f.write_str(")")?;
    }
    Ok(())
}

/// The source is that of the cause, whose text is part of this error's already.
impl<E: Error + 'static> Error for SdkError<E> {
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

impl<E> From<BuildError> for SdkError<E> {
    fn from(error: BuildError) -> Self {
        Self::construction_failure(error)
    }
}

impl<E: ProvideErrorMetadata> ProvideErrorMetadata for SdkError<E> {
    fn meta(&self) -> &ErrorMetadata {
        static EMPTY: LazyLock<ErrorMetadata> = LazyLock::new(ErrorMetadata::default);
        self.as_service_error()
            .map_or(&EMPTY, ProvideErrorMetadata::meta)
    }
}

impl<E> RequestId for SdkError<E> {
    fn request_id(&self) -> Option<&str> {
        self.raw_response().and_then(RequestId::request_id)
    }
}
