//! How far the service's clock is ahead of ours: signatures are made for its time.
//!
//! Source: `aws-runtime/src/service_clock_skew.rs`. Where the correction is switched off (the official client looks at
//! `AWS_DISABLE_CLOCK_SKEW_CORRECTION`), the caller measures nothing.

use std::ops::Range;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{Duration, SystemTime};

use aws_smithy_types::DateTime;
use aws_smithy_types::date_time::Format;
use http::HeaderMap;
use http::header::{AGE, DATE};

/// A skew up to this explains no refused signature.
const MAX_HARMLESS: Duration = Duration::from_secs(4 * 60);

/// Nothing is measured with an attempt that took longer.
const MAX_ROUND_TRIP: Duration = Duration::from_secs(15 * 60);

/// The years 2000 to 2199, in seconds since 1970: what is outside is no clock of a service, and a signature for it might
/// not even be written.
const PLAUSIBLE: Range<i64> = 946_684_800..7_258_118_400;

/// The codes that a skew can explain.
const CODES: [&str; 5] = [
    "InvalidSignatureException",
    "SignatureDoesNotMatch",
    "AuthFailure",
    "RequestTimeTooSkewed",
    "AccessDeniedException",
];

/// How far the service's clock is ahead of ours, in milliseconds; negative if it is behind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct ClockSkew {
    milliseconds: i64,
}

impl ClockSkew {
    /// A skew that is known from elsewhere.
    #[must_use]
    pub const fn from_millis(milliseconds: i64) -> Self {
        Self { milliseconds }
    }

    /// The skew in milliseconds.
    #[must_use]
    pub const fn as_millis(self) -> i64 {
        self.milliseconds
    }

    /// Measures the skew with the headers of an answer, success or not: its `Date` minus the middle between the times,
    /// by our clock, of sending the request and of receiving the answer. Parts of a millisecond are dropped.
    ///
    /// `None` if it cannot be told: there is no `Date`, or none that can be read and is of this time; there is an `Age`, so the answer was
    /// kept in a cache; or more than 15 minutes went by. If the clock was set back meanwhile, no time went by.
    #[must_use]
    pub fn measure(headers: &HeaderMap, sent: SystemTime, received: SystemTime) -> Option<Self> {
        if headers.contains_key(AGE) {
            return None;
        }
        let date = headers.get(DATE)?.to_str().ok()?;
        let date = DateTime::from_str(date, Format::HttpDate).ok()?;
        if !PLAUSIBLE.contains(&date.secs()) {
            return None;
        }
        let date = SystemTime::try_from(date).ok()?;
        let round_trip = received.duration_since(sent).unwrap_or_default();
        if round_trip > MAX_ROUND_TRIP {
            return None;
        }
        let middle = sent.checked_add(round_trip / 2)?;
        let milliseconds = match date.duration_since(middle) {
            Ok(ahead) => i64::try_from(ahead.as_millis()).ok()?,
            Err(behind) => -i64::try_from(behind.duration().as_millis()).ok()?,
        };
        Some(Self { milliseconds })
    }

    /// How far the clocks disagree, in whichever direction.
    #[must_use]
    pub const fn magnitude(self) -> Duration {
        Duration::from_millis(self.milliseconds.unsigned_abs())
    }

    /// The service's time at a time of ours: what a request is signed with. A presigned one is signed with our time.
    ///
    /// The same time, if the shifted one cannot be told.
    #[must_use]
    pub fn apply(self, time: SystemTime) -> SystemTime {
        let shifted = if self.milliseconds < 0 {
            time.checked_sub(self.magnitude())
        } else {
            time.checked_add(self.magnitude())
        };
        shifted.unwrap_or(time)
    }

    /// Whether the skew may be why the service answered with this code: it is more than 4 minutes, and the code is one
    /// of a refused signature or of refused access.
    #[must_use]
    pub fn explains(self, code: &str) -> bool {
        self.magnitude() > MAX_HARMLESS && CODES.contains(&code)
    }
}

/// The skew that a client has measured last, for the signatures to come. A clone is the same one; it is nothing at
/// first.
///
/// A call reads it when it begins and from then on signs with what its own answers say, so that the answers to other
/// calls do not get between an attempt and its retry. Every answer that a skew could be measured with is recorded.
#[derive(Clone, Debug, Default)]
pub struct ClientClockSkew {
    milliseconds: Arc<AtomicI64>,
}

