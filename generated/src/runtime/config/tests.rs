//! What becomes of settings.

use std::time::Duration;

use aws_smithy_types::retry::RetrySpec;

use super::{Config, Credentials, Generation, ProvideCredentials, RetryConfig, TimeoutConfig};

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

/// In official clients too, a call that counts attempts anew keeps to the client's generation.
#[test]
fn what_a_call_does_not_say_of_the_generation_stays() {
    let retry = |retry| Config::builder().retry_config(retry).build();
    let standard = RetryConfig::standard;
    let client = retry(standard().with_retry_spec(RetrySpec::v2_1()));
    let both = client.overridden_by(retry(standard().with_max_attempts(5)));
    let both = both.retry_config().unwrap();
    assert_eq!(both.max_attempts(), 5);
    assert_eq!(both.retry_spec(), Some(&RetrySpec::v2_1()));

    let old = retry(standard().with_retry_spec(RetrySpec::v2_0()));
    let both = client.overridden_by(old.clone());
    assert_eq!(both.retry_config(), old.retry_config());
    let neither = client.overridden_by(Config::default());
    assert_eq!(neither.retry_config(), client.retry_config());
    let alone = Config::default().overridden_by(old.clone());
    assert_eq!(alone.retry_config(), old.retry_config());

    let client = Config::builder().retry_generation(Generation::V2_1).build();
    let both = client.overridden_by(retry(standard().with_max_attempts(5)));
    assert_eq!(both.retry_generation(), Some(Generation::V2_1));
    let both = client.overridden_by(old);
    assert_eq!(both.retry_generation(), None, "the call names another");
}

/// Clients keep credentials beside the settings; but what finds the endpoint is given the settings, and may look.
#[tokio::test]
async fn the_provider_is_that_of_the_call_or_else_of_the_client() {
    let with = |id| {
        let credentials = Credentials::new(id, "secret", None, None, "test");
        Config::builder().credentials_provider(credentials).build()
    };
    for (call, expected) in [(with("call"), "call"), (Config::default(), "client")] {
        let both = with("client").overridden_by(call);
        let provider = both.credentials_provider().unwrap();
        let credentials = provider.provide_credentials().await.unwrap();
        assert_eq!(credentials.access_key_id(), expected);
    }
}

#[cfg(feature = "test-util")]
#[test]
fn the_transport_is_that_of_the_call_or_else_of_the_client() {
    let script = crate::runtime::test_util::ScriptedTransport::new();
    let with = Config::builder().transport(script.transport()).build();
    assert!(with.overridden_by(Config::default()).transport().is_some());
    assert!(Config::default().overridden_by(with).transport().is_some());
}
