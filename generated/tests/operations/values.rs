//! What the samples of several pages have in common.

use ivs_realtime::primitives::DateTime;

/// So many seconds after 2024-01-01T00:00:00Z.
pub(crate) fn second(offset: i64) -> DateTime {
    DateTime::from_secs(1_704_067_200 + offset)
}

/// The seven headers of an answer that are members of some outputs.
pub(crate) const HEADERS: [(&str, &str); 7] = [
    ("Access-Control-Allow-Origin", "https://a.example"),
    ("Access-Control-Expose-Headers", "x-a, x-b"),
    ("Cache-Control", "no-store"),
    ("Content-Security-Policy", "default-src 'self'"),
    ("Strict-Transport-Security", "max-age=31536000"),
    ("X-Content-Type-Options", "nosniff"),
    ("X-Frame-Options", "DENY"),
];

/// Answers in which an output finds nothing that it knows.
pub(crate) const NOTHING: [&str; 5] = [
    "",
    " ",
    "{}",
    "null",
    r#"{"later":[{"a":1}],"__type":"none"}"#,
];
