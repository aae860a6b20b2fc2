//! One call, from its request to its result, without IO.
//!
//! Whoever drives a call does what [`Call::next`] says:
//!
//! 1. [`Step::Wait`]: wait, then ask again.
//! 2. [`Step::Attempt`]: get credentials, take the signed request from [`Call::request`], send it, and tell
//!    [`Call::ended`] what came of it; all of that within the time that the step gives.
//! 3. [`Step::Done`]: take the end from [`Call::into_end`].
//!
//! The driver tells the time with every step. So a test needs no socket and no clock.

use std::time::{Duration, Instant, SystemTime};

use aws_credential_types::Credentials;
use bytes::Bytes;
use http::header::{CONTENT_LENGTH, HeaderValue, USER_AGENT};
use http::{HeaderName, Request, Response};

use super::core::Core;
use super::failure::{Elapsed, Failure, Limited};
use super::ids::uuid_v4;
use super::intercept::{AttemptInfo, CallInfo, Intercept};
use super::signing::compact_date_time;
use super::{Now, SharedInterceptor};
use crate::runtime::error::BoxError;
use crate::runtime::retry::{
    ClockSkew, Decision, Outcome, Permission, RetryState, Verdict, classify, retry_after,
};

const INVOCATION_ID: HeaderName = HeaderName::from_static("amz-sdk-invocation-id");
const ATTEMPT: HeaderName = HeaderName::from_static("amz-sdk-request");
const AMZ_USER_AGENT: HeaderName = HeaderName::from_static("x-amz-user-agent");
const TRACE_ID: HeaderName = HeaderName::from_static("x-amzn-trace-id");

/// Reads an answer, and keeps what it became. It stands between the call, which knows no operation, and the types of
/// one.
pub trait Decode: Send {
    /// Reads the answer. The next one takes its place.
    fn decode(&mut self, response: &Response<Bytes>) -> Outcome<'_>;
}

/// What the driver of a call has to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[must_use]
pub enum Step {
    /// Wait this long, then ask again.
    Wait(Duration),
    /// Make an attempt. It may take this long, if there is a limit.
    Attempt(Option<Duration>),
    /// Nothing more: the call has ended.
    Done,
}

/// How a call ends: with the answer that the [`Decode`] has read last, or with a failure.
pub type End = Result<Response<Bytes>, Failure>;

/// One call.
#[derive(Debug)]
pub struct Call<'a> {
    core: &'a Core,
    operation: &'static str,
    interceptors: Vec<SharedInterceptor>,
    invocation_id: String,
    /// What every attempt starts from: not signed.
    request: Request<Bytes>,
    retry: RetryState,
    /// What the last answer to this call said of the service's clock, and before that what others said.
    skew: ClockSkew,
    deadline: Option<Instant>,
    state: State,
    attempt: Attempt,
}

#[derive(Debug)]
enum State {
    /// The next attempt may be made at this time.
    Waiting(Instant),
    /// The next attempt may be made as soon as the retry rules let it.
    Ready,
    InFlight,
    Ended(End),
}

/// The attempt that is made.
#[derive(Clone, Copy, Debug)]
struct Attempt {
    number: u32,
    started: Now,
    sent: SystemTime,
    limit: Option<(Duration, Limited)>,
}

impl<'a> Call<'a> {
    /// A call that nothing was done for yet. The request has a path and no host.
    #[must_use]
    pub fn new(
        core: &'a Core,
        operation: &'static str,
        request: Result<Request<Bytes>, BoxError>,
        options: CallOptions,
        now: Now,
    ) -> Self {
        let (request, state) = match request.and_then(|request| prepared(core, request, &options)) {
            Ok(request) => (request, State::Ready),
            Err(error) => {
                let end = Err(Failure::construction(error));
                (Request::default(), State::Ended(end))
            }
        };
        let mut interceptors = core.interceptors().to_vec();
        interceptors.extend(options.interceptors);
        let timeout = core.timeouts.operation;
        Self {
            core,
            operation,
            interceptors,
            invocation_id: uuid_v4(),
            request,
            retry: RetryState::new(core.policy.clone(), core.bucket.clone()),
            skew: core
                .skew
                .as_ref()
                .map(|skew| skew.get())
                .unwrap_or_default(),
            deadline: timeout.and_then(|timeout| now.instant.checked_add(timeout)),
            state,
            attempt: Attempt {
                number: 0,
                started: now,
                sent: now.time,
                limit: None,
            },
        }
    }

