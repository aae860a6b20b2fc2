use std::collections::VecDeque;
use std::error::Error;
use std::io;
use std::pin::pin;
use std::sync::{Arc, Mutex as SyncMutex};
use std::task::{Context, Poll, Waker};
use std::time::UNIX_EPOCH;

use aws_credential_types::provider::error::CredentialsError;
use aws_credential_types::provider::future;
use tokio::task::JoinSet;

use super::*;

const SECRET: &str = "sEcReT-1234567890";

/// What the provider does when it is asked.
#[derive(Debug)]
enum Script {
    /// Gives credentials with this key id, that expire so many seconds after the epoch.
    Give(&'static str, Option<u64>),
    /// The same, one second later.
    GiveLater(&'static str, Option<u64>),
    Fail(CredentialsError),
    Hang,
}

#[derive(Debug, Default)]
struct Provider {
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

fn at(seconds: u64) -> SystemTime {
    UNIX_EPOCH + Duration::from_secs(seconds)
}

fn credentials(id: &str, expiry: Option<u64>) -> Credentials {
    Credentials::new(id, SECRET, None, expiry.map(at), "test")
}

fn failure() -> Script {
    Script::Fail(CredentialsError::provider_error("the metadata said 503"))
}

/// A cache over a provider with a script.
fn cache(script: impl IntoIterator<Item = Script>) -> (Arc<CredentialsCache>, Arc<Provider>) {
    let provider = Arc::new(Provider {
        script: SyncMutex::new(script.into_iter().collect()),
        ..Provider::default()
    });
    let shared = SharedCredentialsProvider::new(Shared(Arc::clone(&provider)));
    (Arc::new(CredentialsCache::new(shared)), provider)
}

fn asked(provider: &Provider) -> usize {
    *provider.asked.lock().unwrap()
}

async fn id(cache: &CredentialsCache, seconds: u64) -> String {
    let credentials = cache.get(at(seconds)).await.unwrap();
    credentials.access_key_id().to_owned()
}

async fn error(cache: &CredentialsCache, seconds: u64) -> String {
    let failure = cache.get(at(seconds)).await.unwrap_err();
    failure.source().to_string()
}

fn poll_once(future: std::pin::Pin<&mut impl Future>) -> bool {
    let mut context = Context::from_waker(Waker::noop());
    matches!(future.poll(&mut context), Poll::Ready(_))
}

/// What so many callers get at the same time.
async fn ids_of(cache: &Arc<CredentialsCache>, callers: usize, seconds: u64) -> Vec<String> {
    let mut all = JoinSet::new();
    for _ in 0..callers {
        let cache = Arc::clone(cache);
        all.spawn(async move {
            match cache.get(at(seconds)).await {
                Ok(credentials) => credentials.access_key_id().to_owned(),
                Err(failure) => failure.source().to_string(),
            }
        });
    }
    let mut ids = all.join_all().await;
    ids.sort_unstable();
    ids.dedup();
    ids
}

#[tokio::test(start_paused = true)]
async fn a_thousand_callers_load_once() {
    let (cache, provider) = cache([Script::GiveLater("a", Some(3600))]);
    assert_eq!(ids_of(&cache, 1_000, 0).await, ["a"]);
    assert_eq!(asked(&provider), 1);
    assert_eq!(ids_of(&cache, 1_000, 100).await, ["a"]);
    assert_eq!(asked(&provider), 1);
}

#[tokio::test(start_paused = true)]
async fn a_thousand_callers_share_a_failure() {
    let (cache, provider) = cache([Script::Hang, Script::Give("a", Some(3600))]);
    assert_eq!(
        ids_of(&cache, 1_000, 0).await,
        ["getting credentials took longer than 22s"]
    );
    assert_eq!(asked(&provider), 1);
    assert_eq!(id(&cache, 0).await, "a");
}

#[tokio::test(start_paused = true)]
async fn credentials_are_replaced_before_they_expire() {
    let (cache, provider) = cache([
        Script::Give("a", Some(3600)),
        Script::Give("b", Some(7200)),
        Script::Give("c", Some(10_800)),
    ]);
    for (now, expected, loads) in [
        (0, "a", 1),
        (3299, "a", 1),
        (3300, "b", 2),
        (6899, "b", 2),
        // Nobody came by in the last five minutes.
        (7191, "c", 3),
    ] {
        assert_eq!(id(&cache, now).await, expected, "{now}");
        assert_eq!(asked(&provider), loads, "{now}");
        assert!(cache.fresh(at(now)).is_some());
    }
}

#[tokio::test(start_paused = true)]
async fn others_go_on_while_one_refreshes_early() {
    let (cache, provider) = cache([
        Script::Give("a", Some(3600)),
        Script::GiveLater("b", Some(7200)),
    ]);
    assert_eq!(id(&cache, 0).await, "a");
    assert!(cache.fresh(at(3400)).is_none());
    let mut early = pin!(cache.get(at(3400)));
    assert!(!poll_once(early.as_mut()));
    assert_eq!(id(&cache, 3400).await, "a");
    assert_eq!(early.await.unwrap().access_key_id(), "b");
    assert_eq!(id(&cache, 3400).await, "b");
    assert_eq!(asked(&provider), 2);
}

#[tokio::test(start_paused = true)]
async fn a_failed_early_refresh_keeps_the_old_ones_for_a_while() {
    let (cache, provider) = cache([
        Script::Give("a", Some(3600)),
        failure(),
        Script::Hang,
        // They are no newer, and of no use.
        Script::Give("old", Some(3500)),
        failure(),
        Script::Give("b", Some(7200)),
    ]);
    for (now, expected, loads) in [
        (0, "a", 1),
        (3300, "a", 2),
        (3359, "a", 2),
        (3360, "a", 3),
        (3495, "a", 4),
    ] {
        assert_eq!(id(&cache, now).await, expected, "{now}");
        assert_eq!(asked(&provider), loads, "{now}");
    }
    assert!(error(&cache, 3590).await.contains("the metadata said 503"));
    assert_eq!(id(&cache, 3590).await, "b");
    assert_eq!(asked(&provider), 6);
}

#[tokio::test(start_paused = true)]
async fn credentials_without_expiry_are_replaced_after_a_quarter_of_an_hour() {
    let (cache, provider) = cache([
        Script::Give("a", None),
        failure(),
        Script::Give("b", None),
        Script::Give("c", None),
    ]);
    for (now, expected, loads) in [
        (1000, "a", 1),
        (1899, "a", 1),
        (1900, "a", 2),
        (1959, "a", 2),
        (1960, "b", 3),
        // The clock was set back.
        (0, "c", 4),
        (1, "c", 4),
    ] {
        assert_eq!(id(&cache, now).await, expected, "{now}");
        assert_eq!(asked(&provider), loads, "{now}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_failure_is_not_kept() {
    let (cache, provider) = cache([failure(), failure(), Script::Give("a", Some(3600))]);
    for _ in 0..2 {
        assert_eq!(
            error(&cache, 0).await,
            "getting credentials failed: an error occurred while loading credentials: the metadata said 503"
        );
    }
    assert_eq!(id(&cache, 0).await, "a");
    assert_eq!(asked(&provider), 3);
}

#[tokio::test(start_paused = true)]
async fn expired_credentials_are_used_by_those_who_waited_alone() {
    let (cache, provider) = cache([
        Script::GiveLater("a", Some(100)),
        Script::Give("b", Some(3600)),
    ]);
    assert_eq!(ids_of(&cache, 10, 95).await, ["a"]);
    assert_eq!(asked(&provider), 1);
    assert!(cache.fresh(at(95)).is_none());
    assert_eq!(id(&cache, 95).await, "b");
}

#[tokio::test(start_paused = true)]
async fn a_dropped_caller_holds_nobody_up() {
    let (cache, provider) = cache([Script::Hang, Script::Give("a", Some(3600))]);
    let mut waiting = pin!(cache.get(at(0)));
    {
        let mut first = pin!(cache.get(at(0)));
        assert!(!poll_once(first.as_mut()));
        assert!(!poll_once(waiting.as_mut()));
    }
    let start = tokio::time::Instant::now();
    assert_eq!(waiting.await.unwrap().access_key_id(), "a");
    assert_eq!(start.elapsed(), Duration::ZERO);
    assert_eq!(asked(&provider), 2);
}

#[tokio::test(start_paused = true)]
async fn a_caller_that_is_dropped_in_an_early_refresh_has_tried_it() {
    let (cache, provider) = cache([Script::Give("a", Some(3600)), Script::Hang]);
    assert_eq!(id(&cache, 0).await, "a");
    {
        let mut early = pin!(cache.get(at(3400)));
        assert!(!poll_once(early.as_mut()));
    }
    assert_eq!(id(&cache, 3401).await, "a");
    assert_eq!(asked(&provider), 2);
}

#[tokio::test(start_paused = true)]
async fn a_caller_that_nobody_polls_holds_nobody_up_for_ever() {
    let (cache, provider) = cache([Script::Hang, Script::Give("a", Some(3600))]);
    let mut forgotten = pin!(cache.get(at(0)));
    assert!(!poll_once(forgotten.as_mut()));
    assert_eq!(id(&cache, 0).await, "a");
    assert_eq!(asked(&provider), 2);
    assert_eq!(ids_of(&cache, 10, 0).await, ["a"]);
}

#[tokio::test(start_paused = true)]
async fn a_provider_that_never_answers_is_a_time_out() {
    let (cache, _) = cache([Script::Hang]);
    let start = tokio::time::Instant::now();
    let failure = cache.get(at(0)).await.unwrap_err();
    assert_eq!(start.elapsed(), LOAD_TIMEOUT);
    assert!(matches!(failure, Failure::Timeout(_)), "{failure:?}");
    assert_eq!(
        failure.source().to_string(),
        "getting credentials took longer than 22s"
    );
}

#[tokio::test]
async fn an_error_says_what_failed_in_one_line() {
    let chain = io::Error::other(CredentialsError::not_loaded("no\nprofile\t`x`\r\n\u{1b}"));
    for (error, expected) in [
        (
            CredentialsError::not_loaded_no_source(),
            "getting credentials failed: the credential provider was not enabled; name a profile with AWS_PROFILE and \
             sign in to it, set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or give the container or instance a role",
        ),
        (
            CredentialsError::provider_timed_out(Duration::from_secs(5)),
            "getting credentials failed: credentials provider timed out after 5 seconds; see whether the place that it \
             loads from can be reached",
        ),
        (
            CredentialsError::invalid_configuration("profile `x` has no role"),
            "getting credentials failed: the credentials provider was not properly configured: profile `x` has no \
             role; correct the provider's settings or the profile",
        ),
        (
            CredentialsError::unhandled(chain),
            "getting credentials failed: unexpected credentials error: the credential provider was not enabled: no \
             profile `x`",
        ),
    ] {
        let (cache, _) = cache([Script::Fail(error)]);
        let failure = cache.get(at(0)).await.unwrap_err();
        assert_eq!(failure.source().to_string(), expected);
        assert!(failure.source().source().is_some());
    }
}

#[tokio::test]
async fn no_secret_is_shown() {
    /// An error whose `Debug` shows what was read.
    struct Unreadable(&'static str);

    impl fmt::Debug for Unreadable {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str(self.0)
        }
    }

    impl fmt::Display for Unreadable {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("the answer is no JSON")
        }
    }

    impl Error for Unreadable {}

    let (cache, _) = cache([Script::Give(SECRET, None)]);
    cache.get(at(0)).await.unwrap();
    assert_eq!(format!("{cache:?}"), "CredentialsCache { .. }");

    let (cache, _) = self::cache([Script::Fail(CredentialsError::unhandled(Unreadable(
        SECRET,
    )))]);
    let failure = cache.get(at(0)).await.unwrap_err();
    let shown = format!("{failure:?} {}", failure.source());
    assert!(shown.contains("the answer is no JSON"), "{shown}");
    assert!(!shown.contains("sEcR"), "{shown}");
}
