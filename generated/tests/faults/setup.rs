//! Clients for tests, and what their calls give.

use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use ivs_realtime::Client;
use ivs_realtime::config::{Builder, Config, Credentials, RetryConfig};
use ivs_realtime::error::SdkError;
use ivs_realtime::operation::list_stages::{ListStagesError, ListStagesOutput};

pub(crate) type Listed = Result<ListStagesOutput, SdkError<ListStagesError>>;

/// Settings for calls to this URL: three attempts, and hardly a wait between them.
pub(crate) fn settings(url: &str) -> Builder {
    static REGIONS: AtomicU32 = AtomicU32::new(1);
    let region = format!("test-{}", REGIONS.fetch_add(1, Ordering::Relaxed));
    let credentials = Credentials::new("AKID", "SECRET", None, None, "test");
    Config::builder()
        .region(region)
        .credentials_provider(credentials)
        .endpoint_url(url)
        .retry_config(retries(3))
        .disable_clock_skew_correction(false)
}

/// So many attempts, and hardly a wait between them.
pub(crate) fn retries(max_attempts: u32) -> RetryConfig {
    RetryConfig::standard()
        .with_max_attempts(max_attempts)
        .with_initial_backoff(Duration::from_millis(1))
}

/// A client for calls to this URL.
pub(crate) fn client(url: &str) -> Client {
    Client::from_conf(settings(url).build())
}

/// Calls once with these settings.
pub(crate) async fn call(settings: Builder) -> Listed {
    let client = Client::from_conf(settings.build());
    client.list_stages().send().await
}

/// What a failed call says.
pub(crate) fn text(result: Listed) -> String {
    result.unwrap_err().to_string()
}
