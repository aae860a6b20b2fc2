//! Calls with scripted answers and a virtual clock: no socket, no sleep.

#[cfg(feature = "request-compression")]
mod compression;
mod endpoints;
mod headers;
mod hooks;
mod retries;
mod sharing;
mod skew;
mod timeouts;

use std::collections::VecDeque;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant, UNIX_EPOCH};

use bytes::Bytes;
use http::{HeaderMap, Request, Response};

use super::*;
use crate::runtime::call::core::Environment;
use crate::runtime::client::Service;
use crate::runtime::config::{Builder, Config};
use crate::runtime::endpoint::{ContextParams, Endpoint, EndpointError};
use crate::runtime::error::SdkError;
use crate::runtime::retry::{ErrorAnswer, TransportFailure};

/// 2027-01-15T08:00:00Z, when every test begins.
const BEGINNING: Duration = Duration::from_secs(1_800_000_000);

fn beginning() -> Now {
    Now {
        instant: Instant::now(),
        time: UNIX_EPOCH + BEGINNING,
    }
}

/// A service of its own for each test: what calls share is shared by the calls of one service and region.
fn service(signing_name: Option<&'static str>) -> &'static Service {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let number = COUNT.fetch_add(1, Ordering::Relaxed);
    Box::leak(Box::new(Service {
        sdk_id: Box::leak(format!("Engine Test {number}").into_boxed_str()),
        signing_name,
        crate_version: "1.2.3",
        needs_account_id: false,
        endpoint,
    }))
}

fn endpoint(config: &Config, _: &ContextParams) -> Result<Endpoint, EndpointError> {
    match (config.endpoint_url(), config.region()) {
        (Some(url), _) => Ok(Endpoint::new(url)),
        (None, Some(region)) => Ok(Endpoint::new(format!("https://test.{region}.example.com"))),
        (None, None) => Err(EndpointError::new("Invalid Configuration: Missing Region")),
    }
}

/// Settings with a region.
fn settings() -> Builder {
    Config::builder().region("us-east-1")
}

fn core_in(service: &'static Service, settings: Builder, environment: Environment) -> Core {
    Core::in_environment(service, settings.build(), environment, beginning())
}

/// The core of a service of its own, in an empty environment.
fn core(settings: Builder) -> Core {
    core_in(service(Some("test")), settings, |_| None)
}

/// What comes of an attempt.
#[derive(Debug)]
enum Reply {
    /// An answer, after this long.
    Answer(Duration, Response<Bytes>),
    /// A failure, at once.
    Failure(Failure),
    /// Nothing: the attempt takes all its time.
    Silence,
}

/// An answer with this status and these headers.
fn answer(status: u16, headers: &[(&str, &str)]) -> Reply {
    let mut response = Response::builder().status(status);
    for (name, value) in headers {
        response = response.header(*name, *value);
    }
    let body = Bytes::from_static(b"secret body");
    Reply::Answer(Duration::ZERO, response.body(body).unwrap())
}

/// An answer with this error code.
fn error(status: u16, code: &str) -> Reply {
    answer(status, &[("x-amzn-errortype", code)])
}

fn failure(kind: TransportFailure) -> Reply {
    Reply::Failure(Failure::Dispatch(kind, "secret failure".into()))
}

/// Reads an answer's error code from its header, and takes a success with the header `undecodable` for one.
#[derive(Debug, Default)]
struct Reader {
    code: Option<String>,
    attempts: u32,
}

impl Decode for Reader {
    fn decode(&mut self, response: &Response<Bytes>) -> Outcome<'_> {
        let code = response.headers().get("x-amzn-errortype");
        self.code = code.map(|code| code.to_str().unwrap().to_owned());
        if !response.status().is_success() {
            Outcome::Error(ErrorAnswer::new(response.status(), self.code.as_deref()))
        } else if response.headers().contains_key("undecodable") {
            Outcome::Undecodable
        } else {
            Outcome::Success
        }
    }

    fn attempted(&mut self, attempts: u32) {
        self.attempts = attempts;
    }
}

/// How a call went.
#[derive(Debug)]
struct Run {
    sent: Vec<Request<Bytes>>,
    waits: Vec<u128>,
    limits: Vec<Option<Duration>>,
    attempts: u32,
    end: End,
    took: Duration,
}

impl Run {
    fn headers(&self, attempt: usize) -> &HeaderMap {
        self.sent[attempt - 1].headers()
    }

    fn header(&self, attempt: usize, name: &str) -> &str {
        self.headers(attempt)[name].to_str().unwrap()
    }

    /// The status of the answer that the call ended with.
    fn status(&self) -> u16 {
        self.end.as_ref().unwrap().status().as_u16()
    }

    /// The failure that the call ended with, as the caller sees it.
    fn error(self) -> SdkError<std::io::Error> {
        self.end.unwrap_err().into()
    }
}

/// A request as an operation makes it.
fn post() -> Request<Bytes> {
    Request::post("/Test")
        .header("content-type", "application/json")
        .body(Bytes::from_static(b"{}"))
        .unwrap()
}

fn credentials() -> Credentials {
    Credentials::new(
        "AKIDEXAMPLE",
        "secret key",
        Some("secret token".into()),
        None,
        "test",
    )
}

/// Carries out a call. All waits are drawn with the number 1.
fn run(core: &Core, now: Now, replies: impl IntoIterator<Item = Reply>) -> Run {
    run_with(core, now, Ok(post()), CallOptions::default(), 1.0, replies)
}

fn run_with(
    core: &Core,
    beginning: Now,
    request: Result<Request<Bytes>, BoxError>,
    options: CallOptions,
    random: f64,
    replies: impl IntoIterator<Item = Reply>,
) -> Run {
    let mut replies: VecDeque<Reply> = replies.into_iter().collect();
    let mut now = beginning;
    let mut call = Call::new(core, "Test", request, options, now);
    let mut reader = Reader::default();
    let (mut sent, mut waits, mut limits) = (Vec::new(), Vec::new(), Vec::new());
    loop {
        match call.next(now) {
            Step::Done => break,
            Step::Wait(wait) => {
                waits.push(wait.as_millis());
                now = now.after(wait);
            }
            Step::Attempt(limit) => {
                limits.push(limit);
                let end = call.request(Some(&credentials()), now).and_then(|request| {
                    sent.push(request);
                    let reply = replies.pop_front().expect("an attempt more than expected");
                    take_place(&call, reply, limit, &mut now)
                });
                let _ = call.ended(end, &mut reader, now, random);
            }
        }
    }
    assert!(replies.is_empty(), "not sent for: {replies:?}");
    Run {
        sent,
        waits,
        limits,
        attempts: reader.attempts,
        end: call.into_end().unwrap(),
        took: now.instant - beginning.instant,
    }
}

/// What comes of an attempt within its time.
fn take_place(call: &Call<'_>, reply: Reply, limit: Option<Duration>, now: &mut Now) -> End {
    match (reply, limit) {
        (Reply::Failure(failure), _) => Err(failure),
        (Reply::Answer(after, response), limit) if limit.is_none_or(|limit| after <= limit) => {
            *now = now.after(after);
            Ok(response)
        }
        (_, Some(limit)) => {
            *now = now.after(limit);
            Err(call.elapsed_attempt())
        }
        (Reply::Silence | Reply::Answer(..), None) => panic!("the call would hang"),
    }
}
