//! What goes wrong on the way, on real sockets.

use std::net::TcpListener;
use std::time::Duration;

use ivs_realtime::blocking::Client;
use ivs_realtime::config::{
    Builder, Config, RetryConfig, StalledStreamProtectionConfig, TimeoutConfig,
};
use ivs_realtime::error::SdkError;

use crate::server::{Answer, Server, answer, bytes};
use crate::{client, settings};

const STAGE: &str = r#"{"stage":{"arn":"arn:stage"}}"#;

/// So short a time that it passes while a server does nothing.
const SOON: Duration = Duration::from_millis(50);

fn limits(timeouts: TimeoutConfig, server: &Server) -> Client {
    let settings = settings(&server.url())
        .timeout_config(timeouts)
        .retry_config(RetryConfig::disabled());
    Client::from_conf(settings.build())
}

#[test]
fn a_refused_connection_is_told_with_its_cause() {
    let url = "http://127.0.0.1:1";
    let client = Client::from_conf(settings(url).build());
    let error = client.get_stage().arn("a").send().unwrap_err();
    assert!(matches!(&error, SdkError::DispatchFailure(failure) if failure.is_io()));
    let text = error.to_string();
    let start = format!("no answer came: cannot connect to {url}: ");
    assert!(text.starts_with(&start), "{text}");
    assert!(text.contains("refused"), "{text}");
    assert!(text.ends_with("(GetStage, 3 attempts)"), "{text}");
}

#[test]
fn a_reset_before_the_answer_is_retried() {
    let server = Server::new(|number, _| match number {
        0 => Answer::LastBytes(Vec::new()),
        _ => answer(200, STAGE),
    });
    client(&server).get_stage().arn("a").send().unwrap();
    assert_eq!(server.received().len(), 2);
}

#[test]
fn a_connection_closed_before_the_answer_is_told() {
    let server = Server::new(|_, _| Answer::LastBytes(Vec::new()));
    let error = client(&server).get_stage().arn("a").send().unwrap_err();
    assert!(matches!(&error, SdkError::DispatchFailure(failure) if failure.is_io()));
    let text = error.to_string();
    assert!(
        text.contains("the connection to http://127.0.0.1:"),
        "{text}"
    );
    assert_eq!(server.received().len(), 3);
}

#[test]
fn a_body_that_is_cut_off_is_retried() {
    let server = Server::new(|number, _| match number {
        0 => {
            let whole = bytes(200, "", STAGE);
            Answer::LastBytes(whole[..whole.len() - 5].to_vec())
        }
        _ => answer(200, STAGE),
    });
    client(&server).get_stage().arn("a").send().unwrap();
    assert_eq!(server.received().len(), 2);
}

#[test]
fn a_body_that_is_always_cut_off_is_told() {
    let cut_off = |bytes: &'static str| {
        let server = Server::new(move |_, _| Answer::LastBytes(bytes.into()));
        let error = client(&server).get_stage().arn("a").send().unwrap_err();
        assert!(matches!(error, SdkError::ResponseError(_)), "{error}");
        error.to_string()
    };
    assert_eq!(
        cut_off("HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{\"st"),
        "the answer could not be read: its body broke off after 4 of 100 bytes (GetStage, HTTP 200, 3 attempts)"
    );
    assert_eq!(
        cut_off("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\n{\"sta\r\n"),
        "the answer could not be read: its body broke off after 5 bytes (GetStage, HTTP 200, 3 attempts)"
    );
}

#[test]
fn what_is_no_answer_is_told() {
    let server = Server::new(|_, _| Answer::LastBytes("220 mail ready\r\n\r\n".into()));
    let error = client(&server).get_stage().arn("a").send().unwrap_err();
    assert!(
        error.to_string().contains(" is no HTTP answer: "),
        "{error}"
    );
}

#[test]
fn a_body_that_is_too_long_is_refused() {
    let refused = |bytes: Vec<u8>| {
        let server = Server::new(move |_, _| Answer::Bytes(bytes.clone()));
        let settings = settings(&server.url()).max_response_bytes(STAGE.len() - 1);
        let client = Client::from_conf(settings.build());
        let error = client.get_stage().arn("a").send().unwrap_err();
        assert!(error.to_string().contains("more than 28 bytes"), "{error}");
        assert_eq!(server.received().len(), 1);
    };
    refused(bytes(200, "", STAGE));
    let chunks = "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n1d\r\n";
    refused(format!("{chunks}{STAGE}\r\n0\r\n\r\n").into());
}

#[test]
fn a_body_that_goes_on_for_ever_is_refused() {
    let server = Server::new(|_, _| {
        let head = b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n";
        let chunk = format!("4000\r\n{}\r\n", "x".repeat(0x4000));
        Answer::Repeat(head.to_vec(), chunk.into())
    });
    let settings = settings(&server.url()).max_response_bytes(100_000);
    let client = Client::from_conf(settings.build());
    let error = client.get_stage().arn("a").send().unwrap_err();
    let text = error.to_string();
    assert!(
        text.contains("its body has more than 100000 bytes"),
        "{text}"
    );
    assert_eq!(server.received().len(), 1);
}

#[test]
fn a_body_may_be_as_long_as_the_limit() {
    let server = Server::new(|_, _| answer(200, STAGE));
    let settings = settings(&server.url()).max_response_bytes(STAGE.len());
    let client = Client::from_conf(settings.build());
    for _ in 0..2 {
        client.get_stage().arn("a").send().unwrap();
    }
    assert_eq!(server.received()[1].connection, 0);
}

