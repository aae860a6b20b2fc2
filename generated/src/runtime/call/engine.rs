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

mod limits;
mod report;
mod request;

use std::sync::Arc;
use std::time::{Duration, SystemTime};

use aws_credential_types::Credentials;
use bytes::Bytes;
use http::{Request, Response};

use super::core::Core;
use super::failure::{Failure, Limited};
use super::ids::uuid_v4;
use super::intercept::CallInfo;
use super::route::Route;
use super::{Now, SharedInterceptor};
use crate::runtime::Operation;
use crate::runtime::client::Auth;
use crate::runtime::error::BoxError;
use crate::runtime::retry::{
    ClockSkew, Decision, Outcome, Permission, RetryState, Verdict, classify, retry_after,
};
use limits::Deadline;
pub(super) use request::attempt_header;

/// Reads an answer, and keeps what it became. It stands between the call, which knows no operation, and the types of
/// one.
pub trait Decode: Send {
    /// Reads the answer. The next one takes its place.
    fn decode(&mut self, response: &Response<Bytes>) -> Outcome<'_>;

    /// Hears how many attempts were made so far, when one has ended: what an error may want to say.
    fn attempted(&mut self, _attempts: u32) {}
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

/// What is particular to one call.
#[derive(Debug, Default)]
pub struct CallOptions {
    /// Hooks that look at this call after those of the client.
    pub interceptors: Vec<SharedInterceptor>,
    /// Whether the call fetches a page of a list.
    pub paginates: bool,
    /// Whether the input is held against the constraints of the model, if the settings do not decide it.
    pub validate_input: Option<bool>,
    /// How the call proves who makes it.
    pub auth: Auth,
    /// Whether the signature leaves out the body, as far as the connection is encrypted.
    pub unsigned_payload: bool,
    /// Whether the call is a poll of a waiter.
    pub waits: bool,
    /// How long the call may take, if that is less than the settings say.
    pub limit: Option<Duration>,
}

impl CallOptions {
    /// The same, with what the operation says of signatures.
    pub(in crate::runtime) fn for_operation<O: Operation>(self) -> Self {
        Self {
            auth: O::AUTH,
            unsigned_payload: O::UNSIGNED_PAYLOAD,
            ..self
        }
    }
}

/// One call.
#[derive(Debug)]
pub struct Call<'a> {
    core: &'a Core,
    operation: &'static str,
    /// The hooks of this call alone.
    interceptors: Vec<SharedInterceptor>,
    auth: Auth,
    unsigned_payload: bool,
    invocation_id: String,
    /// What every attempt starts from: not signed.
    request: Request<Bytes>,
    /// Where it goes, unless that depends on the credentials of an attempt.
    route: Option<Arc<Route>>,
    retry: RetryState,
    /// What the last answer to this call said of the service's clock, and before that what others said.
    skew: ClockSkew,
    deadline: Deadline,
    state: State,
    attempt: Attempt,
}

