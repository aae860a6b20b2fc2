//! The error of a call that failed for another reason than an error of the service.

use std::io;

use aws_smithy_types::retry::ErrorKind;
use ivs_realtime::Error;
use ivs_realtime::error::{BuildError, ConnectorError, ProvideErrorMetadata, RequestId, SdkError};
use ivs_realtime::operation::delete_stage::DeleteStageInput;
use ivs_realtime::runtime::Operation;

use crate::check::{ID, chain, failure};
use crate::support::answer;

fn refused() -> io::Error {
    io::Error::new(io::ErrorKind::ConnectionRefused, "refused")
}

#[test]
fn other_failures_have_their_texts() {
    let missing = DeleteStageInput::builder().build().unwrap();
    let missing = missing.request().unwrap_err();
    for (error, text) in [
        (
            SdkError::<Error>::construction_failure(missing),
            "the request could not be made: arn was missing: it is required",
        ),
        (
            SdkError::timeout_error("after 3 s"),
            "the call took too long: after 3 s",
        ),
        (
            SdkError::dispatch_failure(ConnectorError::io(refused().into())),
            "no answer came: refused",
        ),
        (
            SdkError::dispatch_failure(ConnectorError::timeout("after 3 s".into())),
            "the call took too long: after 3 s",
        ),
        (
            SdkError::response_error("cut off", answer(200, &[ID], "secret")),
            "the answer could not be read: cut off (HTTP 200, request id req-123)",
        ),
    ] {
        assert_eq!(chain(&error), [text]);
        assert_eq!((error.code(), error.message()), (None, None));
        assert!(error.as_service_error().is_none());
        let has_answer = error.raw_response().is_some();
        assert_eq!(has_answer, text.contains("HTTP 200"));
        assert_eq!(error.request_id(), has_answer.then_some("req-123"));
        assert!(!format!("{error:?}").contains("secret"));
        // As the error of the service it says no less, and keeps the request id.
        let error = Error::from(error);
        assert_eq!(chain(&error), [text]);
        assert_eq!(error.request_id(), has_answer.then_some("req-123"));
    }
}

#[test]
fn names_the_call_that_failed() {
    let body = r#"{"__type":"ValidationException","exceptionMessage":"bad name"}"#;
    let service = |attempts| {
        failure(answer(400, &[ID], body))
            .with_operation("CreateStage")
            .with_attempts(attempts)
    };
    for attempts in [0, 1] {
        let error = service(attempts);
        assert_eq!(
            (error.operation(), error.attempts()),
            (Some("CreateStage"), attempts)
        );
        assert_eq!(
            error.to_string(),
            "ValidationException: bad name (CreateStage, HTTP 400, request id req-123)"
        );
    }
    assert_eq!(
        service(3).to_string(),
        "ValidationException: bad name (CreateStage, HTTP 400, request id req-123, 3 attempts)"
    );
    let timeout = SdkError::<Error>::timeout_error("after 3 s");
    assert_eq!(
        timeout.with_attempts(2).to_string(),
        "the call took too long: after 3 s (2 attempts)"
    );
    let timeout = SdkError::<Error>::timeout_error("after 3 s").with_operation("GetStage");
    let error = Error::from(timeout.with_attempts(2));
    assert_eq!(
        error.to_string(),
        "the call took too long: after 3 s (GetStage, 2 attempts)"
    );
}

#[test]
fn every_failure_has_its_cause() {
    let answer = || answer(500, &[ID], "");
    let error = |source| SdkError::<Error>::service_error(Error::unhandled(source), answer());
    for (error, cause) in [
        (SdkError::construction_failure("a"), "a"),
        (SdkError::timeout_error("b"), "b"),
        (
            SdkError::dispatch_failure(ConnectorError::io("c".into())),
            "c",
        ),
        (SdkError::response_error("d", answer()), "d"),
        (error("e"), "e"),
    ] {
        assert_eq!(error.into_source().unwrap().to_string(), cause);
    }
    let SdkError::ServiceError(failure) = error("f") else {
        panic!("no error of the service")
    };
    assert_eq!(
        (failure.err().to_string(), failure.raw().status().as_u16()),
        ("f".into(), 500)
    );
    assert_eq!(failure.into_raw().headers()[ID.0], ID.1);
    let mapped = error("g")
        .with_operation("X")
        .map_service_error(|_| io::Error::other("h"));
    assert_eq!(mapped.to_string(), "h (X, HTTP 500, request id req-123)");
    assert_eq!(mapped.request_id(), Some("req-123"));
    assert!(mapped.as_service_error().is_some());
    let built = BuildError::other("no name");
    let error = SdkError::<Error>::from(built);
    assert!(matches!(error, SdkError::ConstructionFailure(_)));
}

#[test]
fn a_transport_says_what_kind_of_failure_it_was() {
    let transient = Some(ErrorKind::TransientError);
    for (error, kinds, other) in [
        (
            ConnectorError::timeout("x".into()),
            [true, false, false, false],
            None,
        ),
        (
            ConnectorError::user("x".into()),
            [false, true, false, false],
            None,
        ),
        (
            ConnectorError::io("x".into()),
            [false, false, true, false],
            None,
        ),
        (
            ConnectorError::other("x".into(), None),
            [false, false, false, true],
            None,
        ),
        (
            ConnectorError::other("x".into(), transient),
            [false, false, false, true],
            transient,
        ),
    ] {
        let asked = [
            error.is_timeout(),
            error.is_user(),
            error.is_io(),
            error.is_other(),
        ];
        assert_eq!((asked, error.as_other()), (kinds, other));
        let SdkError::DispatchFailure(failure) = SdkError::<Error>::dispatch_failure(error) else {
            panic!("no failure of the transport")
        };
        let asked = [
            failure.is_timeout(),
            failure.is_user(),
            failure.is_io(),
            failure.is_other(),
        ];
        assert_eq!((asked, failure.as_other()), (kinds, other));
        assert_eq!(failure.as_connector_error().unwrap().to_string(), "x");
    }
    let source = ConnectorError::io(refused().into()).into_source();
    let source: Box<io::Error> = source.downcast().unwrap();
    assert_eq!(source.kind(), io::ErrorKind::ConnectionRefused);
}

/// An error of several layers: each text stands once, whoever wraps it.
#[test]
fn no_text_is_said_twice() {
    #[derive(Debug)]
    struct Layer(&'static str, Option<Box<Self>>);
    impl std::fmt::Display for Layer {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str(self.0)
        }
    }
    impl std::error::Error for Layer {
        fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
            self.1.as_deref().map(|source| source as _)
        }
    }
    let layers = || {
        Layer(
            "a",
            Some(Box::new(Layer("b", Some(Box::new(Layer("c", None)))))),
        )
    };
    let raw = || answer(200, &[], "");
    for (error, first) in [
        (
            SdkError::<Error>::construction_failure(layers()),
            "the request could not be made: a",
        ),
        (
            SdkError::timeout_error(layers()),
            "the call took too long: a",
        ),
        (
            SdkError::dispatch_failure(ConnectorError::io(layers().into())),
            "no answer came: a",
        ),
        (
            SdkError::response_error(layers(), raw()),
            "the answer could not be read: a (HTTP 200)",
        ),
        (
            SdkError::service_error(Error::unhandled(layers()), raw()),
            "a (HTTP 200)",
        ),
    ] {
        assert_eq!(chain(&error), [first, "b", "c"]);
        let first = first.strip_prefix("a (HTTP 200)").map_or(first, |_| "a");
        assert_eq!(chain(&Error::from(error)), [first, "b", "c"]);
    }
}
