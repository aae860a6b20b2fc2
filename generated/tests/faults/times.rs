//! Servers that take their time.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use bytes::Bytes;
use http::Request;
use ivs_realtime::config::{Builder, StalledStreamProtectionConfig, TimeoutConfig};
use ivs_realtime::error::SdkError;
use ivs_realtime::runtime::call::{CallInfo, Intercept};
use ivs_realtime::runtime::client::Transport;
use ivs_realtime::runtime::error::BoxError;

use crate::server::{Reply, Server};
use crate::setup::{Listed, call, retries, settings};

const LIMIT: Duration = Duration::from_millis(100);

/// So late that only a limit can end the test.
const NEVER: Duration = Duration::from_secs(3_600);

fn limited(url: &str, timeouts: TimeoutConfig) -> Builder {
    settings(url)
        .timeout_config(timeouts)
        .retry_config(retries(2))
}

/// What a call says that a limit of its own has ended.
fn timed_out(result: Listed) -> String {
    let error = result.unwrap_err();
    assert!(matches!(error, SdkError::TimeoutError(_)), "{error:?}");
    error.to_string()
}

/// What a call says whose transport took too long.
fn transport_timed_out(result: Listed) -> String {
    let error = result.unwrap_err();
    assert!(
        matches!(&error, SdkError::DispatchFailure(failure) if failure.is_timeout()),
        "{error:?}"
    );
    error.to_string()
}

/// What each attempt says of itself.
#[derive(Clone, Debug, Default)]
struct Attempts(Arc<Mutex<Vec<String>>>);

impl Attempts {
    fn all(&self) -> Vec<String> {
        self.0.lock().unwrap().clone()
    }
}

impl Intercept for Attempts {
    fn before_sending(
        &self,
        _call: &CallInfo<'_>,
        request: &mut Request<Bytes>,
    ) -> Result<(), BoxError> {
        let count = request.headers()["amz-sdk-request"].to_str()?;
        self.0.lock().unwrap().push(count.to_owned());
        Ok(())
    }
}

async fn silent() -> Server {
    Server::start(|_| Reply::raw("").then_hang()).await
}

#[tokio::test]
async fn the_read_timeout_ends_the_wait_for_an_answer() {
    let server = silent().await;
    let timeouts = TimeoutConfig::builder().read_timeout(LIMIT).build();
    let attempts = Attempts::default();
    let settings = limited(server.url(), timeouts).interceptor(attempts.clone());
    let said = transport_timed_out(call(settings).await);
    let expected = "the wait for an answer took longer than 100ms (ListStages";
    assert!(said.contains(expected), "{said}");
    let [first, second] = &attempts.all()[..] else {
        panic!("{attempts:?}");
    };
    assert_eq!(first, "attempt=1; max=2");
    let is_dated = second.starts_with("ttl=") && second.ends_with("Z; attempt=2; max=2");
    assert!(is_dated, "{second}");
}

#[tokio::test]
async fn the_read_timeout_is_not_for_the_body() {
    let head = "HTTP/1.1 200 OK\r\ncontent-length: 28\r\n\r\n";
    let server = Server::start(move |_| Reply::raw(head).then_hang()).await;
    let timeouts = TimeoutConfig::builder()
        .read_timeout(Duration::from_secs(60))
        .operation_timeout(Duration::from_millis(400))
        .build();
    let said = timed_out(call(limited(server.url(), timeouts)).await);
    let expected = "the call, with all its attempts, took longer than 400ms";
    assert!(said.contains(expected), "{said}");
}

#[tokio::test]
async fn the_attempt_timeout_ends_attempts() {
    let server = silent().await;
    let timeouts = TimeoutConfig::builder()
        .operation_attempt_timeout(LIMIT)
        .build();
    let attempts = Attempts::default();
    let settings = limited(server.url(), timeouts).interceptor(attempts.clone());
    let said = timed_out(call(settings).await);
    let expected = "the call took too long: the attempt took longer than 100ms (ListStages";
    assert!(said.starts_with(expected), "{said}");
    assert_eq!(attempts.all(), ["attempt=1; max=2", "attempt=2; max=2"]);
}

