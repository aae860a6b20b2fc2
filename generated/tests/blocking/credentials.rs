//! Credentials that must be awaited, on threads with and without a runtime.

use std::future::pending;
use std::net::TcpListener;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use aws_credential_types::provider::error::CredentialsError;
use aws_credential_types::provider::future;
use ivs_realtime::blocking::Client;
use ivs_realtime::config::{Config, Credentials, ProvideCredentials, TimeoutConfig};

use crate::server::{Server, answer};
use crate::settings;

/// Does something before it gives credentials, and counts how often it was asked.
#[derive(Clone, Debug, Default)]
struct Provider {
    behaviour: Behaviour,
    asked: Arc<AtomicUsize>,
}

#[derive(Clone, Copy, Debug, Default)]
enum Behaviour {
    /// It needs the timer and the sockets of a runtime.
    #[default]
    NeedsRuntime,
    Fails,
    Panics,
    Hangs,
}

impl ProvideCredentials for Provider {
    fn provide_credentials<'a>(&'a self) -> future::ProvideCredentials<'a>
    where
        Self: 'a,
    {
        self.asked.fetch_add(1, Ordering::Relaxed);
        future::ProvideCredentials::new(async {
            match self.behaviour {
                Behaviour::NeedsRuntime => {
                    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
                    let address = listener.local_addr().unwrap();
                    tokio::net::TcpStream::connect(address).await.unwrap();
                    tokio::time::sleep(Duration::from_millis(1)).await;
                    tokio::spawn(async {}).await.unwrap();
                    Ok(Credentials::new(
                        "AKIDAWAITED",
                        "secret",
                        None,
                        None,
                        "test",
                    ))
                }
                Behaviour::Fails => Err(CredentialsError::not_loaded("nothing here")),
                Behaviour::Panics => panic!("a provider that panics"),
                Behaviour::Hangs => pending().await,
            }
        })
    }
}

fn call(behaviour: Behaviour) -> Result<(), String> {
    let server = Server::new(|_, _| answer(200, "{}"));
    let provider = Provider {
        behaviour,
        ..Provider::default()
    };
    let limit = TimeoutConfig::builder().operation_timeout(match behaviour {
        Behaviour::Hangs => Duration::from_millis(50),
        _ => Duration::from_secs(60),
    });
    let settings = settings(&server.url())
        .credentials_provider(provider.clone())
        .timeout_config(limit.build());
    let client = Client::from_conf(settings.build());
    for _ in 0..2 {
        let sent = client.get_stage().arn("a").send();
        sent.map_err(|error| error.to_string())?;
    }
    assert_eq!(provider.asked.load(Ordering::Relaxed), 1);
    let received = server.received();
    let authorization = received[1].header("authorization").unwrap();
    assert!(
        authorization.contains("Credential=AKIDAWAITED/"),
        "{authorization}"
    );
    Ok(())
}

#[test]
fn a_provider_has_a_runtime() {
    call(Behaviour::NeedsRuntime).unwrap();
}

#[tokio::test]
async fn a_provider_has_a_runtime_of_its_own() {
    call(Behaviour::NeedsRuntime).unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_provider_has_a_runtime_of_its_own_beside_several_threads() {
    call(Behaviour::NeedsRuntime).unwrap();
}

#[test]
fn a_provider_that_fails_ends_the_call() {
    let error = call(Behaviour::Fails).unwrap_err();
    assert!(error.contains("(GetStage)"), "{error}");
}

#[tokio::test]
async fn a_provider_that_panics_ends_the_call() {
    let error = call(Behaviour::Panics).unwrap_err();
    assert!(
        error.contains("the provider of credentials panicked"),
        "{error}"
    );
}

#[test]
fn a_provider_that_hangs_meets_the_limit_of_the_call() {
    let error = call(Behaviour::Hangs).unwrap_err();
    assert!(error.contains("took longer than 50ms"), "{error}");
}

#[test]
fn no_credentials_are_an_error_that_says_how_to_set_them() {
    let settings = Config::builder()
        .region("us-east-1")
        .endpoint_url("http://127.0.0.1:1");
    let client = Client::from_conf(settings.build());
    let error = client.get_stage().arn("a").send().unwrap_err().to_string();
    assert!(error.contains("no credentials are set"), "{error}");
}
