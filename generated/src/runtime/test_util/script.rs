//! A transport that answers from a script.

use std::any::Any;
use std::convert::Infallible;
use std::fmt;
use std::future::{Ready, ready};
use std::io;
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll};

use bytes::Bytes;
use http::{Request, Response};
use http_body::{Body, Frame};

use super::answer::Answer;
use super::rules::{AnyRule, Candidate, Refusal};
use super::step::Steps;
use crate::runtime::call::{End, Failure};
use crate::runtime::client::Transport;
use crate::runtime::error::BoxError;

/// Answers requests one after the other, and keeps them. A clone is the same one.
///
/// Each answer is given once, or as often as [`times`](Self::times) says. A request after the last one fails, and is
/// not retried.
///
/// The async client takes it as its [`transport`](Self::transport); there it goes through all that a real transport
/// goes through. Every client takes it as its [`rules`](crate::runtime::config::Builder::rules) too. And it is a
/// `tower` service.
///
/// `Debug` shows no request and no answer.
///
/// ```
/// use ivs_realtime::test_util::{self, ScriptedTransport, json_response};
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let script = ScriptedTransport::new()
///     .failure(std::io::ErrorKind::ConnectionRefused)
///     .response(503)
///     .response(json_response(200, r#"{"stages":[]}"#));
/// let config = test_util::config().transport(script.transport()).build();
/// let client = ivs_realtime::Client::from_conf(config);
///
/// let output = client.list_stages().max_results(5).send().await?;
/// assert!(output.stages().is_empty());
///
/// script.assert_used();
/// let requests = script.requests();
/// assert_eq!(requests.len(), 3);
/// assert_eq!(requests[2].uri().path(), "/ListStages");
/// assert_eq!(requests[2].headers()["amz-sdk-request"], "attempt=3; max=3");
/// assert_eq!(requests[2].body(), r#"{"maxResults":5}"#);
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct ScriptedTransport {
    state: Arc<Mutex<State>>,
}

struct State {
    steps: Steps<Answer>,
    requests: Vec<Request<Bytes>>,
}

impl Default for ScriptedTransport {
    fn default() -> Self {
        Self {
            state: Arc::new(Mutex::new(State {
                steps: Steps::new(false),
                requests: Vec::new(),
            })),
        }
    }
}

impl ScriptedTransport {
    /// A script without answers.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Answers with a response of HTTP, or with a status alone: `.response(503)`.
    #[must_use]
    pub fn response(self, response: impl Into<Answer>) -> Self {
        self.lock().steps.push(response.into());
        self
    }

    /// Answers with a failure of the network, such as `io::ErrorKind::ConnectionRefused`.
    /// `io::ErrorKind::TimedOut` is a time-out.
    #[must_use]
    pub fn failure(self, kind: io::ErrorKind) -> Self {
        self.response(kind)
    }

    /// Sets how often the answer is given that was added last.
    #[must_use]
    pub fn times(self, times: usize) -> Self {
        self.lock().steps.set_times(times);
        self
    }

    /// The script as a transport of the async client.
    #[must_use]
    pub fn transport(&self) -> Transport {
        Transport::from_service(self.clone())
    }

    /// The requests that came, in order, as they would have been sent: signed, with their whole URI.
    #[must_use]
    pub fn requests(&self) -> Vec<Request<Bytes>> {
        self.lock().requests.clone()
    }

    /// Makes sure that every answer was given.
    ///
    /// # Panics
    ///
    /// Some were not.
    #[track_caller]
    pub fn assert_used(&self) {
        let (given, expected) = self.given_of_expected();
        assert!(
            given == expected,
            "answers of the script were not used: {given} of {expected} were"
        );
    }

    /// Keeps the request, and answers it if an answer is left.
    fn take(&self, request: Request<Bytes>) -> Option<End> {
        let mut state = self.lock();
        state.requests.push(request);
        let answer = state.steps.next()?.clone();
        drop(state);
        Some(answer.end())
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl tower_service::Service<Request<Bytes>> for ScriptedTransport {
    type Response = Response<WholeBody>;
    type Error = BoxError;
    type Future = Ready<Result<Self::Response, Self::Error>>;

    fn poll_ready(&mut self, _context: &mut Context<'_>) -> Poll<Result<(), Self::Error>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request<Bytes>) -> Self::Future {
        let name = format!("{} {}", request.method(), request.uri().path());
        ready(match self.take(request) {
            Some(Ok(response)) => Ok(response.map(|body| WholeBody(Some(body)))),
            Some(Err(failure)) => Err(cause(failure)),
            None => Err(format!(
                "the test did not expect the request {name}: the script {}",
                AnyRule::used_up(self)
            )
            .into()),
        })
    }
}

fn cause(failure: Failure) -> BoxError {
    match failure {
        Failure::Construction(source)
        | Failure::Dispatch(_, source)
        | Failure::Timeout(source)
        | Failure::Response(_, source, _) => source,
    }
}

/// A body that is there as a whole.
#[derive(Debug)]
pub struct WholeBody(Option<Bytes>);

impl Body for WholeBody {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        Poll::Ready(self.0.take().map(|body| Ok(Frame::data(body))))
    }
}

impl AnyRule for ScriptedTransport {
    fn operation(&self) -> Option<&'static str> {
        None
    }

    fn offer(&self, _input: &dyn Any) -> Result<Box<dyn Candidate>, Refusal> {
        if self.lock().steps.is_used_up() {
            return Err(AnyRule::used_up(self));
        }
        Ok(Box::new(self.clone()))
    }

    fn used_up(&self) -> Refusal {
        Refusal::UsedUp(self.lock().steps.given())
    }

    fn given_of_expected(&self) -> (usize, usize) {
        let state = self.lock();
        (state.steps.given(), state.steps.expected())
    }
}

impl Candidate for ScriptedTransport {
    fn answer(&mut self, request: &Request<Bytes>) -> Option<End> {
        if self.lock().steps.is_used_up() {
            return None;
        }
        self.take(request.clone())
    }

    fn used_up(&self) -> Refusal {
        AnyRule::used_up(self)
    }
}

impl fmt::Debug for ScriptedTransport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (given, expected) = self.given_of_expected();
        f.debug_struct("ScriptedTransport")
            .field("given", &given)
            .field("answers", &expected)
            .finish_non_exhaustive()
    }
}
