use std::collections::VecDeque;
use std::pin::Pin;
use std::task::Context;

use http::HeaderMap;
use tokio::time::Instant;

use super::*;
use crate::runtime::config::StalledStreamProtectionConfig;

/// What a body does next.
enum Piece {
    Data(&'static str),
    After(Duration, &'static str),
    Trailers,
    Fails,
    Hangs,
}

use Piece::{After, Data, Fails, Hangs, Trailers};

struct Scripted {
    pieces: VecDeque<Piece>,
    waiting: Option<Pin<Box<tokio::time::Sleep>>>,
}

impl http_body::Body for Scripted {
    type Data = Bytes;
    type Error = BoxError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BoxError>>> {
        let data = match self.pieces.front() {
            None => return Poll::Ready(None),
            Some(Hangs) => return Poll::Pending,
            Some(&After(time, data)) => {
                let waiting = self
                    .waiting
                    .get_or_insert_with(|| Box::pin(tokio::time::sleep(time)));
                std::task::ready!(waiting.as_mut().poll(context));
                self.waiting = None;
                Ok(Frame::data(Bytes::from_static(data.as_bytes())))
            }
            Some(Data(data)) => Ok(Frame::data(Bytes::from_static(data.as_bytes()))),
            Some(Trailers) => Ok(Frame::trailers(HeaderMap::new())),
            Some(Fails) => Err(std::io::Error::from(std::io::ErrorKind::ConnectionReset).into()),
        };
        self.pieces.pop_front();
        Poll::Ready(Some(data))
    }
}

fn body(pieces: impl IntoIterator<Item = Piece>) -> AnyBody {
    Box::pin(Scripted {
        pieces: pieces.into_iter().collect(),
        waiting: None,
    })
}

async fn read_with(
    config: &Config,
    headers: &[(&'static str, &'static str)],
    pieces: impl IntoIterator<Item = Piece>,
) -> Result<Bytes, (TransportFailure, String)> {
    let mut response = Response::new(body(pieces));
    for (name, value) in headers {
        response.headers_mut().insert(*name, value.parse().unwrap());
    }
    read_answer(response, false, config).await
}

async fn read_answer(
    response: Response<AnyBody>,
    is_head: bool,
    config: &Config,
) -> Result<Bytes, (TransportFailure, String)> {
    match read_body(response, is_head, config).await {
        Ok(response) => Ok(response.into_body()),
        Err(failure) => Err((failure.kind(), failure.source().to_string())),
    }
}

async fn read_all(
    pieces: impl IntoIterator<Item = Piece>,
) -> Result<Bytes, (TransportFailure, String)> {
    read_with(&Config::default(), &[], pieces).await
}

#[tokio::test]
async fn puts_pieces_together() {
    assert_eq!(read_all([]).await.unwrap(), "");
    assert_eq!(read_all([Data("ab")]).await.unwrap(), "ab");
    let pieces = [
        Data(""),
        Data("ab"),
        Data(""),
        Data("c"),
        Data("de"),
        Trailers,
    ];
    assert_eq!(read_all(pieces).await.unwrap(), "abcde");
}

#[tokio::test]
async fn holds_a_body_to_its_content_length() {
    let config = Config::default();
    let length = [("content-length", "3")];
    let whole = read_with(&config, &length, [Data("ab"), Data("c")]).await;
    assert_eq!(whole.unwrap(), "abc");
    for (pieces, received) in [([Data("a"), Data("b")], 2), ([Data("ab"), Data("cd")], 4)] {
        let (kind, text) = read_with(&config, &length, pieces).await.unwrap_err();
        assert_eq!(kind, TransportFailure::BadResponse);
        let expected = format!("its body has {received} bytes, and its content-length says 3");
        assert_eq!(text, expected);
    }
    // What came in chunks, or was decoded on the way, has another length.
    for other in [
        ("transfer-encoding", "chunked"),
        ("content-encoding", "gzip"),
    ] {
        for length in ["3", "1000000000"] {
            let headers = [("content-length", length), other];
            let body = read_with(&config, &headers, [Data("abcdef")]).await;
            assert_eq!(body.unwrap(), "abcdef");
        }
    }
}

#[tokio::test]
async fn no_body_is_expected_where_none_can_be() {
    for (is_head, status, has_none) in [
        (true, 200, true),
        (true, 404, true),
        (false, 204, true),
        (false, 304, true),
        (false, 200, false),
        (false, 205, false),
        (false, 404, false),
    ] {
        let mut response = Response::new(body([]));
        *response.status_mut() = StatusCode::from_u16(status).unwrap();
        let length = "13".parse().unwrap();
        response.headers_mut().insert(CONTENT_LENGTH, length);
        let read = read_answer(response, is_head, &Config::default()).await;
        assert_eq!(read.is_ok(), has_none, "{is_head} {status}");
    }
}

#[tokio::test]
async fn stops_at_the_limit() {
    let config = Config::builder().max_response_bytes(4).build();
    let whole = read_with(&config, &[], [Data("ab"), Data("cd")]).await;
    assert_eq!(whole.unwrap(), "abcd");
    let endless = std::iter::repeat_with(|| Data("ab")).take(1_000);
    let announced = [("content-length", "5")];
    for failed in [
        read_with(&config, &[], endless).await,
        // Not a byte of it is waited for.
        read_with(&config, &announced, [Hangs]).await,
    ] {
        let (kind, text) = failed.unwrap_err();
        assert_eq!(kind, TransportFailure::Other);
        assert!(text.contains("more than 4 bytes"), "{text}");
        assert!(text.contains("max_response_bytes"), "{text}");
    }
}

#[tokio::test]
async fn says_where_a_body_broke_off() {
    let config = Config::default();
    let length = [("content-length", "30")];
    let broken = read_with(&config, &length, [Data("abc"), Fails]).await;
    let (kind, text) = broken.unwrap_err();
    assert_eq!(kind, TransportFailure::Io);
    assert_eq!(
        text,
        "its body broke off after 3 of 30 bytes: connection reset"
    );
}

#[tokio::test]
async fn a_failure_keeps_the_head_and_the_cause() {
    let mut response = Response::new(body([Fails]));
    *response.status_mut() = http::StatusCode::ACCEPTED;
    let config = Config::default();
    let read = read_body(response, false, &config).await;
    let failure = read.unwrap_err();
    let Failure::Response(_, error, head) = failure else {
        panic!("{failure:?}");
    };
    assert_eq!(head.status(), http::StatusCode::ACCEPTED);
    assert!(
        error
            .source()
            .is_some_and(|cause| cause.is::<std::io::Error>())
    );
}

const SECOND: Duration = Duration::from_secs(1);

/// The longest silence of a body: a second until its rate is too low, and the grace period.
const SILENCE: Duration = Duration::from_secs(6);

/// Reads a body that has to be given up, and says how long that took.
async fn given_up(pieces: impl IntoIterator<Item = Piece>) -> Duration {
    let start = Instant::now();
    let (kind, text) = read_all(pieces).await.unwrap_err();
    assert_eq!(kind, TransportFailure::Timeout);
    assert!(
        text.contains("less than 1 byte per second for 5s"),
        "{text}"
    );
    start.elapsed()
}

#[tokio::test(start_paused = true)]
async fn gives_a_stalled_body_up() {
    assert_eq!(given_up([Hangs]).await, SILENCE);
    assert_eq!(given_up([Data("abc"), Hangs]).await, SILENCE);
    let late = SILENCE + Duration::from_millis(1);
    assert_eq!(given_up([Data("abc"), After(late, "d")]).await, SILENCE);
}

#[tokio::test(start_paused = true)]
async fn bears_with_a_body_at_the_minimum_rate() {
    for millis in [900, 1_000, 1_001, 5_999, 6_000] {
        let interval = Duration::from_millis(millis);
        let slow = std::iter::repeat_with(|| After(interval, "a")).take(13);
        let start = Instant::now();
        assert_eq!(read_all(slow).await.unwrap().len(), 13, "{millis}");
        assert_eq!(start.elapsed(), interval * 13);
    }
}

#[tokio::test(start_paused = true)]
async fn what_came_early_pays_for_no_silence() {
    assert_eq!(given_up([Data("0123456789a"), Hangs]).await, SILENCE);
    // Nor does what came later, in many pieces.
    let pieces = std::iter::repeat_with(|| After(SECOND, "0123456789a")).take(7);
    assert_eq!(given_up(pieces.chain([Hangs])).await, SECOND * 7 + SILENCE);
}

#[tokio::test(start_paused = true)]
async fn pieces_without_bytes_break_no_silence() {
    let empty = std::iter::repeat_with(|| After(SECOND, ""));
    assert_eq!(given_up(empty.take(100)).await, SILENCE);
    let pieces = [
        After(SECOND * 2, ""),
        Trailers,
        After(SECOND * 3, "a"),
        After(SECOND * 5, ""),
        Hangs,
    ];
    assert_eq!(given_up(pieces).await, SECOND * 5 + SILENCE);
}

#[tokio::test(start_paused = true)]
async fn the_settings_say_how_long_a_body_may_stall() {
    let protection = || StalledStreamProtectionConfig::enabled();
    let read = async |protection, pause| {
        let config = Config::builder().stalled_stream_protection(protection);
        let pieces = [Data("0123456789"), After(pause, "a")];
        read_with(&config.build(), &[], pieces).await.is_ok()
    };
    let minute = Duration::from_secs(60);
    for (grace, pause, is_read) in [
        (minute, minute + SECOND, true),
        (minute, minute + SECOND * 2, false),
        (Duration::ZERO, SECOND, true),
        (Duration::ZERO, SECOND * 2, false),
        (Duration::MAX, minute * 1_000, true),
    ] {
        let protection = protection().grace_period(grace).build();
        assert_eq!(read(protection, pause).await, is_read, "{grace:?}");
    }
    let hours = Duration::from_secs(10_000);
    assert!(read(StalledStreamProtectionConfig::disabled(), hours).await);
}
