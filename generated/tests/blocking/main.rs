//! The blocking client, against servers on loopback.

#[cfg(test)]
mod calls;
#[cfg(test)]
mod credentials;
#[cfg(test)]
mod customize;
#[cfg(test)]
mod environment;
#[cfg(test)]
mod failures;
#[cfg(test)]
mod pages;
#[cfg(test)]
#[path = "../support/process.rs"]
mod process;
#[cfg(test)]
mod server;
#[cfg(test)]
mod tracing;
#[cfg(test)]
mod waiting;
#[cfg(test)]
#[cfg(feature = "rustls-ring")]
mod wire;

#[cfg(test)]
use std::sync::atomic::{AtomicUsize, Ordering};
#[cfg(test)]
use std::time::Duration;

#[cfg(test)]
use ivs_realtime::blocking::Client;
#[cfg(test)]
use ivs_realtime::config::{Builder, Config, Credentials, RetryConfig};

/// Settings for calls of an endpoint, with waits of next to nothing between attempts. Each has a region of its own,
/// because clients of the same region share what they may spend on retries.
#[cfg(test)]
fn settings(endpoint: &str) -> Builder {
    static REGIONS: AtomicUsize = AtomicUsize::new(0);
    let region = format!("test-{}", REGIONS.fetch_add(1, Ordering::Relaxed));
    let backoff = Duration::from_millis(1);
    Config::builder()
        .region(region)
        .endpoint_url(endpoint)
        .credentials_provider(Credentials::new(
            "AKIDEXAMPLE",
            "secret",
            None,
            None,
            "test",
        ))
        .retry_config(RetryConfig::standard().with_initial_backoff(backoff))
}

#[cfg(test)]
fn client(server: &server::Server) -> Client {
    Client::from_conf(settings(&server.url()).build())
}