#[test]
fn a_server_that_never_answers_meets_the_limit_on_reading() {
    let server = Server::new(|_, _| Answer::Stall(Vec::new()));
    let client = limits(TimeoutConfig::builder().read_timeout(SOON).build(), &server);
    let error = client.get_stage().arn("a").send().unwrap_err();
    assert_eq!(
        error.to_string(),
        "the call took too long: the wait for an answer took longer than 50ms (GetStage)"
    );
}

/// Sends more than a system keeps for a server that takes connections and reads nothing, and gives the error; with
/// settings of the client, and others for the call.
fn upload(of_client: TimeoutConfig, of_call: Builder) -> String {
    let deaf = TcpListener::bind("127.0.0.1:0").unwrap();
    let settings = settings(&format!("http://{}", deaf.local_addr().unwrap()))
        .timeout_config(of_client)
        .retry_config(RetryConfig::disabled());
    let call = Client::from_conf(settings.build())
        .create_stage()
        .name("x".repeat(32 << 20))
        .customize()
        .config_override(of_call);
    // Without a hash over all of it, which would take its time.
    let call = call.mutate_request(|request| {
        let unsigned = "UNSIGNED-PAYLOAD".parse().unwrap();
        request
            .headers_mut()
            .insert("x-amz-content-sha256", unsigned);
    });
    call.send().unwrap_err().to_string()
}

#[test]
fn a_server_that_never_reads_meets_the_limit_on_reading() {
    let limit = TimeoutConfig::builder().read_timeout(SOON).build();
    let none = TimeoutConfig::builder().build();
    let of_call = Config::builder().timeout_config(limit.clone());
    for error in [upload(limit, Config::builder()), upload(none, of_call)] {
        assert_eq!(
            error,
            "the call took too long: the wait for an answer took longer than 50ms (CreateStage)"
        );
    }
}

#[test]
fn a_server_that_never_reads_meets_the_limit_on_the_attempt() {
    let limit = TimeoutConfig::builder().operation_attempt_timeout(SOON);
    assert_eq!(
        upload(limit.build(), Config::builder()),
        "the call took too long: the attempt took longer than 50ms (CreateStage)"
    );
}

#[test]
fn an_attempt_has_a_limit() {
    let timeouts = TimeoutConfig::builder().operation_attempt_timeout(SOON);
    for begun in ["", "HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{"] {
        let server = Server::new(move |_, _| Answer::Stall(begun.into()));
        let client = limits(timeouts.clone().build(), &server);
        let error = client.get_stage().arn("a").send().unwrap_err();
        assert_eq!(
            error.to_string(),
            "the call took too long: the attempt took longer than 50ms (GetStage)"
        );
    }
}

#[test]
fn a_call_has_a_limit() {
    let server = Server::new(|_, _| Answer::Stall(Vec::new()));
    let timeouts = TimeoutConfig::builder().operation_timeout(SOON);
    let client = limits(timeouts.build(), &server);
    let error = client.get_stage().arn("a").send().unwrap_err();
    let text = error.to_string();
    assert!(
        text.contains("the call, with all its attempts, took longer than 50ms"),
        "{text}"
    );
}

#[test]
fn connecting_has_a_limit_that_holds_for_tls_too() {
    let silent = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("https://{}", silent.local_addr().unwrap());
    let timeouts = TimeoutConfig::builder().connect_timeout(SOON).build();
    let settings = settings(&url)
        .timeout_config(timeouts)
        .retry_config(RetryConfig::disabled());
    let client = Client::from_conf(settings.build());
    let error = client.get_stage().arn("a").send().unwrap_err();
    assert_eq!(
        error.to_string(),
        "the call took too long: connecting took longer than 50ms (GetStage)"
    );
}

#[test]
fn a_stalled_body_is_given_up() {
    let server = Server::new(|_, _| {
        Answer::Stall(b"HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{\"st".to_vec())
    });
    let protection = StalledStreamProtectionConfig::enabled()
        .grace_period(Duration::from_millis(5))
        .build();
    let settings = settings(&server.url())
        .stalled_stream_protection(protection)
        .retry_config(RetryConfig::disabled());
    let client = Client::from_conf(settings.build());
    let error = client.get_stage().arn("a").send().unwrap_err();
    let text = error.to_string();
    assert!(
        text.contains("its body took longer than 60ms, which is 12 times"),
        "{text}"
    );
}

#[test]
fn limits_beyond_all_clocks_are_none() {
    let almost = Duration::from_secs(i64::MAX.unsigned_abs());
    for limit in [Duration::MAX, almost] {
        let server = Server::new(|_, _| answer(200, STAGE));
        let timeouts = TimeoutConfig::builder()
            .connect_timeout(limit)
            .read_timeout(limit)
            .operation_attempt_timeout(limit)
            .operation_timeout(limit);
        let protection = StalledStreamProtectionConfig::enabled().grace_period(limit);
        let settings = settings(&server.url())
            .timeout_config(timeouts.build())
            .stalled_stream_protection(protection.build());
        let client = Client::from_conf(settings.build());
        client.get_stage().arn("a").send().unwrap();
        // On a connection that is kept, and with settings for one call.
        let own = TimeoutConfig::builder().read_timeout(limit).build();
        let call = client.get_stage().arn("a").customize();
        call.config_override(Config::builder().timeout_config(own))
            .send()
            .unwrap();
    }
}
