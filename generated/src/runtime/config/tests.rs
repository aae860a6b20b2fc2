//! What becomes of settings.

use std::time::Duration;

use super::{Config, TimeoutConfig};

#[test]
fn what_a_call_does_not_limit_anew_stays_limited() {
    let seconds = Duration::from_secs;
    let client = TimeoutConfig::builder()
        .operation_attempt_timeout(seconds(1))
        .operation_timeout(seconds(2));
    let call = TimeoutConfig::builder()
        .operation_timeout(seconds(4))
        .disable_read_timeout();
    let client = Config::builder().timeout_config(client.build()).build();
    let call = Config::builder().timeout_config(call.build()).build();
    let both = client.overridden_by(call);
    let limits = both.timeout_config().unwrap();
    assert_eq!(limits.operation_attempt_timeout(), Some(seconds(1)));
    assert_eq!(limits.operation_timeout(), Some(seconds(4)));
    let neither = client.overridden_by(Config::default());
    assert_eq!(neither.timeout_config(), client.timeout_config());
}
