//! Credentials, kept until they are about to expire.

pub(super) mod background;
mod error;
mod limit;
#[cfg(test)]
pub(super) mod tests;

use std::fmt;
use std::future::poll_fn;
use std::pin::pin;
use std::sync::{Arc, PoisonError, RwLock};
use std::task::Poll;
use std::time::{Duration, SystemTime};

use aws_credential_types::Credentials;
use aws_credential_types::provider::{ProvideCredentials, SharedCredentialsProvider};
use tokio::sync::{Mutex, OwnedMutexGuard};
use tokio::time::sleep;

use crate::runtime::call::{Elapsed, Failure, Limited};
use crate::runtime::config::Config;
use background::Refresh;
use error::NotLoaded;
pub(super) use error::no_credentials;
use limit::load_timeout;

/// So long before they expire, credentials are no longer used.
const UNUSABLE_BEFORE: Duration = Duration::from_secs(10);

/// So long before they expire, new ones are got in the background. Calls go on with the old.
const REFRESHED_BEFORE: Duration = Duration::from_secs(5 * 60);

/// Credentials that do not say when they expire are replaced at this age, in the same way. So does the official client.
const REPLACED_AT: Duration = Duration::from_secs(15 * 60);

/// After the provider was asked, this long nobody asks early: it may not have newer ones yet.
const BETWEEN_EARLY_REFRESHES: Duration = Duration::from_secs(60);

/// How much longer than a provider may take to wait for whoever asks it. It takes no longer, unless it is a future that
/// nobody polls.
const GRACE: Duration = Duration::from_secs(1);

/// What a provider gave last. The provider is asked again, once at a time, before it expires. No call waits for that,
/// and none fails, as long as what is kept can be used.
///
/// The time is handed in with every call. `Debug` shows neither the credentials nor the provider.
pub(super) struct CredentialsCache {
    provider: SharedCredentialsProvider,
    /// How long the provider may take.
    limit: Duration,
    kept: RwLock<Kept>,
    /// Held by whoever asks the provider.
    loading: Arc<Mutex<()>>,
}

#[derive(Default)]
struct Kept {
    credentials: Option<Credentials>,
    /// When they were loaded.
    loaded: Option<SystemTime>,
    /// When the provider was asked last, whatever came of it.
    asked: Option<SystemTime>,
    /// How often the provider has answered, or was given up on.
    answers: u64,
    /// What it was the last time.
    answer: Option<Answer>,
}

/// What came of asking the provider.
#[derive(Clone)]
enum Answer {
    Credentials(Credentials),
    Error(NotLoaded),
    /// None in this time.
    Nothing(Duration),
}

impl From<Answer> for Result<Credentials, Failure> {
    fn from(answer: Answer) -> Self {
        match answer {
            Answer::Credentials(credentials) => Ok(credentials),
            Answer::Error(error) => Err(Failure::construction(error)),
            Answer::Nothing(limit) => {
                let what = Limited::Credentials;
                Err(Failure::Timeout(Elapsed { what, limit }.into()))
            }
        }
    }
}

enum Freshness {
    Fresh(Credentials),
    /// They can be used, and should be replaced.
    Aging(Credentials),
    Unusable,
}

impl fmt::Debug for CredentialsCache {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CredentialsCache").finish_non_exhaustive()
    }
}

impl CredentialsCache {
    /// The cache of a client with these settings; `None` if they name no provider.
    pub(super) fn of(config: &Config) -> Option<Arc<Self>> {
        let provider = config.credentials_provider()?;
        Some(Arc::new(Self::new(provider, load_timeout(config))))
    }

    /// A client's settings with a call's own in place of some, and the cache for them: the client's, unless they name a
    /// provider.
    pub(super) fn overridden(
        kept: Option<&Arc<Self>>,
        config: &Config,
        overrides: Config,
    ) -> (Config, Option<Arc<Self>>) {
        let names_provider = overrides.credentials_provider().is_some();
        let config = config.overridden_by(overrides);
        let cache = match names_provider {
            true => Self::of(&config),
            false => kept.cloned(),
        };
        (config, cache)
    }

    /// A cache of what a provider gives that may take this long.
    pub(super) fn new(provider: SharedCredentialsProvider, limit: Duration) -> Self {
        Self {
            provider,
            limit,
            kept: RwLock::default(),
            loading: Arc::default(),
        }
    }

    /// The kept credentials, if nothing needs to be awaited for them.
    pub(super) fn fresh(&self, now: SystemTime) -> Option<Credentials> {
        match self.freshness(now) {
            Freshness::Fresh(credentials) => Some(credentials),
            Freshness::Aging(_) | Freshness::Unusable => None,
        }
    }

    /// The kept credentials, if they can be used. If they should be replaced, and nobody is at it, `start` is given what
    /// does so. It has to run it in the background.
    pub(super) fn usable(
        self: &Arc<Self>,
        now: SystemTime,
        start: impl FnOnce(Refresh),
    ) -> Option<Credentials> {
        match self.freshness(now) {
            Freshness::Fresh(credentials) => Some(credentials),
            Freshness::Aging(credentials) => {
                if let Some(refresh) = self.early_refresh(now) {
                    start(refresh);
                }
                Some(credentials)
            }
            Freshness::Unusable => None,
        }
    }

