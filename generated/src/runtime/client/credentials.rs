//! Credentials, kept until they are about to expire.

use std::sync::{PoisonError, RwLock};
use std::time::{Duration, SystemTime};

use aws_credential_types::Credentials;
use aws_credential_types::provider::{ProvideCredentials, SharedCredentialsProvider};
use tokio::sync::Mutex;

use crate::runtime::call::{Elapsed, Failure, Limited};

/// So long before they expire, credentials are no longer used.
const UNUSABLE_BEFORE: Duration = Duration::from_secs(10);

/// So long before they expire, one call gets new ones while the others go on with the old.
const REFRESHED_BEFORE: Duration = Duration::from_secs(5 * 60);

/// After an early refresh, this long nobody tries another: the provider may not have newer ones yet.
const BETWEEN_EARLY_REFRESHES: Duration = Duration::from_secs(60);

/// How long a provider may take. An instance's metadata, asked three times, takes less.
const LOAD_TIMEOUT: Duration = Duration::from_secs(15);

/// What a provider gave last. Whoever finds it about to expire asks the provider, one at a time.
#[derive(Debug)]
pub(super) struct CredentialsCache {
    provider: SharedCredentialsProvider,
    kept: RwLock<Kept>,
    refreshing: Mutex<()>,
}

#[derive(Debug, Default)]
struct Kept {
    credentials: Option<Credentials>,
    loaded: Option<SystemTime>,
}

/// What to say where there are no credentials.
pub(super) fn no_credentials() -> &'static str {
    "no credentials are set; set them with `Config::builder().credentials_provider(..)`, or make the client with \
     `Client::from_env()`, which reads AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN, or, with the \
     feature `aws-config`, with `Client::new(&aws_config::load_from_env().await)`, which looks into profiles, single \
     sign-on, web identity tokens, and the metadata of containers and instances too"
}

enum Freshness {
    Fresh(Credentials),
    /// They can be used, and should be replaced.
    Aging(Credentials),
    Unusable,
}

impl CredentialsCache {
    pub(super) fn new(provider: SharedCredentialsProvider) -> Self {
        Self {
            provider,
            kept: RwLock::default(),
            refreshing: Mutex::new(()),
        }
    }

    /// The kept credentials, if nothing needs to be awaited for them.
    pub(super) fn fresh(&self, now: SystemTime) -> Option<Credentials> {
        match self.freshness(now) {
            Freshness::Fresh(credentials) => Some(credentials),
            Freshness::Aging(_) | Freshness::Unusable => None,
        }
    }

    /// The kept credentials, or new ones.
    pub(super) async fn get(&self, now: SystemTime) -> Result<Credentials, Failure> {
        match self.freshness(now) {
            Freshness::Fresh(credentials) => Ok(credentials),
            Freshness::Aging(credentials) => match self.refreshing.try_lock() {
                // What is kept does until it expires; the next early refresh may fare better.
                Ok(_guard) => Ok(self.load(now).await.unwrap_or(credentials)),
                Err(_) => Ok(credentials),
            },
            Freshness::Unusable => {
                let _guard = self.refreshing.lock().await;
                // Somebody may have been faster.
                match self.freshness(now) {
                    Freshness::Fresh(credentials) | Freshness::Aging(credentials) => {
                        Ok(credentials)
                    }
                    Freshness::Unusable => self.load(now).await,
                }
            }
        }
    }

    fn freshness(&self, now: SystemTime) -> Freshness {
        let kept = self.kept.read().unwrap_or_else(PoisonError::into_inner);
        let Some(credentials) = kept.credentials.clone() else {
            return Freshness::Unusable;
        };
        let Some(expiry) = credentials.expiry() else {
            return Freshness::Fresh(credentials);
        };
        let left = expiry.duration_since(now).unwrap_or_default();
        let age = kept
            .loaded
            .and_then(|loaded| now.duration_since(loaded).ok())
            .unwrap_or_default();
        if left <= UNUSABLE_BEFORE {
            Freshness::Unusable
        } else if left <= REFRESHED_BEFORE && age >= BETWEEN_EARLY_REFRESHES {
            Freshness::Aging(credentials)
        } else {
            Freshness::Fresh(credentials)
        }
    }

    async fn load(&self, now: SystemTime) -> Result<Credentials, Failure> {
        tracing::debug!("getting credentials");
        let loaded = tokio::time::timeout(LOAD_TIMEOUT, self.provider.provide_credentials()).await;
        let mut kept = self.kept.write().unwrap_or_else(PoisonError::into_inner);
        kept.loaded = Some(now);
        match loaded {
            Ok(Ok(credentials)) => {
                kept.credentials = Some(credentials.clone());
                Ok(credentials)
            }
            Ok(Err(error)) => Err(Failure::construction(error)),
            Err(_) => Err(Failure::Timeout(
                Elapsed {
                    what: Limited::Credentials,
                    limit: LOAD_TIMEOUT,
                }
                .into(),
            )),
        }
    }
}
