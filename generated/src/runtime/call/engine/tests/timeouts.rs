//! Limits on time.

use super::*;
use crate::runtime::call::{DEFAULT_CONNECT_TIMEOUT, Elapsed, Timeouts};
use crate::runtime::config::{RetryConfig, TimeoutConfig};

const SECOND: Duration = Duration::from_secs(1);

/// A client with limits, in seconds, on a call and on an attempt.
fn limited(operation: Option<f64>, attempt: Option<f64>) -> Core {
    let mut timeouts = TimeoutConfig::builder();
    timeouts.set_operation_timeout(operation.map(Duration::from_secs_f64));
    timeouts.set_operation_attempt_timeout(attempt.map(Duration::from_secs_f64));
    core(settings().timeout_config(timeouts.build()))
}

/// The limit that a call has passed.
fn passed(run: &Run) -> Elapsed {
    let Err(Failure::Timeout(source)) = &run.end else {
        panic!("no time-out: {:?}", run.end)
    };
    *source.downcast_ref().unwrap()
}

#[test]
fn there_is_a_limit_on_connecting_alone_unless_set() {
    let none = Timeouts {
        connect: Some(DEFAULT_CONNECT_TIMEOUT),
        read: None,
        attempt: None,
        operation: None,
    };
    assert_eq!(core(settings()).timeouts(), none);
    let run = run(&core(settings()), beginning(), [answer(200, &[])]);
    assert_eq!(run.limits, [None]);
    let disabled = core(settings().timeout_config(TimeoutConfig::disabled()));
    assert_eq!(
        disabled.timeouts(),
        Timeouts {
            connect: None,
            ..none
        }
    );
}

#[test]
fn a_call_can_run_out_of_time_in_a_wait() {
    let core = limited(Some(1.5), None);
    let run = run(&core, beginning(), [answer(503, &[]), answer(503, &[])]);
    assert_eq!(
        (&run.waits[..], run.took),
        (&[1_000, 500][..], SECOND.mul_f64(1.5))
    );
    assert_eq!(passed(&run).what, Limited::Operation);
    let attempts = run.attempts;
    let error = run.error().with_operation("Test").with_attempts(attempts);
    assert!(matches!(error, SdkError::TimeoutError(_)));
    assert_eq!(
        error.to_string(),
        "the call took too long: the call, with all its attempts, took longer than 1.5s (Test, 2 attempts)"
    );
}

#[test]
fn a_call_can_run_out_of_time_in_an_attempt() {
    let run = run(&limited(Some(2.0), None), beginning(), [Reply::Silence]);
    assert_eq!(
        (&run.limits[..], run.took),
        (&[Some(2 * SECOND)][..], 2 * SECOND)
    );
    assert_eq!((passed(&run).what, run.attempts), (Limited::Operation, 1));
}

#[test]
fn a_call_can_run_out_of_time_before_its_first_attempt() {
    let retry = RetryConfig::adaptive().with_max_attempts(1);
    let timeouts = TimeoutConfig::builder().operation_timeout(SECOND).build();
    let core = core(settings().retry_config(retry).timeout_config(timeouts));
    let _ = run(&core, beginning(), [error(400, "Throttling")]);
    let run = run(&core, beginning(), []);
    assert_eq!((&run.waits[..], run.attempts), (&[1_000][..], 0));
    assert_eq!(passed(&run).what, Limited::Operation);
}

#[test]
fn an_attempt_that_ran_out_of_time_is_made_again() {
    let core = limited(None, Some(1.0));
    let retried = run(&core, beginning(), [Reply::Silence, answer(200, &[])]);
    assert_eq!(
        (&retried.waits[..], retried.took),
        (&[1_000][..], 2 * SECOND)
    );
    assert_eq!(retried.limits, [Some(SECOND); 2]);

    let silent = run(
        &core,
        beginning(),
        [Reply::Silence, Reply::Silence, Reply::Silence],
    );
    assert_eq!(
        (&silent.waits[..], silent.took),
        (&[1_000, 2_000][..], 6 * SECOND)
    );
    assert_eq!(
        silent.error().to_string(),
        "the call took too long: the attempt took longer than 1s"
    );
}