    /// What is to be done.
    pub fn next(&mut self, now: Now) -> Step {
        if let State::Ended(_) = self.state {
            return Step::Done;
        }
        if self
            .deadline
            .is_some_and(|deadline| deadline <= now.instant)
        {
            self.end(Err(self.elapsed(Limited::Operation)));
            return Step::Done;
        }
        if let State::Waiting(until) = self.state {
            let wait = until.saturating_duration_since(now.instant);
            if !wait.is_zero() {
                return Step::Wait(self.within_deadline(wait, now));
            }
        }
        self.state = State::Ready;
        if let Permission::AskAgainAfter(wait) = self.retry.before_attempt(now.since_epoch()) {
            return Step::Wait(self.within_deadline(wait, now));
        }
        self.state = State::InFlight;
        self.attempt = Attempt {
            number: self.attempt.number + 1,
            started: now,
            sent: now.time,
            limit: self.attempt_limit(now),
        };
        Step::Attempt(self.attempt.limit.map(|(limit, _)| limit))
    }

    /// The request of the attempt, signed.
    ///
    /// # Errors
    ///
    /// It cannot be signed, or a hook refuses it. The call goes on with [`ended`](Self::ended).
    pub fn request(
        &mut self,
        credentials: Option<&Credentials>,
        now: Now,
    ) -> Result<Request<Bytes>, Failure> {
        self.signed(credentials, now).map_err(Failure::Construction)
    }

    fn signed(
        &mut self,
        credentials: Option<&Credentials>,
        now: Now,
    ) -> Result<Request<Bytes>, BoxError> {
        let mut request = self.request.clone();
        for interceptor in &self.interceptors {
            interceptor.before_signing(&self.info(), &mut request)?;
        }
        if !request.body().is_empty() {
            let length = HeaderValue::from(request.body().len());
            request.headers_mut().insert(CONTENT_LENGTH, length);
        }
        let signer = self.core.signer.as_ref().map_err(String::as_str)?;
        if let (Some(signer), Some(credentials)) = (signer, credentials) {
            signer.sign(&mut request, credentials, self.skew.apply(now.time))?;
        }
        let attempt = HeaderValue::try_from(self.attempt_header(now)?)?;
        let headers = request.headers_mut();
        headers.insert(ATTEMPT, attempt);
        headers.insert(INVOCATION_ID, HeaderValue::from_str(&self.invocation_id)?);
        for interceptor in &self.interceptors {
            interceptor.before_sending(&self.info(), &mut request)?;
        }
        self.attempt.sent = now.time;
        Ok(request)
    }

    /// The header that counts attempts. From the second one on it says until when an answer is of use.
    fn attempt_header(&self, now: Now) -> Result<String, BoxError> {
        let (number, max) = (self.attempt.number, self.core.policy.max_attempts.max(1));
        let count = format!("attempt={number}; max={max}");
        match self.core.timeouts.read {
            Some(read) if number > 1 => {
                let ttl = compact_date_time(self.skew.apply(now.time + read))?;
                Ok(format!("ttl={ttl}; {count}"))
            }
            _ => Ok(count),
        }
    }

    /// Says what came of the attempt. `random` is a number in `0..1`, to draw a wait with.
    ///
    /// The answer says whether the connection of the attempt is not to be used again.
    pub fn ended(&mut self, end: End, decode: &mut dyn Decode, now: Now, random: f64) -> bool {
        let is_late = self
            .deadline
            .is_some_and(|deadline| deadline <= now.instant);
        let (outcome, is_final) = match &end {
            Ok(response) => {
                let skew = self.measure(response, now);
                let mut outcome = decode.decode(response);
                if let Outcome::Error(answer) = &mut outcome {
                    answer.skew = skew;
                    answer.retry_after = retry_after(response.headers());
                }
                (outcome, false)
            }
            Err(failure) => {
                let outcome = Outcome::Transport(failure.kind());
                (
                    outcome,
                    matches!(failure, Failure::Construction(_)) || is_late,
                )
            }
        };
        let poisons = matches!(
            classify(&outcome),
            Verdict::Retryable(reason) if reason.poisons_connection()
        );
        let decision = if is_final {
            Decision::Done
        } else {
            self.retry
                .after_attempt(&outcome, now.since_epoch(), random)
        };
        self.tell(&end, decision, now);
        match decision {
            Decision::Done => self.end(end),
            Decision::RetryAfter(wait) => match now.instant.checked_add(wait) {
                Some(until) => self.state = State::Waiting(until),
                None => self.end(end),
            },
        }
        poisons
    }

    /// Says that the attempt took all the time that it had.
    #[must_use]
    pub fn elapsed_attempt(&self) -> Failure {
        let limited = self.attempt.limit.map(|(_, limited)| limited);
        self.elapsed(limited.unwrap_or(Limited::Attempt))
    }

