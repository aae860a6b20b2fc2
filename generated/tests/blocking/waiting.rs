//! Waits, by a clock that runs ahead.

use std::time::Duration;

use ivs_realtime::blocking::Client;
use ivs_realtime::operation::get_composition::GetCompositionInput;
use ivs_realtime::test_util::{self, json_response, rule};
use ivs_realtime::waiters::WaiterError;

const STARTING: &str =
    r#"{"composition":{"arn":"arn:c","stageArn":"arn:s","destinations":[],"state":"STARTING"}}"#;

/// How often a wait of ten minutes polls, if its random numbers are drawn from this seed.
fn polls(seed: u64) -> u32 {
    let starting = rule::<GetCompositionInput>().response(json_response(200, STARTING));
    let client = Client::from_conf(test_util::config().rules(&starting).build());
    fastrand::seed(seed);
    let wait = client.wait_until_composition_active().arn("arn:c");
    let error = wait.wait(Duration::from_secs(600)).unwrap_err();
    let WaiterError::ExceededMaxWait(exceeded) = error else {
        panic!("{error:?}");
    };
    exceeded.poll_count()
}

#[test]
fn the_delays_are_drawn_at_random() {
    let counts: Vec<u32> = (0..8).map(polls).collect();
    // With the shortest delay each time, two seconds, there would be three hundred.
    assert!(counts.iter().all(|count| *count < 100), "{counts:?}");
    assert!(counts.iter().any(|count| *count != counts[0]), "{counts:?}");
}
