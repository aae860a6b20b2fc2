//! Calls from one end to the other, by a clock that is paused.

use std::convert::Infallible;
use std::pin::Pin;
use std::sync::Mutex;
use std::time::{Duration, SystemTime};

use aws_credential_types::provider::{ProvideCredentials, future};
use aws_smithy_types::DateTime;
use aws_smithy_types::date_time::Format;
use http::{Response, StatusCode};
use http_body_util::{BodyExt, Empty};
use tokio::time::Instant;

use super::transport::{Answer, AnyBody, Link};
use super::*;
use crate::runtime::call::{AttemptInfo, CallInfo, Intercept};
use crate::runtime::config::{Builder, RetryConfig, TimeoutConfig};
use crate::runtime::endpoint::given;
use crate::runtime::retry::{ErrorAnswer, Outcome};

static SERVICE: Service = Service {
    sdk_id: "Driver Test",
    signing_name: Some("test"),
    crate_version: "1.2.3",
    needs_account_id: false,
    endpoint: given,
};

const SECOND: Duration = Duration::from_secs(1);

/// How long the provider of credentials takes.
const LOADING: Duration = Duration::from_secs(15);

#[derive(Debug)]
struct SlowCredentials;

impl ProvideCredentials for SlowCredentials {
    fn provide_credentials<'a>(&'a self) -> future::ProvideCredentials<'a>
    where
        Self: 'a,
    {
        future::ProvideCredentials::new(async {
            tokio::time::sleep(LOADING).await;
            Ok(Credentials::new("AKID", "SECRET", None, None, "test"))
        })
    }
}

/// What a hook and the transport have seen.
#[derive(Clone, Debug, Default)]
struct Seen {
    sent: Arc<Mutex<Vec<Request<Bytes>>>>,
    durations: Arc<Mutex<Vec<Duration>>>,
    waits: Arc<Mutex<Vec<Duration>>>,
}

impl Intercept for Seen {
    fn after_attempt(&self, _call: &CallInfo<'_>, attempt: &AttemptInfo<'_>) {
        self.durations.lock().unwrap().push(attempt.duration);
        self.waits.lock().unwrap().extend(attempt.retry_after);
    }
}

impl Seen {
    fn header(&self, attempt: usize, name: &str) -> String {
        let sent = self.sent.lock().unwrap();
        let value = &sent[attempt - 1].headers()[name];
        value.to_str().unwrap().to_owned()
    }

    /// A transport that takes so many seconds for each answer, and then has one of this status. Answers with other
    /// statuses than 200 have the code `Throttling`.
    fn transport(&self, replies: impl IntoIterator<Item = (u64, u16)>) -> Transport {
        let sent = Arc::clone(&self.sent);
        let replies: Vec<_> = replies.into_iter().collect();
        Transport::new(move |request| {
            let mut sent = sent.lock().unwrap();
            let (seconds, status) = replies[sent.len()];
            sent.push(request);
            Exchange {
                response: Box::pin(async move {
                    tokio::time::sleep(SECOND * u32::try_from(seconds).unwrap()).await;
                    Ok(empty(status))
                }),
                connection: Connection::default(),
            }
        })
    }
}

/// An answer without a body.
fn empty(status: u16) -> Response<AnyBody> {
    let body = Empty::new().map_err(|never: Infallible| never.into());
    let mut response = Response::new(Box::pin(body) as AnyBody);
    *response.status_mut() = StatusCode::from_u16(status).unwrap();
    response
}

struct Reader;

impl Decode for Reader {
    fn decode(&mut self, response: &Response<Bytes>) -> Outcome<'_> {
        match response.status() {
            status if status.is_success() => Outcome::Success,
            status => Outcome::Error(ErrorAnswer::new(status, Some("Throttling"))),
        }
    }
}

/// Settings for a region of its own: calls in a region share what they spend on retries.
fn settings(region: &str, seen: &Seen) -> Builder {
    Config::builder()
        .region(region)
        .endpoint_url("https://test.example.com")
        .credentials_provider(SlowCredentials)
        .interceptor(seen.clone())
}

/// Makes a call, and says with which status it ended and how long it took by Tokio's clock.
async fn call(client: &Async) -> (u16, Duration) {
    let start = Instant::now();
    let request = Request::post("/Test").body(Bytes::new()).unwrap();
    let (mut stub, mut reader) = (None, Reader);
    let request = Ok(Box::new(request));
    let options = CallOptions::default();
    let end = drive(
        &client.shared,
        "Test",
        request,
        options,
        &mut stub,
        &mut reader,
    );
    let end = end.await.unwrap().unwrap();
    (end.status().as_u16(), start.elapsed())
}

/// What a signature says for a time.
fn date(time: SystemTime) -> String {
    let time = DateTime::from_secs(DateTime::from(time).secs());
    let text = time.fmt(Format::DateTime).unwrap();
    text.replace(['-', ':'], "")
}

