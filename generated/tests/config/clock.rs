//! The async client goes by Tokio's clock: where a test has paused it, nothing is waited for.

use std::future::{Ready, ready};
use std::task::{Context, Poll};
use std::time::Duration;

use aws_credential_types::provider::future;
use bytes::Bytes;
use http_body_util::Full;
use ivs_realtime::Client;
use ivs_realtime::config::{Config, Credentials, ProvideCredentials, RetryConfig, TimeoutConfig};
use ivs_realtime::error::SdkError;
use ivs_realtime::runtime::client::Transport;
use tokio::time::Instant;

/// A service that is never well.
#[derive(Clone, Debug)]
struct Unwell;

impl tower_service::Service<http::Request<Full<Bytes>>> for Unwell {
    type Response = http::Response<Full<Bytes>>;
    type Error = std::io::Error;
    type Future = Ready<Result<Self::Response, Self::Error>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Self::Error>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, _: http::Request<Full<Bytes>>) -> Self::Future {
        let answer = http::Response::builder().status(503);
        ready(Ok(answer.body(Full::default()).unwrap()))
    }
}

#[tokio::test(start_paused = true)]
async fn a_paused_clock_is_waited_by() {
    const WAIT: Duration = Duration::from_secs(20);
    let retries = RetryConfig::standard()
        .with_max_attempts(u32::MAX)
        .with_initial_backoff(WAIT)
        .with_max_backoff(WAIT);
    let timeouts = TimeoutConfig::builder().operation_timeout(3 * WAIT);
    let config = Config::builder()
        .region("paused-clock")
        .credentials_provider(Credentials::new("AKID", "SECRET", None, None, "test"))
        .retry_config(retries)
        .timeout_config(timeouts.build())
        .transport(Transport::from_service(Unwell));
    let client = Client::from_conf(config.build());
    let start = Instant::now();
    let error = client.list_stages().send().await.unwrap_err();
    // The wait for the next attempt is cut off there.
    assert!(matches!(error, SdkError::TimeoutError(_)), "{error:?}");
    assert_eq!(start.elapsed(), 3 * WAIT);
}

/// Never answers.
#[derive(Debug)]
struct Silent;

impl ProvideCredentials for Silent {
    fn provide_credentials<'a>(&'a self) -> future::ProvideCredentials<'a>
    where
        Self: 'a,
    {
        future::ProvideCredentials::new(std::future::pending())
    }
}

/// As the official client does: so long can the retries of a provider last that are those of the settings.
#[tokio::test(start_paused = true)]
async fn a_provider_may_take_as_long_as_its_retries() {
    let retries = |attempts| RetryConfig::standard().with_max_attempts(attempts);
    let config = Config::builder()
        .region("us-east-1")
        .credentials_provider(Silent)
        .retry_config(retries(1));
    let client = Client::from_conf(config.build());
    let start = Instant::now();
    let error = client.list_stages().send().await.unwrap_err();
    assert_eq!(start.elapsed(), Duration::from_millis(6_200), "{error}");
    assert_eq!(
        error.to_string(),
        "the call took too long: getting credentials took longer than 6.2s (ListStages)"
    );

    let own = Config::builder()
        .credentials_provider(Silent)
        .retry_config(retries(2));
    let call = client.list_stages().customize().config_override(own);
    let error = call.send().await.unwrap_err().to_string();
    assert!(error.contains("13.4s"), "{error}");
}
