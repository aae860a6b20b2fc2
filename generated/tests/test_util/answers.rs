//! What a call gives for each kind of answer.

use std::io;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use ivs_realtime::config::{Generation, RetryConfig};
use ivs_realtime::error::{ErrorMetadata, ProvideErrorMetadata, RequestId, SdkError};
use ivs_realtime::operation::create_stage::{CreateStageInput, CreateStageOutput};
use ivs_realtime::operation::delete_stage::{DeleteStageInput, DeleteStageOutput};
use ivs_realtime::runtime::call::{AttemptInfo, CallInfo, Intercept};
use ivs_realtime::test_util::{self, REQUEST_ID, Rule, error_response, json_response, rule};
use ivs_realtime::types::error::{InternalServerException, ValidationException};
use ivs_realtime::{Client, Config, Error};

type CallError = SdkError<Error>;

/// Creates a stage with a client that this rule answers.
async fn call(rule: &Rule<CreateStageInput>) -> Result<CreateStageOutput, CallError> {
    let client = Client::from_conf(test_util::config().rules(rule).build());
    client.create_stage().name("x").send().await
}

#[tokio::test]
async fn an_error_is_given_as_it_was_built() {
    let error = ValidationException::builder().message("bad name").build();
    let rule = rule::<CreateStageInput>().error(error.clone());
    for calls in 1..=2 {
        let failed = call(&rule).await.unwrap_err();
        assert_eq!(
            failed.to_string(),
            "ValidationException: bad name (CreateStage, HTTP 400)"
        );
        match failed.into_service_error() {
            Error::ValidationException(given) => assert_eq!(*given, error),
            other => panic!("{other}"),
        }
        assert_eq!((rule.calls(), rule.attempts()), (calls, calls));
    }
}

#[tokio::test]
async fn metadata_of_an_error_is_kept() {
    let meta = ErrorMetadata::builder()
        .code("ValidationException")
        .custom("aws_request_id", "req-7")
        .build();
    let error = ValidationException::builder().meta(meta).build();
    let failed = call(&rule().error(error)).await.unwrap_err();
    assert_eq!(failed.code(), Some("ValidationException"));
    assert_eq!(failed.request_id(), Some("req-7"));
    assert!(failed.to_string().contains("request id req-7"), "{failed}");
}

#[tokio::test]
async fn an_error_is_retried_by_its_code() {
    let rule = rule::<CreateStageInput>()
        .result_with(|_| {
            let meta = ErrorMetadata::builder().code("ThrottlingException").build();
            Err(Error::generic(meta))
        })
        .times(2)
        .output(CreateStageOutput::builder().build());
    call(&rule).await.unwrap();
    assert_eq!((rule.calls(), rule.attempts()), (1, 3));
}

#[tokio::test]
async fn an_error_without_a_code_is_not_retried() {
    let rule = rule::<CreateStageInput>()
        .error(InternalServerException::builder().build())
        .output(CreateStageOutput::builder().build());
    let error = call(&rule).await.unwrap_err().into_service_error();
    assert!(error.is_internal_server_exception());
    assert_eq!(rule.attempts(), 1);
}

