//! How long a provider of credentials may take.

use std::time::Duration;

use crate::runtime::call::DEFAULT_CONNECT_TIMEOUT;
use crate::runtime::config::{Config, RetryConfig};

/// More waits than this are as long as the last of them.
const DOUBLINGS: u32 = 64;

/// How long a provider may take that retries over a network as the settings say: every attempt takes the time to connect
/// twice (3.1 s each at least), or as long as an attempt may take if that is longer, and every wait is the longest there
/// can be. By default 21.6 s. The official client has the same limit.
pub(super) fn load_timeout(config: &Config) -> Duration {
    let retry = config.retry_config().cloned();
    let retry = retry.unwrap_or_else(RetryConfig::standard);
    let limits = config.timeout_config();
    let connect = limits.and_then(|limits| limits.connect_timeout());
    let connect = connect.unwrap_or_default().max(DEFAULT_CONNECT_TIMEOUT);
    let attempt = limits.and_then(|limits| limits.operation_attempt_timeout());
    let attempt = connect.saturating_mul(2).max(attempt.unwrap_or_default());
    let attempts = retry.max_attempts();
    let waits = waits(&retry, attempts.saturating_sub(1));
    attempt.saturating_mul(attempts).saturating_add(waits)
}

/// The longest that so many waits can take together.
fn waits(retry: &RetryConfig, count: u32) -> Duration {
    let mut wait = retry.initial_backoff().min(retry.max_backoff());
    let mut sum = Duration::ZERO;
    for _ in 0..count.min(DOUBLINGS) {
        sum = sum.saturating_add(wait);
        wait = wait.saturating_mul(2).min(retry.max_backoff());
    }
    let rest = wait.saturating_mul(count.saturating_sub(DOUBLINGS));
    sum.saturating_add(rest)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::runtime::config::TimeoutConfig;

    fn seconds(retry: RetryConfig, limits: TimeoutConfig) -> f64 {
        let config = Config::builder().retry_config(retry).timeout_config(limits);
        load_timeout(&config.build()).as_secs_f64()
    }

    #[test]
    fn follows_retries_and_time_outs() {
        let limits = TimeoutConfig::builder;
        let after = Duration::from_secs;
        let standard = RetryConfig::standard;
        assert_eq!(
            load_timeout(&Config::builder().build()),
            Duration::from_millis(21_600)
        );
        for (retry, limits, expected) in [
            (standard(), limits(), 21.6),
            (standard().with_max_attempts(1), limits(), 6.2),
            (standard().with_max_attempts(5), limits(), 46.0),
            // 1, 2, 4, 8, 16, and then 20 each.
            (standard().with_max_attempts(9), limits(), 146.8),
            (
                standard().with_initial_backoff(Duration::ZERO),
                limits(),
                18.6,
            ),
            (standard().with_max_backoff(after(1)), limits(), 20.6),
            (standard(), limits().connect_timeout(after(10)), 63.0),
            (standard(), limits().connect_timeout(after(1)), 21.6),
            (
                standard(),
                limits().operation_attempt_timeout(after(9)),
                30.0,
            ),
            (
                standard(),
                limits().operation_attempt_timeout(after(1)),
                21.6,
            ),
            (
                standard(),
                limits().read_timeout(after(90)).operation_timeout(after(1)),
                21.6,
            ),
        ] {
            assert_eq!(seconds(retry, limits.build()), expected);
        }
        let many = standard().with_max_attempts(u32::MAX);
        assert!(seconds(many, limits().connect_timeout(Duration::MAX).build()) > 1e18);
    }
}
