//! What the result of an attempt means for retrying.
//!
//! The official client runs a chain of classifiers, and the last one with an opinion wins: HTTP status, clock skew,
//! error code, `@retryable`, transport. Here the same chain is read from its end: the first opinion wins.

use std::time::Duration;

use http::StatusCode;

use super::ClockSkew;

/// Codes of throttling (`THROTTLING_ERRORS` in `aws-runtime/src/retries/classifiers.rs`).
const THROTTLING_CODES: [&str; 14] = [
    "Throttling",
    "ThrottlingException",
    "ThrottledException",
    "RequestThrottledException",
    "TooManyRequestsException",
    "ProvisionedThroughputExceededException",
    "TransactionInProgressException",
    "RequestLimitExceeded",
    "BandwidthLimitExceeded",
    "LimitExceededException",
    "RequestThrottled",
    "SlowDown",
    "PriorRequestNotComplete",
    "EC2ThrottledException",
];

/// Codes of what passes by itself (`TRANSIENT_ERRORS` in `aws-runtime/src/retries/classifiers.rs`).
const TRANSIENT_CODES: [&str; 2] = ["RequestTimeout", "RequestTimeoutException"];

/// Statuses of what passes by itself (`TRANSIENT_ERROR_STATUS_CODES` in
/// `aws-smithy-runtime/src/client/retries/classifiers.rs`). 429 is none of them.
const TRANSIENT_STATUSES: [StatusCode; 4] = [
    StatusCode::INTERNAL_SERVER_ERROR,
    StatusCode::BAD_GATEWAY,
    StatusCode::SERVICE_UNAVAILABLE,
    StatusCode::GATEWAY_TIMEOUT,
];

/// What came of one attempt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome<'a> {
    /// A success, and it could be read.
    Success,
    /// An answer whose status says success but that could not be decoded. It was carried out: it is not sent again.
    Undecodable,
    /// The service answered with an error.
    Error(ErrorAnswer<'a>),
    /// No whole answer came.
    Transport(TransportFailure),
}

/// What an error answer says that matters for retrying.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ErrorAnswer<'a> {
    /// The HTTP status.
    pub status: StatusCode,
    /// The error code, shortened to its name: `ThrottlingException`.
    pub code: Option<&'a str>,
    /// What the model's `@retryable` says of this error, if it has the trait.
    pub modelled: Option<Modelled>,
    /// What [`ClockSkew::measure`] made of the answer; `None` too where the correction is switched off.
    pub skew: Option<ClockSkew>,
    /// What [`retry_after`](super::retry_after) read from the headers.
    pub retry_after: Option<Duration>,
}

/// The model's trait `@retryable`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Modelled {
    /// `@retryable`.
    Retryable,
    /// `@retryable(throttling: true)`.
    Throttling,
}

/// Why no whole answer came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TransportFailure {
    /// Connecting, sending or receiving failed.
    Io,
    /// Connecting or reading took too long, or the whole attempt did. Not the timeout of the call: that ends it.
    Timeout,
    /// What came was no HTTP answer, or it broke off.
    BadResponse,
    /// Anything else, such as a request that no connector can send. Sending it again would not help.
    Other,
}

/// What the result of an attempt means for retrying.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It is done.
    Success,
    /// It failed, and would fail again.
    NotRetryable,
    /// It failed, and may succeed if sent again.
    Retryable(Reason),
}

/// Why sending again may help. It decides on the wait and on the price.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Too much was asked of the service.
    Throttling,
    /// The transport or the service failed in a way that passes.
    Transient,
    /// The signature was refused and the clocks disagree: the next one is made for the service's time. The official
    /// client calls this a server error.
    ClockSkew,
    /// The model says `@retryable`. The official client calls this a client or server error; nothing depends on which.
    Modelled,
}

impl<'a> ErrorAnswer<'a> {
    /// An answer of which no more is known than its status and code.
    #[must_use]
    pub fn new(status: StatusCode, code: Option<&'a str>) -> Self {
        Self {
            status,
            code,
            modelled: None,
            skew: None,
            retry_after: None,
        }
    }
}

impl Outcome<'_> {
    /// How long the service asks to wait.
    pub(super) fn retry_after(&self) -> Option<Duration> {
        match self {
            Self::Error(answer) => answer.retry_after,
            _ => None,
        }
    }
}

impl Reason {
    /// Whether the connection that the attempt was made on is not to be used again.
    ///
    /// Source: `aws-smithy-runtime/src/client/http/connection_poisoning.rs`.
    #[must_use]
    pub fn poisons_connection(self) -> bool {
        self == Self::Transient
    }
}

/// Says what the result of an attempt means for retrying.
///
/// A 429 with a code that is in no list is not retried; a code of throttling is, whatever the status.
#[must_use]
pub fn classify(outcome: &Outcome<'_>) -> Verdict {
    match outcome {
        Outcome::Success => Verdict::Success,
        Outcome::Undecodable | Outcome::Transport(TransportFailure::Other) => Verdict::NotRetryable,
        Outcome::Transport(
            TransportFailure::Io | TransportFailure::Timeout | TransportFailure::BadResponse,
        ) => Verdict::Retryable(Reason::Transient),
        Outcome::Error(answer) => by_model(answer)
            .or_else(|| by_code(answer))
            .or_else(|| by_clock(answer))
            .or_else(|| by_status(answer))
            .map_or(Verdict::NotRetryable, Verdict::Retryable),
    }
}

fn by_model(answer: &ErrorAnswer<'_>) -> Option<Reason> {
    answer.modelled.map(|modelled| match modelled {
        Modelled::Retryable => Reason::Modelled,
        Modelled::Throttling => Reason::Throttling,
    })
}

fn by_code(answer: &ErrorAnswer<'_>) -> Option<Reason> {
    let code = answer.code?;
    if THROTTLING_CODES.contains(&code) {
        Some(Reason::Throttling)
    } else if TRANSIENT_CODES.contains(&code) {
        Some(Reason::Transient)
    } else {
        None
    }
}

fn by_clock(answer: &ErrorAnswer<'_>) -> Option<Reason> {
    answer
        .skew?
        .explains(answer.code?)
        .then_some(Reason::ClockSkew)
}

fn by_status(answer: &ErrorAnswer<'_>) -> Option<Reason> {
    TRANSIENT_STATUSES
        .contains(&answer.status)
        .then_some(Reason::Transient)
}

#[cfg(test)]
mod tests;
