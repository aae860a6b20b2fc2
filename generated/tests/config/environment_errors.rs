//! What is said of an environment that will not do.

use crate::support::{NEEDED, SECRET, error};

const FURTHER: &str = "Set these variables, or look further: enable the feature `aws-config` and make the client with \
     `Client::new(&aws_config::load_defaults(BehaviorVersion::latest()).await)`, which reads profiles, single sign-on, web identity tokens, and \
     the metadata of containers and instances too";

/// The error of an environment in which only this value is wrong.
fn invalid(name: &str, value: &str) -> String {
    let variables = [&NEEDED[..], &[(name, value)]].concat();
    let error = error(&variables);
    let prefix = "cannot make a client for My Service from the environment: ";
    error.strip_prefix(prefix).unwrap().to_owned()
}

#[test]
fn nothing_is_set() {
    let expected = format!(
        "cannot make a client for My Service from the environment: no region (AWS_REGION and AWS_DEFAULT_REGION are \
         not set); no credentials (AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are not set). {FURTHER}"
    );
    assert_eq!(error(&[]), expected);
    let empty = NEEDED.map(|(name, _)| (name, " "));
    assert_eq!(error(&empty), expected);
}

#[test]
fn the_region_is_missing() {
    assert_eq!(
        error(&NEEDED[1..]),
        format!(
            "cannot make a client for My Service from the environment: no region (AWS_REGION and AWS_DEFAULT_REGION \
             are not set). {FURTHER}"
        )
    );
}

#[test]
fn one_of_the_keys_is_missing() {
    assert_eq!(
        error(&NEEDED[..2]),
        format!(
            "cannot make a client for My Service from the environment: no credentials (AWS_ACCESS_KEY_ID is set, \
             AWS_SECRET_ACCESS_KEY is not). {FURTHER}"
        )
    );
    assert_eq!(
        error(&[NEEDED[0], NEEDED[2]]),
        format!(
            "cannot make a client for My Service from the environment: no credentials (AWS_SECRET_ACCESS_KEY is set, \
             AWS_ACCESS_KEY_ID is not). {FURTHER}"
        )
    );
}

#[test]
fn credentials_stand_where_only_a_feature_looks() {
    let missing = "cannot make a client for My Service from the environment: no credentials (AWS_ACCESS_KEY_ID and \
         AWS_SECRET_ACCESS_KEY are not set)";
    assert_eq!(
        error(&[NEEDED[0], ("AWS_PROFILE", "dev")]),
        format!("{missing}. {FURTHER}. AWS_PROFILE is set, but read only with that feature")
    );
    assert_eq!(
        error(&[
            NEEDED[0],
            ("AWS_PROFILE", ""),
            ("AWS_WEB_IDENTITY_TOKEN_FILE", "/token"),
            ("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", "/a"),
            ("AWS_CONTAINER_CREDENTIALS_FULL_URI", "http://localhost"),
        ]),
        format!(
            "{missing}. {FURTHER}. AWS_WEB_IDENTITY_TOKEN_FILE and AWS_CONTAINER_CREDENTIALS_RELATIVE_URI and \
             AWS_CONTAINER_CREDENTIALS_FULL_URI are set, but read only with that feature"
        )
    );
}

#[test]
fn all_that_is_wrong_is_told_at_once() {
    assert_eq!(
        error(&[
            ("AWS_REGION", "here"),
            ("AWS_MAX_ATTEMPTS", "0"),
            ("AWS_USE_FIPS_ENDPOINT", "1")
        ]),
        format!(
            "cannot make a client for My Service from the environment: no credentials (AWS_ACCESS_KEY_ID and \
             AWS_SECRET_ACCESS_KEY are not set); AWS_USE_FIPS_ENDPOINT is \"1\", expected `true` or `false`; \
             AWS_MAX_ATTEMPTS is \"0\", expected a whole number from 1 to 4294967295 (the first attempt counts). \
             {FURTHER}"
        )
    );
}

#[test]
fn a_value_cannot_be() {
    let region = "expected the code of a region like `us-east-1`: letters, digits and hyphens";
    let url =
        "expected an http or https URL like `https://service.region.example.com`, without a query";
    let number = "expected a whole number from 1 to 4294967295 (the first attempt counts)";
    for (name, value, expected) in [
        ("AWS_REGION", "us east", region),
        ("AWS_REGION", "us-east-1\n", region),
        ("AWS_REGION", "a.example.com/", region),
        ("AWS_ENDPOINT_URL", "localhost:8080", url),
        ("AWS_ENDPOINT_URL_MY_SERVICE", "ftp://a", url),
        ("AWS_ENDPOINT_URL", "https://a/?b", url),
        (
            "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS",
            "yes",
            "expected `true` or `false`",
        ),
        ("AWS_USE_FIPS_ENDPOINT", "1", "expected `true` or `false`"),
        (
            "AWS_USE_DUALSTACK_ENDPOINT",
            "on",
            "expected `true` or `false`",
        ),
        (
            "AWS_RETRY_MODE",
            "fast",
            "expected `standard` or `adaptive`",
        ),
        (
            "AWS_RETRY_MODE",
            "legacy",
            "expected `standard` or `adaptive` (the rules of `legacy` differ between AWS's SDKs, and those for Rust \
             have none)",
        ),
        ("AWS_MAX_ATTEMPTS", "0", number),
        ("AWS_MAX_ATTEMPTS", "-1", number),
        ("AWS_MAX_ATTEMPTS", " 3", number),
        ("AWS_MAX_ATTEMPTS", "4294967296", number),
        (
            "AWS_SDK_UA_APP_ID",
            "my app",
            "expected one or more of letters, digits and !#$%&'*+-.^_`|~",
        ),
    ] {
        assert_eq!(
            invalid(name, value),
            format!("{name} is {value:?}, {expected}")
        );
    }
}

#[test]
fn no_secret_is_shown() {
    let hidden = "has a value that is not shown here, expected";
    let visible = "visible ASCII characters without white space";
    let spaced = format!("{SECRET} {SECRET}");
    let unreadable = format!("{SECRET}\u{fffd}");
    for (name, value, expected) in [
        ("AWS_ACCESS_KEY_ID", &spaced, visible),
        ("AWS_SESSION_TOKEN", &spaced, visible),
        ("AWS_SECRET_ACCESS_KEY", &unreadable, "Unicode"),
        ("AWS_SESSION_TOKEN", &unreadable, "Unicode"),
    ] {
        assert_eq!(invalid(name, value), format!("{name} {hidden} {expected}"));
    }
    let url = format!("https://ann:{SECRET}@example.com?a");
    assert_eq!(
        invalid("AWS_ENDPOINT_URL", &url),
        "AWS_ENDPOINT_URL is \"https://***@example.com?a\", expected an http or https URL like \
         `https://service.region.example.com`, without a query"
    );
}
