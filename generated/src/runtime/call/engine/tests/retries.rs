//! What is sent again, and when.

use aws_smithy_types::retry::RetrySpec;

use super::*;
use crate::runtime::config::RetryConfig;
use crate::runtime::retry::Generation::{self, V2_0, V2_1};

fn generation(generation: Generation) -> Core {
    core(settings().retry_generation(generation))
}

/// The waits of a call in each generation, and the status that it ends with.
fn check(random: f64, replies: fn() -> Vec<Reply>, v2_0: &[u128], v2_1: &[u128], status: u16) {
    for (version, waits) in [(V2_0, v2_0), (V2_1, v2_1)] {
        let core = generation(version);
        let options = CallOptions::default();
        let run = run_with(&core, beginning(), Ok(post()), options, random, replies());
        assert_eq!(
            (&run.waits[..], run.status()),
            (waits, status),
            "{version:?}"
        );
        assert_eq!(run.attempts as usize, replies().len());
    }
}

#[test]
fn a_success_is_sent_once() {
    check(1.0, || vec![answer(200, &[])], &[], &[], 200);
    check(1.0, || vec![answer(204, &[])], &[], &[], 204);
}

#[test]
fn statuses_of_what_passes_are_sent_again() {
    for status in [500, 502, 503, 504] {
        let core = generation(V2_0);
        let run = run(&core, beginning(), [answer(status, &[]), answer(200, &[])]);
        assert_eq!(
            (&run.waits[..], run.status()),
            (&[1_000][..], 200),
            "{status}"
        );
    }
    let twice = || vec![answer(502, &[]), answer(503, &[]), answer(200, &[])];
    check(1.0, twice, &[1_000, 2_000], &[50, 100], 200);
    check(0.5, twice, &[500, 1_000], &[25, 50], 200);
    check(0.0, twice, &[], &[], 200);
    let always = || vec![answer(504, &[]), answer(500, &[]), answer(503, &[])];
    check(1.0, always, &[1_000, 2_000], &[50, 100], 503);
}

#[test]
fn other_answers_are_not() {
    for reply in [
        || answer(400, &[]),
        || answer(404, &[]),
        || answer(429, &[]),
        || error(429, "NewException"),
        || error(402, "ServiceQuotaExceededException"),
        || answer(501, &[]),
        || answer(505, &[]),
        || answer(301, &[]),
        || answer(200, &[("undecodable", "")]),
    ] {
        let run = run(&generation(V2_0), beginning(), [reply()]);
        assert_eq!((run.waits.len(), run.attempts), (0, 1), "{:?}", run.end);
    }
}

#[test]
fn a_code_of_throttling_counts_whatever_the_status() {
    for status in [400, 403, 429, 500, 503] {
        let core = generation(V2_1);
        let throttled = error(status, "ThrottlingException");
        let run = run(&core, beginning(), [throttled, answer(200, &[])]);
        assert_eq!(run.waits, [1_000], "{status}");
    }
    let throttled = || {
        vec![
            error(400, "SlowDown"),
            error(400, "Throttling"),
            answer(200, &[]),
        ]
    };
    check(1.0, throttled, &[1_000, 2_000], &[1_000, 2_000], 200);
    let timeout = || vec![error(400, "RequestTimeout"), answer(200, &[])];
    check(1.0, timeout, &[1_000], &[50], 200);
}

#[test]
fn the_service_can_ask_for_a_wait() {
    let asked = |wait: &str| {
        let headers = [("x-amz-retry-after", wait)];
        [answer(503, &headers), answer(200, &[])]
    };
    for (wait, v2_0, v2_1) in [
        ("1500", 1_500, 1_500),
        ("10", 10, 50),
        ("30000", 20_000, 5_050),
        ("soon", 1_000, 50),
    ] {
        for (version, expected) in [(V2_0, v2_0), (V2_1, v2_1)] {
            let run = run(&generation(version), beginning(), asked(wait));
            assert_eq!(run.waits, [expected], "{version:?} {wait}");
        }
    }
    let other = [answer(503, &[("retry-after", "7")]), answer(200, &[])];
    assert_eq!(run(&generation(V2_0), beginning(), other).waits, [1_000]);
}

