//! Credentials that expire.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, SystemTime};

use aws_credential_types::provider::future;
use ivs_realtime::config::{Credentials, ProvideCredentials};

use crate::server::{Reply, Server};
use crate::setup::{call, settings};

/// Gives the credentials `AKID1`, `AKID2` and so on, which live for this long.
#[derive(Clone, Debug)]
pub(crate) struct Counting {
    lifetime: Duration,
    given: Arc<AtomicUsize>,
}

impl Counting {
    pub(crate) fn new(lifetime: Duration) -> Self {
        Self {
            lifetime,
            given: Arc::default(),
        }
    }

    /// How often credentials were asked for.
    pub(crate) fn given(&self) -> usize {
        self.given.load(Ordering::SeqCst)
    }
}

impl ProvideCredentials for Counting {
    fn provide_credentials<'a>(&'a self) -> future::ProvideCredentials<'a>
    where
        Self: 'a,
    {
        let number = self.given.fetch_add(1, Ordering::SeqCst) + 1;
        let expiry = SystemTime::now() + self.lifetime;
        let id = format!("AKID{number}");
        let credentials = Credentials::new(id, "SECRET", None, Some(expiry), "test");
        future::ProvideCredentials::ready(Ok(credentials))
    }
}

#[tokio::test]
async fn credentials_that_expire_between_attempts_are_replaced() {
    let server = Server::start(|request| match request.number {
        1 => Reply::answer(503, &[], ""),
        _ => Reply::success(),
    })
    .await;
    // So close to their end they are good for one attempt.
    let provider = Counting::new(Duration::from_secs(1));
    let settings = settings(server.url()).credentials_provider(provider.clone());
    call(settings).await.unwrap();
    let received = server.received();
    let signed_by = |at: usize, id: &str| {
        let authorization = received[at].header("authorization").unwrap();
        authorization.contains(&format!("Credential={id}/"))
    };
    assert_eq!(received.len(), 2);
    assert!(signed_by(0, "AKID1") && signed_by(1, "AKID2"));
    assert_eq!(provider.given(), 2);
}

#[tokio::test]
async fn credentials_are_kept_for_the_calls_of_a_client() {
    let server = Server::start(|_| Reply::success()).await;
    let provider = Counting::new(Duration::from_secs(3_600));
    let settings = settings(server.url()).credentials_provider(provider.clone());
    let client = ivs_realtime::Client::from_conf(settings.build());
    for _ in 0..3 {
        client.clone().list_stages().send().await.unwrap();
    }
    assert_eq!(provider.given(), 1);
}
