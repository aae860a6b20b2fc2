//! Everything that can be shown of what a call is made of and ends in. It is recorded, to be searched for secrets.

use std::error::Error;
use std::fmt::Debug;

use bytes::Bytes;
use http::Request;
use ivs_realtime::Error as ServiceError;
use ivs_realtime::error::SdkError;
use ivs_realtime::runtime::call::{AttemptInfo, CallInfo, Intercept};
use ivs_realtime::runtime::error::BoxError;

use crate::assert_hidden;
use crate::recorder::record;

/// A hook that shows what it sees.
#[derive(Debug)]
pub(crate) struct Curious;

impl Intercept for Curious {
    fn before_signing(
        &self,
        call: &CallInfo<'_>,
        request: &mut Request<Bytes>,
    ) -> Result<(), BoxError> {
        record(format_args!(
            "before signing {call:?} {:?}",
            request.headers()
        ));
        Ok(())
    }

    fn before_sending(
        &self,
        call: &CallInfo<'_>,
        request: &mut Request<Bytes>,
    ) -> Result<(), BoxError> {
        record(format_args!(
            "before sending {call:?} {:?}",
            request.headers()
        ));
        Ok(())
    }

    fn after_attempt(&self, call: &CallInfo<'_>, attempt: &AttemptInfo<'_>) {
        record(format_args!("after attempt {call:?} {attempt:?}"));
        if let Some(failure) = attempt.failure {
            show_error(failure);
        }
    }
}

pub(crate) fn show(value: &dyn Debug) {
    record(format_args!("{value:?} {value:#?}"));
}

/// Shows an error and whatever caused it.
pub(crate) fn show_error(error: &(dyn Error + 'static)) {
    let mut next = Some(error);
    while let Some(error) = next {
        record(format_args!("{error} {error:?} {error:#?}"));
        next = match error.downcast_ref::<std::io::Error>() {
            // It leaves the error that it is made of out of its causes.
            Some(error) => error.get_ref().map(|error| error as &(dyn Error + 'static)),
            None => error.source(),
        };
    }
}

/// Inputs show what was put in, which is no secret. It must not be seen anywhere else.
pub(crate) fn show_input(call: &dyn Debug) {
    for text in [format!("{call:?}"), format!("{call:#?}")] {
        assert_hidden(&text);
    }
}

/// What there is to see of an error, whatever is made of it.
pub(crate) fn show_failure(error: SdkError<ServiceError>) {
    show_error(&error);
    show(&error.operation());
    if let Some(response) = error.raw_response() {
        show(response.headers());
    }
    show_error(&error.into_service_error());
}
