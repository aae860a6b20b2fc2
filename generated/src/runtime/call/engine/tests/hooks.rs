//! Hooks: when they are called, what they see and what they can change.

use std::sync::{Arc, Mutex};

use super::*;
use crate::runtime::call::intercept::{AttemptInfo, Intercept};
use crate::runtime::config::RetryConfig;

type Log = Arc<Mutex<Vec<String>>>;

/// Writes down what it sees.
#[derive(Debug)]
struct Witness {
    name: &'static str,
    log: Log,
}

impl Witness {
    fn note(&self, call: &CallInfo<'_>, what: &str) {
        assert_eq!((call.operation, call.invocation_id.len()), ("Test", 36));
        assert!(call.service.starts_with("Engine Test "));
        let line = format!("{} {} {what}", self.name, call.attempt);
        self.log.lock().unwrap().push(line);
    }
}

impl Intercept for Witness {
    fn before_signing(
        &self,
        call: &CallInfo<'_>,
        request: &mut Request<Bytes>,
    ) -> Result<(), BoxError> {
        assert_eq!(request.uri().host(), Some("test.us-east-1.example.com"));
        assert!(!request.headers().contains_key("authorization"));
        self.note(call, "signing");
        Ok(())
    }

    fn before_sending(
        &self,
        call: &CallInfo<'_>,
        request: &mut Request<Bytes>,
    ) -> Result<(), BoxError> {
        assert!(request.headers()["authorization"].is_sensitive());
        assert!(request.headers()["x-amz-security-token"].is_sensitive());
        assert_eq!(
            request.headers()["amz-sdk-invocation-id"],
            call.invocation_id
        );
        self.note(call, "sending");
        Ok(())
    }

    fn after_attempt(&self, call: &CallInfo<'_>, attempt: &AttemptInfo<'_>) {
        let what = format!(
            "{:?} {:?} {:?} {:?} {:?}",
            attempt.status.map(|status| status.as_u16()),
            attempt.headers.map(HeaderMap::len),
            attempt.failure.map(ToString::to_string),
            attempt.duration,
            attempt.retry_after,
        );
        self.note(call, &what);
    }
}

#[test]
fn hooks_are_called_in_order() {
    let log = Log::default();
    let witness = |name| Witness {
        name,
        log: Arc::clone(&log),
    };
    let core = core(
        settings()
            .retry_config(RetryConfig::standard().with_max_attempts(4))
            .interceptor(witness("client"))
            .interceptor(witness("other")),
    );
    let options = CallOptions {
        interceptors: vec![SharedInterceptor::new(witness("call"))],
        ..CallOptions::default()
    };
    let response = || Response::builder().header("a", "b").body(Bytes::new());
    let replies = [
        failure(TransportFailure::Io),
        answer(503, &[]),
        // Its head has come, and not all of its body.
        Reply::Failure(Failure::Response(
            TransportFailure::Io,
            "cut off".into(),
            Box::new(response().unwrap()),
        )),
        Reply::Answer(Duration::from_millis(7), response().unwrap()),
    ];
    let _ = run_with(&core, beginning(), Ok(post()), options, 1.0, replies);
    let mut expected = Vec::new();
    for (attempt, end) in [
        (1, r#"None None Some("secret failure") 0ns Some(1s)"#),
        (2, "Some(503) Some(0) None 0ns Some(2s)"),
        (3, r#"Some(200) Some(1) Some("cut off") 0ns Some(4s)"#),
        (4, "Some(200) Some(1) None 7ms None"),
    ] {
        for what in ["signing", "sending", end] {
            for name in ["client", "other", "call"] {
                expected.push(format!("{name} {attempt} {what}"));
            }
        }
    }
    assert_eq!(*log.lock().unwrap(), expected);
}

/// Adds a header before signing, another before sending, and changes the body.
#[derive(Debug)]
struct Editor;

impl Intercept for Editor {
    fn before_signing(
        &self,
        _call: &CallInfo<'_>,
        request: &mut Request<Bytes>,
    ) -> Result<(), BoxError> {
        assert!(
            !request.headers().contains_key("x-signed"),
            "each attempt starts afresh"
        );
        request.headers_mut().insert("x-signed", "1".parse()?);
        *request.body_mut() = Bytes::from_static(b"longer");
        Ok(())
    }

    fn before_sending(
        &self,
        _call: &CallInfo<'_>,
        request: &mut Request<Bytes>,
    ) -> Result<(), BoxError> {
        request.headers_mut().insert("x-unsigned", "1".parse()?);
        Ok(())
    }
}

#[test]
fn what_is_changed_before_signing_is_signed() {
    let core = core(settings().interceptor(Editor));
    let run = run(&core, beginning(), [answer(503, &[]), answer(200, &[])]);
    for attempt in [1, 2] {
        assert_eq!(run.header(attempt, "content-length"), "6");
        assert_eq!(run.header(attempt, "x-unsigned"), "1");
        let authorization = run.header(attempt, "authorization");
        assert!(
            authorization.contains(";x-amz-user-agent;x-signed,"),
            "{authorization}"
        );
        assert!(!authorization.contains("unsigned"), "{authorization}");
    }
}

/// Refuses every request, before signing or before sending it.
#[derive(Debug)]
struct Refuser {
    signed: bool,
}

impl Intercept for Refuser {
    fn before_signing(
        &self,
        _call: &CallInfo<'_>,
        _request: &mut Request<Bytes>,
    ) -> Result<(), BoxError> {
        if self.signed {
            Ok(())
        } else {
            Err("not today".into())
        }
    }

    fn before_sending(
        &self,
        _call: &CallInfo<'_>,
        _request: &mut Request<Bytes>,
    ) -> Result<(), BoxError> {
        Err("not today".into())
    }
}

#[test]
fn a_hook_that_fails_ends_the_call() {
    for signed in [true, false] {
        let log = Log::default();
        let witness = Witness {
            name: "last",
            log: Arc::clone(&log),
        };
        let core = core(
            settings()
                .interceptor(Refuser { signed })
                .interceptor(witness),
        );
        let run = run(&core, beginning(), []);
        assert_eq!((run.sent.len(), run.attempts, run.waits.len()), (0, 1, 0));
        assert_eq!(
            run.error().to_string(),
            "the request could not be made: not today"
        );
        let log = log.lock().unwrap();
        assert_eq!(
            log.last().unwrap(),
            r#"last 1 None None Some("not today") 0ns None"#
        );
        assert_eq!(log.iter().any(|line| line == "last 1 signing"), signed);
    }
}