#[test]
fn failures_of_the_transport_are_sent_again() {
    for kind in [
        TransportFailure::Io,
        TransportFailure::Timeout,
        TransportFailure::BadResponse,
    ] {
        let core = generation(V2_0);
        let run = run(&core, beginning(), [failure(kind), answer(200, &[])]);
        assert_eq!(
            (&run.waits[..], run.status()),
            (&[1_000][..], 200),
            "{kind:?}"
        );
    }
    let cut_off = || {
        let response = Box::new(Response::new(Bytes::new()));
        Failure::Response(TransportFailure::BadResponse, "cut off".into(), response)
    };
    let replies = [Reply::Failure(cut_off()), answer(200, &[])];
    assert_eq!(run(&generation(V2_0), beginning(), replies).waits, [1_000]);
    let run = run(
        &generation(V2_0),
        beginning(),
        [failure(TransportFailure::Other)],
    );
    assert_eq!(run.attempts, 1);
}

#[test]
fn what_cannot_be_made_is_not() {
    let reply = Reply::Failure(Failure::construction("no credentials"));
    let run = run(&generation(V2_0), beginning(), [reply]);
    assert_eq!((run.attempts, run.waits.len()), (1, 0));
    let error = run.error();
    assert!(matches!(error, SdkError::ConstructionFailure(_)), "{error}");

    let core = generation(V2_0);
    let options = CallOptions::default();
    let refused = Err("no name".into());
    let run = run_with(&core, beginning(), refused, options, 1.0, []);
    assert_eq!((run.attempts, run.took), (0, Duration::ZERO));
    assert_eq!(
        run.error().to_string(),
        "the request could not be made: no name"
    );
}

#[test]
fn there_are_as_many_attempts_as_are_set() {
    for (max, attempts) in [(0, 1), (1, 1), (2, 2), (5, 5)] {
        let retry = RetryConfig::standard().with_max_attempts(max);
        let core = core(settings().retry_config(retry));
        let replies = (0..attempts).map(|_| answer(503, &[]));
        let run = run(&core, beginning(), replies);
        assert_eq!((run.attempts, run.status()), (attempts, 503));
        let expected = format!("attempt=1; max={}", max.max(1));
        assert_eq!(run.header(1, "amz-sdk-request"), expected);
    }
    let core = core(settings().retry_config(RetryConfig::disabled()));
    assert_eq!(run(&core, beginning(), [answer(503, &[])]).attempts, 1);
}

#[test]
fn waits_keep_to_the_bounds_that_are_set() {
    let retry = RetryConfig::standard()
        .with_max_attempts(4)
        .with_initial_backoff(Duration::from_millis(100))
        .with_max_backoff(Duration::from_millis(250));
    let core = core(settings().retry_config(retry));
    let run = run(
        &core,
        beginning(),
        [503, 500, 502, 504].map(|status| answer(status, &[])),
    );
    assert_eq!(run.waits, [100, 200, 250]);
}

#[test]
fn a_connection_is_given_up_after_what_passes() {
    for (reply, poisons) in [
        (answer(503, &[]), true),
        (error(400, "RequestTimeout"), true),
        (failure(TransportFailure::Io), true),
        (error(400, "ThrottlingException"), false),
        (answer(200, &[]), false),
        (answer(400, &[]), false),
        (failure(TransportFailure::Other), false),
    ] {
        let core = generation(V2_0);
        let now = beginning();
        let mut call = Call::new(&core, "Test", Ok(post()), CallOptions::default(), now);
        let step = call.next(now);
        assert_eq!(step, Step::Attempt(None));
        let mut now = now;
        let end = take_place(&call, reply, None, &mut now);
        let text = format!("{end:?}");
        assert_eq!(
            call.ended(end, &mut Reader::default(), now, 1.0),
            poisons,
            "{text}"
        );
    }
}

/// What the settings name goes first, in our own way or in that of official clients; then the environment.
#[test]
fn the_generation_is_that_of_the_settings_or_the_environments() {
    let none: Environment = |_| None;
    let new: Environment = |name| (name == "AWS_NEW_RETRIES_2026").then(|| "true".to_owned());
    let old: Environment = |name| (name == "AWS_NEW_RETRIES_2026").then(|| "1".to_owned());
    let spec = |spec| settings().retry_config(RetryConfig::standard().with_retry_spec(spec));
    let (spec_new, spec_old) = (spec(RetrySpec::v2_1()), spec(RetrySpec::v2_0()));
    for (settings, environment, wait) in [
        (settings(), none, 1_000),
        (settings(), new, 50),
        (settings(), old, 1_000),
        (settings().retry_generation(V2_0), new, 1_000),
        (settings().retry_generation(V2_1), none, 50),
        (spec_new.clone(), none, 50),
        (spec_old, new, 1_000),
        (spec_new.retry_generation(V2_0), none, 1_000),
    ] {
        let core = core_in(service(Some("test")), settings, environment);
        let run = run(&core, beginning(), [answer(503, &[]), answer(200, &[])]);
        assert_eq!(run.waits, [wait], "{:?}", core.config());
    }
}
