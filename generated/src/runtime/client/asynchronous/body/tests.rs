use std::collections::VecDeque;
use std::pin::Pin;
use std::task::Context;

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
    match read_body(response, config).await {
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
    // What was decoded on the way has another length.
    let encoded = [("content-length", "3"), ("content-encoding", "gzip")];
    let decoded = read_with(&config, &encoded, [Data("abcdef")]).await;
    assert_eq!(decoded.unwrap(), "abcdef");
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
    let failure = read_body(response, &Config::default()).await.unwrap_err();
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

#[tokio::test(start_paused = true)]
async fn gives_a_stalled_body_up() {
    let start = Instant::now();
    let (kind, text) = read_all([Data("abc"), Hangs]).await.unwrap_err();
    assert_eq!(kind, TransportFailure::Timeout);
    assert!(
        text.contains("less than 1 byte per second for 5s"),
        "{text}"
    );
    assert_eq!(start.elapsed(), Duration::from_secs(5));
}

#[tokio::test(start_paused = true)]
async fn bears_with_a_slow_body_and_not_with_a_slower_one() {
    let every = |time| std::iter::repeat_with(move || After(time, "a")).take(60);
    let slow = read_all(every(Duration::from_millis(900))).await;
    assert_eq!(slow.unwrap().len(), 60);
    let slower = read_all(every(Duration::from_millis(1_300))).await;
    assert_eq!(slower.unwrap_err().0, TransportFailure::Timeout);
}

#[tokio::test(start_paused = true)]
async fn what_came_early_pays_for_no_silence() {
    let start = Instant::now();
    let pieces = [Data("0123456789a"), Hangs];
    assert_eq!(
        read_all(pieces).await.unwrap_err().0,
        TransportFailure::Timeout
    );
    assert_eq!(start.elapsed(), Duration::from_secs(5));

    // Nor does what came later, in many pieces.
    let start = Instant::now();
    let second = Duration::from_millis(900);
    let pieces = std::iter::repeat_with(|| After(second, "0123456789a")).take(7);
    let error = read_all(pieces.chain([Hangs])).await.unwrap_err();
    assert_eq!(error.0, TransportFailure::Timeout);
    assert_eq!(start.elapsed(), second * 7 + Duration::from_secs(5));
}

#[tokio::test(start_paused = true)]
async fn the_settings_say_how_long_a_body_may_stall() {
    let protection = StalledStreamProtectionConfig::enabled();
    let patient = protection.grace_period(Duration::from_secs(60)).build();
    let pause = || [Data("0123456789"), After(Duration::from_secs(50), "a")];
    let config = Config::builder().stalled_stream_protection(patient).build();
    assert!(read_with(&config, &[], pause()).await.is_ok());
    assert!(read_all(pause()).await.is_err());
    let disabled = StalledStreamProtectionConfig::disabled();
    let config = Config::builder()
        .stalled_stream_protection(disabled)
        .build();
    let hours = After(Duration::from_secs(10_000), "a");
    assert_eq!(read_with(&config, &[], [hours]).await.unwrap(), "a");
}
