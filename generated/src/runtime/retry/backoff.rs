//! How long to wait before an attempt.

use std::time::Duration;

use http::HeaderMap;

use super::Reason;

/// The bounds of the waits that are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds {
    /// The longest wait before the first retry: 1 s by default.
    pub initial: Duration,
    /// The longest wait of all, and in generation 2.0 the longest that the service can ask for: 20 s by default.
    pub max: Duration,
}

impl Default for Bounds {
    /// Source: `RetryConfig::standard` in `aws-smithy-types/src/retry.rs`.
    fn default() -> Self {
        Self {
            initial: Duration::from_secs(1),
            max: Duration::from_secs(20),
        }
    }
}

/// How far above the drawn wait the service can push it in generation 2.1 (`calculate_backoff` in
/// `aws-smithy-runtime/src/client/retries/strategy/standard.rs`).
const MAX_ABOVE_DRAWN: Duration = Duration::from_secs(5);

/// The header with the service's wish, in milliseconds. `Retry-After` is not looked at.
const RETRY_AFTER: &str = "x-amz-retry-after";

/// Which generation of AWS's retry behaviour is followed: they differ in waits and prices.
///
/// The caller decides; the official client takes 2.1 if the environment has `AWS_NEW_RETRIES_2026=true`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Generation {
    /// Retry behaviour 2.0.
    #[default]
    V2_0,
    /// Retry behaviour 2.1.
    V2_1,
}

impl Generation {
    /// The upper bound of the wait before the first retry (`RetrySpec` in `aws-smithy-types/src/retry.rs`). 2.1 has
    /// one of its own for what is no throttling, unless the settings ask for less.
    fn initial_backoff(self, reason: Reason, set: Duration) -> Duration {
        match (self, reason) {
            (Self::V2_0, _) | (Self::V2_1, Reason::Throttling) => set,
            (Self::V2_1, _) => set.min(Duration::from_millis(50)),
        }
    }
}

/// Draws the wait before retry number `retry`: `random · min(initial · 2^(retry−1), max)`.
///
/// `retry` counts from 1, the second attempt of a call; 0 is taken as 1. `random` is in `0..1`; what is outside is
/// taken as the nearest bound, and what is no number as 1. In generation 2.1 the initial wait is at most 50 ms unless
/// throttled. Source: `calculate_exponential_backoff` in `aws-smithy-runtime/src/client/retries/strategy/standard.rs`.
#[must_use]
pub fn backoff(
    generation: Generation,
    bounds: Bounds,
    reason: Reason,
    retry: u32,
    random: f64,
) -> Duration {
    let random = if random.is_nan() {
        1.0
    } else {
        random.clamp(0.0, 1.0)
    };
    let longest = 2_u32
        .checked_pow(retry.saturating_sub(1))
        .and_then(|factor| {
            generation
                .initial_backoff(reason, bounds.initial)
                .checked_mul(factor)
        })
        .map_or(bounds.max, |longest| longest.min(bounds.max));
    // Rounding can make of the longest wait that there is one that there is not.
    Duration::try_from_secs_f64(longest.as_secs_f64() * random).unwrap_or(longest)
}

/// Combines a drawn wait with what the service asks for, if it does.
///
/// Generation 2.0 takes the service's wait, but no more than the longest of all; 2.1 takes the service's wait too, but
/// no less than the drawn one and no more than 5 s above it. Source: `calculate_backoff`, as for [`backoff()`].
#[must_use]
pub fn delay(
    generation: Generation,
    bounds: Bounds,
    drawn: Duration,
    asked: Option<Duration>,
) -> Duration {
    match (generation, asked) {
        (_, None) => drawn,
        (Generation::V2_0, Some(asked)) => asked.min(bounds.max),
        (Generation::V2_1, Some(asked)) => {
            asked.clamp(drawn, drawn.saturating_add(MAX_ABOVE_DRAWN))
        }
    }
}

/// Reads how long the service asks to wait: `x-amz-retry-after`, whole milliseconds.
///
/// `None` if the header is absent or no such number. Source: `retry_after_from_ctx` in
/// `aws-runtime/src/retries/classifiers.rs`.
#[must_use]
pub fn retry_after(headers: &HeaderMap) -> Option<Duration> {
    let milliseconds = headers.get(RETRY_AFTER)?.to_str().ok()?.parse().ok()?;
    Some(Duration::from_millis(milliseconds))
}

#[cfg(test)]
mod tests {
    use super::Generation::{V2_0, V2_1};
    use super::*;

