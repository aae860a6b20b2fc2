//! What an error of a transport is, by the causes that it names.

use std::error::Error;
use std::io;

use crate::runtime::call::{Elapsed, Failure};
use crate::runtime::client::failure::failure;
use crate::runtime::error::BoxError;
use crate::runtime::http::Place;
use crate::runtime::retry::TransportFailure;

/// What an error of a service is that nothing more is known of.
pub(super) fn failure_of_service(place: &Place, error: BoxError) -> Failure {
    let kind = kind_of(error.as_ref()).unwrap_or(TransportFailure::Other);
    let line = format!("nothing came from {place}: {}", reason(error.as_ref()));
    failure(kind, line, error)
}

/// What an error is by the causes that it names.
pub(super) fn kind_of(error: &(dyn Error + 'static)) -> Option<TransportFailure> {
    let mut known = None;
    for cause in causes(error) {
        if cause.is::<Elapsed>() {
            return Some(TransportFailure::Timeout);
        }
        if let Some(kind) = kind_of_hyper(cause) {
            match kind {
                // A cause of it may tell more.
                TransportFailure::Io => known = Some(kind),
                kind => return Some(kind),
            }
        }
        if let Some(error) = cause.downcast_ref::<io::Error>() {
            return Some(match error.kind() {
                io::ErrorKind::TimedOut => TransportFailure::Timeout,
                _ => TransportFailure::Io,
            });
        }
    }
    known
}

#[cfg(feature = "_hyper")]
fn kind_of_hyper(error: &(dyn Error + 'static)) -> Option<TransportFailure> {
    if let Some(error) = error.downcast_ref::<hyper_util::client::legacy::Error>() {
        // What is wrong with a request has a name that begins so, and nothing else tells it.
        let is_user = error.to_string().starts_with("client error (User");
        return is_user.then_some(TransportFailure::Other);
    }
    let error = error.downcast_ref::<::hyper::Error>()?;
    Some(if error.is_timeout() {
        TransportFailure::Timeout
    } else if is_large_head(error) || error.is_user() {
        // Sent again, the request would be as wrong, and the head of the answer as large.
        TransportFailure::Other
    } else if error.is_parse() {
        TransportFailure::BadResponse
    } else {
        TransportFailure::Io
    })
}

/// Whether the head of an answer was too large. hyper has a method that tells, for servers alone.
#[cfg(feature = "_hyper")]
pub(super) fn is_large_head(error: &::hyper::Error) -> bool {
    error.is_parse() && error.to_string() == "message head is too large"
}

#[cfg(not(feature = "_hyper"))]
fn kind_of_hyper(_error: &(dyn Error + 'static)) -> Option<TransportFailure> {
    None
}

/// What an error comes down to: the text of its innermost cause.
pub(super) fn reason(error: &(dyn Error + 'static)) -> String {
    let texts = causes(error).map(ToString::to_string);
    texts
        .filter(|text| !text.is_empty())
        .last()
        .unwrap_or_default()
}

/// An error and its causes, the outermost first.
pub(super) fn causes<'a>(
    error: &'a (dyn Error + 'static),
) -> impl Iterator<Item = &'a (dyn Error + 'static)> {
    std::iter::successors(Some(error), |&error| {
        // An `io::Error` around another error names that error's cause as its own, and leaves the error out.
        match error
            .downcast_ref::<io::Error>()
            .and_then(io::Error::get_ref)
        {
            Some(inner) => Some(inner),
            None => error.source(),
        }
    })
}

#[cfg(test)]
mod tests;
