//! `composition`, from the start to the stop.

use std::sync::atomic::{AtomicUsize, Ordering};

use crate::run::{Ran, run};

/// Runs it against a service whose composition goes through these states.
fn composition(states: &'static [&'static str]) -> Ran {
    let asked = AtomicUsize::new(0);
    let arguments = [
        "--stage",
        "arn:aws:ivs:us-west-2:1:stage/abc",
        "--channel",
        "arn:channel",
    ];
    run("composition", &arguments, move |path, _| {
        let composition = |state: &str| {
            let text = r#"{"composition":{"arn":"arn:c","stageArn":"arn:stage","destinations":[],"state":"STATE"}}"#;
            Some((200, text.replace("STATE", state)))
        };
        match path {
            "/StartComposition" => composition("STARTING"),
            "/GetComposition" => composition(states[asked.fetch_add(1, Ordering::Relaxed)]),
            "/StopComposition" => Some((200, "{}".to_owned())),
            _ => None,
        }
    })
}

#[test]
fn starts_waits_and_stops() {
    let ran = composition(&["ACTIVE"]);
    assert!(ran.succeeded, "{}", ran.errors);
    assert_eq!(ran.output, "started arn:c\nit is active\nstopped arn:c\n");
    assert_eq!(
        ran.calls(),
        [
            (
                "/StartComposition",
                r#"{"stageArn":"arn:aws:ivs:us-west-2:1:stage/abc","idempotencyToken":"show-abc","destinations":[{"channel":{"channelArn":"arn:channel"}}]}"#
            ),
            ("/GetComposition", r#"{"arn":"arn:c"}"#),
            ("/StopComposition", r#"{"arn":"arn:c"}"#),
        ]
    );
}

#[test]
fn stops_what_failed() {
    let ran = composition(&["FAILED"]);
    assert!(!ran.succeeded);
    // The time is that of the machine.
    let (before, after) = ran.errors.split_once(" in ").unwrap();
    assert_eq!(
        before,
        "error: CompositionActive can no longer come about (1 poll"
    );
    assert!(
        after.ends_with(" s): composition.state is FAILED\n"),
        "{}",
        ran.errors
    );
    assert_eq!(ran.output, "started arn:c\nstopped arn:c\n");
}

#[test]
fn says_which_argument_is_missing() {
    let ran = run("composition", &[], |_, _| None);
    assert!(!ran.succeeded);
    assert!(
        ran.errors.starts_with("error: --stage is missing"),
        "{}",
        ran.errors
    );
    assert!(ran.requests.is_empty());
}
