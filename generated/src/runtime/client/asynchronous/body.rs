//! Reading the body of an answer whole: not too much of it, and not too slowly.

use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::Poll;
use std::time::Duration;

use bytes::{Bytes, BytesMut};
use http::header::{CONTENT_ENCODING, CONTENT_LENGTH, TRANSFER_ENCODING};
use http::response::Parts;
use http::{Response, StatusCode};
use http_body::Frame;
use tokio::time::Sleep;

use super::failure::{kind_of, reason};
use super::transport::AnyBody;
use crate::runtime::call::{End, Failure};
use crate::runtime::client::failure::TooLong;
use crate::runtime::client::stalled::grace_period;
use crate::runtime::config::Config;
use crate::runtime::error::BoxError;
use crate::runtime::retry::TransportFailure;

/// How many bytes per second an answer has to bring.
const MIN_BYTES_PER_SECOND: u64 = 1;

/// What its rate is measured over. With the minimum above, the rate is too low once nothing has come for this long.
const RATE_WINDOW: Duration = Duration::from_secs(1);

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
            Self::TooLong { limit } => TooLong(*limit).fmt(f),
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

/// Reads the body of an answer. `is_head` says whether the request has the method `HEAD`.
pub(super) fn read_body(
    response: Response<AnyBody>,
    is_head: bool,
    config: &Config,
) -> impl Future<Output = End> + Send + use<> {
    // Taken apart before the future begins, which would keep room for the whole and for its parts.
    let (parts, body) = response.into_parts();
    let announced = announced_length(is_head, &parts);
    let limit = config.max_response_bytes();
    let grace = grace_period(config);
    async move {
        match read(body, announced, limit, grace).await {
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
}

async fn read(
    mut body: AnyBody,
    announced: Option<u64>,
    limit: usize,
    grace: Option<Duration>,
) -> Result<Bytes, BodyError> {
    if announced.is_some_and(|length| length > limit as u64) {
        return Err(BodyError::TooLong { limit });
    }
    let mut collected = Collected::default();
    let mut silence = None;
    loop {
        let next = next_frame(&mut body, &mut silence, grace).await?;
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
        if !data.is_empty() {
            silence = None;
        }
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

/// The next piece. The body is stalled when nothing has come for so long that its rate was too low for the whole grace
/// period. `silence` is the timer of that; whoever gets a byte takes it away.
async fn next_frame(
    body: &mut AnyBody,
    silence: &mut Option<Pin<Box<Sleep>>>,
    grace: Option<Duration>,
) -> Result<Option<Result<Frame<Bytes>, BoxError>>, BodyError> {
    poll_fn(|context| {
        if let Poll::Ready(frame) = body.as_mut().poll_frame(context) {
            return Poll::Ready(Ok(frame));
        }
        let Some(grace) = grace else {
            return Poll::Pending;
        };
        // What is there already needs no timer.
        let timer = silence.get_or_insert_with(|| {
            let limit = RATE_WINDOW.saturating_add(grace);
            Box::pin(tokio::time::sleep(limit))
        });
        let stalled = timer.as_mut().poll(context);
        stalled.map(|()| Err(BodyError::Stalled { grace }))
    })
    .await
}

/// The content-length, if it is the length of what is read here: not where there is no body whatever the head says, nor
/// where the body was transferred in another coding
/// ([RFC 9112, section 6.3](https://www.rfc-editor.org/rfc/rfc9112#section-6.3)) or was decoded on the way.
fn announced_length(is_head: bool, head: &Parts) -> Option<u64> {
    let has_none =
        is_head || head.status == StatusCode::NO_CONTENT || head.status == StatusCode::NOT_MODIFIED;
    let headers = &head.headers;
    if has_none || headers.contains_key(TRANSFER_ENCODING) || headers.contains_key(CONTENT_ENCODING)
    {
        return None;
    }
    headers.get(CONTENT_LENGTH)?.to_str().ok()?.parse().ok()
}

#[cfg(test)]
mod tests;
