//! Calls that succeed, and the connections that they take.

use std::thread;
use std::time::Duration;

use aws_smithy_types::retry::ReconnectMode;
use ivs_realtime::blocking::Client;
use ivs_realtime::config::RetryConfig;
use ivs_realtime::error::ProvideErrorMetadata;
use ivs_realtime::test_util::ScriptedTransport;

use crate::server::{Answer, Server, answer, bytes};
use crate::{client, settings};

const STAGE: &str = r#"{"stage":{"arn":"arn:stage","name":"a"}}"#;

#[test]
fn a_call_gives_its_output() {
    let server = Server::new(|_, _| Answer::Bytes(bytes(200, "x-amzn-requestid: r-1\r\n", STAGE)));
    let client = client(&server);
    let output = client.create_stage().name("a").send().unwrap();
    assert_eq!(output.stage().unwrap().arn(), "arn:stage");
    let received = server.received();
    assert_eq!(received.len(), 1);
    assert!(
        received[0]
            .head
            .starts_with("POST /CreateStage HTTP/1.1\r\n")
    );
    assert_eq!(received[0].body, br#"{"name":"a"}"#);
}

#[test]
fn an_error_of_the_service_names_what_went_wrong() {
    let server = Server::new(|_, _| {
        let headers = "x-amzn-errortype: ValidationException\r\nx-amzn-requestid: r-1\r\n";
        Answer::Bytes(bytes(400, headers, r#"{"exceptionMessage":"bad name"}"#))
    });
    let error = client(&server).create_stage().send().unwrap_err();
    assert_eq!(error.code(), Some("ValidationException"));
    assert_eq!(
        error.to_string(),
        "ValidationException: bad name (CreateStage, HTTP 400, request id r-1)"
    );
}

#[test]
fn calls_share_a_connection() {
    let server = Server::new(|_, _| answer(200, STAGE));
    let client = client(&server);
    for _ in 0..3 {
        client.clone().get_stage().arn("arn:stage").send().unwrap();
    }
    let connections: Vec<usize> = server.received().iter().map(|one| one.connection).collect();
    assert_eq!(connections, [0, 0, 0]);
}

#[test]
fn a_connection_that_the_server_closed_is_not_used_again() {
    let server = Server::new(|_, _| Answer::LastBytes(bytes(200, "connection: close\r\n", STAGE)));
    let client = client(&server);
    for _ in 0..3 {
        client.get_stage().arn("arn:stage").send().unwrap();
    }
    let connections: Vec<usize> = server.received().iter().map(|one| one.connection).collect();
    assert_eq!(connections, [0, 1, 2]);
}

#[test]
fn an_error_that_passes_is_retried_on_another_connection() {
    let server = Server::new(|number, _| match number {
        0 | 1 => answer(503, "{}"),
        _ => answer(200, STAGE),
    });
    let output = client(&server).get_stage().arn("arn:stage").send().unwrap();
    assert_eq!(output.stage().unwrap().arn(), "arn:stage");
    let received = server.received();
    let attempts: Vec<_> = received
        .iter()
        .map(|one| (one.connection, one.header("amz-sdk-request")))
        .collect();
    assert_eq!(
        attempts,
        [
            (0, Some("attempt=1; max=3")),
            (1, Some("attempt=2; max=3")),
            (2, Some("attempt=3; max=3")),
        ]
    );
    let ids: Vec<_> = received
        .iter()
        .map(|one| one.header("amz-sdk-invocation-id"))
        .collect();
    assert!(
        ids[0].is_some() && ids.iter().all(|id| *id == ids[0]),
        "{ids:?}"
    );
}

#[test]
fn a_connection_with_an_error_that_passes_is_kept_on_request() {
    let server = Server::new(|number, _| match number {
        0 | 1 => answer(503, "{}"),
        _ => answer(200, STAGE),
    });
    let retries = RetryConfig::standard()
        .with_initial_backoff(Duration::from_millis(1))
        .with_reconnect_mode(ReconnectMode::ReuseAllConnections);
    let client = Client::from_conf(settings(&server.url()).retry_config(retries).build());
    client.get_stage().arn("arn:stage").send().unwrap();
    let connections: Vec<usize> = server.received().iter().map(|one| one.connection).collect();
    assert_eq!(connections, [0, 0, 0]);
}

#[test]
fn a_transport_for_async_code_is_refused() {
    let server = Server::new(|_, _| answer(200, STAGE));
    let script = ScriptedTransport::new();
    let settings = settings(&server.url()).transport(script.transport());
    let client = Client::from_conf(settings.build());
    let error = client.get_stage().arn("arn:stage").send().unwrap_err();
    let text = error.to_string();
    assert!(
        text.contains("`Config::builder().transport(..)` sets is for async code"),
        "{text}"
    );
    assert!(text.ends_with("(GetStage)"), "{text}");
    assert!(server.received().is_empty() && script.requests().is_empty());
}

#[test]
fn a_redirect_is_not_followed() {
    let server =
        Server::new(|_, _| Answer::Bytes(bytes(302, "location: http://127.0.0.1:1/\r\n", "")));
    let error = client(&server).get_stage().arn("a").send().unwrap_err();
    assert_eq!(error.raw_response().unwrap().status(), 302);
    assert_eq!(server.received().len(), 1);
}

#[test]
fn many_threads_share_a_client() {
    let server = Server::new(|_, request| {
        let name = String::from_utf8_lossy(&request.body).into_owned();
        answer(
            200,
            &format!(r#"{{"stage":{{"arn":"arn:stage","tags":{name}}}}}"#),
        )
    });
    let client = client(&server);
    thread::scope(|scope| {
        for number in 0..16 {
            let client = &client;
            scope.spawn(move || {
                for turn in 0..10 {
                    let name = format!("{number}-{turn}");
                    let output = client.create_stage().name(&name).send().unwrap();
                    let tags = output.stage().unwrap().tags().unwrap();
                    assert_eq!(tags["name"], name);
                }
            });
        }
    });
    assert_eq!(server.received().len(), 160);
}

#[tokio::test]
async fn a_thread_of_a_runtime_can_call() {
    let server = Server::new(|_, _| answer(200, STAGE));
    let output = client(&server).get_stage().arn("arn:stage").send().unwrap();
    assert_eq!(output.stage().unwrap().arn(), "arn:stage");
}

#[test]
fn the_debug_text_of_a_client_shows_no_secret() {
    let client = Client::from_conf(settings("http://127.0.0.1:1").build());
    let text = format!("{client:?}");
    assert!(!text.contains("\"secret\""), "{text}");
    assert!(text.len() < 10_000, "{text}");
}
