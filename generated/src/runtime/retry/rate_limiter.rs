//! The brake of the adaptive mode: once the service has throttled, requests wait for their turn.
//!
//! Tokens to send with flow in at a rate that a throttled attempt cuts down, and that grows again along the curve of
//! CUBIC (RFC 9438): fast up to near the old rate, flat around it, then fast again. Source:
//! `aws-smithy-runtime/src/client/retries/client_rate_limiter.rs`.
//!
//! Times are durations since a start that is one and the same for all who share a limiter, such as the Unix epoch.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use super::partitions::Partitions;

/// The lowest rate, in tokens per second.
const MIN_FILL_RATE: f64 = 0.5;
/// The lowest capacity, in tokens.
const MIN_CAPACITY: f64 = 1.0;
/// How much the latest measurement weighs in the measured rate.
const SMOOTH: f64 = 0.8;
/// What throttling leaves of the rate.
const BETA: f64 = 0.7;
/// How steep the curve is on which the rate grows.
const SCALE_CONSTANT: f64 = 0.4;
/// The rate is at most this many times the measured one.
const MAX_OVER_MEASURED: f64 = 2.0;
/// How many times in a second the rate is measured.
const MEASUREMENTS_PER_SECOND: f64 = 2.0;

static SHARED: Partitions<RateLimiter> = Partitions::new();

/// What an attempt costs, in tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SendCost {
    /// The first attempt of a call, and in generation 2.1 every one: 1.
    Attempt,
    /// A retry in generation 2.0: 5.
    Retry,
    /// A retry in generation 2.0 after throttling: 10.
    RetryAfterThrottling,
}

/// A limiter. A clone is the same limiter.
///
/// It lets everything pass until it has heard of throttling for the first time.
#[derive(Clone, Debug)]
pub struct RateLimiter {
    state: Arc<Mutex<State>>,
}

#[derive(Debug)]
struct State {
    /// Whether there was throttling at all.
    enabled: bool,
    /// Tokens per second.
    fill_rate: f64,
    capacity: f64,
    tokens: f64,
    /// When tokens flowed in last, in seconds.
    filled_at: Option<f64>,
    /// Attempts per second.
    measured_rate: f64,
    /// When the measurement under way began, in seconds.
    measured_from: f64,
    /// How many attempts it has counted.
    attempts: u32,
    /// The rate at the latest throttling.
    last_max_rate: f64,
    /// When that was, in seconds.
    throttled_at: f64,
}

impl SendCost {
    fn tokens(self) -> f64 {
        match self {
            Self::Attempt => 1.0,
            Self::Retry => 5.0,
            Self::RetryAfterThrottling => 10.0,
        }
    }
}

impl RateLimiter {
    /// A limiter that nobody shares, and that begins to measure at `now`.
    #[must_use]
    pub fn new(now: Duration) -> Self {
        Self {
            state: Arc::new(Mutex::new(State::new(now.as_secs_f64()))),
        }
    }

    /// The limiter that everybody in the process gets who asks for this partition. The first one makes it, at `now`.
    #[must_use]
    pub fn shared(partition: &str, now: Duration) -> Self {
        SHARED.get_or_insert(partition, || Self::new(now))
    }

    /// Takes the tokens of an attempt.
    ///
    /// # Errors
    ///
    /// How long it takes until there are enough, if there are not: more than nothing, and at most 20 s. No token is
    /// taken then. Whoever waits has to ask again, because others may have been faster.
    pub fn acquire(&self, cost: SendCost, now: Duration) -> Result<(), Duration> {
        self.state().acquire(cost.tokens(), now.as_secs_f64())
    }

    /// Hears of the end of an attempt, whatever its result.
    pub fn after_attempt(&self, throttled: bool, now: Duration) {
        self.state().after_attempt(throttled, now.as_secs_f64());
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // Nothing that holds the lock can panic, and any numbers will do.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    fn new(now: f64) -> Self {
        Self {
            enabled: false,
            fill_rate: 0.0,
            capacity: f64::MAX,
            tokens: 0.0,
            filled_at: None,
            measured_rate: MIN_FILL_RATE,
            measured_from: now.floor(),
            attempts: 0,
            last_max_rate: 0.0,
            throttled_at: now,
        }
    }

    fn acquire(&mut self, cost: f64, now: f64) -> Result<(), Duration> {
        if !self.enabled {
            return Ok(());
        }
        self.fill(now);
        // Throttling has set the rate, to no less than `MIN_FILL_RATE`.
        let wait = Duration::from_secs_f64((cost - self.tokens).max(0.0) / self.fill_rate);
        // A shortage of less than a nanosecond is none: nobody could wait that short.
        if wait.is_zero() {
            self.tokens = (self.tokens - cost).max(0.0);
            Ok(())
        } else {
            Err(wait)
        }
    }

    fn after_attempt(&mut self, throttled: bool, now: f64) {
        self.measure(now);
        let rate = if throttled {
            let rate = if self.enabled {
                self.measured_rate.min(self.fill_rate)
            } else {
                self.measured_rate
            };
            self.last_max_rate = rate;
            self.throttled_at = now;
            self.enabled = true;
            rate * BETA
        } else {
            self.grown_rate(now)
        };
        let rate = rate.min(MAX_OVER_MEASURED * self.measured_rate);
        // What has flowed in so far did so at the old rate.
        self.fill(now);
        self.fill_rate = rate.max(MIN_FILL_RATE);
        self.capacity = rate.max(MIN_CAPACITY);
        self.tokens = self.tokens.min(self.capacity);
    }

    fn fill(&mut self, now: f64) {
        let filled_at = self.filled_at.unwrap_or(now);
        // A clock that is set back takes no tokens away.
        let inflow = (now - filled_at).max(0.0) * self.fill_rate;
        self.tokens = (self.tokens + inflow).min(self.capacity);
        self.filled_at = Some(now);
    }

    fn measure(&mut self, now: f64) {
        self.attempts = self.attempts.saturating_add(1);
        let until = (now * MEASUREMENTS_PER_SECOND).floor() / MEASUREMENTS_PER_SECOND;
        if until > self.measured_from {
            let rate = f64::from(self.attempts) / (until - self.measured_from);
            self.measured_rate = rate * SMOOTH + self.measured_rate * (1.0 - SMOOTH);
            self.attempts = 0;
            self.measured_from = until;
        }
    }

    /// The curve: it passes the rate of the latest throttling `recovery` seconds after that.
    fn grown_rate(&self, now: f64) -> f64 {
        let recovery = (self.last_max_rate * (1.0 - BETA) / SCALE_CONSTANT).cbrt();
        SCALE_CONSTANT * (now - self.throttled_at - recovery).powi(3) + self.last_max_rate
    }
}

#[cfg(test)]
mod tests;
