//! Connections that cannot be made, break, or are not to be used again.

use std::error::Error;
use std::time::Duration;

use aws_smithy_types::retry::ReconnectMode;
use ivs_realtime::config::TimeoutConfig;
use ivs_realtime::error::SdkError;

use crate::server::{Reply, STAGES, Server};
use crate::setup::{call, client, retries, settings, text};

#[tokio::test]
async fn a_connection_that_is_refused() {
    let result = call(settings("http://127.0.0.1:1")).await;
    let error = result.unwrap_err();
    let SdkError::DispatchFailure(failure) = &error else {
        panic!("{error:?}");
    };
    assert!(failure.is_io() && !failure.is_timeout());
    let said = error.to_string();
    let reason = "cannot connect to http://127.0.0.1:1: Connection refused (os error ";
    assert!(said.contains(reason), "{said}");
    assert!(said.contains("(ListStages"), "{said}");
    let causes: Vec<String> = std::iter::successors(error.source(), |&error| error.source())
        .map(ToString::to_string)
        .collect();
    assert!(causes.len() > 1, "{causes:?}");
}

#[tokio::test]
async fn a_reset_before_the_answer() {
    let server = Server::start(|request| match request.number {
        1 | 2 => Reply::raw("").then_reset(),
        _ => Reply::success(),
    })
    .await;
    let output = call(settings(server.url())).await.unwrap();
    assert_eq!(output.stages().len(), 1);
    let connections: Vec<usize> = server.received().iter().map(|r| r.connection).collect();
    assert_eq!(connections, [1, 2, 3]);
}

#[tokio::test]
async fn a_reset_before_every_answer() {
    let server = Server::start(|_| Reply::raw("").then_reset()).await;
    let error = call(settings(server.url())).await.unwrap_err();
    assert!(matches!(&error, SdkError::DispatchFailure(failure) if failure.is_io()));
    let said = error.to_string();
    let expected = format!("the connection to {} failed: ", server.url());
    assert!(said.contains(&expected), "{said}");
    assert_eq!(server.received().len(), 3);
}

#[tokio::test]
async fn a_close_before_every_answer() {
    let server = Server::start(|_| Reply::raw("").then_close()).await;
    let said = text(call(settings(server.url())).await);
    let expected = format!(
        "the connection to {} failed: connection closed before message completed (ListStages",
        server.url()
    );
    assert!(said.contains(&expected), "{said}");
    assert_eq!(server.received().len(), 3);
}

#[tokio::test]
async fn a_reset_in_the_middle_of_the_body() {
    let part = "HTTP/1.1 200 OK\r\ncontent-length: 28\r\n\r\n{\"stages";
    let server = Server::start(move |_| Reply::raw(part).then_reset()).await;
    let error = call(settings(server.url())).await.unwrap_err();
    // What was received and not read yet may be lost with the connection, so the head may never be seen.
    assert!(
        matches!(
            error,
            SdkError::ResponseError(_) | SdkError::DispatchFailure(_)
        ),
        "{error:?}"
    );
    assert_eq!(server.received().len(), 3);
}

#[tokio::test]
async fn a_body_that_is_cut_off() {
    let part = "HTTP/1.1 200 OK\r\nx-amzn-requestid: req-1\r\ncontent-length: 28\r\n\r\n{\"stages";
    let server = Server::start(move |_| Reply::raw(part).then_close()).await;
    let error = call(settings(server.url())).await.unwrap_err();
    assert!(matches!(error, SdkError::ResponseError(_)));
    let said = error.to_string();
    let expected = "the answer could not be read: its body broke off after 8 of 28 bytes: end of file before message \
                    length reached (ListStages, HTTP 200, request id req-1";
    assert!(said.starts_with(expected), "{said}");
    assert!(!format!("{error:?}").contains("stages"), "{error:?}");
    assert_eq!(server.received().len(), 3);
}

#[tokio::test]
async fn a_chunked_body_that_is_cut_off_and_then_is_not() {
    let part = "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n1c\r\n{\"stages\"";
    let server = Server::start(move |request| match request.number {
        1 => Reply::raw(part).then_close(),
        _ => Reply::success(),
    })
    .await;
    assert!(call(settings(server.url())).await.is_ok());
    assert_eq!(server.received().len(), 2);
}

