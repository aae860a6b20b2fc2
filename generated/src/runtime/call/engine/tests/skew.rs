//! Clocks that disagree: requests are signed for the service's time.

use aws_smithy_types::DateTime;
use aws_smithy_types::date_time::Format;

use super::*;
use crate::runtime::config::TimeoutConfig;

const MINUTE: i64 = 60;

/// What a clock shows that is so many seconds ahead when the test begins.
fn date(ahead: i64) -> String {
    let seconds = BEGINNING.as_secs().cast_signed() + ahead;
    DateTime::from_secs(seconds).fmt(Format::HttpDate).unwrap()
}

fn refused(code: &str, ahead: i64) -> Reply {
    answer(403, &[("x-amzn-errortype", code), ("date", &date(ahead))])
}

const INVALID: &str = "InvalidSignatureException";

#[test]
fn signs_the_next_attempt_for_the_time_of_the_service() {
    for (ahead, second, later) in [
        (20 * MINUTE, "20270115T082001Z", "20270115T082000Z"),
        (-20 * MINUTE, "20270115T074001Z", "20270115T074000Z"),
    ] {
        let core = core(settings());
        let run = run(
            &core,
            beginning(),
            [refused(INVALID, ahead), answer(200, &[])],
        );
        assert_eq!((&run.waits[..], run.status()), (&[1_000][..], 200));
        assert_eq!(run.header(1, "x-amz-date"), "20270115T080000Z");
        assert_eq!(run.header(2, "x-amz-date"), second);
        // Later calls begin with what this one has learned, whatever settings they have.
        // The core has no environment; other settings would be read in that of the process.
        let others = settings().disable_clock_skew_correction(false);
        let other = core.with_config(others.build());
        for core in [&core, &other] {
            let run = super::run(core, beginning(), [answer(200, &[])]);
            assert_eq!(run.header(1, "x-amz-date"), later);
        }
    }
}

#[test]
fn every_answer_tells_the_time() {
    let core = core(settings());
    let success = answer(200, &[("date", &date(5 * MINUTE))]);
    let _ = run(&core, beginning(), [success]);
    let right = answer(404, &[("date", &date(0))]);
    let second = run(&core, beginning(), [right]);
    assert_eq!(second.header(1, "x-amz-date"), "20270115T080500Z");
    let third = run(&core, beginning(), [answer(200, &[])]);
    assert_eq!(third.header(1, "x-amz-date"), "20270115T080000Z");
}

#[test]
fn measures_from_the_middle_of_the_attempt() {
    let core = core(settings());
    let Reply::Answer(_, response) = answer(200, &[("date", &date(0))]) else {
        panic!("no answer")
    };
    let slow = Reply::Answer(Duration::from_secs(60), response);
    let _ = run(&core, beginning(), [slow]);
    let run = run(&core, beginning(), [answer(200, &[])]);
    assert_eq!(run.header(1, "x-amz-date"), "20270115T075930Z");
}

#[test]
fn measures_from_when_the_request_was_made() {
    let core = core(settings());
    let start = beginning();
    let mut call = Call::new(&core, "Test", Ok(post()), CallOptions::default(), start);
    assert_eq!(call.next(start), Step::Attempt(None));
    // The credentials take a minute, and the answer two.
    let made = start.after(Duration::from_secs(60));
    let request = call.request(Some(&credentials()), made).unwrap();
    assert_eq!(request.headers()["x-amz-date"], "20270115T080100Z");
    let Reply::Answer(_, response) = answer(200, &[("date", &date(2 * MINUTE))]) else {
        panic!("no answer")
    };
    let now = made.after(Duration::from_secs(120));
    let _ = call.ended(Ok(response), &mut Reader::default(), now, 1.0);
    assert_eq!(call.next(now), Step::Done);
    let run = run(&core, beginning(), [answer(200, &[])]);
    assert_eq!(run.header(1, "x-amz-date"), "20270115T080000Z");
}

#[test]
fn says_until_when_an_answer_is_of_use_by_the_services_clock() {
    let timeouts = TimeoutConfig::builder().read_timeout(Duration::from_secs(5));
    let core = core(settings().timeout_config(timeouts.build()));
    let replies = [refused(INVALID, 20 * MINUTE), answer(200, &[])];
    let run = run(&core, beginning(), replies);
    assert_eq!(run.header(2, "x-amz-date"), "20270115T082001Z");
    assert_eq!(
        run.header(2, "amz-sdk-request"),
        "ttl=20270115T082006Z; attempt=2; max=3"
    );
}

#[test]
fn a_small_difference_explains_nothing() {
    for (code, ahead, attempts) in [
        ("AccessDeniedException", MINUTE, 1),
        ("AccessDeniedException", 4 * MINUTE, 1),
        ("AccessDeniedException", 5 * MINUTE, 3),
        (INVALID, -MINUTE, 1),
        ("RequestTimeTooSkewed", -5 * MINUTE, 3),
        ("SignatureDoesNotMatch", 5 * MINUTE, 3),
        ("AuthFailure", 5 * MINUTE, 3),
        ("ValidationException", 20 * MINUTE, 1),
    ] {
        // A service that goes on refusing.
        let replies = (0..attempts).map(|_| refused(code, ahead));
        let run = run(&core(settings()), beginning(), replies);
        assert_eq!(
            (run.attempts, run.status()),
            (attempts, 403),
            "{code} {ahead}"
        );
    }
}

#[test]
fn it_can_be_switched_off() {
    let service = || super::service(Some("test"));
    let off = settings().disable_clock_skew_correction(true);
    let on = settings().disable_clock_skew_correction(false);
    let environment: Environment =
        |name| (name == "AWS_DISABLE_CLOCK_SKEW_CORRECTION").then(|| "True".to_owned());
    for (core, corrects) in [
        (core_in(service(), off, |_| None), false),
        (core_in(service(), settings(), environment), false),
        (core_in(service(), on, environment), true),
    ] {
        let replies = [refused(INVALID, 20 * MINUTE), answer(200, &[])];
        let attempts = if corrects { 2 } else { 1 };
        let run = run(&core, beginning(), replies.into_iter().take(attempts));
        assert_eq!(run.sent.len(), attempts);
        let run = super::run(&core, beginning(), [answer(200, &[])]);
        let expected = if corrects {
            "20270115T082000Z"
        } else {
            "20270115T080000Z"
        };
        assert_eq!(run.header(1, "x-amz-date"), expected);
    }
}

#[test]
fn an_answer_out_of_a_cache_tells_no_time() {
    let core = core(settings());
    let kept = answer(
        403,
        &[
            ("x-amzn-errortype", INVALID),
            ("date", &date(20 * MINUTE)),
            ("age", "0"),
        ],
    );
    assert_eq!(run(&core, beginning(), [kept]).attempts, 1);
    let run = run(&core, beginning(), [answer(200, &[])]);
    assert_eq!(run.header(1, "x-amz-date"), "20270115T080000Z");
}
