//! What a client takes from an `SdkConfig`.

use std::collections::HashMap;
use std::time::Duration;

use aws_types::SdkConfig;
use aws_types::app_name::AppName;
use aws_types::origin::Origin;
use aws_types::sdk_config;
use aws_types::service_config::{LoadServiceConfig, ServiceConfigKey};
use ivs_realtime::config::retry::{ReconnectMode, RetryConfig, RetryMode};
use ivs_realtime::config::timeout::TimeoutConfig;
use ivs_realtime::config::{
    Builder, Config, Credentials, ProvideCredentials, Region, SharedCredentialsProvider,
    StalledStreamProtectionConfig,
};
use ivs_realtime::{Client, client, config};

use crate::support::{Recorder, SECRET};

/// Looks settings up as the loader of `aws-config` 1.13 does: the variable with the service's name, the variable, the
/// profile's section for the service, the profile.
#[derive(Clone, Debug, Default)]
struct Loaded {
    variables: HashMap<String, String>,
    /// By `id.key` for a service, and by `key` for all.
    profile: HashMap<String, String>,
    ignores_endpoints: bool,
}

impl LoadServiceConfig for Loaded {
    fn load_config(&self, key: ServiceConfigKey<'_>) -> Option<String> {
        if self.ignores_endpoints && key.env() == "AWS_ENDPOINT_URL" {
            return None;
        }
        let in_variable = key.service_id().to_uppercase().replace(' ', "_");
        let in_profile = key.service_id().to_lowercase().replace(' ', "-");
        let found = self
            .variables
            .get(&format!("{}_{in_variable}", key.env()))
            .or_else(|| self.variables.get(key.env()))
            .or_else(|| self.profile.get(&format!("{in_profile}.{}", key.profile())))
            .or_else(|| self.profile.get(key.profile()));
        found.cloned()
    }
}

impl Loaded {
    fn new(settings: &[(&str, &str)]) -> Self {
        let owned = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
        let (variables, profile) = settings
            .iter()
            .map(owned)
            .partition(|(name, _)| name.starts_with("AWS_"));
        Self {
            variables,
            profile,
            ignores_endpoints: false,
        }
    }

    /// An `SdkConfig` as the loader makes it of these settings.
    fn into_builder(self) -> sdk_config::Builder {
        let for_all = self
            .variables
            .get("AWS_ENDPOINT_URL")
            .map(|url| (url, Origin::shared_environment_variable()))
            .or_else(|| {
                let in_profile = self.profile.get("endpoint_url");
                in_profile.map(|url| (url, Origin::shared_profile_file()))
            });
        let mut builder = filled();
        if let Some((url, origin)) = for_all.filter(|_| !self.ignores_endpoints) {
            builder.set_endpoint_url(Some(url.clone()));
            builder.insert_origin("endpoint_url", origin);
        }
        builder.service_config(self)
    }
}

/// What a client cannot do without.
fn filled() -> sdk_config::Builder {
    let credentials = Credentials::new("AKID", SECRET, None, None, "test");
    SdkConfig::builder()
        .region(aws_types::region::Region::new("eu-west-1"))
        .credentials_provider(SharedCredentialsProvider::new(credentials))
}

/// The endpoint of a client that is made of these settings.
fn endpoint(settings: &[(&str, &str)]) -> Option<String> {
    endpoint_of(&Loaded::new(settings).into_builder().build())
}

fn endpoint_of(config: &SdkConfig) -> Option<String> {
    let client = Client::new(config);
    client.config().endpoint_url().map(str::to_owned)
}

/// Where requests went. Each says that the endpoint is not the service's own.
fn uris(recorder: &Recorder) -> Vec<String> {
    let requests = recorder.requests();
    for request in &requests {
        let agent = request.headers()["user-agent"].to_str().unwrap();
        assert!(agent.contains(" m/E,N"), "{agent}");
    }
    requests.iter().map(|r| r.uri().to_string()).collect()
}

