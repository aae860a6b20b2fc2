//! Calls with settings and hooks of their own.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use http::Request;
use http::header::{HeaderName, HeaderValue};
use ivs_realtime::blocking::Client;
use ivs_realtime::config::{Config, RetryConfig, TimeoutConfig};
use ivs_realtime::error::{BoxError, SdkError};
use ivs_realtime::runtime::Bytes;
use ivs_realtime::runtime::call::{AttemptInfo, CallInfo, Intercept};

use crate::server::{Answer, Server, answer};
use crate::{client, settings};

const STAGE: &str = r#"{"stage":{"arn":"arn:stage"}}"#;

#[test]
fn a_request_can_be_changed_before_it_is_signed() {
    let server = Server::new(|_, _| answer(200, STAGE));
    let call = client(&server).get_stage().arn("a").customize();
    let call = call.mutate_request(|request| {
        let headers = request.headers_mut();
        headers.insert("x-test", "1".parse().unwrap());
    });
    call.send().unwrap();
    let received = server.received();
    assert_eq!(received[0].header("x-test"), Some("1"));
    let authorization = received[0].header("authorization").unwrap();
    assert!(authorization.contains(";x-test"), "{authorization}");
}

#[test]
fn a_host_that_a_hook_sets_is_signed_and_sent() {
    let server = Server::new(|_, _| answer(200, STAGE));
    let call = client(&server).get_stage().arn("a").customize();
    let call = call.mutate_request(|request| {
        let headers = request.headers_mut();
        headers.insert("host", "service.example:80".parse().unwrap());
    });
    call.send().unwrap();
    let received = server.received();
    let head = received[0].head.to_lowercase();
    assert_eq!(head.matches("\r\nhost: ").count(), 1, "{head}");
    assert_eq!(received[0].header("host"), Some("service.example:80"));
    let authorization = received[0].header("authorization").unwrap();
    assert_eq!(
        authorization.matches(";host;").count(),
        1,
        "{authorization}"
    );
}

/// Spoils a request after it is signed.
#[derive(Debug)]
struct Spoil(HeaderName, HeaderValue);

impl Intercept for Spoil {
    fn before_sending(
        &self,
        _: &CallInfo<'_>,
        request: &mut Request<Bytes>,
    ) -> Result<(), BoxError> {
        request.headers_mut().insert(&self.0, self.1.clone());
        Ok(())
    }
}

#[test]
fn a_request_that_a_hook_has_spoilt_is_not_sent() {
    let server = Server::new(|_, _| answer(200, STAGE));
    for (name, value, expected) in [
        (
            "content-length",
            &b"1"[..],
            "the header `content-length` of the request says 1, but its body has 11 bytes",
        ),
        (
            "authorization",
            b"\xff",
            "the header `authorization` of the request is not ASCII",
        ),
    ] {
        let hook = Spoil(
            name.parse().unwrap(),
            HeaderValue::from_bytes(value).unwrap(),
        );
        let call = client(&server).get_stage().arn("a").customize();
        let error = call.interceptor(hook).send().unwrap_err();
        assert!(
            matches!(error, SdkError::ConstructionFailure(_)),
            "{error:?}"
        );
        let text = error.to_string();
        assert!(text.contains(expected), "{text}");
        // There was one attempt.
        assert!(text.ends_with("(GetStage)"), "{text}");
    }
    assert!(server.received().is_empty());
}

#[test]
fn a_call_can_have_settings_of_its_own() {
    let server = Server::new(|_, _| answer(503, "{}"));
    let other = Server::new(|_, _| answer(200, STAGE));
    let client = client(&server);
    let once = Config::builder().retry_config(RetryConfig::disabled());
    let call = client.get_stage().arn("a").customize();
    call.config_override(once).send().unwrap_err();
    assert_eq!(server.received().len(), 1);
    let elsewhere = Config::builder().endpoint_url(other.url());
    let call = client.get_stage().arn("a").customize();
    call.config_override(elsewhere).send().unwrap();
    assert_eq!(other.received().len(), 1);
}

#[test]
fn a_call_can_have_limits_of_its_own() {
    let server = Server::new(|_, _| Answer::Stall(Vec::new()));
    let limit = TimeoutConfig::builder().read_timeout(Duration::from_millis(50));
    let settings = Config::builder()
        .timeout_config(limit.build())
        .retry_config(RetryConfig::disabled());
    let call = client(&server).get_stage().arn("a").customize();
    let error = call.config_override(settings).send().unwrap_err();
    assert!(error.to_string().contains("longer than 50ms"), "{error}");
}

/// Which attempt it was, the status of its answer, and whether another follows.
type Seen = (u32, Option<u16>, bool);

#[derive(Debug, Default)]
struct Attempts(Arc<Mutex<Vec<Seen>>>);

impl Intercept for Attempts {
    fn after_attempt(&self, call: &CallInfo<'_>, attempt: &AttemptInfo<'_>) {
        let status = attempt.status.map(|status| status.as_u16());
        let seen = (call.attempt, status, attempt.retry_after.is_some());
        self.0.lock().unwrap().push(seen);
    }
}

#[test]
fn hooks_see_every_attempt() {
    let server = Server::new(|number, _| match number {
        0 => answer(500, "{}"),
        _ => answer(200, STAGE),
    });
    let (ours, calls) = (Attempts::default(), Attempts::default());
    let (of_client, of_call) = (Arc::clone(&ours.0), Arc::clone(&calls.0));
    let client = Client::from_conf(settings(&server.url()).interceptor(ours).build());
    let call = client.get_stage().arn("a").customize();
    call.interceptor(calls).send().unwrap();
    let expected = [(1, Some(500), true), (2, Some(200), false)];
    assert_eq!(*of_client.lock().unwrap(), expected);
    assert_eq!(*of_call.lock().unwrap(), expected);
}
