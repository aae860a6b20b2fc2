//! Waits by the clock of Tokio, which a test may pause.

use std::time::Duration;

use ivs_realtime::Client;
use ivs_realtime::config::{Config, Credentials};
use ivs_realtime::test_util::{ScriptedTransport, json_response};
use ivs_realtime::waiters::WaiterError;

use crate::service::MINUTE;

/// A client as programs have it, but for its transport.
fn client(script: &ScriptedTransport) -> Client {
    let credentials = Credentials::new("AKID", "secret", None, None, "test");
    let config = Config::builder()
        .region("us-east-1")
        .credentials_provider(credentials)
        .transport(script.transport());
    Client::from_conf(config.build())
}

fn starting() -> http::Response<&'static str> {
    http::Response::new(
        r#"{"composition":{"arn":"arn:c","stageArn":"arn:s","destinations":[],"state":"STARTING"}}"#,
    )
}

#[tokio::test(start_paused = true)]
async fn waits_take_the_time_that_they_say() {
    let answer = json_response(200, *starting().body());
    let script = ScriptedTransport::new().response(answer).times(40);
    let began = tokio::time::Instant::now();
    let wait = client(&script).wait_until_composition_active().arn("arn:c");
    let error = wait.wait(MINUTE).await.unwrap_err();
    let WaiterError::ExceededMaxWait(exceeded) = error else {
        panic!("{error:?}");
    };
    // Tokio's timers count in milliseconds.
    let slack = Duration::from_secs(1);
    for took in [began.elapsed(), exceeded.elapsed()] {
        assert!((MINUTE..MINUTE + slack).contains(&took), "{took:?}");
    }
    assert_eq!(script.requests().len(), exceeded.poll_count() as usize);
}
