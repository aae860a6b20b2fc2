//! Errors of waits, as they are made by hand.

use std::error::Error;
use std::fmt;
use std::time::Duration;

use ivs_realtime::error::{ErrorMetadata, ProvideErrorMetadata, SdkError};
use ivs_realtime::operation::get_composition::{GetCompositionError, GetCompositionOutput};
use ivs_realtime::types::error::ConflictException;
use ivs_realtime::waiters::{
    ExceededMaxWait, FailureState, FinalPoll, OperationFailed, WaiterError,
};

type AnyError = WaiterError<GetCompositionOutput, GetCompositionError>;

fn conflict() -> GetCompositionError {
    ConflictException::builder()
        .message("not now")
        .build()
        .into()
}

#[test]
fn each_is_a_line_of_its_own() {
    let seconds = Duration::from_secs;
    let exceeded = ExceededMaxWait::new(seconds(90), Duration::from_millis(90_450), 7);
    let output = GetCompositionOutput::builder().build();
    let failed = SdkError::construction_failure("no arn");
    let all: [(AnyError, &str); 5] = [
        (
            WaiterError::ExceededMaxWait(exceeded),
            "what was waited for did not come about in 90 s (7 polls in 90.5 s)",
        ),
        (
            WaiterError::FailureState(FailureState::new(FinalPoll::new(Ok(output)))),
            "what was waited for can no longer come about",
        ),
        (
            WaiterError::FailureState(FailureState::new(FinalPoll::new(Err(conflict())))),
            "what was waited for can no longer come about: ConflictException: not now",
        ),
        (
            WaiterError::OperationFailed(OperationFailed::new(failed)),
            "waiting for what was waited for failed: the request could not be made: no arn",
        ),
        (
            WaiterError::construction_failure("no arn"),
            "the request could not be made: no arn",
        ),
    ];
    for (error, text) in all {
        assert_eq!(error.to_string(), text);
        assert!(error.source().is_none(), "the line says it all: {text}");
    }
}

#[derive(Debug)]
struct Outer(Inner);

#[derive(Debug)]
struct Inner;

impl fmt::Display for Outer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("outer")
    }
}

impl fmt::Display for Inner {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("inner")
    }
}

impl Error for Inner {}

impl Error for Outer {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&self.0)
    }
}

#[test]
fn the_source_goes_on_with_what_the_line_does_not_say() {
    let failed = OperationFailed::new(SdkError::construction_failure(Outer(Inner)));
    let error: AnyError = WaiterError::OperationFailed(failed);
    assert!(error.to_string().ends_with(": outer"), "{error}");
    assert_eq!(
        error.source().map(ToString::to_string).as_deref(),
        Some("inner")
    );
}

#[test]
fn the_metadata_is_that_of_the_last_poll() {
    let meta = ErrorMetadata::builder().code("Busy").build();
    let state = FailureState::new(FinalPoll::new(Err(GetCompositionError::generic(meta))));
    let error: AnyError = WaiterError::FailureState(state);
    assert_eq!(error.code(), Some("Busy"));
    let none: AnyError = WaiterError::construction_failure("no arn");
    assert_eq!(none.meta().code(), None);
}

#[test]
fn polls_can_be_mapped() {
    let poll: FinalPoll<u8, &str> = FinalPoll::new(Ok(1));
    assert_eq!(poll.map(u16::from).into_result(), Ok(1_u16));
    let poll: FinalPoll<u8, &str> = FinalPoll::new(Err("a"));
    assert_eq!(poll.map_err(str::len).as_result(), Err(&1));
}
