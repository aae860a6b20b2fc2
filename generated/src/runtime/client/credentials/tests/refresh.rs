//! When credentials are replaced.

use super::*;

/// What a call gets, and what the next one gets after the early refresh, if there is one.
async fn ids(cache: &Arc<CredentialsCache>, seconds: u64) -> (String, String) {
    let start = tokio::time::Instant::now();
    let first = id(cache, seconds).await;
    assert_eq!(start.elapsed(), Duration::ZERO, "{seconds}");
    cache.settled().await;
    assert!(cache.fresh(at(seconds)).is_some(), "{seconds}");
    (first, id(cache, seconds).await)
}

#[tokio::test(start_paused = true)]
async fn credentials_are_replaced_before_they_expire() {
    let (cache, provider) = cache([
        Script::Give("a", Some(3600)),
        Script::Give("b", Some(7200)),
        Script::Give("c", Some(10_800)),
    ]);
    for (now, expected, loads) in [
        (0, ("a", "a"), 1),
        (3299, ("a", "a"), 1),
        (3300, ("a", "b"), 2),
        (6899, ("b", "b"), 2),
        // Nobody came by in the last five minutes.
        (7191, ("c", "c"), 3),
    ] {
        let (first, next) = ids(&cache, now).await;
        assert_eq!((first.as_str(), next.as_str()), expected, "{now}");
        assert_eq!(asked(&provider), loads, "{now}");
    }
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
        let both = (expected.to_owned(), expected.to_owned());
        assert_eq!(ids(&cache, now).await, both, "{now}");
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
        (1000, ("a", "a"), 1),
        (1899, ("a", "a"), 1),
        (1900, ("a", "a"), 2),
        (1959, ("a", "a"), 2),
        (1960, ("a", "b"), 3),
        // The clock was set back.
        (0, ("b", "c"), 4),
        (1, ("c", "c"), 4),
    ] {
        let (first, next) = ids(&cache, now).await;
        assert_eq!((first.as_str(), next.as_str()), expected, "{now}");
        assert_eq!(asked(&provider), loads, "{now}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_provider_that_never_answers_delays_no_call() {
    let (cache, provider) = cache([
        Script::Give("a", Some(3600)),
        Script::Hang,
        Script::GiveLater("b", Some(7200)),
    ]);
    assert_eq!(id(&cache, 0).await, "a");
    let start = tokio::time::Instant::now();
    for now in [3300, 3301, 3359, 3400] {
        assert_eq!(id(&cache, now).await, "a", "{now}");
        tokio::task::yield_now().await;
        // One at a time, though at the last of these times another try would be due.
        assert_eq!(asked(&provider), 2, "{now}");
    }
    assert_eq!(start.elapsed(), Duration::ZERO);
    cache.settled().await;
    assert_eq!(start.elapsed(), LOAD_TIMEOUT);
    assert_eq!(id(&cache, 3400).await, "a");
    cache.settled().await;
    assert_eq!(id(&cache, 3400).await, "b");
    assert_eq!(asked(&provider), 3);
}

/// A provider whose credentials always have less left than the five minutes at which they are replaced.
#[tokio::test(start_paused = true)]
async fn between_two_refreshes_is_a_minute() {
    let (cache, provider) = cache([
        Script::Give("a", Some(4 * 60)),
        Script::Give("b", Some(5 * 60)),
        Script::Give("c", Some(6 * 60)),
    ]);
    for (now, expected, loads) in [
        (0, ("a", "a"), 1),
        (1, ("a", "a"), 1),
        (59, ("a", "a"), 1),
        (61, ("a", "b"), 2),
        (62, ("b", "b"), 2),
        (120, ("b", "b"), 2),
        (121, ("b", "c"), 3),
    ] {
        let (first, next) = ids(&cache, now).await;
        assert_eq!((first.as_str(), next.as_str()), expected, "{now}");
        assert_eq!(asked(&provider), loads, "{now}");
    }
}

#[test]
fn a_refresh_that_never_gets_to_run_was_tried_and_holds_nobody_up() {
    let (cache, provider) = cache([Script::Give("a", Some(3600)), Script::Give("b", Some(7200))]);
    let runtime = || background::runtime().unwrap();
    assert_eq!(runtime().block_on(id(&cache, 0)), "a");
    // Each runtime ends before the task that the call starts on it can run.
    for began in [3300, 3360] {
        assert!(cache.fresh(at(began)).is_none(), "{began}");
        assert_eq!(runtime().block_on(id(&cache, began)), "a", "{began}");
        // For a minute nobody tries again.
        for now in [began, began + 1, began + 59] {
            assert!(cache.fresh(at(now)).is_some(), "{now}");
        }
    }
    assert_eq!(asked(&provider), 1);
    assert_eq!(runtime().block_on(id(&cache, 3595)), "b");
}

#[tokio::test(start_paused = true)]
async fn who_finds_new_ones_after_the_look_at_the_old_refreshes_nothing() {
    let (cache, provider) = cache([Script::Give("a", Some(3600)), Script::Give("b", Some(7200))]);
    assert_eq!(id(&cache, 0).await, "a");
    let refresh = cache.early_refresh(at(3300)).unwrap();
    assert!(cache.early_refresh(at(3300)).is_none(), "one at a time");
    refresh.await;
    assert!(cache.early_refresh(at(3300)).is_none(), "they are new");
    assert_eq!(asked(&provider), 2);
    // Nothing holds the lock.
    cache.settled().await;
    assert_eq!(id(&cache, 3300).await, "b");
}

#[test]
fn without_a_runtime_a_thread_refreshes() {
    let (cache, provider) = cache([
        Script::Give("a", Some(3600)),
        // It needs the timer of a runtime.
        Script::GiveLater("b", Some(7200)),
    ]);
    let runtime = background::runtime().unwrap();
    assert_eq!(runtime.block_on(id(&cache, 0)), "a");
    let mut call = pin!(id(&cache, 3400));
    let mut context = std::task::Context::from_waker(std::task::Waker::noop());
    assert_eq!(
        call.as_mut().poll(&mut context),
        Poll::Ready("a".to_owned())
    );
    runtime.block_on(cache.settled());
    assert_eq!(runtime.block_on(id(&cache, 3400)), "b");
    assert_eq!(asked(&provider), 2);
}

#[test]
fn what_is_ready_at_once_needs_no_timer() {
    let (cache, _) = cache([Script::Give("a", Some(3600)), Script::Give("b", Some(7200))]);
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .unwrap();
    runtime.block_on(async {
        assert_eq!(id(&cache, 0).await, "a");
        assert_eq!(id(&cache, 3400).await, "a");
        cache.settled().await;
        assert_eq!(id(&cache, 3400).await, "b");
    });
}
