//! How long a call may take.

use std::time::{Duration, Instant};

use crate::runtime::call::core::Timeouts;
use crate::runtime::call::failure::{Elapsed, Failure, Limited};
use crate::runtime::call::now::Now;

/// When a call has to end, and how long each attempt may take until then.
#[derive(Clone, Copy, Debug)]
pub(super) struct Deadline {
    timeouts: Timeouts,
    /// `None` if the call may take for ever, or so long that no clock can tell.
    at: Option<Instant>,
}

impl Deadline {
    /// The deadline of a call that begins now.
    pub(super) fn new(timeouts: Timeouts, now: Now) -> Self {
        let at = timeouts
            .operation
            .and_then(|timeout| now.instant.checked_add(timeout));
        Self { timeouts, at }
    }

    pub(super) fn has_passed(&self, now: Now) -> bool {
        self.at.is_some_and(|at| at <= now.instant)
    }

    /// The wait, but not longer than until the deadline.
    pub(super) fn bound(&self, wait: Duration, now: Now) -> Duration {
        self.left(now).map_or(wait, |left| wait.min(left))
    }

    /// How long an attempt may take from now on, and which limit says so.
    pub(super) fn attempt_limit(&self, now: Now) -> Option<(Duration, Limited)> {
        match (self.timeouts.attempt, self.left(now)) {
            (Some(attempt), Some(left)) if attempt < left => Some((attempt, Limited::Attempt)),
            (_, Some(left)) => Some((left, Limited::Operation)),
            (Some(attempt), None) => Some((attempt, Limited::Attempt)),
            (None, None) => None,
        }
    }

    /// The failure of a call or an attempt that took all its time.
    pub(super) fn elapsed(&self, what: Limited) -> Failure {
        let limit = match what {
            Limited::Operation => self.timeouts.operation,
            _ => self.timeouts.attempt,
        };
        let limit = limit.unwrap_or_default();
        Failure::Timeout(Elapsed { what, limit }.into())
    }

    fn left(&self, now: Now) -> Option<Duration> {
        self.at.map(|at| at.saturating_duration_since(now.instant))
    }
}
