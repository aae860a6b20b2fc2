//! Failures of transports, of both clients.

use std::error::Error;
use std::fmt;

use crate::runtime::call::Failure;
use crate::runtime::error::BoxError;
use crate::runtime::retry::TransportFailure;

/// An error of a transport, with a line that says what went wrong: the text of the error itself often says no more
/// than at which step it was.
#[derive(Debug)]
struct TransportError {
    line: String,
    source: BoxError,
}

impl fmt::Display for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.line)
    }
}

impl Error for TransportError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(self.source.as_ref())
    }
}

/// An error of this kind as a failure that says this.
pub(super) fn failure(kind: TransportFailure, line: String, source: BoxError) -> Failure {
    let error = TransportError { line, source }.into();
    match kind {
        TransportFailure::Timeout => Failure::Timeout(error),
        kind => Failure::Dispatch(kind, error),
    }
}

/// The body of an answer has more bytes than this.
pub(super) struct TooLong(pub(super) usize);

impl fmt::Display for TooLong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "its body has more than {} bytes; `Config::builder().max_response_bytes(..)` sets the limit",
            self.0
        )
    }
}
