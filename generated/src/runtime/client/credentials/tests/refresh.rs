//! When credentials are replaced.

use super::*;

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
