//! What the variables of an environment set, and which goes before which.

use ivs_realtime::config::retry::{RetryConfig, RetryMode};
use ivs_realtime::config::{AppName, Config, Credentials, ProvideCredentials, Region};
use ivs_realtime::runtime::client::Service;
use ivs_realtime::runtime::endpoint::Endpoint;

use crate::support::{NEEDED, SECRET, SERVICE, from_variables, with};

async fn credentials(config: &Config) -> Credentials {
    let provider = config.credentials_provider().unwrap();
    provider.provide_credentials().await.unwrap()
}

#[tokio::test]
async fn region_and_keys_are_enough() {
    let config = with(&[]);
    assert_eq!(config.region(), Some(&Region::from_static("eu-west-1")));
    let credentials = credentials(&config).await;
    assert_eq!(credentials.access_key_id(), "AKID");
    assert_eq!(credentials.secret_access_key(), SECRET);
    assert_eq!(credentials.session_token(), None);
    assert_eq!(credentials.expiry(), None);

    assert_eq!(config.endpoint_url(), None);
    assert_eq!(config.use_fips(), None);
    assert_eq!(config.use_dual_stack(), None);
    assert_eq!(config.retry_config(), None);
    assert_eq!(config.app_name(), None);
}

#[test]
fn the_region_has_two_names() {
    for (variables, expected) in [
        (
            [("AWS_REGION", "a-1"), ("AWS_DEFAULT_REGION", "b-1")],
            "a-1",
        ),
        ([("AWS_REGION", ""), ("AWS_DEFAULT_REGION", "b-1")], "b-1"),
        (
            [("AWS_REGION", " \t"), ("AWS_DEFAULT_REGION", "b-1")],
            "b-1",
        ),
    ] {
        let config = with(&variables);
        assert_eq!(config.region().unwrap().as_ref(), expected);
    }
}

#[tokio::test]
async fn a_session_token_is_trimmed_and_may_be_empty() {
    for (token, expected) in [
        ("", None),
        (" ", None),
        ("t", Some("t")),
        (" t\n", Some("t")),
    ] {
        let config = with(&[("AWS_SESSION_TOKEN", token)]);
        assert_eq!(credentials(&config).await.session_token(), expected);
    }
}

#[test]
fn an_endpoint_of_the_service_goes_before_that_of_all() {
    let own = ("AWS_ENDPOINT_URL_MY_SERVICE", "http://own:1/a");
    let all = ("AWS_ENDPOINT_URL", "https://all");
    let other = ("AWS_ENDPOINT_URL_OTHER", "https://other");
    let empty = ("AWS_ENDPOINT_URL_MY_SERVICE", "");
    for (variables, expected) in [
        (&[own, all][..], Some("http://own:1/a")),
        (&[own], Some("http://own:1/a")),
        (&[all, other], Some("https://all")),
        (&[empty, all], Some("https://all")),
        (&[other], None),
    ] {
        assert_eq!(with(variables).endpoint_url(), expected, "{variables:?}");
        for (ignore, is_ignored) in [
            ("true", true),
            ("TRUE", true),
            ("false", false),
            ("", false),
        ] {
            let ignore = ("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", ignore);
            let config = with(&[variables, &[ignore]].concat());
            let expected = if is_ignored { None } else { expected };
            assert_eq!(config.endpoint_url(), expected, "{ignore:?} {variables:?}");
        }
    }
}

