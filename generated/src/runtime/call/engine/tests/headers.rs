//! The headers that a call adds.

use http::header::{CONTENT_LENGTH, HOST, USER_AGENT};

use super::*;
use crate::runtime::config::{AppName, RetryConfig, TimeoutConfig};

fn signed_headers(run: &Run, attempt: usize) -> &str {
    let (_, rest) = run
        .header(attempt, "authorization")
        .split_once("SignedHeaders=")
        .unwrap();
    rest.split_once(',').unwrap().0
}

fn run_request(core: &Core, request: Request<Bytes>) -> Run {
    let options = CallOptions::default();
    run_with(
        core,
        beginning(),
        Ok(request),
        options,
        1.0,
        [answer(200, &[])],
    )
}

#[test]
fn all_attempts_share_an_id_and_no_two_calls() {
    let core = core(settings());
    let first = run(&core, beginning(), [answer(503, &[]), answer(200, &[])]);
    let id = first.header(1, "amz-sdk-invocation-id");
    assert_eq!(id.len(), 36);
    assert_eq!(id, first.header(2, "amz-sdk-invocation-id"));
    let second = run(&core, beginning(), [answer(200, &[])]);
    assert_ne!(id, second.header(1, "amz-sdk-invocation-id"));
}

#[test]
fn attempts_carry_the_same_request() {
    let core = core(settings());
    let run = run(&core, beginning(), [answer(503, &[]), answer(200, &[])]);
    let [first, second] = &run.sent[..] else {
        panic!("two attempts: {:?}", run.sent)
    };
    assert_eq!(
        (first.method(), first.uri(), first.body()),
        (second.method(), second.uri(), second.body())
    );
    assert_eq!(first.uri(), "https://test.us-east-1.example.com/Test");
    // The second one is signed anew, once.
    for name in [
        "authorization",
        "x-amz-date",
        "x-amz-security-token",
        "amz-sdk-request",
    ] {
        assert_eq!(second.headers().get_all(name).iter().count(), 1, "{name}");
    }
    assert_ne!(
        first.headers()["authorization"],
        second.headers()["authorization"]
    );
}

#[test]
fn attempts_are_counted() {
    let replies = || [answer(503, &[]), answer(500, &[]), answer(200, &[])];
    let run = run(&core(settings()), beginning(), replies());
    for (attempt, expected) in [
        (1, "attempt=1; max=3"),
        (2, "attempt=2; max=3"),
        (3, "attempt=3; max=3"),
    ] {
        assert_eq!(run.header(attempt, "amz-sdk-request"), expected);
    }
    // With a limit on the wait for an answer, retries say until when one is of use.
    let timeouts = TimeoutConfig::builder().read_timeout(Duration::from_secs(5));
    let core = core(settings().timeout_config(timeouts.build()));
    let run = super::run(&core, beginning(), replies());
    for (attempt, expected) in [
        (1, "attempt=1; max=3"),
        (2, "ttl=20270115T080006Z; attempt=2; max=3"),
        (3, "ttl=20270115T080008Z; attempt=3; max=3"),
    ] {
        assert_eq!(run.header(attempt, "amz-sdk-request"), expected);
    }
}

#[test]
fn the_user_agent_says_what_is_in_use() {
    let adaptive = || settings().retry_config(RetryConfig::adaptive());
    let app = settings().app_name(AppName::new("my-app").unwrap());
    let here = settings().endpoint_url("http://127.0.0.1:8080");
    let lambda: Environment = |name| (name == "AWS_EXECUTION_ENV").then(|| "AWS_Lambda".to_owned());
    let none: Environment = |_| None;
    for (settings, environment, paginates, expected) in [
        (settings(), none, false, " m/E"),
        (adaptive(), none, false, " m/F"),
        (app, none, false, " m/E app/my-app"),
        (here.clone(), none, false, " m/E,N"),
        (here, none, true, " m/C,E,N"),
        (adaptive(), lambda, true, " exec-env/AWS_Lambda m/C,F"),
    ] {
        let service = service(Some("test"));
        let core = core_in(service, settings, environment);
        let options = CallOptions {
            paginates,
            ..CallOptions::default()
        };
        let replies = [answer(503, &[]), answer(200, &[])];
        let run = run_with(&core, beginning(), Ok(post()), options, 1.0, replies);
        for attempt in [1, 2] {
            let agent = run.header(attempt, USER_AGENT.as_str());
            assert_eq!(agent, run.header(attempt, "x-amz-user-agent"));
            assert!(agent.ends_with(expected), "{agent}");
            let api = format!(" ua/2.1 api/{}/1.2.3 os/", service.id());
            assert!(agent.contains(&api), "{agent}");
        }
    }
}

#[test]
fn what_is_known_before_sending_is_signed() {
    let core = core(settings());
    let run = run_request(&core, post());
    assert_eq!(run.header(1, CONTENT_LENGTH.as_str()), "2");
    assert_eq!(
        signed_headers(&run, 1),
        "content-length;content-type;host;x-amz-date;x-amz-security-token;x-amz-user-agent"
    );
    let bodyless = Request::get("/tags/a%3Ab").body(Bytes::new()).unwrap();
    let run = run_request(&core, bodyless);
    assert!(!run.headers(1).contains_key(CONTENT_LENGTH));
    assert!(!run.headers(1).contains_key(HOST));
    assert_eq!(
        signed_headers(&run, 1),
        "host;x-amz-date;x-amz-security-token;x-amz-user-agent"
    );
}

#[test]
fn a_trace_goes_on_through_lambda() {
    fn lambda(name: &str) -> Option<String> {
        match name {
            "AWS_LAMBDA_FUNCTION_NAME" => Some("function".to_owned()),
            "_X_AMZN_TRACE_ID" => Some("Root=1-é\n;Sampled=1".to_owned()),
            _ => None,
        }
    }
    let with = |environment| core_in(service(Some("test")), settings(), environment);
    let trace_id = |run: &Run| {
        let id = run.headers(1).get("x-amzn-trace-id")?;
        Some(id.to_str().unwrap().to_owned())
    };
    let run = run_request(&with(lambda), post());
    assert_eq!(
        trace_id(&run).as_deref(),
        Some("Root=1-%C3%A9%0A;Sampled=1")
    );
    assert!(!signed_headers(&run, 1).contains("trace"));

    let mut own = post();
    own.headers_mut()
        .insert("x-amzn-trace-id", "own".parse().unwrap());
    assert_eq!(
        trace_id(&run_request(&with(lambda), own)).as_deref(),
        Some("own")
    );

    let no_function: Environment = |name| lambda(name).filter(|_| name.starts_with('_'));
    let no_trace: Environment = |name| lambda(name).filter(|_| !name.starts_with('_'));
    for environment in [no_function, no_trace] {
        assert_eq!(trace_id(&run_request(&with(environment), post())), None);
    }
}