#[tokio::test]
async fn a_response_goes_through_the_engine() {
    let rule = rule::<CreateStageInput>()
        .response(error_response(
            500,
            "InternalServerException",
            "a \"bad\" \n day",
        ))
        .times(2)
        .failure(io::ErrorKind::ConnectionReset)
        .response(json_response(200, r#"{"stage":{"arn":"arn:x"}}"#));
    let config = test_util::config().retry_config(test_util::retry_config().with_max_attempts(4));
    let client = Client::from_conf(config.rules(&rule).build());
    let output = client.create_stage().send().await.unwrap();
    assert_eq!(output.stage().unwrap().arn(), "arn:x");
    assert_eq!(output.request_id(), Some(REQUEST_ID));
    assert_eq!((rule.calls(), rule.attempts()), (1, 4));
}

#[tokio::test]
async fn an_error_response_has_code_message_status_and_request_id() {
    let message = "a \"bad\"\n day";
    let rule = rule().response(error_response(500, "InternalServerException", message));
    let error = call(&rule).await.unwrap_err();
    assert_eq!(rule.attempts(), 3);
    assert_eq!(error.raw_response().unwrap().status(), 500);
    assert_eq!(error.code(), Some("InternalServerException"));
    assert_eq!(error.message(), Some(message));
    assert_eq!(error.request_id(), Some(REQUEST_ID));
    match error.into_service_error() {
        Error::InternalServerException(error) => assert_eq!(error.message(), Some(message)),
        other => panic!("{other}"),
    }
}

#[tokio::test]
async fn failures_of_the_network_are_what_they_are_on_a_network() {
    let refused = rule().failure(io::ErrorKind::ConnectionRefused);
    match call(&refused).await.unwrap_err() {
        SdkError::DispatchFailure(failure) => assert!(failure.is_io()),
        other => panic!("{other}"),
    }
    assert_eq!(refused.attempts(), 3);
    let late = rule().failure(io::ErrorKind::TimedOut);
    match call(&late).await.unwrap_err() {
        SdkError::DispatchFailure(failure) => assert!(failure.is_timeout()),
        other => panic!("{other}"),
    }
    assert_eq!(late.attempts(), 3);
}

#[tokio::test]
async fn a_status_that_is_none_is_told() {
    let rule = rule().response(99);
    let error = call(&rule).await.unwrap_err().to_string();
    assert!(
        error.contains("the status 99; expected one of 100 to 999"),
        "{error}"
    );
    assert_eq!(rule.attempts(), 1);
}

/// The request is built and signed even if the answer is an output.
#[tokio::test]
async fn the_request_can_be_looked_at() {
    let rule = rule::<CreateStageInput>().response_with(|request| {
        let signed = request.headers().contains_key("authorization");
        json_response(
            200,
            format!(r#"{{"stage":{{"arn":"{} {signed}"}}}}"#, request.uri()),
        )
    });
    let output = call(&rule).await.unwrap();
    assert_eq!(
        output.stage().unwrap().arn(),
        "https://ivsrealtime.us-east-1.amazonaws.com/CreateStage true"
    );
}

#[tokio::test]
async fn what_cannot_be_sent_is_not_answered() {
    let rule = rule::<DeleteStageInput>().output(DeleteStageOutput::builder().build());
    let client = Client::from_conf(test_util::config().rules(&rule).build());
    let error = client.delete_stage().send().await.unwrap_err();
    assert!(matches!(error, SdkError::ConstructionFailure(_)), "{error}");
    assert_eq!(rule.calls(), 0);
}

/// Number, status and wait of an attempt.
type Attempt = (u32, Option<u16>, Option<Duration>);

/// Keeps what the hooks of a client are told.
#[derive(Clone, Debug, Default)]
struct Told(Arc<Mutex<Vec<Attempt>>>);

impl Intercept for Told {
    fn after_attempt(&self, call: &CallInfo<'_>, attempt: &AttemptInfo<'_>) {
        let status = attempt.status.map(|status| status.as_u16());
        self.0
            .lock()
            .unwrap()
            .push((call.attempt, status, attempt.retry_after));
    }
}

/// Hooks see the attempts, and no time is waited whatever the service asks for.
#[tokio::test]
async fn hooks_are_called_and_nothing_waits() {
    let told = Told::default();
    let mut slow = error_response(503, "SlowDown", "later");
    slow.headers_mut()
        .insert("x-amz-retry-after", "9000".parse().unwrap());
    let rule = rule::<CreateStageInput>()
        .response(slow)
        .response(500)
        .output(CreateStageOutput::builder().build());
    let config = test_util::config().interceptor(told.clone()).rules(&rule);
    let client = Client::from_conf(config.build());
    client.create_stage().send().await.unwrap();
    let zero = Some(Duration::ZERO);
    assert_eq!(
        *told.0.lock().unwrap(),
        [
            (1, Some(503), zero),
            (2, Some(500), zero),
            (3, Some(200), None)
        ]
    );
}

/// Whatever the environment of the tests says.
#[test]
fn every_machine_gives_the_same_settings() {
    let config = test_util::config().build();
    assert_eq!(config.retry_generation(), Some(Generation::V2_0));
    assert_eq!(config.disable_clock_skew_correction(), Some(false));
}

/// Not even to AWS, where a test without rules would go otherwise.
#[tokio::test]
async fn without_rules_nothing_is_sent() {
    let client = Client::from_conf(test_util::config().build());
    let error = client.list_stages().send().await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "the request could not be made: no rule of the test answers this call of ListStages; there are no rules; add one \
         with `rule::<..Input>()`, or change these (ListStages)"
    );
    let rule = rule::<DeleteStageInput>().output(DeleteStageOutput::builder().build());
    let overridden = client.delete_stage().arn("arn:lobby").customize();
    let overridden = overridden.config_override(Config::builder().rules(&rule));
    overridden.send().await.unwrap();
    assert_eq!(rule.calls(), 1);
}

/// Retries of one test do not use up those of another, as they would among clients of one region.
#[tokio::test]
async fn clients_have_retry_tokens_of_their_own() {
    for _ in 0..100 {
        let rule = rule().response(500);
        call(&rule).await.unwrap_err();
        assert_eq!(rule.attempts(), 3);
    }
}

#[tokio::test]
async fn retries_can_be_switched_off() {
    let rule = rule::<CreateStageInput>().response(500);
    let config = test_util::config().retry_config(RetryConfig::disabled());
    let client = Client::from_conf(config.rules(&rule).build());
    client.create_stage().send().await.unwrap_err();
    assert_eq!(rule.attempts(), 1);
}
