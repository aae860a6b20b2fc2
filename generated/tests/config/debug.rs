//! `Debug` shows no secret.

use std::fmt;

use aws_credential_types::provider::future;
use ivs_realtime::Client;
use ivs_realtime::config::{Builder, Config, Credentials, ProvideCredentials, Region};
use ivs_realtime::runtime::call::Intercept;

use crate::support::{Recorder, SECRET};

/// A hook and a provider whose `Debug` shows what it should not.
struct Talkative;

impl fmt::Debug for Talkative {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(SECRET)
    }
}

impl Intercept for Talkative {}

impl ProvideCredentials for Talkative {
    fn provide_credentials<'a>(&'a self) -> future::ProvideCredentials<'a>
    where
        Self: 'a,
    {
        let (token, source) = (Some(SECRET.to_owned()), "talkative");
        let credentials = Credentials::new("AKID", SECRET, token, None, source);
        future::ProvideCredentials::ready(Ok(credentials))
    }
}

fn config() -> Builder {
    Config::builder()
        .region(Region::new("us-east-1"))
        .endpoint_url(format!("https://ann:{SECRET}@example.com/a"))
        .credentials_provider(Talkative)
        .interceptor(Talkative)
        .idempotency_token_provider(SECRET)
        .transport(Recorder::default().transport())
        .use_fips(false)
        .max_response_bytes(10)
}

#[test]
fn settings_show_no_secret() {
    let shown = "{ region: Region(\"us-east-1\"), endpoint_url: \"https://***@example.com/a\", use_fips: false, \
         max_response_bytes: 10, credentials_provider: .., interceptors: .., transport: .., \
         idempotency_token_provider: .. }";
    assert_eq!(format!("{:?}", config()), format!("Builder {shown}"));
    assert_eq!(format!("{:?}", config().build()), format!("Config {shown}"));
    assert_eq!(format!("{:?}", Config::builder().build()), "Config");

    let keys = Credentials::new("AKID", SECRET, Some(SECRET.to_owned()), None, "test");
    let config = Config::builder().credentials_provider(keys).build();
    assert_eq!(format!("{config:?}"), "Config { credentials_provider: .. }");
}

#[tokio::test]
async fn a_client_shows_no_secret() {
    let client = Client::from_conf(config().build());
    client.list_stages().send().await.unwrap();
    for shown in [format!("{client:?}"), format!("{client:#?}")] {
        assert!(shown.contains("us-east-1"), "{shown}");
        assert!(!shown.contains("sEcR"), "{shown}");
    }
    let call = client.list_stages().customize().config_override(config());
    assert!(!format!("{call:?}").contains("sEcR"), "{call:?}");
}

#[tokio::test]
async fn a_failure_shows_no_password() {
    let config = config().endpoint_url(format!("https://ann:{SECRET}@example.com?a"));
    let error = Client::from_conf(config.build()).list_stages().send().await;
    let error = error.unwrap_err();
    let shown = format!("{error} {error:?}");
    assert!(shown.contains("https://***@example.com?a"), "{shown}");
    assert!(!shown.contains("sEcR"), "{shown}");
}
