//! What ends a call that is no answer of the service, without the types of the operation.

use std::error::Error;
use std::fmt;
use std::time::Duration;

use aws_smithy_types::retry::ErrorKind;
use bytes::Bytes;
use http::Response;

use crate::runtime::error::{BoxError, ConnectorError, SdkError};
use crate::runtime::retry::TransportFailure;

/// Why an attempt has no answer that could be read.
#[derive(Debug)]
pub enum Failure {
    /// There is no request that could be sent.
    Construction(BoxError),
    /// The transport failed, in this way.
    Dispatch(TransportFailure, BoxError),
    /// It took too long.
    Timeout(BoxError),
    /// An answer began, and could not be read to its end. It has status and headers, and no body.
    Response(TransportFailure, BoxError, Box<Response<Bytes>>),
}

impl Failure {
    /// There is no request that could be sent.
    pub fn construction(source: impl Into<BoxError>) -> Self {
        Self::Construction(source.into())
    }

    /// What it is to the retry rules.
    #[must_use]
    pub fn kind(&self) -> TransportFailure {
        match self {
            Self::Construction(_) => TransportFailure::Other,
            Self::Dispatch(kind, _) | Self::Response(kind, ..) => *kind,
            Self::Timeout(_) => TransportFailure::Timeout,
        }
    }

    /// Whether the call ends with it, whatever the retry rules say: nothing can be sent, or the time of the whole call
    /// is over. Who gives credentials tries again by itself.
    pub(super) fn ends_call(&self) -> bool {
        match self {
            Self::Construction(_) => true,
            Self::Timeout(source) => source.downcast_ref().is_some_and(|elapsed: &Elapsed| {
                matches!(elapsed.what, Limited::Operation | Limited::Credentials)
            }),
            Self::Dispatch(..) | Self::Response(..) => false,
        }
    }

    /// What kind of failure it is, in a word.
    pub(super) fn name(&self) -> &'static str {
        match self {
            Self::Construction(_) => "construction",
            Self::Dispatch(..) => "dispatch",
            Self::Timeout(_) => "timeout",
            Self::Response(..) => "response",
        }
    }

    /// The cause.
    #[must_use]
    pub fn source(&self) -> &(dyn Error + Send + Sync + 'static) {
        match self {
            Self::Construction(source)
            | Self::Dispatch(_, source)
            | Self::Timeout(source)
            | Self::Response(_, source, _) => source.as_ref(),
        }
    }
}

/// A limit of the call or of an attempt makes a [`SdkError::TimeoutError`], one of the transport a
/// [`SdkError::DispatchFailure`] that [is a time-out](ConnectorError::is_timeout), as in the official client.
impl<E> From<Failure> for SdkError<E> {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Construction(source) => Self::construction_failure(source),
            Failure::Dispatch(kind, source) => {
                Self::dispatch_failure(connector_error(kind, source))
            }
            Failure::Timeout(source) => match source.downcast_ref() {
                Some(Elapsed {
                    what: Limited::Attempt | Limited::Operation | Limited::Credentials,
                    ..
                }) => Self::timeout_error(source),
                _ => Self::dispatch_failure(ConnectorError::timeout(source)),
            },
            Failure::Response(_, source, raw) => Self::response_error(source, *raw),
        }
    }
}

fn connector_error(kind: TransportFailure, source: BoxError) -> ConnectorError {
    match kind {
        TransportFailure::Io => ConnectorError::io(source),
        TransportFailure::Timeout => ConnectorError::timeout(source),
        TransportFailure::BadResponse => {
            ConnectorError::other(source, Some(ErrorKind::TransientError))
        }
        TransportFailure::Other => ConnectorError::other(source, None),
    }
}

/// A limit on time was passed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Elapsed {
    /// What was limited.
    pub what: Limited,
    /// The limit.
    pub limit: Duration,
}

/// What a limit on time holds for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limited {
    /// Making a connection, TLS included.
    Connect,
    /// The time from sending a request to the end of the answer's headers.
    Read,
    /// One attempt.
    Attempt,
    /// The whole call, with all its attempts and the waits between them.
    Operation,
    /// Getting credentials.
    Credentials,
}

impl fmt::Display for Elapsed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let what = match self.what {
            Limited::Connect => "connecting",
            Limited::Read => "the wait for an answer",
            Limited::Attempt => "the attempt",
            Limited::Operation => "the call, with all its attempts,",
            Limited::Credentials => "getting credentials",
        };
        write!(f, "{what} took longer than {:?}", self.limit)
    }
}

impl Error for Elapsed {}
