//! The time by Tokio's clock, which a test may have paused.

use std::time::{Instant, SystemTime};

use crate::runtime::call::Now;

/// The time by the clock that waits go by.
pub(super) fn instant() -> Instant {
    tokio::time::Instant::now().into_std()
}

/// What the clocks say when a call begins.
pub(super) fn now() -> Now {
    Now {
        instant: instant(),
        time: SystemTime::now(),
    }
}

/// What they say later. The clock on the wall does not know of waits that a paused clock has skipped: at least as much
/// time has passed as by Tokio's.
pub(super) fn later(than: Now) -> Now {
    let instant = instant();
    let passed = instant.saturating_duration_since(than.instant);
    Now {
        instant,
        time: SystemTime::now().max(than.after(passed).time),
    }
}
