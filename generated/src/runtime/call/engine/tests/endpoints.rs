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
        "AWS_PROFILE",
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
    fn no_fips(_: &Config, _: &ContextParams) -> Result<Endpoint, EndpointError> {
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
    fn global(_: &Config, _: &ContextParams) -> Result<Endpoint, EndpointError> {
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

/// A service whose calls may name their bucket and say whether it is near, as its clients may.
fn buckets(config: &Config, given: &ContextParams) -> Result<Endpoint, EndpointError> {
    let Some(bucket) = given.string("Bucket") else {
        return Ok(Endpoint::new("https://example.com"));
    };
    let scheme = match given.boolean("Near") {
        Some(true) => object([
            ("name", "sigv4".into()),
            ("signingName", bucket.as_str().into()),
            ("disableDoubleEncoding", true.into()),
        ]),
        Some(false) => object([("name", "none".into())]),
        None => object([("name", "sigv4a".into())]),
    };
    let region = config.region().map_or("", AsRef::as_ref);
    Ok(
        Endpoint::new(format!("https://{bucket}.{region}.example.com"))
            .with_header("x-bucket", bucket)
            .with_header("x-bucket", "again")
            .with_property("authSchemes", array([scheme])),
    )
}

fn bucket_service() -> &'static Service {
    Box::leak(Box::new(Service {
        endpoint: buckets,
        ..*service(Some("test"))
    }))
}

/// A request whose call says this to the endpoint rules.
fn saying(params: ContextParams) -> Request<Bytes> {
    let mut request = Request::get("/a%20b").body(Bytes::new()).unwrap();
    request.extensions_mut().insert(params);
    request
}

fn send(core: &Core, params: ContextParams) -> Result<Request<Bytes>, String> {
    let now = beginning();
    let mut call = Call::new(core, "Get", Ok(saying(params)), CallOptions::default(), now);
    let credentials = Credentials::new("AKIDEXAMPLE", "secret", None, None, "test");
    let Step::Attempt(_) = call.next(now) else {
        let end = call.into_end().unwrap().unwrap_err();
        return Err(SdkError::<std::convert::Infallible>::from(end).to_string());
    };
    call.request(Some(&credentials), now)
        .map_err(|failure| format!("{failure:?}"))
}

#[test]
fn a_call_says_where_it_goes() {
    let mut settings = settings();
    settings.set_context_param("Near", Some(true.into()));
    let core = core_in(bucket_service(), settings, |_| None);
    for bucket in ["one", "two", "one"] {
        let params = ContextParams::new().with_string("Bucket", Some(bucket));
        let request = send(&core, params).unwrap();
        let url = format!("https://{bucket}.us-east-1.example.com/a%20b");
        assert_eq!(request.uri(), url.as_str());
        let headers = request.headers();
        let values: Vec<_> = headers.get_all("x-bucket").iter().collect();
        assert_eq!(values, [bucket, "again"]);
        let authorization = headers["authorization"].to_str().unwrap();
        assert!(authorization.contains(&format!("/us-east-1/{bucket}/aws4_request")));
        assert!(authorization.contains("x-bucket"), "{authorization}");
    }
    let request = send(&core, ContextParams::new()).unwrap();
    assert_eq!(request.uri(), "https://example.com/a%20b");
}

#[test]
fn what_a_call_says_goes_before_what_its_client_says() {
    let mut settings = settings();
    settings.set_context_param("Near", Some(true.into()));
    let core = core_in(bucket_service(), settings, |_| None);
    let params = ContextParams::new()
        .with_string("Bucket", Some("one"))
        .with_boolean("Near", Some(false));
    let request = send(&core, params).unwrap();
    assert!(!request.headers().contains_key("authorization"));
}

#[test]
fn a_signature_that_nobody_here_knows_is_told() {
    let core = core_in(bucket_service(), settings(), |_| None);
    let params = ContextParams::new().with_string("Bucket", Some("one"));
    let error = send(&core, params).unwrap_err();
    assert!(
        error.contains("signed with sigv4a, expected sigv4"),
        "{error}"
    );
}

#[test]
fn only_so_many_routes_are_kept() {
    let core = core_in(bucket_service(), settings(), |_| None);
    let route = |bucket: &str| {
        core.route(Some(
            ContextParams::new().with_string("Bucket", Some(bucket)),
        ))
    };
    let (first, second) = (route("first"), route("second"));
    for number in 0..31 {
        route(&number.to_string());
    }
    assert!(Arc::ptr_eq(&route("second"), &second));
    assert!(!Arc::ptr_eq(&route("first"), &first));
}

#[test]
fn the_account_of_the_credentials_may_lead_to_the_endpoint() {
    fn of_account(_: &Config, given: &ContextParams) -> Result<Endpoint, EndpointError> {
        let account = given.string("AWS::Auth::AccountId");
        let account = account.ok_or_else(|| EndpointError::new("an account is needed"))?;
        let bucket = given.string("Bucket").unwrap_or_default();
        Ok(Endpoint::new(format!(
            "https://{account}.{bucket}.example.com"
        )))
    }
    let service = Box::leak(Box::new(Service {
        needs_account_id: true,
        endpoint: of_account,
        ..*service(Some("test"))
    }));
    let core = core_in(service, settings(), |_| None);
    let now = beginning();
    let params = ContextParams::new().with_string("Bucket", Some("b"));
    let request = Ok(saying(params));
    let mut call = Call::new(&core, "Get", request, CallOptions::default(), now);
    let credentials = |account: Option<&str>| {
        let mut credentials = Credentials::builder()
            .access_key_id("AKIDEXAMPLE")
            .secret_access_key("secret")
            .provider_name("test");
        credentials.set_account_id(account.map(Into::into));
        credentials.build()
    };
    // Each attempt may have credentials of its own.
    for account in ["1", "2"] {
        let Step::Attempt(_) = call.next(now) else {
            panic!("an attempt is due");
        };
        let request = call
            .request(Some(&credentials(Some(account))), now)
            .unwrap();
        let url = format!("https://{account}.b.example.com/a%20b");
        assert_eq!(request.uri(), url.as_str());
        assert!(request.headers().contains_key("authorization"));
        let failure = Failure::Dispatch(TransportFailure::Io, "no answer".into());
        call.ended(Err(failure), &mut Reader::default(), now, 0.0);
    }
    let error = call.request(Some(&credentials(None)), now).unwrap_err();
    assert!(
        format!("{error:?}").contains("an account is needed"),
        "{error:?}"
    );
}