#[tokio::test]
async fn every_setting_is_taken() {
    let retry = RetryConfig::adaptive()
        .with_max_attempts(7)
        .with_reconnect_mode(ReconnectMode::ReuseAllConnections);
    let timeout = TimeoutConfig::builder()
        .connect_timeout(Duration::from_secs(1))
        .operation_timeout(Duration::from_secs(2))
        .build();
    let sdk_config = filled()
        .endpoint_url("https://all")
        .use_fips(true)
        .use_dual_stack(false)
        .retry_config(retry.clone())
        .timeout_config(timeout.clone())
        .app_name(AppName::new("my-app").unwrap())
        .stalled_stream_protection(StalledStreamProtectionConfig::disabled())
        .disable_clock_skew_correction(true)
        .disable_request_compression(true)
        .request_min_compression_size_bytes(7)
        .build();
    for config in [
        Config::from(&sdk_config),
        Config::new(&sdk_config),
        Builder::from(&sdk_config).build(),
        Client::new(&sdk_config).config().clone(),
    ] {
        assert_eq!(config.region(), Some(&Region::from_static("eu-west-1")));
        let provider = config.credentials_provider().unwrap();
        let credentials = provider.provide_credentials().await.unwrap();
        assert_eq!(credentials.access_key_id(), "AKID");
        assert_eq!(config.endpoint_url(), Some("https://all"));
        assert_eq!(config.use_fips(), Some(true));
        assert_eq!(config.use_dual_stack(), Some(false));
        let found = config.retry_config().unwrap();
        assert_eq!(found, &retry);
        assert_eq!(found.mode(), RetryMode::Adaptive);
        assert_eq!(config.timeout_config(), Some(&timeout));
        assert_eq!(config.app_name().unwrap().as_ref(), "my-app");
        let protection = config.stalled_stream_protection().unwrap();
        assert!(!protection.download_enabled());
        assert_eq!(config.disable_clock_skew_correction(), Some(true));
        #[cfg(feature = "request-compression")]
        {
            assert_eq!(config.disable_request_compression(), Some(true));
            assert_eq!(config.request_min_compression_size_bytes(), Some(7));
        }
        assert!(!format!("{config:?}").contains("sEcR"), "{config:?}");
    }
}

#[test]
fn what_is_not_set_stays_so() {
    let config = Config::from(&SdkConfig::builder().build());
    assert_eq!(format!("{config:?}"), "Config");
}

#[test]
fn a_variable_goes_before_the_profile_and_the_service_before_all() {
    let of_service = (
        "AWS_ENDPOINT_URL_IVS_REALTIME",
        "https://variable-of-service",
    );
    let variable = ("AWS_ENDPOINT_URL", "https://variable");
    let in_profile = ("ivs_realtime.endpoint_url", "https://profile-of-service");
    let official = ("ivs-realtime.endpoint_url", "https://profile-official");
    let profile = ("endpoint_url", "https://profile");
    let other = ("other.endpoint_url", "https://other");
    for (settings, expected) in [
        (
            &[of_service, variable, in_profile, official, profile][..],
            Some(of_service),
        ),
        (&[of_service, profile], Some(of_service)),
        (&[variable, in_profile, official, profile], Some(variable)),
        (&[in_profile, official, profile], Some(in_profile)),
        (&[in_profile, official], Some(in_profile)),
        (&[in_profile, profile], Some(in_profile)),
        (&[in_profile], Some(in_profile)),
        (&[official, profile], Some(official)),
        (&[official], Some(official)),
        (&[profile, other], Some(profile)),
        (&[other], None),
    ] {
        let expected = expected.map(|(_, url)| url.to_owned());
        assert_eq!(endpoint(settings), expected, "{settings:?}");
    }
}

#[test]
fn endpoints_may_be_ignored() {
    let mut loaded = Loaded::new(&[
        (
            "AWS_ENDPOINT_URL_IVS_REALTIME",
            "https://variable-of-service",
        ),
        ("AWS_ENDPOINT_URL", "https://variable"),
    ]);
    loaded.ignores_endpoints = true;
    assert_eq!(endpoint_of(&loaded.into_builder().build()), None);
}

