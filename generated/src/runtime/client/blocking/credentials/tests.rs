use std::time::SystemTime;

use super::*;
use crate::runtime::client::credentials::tests::{Provider, Script, asked, at, cache};

/// A cache with credentials that are so old that they should be replaced, and a provider that does then what the script
/// says.
fn aging(script: Script) -> (Arc<CredentialsCache>, Arc<Provider>) {
    let (cache, provider) = cache([Script::Give("old", None), script]);
    runtime().unwrap().block_on(cache.get(at(0))).unwrap();
    assert!(cache.fresh(SystemTime::now()).is_none());
    (cache, provider)
}

/// The credentials for a call that has no time to wait.
fn id(cache: &Arc<CredentialsCache>) -> String {
    let credentials = get(cache, Some(Duration::ZERO), &Span::none()).unwrap();
    credentials.access_key_id().to_owned()
}

#[test]
fn a_provider_that_never_answers_delays_no_call() {
    let (cache, _) = aging(Script::Hang);
    for _ in 0..10 {
        assert_eq!(id(&cache), "old");
    }
}

#[test]
fn credentials_are_replaced_by_a_thread() {
    // It needs the timer of a runtime.
    let (cache, provider) = aging(Script::GiveLater("new", None));
    assert_eq!(id(&cache), "old");
    runtime().unwrap().block_on(cache.settled());
    assert_eq!(id(&cache), "new");
    assert_eq!(asked(&provider), 2);
}

#[tokio::test]
async fn a_caller_that_blocks_a_runtime_holds_no_refresh_up() {
    let (cache, _) = tokio::task::spawn_blocking(|| aging(Script::Give("new", None)))
        .await
        .unwrap();
    assert_eq!(id(&cache), "old");
    let shared = Arc::clone(&cache);
    // This thread is the only one of its runtime, and waits for the other.
    let settled = thread::spawn(move || runtime().unwrap().block_on(shared.settled()));
    settled.join().unwrap();
    assert_eq!(id(&cache), "new");
}
