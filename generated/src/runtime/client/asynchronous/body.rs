//! Reading the body of an answer whole: not too much of it, and not too slowly.

use std::fmt;
use std::future::poll_fn;
use std::time::Duration;

use bytes::{Bytes, BytesMut};
use http::header::{CONTENT_ENCODING, CONTENT_LENGTH};
use http::{HeaderMap, Response};

use super::failure::kind_of;
use super::transport::AnyBody;
use crate::runtime::call::{End, Failure};
use crate::runtime::config::Config;
use crate::runtime::error::BoxError;
use crate::runtime::retry::TransportFailure;

/// How many bytes per second an answer has to bring.
const MIN_BYTES_PER_SECOND: u64 = 1;

/// How long an answer may be slower than that, unless the settings say otherwise.
const GRACE_PERIOD: Duration = Duration::from_secs(5);

/// Why a body could not be read to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum BodyError {
    TooLong { limit: usize },
    Stalled { grace: Duration },
    WrongLength { announced: u64, received: u64 },
}

impl fmt::Display for BodyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLong { limit } => write!(
                f,
                "the body of the answer has more than {limit} bytes; `Config::builder().max_response_bytes(..)` \
                 sets the limit"
            ),
            Self::Stalled { grace } => write!(
                f,
                "the answer brought less than {MIN_BYTES_PER_SECOND} byte per second for {grace:?}"
            ),
            Self::WrongLength {
                announced,
                received,
            } => write!(
                f,
                "the answer announced {announced} bytes and had {received}"
            ),
        }
    }
}

impl std::error::Error for BodyError {}

/// Reads the body of an answer.
pub(super) async fn read_body(response: Response<AnyBody>, config: &Config) -> End {
    let (parts, body) = response.into_parts();
    let grace = match config.stalled_stream_protection() {
        Some(protection) if !protection.download_enabled() => None,
        Some(protection) => Some(protection.grace_period()),
        None => Some(GRACE_PERIOD),
    };
    match read(body, &parts.headers, config.max_response_bytes(), grace).await {
        Ok(body) => Ok(Response::from_parts(parts, body)),
        Err(error) => {
            let kind = match error.downcast_ref() {
                // Sent again, it would be as long again.
                Some(BodyError::TooLong { .. }) => TransportFailure::Other,
                Some(BodyError::Stalled { .. }) => TransportFailure::Timeout,
                Some(BodyError::WrongLength { .. }) => TransportFailure::BadResponse,
                None => kind_of(error.as_ref()).unwrap_or(TransportFailure::BadResponse),
            };
            let response = Response::from_parts(parts, Bytes::new());
            Err(Failure::Response(kind, error, Box::new(response)))
        }
    }
}

async fn read(
    mut body: AnyBody,
    headers: &HeaderMap,
    limit: usize,
    grace: Option<Duration>,
) -> Result<Bytes, BoxError> {
    let announced = announced_length(headers);
    if announced.is_some_and(|length| length > limit as u64) {
        return Err(BodyError::TooLong { limit }.into());
    }
    let mut first = Bytes::new();
    let mut rest = BytesMut::new();
    let mut received = 0;
    let mut window = Window::default();
    while let Some(frame) = next_frame(&mut body, &mut window, grace).await? {
        let Ok(data) = frame.into_data() else {
            continue;
        };
        received += data.len();
        window.bytes += data.len() as u64;
        if received > limit {
            return Err(BodyError::TooLong { limit }.into());
        }
        // Most bodies come in one piece, and then nothing is copied.
        if first.is_empty() && rest.is_empty() {
            first = data;
        } else {
            if rest.is_empty() {
                rest.extend_from_slice(&first);
            }
            rest.extend_from_slice(&data);
        }
    }
    let received = received as u64;
    match announced {
        Some(announced) if announced != received => Err(BodyError::WrongLength {
            announced,
            received,
        }
        .into()),
        _ if rest.is_empty() => Ok(first),
        _ => Ok(rest.freeze()),
    }
}

/// What came in the time that is looked at.
#[derive(Debug, Default)]
struct Window {
    bytes: u64,
    waited: Duration,
}

/// The next piece. A window closes when the grace period has been spent waiting in it.
async fn next_frame(
    body: &mut AnyBody,
    window: &mut Window,
    grace: Option<Duration>,
) -> Result<Option<http_body::Frame<Bytes>>, BoxError> {
    let Some(grace) = grace else {
        return poll_fn(|context| body.as_mut().poll_frame(context))
            .await
            .transpose();
    };
    loop {
        let started = tokio::time::Instant::now();
        let left = grace.saturating_sub(window.waited);
        let frame = poll_fn(|context| body.as_mut().poll_frame(context));
        match tokio::time::timeout(left, frame).await {
            Ok(frame) => {
                window.waited += started.elapsed();
                return frame.transpose();
            }
            Err(_) if window.bytes < MIN_BYTES_PER_SECOND * grace.as_secs().max(1) => {
                return Err(BodyError::Stalled { grace }.into());
            }
            Err(_) => *window = Window::default(),
        }
    }
}

fn announced_length(headers: &HeaderMap) -> Option<u64> {
    if headers.contains_key(CONTENT_ENCODING) {
        return None;
    }
    headers.get(CONTENT_LENGTH)?.to_str().ok()?.parse().ok()
}
