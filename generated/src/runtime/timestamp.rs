//! Timestamps as text: one place for what the JSON codec and the HTTP bindings share.

use aws_smithy_types::DateTime;

pub use aws_smithy_types::date_time::Format;

/// Reads `date-time` (with any offset) or `http-date` text.
pub(crate) fn parse_date(text: &str) -> Option<DateTime> {
    DateTime::from_str(text, Format::DateTimeWithOffset)
        .or_else(|_| DateTime::from_str(text, Format::HttpDate))
        .ok()
}

/// Reads the text of a number as seconds since the epoch. Digits beyond the nanosecond are dropped.
pub(crate) fn parse_epoch_seconds(text: &str) -> Option<DateTime> {
    if text.contains(['e', 'E']) {
        let seconds: f64 = text.parse().ok()?;
        // `i64::MAX as f64` is 2^63, the first value that does not fit.
        let fits = seconds.abs() < i64::MAX as f64;
        return fits.then(|| DateTime::from_secs_f64(seconds));
    }
    let end = text
        .find('.')
        .map_or(text.len(), |dot| text.len().min(dot + 10));
    DateTime::from_str(text.get(..end)?, Format::EpochSeconds).ok()
}

/// Writes a timestamp as text.
///
/// A date that `format` cannot express (outside of the years 1 to 9999) becomes seconds since the epoch, the way
/// `DateTime` displays itself: exact, and for the service to refuse.
pub(crate) fn to_text(value: &DateTime, format: Format) -> String {
    value.fmt(format).unwrap_or_else(|_| value.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_dates_in_both_formats() {
        let expected = Some(DateTime::from_secs(1_576_540_098));
        assert_eq!(parse_date("2019-12-16T23:48:18Z"), expected);
        assert_eq!(parse_date("2019-12-17T00:48:18+01:00"), expected);
        assert_eq!(parse_date("2019-12-16T22:48:18-01:00"), expected);
        assert_eq!(parse_date("Mon, 16 Dec 2019 23:48:18 GMT"), expected);
        assert_eq!(parse_date("2019-12-16"), None);
        assert_eq!(parse_date("1576540098"), None);
        assert_eq!(parse_date(""), None);
        assert_eq!(parse_date("Mon, 16 Dec 2019 23:48:18. GMT"), None);
    }

    #[test]
    fn reads_epoch_seconds() {
        let at = |seconds, nanos| Some(DateTime::from_secs_and_nanos(seconds, nanos));
        assert_eq!(parse_epoch_seconds("1398796238"), at(1_398_796_238, 0));
        assert_eq!(parse_epoch_seconds("1.5"), at(1, 500_000_000));
        assert_eq!(parse_epoch_seconds("-0.5"), at(-1, 500_000_000));
        assert_eq!(parse_epoch_seconds("0.1234567891"), at(0, 123_456_789));
        assert_eq!(parse_epoch_seconds("1.398796238e9"), at(1_398_796_238, 0));
        assert_eq!(parse_epoch_seconds("1e300"), None);
        assert_eq!(parse_epoch_seconds("9223372036854775808"), None);
        assert_eq!(parse_epoch_seconds("1.é00000000"), None);
        assert_eq!(parse_epoch_seconds("x"), None);
    }

    #[test]
    fn a_date_beyond_the_format_becomes_epoch_seconds() {
        let value = DateTime::from_secs(253_402_300_800);
        assert_eq!(to_text(&value, Format::DateTime), "253402300800");
        assert_eq!(to_text(&value, Format::HttpDate), "253402300800");
    }
}