#[test]
fn what_the_program_sets_goes_before_all() {
    let own = (
        "AWS_ENDPOINT_URL_IVS_REALTIME",
        "https://variable-of-service",
    );
    let loaded = Loaded::new(&[own]);
    // Without a word on where it comes from, it may come from the environment.
    let builder = loaded.clone().into_builder();
    let unknown = builder.endpoint_url("https://set").build();
    assert_eq!(endpoint_of(&unknown).as_deref(), Some(own.1));
    let mut builder = unknown.into_builder();
    builder.insert_origin("endpoint_url", Origin::shared_config());
    assert_eq!(
        endpoint_of(&builder.build()).as_deref(),
        Some("https://set")
    );

    let sdk_config = loaded.into_builder().build();
    let config = Builder::from(&sdk_config).endpoint_url("https://later");
    let client = Client::from_conf(config.build());
    assert_eq!(client.config().endpoint_url(), Some("https://later"));
    let mut config = Builder::from(&sdk_config);
    config.set_endpoint_url(None);
    assert_eq!(
        Client::from_conf(config.build()).config().endpoint_url(),
        None
    );
}

#[tokio::test]
async fn requests_go_to_the_endpoint_of_the_service() {
    let recorder = Recorder::default();
    let own = ("AWS_ENDPOINT_URL_IVS_REALTIME", "https://own/base");
    let sdk_config = Loaded::new(&[own, ("endpoint_url", "https://all")]);
    let sdk_config = sdk_config.into_builder().build();
    let config = Builder::from(&sdk_config).transport(recorder.transport());
    let client = Client::from_conf(config.build());
    client.list_stages().send().await.unwrap();
    assert_eq!(uris(&recorder), ["https://own/base/ListStages"]);

    // An `SdkConfig` for one call, with a client that has another endpoint.
    let config = Config::from(&filled().endpoint_url("https://first").build());
    let config = config.to_builder().transport(recorder.transport());
    let client = Client::from_conf(config.build());
    let call = client.list_stages().customize();
    let call = call.config_override(Builder::from(&sdk_config));
    call.send().await.unwrap();
    client.list_stages().send().await.unwrap();
    let call = client.list_stages().customize();
    let none = Loaded::default().into_builder().build();
    call.config_override(Builder::from(&none))
        .send()
        .await
        .unwrap();
    assert_eq!(
        uris(&recorder),
        [
            "https://own/base/ListStages",
            "https://first/ListStages",
            "https://first/ListStages",
        ]
    );
}

/// As code that was written for the official client hands them to `aws-config`.
#[test]
fn what_is_made_here_goes_into_an_sdk_config() {
    let sdk_config = SdkConfig::builder()
        .region(Region::new("eu-west-1"))
        .app_name(config::AppName::new("my-app").unwrap())
        .build();
    let mut builder = Config::builder();
    builder.set_region(sdk_config.region().cloned());
    builder.set_app_name(sdk_config.app_name().cloned());
    let config = builder.build();
    assert_eq!(config.region(), Some(&Region::new("eu-west-1")));
    assert_eq!(config.app_name().map(AsRef::as_ref), Some("my-app"));
}

#[test]
fn regions_are_taken_in_any_form() {
    let region = Region::from_static("us-east-1");
    let text = "us-east-1".to_owned();
    for builder in [
        Config::builder().region(region.clone()),
        Config::builder().region(&region),
        Config::builder().region(Some(region.clone())),
        Config::builder().region(text.as_str()),
        Config::builder().region(text.clone()),
        Config::builder().region("us-east-1"),
    ] {
        assert_eq!(builder.build().region(), Some(&region));
    }
    let none: Option<Region> = None;
    assert_eq!(
        Config::builder().region("a").region(none).build().region(),
        None
    );
}

#[test]
fn any_client_can_be_made() {
    fn check<C: ivs_realtime::runtime::client::Caller>(config: &SdkConfig) -> client::Client<C> {
        client::Client::new(config)
    }
    let client: Client = check(&filled().build());
    assert_eq!(client.config().region().unwrap().as_ref(), "eu-west-1");
}
