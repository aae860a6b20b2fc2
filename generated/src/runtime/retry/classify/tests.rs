use super::*;

const THROTTLING: Verdict = Verdict::Retryable(Reason::Throttling);
const TRANSIENT: Verdict = Verdict::Retryable(Reason::Transient);
const SKEWED: Verdict = Verdict::Retryable(Reason::ClockSkew);
const MODELLED: Verdict = Verdict::Retryable(Reason::Modelled);
const NO: Verdict = Verdict::NotRetryable;

fn answer(status: u16, code: Option<&str>) -> ErrorAnswer<'_> {
    ErrorAnswer::new(StatusCode::from_u16(status).unwrap(), code)
}

#[test]
fn judges_by_status_and_code() {
    for (status, code, expected) in [
        (500, None, TRANSIENT),
        (502, None, TRANSIENT),
        (503, None, TRANSIENT),
        (504, None, TRANSIENT),
        (501, None, NO),
        (505, None, NO),
        (509, None, NO),
        (408, None, NO),
        (429, None, NO),
        (301, None, NO),
        (500, Some("InternalServerException"), TRANSIENT),
        (429, Some("SomethingElse"), NO),
        (402, Some("ServiceQuotaExceededException"), NO),
        (403, Some("AccessDeniedException"), NO),
        (409, Some("ConflictException"), NO),
        (400, Some("ValidationException"), NO),
        // A code is a name: no prefix of it, and its case matters.
        (400, Some("throttling"), NO),
        (400, Some("ThrottlingExceptions"), NO),
        // The code outranks the status.
        (500, Some("SlowDown"), THROTTLING),
        (400, Some("RequestTimeout"), TRANSIENT),
    ] {
        let verdict = classify(&Outcome::Error(answer(status, code)));
        assert_eq!(verdict, expected, "{status} {code:?}");
    }
}

#[test]
fn knows_every_code_whatever_the_status() {
    for status in [200, 400, 402, 429, 500] {
        for code in THROTTLING_CODES {
            let verdict = classify(&Outcome::Error(answer(status, Some(code))));
            assert_eq!(verdict, THROTTLING, "{status} {code}");
        }
        for code in TRANSIENT_CODES {
            let verdict = classify(&Outcome::Error(answer(status, Some(code))));
            assert_eq!(verdict, TRANSIENT, "{status} {code}");
        }
    }
}

#[test]
fn ranks_what_speaks_of_one_answer() {
    let skew = Some(ClockSkew::from_millis(600_000));
    for (status, code, modelled, skew, expected) in [
        (400, "X", Some(Modelled::Retryable), None, MODELLED),
        (400, "X", Some(Modelled::Throttling), None, THROTTLING),
        (500, "Throttling", Some(Modelled::Retryable), None, MODELLED),
        (403, "SignatureDoesNotMatch", None, skew, SKEWED),
        (500, "SignatureDoesNotMatch", None, skew, SKEWED),
        (403, "SignatureDoesNotMatch", None, None, NO),
        (403, "ConflictException", None, skew, NO),
        (400, "Throttling", None, skew, THROTTLING),
    ] {
        let answer = ErrorAnswer {
            modelled,
            skew,
            ..answer(status, Some(code))
        };
        assert_eq!(classify(&Outcome::Error(answer)), expected, "{answer:?}");
    }
}

#[test]
fn judges_what_is_no_error_answer() {
    for (outcome, expected) in [
        (Outcome::Success, Verdict::Success),
        (Outcome::Undecodable, NO),
        (Outcome::Transport(TransportFailure::Io), TRANSIENT),
        (Outcome::Transport(TransportFailure::Timeout), TRANSIENT),
        (Outcome::Transport(TransportFailure::BadResponse), TRANSIENT),
        (Outcome::Transport(TransportFailure::Other), NO),
    ] {
        assert_eq!(classify(&outcome), expected, "{outcome:?}");
    }
}

#[test]
fn poisons_the_connection_of_a_transient_failure_alone() {
    assert!(Reason::Transient.poisons_connection());
    for reason in [Reason::Throttling, Reason::ClockSkew, Reason::Modelled] {
        assert!(!reason.poisons_connection(), "{reason:?}");
    }
}
