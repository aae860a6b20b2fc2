//! The rules of a client, and the state of one call that follows them.

use std::time::Duration;

use super::{
    Bounds, Generation, Outcome, Permit, RateLimiter, Reason, SendCost, TokenBucket, Verdict,
    backoff, classify, delay, retry_cost,
};

/// The rules that a client retries by. The default is the official client's.
#[derive(Clone, Debug)]
pub struct Policy {
    /// Whether there is a brake on sending.
    pub mode: Mode,
    /// Which waits and prices hold.
    pub generation: Generation,
    /// How often a call is sent at most, the first time included: 3 by default. 0 is taken as 1, which means that
    /// nothing is retried. Source: `RetryConfig::standard` in `aws-smithy-types/src/retry.rs`.
    pub max_attempts: u32,
    /// The bounds of the waits.
    pub bounds: Bounds,
}

/// AWS's retry modes.
#[derive(Clone, Debug, Default)]
pub enum Mode {
    /// Retries are paid from the bucket.
    #[default]
    Standard,
    /// Moreover, once throttled, every attempt waits for its turn.
    Adaptive(RateLimiter),
}

/// Whether an attempt may be sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[must_use]
pub enum Permission {
    /// Now.
    Send,
    /// Not yet: wait this long, then ask again.
    AskAgainAfter(Duration),
}

/// What is to be done after an attempt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[must_use]
pub enum Decision {
    /// The call has the result that the attempt had.
    Done,
    /// Wait this long, then ask for permission to send again.
    RetryAfter(Duration),
}

/// The retries of one call.
#[derive(Debug)]
pub struct RetryState {
    policy: Policy,
    bucket: TokenBucket,
    attempts: u32,
    permit: Option<Permit>,
}

impl Default for Policy {
    fn default() -> Self {
        Self {
            mode: Mode::default(),
            generation: Generation::default(),
            max_attempts: 3,
            bounds: Bounds::default(),
        }
    }
}

impl RetryState {
    /// A call that was not sent yet. Its retries are paid from `bucket`.
    #[must_use]
    pub fn new(policy: Policy, bucket: TokenBucket) -> Self {
        Self {
            policy,
            bucket,
            attempts: 0,
            permit: None,
        }
    }

    /// How many attempts have ended.
    #[must_use]
    pub fn attempts(&self) -> u32 {
        self.attempts
    }

    /// Asks whether the next attempt may be sent. `now` is a time as the [`RateLimiter`] counts it.
    ///
    /// Only in the adaptive mode it may have to wait: before the first attempt, and in generation 2.1 before each. In
    /// generation 2.0 the wait before a retry is part of [`Decision::RetryAfter`]. Source: `try_op` and
    /// `acquire_adaptive_send_token` in `aws-smithy-runtime/src/client/orchestrator.rs`.
    pub fn before_attempt(&self, now: Duration) -> Permission {
        match (&self.policy.mode, self.policy.generation, self.attempts) {
            (Mode::Standard, _, _) | (Mode::Adaptive(_), Generation::V2_0, 1..) => Permission::Send,
            (Mode::Adaptive(limiter), _, _) => limiter
                .acquire(SendCost::Attempt, now)
                .map_or_else(Permission::AskAgainAfter, |()| Permission::Send),
        }
    }

    /// Decides what is to be done after an attempt. `now` is a time as the [`RateLimiter`] counts it, and `random` a
    /// random number in `0..1`, as for [`backoff()`].
    ///
    /// A retry is paid for here. After a success the price of the last one is paid back, and a call without a retry
    /// earns a token. Source: `should_attempt_retry` in
    /// `aws-smithy-runtime/src/client/retries/strategy/standard.rs`.
    pub fn after_attempt(&mut self, outcome: &Outcome<'_>, now: Duration, random: f64) -> Decision {
        self.attempts = self.attempts.saturating_add(1);
        let verdict = classify(outcome);
        if let Mode::Adaptive(limiter) = &self.policy.mode {
            limiter.after_attempt(verdict == Verdict::Retryable(Reason::Throttling), now);
        }
        match verdict {
            Verdict::Success => {
                match self.permit.take() {
                    Some(permit) => permit.give_back(),
                    None => self.bucket.regenerate(),
                }
                Decision::Done
            }
            Verdict::NotRetryable => Decision::Done,
            Verdict::Retryable(reason) => self.retry(reason, outcome.retry_after(), now, random),
        }
    }

    fn retry(
        &mut self,
        reason: Reason,
        asked: Option<Duration>,
        now: Duration,
        random: f64,
    ) -> Decision {
        if self.attempts >= self.policy.max_attempts {
            return Decision::Done;
        }
        let generation = self.policy.generation;
        let Some(permit) = self.bucket.acquire(retry_cost(generation, reason)) else {
            return Decision::Done;
        };
        // The permit of an earlier retry is dropped: its tokens are spent.
        self.permit = Some(permit);
        Decision::RetryAfter(self.wait_of_limiter(reason, now).unwrap_or_else(|| {
            let bounds = self.policy.bounds;
            let drawn = backoff(generation, bounds, reason, self.attempts, random);
            delay(generation, bounds, drawn, asked)
        }))
    }

    /// The wait that the rate limiter puts in place of every other: in generation 2.0, if it has no tokens. A retry
    /// that waits takes none. Like every wait it is bounded by the longest of all.
    fn wait_of_limiter(&self, reason: Reason, now: Duration) -> Option<Duration> {
        let (Mode::Adaptive(limiter), Generation::V2_0) =
            (&self.policy.mode, self.policy.generation)
        else {
            return None;
        };
        let cost = match reason {
            Reason::Throttling => SendCost::RetryAfterThrottling,
            Reason::Transient | Reason::ClockSkew | Reason::Modelled => SendCost::Retry,
        };
        let wait = limiter.acquire(cost, now).err()?;
        Some(wait.min(self.policy.bounds.max))
    }
}

#[cfg(test)]
mod tests;
