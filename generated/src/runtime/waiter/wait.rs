//! A wait without IO: when to poll, how long to wait in between, and how it ends.
//!
//! Whoever drives a wait does what [`Wait::next`] says:
//!
//! 1. [`Step::Poll`]: call the operation, within the time that the step gives, and tell [`Wait::polled`] what came of it.
//! 2. [`Step::Wait`]: wait, then ask again.
//! 3. [`Step::Done`]: the wait has ended, in the way that it says.
//!
//! The driver tells the time with every step. So a test needs no clock.

use std::time::{Duration, Instant};

use super::State;

/// What a poll means for the wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// An acceptor matches, and leads to this state.
    Matched(State),
    /// The operation gave an output that no acceptor matches: it is polled again.
    Unmatched,
    /// The operation failed with an error that no acceptor matches, which ends the wait.
    Failed,
}

/// What the driver of a wait has to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[must_use]
pub enum Step {
    /// Call the operation. It may take this long.
    Poll(Duration),
    /// Wait this long, then ask again.
    Wait(Duration),
    /// Nothing more: the wait has ended.
    Done(End),
}

/// How a wait ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// What was waited for has come about.
    Success,
    /// It can no longer come about.
    Failure,
    /// The operation failed.
    OperationFailed,
    /// It did not come about in time.
    Exceeded,
}

/// A wait.
#[derive(Debug)]
pub struct Wait {
    min_delay: Duration,
    max_delay: Duration,
    max_wait: Duration,
    started: Instant,
    polls: u32,
    state: Progress,
}

#[derive(Clone, Copy, Debug)]
enum Progress {
    Ready,
    Waiting(Instant),
    Polling,
    Ended(End),
}

impl Wait {
    /// A wait that begins now, with a first poll.
    #[must_use]
    pub fn new(
        (min_delay, max_delay): (Duration, Duration),
        max_wait: Duration,
        now: Instant,
    ) -> Self {
        Self {
            min_delay,
            max_delay: max_delay.max(min_delay),
            max_wait,
            started: now,
            polls: 0,
            state: Progress::Ready,
        }
    }

    /// What is to be done.
    ///
    /// A poll has until the end of the wait, and the shortest delay beyond it: the last poll begins when the wait ends,
    /// and is to have a chance.
    pub fn next(&mut self, now: Instant) -> Step {
        match self.state {
            Progress::Ended(end) => return Step::Done(end),
            Progress::Waiting(until) if now < until => {
                return Step::Wait(until.duration_since(now));
            }
            _ => {}
        }
        self.state = Progress::Polling;
        self.polls = self.polls.saturating_add(1);
        let left = self.max_wait.saturating_sub(self.elapsed(now));
        Step::Poll(left.saturating_add(self.min_delay))
    }

    /// Says what came of the poll. `random` is a number in `0..1`, to draw a delay with.
    pub fn polled(&mut self, verdict: Verdict, now: Instant, random: f64) {
        let left = self.max_wait.saturating_sub(self.elapsed(now));
        let ended = match verdict {
            Verdict::Matched(State::Success) => Some(End::Success),
            Verdict::Matched(State::Failure) => Some(End::Failure),
            // The poll may have failed because its time was up.
            Verdict::Failed if self.is_cut_off(now) => Some(End::Exceeded),
            Verdict::Failed => Some(End::OperationFailed),
            Verdict::Matched(State::Retry) | Verdict::Unmatched if left.is_zero() => {
                Some(End::Exceeded)
            }
            Verdict::Matched(State::Retry) | Verdict::Unmatched => None,
        };
        self.state = match ended {
            Some(end) => Progress::Ended(end),
            None => match now.checked_add(self.delay(left, random)) {
                Some(until) => Progress::Waiting(until),
                // So late that no clock can tell.
                None => Progress::Ended(End::Exceeded),
            },
        };
    }

    /// How many polls were made.
    #[must_use]
    pub fn polls(&self) -> u32 {
        self.polls
    }

    /// How long the wait may take.
    #[must_use]
    pub fn max_wait(&self) -> Duration {
        self.max_wait
    }

    /// How long it has taken.
    #[must_use]
    pub fn elapsed(&self, now: Instant) -> Duration {
        now.saturating_duration_since(self.started)
    }

    fn is_cut_off(&self, now: Instant) -> bool {
        self.elapsed(now) >= self.max_wait.saturating_add(self.min_delay)
    }

    /// The time until the next poll: between the shortest delay and one that doubles with each poll, up to the longest.
    /// Where less than the shortest delay would be left after it, it lasts to the end of the wait.
    ///
    /// ([waiter retries](https://smithy.io/2.0/additional-specs/waiters.html#waiter-retries), but in fractions of a
    /// second)
    fn delay(&self, left: Duration, random: f64) -> Duration {
        let doublings = self.polls.saturating_sub(1);
        let factor = 2_u32.checked_pow(doublings).unwrap_or(u32::MAX);
        let ceiling = self.min_delay.saturating_mul(factor).min(self.max_delay);
        let spread = ceiling.saturating_sub(self.min_delay);
        let delay = self.min_delay + spread.mul_f64(random.clamp(0.0, 1.0));
        if left.saturating_sub(delay) <= self.min_delay {
            left
        } else {
            delay
        }
    }
}

#[cfg(test)]
mod tests;