#[tokio::test(start_paused = true)]
async fn every_step_of_a_call_is_told_the_time() {
    let seen = Seen::default();
    let retries = RetryConfig::standard().with_initial_backoff(20 * SECOND);
    let timeouts = TimeoutConfig::builder().read_timeout(60 * SECOND).build();
    let settings = settings("driver-1", &seen)
        .retry_config(retries)
        .timeout_config(timeouts)
        .transport(seen.transport([(40, 503), (7, 200)]));
    let client = Async::new(&SERVICE, settings.build());
    let first = SystemTime::now();
    let (status, took) = call(&client).await;
    let last = SystemTime::now();

    assert_eq!(status, 200);
    let durations = seen.durations.lock().unwrap().clone();
    assert_eq!(durations, [LOADING + 40 * SECOND, 7 * SECOND]);
    let waits = seen.waits.lock().unwrap().clone();
    let [wait] = waits[..] else {
        panic!("{waits:?}");
    };
    // Timers count in milliseconds.
    let millisecond = Duration::from_millis(1);
    let expected = durations[0] + wait + durations[1];
    assert!(took >= expected && took <= expected + millisecond);
    // The call began between the first look at the clock and the last.
    let between = |text: &str, passed: Duration| {
        let (from, to) = (first + passed, last + passed + millisecond);
        assert!(
            *date(from) <= *text && *text <= *date(to),
            "{text} is {passed:?} after {first:?}"
        );
    };
    between(&seen.header(1, "x-amz-date"), LOADING);
    let second = durations[0] + wait;
    between(&seen.header(2, "x-amz-date"), second);
    assert_eq!(seen.header(1, "amz-sdk-request"), "attempt=1; max=3");
    let count = seen.header(2, "amz-sdk-request");
    let (until, count) = count.split_once("; ").unwrap();
    assert_eq!(count, "attempt=2; max=3");
    let until = until.strip_prefix("ttl=").unwrap();
    between(until, second + 60 * SECOND);
}

#[tokio::test(start_paused = true)]
async fn the_wait_for_the_rate_limiter_goes_by_the_same_clock() {
    let seen = Seen::default();
    let replies = [(0, 400), (0, 400), (0, 200), (0, 200), (0, 200)];
    let settings = settings("driver-2", &seen)
        .retry_config(RetryConfig::adaptive())
        .transport(seen.transport(replies));
    let client = Async::new(&SERVICE, settings.build());
    for _ in 0..3 {
        let (status, took) = call(&client).await;
        assert_eq!(status, 200);
        // Two waits for the limiter of 20 s at most, as many before retries, and the credentials.
        assert!(took <= 120 * SECOND, "{took:?}");
    }
}

/// Allocators have blocks of up to 1,024 bytes at hand.
#[test]
fn an_attempt_fits_into_a_small_block() {
    let config = settings("driver-3", &Seen::default()).transport(Seen::default().transport([]));
    let client = Async::new(&SERVICE, config.build());
    let (request, now) = (Ok(Request::default()), Now::read());
    let core = &client.shared.core;
    let mut call = Call::new(core, "Test", request, CallOptions::default(), now);
    let (mut stub, mut connection) = (None, Connection::default());
    let attempt = attempt(&client.shared, &mut call, &mut stub, &mut connection, now);
    let size = size_of_val(&attempt.instrument(tracing::Span::none()));
    assert!(size <= 1_024, "{size} bytes");
}

#[tokio::test(start_paused = true)]
async fn the_time_to_read_passes_once_there_is_a_connection() {
    struct Connecting(Duration);

    impl Link for Connecting {
        fn connected(&mut self) -> Pin<Box<dyn Future<Output = ()> + Send + '_>> {
            Box::pin(tokio::time::sleep(self.0))
        }

        fn poison(&self) {}
    }

    for (connecting, answering, expected) in [
        (0, 9, Ok(200)),
        (0, 11, Err(10)),
        (100, 109, Ok(200)),
        (100, 111, Err(110)),
        // It never connects, and says so.
        (1_000, 500, Ok(200)),
    ] {
        let start = Instant::now();
        let mut connection = Connection::new(Connecting(connecting * SECOND));
        let answer: Answer = Box::pin(async move {
            tokio::time::sleep(answering * SECOND).await;
            Ok(empty(200))
        });
        let answer = within(10 * SECOND, answer, &mut connection).await;
        let found = match answer {
            Ok(response) => Ok(response.status().as_u16()),
            Err(failure) => {
                let said = failure.source().to_string();
                assert_eq!(said, "the wait for an answer took longer than 10s");
                Err(start.elapsed().as_secs())
            }
        };
        assert_eq!(found, expected, "{connecting} {answering}");
    }
}
