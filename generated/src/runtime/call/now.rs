//! The time, as whoever drives a call tells it.

use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

/// A moment, by two clocks.
#[derive(Clone, Copy, Debug)]
pub struct Now {
    /// By a clock that is never set: what time-outs are counted with.
    pub instant: Instant,
    /// By the clock on the wall: what signatures are made with.
    pub time: SystemTime,
}

impl Now {
    /// What the clocks say.
    #[must_use]
    pub fn read() -> Self {
        Self {
            instant: Instant::now(),
            time: SystemTime::now(),
        }
    }

    /// A later moment; the same, if it is so much later that the clocks cannot tell.
    #[must_use]
    pub fn after(self, duration: Duration) -> Self {
        Self {
            instant: self.instant.checked_add(duration).unwrap_or(self.instant),
            time: self.time.checked_add(duration).unwrap_or(self.time),
        }
    }

    /// The time as the rate limiter counts it.
    pub(super) fn since_epoch(self) -> Duration {
        self.time.duration_since(UNIX_EPOCH).unwrap_or_default()
    }
}
