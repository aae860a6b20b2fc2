//! What calls of the same service and region share: retry tokens, and the brake of the adaptive mode.

use super::*;
use crate::runtime::config::RetryConfig;
use crate::runtime::retry::Generation::{self, V2_0, V2_1};

fn fails() -> [Reply; 3] {
    [503, 503, 503].map(|status| answer(status, &[]))
}

#[test]
fn without_tokens_the_first_error_is_the_last() {
    for (generation, calls) in [(V2_0, 25), (V2_1, 18)] {
        let core = core(settings().retry_generation(generation));
        for _ in 1..calls {
            assert_eq!(run(&core, beginning(), fails()).attempts, 3);
        }
        // With the last tokens 2.0 retries twice, 2.1 once.
        let last = fails()
            .into_iter()
            .take(if generation == V2_0 { 3 } else { 2 });
        let _ = run(&core, beginning(), last);
        let run = run(&core, beginning(), [answer(502, &[])]);
        assert_eq!(
            (run.attempts, run.status(), run.took),
            (1, 502, Duration::ZERO)
        );
    }
}

#[test]
fn retries_are_paid_for_and_a_success_pays_back() {
    let core = core(settings());
    let tokens = || core.bucket.available();
    let _ = run(&core, beginning(), fails());
    assert_eq!(tokens(), 480);
    let _ = run(&core, beginning(), [answer(200, &[])]);
    assert_eq!(tokens(), 481);
    let _ = run(&core, beginning(), [answer(503, &[]), answer(200, &[])]);
    assert_eq!(tokens(), 481);
    // Of two retries the last one is paid back.
    let twice = [answer(503, &[]), answer(503, &[]), answer(200, &[])];
    let _ = run(&core, beginning(), twice);
    assert_eq!(tokens(), 471);
    let _ = run(
        &core,
        beginning(),
        [error(400, "Throttling"), answer(400, &[])],
    );
    assert_eq!(tokens(), 466);
    let _ = run(&core, beginning(), [answer(404, &[])]);
    assert_eq!(tokens(), 466);
}

#[test]
fn clients_of_a_service_and_region_share_tokens() {
    let service = service(None);
    let client = |region| core_in(service, Config::builder().region(region), |_| None);
    let (first, second, elsewhere) = (client("a"), client("a"), client("b"));
    let _ = run(&first, beginning(), fails());
    assert_eq!(second.bucket.available(), 480);
    assert_eq!(elsewhere.bucket.available(), 500);
}

/// Where the endpoint is given, there may be no region.
#[test]
fn without_a_region_clients_of_a_service_share_tokens() {
    let settings = || Config::builder().endpoint_url("https://example.com");
    let client = |service, settings: Builder| core_in(service, settings, |_| None);
    let service = service(None);
    let (first, second) = (client(service, settings()), client(service, settings()));
    let elsewhere = client(service, settings().region("a"));
    let other = client(super::service(None), settings());
    let _ = run(&first, beginning(), fails());
    for (name, client, tokens) in [
        ("second", second, 480),
        ("with a region", elsewhere, 500),
        ("of another service", other, 500),
    ] {
        assert_eq!(client.bucket.available(), tokens, "{name}");
    }
}

fn adaptive(generation: Generation, retry: impl Fn(RetryConfig) -> RetryConfig) -> Core {
    core(
        settings()
            .retry_generation(generation)
            .retry_config(retry(RetryConfig::adaptive())),
    )
}

fn throttled() -> Reply {
    error(400, "ThrottlingException")
}

#[test]
fn adaptive_attempts_wait_once_there_was_throttling() {
    let core = adaptive(V2_0, |retry| retry.with_max_attempts(1));
    let calm = run(&core, beginning(), [answer(200, &[])]);
    assert_eq!(calm.waits, [0_u128; 0]);
    let _ = run(&core, beginning(), [throttled()]);
    // Half a token flows in each second, and an attempt costs one.
    assert_eq!(run(&core, beginning(), [answer(200, &[])]).waits, [2_000]);
}

#[test]
fn adaptive_retries_wait_for_their_tokens() {
    let replies = || [throttled(), answer(200, &[])];
    // Ten tokens in place of the drawn wait.
    let core = adaptive(V2_0, |retry| retry);
    assert_eq!(run(&core, beginning(), replies()).waits, [20_000]);
    let core = adaptive(V2_0, |retry| retry.with_max_backoff(Duration::from_secs(5)));
    assert_eq!(run(&core, beginning(), replies()).waits, [5_000]);
    // One token, after the drawn wait.
    let core = adaptive(V2_1, |retry| retry);
    assert_eq!(run(&core, beginning(), replies()).waits, [1_000, 1_000]);
}
