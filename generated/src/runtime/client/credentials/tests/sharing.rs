//! What callers have in common, and how they do without one that goes away.

use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};

use tokio::task::JoinSet;

use super::*;

fn poll_once(future: Pin<&mut impl Future>) -> bool {
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
async fn a_thousand_callers_refresh_once() {
    let (cache, provider) = cache([
        Script::Give("a", Some(3600)),
        Script::GiveLater("b", Some(7200)),
    ]);
    assert_eq!(id(&cache, 0).await, "a");
    assert!(cache.fresh(at(3400)).is_none());
    assert_eq!(ids_of(&cache, 1_000, 3400).await, ["a"]);
    assert!(cache.fresh(at(3400)).is_some());
    cache.settled().await;
    assert_eq!(id(&cache, 3400).await, "b");
    assert_eq!(asked(&provider), 2);
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
async fn who_comes_too_late_waits_for_the_early_refresh() {
    let (cache, provider) = cache([
        Script::Give("a", Some(3600)),
        Script::GiveLater("b", Some(7200)),
    ]);
    assert_eq!(id(&cache, 0).await, "a");
    assert_eq!(id(&cache, 3580).await, "a");
    assert_eq!(ids_of(&cache, 10, 3595).await, ["b"]);
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
