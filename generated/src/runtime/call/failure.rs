//! What ends a call that is no answer of the service, without the types of the operation.

use std::error::Error;
use std::fmt;
use std::time::Duration;

use bytes::Bytes;
use http::Response;

use crate::runtime::error::{BoxError, SdkError};
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

impl<E> From<Failure> for SdkError<E> {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Construction(source) => Self::construction_failure(source),
            Failure::Dispatch(kind, source) => Self::dispatch_failure_of(kind, source),
            Failure::Timeout(source) => Self::timeout_error(source),
            Failure::Response(_, source, raw) => Self::response_error(source, *raw),
        }
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
    /// The time from sending a request to the first line of the answer.
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
