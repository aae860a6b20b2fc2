//! What an error of the transport is.

use std::error::Error;
use std::fmt;
use std::io::ErrorKind;
use std::sync::Arc;
use std::time::Duration;

use http::Uri;
use ureq::Timeout;

use super::transport::GRACE_PERIODS_PER_BODY;
use crate::runtime::call::{Elapsed, Failure, Limited};
use crate::runtime::client::failure::{TooLong, failure};
use crate::runtime::client::proxies::Proxy;
use crate::runtime::http::Place;
use crate::runtime::retry::TransportFailure;

/// Why an attempt has no answer.
#[derive(Debug)]
pub(super) enum Fault {
    /// It took all the time that it had.
    Elapsed,
    /// Anything else.
    Failed(Failure),
}

impl From<Failure> for Fault {
    fn from(failure: Failure) -> Self {
        Self::Failed(failure)
    }
}

/// Whom a request goes to, for messages: `https://example.com:8443`, and the proxy between.
#[derive(Debug)]
pub(super) struct Peer {
    place: Place,
    proxy: Option<String>,
}

impl Peer {
    /// Whom a request to this URI goes to. Nothing else of the URI is told: users put things there.
    pub(super) fn new(uri: &Uri, proxy: Option<&Arc<Proxy>>) -> Self {
        Self {
            place: Place::of(uri),
            proxy: proxy.map(ToString::to_string),
        }
    }

    fn name(&self) -> String {
        match &self.proxy {
            Some(proxy) => format!("{} through the proxy {proxy}", self.place),
            None => self.place.to_string(),
        }
    }
}

/// What an error is that came before an answer had begun. `connect` and `read` are the limits that were set.
pub(super) fn fault(
    error: ureq::Error,
    peer: &Peer,
    connect: Option<Duration>,
    read: Option<Duration>,
) -> Fault {
    let elapsed = |what, limit: Option<Duration>| {
        limit.map(|limit| Failure::Timeout(Elapsed { what, limit }.into()))
    };
    let elapsed = match &error {
        ureq::Error::Timeout(Timeout::Global) => return Fault::Elapsed,
        ureq::Error::Timeout(Timeout::Resolve | Timeout::Connect) => {
            elapsed(Limited::Connect, connect)
        }
        ureq::Error::Timeout(Timeout::SendRequest | Timeout::SendBody | Timeout::RecvResponse) => {
            elapsed(Limited::Read, read)
        }
        _ => None,
    };
    let failure = elapsed.unwrap_or_else(|| {
        let kind = kind(&error);
        let line = message(&error, peer);
        let source = match error {
            ureq::Error::Io(error) => error.into(),
            error => error.into(),
        };
        failure(kind, line, source)
    });
    Fault::Failed(failure)
}

/// No connection can be made, because of how this process is set up.
pub(super) fn cannot_connect(error: &str, peer: &Peer) -> Fault {
    let line = format!("cannot connect to {}: {error}", peer.name());
    Failure::Dispatch(TransportFailure::Other, line.into()).into()
}

/// What an error is to the retry rules.
pub(super) fn kind(error: &ureq::Error) -> TransportFailure {
    use ureq::Error;
    match error {
        Error::Timeout(_) => TransportFailure::Timeout,
        Error::Io(error) if error.kind() == ErrorKind::TimedOut => TransportFailure::Timeout,
        Error::Protocol(_) | Error::BodyStalled => TransportFailure::BadResponse,
        Error::Io(_)
        | Error::HostNotFound
        | Error::ConnectionFailed
        | Error::ConnectProxyFailed(_) => TransportFailure::Io,
        #[cfg(feature = "native-tls")]
        Error::NativeTls(_) => TransportFailure::Io,
        _ => TransportFailure::Other,
    }
}

/// Says what went wrong, and with whom.
fn message(error: &ureq::Error, peer: &Peer) -> String {
    use ureq::Error;
    let peer = peer.name();
    match error {
        Error::Io(error) => match error.kind() {
            ErrorKind::ConnectionReset
            | ErrorKind::ConnectionAborted
            | ErrorKind::BrokenPipe
            | ErrorKind::UnexpectedEof => format!("the connection to {peer} failed: {error}"),
            // The lookup of names and TLS have no kinds of their own; both belong to connecting.
            _ => format!("cannot connect to {peer}: {error}"),
        },
        Error::HostNotFound => format!("cannot connect to {peer}: the host has no address"),
        Error::ConnectionFailed => format!("cannot connect to {peer}"),
        Error::ConnectProxyFailed(reason) => format!("cannot connect to {peer}: {reason}"),
        Error::Protocol(error) => {
            format!("what came from {peer} is no HTTP answer: {error}")
        }
        Error::Timeout(timeout) => format!("the exchange with {peer} took too long ({timeout})"),
        Error::LargeResponseHeader(size, limit) => format!(
            "the headers of the answer from {peer} have {size} bytes, more than the {limit} that are allowed"
        ),
        error => format!("cannot send to {peer}: {error}"),
    }
}

/// Why the body of an answer could not be read.
#[derive(Debug)]
pub(super) enum BodyError {
    TooLong {
        limit: usize,
    },
    TooSlow {
        limit: Duration,
    },
    CutOff {
        announced: Option<u64>,
        received: usize,
    },
    Broken(ureq::Error),
}

impl BodyError {
    pub(super) fn kind(&self) -> TransportFailure {
        match self {
            // Sent again, it would be as long again.
            Self::TooLong { .. } => TransportFailure::Other,
            Self::TooSlow { .. } => TransportFailure::Timeout,
            Self::CutOff { .. } => TransportFailure::BadResponse,
            Self::Broken(error) => kind(error),
        }
    }
}

impl fmt::Display for BodyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLong { limit } => TooLong(*limit).fmt(f),
            Self::TooSlow { limit } => write!(
                f,
                "its body took longer than {limit:?}, which is {GRACE_PERIODS_PER_BODY} times the grace period that \
                 `Config::builder().stalled_stream_protection(..)` sets"
            ),
            Self::CutOff {
                announced,
                received,
            } => {
                write!(f, "its body broke off after {received}")?;
                if let Some(announced) = announced {
                    write!(f, " of {announced}")?;
                }
                f.write_str(" bytes")
            }
            Self::Broken(error) => write!(f, "its body broke off: {error}"),
        }
    }
}

impl Error for BodyError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Broken(error) => Some(error),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests;
