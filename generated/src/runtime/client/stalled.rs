//! How slowly the body of an answer may come.

use std::time::Duration;

use crate::runtime::config::Config;

/// How long a body may be too slow unless the settings say otherwise.
const GRACE_PERIOD: Duration = Duration::from_secs(5);

/// How long a body may be too slow; `None` is for ever.
pub(super) fn grace_period(config: &Config) -> Option<Duration> {
    match config.stalled_stream_protection() {
        Some(protection) if !protection.download_enabled() => None,
        Some(protection) => Some(protection.grace_period()),
        None => Some(GRACE_PERIOD),
    }
}
