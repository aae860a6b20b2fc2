//! Answers that are errors, of the service or of something in between.

use ivs_realtime::error::{ProvideErrorMetadata, SdkError};

use crate::server::{Reply, Server};
use crate::setup::{call, client, settings, text};

#[tokio::test]
async fn a_failing_service_is_asked_again() {
    for status in [500, 502, 503, 504] {
        let server = Server::start(move |request| match request.number {
            1 | 2 => Reply::answer(status, &[], ""),
            _ => Reply::success(),
        })
        .await;
        let output = call(settings(server.url())).await.unwrap();
        assert_eq!(output.stages().len(), 1, "{status}");
        let received = server.received();
        let ids: Vec<_> = received
            .iter()
            .map(|request| request.header("amz-sdk-invocation-id").unwrap())
            .collect();
        assert_eq!(ids.len(), 3);
        assert!(ids.iter().all(|id| *id == ids[0]));
        for (number, request) in (1..).zip(&received) {
            let count = format!("attempt={number}; max=3");
            assert_eq!(request.header("amz-sdk-request"), Some(count.as_str()));
        }
    }
}

#[tokio::test]
async fn throttling_is_waited_out() {
    for (status, code) in [
        (400, "ThrottlingException"),
        (429, "TooManyRequestsException"),
        (503, "SlowDown"),
    ] {
        let server = Server::start(move |request| match request.number {
            1 | 2 => Reply::error(status, code),
            _ => Reply::success(),
        })
        .await;
        assert!(call(settings(server.url())).await.is_ok(), "{code}");
        let received = server.received();
        assert_eq!(received.len(), 3);
    }
}

#[tokio::test]
async fn a_429_that_does_not_say_throttling_is_not_sent_again() {
    let server = Server::start(|_| Reply::error(429, "TooMuch")).await;
    let error = call(settings(server.url())).await.unwrap_err();
    assert_eq!(error.code(), Some("TooMuch"));
    assert_eq!(error.to_string(), "TooMuch (ListStages, HTTP 429)");
    assert_eq!(server.received().len(), 1);
}

#[tokio::test]
async fn an_error_of_the_model_is_not_sent_again() {
    let server = Server::start(|_| {
        let headers = [
            ("x-amzn-errortype", "ValidationException"),
            ("x-amzn-requestid", "req-1"),
        ];
        Reply::answer(400, &headers, r#"{"exceptionMessage":"bad name"}"#)
    })
    .await;
    let error = call(settings(server.url())).await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "ValidationException: bad name (ListStages, HTTP 400, request id req-1)"
    );
    assert!(error.into_service_error().is_validation_exception());
    assert_eq!(server.received().len(), 1);
}

const HTML: &str = "<html><head><title>Bad gateway at proxy.internal</title></head></html>";

#[tokio::test]
async fn html_of_a_proxy() {
    for (status, attempts) in [(502, 3), (403, 1)] {
        let server = Server::start(move |_| {
            Reply::answer(
                status,
                &[("content-type", "text/html; charset=utf-8")],
                HTML,
            )
        })
        .await;
        let error = call(settings(server.url())).await.unwrap_err();
        assert!(matches!(error, SdkError::ServiceError(_)));
        assert_eq!(error.code(), None);
        let said = error.to_string();
        let expected = format!(
            "the answer is an error without a code, of the type text/html: it may come from a proxy or a load \
             balancer before the service (ListStages, HTTP {status}"
        );
        assert!(said.starts_with(&expected), "{said}");
        assert!(!format!("{error:?}").contains("proxy.internal"));
        assert_eq!(server.received().len(), attempts);
    }
}

#[tokio::test]
async fn a_redirect_is_not_followed() {
    for status in [301, 302, 307, 308] {
        let elsewhere = Server::start(|_| Reply::success()).await;
        let location = format!("{}/login?secret=1", elsewhere.url());
        let headers_to = location.clone();
        let server =
            Server::start(move |_| Reply::answer(status, &[("location", &headers_to)], "")).await;
        let said = text(call(settings(server.url())).await);
        assert_eq!(
            said,
            format!(
                "the answer is a redirect to {}, which is not followed; check the endpoint (ListStages, HTTP {status})",
                elsewhere.url()
            )
        );
        assert_eq!(server.received().len(), 1);
        assert!(elsewhere.received().is_empty());
    }
}

#[tokio::test]
async fn a_redirect_to_nowhere() {
    let server = Server::start(|_| Reply::answer(302, &[], "")).await;
    let said = text(call(settings(server.url())).await);
    assert_eq!(
        said,
        "the answer is a redirect, which is not followed; check the endpoint (ListStages, HTTP 302)"
    );
}

#[tokio::test]
async fn an_error_leaves_the_connection_for_the_next_call() {
    let server = Server::start(|request| match request.number {
        1 => Reply::error(404, "ResourceNotFoundException"),
        _ => Reply::success(),
    })
    .await;
    let client = client(server.url());
    let error = client.get_stage().arn("arn:a").send().await.unwrap_err();
    assert!(error.into_service_error().is_resource_not_found_exception());
    assert!(client.list_stages().send().await.is_ok());
}
