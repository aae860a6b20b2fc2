//! A wait for an operation, between the state machine and the types of the operation.

use std::time::{Duration, Instant};

use tracing::{Span, debug, debug_span};

use super::{
    End, ExceededMaxWait, FailureState, FinalPoll, OperationFailed, Step, Wait, WaitResult, Waiter,
    WaiterError,
};
use crate::runtime::Operation;
use crate::runtime::call::CallOptions;
use crate::runtime::client::CallResult;
use crate::runtime::config::Config;
use crate::runtime::error::SdkError;

/// A wait for an operation. What drives it calls and waits.
pub(in crate::runtime) struct Polling<O: Operation + 'static> {
    waiter: &'static Waiter<O>,
    input: O,
    wait: Wait,
    clock: Clock,
    /// What the last poll has found, for a person.
    note: Option<String>,
    /// What the last poll gave.
    result: Option<CallResult<O>>,
}

/// What the driver of a wait has to do.
pub(in crate::runtime) enum Task<O: Operation> {
    /// Call the operation, and tell what came of it.
    Call(O, CallOptions),
    /// Wait this long.
    Wait(Duration),
    /// Nothing more: this is what the wait gives.
    Done(Box<WaitResult<O>>),
}

/// Tells the time of a wait. With the settings that are for tests it runs ahead instead of waiting, and stands still
/// while calls take their time: so each run of a test takes the same time.
struct Clock {
    skips: bool,
    started: Instant,
    skipped: Duration,
    /// When the last poll began, and how long it may take.
    poll: (Instant, Duration),
}

impl Clock {
    fn new(config: &Config, now: Instant) -> Self {
        Self {
            skips: skips(config),
            started: now,
            skipped: Duration::ZERO,
            poll: (now, Duration::MAX),
        }
    }

    /// The time: the real one, or what was skipped since the start.
    fn read(&self, now: Instant) -> Instant {
        if self.skips {
            self.started.checked_add(self.skipped).unwrap_or(now)
        } else {
            now
        }
    }

    /// The time after a poll. One that was cut off took the time it had, on any clock.
    fn read_after_poll(&mut self, now: Instant) -> Instant {
        let (began, limit) = self.poll;
        if self.skips && now.saturating_duration_since(began) >= limit {
            self.skipped = self.skipped.saturating_add(limit);
        }
        self.read(now)
    }
}

/// Whether the client is one under test, which waits for nothing.
#[cfg(feature = "test-util")]
fn skips(config: &Config) -> bool {
    config.is_isolated()
}

/// Whether the client is one under test, which waits for nothing.
#[cfg(not(feature = "test-util"))]
fn skips(_: &Config) -> bool {
    false
}

impl<O: Operation + Clone> Polling<O> {
    pub(in crate::runtime) fn new(
        waiter: &'static Waiter<O>,
        input: O,
        max_wait: Duration,
        config: &Config,
        now: Instant,
    ) -> Self {
        Self {
            waiter,
            input,
            wait: Wait::new(waiter.min_and_max_delay(), max_wait, now),
            clock: Clock::new(config, now),
            note: None,
            result: None,
        }
    }

    /// The span around the wait.
    pub(in crate::runtime) fn span(&self) -> Span {
        debug_span!(
            "wait",
            waiter = self.waiter.name,
            rpc.method = O::NAME,
            max_wait = ?self.wait.max_wait()
        )
    }

    /// What is to be done.
    pub(in crate::runtime) fn next(&mut self, now: Instant) -> Task<O> {
        loop {
            let read = self.clock.read(now);
            match self.wait.next(read) {
                Step::Wait(wait) if self.clock.skips => self.clock.skipped += wait,
                Step::Wait(wait) => return Task::Wait(wait),
                Step::Poll(limit) => {
                    self.clock.poll = (now, limit);
                    let options = CallOptions {
                        waits: true,
                        limit: Some(limit),
                        ..CallOptions::default()
                    };
                    return Task::Call(self.input.clone(), options);
                }
                Step::Done(end) => return Task::Done(Box::new(self.finish(end, read))),
            }
        }
    }

    /// Says what came of a call. `random` is a number in `0..1`, to draw a delay with.
    pub(in crate::runtime) fn polled(&mut self, result: CallResult<O>, now: Instant, random: f64) {
        let found = self.waiter.judge(&self.input, &result);
        let now = self.clock.read_after_poll(now);
        self.wait.polled(found.verdict, now, random);
        debug!(
            poll = self.wait.polls(),
            verdict = ?found.verdict,
            note = found.note.as_deref(),
            "polled"
        );
        // A poll that was cut off says less than the one before it.
        self.note = found.note.or_else(|| self.note.take());
        self.result = Some(result);
    }

    fn finish(&mut self, end: End, now: Instant) -> WaitResult<O> {
        let (name, polls) = (self.waiter.name, self.wait.polls());
        let elapsed = self.wait.elapsed(now);
        let note = self.note.take();
        let Some(result) = self.result.take() else {
            // A wait ends with a poll, and is not asked again.
            return Err(WaiterError::construction_failure(
                "the wait was not carried out",
            ));
        };
        Err(match (end, result) {
            (End::Success, result) => return Ok(FinalPoll::new(result)),
            (End::Exceeded, _) => WaiterError::ExceededMaxWait(
                ExceededMaxWait::new(self.wait.max_wait(), elapsed, polls).named(name, note),
            ),
            (_, Err(SdkError::ConstructionFailure(failure))) => {
                WaiterError::ConstructionFailure(failure)
            }
            (_, Ok(output)) => {
                let state = FailureState::new(FinalPoll::new(Ok(output)));
                WaiterError::FailureState(state.named(name, polls, elapsed, note))
            }
            (End::Failure, Err(SdkError::ServiceError(failure))) => {
                let state = FailureState::new(FinalPoll::new(Err(failure.into_err())));
                WaiterError::FailureState(state.named(name, polls, elapsed, note))
            }
            (_, Err(error)) => WaiterError::OperationFailed(
                OperationFailed::new(error).named(name, polls, elapsed),
            ),
        })
    }
}