#[tokio::test]
async fn the_operation_timeout_ends_the_call() {
    let server = silent().await;
    let timeouts = TimeoutConfig::builder().operation_timeout(LIMIT).build();
    let attempts = Attempts::default();
    let settings = limited(server.url(), timeouts).interceptor(attempts.clone());
    let said = timed_out(call(settings).await);
    let expected = "the call took too long: the call, with all its attempts, took longer than 100ms (ListStages";
    assert!(said.starts_with(expected), "{said}");
    assert_eq!(attempts.all(), ["attempt=1; max=2"]);
}

#[tokio::test]
async fn the_operation_timeout_ends_the_wait_for_a_retry() {
    let server = Server::start(|_| Reply::answer(503, &[("x-amz-retry-after", "20000")], "")).await;
    let timeouts = TimeoutConfig::builder().operation_timeout(LIMIT).build();
    let said = timed_out(call(limited(server.url(), timeouts)).await);
    assert!(said.contains("the call, with all its attempts,"), "{said}");
}

#[tokio::test]
async fn the_connect_timeout_is_for_tls_too() {
    // It takes connections, and never says a word of TLS.
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("https://{}", listener.local_addr().unwrap());
    let authority = rcgen::generate_simple_self_signed(["localhost".to_owned()]).unwrap();
    let transport = Transport::builder()
        .root_certificates_pem(authority.cert.pem())
        .connect_timeout(LIMIT)
        .build()
        .unwrap();
    let said = transport_timed_out(call(settings(&url).transport(transport)).await);
    let expected =
        format!("cannot connect to {url}: connecting took longer than 100ms (ListStages");
    assert!(said.contains(&expected), "{said}");
}

#[tokio::test]
async fn the_read_timeout_is_not_for_connecting() {
    // Nothing is sent before TLS is there.
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("https://{}", listener.local_addr().unwrap());
    let timeouts = TimeoutConfig::builder()
        .connect_timeout(LIMIT * 3)
        .read_timeout(Duration::from_millis(1))
        .build();
    let said = transport_timed_out(call(limited(&url, timeouts)).await);
    let expected =
        format!("cannot connect to {url}: connecting took longer than 300ms (ListStages");
    assert!(said.contains(&expected), "{said}");
}

#[tokio::test]
async fn an_attempt_timeout_ends_a_dripping_answer() {
    let server = Server::start(|_| Reply::success().dripping(Duration::from_secs(1))).await;
    let timeouts = TimeoutConfig::builder()
        .operation_attempt_timeout(LIMIT)
        .build();
    let said = timed_out(call(limited(server.url(), timeouts)).await);
    assert!(
        said.contains("the attempt took longer than 100ms"),
        "{said}"
    );
}

#[tokio::test]
async fn a_body_that_stops_is_given_up() {
    let head = "HTTP/1.1 200 OK\r\ncontent-length: 28\r\n\r\n{";
    let server = Server::start(move |_| Reply::raw(head).then_hang()).await;
    let protection = StalledStreamProtectionConfig::enabled().grace_period(LIMIT);
    let settings = settings(server.url()).stalled_stream_protection(protection.build());
    let error = call(settings.retry_config(retries(2))).await.unwrap_err();
    assert!(matches!(error, SdkError::ResponseError(_)), "{error:?}");
    let said = error.to_string();
    assert!(
        said.contains("its body brought less than 1 byte per second for 100ms"),
        "{said}"
    );
    assert_eq!(server.received().len(), 2);
}

#[tokio::test]
async fn credentials_that_take_long_are_within_the_attempt() {
    #[derive(Debug)]
    struct Slow;

    impl ivs_realtime::config::ProvideCredentials for Slow {
        fn provide_credentials<'a>(
            &'a self,
        ) -> aws_credential_types::provider::future::ProvideCredentials<'a>
        where
            Self: 'a,
        {
            aws_credential_types::provider::future::ProvideCredentials::new(async {
                tokio::time::sleep(NEVER).await;
                Err(aws_credential_types::provider::error::CredentialsError::not_loaded("never"))
            })
        }
    }

    let server = silent().await;
    let timeouts = TimeoutConfig::builder().operation_timeout(LIMIT).build();
    let settings = limited(server.url(), timeouts).credentials_provider(Slow);
    let said = timed_out(call(settings).await);
    assert!(said.contains("took longer than 100ms"), "{said}");
    assert!(server.received().is_empty());
}
