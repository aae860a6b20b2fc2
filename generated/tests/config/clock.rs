//! The async client goes by Tokio's clock: where a test has paused it, nothing is waited for.

use std::future::{Ready, ready};
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use http_body_util::Full;
use ivs_realtime::Client;
use ivs_realtime::config::{Config, Credentials, RetryConfig, TimeoutConfig};
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
