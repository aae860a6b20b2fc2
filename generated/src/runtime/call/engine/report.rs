//! What a call tells of its attempts: to hooks, and as `tracing` events.
//!
//! An event names status, error code, request id and times, and never a header, a body or the text of a failure: a
//! proxy or a hook may have put anything into these.

use http::Response;
use tracing::debug;

use super::{Call, End};
use crate::runtime::call::failure::Failure;
use crate::runtime::call::intercept::{AttemptInfo, Intercept};
use crate::runtime::call::now::Now;
use crate::runtime::error::request_id_of;
use crate::runtime::retry::{Decision, Outcome};

impl Call<'_> {
    /// Tells what came of an attempt.
    pub(super) fn report_attempt(
        &self,
        end: &End,
        outcome: &Outcome<'_>,
        decision: Decision,
        now: Now,
    ) {
        let response = match end {
            Ok(response) => Some(response),
            Err(Failure::Response(_, _, response)) => Some(response.as_ref()),
            Err(_) => None,
        };
        let attempt = AttemptInfo {
            status: response.map(Response::status),
            headers: response.map(Response::headers),
            failure: end.as_ref().err().map(Failure::source),
            duration: now
                .instant
                .saturating_duration_since(self.attempt.started.instant),
            retry_after: match decision {
                Decision::RetryAfter(wait) => Some(wait),
                Decision::Done => None,
            },
        };
        debug!(
            attempt = self.attempt.number,
            status = attempt.status.map(|status| status.as_u16()),
            code = code(outcome),
            failure = end.as_ref().err().map(Failure::name),
            request_id = attempt.headers.and_then(request_id_of),
            duration = ?attempt.duration,
            retry_after = attempt.retry_after.map(tracing::field::debug),
            "the attempt has ended"
        );
        for hook in self.hooks() {
            hook.after_attempt(&self.info(), &attempt);
        }
    }

    /// Tells that the call has failed.
    pub(super) fn report_failure(&self, end: &End) {
        debug!(
            operation = self.operation,
            attempts = self.attempt.number,
            status = end.as_ref().ok().map(|response| response.status().as_u16()),
            failure = end.as_ref().err().map(Failure::name),
            "the call has failed"
        );
    }
}

fn code<'a>(outcome: &Outcome<'a>) -> Option<&'a str> {
    match outcome {
        Outcome::Error(answer) => answer.code,
        _ => None,
    }
}