#[tokio::test]
async fn a_content_length_that_is_too_large() {
    let length = STAGES.len();
    let bytes = format!(
        "HTTP/1.1 200 OK\r\ncontent-length: {}\r\n\r\n{STAGES}",
        length + 5
    );
    let server = Server::start(move |_| Reply::raw(bytes.clone()).then_close()).await;
    let said = text(call(settings(server.url())).await);
    let expected = format!("its body broke off after {length} of {} bytes", length + 5);
    assert!(said.contains(&expected), "{said}");
    assert_eq!(server.received().len(), 3);
}

#[tokio::test]
async fn a_content_length_that_is_too_small() {
    let short = STAGES.len() - 5;
    let bytes = format!("HTTP/1.1 200 OK\r\ncontent-length: {short}\r\n\r\n{STAGES}");
    let server = Server::start(move |request| match request.number {
        1 => Reply::raw(bytes.clone()),
        _ => Reply::success(),
    })
    .await;
    let client = client(server.url());
    let error = client.list_stages().send().await.unwrap_err();
    // The service did what it was asked for: the call is not made twice.
    let said = error.to_string();
    assert!(said.starts_with("the answer could not be read"), "{said}");
    assert_eq!(server.received().len(), 1);
    // What was left over is not taken for an answer to the next call.
    let output = client.list_stages().send().await.unwrap();
    assert_eq!(output.stages().len(), 1);
    assert_eq!(server.received()[1].connection, 2);
}

#[tokio::test]
async fn a_body_that_is_larger_than_the_limit() {
    let server = Server::start(|_| Reply::success()).await;
    let settings = settings(server.url()).max_response_bytes(STAGES.len() - 1);
    let said = text(call(settings).await);
    assert!(said.contains("max_response_bytes"), "{said}");
    assert_eq!(server.received().len(), 1);
}

#[tokio::test]
async fn what_is_no_http() {
    let server = Server::start(|_| Reply::raw("220 mail.example.com\r\n\r\n").then_close()).await;
    let error = call(settings(server.url())).await.unwrap_err();
    let said = error.to_string();
    let expected = format!("what came from {} is no HTTP answer: ", server.url());
    assert!(said.contains(&expected), "{said}");
    assert!(!said.contains("mail"), "{said}");
    assert_eq!(server.received().len(), 3);
}

#[tokio::test]
async fn a_server_that_closes_idle_connections() {
    let server = Server::start(|_| Reply::success().then_close()).await;
    let client = client(server.url());
    for _ in 0..10 {
        client.list_stages().send().await.unwrap();
    }
}

/// Which connections an error and the retry after it arrive on.
async fn connections_of_a_retry(mode: ReconnectMode) -> Vec<usize> {
    let server = Server::start(|request| match request.number {
        // The wait lets the connection go back to the pool.
        1 => Reply::answer(503, &[("x-amz-retry-after", "50")], ""),
        _ => Reply::success(),
    })
    .await;
    let retries = retries(3).with_reconnect_mode(mode);
    call(settings(server.url()).retry_config(retries))
        .await
        .unwrap();
    server.received().iter().map(|r| r.connection).collect()
}

#[tokio::test]
async fn a_connection_with_a_transient_error_is_given_up() {
    let connections = connections_of_a_retry(ReconnectMode::ReconnectOnTransientError);
    assert_eq!(connections.await, [1, 2]);
}

#[tokio::test]
async fn a_connection_with_a_transient_error_is_kept_on_request() {
    let connections = connections_of_a_retry(ReconnectMode::ReuseAllConnections);
    assert_eq!(connections.await, [1, 1]);
}

#[tokio::test]
async fn a_connection_that_an_attempt_waited_on_in_vain_is_given_up() {
    let server = Server::start(|request| match request.number {
        1 => Reply::raw("").then_hang(),
        _ => Reply::success(),
    })
    .await;
    let timeouts = TimeoutConfig::builder()
        .operation_attempt_timeout(Duration::from_millis(300))
        .build();
    let settings = settings(server.url()).timeout_config(timeouts);
    call(settings.retry_config(retries(20))).await.unwrap();
    let connections: Vec<usize> = server.received().iter().map(|r| r.connection).collect();
    assert!(connections.len() >= 2);
    assert!(connections.is_sorted_by(|a, b| a < b), "{connections:?}");
}