    #[test]
    fn doubles_up_to_the_bound() {
        for (generation, reason, retry, random, milliseconds) in [
            (V2_0, Reason::Transient, 1, 1.0, 1_000),
            (V2_0, Reason::Transient, 2, 1.0, 2_000),
            (V2_0, Reason::Transient, 5, 1.0, 16_000),
            (V2_0, Reason::Transient, 6, 1.0, 20_000),
            (V2_0, Reason::Transient, 32, 1.0, 20_000),
            (V2_0, Reason::Transient, 33, 1.0, 20_000),
            (V2_0, Reason::Transient, u32::MAX, 1.0, 20_000),
            (V2_0, Reason::Throttling, 1, 1.0, 1_000),
            (V2_0, Reason::ClockSkew, 1, 1.0, 1_000),
            (V2_0, Reason::Modelled, 1, 1.0, 1_000),
            (V2_1, Reason::Throttling, 1, 1.0, 1_000),
            (V2_1, Reason::Throttling, 2, 1.0, 2_000),
            (V2_1, Reason::Throttling, 6, 1.0, 20_000),
            (V2_1, Reason::Transient, 1, 1.0, 50),
            (V2_1, Reason::Transient, 2, 1.0, 100),
            (V2_1, Reason::Transient, 9, 1.0, 12_800),
            (V2_1, Reason::Transient, 10, 1.0, 20_000),
            (V2_1, Reason::ClockSkew, 1, 1.0, 50),
            (V2_1, Reason::Modelled, 1, 1.0, 50),
            // The random number scales the bounded wait, not what is bounded.
            (V2_0, Reason::Transient, 6, 0.5, 10_000),
            (V2_0, Reason::Transient, 1, 0.25, 250),
            (V2_0, Reason::Transient, 1, 0.0, 0),
            // Out of range.
            (V2_0, Reason::Transient, 0, 1.0, 1_000),
            (V2_0, Reason::Transient, 1, -1.0, 0),
            (V2_0, Reason::Transient, 1, 2.0, 1_000),
            (V2_0, Reason::Transient, 1, f64::NAN, 1_000),
            (V2_0, Reason::Transient, 1, f64::INFINITY, 1_000),
        ] {
            assert_eq!(
                backoff(generation, Bounds::default(), reason, retry, random),
                Duration::from_millis(milliseconds),
                "{generation:?} {reason:?} {retry} {random}"
            );
        }
    }

    #[test]
    fn keeps_to_the_bounds_that_are_set() {
        let bounds = Bounds {
            initial: Duration::from_millis(10),
            max: Duration::from_millis(25),
        };
        for (generation, reason, retry, milliseconds) in [
            (V2_0, Reason::Transient, 1, 10),
            (V2_0, Reason::Transient, 2, 20),
            (V2_0, Reason::Transient, 3, 25),
            (V2_1, Reason::Transient, 1, 10),
            (V2_1, Reason::Throttling, 1, 10),
        ] {
            assert_eq!(
                backoff(generation, bounds, reason, retry, 1.0),
                Duration::from_millis(milliseconds)
            );
        }
        let asked = Some(Duration::from_secs(3));
        assert_eq!(delay(V2_0, bounds, Duration::ZERO, asked), bounds.max);
    }

    #[test]
    fn no_wait_is_too_long() {
        let bounds = Bounds {
            initial: Duration::MAX,
            max: Duration::MAX,
        };
        for (retry, random, expected) in [
            (1, 1.0, Duration::MAX),
            (2, 1.0, Duration::MAX),
            (9, 0.0, Duration::ZERO),
        ] {
            let wait = backoff(V2_0, bounds, Reason::Transient, retry, random);
            assert_eq!(wait, expected);
        }
        let asked = delay(V2_1, bounds, Duration::MAX, Some(Duration::MAX));
        assert_eq!(asked, Duration::MAX);
    }

    #[test]
    fn bounds_what_the_service_asks_for() {
        for (generation, drawn, asked, expected) in [
            (V2_0, 700, None, 700),
            (V2_0, 700, Some(0), 0),
            (V2_0, 700, Some(300), 300),
            (V2_0, 700, Some(1_500), 1_500),
            (V2_0, 700, Some(20_000), 20_000),
            (V2_0, 700, Some(20_001), 20_000),
            (V2_0, 700, Some(u64::MAX), 20_000),
            (V2_1, 700, None, 700),
            (V2_1, 700, Some(0), 700),
            (V2_1, 700, Some(300), 700),
            (V2_1, 700, Some(1_500), 1_500),
            (V2_1, 700, Some(5_700), 5_700),
            (V2_1, 700, Some(5_701), 5_700),
            (V2_1, 20_000, Some(u64::MAX), 25_000),
        ] {
            assert_eq!(
                delay(
                    generation,
                    Bounds::default(),
                    Duration::from_millis(drawn),
                    asked.map(Duration::from_millis)
                ),
                Duration::from_millis(expected),
                "{generation:?} {drawn} {asked:?}"
            );
        }
    }

    #[test]
    fn reads_milliseconds() {
        for (value, expected) in [
            ("0", Some(0)),
            ("1500", Some(1_500)),
            ("18446744073709551615", Some(u64::MAX)),
            ("18446744073709551616", None),
            ("-1", None),
            ("1.5", None),
            ("", None),
            ("Wed, 21 Oct 2015 07:28:00 GMT", None),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(RETRY_AFTER, value.parse().unwrap());
            assert_eq!(
                retry_after(&headers),
                expected.map(Duration::from_millis),
                "{value}"
            );
        }
    }

    #[test]
    fn looks_at_no_other_header() {
        let mut headers = HeaderMap::new();
        headers.insert("retry-after", "3".parse().unwrap());
        assert_eq!(retry_after(&headers), None);
    }
}
