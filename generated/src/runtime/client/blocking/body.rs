//! Reading the body of an answer whole: not too much of it.

use std::io::{ErrorKind, Read};
use std::time::Duration;

use bytes::Bytes;
use http::Response;
use ureq::{Body, Timeout};

use super::failure::{BodyError, Fault};
use crate::runtime::call::Failure;

/// So much room is made for a body at first, whatever it announces.
const FIRST_CAPACITY: u64 = 64 * 1024;

/// Reads the body of an answer. `max_bytes` and `slowest` are what it may have and take.
pub(super) fn read_body(
    response: Response<Body>,
    max_bytes: usize,
    slowest: Option<Duration>,
) -> Result<Response<Bytes>, Fault> {
    let (parts, body) = response.into_parts();
    let mut whole = Response::new(Bytes::new());
    *whole.status_mut() = parts.status;
    *whole.version_mut() = parts.version;
    *whole.headers_mut() = parts.headers;
    let error = match read(body, max_bytes) {
        Ok(bytes) => {
            *whole.body_mut() = bytes;
            return Ok(whole);
        }
        Err(BodyError::Broken(ureq::Error::Timeout(Timeout::Global))) => {
            return Err(Fault::Elapsed);
        }
        Err(BodyError::Broken(ureq::Error::Timeout(Timeout::RecvBody))) => BodyError::TooSlow {
            limit: slowest.unwrap_or_default(),
        },
        Err(error) => error,
    };
    let kind = error.kind();
    Err(Failure::Response(kind, error.into(), Box::new(whole)).into())
}

fn read(mut body: Body, max_bytes: usize) -> Result<Bytes, BodyError> {
    let too_long = BodyError::TooLong { limit: max_bytes };
    let limit = max_bytes as u64;
    let announced = body.content_length();
    if announced.is_some_and(|length| length > limit) {
        return Err(too_long);
    }
    let capacity = announced.unwrap_or_default().min(FIRST_CAPACITY);
    let mut bytes = Vec::with_capacity(usize::try_from(capacity).unwrap_or_default());
    // The connection is kept only if the end of the body is seen; so one byte more is asked for than there may be.
    let read = body
        .as_reader()
        .take(limit.saturating_add(1))
        .read_to_end(&mut bytes);
    match read.map_err(ureq::Error::from) {
        Ok(_) if bytes.len() > max_bytes => Err(too_long),
        Ok(_) => Ok(bytes.into()),
        Err(ureq::Error::Io(error)) if error.kind() == ErrorKind::UnexpectedEof => {
            Err(BodyError::CutOff {
                announced,
                received: bytes.len(),
            })
        }
        Err(error) => Err(BodyError::Broken(error)),
    }
}
