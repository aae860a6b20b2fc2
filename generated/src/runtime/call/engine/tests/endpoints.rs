//! Where calls go and what they are signed for, and what is said if that cannot be told.

use super::*;
use crate::runtime::endpoint::{array, object};

fn refusal(core: &Core) -> String {
    let run = run(core, beginning(), []);
    assert_eq!(run.took, Duration::ZERO);
    run.error().to_string()
}

#[test]
fn a_region_that_is_missing_is_told_in_the_words_of_the_rules() {
    let text = refusal(&core(Config::builder()));
    let expected = "the request could not be made: Invalid Configuration: Missing Region: no region is set; set it \
                    with `Config::builder().region(";
    assert!(text.starts_with(expected), "{text}");
    for name in [
        "Client::from_env()",
        "AWS_REGION",
        "AWS_DEFAULT_REGION",
        "`aws-config`",
    ] {
        assert!(text.contains(name), "{text}");
    }
}

#[test]
fn a_url_does_not_tell_the_region_to_sign_for() {
    let here = Config::builder().endpoint_url("http://127.0.0.1:8080");
    let text = refusal(&core(here));
    assert!(text.contains("Engine Test "), "{text}");
    assert!(
        text.contains("are signed for a region: no region is set; set it with"),
        "{text}"
    );
}

#[test]
fn a_service_that_signs_nothing_needs_no_region() {
    let here = Config::builder().endpoint_url("http://127.0.0.1:8080/base");
    let core = core_in(service(None), here, |_| None);
    assert!(!core.signs());
    let run = run(&core, beginning(), [answer(200, &[])]);
    assert_eq!(run.sent[0].uri(), "http://127.0.0.1:8080/base/Test");
    assert!(!run.headers(1).contains_key("authorization"));
    assert!(!run.headers(1).contains_key("x-amz-date"));
}

#[test]
fn a_url_that_is_none_is_told() {
    let text = refusal(&core(settings().endpoint_url("nowhere")));
    assert!(
        text.contains(r#"the endpoint "nowhere" has no scheme"#),
        "{text}"
    );
}

#[test]
fn other_errors_of_the_rules_stand_alone() {
    fn no_fips(_config: &Config) -> Result<Endpoint, EndpointError> {
        Err(EndpointError::new("FIPS is not supported"))
    }
    let service = Box::leak(Box::new(Service {
        endpoint: no_fips,
        ..*service(Some("test"))
    }));
    let core = core_in(service, Config::builder(), |_| None);
    assert_eq!(
        refusal(&core),
        "the request could not be made: FIPS is not supported"
    );
}

#[test]
fn the_rules_can_say_what_to_sign_for() {
    fn global(_config: &Config) -> Result<Endpoint, EndpointError> {
        let scheme = object([
            ("name", "sigv4".into()),
            ("signingName", "other".into()),
            ("signingRegion", "eu-west-1".into()),
        ]);
        let endpoint = Endpoint::new("https://global.example.com");
        let other = object([("name", "sigv4a".into()), ("signingName", "wrong".into())]);
        Ok(endpoint.with_property("authSchemes", array([other, scheme])))
    }
    let service = Box::leak(Box::new(Service {
        endpoint: global,
        ..*service(Some("test"))
    }));
    for settings in [settings(), Config::builder()] {
        let core = core_in(service, settings, |_| None);
        let run = run(&core, beginning(), [answer(200, &[])]);
        let authorization = run.header(1, "authorization");
        let scope = "AKIDEXAMPLE/20270115/eu-west-1/other/aws4_request,";
        assert!(authorization.contains(scope), "{authorization}");
    }
}
