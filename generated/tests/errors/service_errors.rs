//! The error of a call that the service has answered with an error.

use std::error::Error as _;

use ivs_realtime::Error;
use ivs_realtime::error::{
    ErrorMetadata, ProvideErrorMetadata, RequestId, SdkError, UnknownVariantError,
};
use ivs_realtime::runtime::error::ServiceError;
use ivs_realtime::types::error::ValidationException;

use crate::check::{ID, chain, failure};
use crate::support::answer;

#[test]
fn shows_status_and_request_id() {
    let body = r#"{"__type":"ValidationException","exceptionMessage":"bad name"}"#;
    for (headers, text) in [
        (
            &[ID][..],
            "ValidationException: bad name (HTTP 400, request id req-123)",
        ),
        (&[], "ValidationException: bad name (HTTP 400)"),
    ] {
        assert_eq!(failure(answer(400, headers, body)).to_string(), text);
    }
    for (status, body, text) in [
        (
            502,
            "<html>",
            "the answer is an error without a code, and its body cannot be read: at byte 0: expected an object, found an unexpected character (HTTP 502, request id req-123)",
        ),
        (
            404,
            "",
            "an error without a code (HTTP 404, request id req-123)",
        ),
        (
            503,
            r#"{"message":"busy"}"#,
            "an error without a code: busy (HTTP 503, request id req-123)",
        ),
        (
            402,
            r#"{"code":"ServiceQuotaExceededException"}"#,
            "ServiceQuotaExceededException (HTTP 402, request id req-123)",
        ),
        (
            200,
            "{\"stage\":",
            "the answer could not be read: at byte 9, `stage`: expected an object, found the end of the body (HTTP 200, request id req-123)",
        ),
    ] {
        assert_eq!(failure(answer(status, &[ID], body)).to_string(), text);
    }
}

#[test]
fn gives_code_message_and_request_id() {
    let body = r#"{"__type":"ValidationException","exceptionMessage":"bad name"}"#;
    let error = failure(answer(400, &[ID], body));
    assert_eq!(error.code(), Some("ValidationException"));
    assert_eq!(error.message(), Some("bad name"));
    assert_eq!(error.request_id(), Some("req-123"));
    assert_eq!(error.raw_response().unwrap().status(), 400);
    assert_eq!(error.raw_response().unwrap().body(), body);
    assert!(error.as_service_error().unwrap().is_validation_exception());
    assert!(error.into_service_error().is_validation_exception());
}

#[test]
fn answers_and_results_have_request_ids_too() {
    let response = answer(400, &[ID], "");
    assert_eq!(response.request_id(), Some("req-123"));
    assert_eq!(response.headers().request_id(), Some("req-123"));
    let failed: Result<ErrorMetadata, _> = Err(failure(response));
    assert_eq!(failed.request_id(), Some("req-123"));
}

#[test]
fn sources_lead_to_the_cause() {
    let body = r#"{"__type":"ValidationException","exceptionMessage":"bad name"}"#;
    let error = failure(answer(400, &[], body));
    // The text of the error is all there is to say; nothing says it twice.
    assert_eq!(chain(&error), ["ValidationException: bad name (HTTP 400)"]);
    let error = error.into_service_error();
    assert!(error.source().is_none());

    let error = failure(answer(200, &[], r#"{"stage":{"arn":7}}"#));
    assert_eq!(
        chain(&error),
        [
            "the answer could not be read: at byte 16, `stage.arn`: expected a string, found a number (HTTP 200)",
        ]
    );
    let undecodable = error.as_service_error().unwrap().undecodable().unwrap();
    assert_eq!(
        (
            undecodable.path(),
            undecodable.offset(),
            undecodable.header()
        ),
        ("stage.arn", Some(16), None)
    );
    assert!(failure(answer(502, &[], "<html>")).source().is_none());
}

/// What a success calls `code` or `message` is data, and none of the error.
#[test]
fn a_success_has_neither_code_nor_message() {
    let body = r#"{"code":"secret-1","message":"secret-2","__type":"secret-3","stage":7}"#;
    let error = failure(answer(200, &[ID], body));
    assert_eq!((error.code(), error.message()), (None, None));
    assert_eq!(error.request_id(), Some("req-123"));
    let text = format!("{error:?} {:?}", chain(&error));
    assert!(!text.contains("secret"), "{text}");
}

#[test]
fn debug_shows_no_body() {
    for (status, body) in [
        (200, r#"{"stage":{"arn":7},"more":"secret"}"#),
        (400, r#"{"__type":"ValidationException","more":"secret"}"#),
        (502, "<html>secret"),
    ] {
        let error = failure(answer(status, &[ID], body));
        let text = format!("{error:?} {error:#?} {error}");
        assert!(!text.contains("secret"), "{text}");
        assert!(
            text.contains("req-123") && text.contains(&status.to_string()),
            "{text}"
        );
    }
}

#[test]
fn errors_can_be_made_up() {
    let meta = ErrorMetadata::builder()
        .code("ThrottlingException")
        .message("slow down")
        .build();
    let error = Error::generic(meta.clone());
    assert_eq!(error.to_string(), "ThrottlingException: slow down");
    let error = ValidationException::builder()
        .message("bad name")
        .meta(meta);
    let error = Error::from(error.build());
    assert_eq!(error.to_string(), "ValidationException: bad name");
    assert_eq!(error.code(), Some("ThrottlingException"));
    assert_eq!(chain(&Error::unhandled("x")), ["x"]);
    assert_eq!(
        UnknownVariantError::new("X").to_string(),
        "unknown enum variant: 'X'"
    );
}

#[test]
fn errors_are_small_and_can_cross_threads() {
    fn assert_is_portable<T: Send + Sync + 'static>() {}
    assert_is_portable::<SdkError<Error>>();
    assert_eq!(size_of::<Error>(), 16);
    assert!(size_of::<SdkError<Error>>() <= 128);
    assert!(size_of::<Result<(), SdkError<Error>>>() <= 128);
}