#[test]
fn the_limit_that_is_passed_first_is_named() {
    let replies = || [Reply::Silence, Reply::Silence];
    let run = run(&limited(Some(2.5), Some(1.0)), beginning(), replies());
    assert_eq!(run.limits, [Some(SECOND), Some(SECOND / 2)]);
    let operation = Elapsed {
        what: Limited::Operation,
        limit: SECOND.mul_f64(2.5),
    };
    assert_eq!(passed(&run), operation);
    let run = super::run(
        &limited(Some(5.0), Some(9.0)),
        beginning(),
        [Reply::Silence],
    );
    assert_eq!(passed(&run).what, Limited::Operation);
}

#[test]
fn an_answer_in_time_is_one() {
    let Reply::Answer(_, response) = answer(200, &[]) else {
        panic!("no answer")
    };
    let core = limited(Some(2.0), Some(1.0));
    let run = run(&core, beginning(), [Reply::Answer(SECOND, response)]);
    assert_eq!((run.status(), run.took), (200, SECOND));
}

/// A failure that comes as the time is over says more than that it is.
#[test]
fn a_failure_at_the_deadline_is_told() {
    let core = limited(Some(1.0), None);
    let now = beginning();
    let mut call = Call::new(&core, "Test", Ok(post()), CallOptions::default(), now);
    assert_eq!(call.next(now), Step::Attempt(Some(SECOND)));
    let end = Err(Failure::Dispatch(TransportFailure::Io, "reset".into()));
    let _ = call.ended(end, &mut Reader::default(), now.after(SECOND), 1.0);
    assert_eq!(call.next(now.after(SECOND)), Step::Done);
    assert!(matches!(call.into_end(), Some(Err(Failure::Dispatch(..)))));
}

#[test]
fn limits_of_the_transport_are_failures_to_dispatch() {
    for what in [Limited::Connect, Limited::Read] {
        let late = || {
            Failure::Timeout(
                Elapsed {
                    what,
                    limit: SECOND,
                }
                .into(),
            )
        };
        let replies = [late(), late(), late()].map(Reply::Failure);
        let run = run(&core(settings()), beginning(), replies);
        assert_eq!(run.attempts, 3);
        let SdkError::DispatchFailure(failure) = run.error() else {
            panic!("no failure to dispatch: {what:?}")
        };
        assert!(failure.is_timeout());
    }
}

#[test]
fn credentials_that_take_too_long_are_not_asked_for_again() {
    let what = Limited::Credentials;
    let late = Failure::Timeout(
        Elapsed {
            what,
            limit: SECOND,
        }
        .into(),
    );
    let run = run(&core(settings()), beginning(), [Reply::Failure(late)]);
    assert_eq!(run.attempts, 1);
    assert_eq!(
        run.error().to_string(),
        "the call took too long: getting credentials took longer than 1s"
    );
}

#[test]
fn no_limit_is_too_long() {
    let timeouts = TimeoutConfig::builder()
        .operation_timeout(Duration::MAX)
        .operation_attempt_timeout(Duration::MAX)
        .read_timeout(Duration::MAX)
        .build();
    let core = core(settings().timeout_config(timeouts));
    let run = run(&core, beginning(), [answer(503, &[]), answer(200, &[])]);
    // No clock can tell until when an answer is of use.
    assert_eq!(run.header(2, "amz-sdk-request"), "attempt=2; max=3");
}

/// No clock can tell the end of such a wait, so the answer is the end.
#[test]
fn nobody_waits_for_ever() {
    let retry = RetryConfig::standard()
        .with_initial_backoff(Duration::MAX)
        .with_max_backoff(Duration::MAX);
    let core = core(settings().retry_config(retry));
    let run = run(&core, beginning(), [answer(503, &[])]);
    assert_eq!((run.attempts, run.status()), (1, 503));
}

/// A poll of a waiter has what is left of the wait, unless the settings leave it less.
#[test]
fn a_call_can_have_less_time_than_the_settings_say() {
    for (settings, limit, expected) in [
        (None, Some(SECOND), Some(SECOND)),
        (Some(2.0), Some(SECOND), Some(SECOND)),
        (Some(0.5), Some(SECOND), Some(SECOND / 2)),
        (Some(2.0), None, Some(SECOND * 2)),
        (None, None, None),
    ] {
        let options = CallOptions {
            limit,
            ..CallOptions::default()
        };
        let core = limited(settings, None);
        let replies = [answer(200, &[])];
        let run = run_with(&core, beginning(), Ok(post()), options, 1.0, replies);
        assert_eq!(run.limits, [expected], "{settings:?} {limit:?}");
    }
}