    /// How the call ended. `None` if it did not end yet.
    #[must_use]
    pub fn into_end(self) -> Option<End> {
        match self.state {
            State::Ended(end) => Some(end),
            _ => None,
        }
    }

    /// Which attempt is made, from 1.
    #[must_use]
    pub fn attempt(&self) -> u32 {
        self.attempt.number
    }

    /// The id that all attempts share.
    #[must_use]
    pub fn invocation_id(&self) -> &str {
        &self.invocation_id
    }

    fn info(&self) -> CallInfo<'_> {
        CallInfo {
            service: self.core.service().sdk_id,
            operation: self.operation,
            invocation_id: &self.invocation_id,
            attempt: self.attempt.number,
        }
    }

    fn end(&mut self, end: End) {
        self.state = State::Ended(end);
    }

    /// Measures the service's clock, for this call and for those to come.
    fn measure(&mut self, response: &Response<Bytes>, now: Now) -> Option<ClockSkew> {
        let client = self.core.skew.as_ref()?;
        let skew = ClockSkew::measure(response.headers(), self.attempt.sent, now.time)?;
        client.record(skew);
        self.skew = skew;
        Some(skew)
    }

    fn tell(&self, end: &End, decision: Decision, now: Now) {
        let response = match end {
            Ok(response) => Some(response),
            Err(Failure::Response(_, _, response)) => Some(response.as_ref()),
            Err(_) => None,
        };
        let attempt = AttemptInfo {
            status: response.map(Response::status),
            headers: response.map(Response::headers),
            failure: end.as_ref().err().map(Failure::source),
            duration: now
                .instant
                .saturating_duration_since(self.attempt.started.instant),
            retry_after: match decision {
                Decision::RetryAfter(wait) => Some(wait),
                Decision::Done => None,
            },
        };
        for interceptor in &self.interceptors {
            interceptor.after_attempt(&self.info(), &attempt);
        }
    }

    /// How long an attempt may take from now on, and which limit says so.
    fn attempt_limit(&self, now: Now) -> Option<(Duration, Limited)> {
        let left = self
            .deadline
            .map(|deadline| deadline.saturating_duration_since(now.instant));
        match (self.core.timeouts.attempt, left) {
            (Some(attempt), Some(left)) if attempt < left => Some((attempt, Limited::Attempt)),
            (_, Some(left)) => Some((left, Limited::Operation)),
            (Some(attempt), None) => Some((attempt, Limited::Attempt)),
            (None, None) => None,
        }
    }

    fn within_deadline(&self, wait: Duration, now: Now) -> Duration {
        match self.deadline {
            Some(deadline) => wait.min(deadline.saturating_duration_since(now.instant)),
            None => wait,
        }
    }

    fn elapsed(&self, what: Limited) -> Failure {
        let timeouts = self.core.timeouts;
        let limit = match what {
            Limited::Operation => timeouts.operation,
            _ => timeouts.attempt,
        };
        let limit = limit.unwrap_or_default();
        Failure::Timeout(Elapsed { what, limit }.into())
    }
}

/// What is particular to one call.
#[derive(Debug, Default)]
pub struct CallOptions {
    /// Hooks that look at this call after those of the client.
    pub interceptors: Vec<SharedInterceptor>,
    /// Whether the call fetches a page of a list.
    pub paginates: bool,
}

/// The request of an operation, with what every attempt has in common.
fn prepared(
    core: &Core,
    mut request: Request<Bytes>,
    options: &CallOptions,
) -> Result<Request<Bytes>, BoxError> {
    let target = core.target.as_ref().map_err(String::as_str)?;
    target.apply(&mut request)?;
    let agent = if options.paginates {
        &core.paging_user_agent
    } else {
        &core.user_agent
    };
    let headers = request.headers_mut();
    headers.insert(USER_AGENT, agent.clone());
    headers.insert(AMZ_USER_AGENT, agent.clone());
    if core.in_lambda
        && !headers.contains_key(TRACE_ID)
        && let Ok(id) = std::env::var("_X_AMZN_TRACE_ID")
        && let Ok(id) = HeaderValue::try_from(without_controls(&id))
    {
        headers.insert(TRACE_ID, id);
    }
    Ok(request)
}

/// Percent-encodes control characters.
fn without_controls(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for character in text.chars() {
        if character.is_ascii_control() {
            encoded.push_str(&format!("%{:02X}", character as u32));
        } else {
            encoded.push(character);
        }
    }
    encoded
}
