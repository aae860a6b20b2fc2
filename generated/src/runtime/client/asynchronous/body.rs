//! Reading the body of an answer whole: not too much of it, and not too slowly.

use std::fmt;
use std::future::poll_fn;
use std::task::Poll;
use std::time::Duration;

use bytes::{Bytes, BytesMut};
use http::header::{CONTENT_ENCODING, CONTENT_LENGTH};
use http::{HeaderMap, Response};
use http_body::Frame;
use tokio::time::Instant;

use super::failure::{kind_of, reason};
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
#[derive(Debug)]
enum BodyError {
    TooLong {
        limit: usize,
    },
    Stalled {
        grace: Duration,
    },
    WrongLength {
        announced: u64,
        received: u64,
    },
    BrokenOff {
        announced: Option<u64>,
        received: u64,
        source: BoxError,
    },
}

impl BodyError {
    fn kind(&self) -> TransportFailure {
        match self {
            // Sent again, it would be as long again.
            Self::TooLong { .. } => TransportFailure::Other,
            Self::Stalled { .. } => TransportFailure::Timeout,
            Self::WrongLength { .. } => TransportFailure::BadResponse,
            Self::BrokenOff { source, .. } => {
                kind_of(source.as_ref()).unwrap_or(TransportFailure::BadResponse)
            }
        }
    }
}

impl fmt::Display for BodyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLong { limit } => write!(
                f,
                "its body has more than {limit} bytes; `Config::builder().max_response_bytes(..)` sets the limit"
            ),
            Self::Stalled { grace } => write!(
                f,
                "its body brought less than {MIN_BYTES_PER_SECOND} byte per second for {grace:?}; \
                 `Config::builder().stalled_stream_protection(..)` sets how long that may last"
            ),
            Self::WrongLength {
                announced,
                received,
            } => write!(
                f,
                "its body has {received} bytes, and its content-length says {announced}"
            ),
            Self::BrokenOff {
                announced,
                received,
                source,
            } => {
                write!(f, "its body broke off after {received}")?;
                if let Some(announced) = announced {
                    write!(f, " of {announced}")?;
                }
                write!(f, " bytes: {}", reason(source.as_ref()))
            }
        }
    }
}

impl std::error::Error for BodyError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::BrokenOff { source, .. } => Some(source.as_ref()),
            _ => None,
        }
    }
}

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
            let response = Response::from_parts(parts, Bytes::new());
            Err(Failure::Response(
                error.kind(),
                error.into(),
                Box::new(response),
            ))
        }
    }
}

async fn read(
    mut body: AnyBody,
    headers: &HeaderMap,
    limit: usize,
    grace: Option<Duration>,
) -> Result<Bytes, BodyError> {
    let announced = announced_length(headers);
    if announced.is_some_and(|length| length > limit as u64) {
        return Err(BodyError::TooLong { limit });
    }
    let mut collected = Collected::default();
    let mut window = Window::default();
    loop {
        let next = next_frame(&mut body, &mut window, grace).await?;
        let received = collected.length as u64;
        let frame = match next {
            Some(Ok(frame)) => frame,
            Some(Err(source)) => {
                return Err(BodyError::BrokenOff {
                    announced,
                    received,
                    source,
                });
            }
            None => match announced {
                Some(announced) if announced != received => {
                    return Err(BodyError::WrongLength {
                        announced,
                        received,
                    });
                }
                _ => return Ok(collected.finish()),
            },
        };
        // Trailers are no data, and nobody asks for them.
        let Ok(data) = frame.into_data() else {
            continue;
        };
        window.add(data.len(), grace);
        if data.len() > limit - collected.length {
            return Err(BodyError::TooLong { limit });
        }
        collected.push(data);
    }
}

/// The pieces of a body, put together. Most bodies come in one piece, and then nothing is copied.
#[derive(Debug, Default)]
struct Collected {
    first: Bytes,
    all: BytesMut,
    length: usize,
}

impl Collected {
    fn push(&mut self, data: Bytes) {
        if self.length == 0 {
            self.length = data.len();
            self.first = data;
            return;
        }
        self.length += data.len();
        if self.all.is_empty() {
            self.all.extend_from_slice(&self.first);
        }
        self.all.extend_from_slice(&data);
    }

    fn finish(self) -> Bytes {
        if self.all.is_empty() {
            self.first
        } else {
            self.all.freeze()
        }
    }
}

/// What came since the last time that enough had come, and the time that was spent waiting for it.
#[derive(Debug, Default)]
struct Window {
    bytes: u64,
    waited: Duration,
}

impl Window {
    /// Counts what came. Once it is enough for a grace period, the next one begins: what came beyond that pays for no
    /// silence after it.
    fn add(&mut self, bytes: usize, grace: Option<Duration>) {
        self.bytes = self.bytes.saturating_add(bytes as u64);
        let seconds = grace.unwrap_or_default().as_secs().max(1);
        if self.bytes >= MIN_BYTES_PER_SECOND.saturating_mul(seconds) {
            *self = Self::default();
        }
    }
}

/// The next piece. The body is stalled when the grace period has been spent waiting in a window.
async fn next_frame(
    body: &mut AnyBody,
    window: &mut Window,
    grace: Option<Duration>,
) -> Result<Option<Result<Frame<Bytes>, BoxError>>, BodyError> {
    let Some(grace) = grace else {
        return Ok(poll_fn(|context| body.as_mut().poll_frame(context)).await);
    };
    let mut waiting = None;
    let limit = grace.saturating_sub(window.waited);
    let next = poll_fn(|context| {
        if let Poll::Ready(frame) = body.as_mut().poll_frame(context) {
            return Poll::Ready(Some(frame));
        }
        // What is there already needs no timer.
        let (_, timer) = waiting.get_or_insert_with(|| {
            let timer = Box::pin(tokio::time::sleep(limit));
            (Instant::now(), timer)
        });
        timer.as_mut().poll(context).map(|()| None)
    })
    .await;
    window.waited += waiting.map_or(Duration::ZERO, |(since, _)| since.elapsed());
    next.ok_or(BodyError::Stalled { grace })
}

/// The content-length, if it is the length of what is read here.
fn announced_length(headers: &HeaderMap) -> Option<u64> {
    if headers.contains_key(CONTENT_ENCODING) {
        return None;
    }
    headers.get(CONTENT_LENGTH)?.to_str().ok()?.parse().ok()
}

#[cfg(test)]
mod tests;
