mod failures;
mod refresh;
mod sharing;

use std::collections::VecDeque;
use std::sync::{Arc, Mutex as SyncMutex};
use std::time::UNIX_EPOCH;

use aws_credential_types::provider::error::CredentialsError;
use aws_credential_types::provider::future;

use super::*;

/// How long the provider may take.
const LOAD_TIMEOUT: Duration = Duration::from_secs(22);

const SECRET: &str = "sEcReT-1234567890";

/// What the provider does when it is asked.
#[derive(Debug)]
pub(in crate::runtime::client) enum Script {
    /// Gives credentials with this key id, that expire so many seconds after the epoch.
    Give(&'static str, Option<u64>),
    /// The same, one second later.
    GiveLater(&'static str, Option<u64>),
    Fail(CredentialsError),
    Hang,
}

#[derive(Debug, Default)]
pub(in crate::runtime::client) struct Provider {
    script: SyncMutex<VecDeque<Script>>,
    asked: SyncMutex<usize>,
}

/// The provider, shared with the test.
#[derive(Debug)]
struct Shared(Arc<Provider>);

impl ProvideCredentials for Shared {
    fn provide_credentials<'a>(&'a self) -> future::ProvideCredentials<'a>
    where
        Self: 'a,
    {
        *self.0.asked.lock().unwrap() += 1;
        let next = self.0.script.lock().unwrap().pop_front();
        future::ProvideCredentials::new(async move {
            match next.expect("asked more often than the script says") {
                Script::Give(id, expiry) => Ok(credentials(id, expiry)),
                Script::GiveLater(id, expiry) => {
                    tokio::time::sleep(Duration::from_secs(1)).await;
                    Ok(credentials(id, expiry))
                }
                Script::Fail(error) => Err(error),
                Script::Hang => std::future::pending().await,
            }
        })
    }
}

impl CredentialsCache {
    /// Waits until nobody asks the provider.
    pub(in crate::runtime::client) async fn settled(&self) {
        drop(self.loading.lock().await);
    }
}

pub(in crate::runtime::client) fn at(seconds: u64) -> SystemTime {
    UNIX_EPOCH + Duration::from_secs(seconds)
}

fn credentials(id: &str, expiry: Option<u64>) -> Credentials {
    Credentials::new(id, SECRET, None, expiry.map(at), "test")
}

fn failure() -> Script {
    Script::Fail(CredentialsError::provider_error("the metadata said 503"))
}

/// A cache over a provider with a script.
pub(in crate::runtime::client) fn cache(
    script: impl IntoIterator<Item = Script>,
) -> (Arc<CredentialsCache>, Arc<Provider>) {
    let provider = Arc::new(Provider {
        script: SyncMutex::new(script.into_iter().collect()),
        ..Provider::default()
    });
    let shared = SharedCredentialsProvider::new(Shared(Arc::clone(&provider)));
    let cache = CredentialsCache::new(shared, LOAD_TIMEOUT);
    (Arc::new(cache), provider)
}

pub(in crate::runtime::client) fn asked(provider: &Provider) -> usize {
    *provider.asked.lock().unwrap()
}

async fn id(cache: &Arc<CredentialsCache>, seconds: u64) -> String {
    let credentials = cache.get(at(seconds)).await.unwrap();
    credentials.access_key_id().to_owned()
}

async fn error(cache: &Arc<CredentialsCache>, seconds: u64) -> String {
    let failure = cache.get(at(seconds)).await.unwrap_err();
    failure.source().to_string()
}