    /// The kept credentials at once, if they can be used; otherwise new ones.
    ///
    /// A caller may be dropped at any time; if it was asking the provider, the next one does.
    ///
    /// # Errors
    ///
    /// The provider's error, if what is kept cannot be used any more. All who waited for the provider get it; whoever
    /// comes later asks anew.
    pub(super) async fn get(self: &Arc<Self>, now: SystemTime) -> Result<Credentials, Failure> {
        match self.usable(now, background::start) {
            Some(credentials) => Ok(credentials),
            None => Box::pin(self.wait_or_load(now)).await,
        }
    }

    /// What asks the provider early, unless somebody does already. What is kept stays if it fails: it does until it
    /// expires, and the next early refresh may fare better.
    fn early_refresh(self: &Arc<Self>, now: SystemTime) -> Option<Refresh> {
        let guard = Arc::clone(&self.loading).try_lock_owned().ok()?;
        // Somebody may have been faster, between the look and the lock.
        let Freshness::Aging(_) = self.freshness(now) else {
            return None;
        };
        // It counts as tried even if it never gets to run.
        self.write(|kept| kept.asked = Some(now));
        let cache = Arc::clone(self);
        Some(Box::pin(async move {
            cache.load(now, Some(guard)).await;
        }))
    }

    /// What somebody else gets from the provider, if somebody is asking it; otherwise what we get.
    ///
    /// # Errors
    ///
    /// Those of [`CredentialsCache::get`].
    pub(super) async fn wait_or_load(&self, now: SystemTime) -> Result<Credentials, Failure> {
        let answers = self.read(|kept| kept.answers);
        let wait = self.limit.saturating_add(GRACE);
        let guard = within(wait, Arc::clone(&self.loading).lock_owned()).await;
        let answer = self.read(|kept| match &kept.answer {
            Some(answer) if kept.answers != answers => Some(answer.clone()),
            _ => None,
        });
        match (answer, self.freshness(now)) {
            (_, Freshness::Fresh(credentials) | Freshness::Aging(credentials)) => Ok(credentials),
            (Some(answer), Freshness::Unusable) => answer.into(),
            (None, Freshness::Unusable) => self.load(now, guard).await.into(),
        }
    }

    fn freshness(&self, now: SystemTime) -> Freshness {
        self.read(|kept| {
            let Some(credentials) = kept.credentials.clone() else {
                return Freshness::Unusable;
            };
            let is_old = match credentials.expiry() {
                Some(_) if !is_usable(&credentials, now) => return Freshness::Unusable,
                Some(expiry) => left(expiry, now) <= REFRESHED_BEFORE,
                None => has_passed(REPLACED_AT, kept.loaded, now),
            };
            if is_old && has_passed(BETWEEN_EARLY_REFRESHES, kept.asked, now) {
                Freshness::Aging(credentials)
            } else {
                Freshness::Fresh(credentials)
            }
        })
    }

    /// Asks the provider, and keeps what it gives. The lock, if we have it, is held until then.
    async fn load(&self, now: SystemTime, _guard: Option<OwnedMutexGuard<()>>) -> Answer {
        tracing::debug!("getting credentials");
        // If we are dropped on the way, the provider was asked all the same.
        self.write(|kept| kept.asked = Some(now));
        let answer = match within(self.limit, self.provider.provide_credentials()).await {
            Some(Ok(credentials)) => Answer::Credentials(credentials),
            Some(Err(error)) => Answer::Error(NotLoaded::new(error)),
            None => Answer::Nothing(self.limit),
        };
        match &answer {
            Answer::Credentials(credentials) => {
                tracing::debug!(expiry = ?credentials.expiry(), "got credentials");
            }
            Answer::Error(error) => tracing::warn!(%error, "got no credentials"),
            Answer::Nothing(limit) => tracing::warn!(?limit, "got no credentials in time"),
        }
        self.write(|kept| {
            kept.answers += 1;
            kept.answer = Some(answer.clone());
            // What is of no use any more is given to those who wait for it, and to nobody after them.
            if let Answer::Credentials(credentials) = &answer
                && is_usable(credentials, now)
            {
                kept.credentials = Some(credentials.clone());
                kept.loaded = Some(now);
            }
        });
        answer
    }

    fn read<T>(&self, look: impl FnOnce(&Kept) -> T) -> T {
        look(&self.kept.read().unwrap_or_else(PoisonError::into_inner))
    }

    fn write(&self, change: impl FnOnce(&mut Kept)) {
        change(&mut self.kept.write().unwrap_or_else(PoisonError::into_inner));
    }
}

/// What comes of a future within this time. What is ready at once needs no timer, and so a runtime need not have one.
async fn within<T>(limit: Duration, future: impl Future<Output = T>) -> Option<T> {
    let mut future = pin!(future);
    let mut timer = None;
    poll_fn(|context| {
        if let Poll::Ready(value) = future.as_mut().poll(context) {
            return Poll::Ready(Some(value));
        }
        let timer = timer.get_or_insert_with(|| Box::pin(sleep(limit)));
        timer.as_mut().poll(context).map(|()| None)
    })
    .await
}

/// How long it is until then.
fn left(expiry: SystemTime, now: SystemTime) -> Duration {
    expiry.duration_since(now).unwrap_or_default()
}

fn is_usable(credentials: &Credentials, now: SystemTime) -> bool {
    credentials
        .expiry()
        .is_none_or(|expiry| left(expiry, now) > UNUSABLE_BEFORE)
}

/// Whether so much time has passed since then. It has if the clock was set back: nothing is known then.
fn has_passed(duration: Duration, since: Option<SystemTime>, now: SystemTime) -> bool {
    since
        .and_then(|since| now.duration_since(since).ok())
        .is_none_or(|passed| passed >= duration)
}