impl ClientClockSkew {
    /// What was recorded last.
    #[must_use]
    pub fn get(&self) -> ClockSkew {
        ClockSkew::from_millis(self.milliseconds.load(Ordering::Relaxed))
    }

    /// Records what was measured.
    pub fn record(&self, skew: ClockSkew) {
        self.milliseconds.store(skew.as_millis(), Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 2015-10-21T07:28:00Z.
    const DATE_TEXT: &str = "Wed, 21 Oct 2015 07:28:00 GMT";
    const DATE_MILLIS: u64 = 1_445_412_480_000;

    fn time(milliseconds: u64) -> SystemTime {
        SystemTime::UNIX_EPOCH + Duration::from_millis(milliseconds)
    }

    fn headers(pairs: &[(&'static str, &str)]) -> HeaderMap {
        pairs
            .iter()
            .map(|(name, value)| (name.parse().unwrap(), value.parse().unwrap()))
            .collect()
    }

    fn measured(sent: u64, received: u64) -> Option<i64> {
        let headers = headers(&[("date", DATE_TEXT)]);
        ClockSkew::measure(&headers, time(sent), time(received)).map(ClockSkew::as_millis)
    }

    #[test]
    fn measures_from_the_middle() {
        let date = DATE_MILLIS;
        for (sent, received, expected) in [
            (date, date, Some(0)),
            (date - 100, date + 100, Some(0)),
            (date - 600_000, date - 598_000, Some(599_000)),
            (date + 600_000, date + 602_000, Some(-601_000)),
            // The clock was set back.
            (date + 1_000, date, Some(-1_000)),
            (date, date + 900_000, Some(-450_000)),
            (date, date + 900_001, None),
            (0, 0, Some(1_445_412_480_000)),
        ] {
            assert_eq!(measured(sent, received), expected, "{sent} {received}");
        }
    }

    #[test]
    fn drops_parts_of_a_millisecond() {
        let headers = headers(&[("date", DATE_TEXT)]);
        for (microseconds, expected) in [(999, 0), (1_001, 1)] {
            let part = Duration::from_micros(microseconds);
            let before = time(DATE_MILLIS) - part;
            let skew = ClockSkew::measure(&headers, before, before);
            assert_eq!(skew, Some(ClockSkew::from_millis(expected)));
            let after = time(DATE_MILLIS) + part;
            let skew = ClockSkew::measure(&headers, after, after);
            assert_eq!(skew, Some(ClockSkew::from_millis(-expected)));
        }
    }

    #[test]
    fn measures_nothing_without_a_date_that_can_be_trusted() {
        for pairs in [
            &[] as &[_],
            &[("date", "yesterday")],
            &[("date", "")],
            &[("date", "2015-10-21T07:28:00Z")],
            &[("date", "Fri, 31 Dec 9999 23:59:59 GMT")],
            &[("date", "Thu, 01 Jan 1970 00:00:00 GMT")],
            &[("date", DATE_TEXT), ("age", "0")],
        ] {
            let now = time(DATE_MILLIS);
            let skew = ClockSkew::measure(&headers(pairs), now, now);
            assert_eq!(skew, None, "{pairs:?}");
        }
    }

    #[test]
    fn explains_refusals_beyond_four_minutes() {
        for code in CODES {
            for (milliseconds, expected) in [
                (0, false),
                (240_000, false),
                (240_001, true),
                (-240_000, false),
                (-240_001, true),
                (i64::MIN, true),
            ] {
                let skew = ClockSkew::from_millis(milliseconds);
                assert_eq!(skew.explains(code), expected, "{code} {milliseconds}");
            }
        }
        assert!(!ClockSkew::from_millis(600_000).explains("ValidationException"));
    }

    #[test]
    fn shifts_a_time() {
        let now = time(DATE_MILLIS);
        for (milliseconds, expected) in [
            (0, now),
            (600_001, time(DATE_MILLIS + 600_001)),
            (-600_001, time(DATE_MILLIS - 600_001)),
        ] {
            assert_eq!(ClockSkew::from_millis(milliseconds).apply(now), expected);
        }
    }

    #[test]
    fn is_the_clients() {
        let client = ClientClockSkew::default();
        assert_eq!(client.get(), ClockSkew::from_millis(0));
        client.clone().record(ClockSkew::from_millis(-5));
        assert_eq!(client.get(), ClockSkew::from_millis(-5));
    }
}
