//! Reading an answer that is no success: which error it is.

use ivs_realtime::Error;
use ivs_realtime::error::{ProvideErrorMetadata, RequestId};
use ivs_realtime::operation::get_stage::GetStageInput;
use ivs_realtime::runtime::Operation;
use ivs_realtime::runtime::error::ServiceError;

use crate::model::ERRORS;
use crate::support::answer;

fn error(status: u16, headers: &[(&'static str, &'static str)], body: &str) -> Error {
    let response = answer(status, headers, body.to_owned());
    GetStageInput::response(&response).unwrap_err()
}

/// Nothing but the one error is what it is.
fn assert_is(error: &Error, code: &str) {
    for (_, name, is) in ERRORS {
        assert_eq!(is(error), name == code, "{error:?}");
    }
    assert_eq!(error.code(), Some(code));
}

#[test]
fn the_code_stands_in_the_header_or_in_the_body() {
    for (status, code, _) in ERRORS {
        for spelled in [
            code.to_owned(),
            format!("com.amazonaws.ivsrealtime#{code}"),
            format!("{code}:http://internal.amazon.com/coral/com.amazon.coral/"),
            format!("com.amazonaws.ivsrealtime#{code}:http://internal.amazon.com/#x"),
        ] {
            let header: &'static str = spelled.clone().leak();
            for (headers, body) in [
                (vec![("x-amzn-errortype", header)], String::new()),
                (vec![("X-Amzn-ErrorType", header)], "{}".to_owned()),
                (vec![], format!(r#"{{"code":"{spelled}"}}"#)),
                (vec![], format!(r#"{{"__type":"{spelled}"}}"#)),
            ] {
                let error = error(status, &headers, &body);
                assert_is(&error, code);
                assert_eq!(error.message(), None);
                assert_eq!(error.to_string(), code);
                assert!(error.undecodable().is_none());
            }
        }
    }
}

#[test]
fn the_header_goes_before_code_and_code_before_type() {
    let body = r#"{"__type":"ConflictException","code":"ValidationException"}"#;
    let header = [("x-amzn-errortype", "PendingVerification")];
    assert_is(&error(400, &header, body), "PendingVerification");
    assert_is(&error(400, &[], body), "ValidationException");
    // What is empty says nothing.
    let header = [("x-amzn-errortype", "")];
    assert_is(&error(400, &header, body), "ValidationException");
    let body = r#"{"__type":"ConflictException","code":""}"#;
    assert_is(&error(400, &[], body), "ConflictException");
}

#[test]
fn the_status_does_not_matter() {
    let body = r#"{"__type":"ValidationException"}"#;
    for status in [100, 199, 300, 304, 400, 418, 499, 500, 503, 599] {
        assert_is(&error(status, &[], body), "ValidationException");
    }
}

#[test]
fn the_message_has_four_names() {
    for (status, code, _) in ERRORS {
        let header: [(&str, &str); 1] = [("x-amzn-errortype", code)];
        for name in ["exceptionMessage", "message", "Message", "errorMessage"] {
            let body = format!(r#"{{"{name}":"bad \"näme\"","more":[1]}}"#);
            let error = error(status, &header, &body);
            assert_is(&error, code);
            assert_eq!(error.message(), Some("bad \"näme\""));
            assert_eq!(error.to_string(), format!("{code}: bad \"näme\""));
        }
        assert_eq!(
            error(status, &header, r#"{"message":null}"#).message(),
            None
        );
        let empty = error(status, &header, r#"{"exceptionMessage":""}"#);
        assert_eq!(empty.message(), Some(""));
    }
}

#[test]
fn a_code_or_message_of_another_kind_hides_nothing() {
    let body =
        r#"{"code":400,"__type":"ConflictException","message":{"a":[1]},"Message":"in use"}"#;
    let error = error(409, &[], body);
    assert_is(&error, "ConflictException");
    assert_eq!(error.to_string(), "ConflictException: in use");
}

#[test]
fn the_request_id_has_two_names() {
    for body in [
        r#"{"__type":"ValidationException"}"#,
        r#"{"__type":"NewException"}"#,
        "<html>",
        "",
    ] {
        let likely = ("x-amzn-requestid", "req-1");
        let other = ("x-amz-request-id", "req-2");
        assert_eq!(error(400, &[likely], body).request_id(), Some("req-1"));
        assert_eq!(error(400, &[other], body).request_id(), Some("req-2"));
        let both = error(400, &[other, likely], body);
        assert_eq!(both.request_id(), Some("req-1"));
        assert_eq!(both.meta().extra("aws_request_id"), Some("req-1"));
        assert_eq!(error(400, &[], body).request_id(), None);
    }
}

#[test]
fn eight_headers_are_members() {
    const HEADERS: [(&str, &str); 8] = [
        ("Access-Control-Allow-Origin", "https://a.example"),
        ("Access-Control-Expose-Headers", "x-a, x-b"),
        ("Cache-Control", "no-store"),
        ("Content-Security-Policy", "default-src 'self'"),
        ("Strict-Transport-Security", "max-age=1"),
        ("X-Content-Type-Options", "nosniff"),
        ("X-Frame-Options", "DENY"),
        ("x-amzn-ErrorType", "CODE:http://x/"),
    ];
    macro_rules! check {
        ($($name:ident)*) => {$({
            let spelled = concat!(stringify!($name), ":http://x/");
            let headers = HEADERS.map(|(name, value)| match value {
                "CODE:http://x/" => (name, spelled),
                other => (name, other),
            });
            let Error::$name(error) = error(400, &headers, r#"{"exceptionMessage":"m"}"#)
            else {
                panic!(stringify!($name));
            };
            let members = [
                &error.access_control_allow_origin,
                &error.access_control_expose_headers,
                &error.cache_control,
                &error.content_security_policy,
                &error.strict_transport_security,
                &error.x_content_type_options,
                &error.x_frame_options,
                &error.x_amzn_error_type,
            ];
            assert_eq!(members.map(|value| value.as_deref()), headers.map(|(_, value)| Some(value)));
            assert_eq!(error.exception_message(), Some("m"));
            assert_eq!(error.message(), Some("m"));
            assert_eq!(error.code(), Some(stringify!($name)));
            assert_eq!(error.to_string(), concat!(stringify!($name), ": m"));
            assert!(std::error::Error::source(&*error).is_none());
        })*};
    }
    check! {
        AccessDeniedException ConflictException InternalServerException PendingVerification
        ResourceNotFoundException ServiceQuotaExceededException ValidationException
    }
}

#[test]
fn an_unknown_code_is_kept() {
    let header = [(
        "x-amzn-errortype",
        "com.amazonaws#ThrottlingException:http://x/",
    )];
    let error = error(429, &header, r#"{"message":"slow down"}"#);
    assert!(matches!(error, Error::Unhandled(_)));
    assert_is(&error, "ThrottlingException");
    assert_eq!(error.message(), Some("slow down"));
    assert_eq!(error.to_string(), "ThrottlingException: slow down");
    assert!(error.undecodable().is_none());
    assert!(std::error::Error::source(&error).is_none());
}

#[test]
fn a_body_that_is_no_json_has_neither_code_nor_message() {
    const DAMAGED: &str = "the answer is an error without a code, and its body cannot be read: ";
    for (body, damage) in [
        (
            "<html>502 Bad Gateway</html>",
            "at byte 0: expected an object, found an unexpected character",
        ),
        (
            r#"["Weird"]"#,
            "at byte 0: expected an object, found an array",
        ),
        ("{", "at byte 1: expected a key, found the end of the body"),
    ] {
        let error = error(502, &[("x-amzn-requestid", "req-1")], body);
        assert!(matches!(error, Error::Unhandled(_)), "{body}");
        assert_eq!((error.code(), error.message()), (None, None), "{body}");
        assert_eq!(error.request_id(), Some("req-1"));
        assert_eq!(error.to_string(), format!("{DAMAGED}{damage}"));
    }
    let nothing = error(502, &[], "");
    assert_eq!(nothing.to_string(), "an error without a code");
    let only_a_message = error(502, &[], r#"{"message":"Bad Gateway"}"#);
    assert_eq!(
        only_a_message.to_string(),
        "an error without a code: Bad Gateway"
    );
}

#[test]
fn what_stands_before_the_damage_of_a_body_counts() {
    for (body, code, message) in [
        (r#"{"__type":"Weird","mess"#, Some("Weird"), None),
        (
            r#"{"__type":"Weird","message":"no"} x"#,
            Some("Weird"),
            Some("no"),
        ),
        (
            r#"{"__type":"Weird","message":"a","message":"b"}"#,
            Some("Weird"),
            Some("a"),
        ),
        (r#"{"message":"no","__type":"We"#, None, Some("no")),
    ] {
        let error = error(503, &[], body);
        assert_eq!((error.code(), error.message()), (code, message), "{body}");
    }
    let damaged = error(
        400,
        &[],
        r#"{"__type":"ValidationException","exceptionMessage":"bad "#,
    );
    assert_eq!(damaged.code(), Some("ValidationException"));
    assert_eq!(damaged.to_string(), "ValidationException");
}

/// No line of a log can be forged, and no terminal steered.
#[test]
fn what_the_service_says_is_shown_in_one_line() {
    let body = r#"{"__type":"Weird\nCode","message":"one\r\n two \u001b[31m"}"#;
    let weird = error(400, &[], body);
    assert_eq!(weird.to_string(), "Weird Code: one two [31m");
    assert_eq!(weird.message(), Some("one\r\n two \u{1b}[31m"));
    let nameless = error(400, &[], r#"{"message":"one\ntwo"}"#);
    assert_eq!(nameless.to_string(), "an error without a code: one two");
    let body = r#"{"__type":"ValidationException","exceptionMessage":"one\ntwo"}"#;
    let known = error(400, &[], body);
    assert_eq!(known.to_string(), "ValidationException: one two");
    assert_eq!(known.message(), Some("one\ntwo"));
}

#[test]
fn the_code_in_the_header_survives_a_body_that_is_no_json() {
    let headers = [
        ("x-amzn-errortype", "ValidationException"),
        ("cache-control", "no-store"),
    ];
    for body in ["<html>", "{", r#"{"exceptionMessage":7}"#] {
        let error = error(400, &headers, body);
        assert_eq!(error.code(), Some("ValidationException"), "{body}");
        assert_eq!(error.to_string(), "ValidationException");
        let Error::ValidationException(error) = error else {
            panic!("{error:?}");
        };
        assert_eq!(error.message(), None);
        assert_eq!(error.cache_control.as_deref(), Some("no-store"));
    }
}