#[derive(Debug)]
enum State {
    /// The next attempt may be made at this time.
    Waiting(std::time::Instant),
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
    /// A call that nothing was done for yet. The request has a path and no host, and among its extensions what the call
    /// says to the endpoint rules.
    #[must_use]
    pub fn new(
        core: &'a Core,
        operation: &'static str,
        request: Result<Request<Bytes>, BoxError>,
        options: CallOptions,
        now: Now,
    ) -> Self {
        let request = request.and_then(|request| request::prepared(core, request, &options));
        let timeouts = core.timeouts.within(options.limit);
        let (request, route, state) = match request {
            Ok((request, route)) => (request, route, State::Ready),
            Err(error) => {
                let end = Err(Failure::construction(error));
                (Request::default(), None, State::Ended(end))
            }
        };
        let skew = core.skew.as_ref();
        Self {
            core,
            operation,
            interceptors: options.interceptors,
            auth: match core.service().signing_name {
                Some(_) => options.auth,
                None => Auth::None,
            },
            unsigned_payload: options.unsigned_payload,
            invocation_id: uuid_v4(),
            request,
            route,
            retry: RetryState::new(core.policy.clone(), core.bucket.clone()),
            skew: skew.map(|skew| skew.get()).unwrap_or_default(),
            deadline: Deadline::new(timeouts, now),
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
        if self.deadline.has_passed(now) {
            self.end(Err(self.deadline.elapsed(Limited::Operation)), true);
            return Step::Done;
        }
        if let State::Waiting(until) = self.state {
            let wait = until.saturating_duration_since(now.instant);
            if !wait.is_zero() {
                return Step::Wait(self.deadline.bound(wait, now));
            }
        }
        self.state = State::Ready;
        if let Permission::AskAgainAfter(wait) = self.retry.before_attempt(now.since_epoch()) {
            return Step::Wait(self.deadline.bound(wait, now));
        }
        self.state = State::InFlight;
        self.attempt = Attempt {
            number: self.attempt.number.saturating_add(1),
            started: now,
            sent: now.time,
            limit: self.deadline.attempt_limit(now),
        };
        Step::Attempt(self.attempt.limit.map(|(limit, _)| limit))
    }

    /// The request of the attempt, signed. Without credentials, or if the operation wants no signature, it is not
    /// signed.
    ///
    /// # Errors
    ///
    /// It cannot be signed, or a hook refuses it. The call goes on with [`ended`](Self::ended).
    pub fn request(
        &mut self,
        credentials: Option<&Credentials>,
        now: Now,
    ) -> Result<Request<Bytes>, Failure> {
        self.attempt.sent = now.time;
        self.signed(credentials, now).map_err(Failure::Construction)
    }

    /// Says what came of the attempt. `random` is a number in `0..1`, to draw a wait with.
    ///
    /// The answer says whether the connection of the attempt is not to be used again.
    pub fn ended(&mut self, end: End, decode: &mut dyn Decode, now: Now, random: f64) -> bool {
        decode.attempted(self.attempt.number);
        let (outcome, is_final) = match &end {
            Ok(response) => (self.read(response, decode, now), false),
            Err(failure) => {
                let is_final = failure.ends_call() || self.deadline.has_passed(now);
                (Outcome::Transport(failure.kind()), is_final)
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
        let failed = outcome != Outcome::Success;
        self.report_attempt(&end, &outcome, decision, now);
        match decision {
            Decision::Done => self.end(end, failed),
            Decision::RetryAfter(wait) => match now.instant.checked_add(wait) {
                Some(until) => self.state = State::Waiting(until),
                None => self.end(end, failed),
            },
        }
        poisons
    }

    /// Says that the attempt took all the time that it had.
    #[must_use]
    pub fn elapsed_attempt(&self) -> Failure {
        let limited = self.attempt.limit.map(|(_, limited)| limited);
        self.deadline.elapsed(limited.unwrap_or(Limited::Attempt))
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

    /// How the call proves who makes it.
    #[must_use]
    pub fn auth(&self) -> Auth {
        self.auth
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

    /// The hooks: the client's, then those of this call.
    fn hooks(&self) -> impl Iterator<Item = &SharedInterceptor> {
        self.core.interceptors().iter().chain(&self.interceptors)
    }

    fn end(&mut self, end: End, failed: bool) {
        if failed {
            self.report_failure(&end);
        }
        self.state = State::Ended(end);
    }

    /// Reads an answer, with what its headers say to the retry rules.
    fn read<'d>(
        &mut self,
        response: &Response<Bytes>,
        decode: &'d mut dyn Decode,
        now: Now,
    ) -> Outcome<'d> {
        let skew = self.measure(response, now);
        let mut outcome = decode.decode(response);
        if let Outcome::Error(answer) = &mut outcome {
            answer.skew = skew;
            answer.retry_after = retry_after(response.headers());
        }
        outcome
    }

    /// Measures the service's clock, for this call and for those to come.
    fn measure(&mut self, response: &Response<Bytes>, now: Now) -> Option<ClockSkew> {
        let client = self.core.skew.as_ref()?;
        let skew = ClockSkew::measure(response.headers(), self.attempt.sent, now.time)?;
        client.record(skew);
        self.skew = skew;
        Some(skew)
    }
}

#[cfg(test)]
mod tests;