#[test]
fn an_endpoint_that_is_ignored_may_be_none() {
    let config = with(&[
        ("AWS_ENDPOINT_URL", "no url"),
        ("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "true"),
    ]);
    assert_eq!(config.endpoint_url(), None);
}

#[test]
fn fips_and_dual_stack_are_switched_on_and_off() {
    for (value, expected) in [
        ("true", Some(true)),
        ("True", Some(true)),
        ("false", Some(false)),
        ("FALSE", Some(false)),
        ("", None),
    ] {
        let config = with(&[("AWS_USE_FIPS_ENDPOINT", value)]);
        assert_eq!(config.use_fips(), expected);
        assert_eq!(config.use_dual_stack(), None);
        let config = with(&[("AWS_USE_DUALSTACK_ENDPOINT", value)]);
        assert_eq!(config.use_dual_stack(), expected);
        assert_eq!(config.use_fips(), None);
    }
}

#[test]
fn retries_have_a_mode_and_a_number() {
    for (mode, max_attempts, expected) in [
        ("standard", "", (RetryMode::Standard, 3)),
        (" Adaptive ", "", (RetryMode::Adaptive, 3)),
        ("", "1", (RetryMode::Standard, 1)),
        ("adaptive", "4294967295", (RetryMode::Adaptive, u32::MAX)),
    ] {
        let config = with(&[("AWS_RETRY_MODE", mode), ("AWS_MAX_ATTEMPTS", max_attempts)]);
        let retry = config.retry_config().unwrap();
        assert_eq!((retry.mode(), retry.max_attempts()), expected);
    }
}

#[test]
fn the_application_has_a_name() {
    let config = with(&[("AWS_SDK_UA_APP_ID", "my-app")]);
    assert_eq!(config.app_name().unwrap().as_ref(), "my-app");
}

#[test]
fn no_other_variable_is_looked_up() {
    let asked = std::cell::RefCell::new(std::collections::BTreeSet::new());
    let config = Config::from_lookup(&SERVICE, &|name| {
        asked.borrow_mut().insert(name.to_owned());
        let needed = NEEDED.iter().find(|(known, _)| *known == name);
        needed.map(|(_, value)| (*value).to_owned())
    });
    assert!(config.is_ok());
    let is_always_asked = |name: &&String| !name.contains("COMPRESSION");
    let asked = asked.into_inner();
    let asked: Vec<&String> = asked.iter().filter(is_always_asked).collect();
    assert_eq!(
        asked,
        [
            "AWS_ACCESS_KEY_ID",
            "AWS_ENDPOINT_URL",
            "AWS_ENDPOINT_URL_MY_SERVICE",
            "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS",
            "AWS_MAX_ATTEMPTS",
            "AWS_REGION",
            "AWS_RETRY_MODE",
            "AWS_SDK_UA_APP_ID",
            "AWS_SECRET_ACCESS_KEY",
            "AWS_SESSION_TOKEN",
            "AWS_USE_DUALSTACK_ENDPOINT",
            "AWS_USE_FIPS_ENDPOINT",
        ]
    );
}

/// What the program sets counts, and need not be in the environment; a variable of it may even be wrong.
#[test]
fn settings_are_completed_from_the_environment() {
    let given = Config::builder()
        .region("eu-west-1")
        .endpoint_url("http://127.0.0.1:1")
        .use_fips(false)
        .use_dual_stack(false)
        .retry_config(RetryConfig::disabled())
        .app_name(AppName::new("own").unwrap());
    let variables = [
        ("AWS_ACCESS_KEY_ID", "AKIDEXAMPLE"),
        ("AWS_SECRET_ACCESS_KEY", "secret"),
        ("AWS_REGION", "no region"),
        ("AWS_ENDPOINT_URL", "no url"),
        ("AWS_USE_FIPS_ENDPOINT", "perhaps"),
        ("AWS_USE_DUALSTACK_ENDPOINT", "perhaps"),
        ("AWS_MAX_ATTEMPTS", "0"),
        ("AWS_SDK_UA_APP_ID", "no name"),
    ];
    let lookup = |name: &str| {
        let mut variables = variables.iter();
        let found = variables.find(|(known, _)| *known == name)?;
        Some(found.1.to_owned())
    };
    let config = given.completed_from(&SERVICE, &lookup).unwrap();
    assert_eq!(config.region().map(AsRef::as_ref), Some("eu-west-1"));
    assert_eq!(config.endpoint_url(), Some("http://127.0.0.1:1"));
    assert_eq!(config.use_fips(), Some(false));
    assert_eq!(config.use_dual_stack(), Some(false));
    assert_eq!(config.retry_config(), Some(&RetryConfig::disabled()));
    assert_eq!(config.app_name().map(AsRef::as_ref), Some("own"));
    assert!(config.credentials_provider().is_some());

    let error = Config::builder().completed_from(&SERVICE, &lookup);
    let error = error.unwrap_err().to_string();
    for (name, _) in &variables[2..] {
        assert!(error.contains(name), "{name}: {error}");
    }
    let without_credentials = Config::builder().region("eu-west-1");
    let error = without_credentials.completed_from(&SERVICE, &|_| None);
    let error = error.unwrap_err().to_string();
    assert!(error.contains("no credentials"), "{error}");
    assert!(!error.contains("no region"), "{error}");
}

#[test]
fn the_environment_of_the_process_is_read() {
    // Whatever it holds: either settings or a text comes of it, and no panic.
    match Config::from_env(&SERVICE) {
        Ok(config) => assert!(config.region().is_some()),
        Err(error) => assert!(!error.to_string().is_empty()),
    }
    assert!(from_variables(&[]).is_err());
}

#[tokio::test]
async fn an_account_counts_where_endpoints_depend_on_it() {
    let of_accounts = Service {
        sdk_id: "Mine",
        signing_name: Some("mine"),
        crate_version: "1.2.3",
        needs_account_id: true,
        endpoint: |_, _| Ok(Endpoint::new("https://example.com")),
    };
    let lookup = |name: &str| {
        let variables = [
            ("AWS_ACCOUNT_ID", " 123456789012"),
            ("AWS_ACCOUNT_ID_ENDPOINT_MODE", "Required"),
        ];
        let mut variables = NEEDED.iter().chain(&variables);
        let found = variables.find(|(known, _)| *known == name);
        found.map(|(_, value)| (*value).to_owned())
    };
    let config = Config::from_lookup(&of_accounts, &lookup).unwrap();
    let account_id = credentials(&config).await.account_id().cloned();
    assert_eq!(account_id.unwrap().as_str(), "123456789012");
    let mode = config
        .context_params()
        .string("AWS::Auth::AccountIdEndpointMode");
    assert_eq!(mode.as_deref(), Some("required"));

    let wrong = |name: &str| match name {
        "AWS_ACCOUNT_ID" => Some("1/2".to_owned()),
        "AWS_ACCOUNT_ID_ENDPOINT_MODE" => Some("always".to_owned()),
        name => lookup(name),
    };
    let error = Config::from_lookup(&of_accounts, &wrong)
        .unwrap_err()
        .to_string();
    assert!(error.contains("AWS_ACCOUNT_ID is \"1/2\""), "{error}");
    assert!(
        error.contains("AWS_ACCOUNT_ID_ENDPOINT_MODE is \"always\""),
        "{error}"
    );
}
