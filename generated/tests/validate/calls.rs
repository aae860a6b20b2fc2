//! Calls of the async client: what they check, and when.

use std::error::Error;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use ivs_realtime::Client;
use ivs_realtime::config::{Builder, Config};
use ivs_realtime::error::SdkError;
use ivs_realtime::runtime::call::{CallInfo, Intercept};
use ivs_realtime::runtime::error::BoxError;
use ivs_realtime::runtime::validate::{InvalidInput, ViolationKind};
use ivs_realtime::test_util::{self, ScriptedTransport, json_response};
use ivs_realtime::types::{DestinationConfiguration, S3DestinationConfiguration};

use super::line;

const STAGE: &str = r#"{"stage":{"arn":"arn:x"}}"#;

/// An ARN of the form that the model wants.
const ARN: &str = "arn:aws:ivs:us-east-1:123456789012:stage/aBcDeFgHiJkL";

/// A name that is too long by one.
fn long_name() -> String {
    "x".repeat(129)
}

fn script(body: &'static str) -> ScriptedTransport {
    ScriptedTransport::new().response(json_response(200, body))
}

fn client(script: &ScriptedTransport, settings: impl FnOnce(Builder) -> Builder) -> Client {
    let config = test_util::config().transport(script.transport());
    Client::from_conf(settings(config).build())
}

fn checking(script: &ScriptedTransport) -> Client {
    client(script, |config| config.validate_inputs(true))
}

/// What was broken, in the words of the table.
fn lines<E>(error: &SdkError<E>) -> Vec<String> {
    let invalid = error.as_invalid_input().expect("the input is invalid");
    invalid.violations().iter().map(line).collect()
}

#[tokio::test]
async fn nothing_is_checked_unless_asked_for() {
    let script = script(STAGE);
    let client = client(&script, |config| config);
    assert_eq!(client.config().validate_inputs(), None);
    let call = client.create_stage().name(long_name());
    call.send().await.unwrap();
    assert_eq!(script.requests().len(), 1);
    // What is required is another matter.
    let error = client.get_stage().send().await.unwrap_err();
    assert!(matches!(error, SdkError::ConstructionFailure(_)), "{error}");
    assert!(error.as_invalid_input().is_none());
}

#[tokio::test]
async fn what_breaks_constraints_is_not_sent() {
    let script = script(STAGE);
    let client = checking(&script);
    let call = client.create_stage().name(long_name()).tags("", "value");
    let error = call.send().await.unwrap_err();
    assert!(matches!(error, SdkError::ConstructionFailure(_)), "{error}");
    assert_eq!(
        lines(&error),
        ["name length 129", r#"tags[""] (key) length 0"#]
    );
    assert_eq!(
        error.to_string(),
        "the request could not be made: the input breaks 2 constraints: name: expected 0 to 128 characters, found 129; \
         tags[\"\"] (key): expected 1 to 128 characters, found 0 (CreateStage)"
    );
    assert_eq!((error.attempts(), script.requests().len()), (0, 0));
}

#[tokio::test]
async fn what_breaks_none_is_sent() {
    let script = script(STAGE);
    let call = checking(&script).create_stage().name("lobby");
    call.tags("team", "video").send().await.unwrap();
    assert_eq!(script.requests().len(), 1);
}

#[tokio::test]
async fn all_violations_come_at_once() {
    let script = script("{}");
    let s3 = S3DestinationConfiguration::builder()
        .storage_configuration_arn("")
        .set_encoder_configuration_arns(Some(Vec::new()))
        .build()
        .unwrap();
    let destination = DestinationConfiguration::builder().s3(s3).build();
    let call = checking(&script).start_composition();
    let error = call.destinations(destination).send().await.unwrap_err();
    let expected = [
        "stageArn required",
        "destinations[0].s3.storageConfigurationArn length 0",
        "destinations[0].s3.encoderConfigurationArns length 0",
    ];
    let found = lines(&error);
    let found: Vec<_> = found
        .iter()
        .filter(|line| !line.ends_with(" pattern"))
        .collect();
    assert_eq!(found, expected);
    assert!(script.requests().is_empty());
}

#[tokio::test]
async fn a_call_can_ask_for_itself() {
    let script = script(STAGE);
    let client = client(&script, |config| config);
    let call = client.create_stage().name(long_name()).customize();
    let error = call.validate_input(true).send().await.unwrap_err();
    assert_eq!(lines(&error), ["name length 129"]);
    assert!(script.requests().is_empty());
}

#[tokio::test]
async fn a_call_can_do_without() {
    let script = script(STAGE);
    let call = checking(&script).create_stage().name(long_name());
    let call = call.customize().validate_input(false);
    call.send().await.unwrap();
    assert_eq!(script.requests().len(), 1);
}

#[tokio::test]
async fn settings_of_a_call_go_before_those_of_the_client() {
    let script = script(STAGE).times(2);
    let on = || Config::builder().validate_inputs(true);
    let off = || Config::builder().validate_inputs(false);
    let call = |client: &Client| client.create_stage().name(long_name()).customize();
    let (checking, other) = (checking(&script), client(&script, |config| config));
    let found = call(&other).config_override(on()).send().await;
    assert_eq!(lines(&found.unwrap_err()), ["name length 129"]);
    call(&checking).config_override(off()).send().await.unwrap();
    // What is said of the input itself goes before all.
    let found = call(&checking).config_override(off()).validate_input(true);
    assert_eq!(lines(&found.send().await.unwrap_err()), ["name length 129"]);
    let found = call(&other).config_override(on()).validate_input(false);
    found.send().await.unwrap();
    assert_eq!(script.requests().len(), 2);
}

#[tokio::test]
async fn what_a_setting_said_can_be_cleared() {
    let script = script(STAGE);
    let client = client(&script, |mut config| {
        config.set_validate_inputs(Some(true));
        config.set_validate_inputs(None);
        config
    });
    client
        .create_stage()
        .name(long_name())
        .send()
        .await
        .unwrap();
}

#[tokio::test]
async fn tokens_are_filled_in_before_they_are_checked() {
    let script = script("{}");
    let empty = client(&script, |config| {
        config.validate_inputs(true).idempotency_token_provider("")
    });
    let destination = || DestinationConfiguration::builder().build();
    let call = empty.start_composition().stage_arn(ARN);
    let error = call.destinations(destination()).send().await.unwrap_err();
    assert_eq!(lines(&error), ["idempotencyToken length 0"]);
    let call = checking(&script).start_composition().stage_arn(ARN);
    call.destinations(destination()).send().await.unwrap();
    assert_eq!(script.requests().len(), 1);
}

/// Counts the requests that are about to be signed.
#[derive(Debug)]
struct Counter(Arc<AtomicUsize>);

impl Intercept for Counter {
    fn before_signing(
        &self,
        _: &CallInfo<'_>,
        _: &mut http::Request<bytes::Bytes>,
    ) -> Result<(), BoxError> {
        self.0.fetch_add(1, Ordering::Relaxed);
        Ok(())
    }
}

#[tokio::test]
async fn nothing_is_signed_and_no_credentials_are_asked_for() {
    let script = script(STAGE);
    let signed = Arc::new(AtomicUsize::new(0));
    let client = client(&script, |mut config| {
        // A call that gets so far says that there are none.
        config.set_credentials_provider(None);
        config
            .validate_inputs(true)
            .interceptor(Counter(Arc::clone(&signed)))
    });
    let call = client.create_stage().name(long_name());
    let error = call.send().await.unwrap_err();
    assert_eq!(lines(&error), ["name length 129"]);
    let error = client.create_stage().name("lobby").send().await;
    let error = error.unwrap_err().to_string();
    assert!(error.contains("credentials"), "{error}");
    assert_eq!(signed.load(Ordering::Relaxed), 0);
}

#[tokio::test]
async fn pages_are_checked_too() {
    let script = script(r#"{"stages":[]}"#);
    let pages = checking(&script).list_stages().into_paginator();
    let mut pages = pages.page_size(101).send();
    let error = pages.next().await.unwrap().unwrap_err();
    assert_eq!(lines(&error), ["maxResults range 101"]);
    assert!(pages.next().await.is_none());
    assert!(script.requests().is_empty());
}

#[tokio::test]
async fn the_error_is_the_source_of_the_failure() {
    let script = script(STAGE);
    let call = checking(&script).create_stage().name(long_name());
    let error = call.send().await.unwrap_err();
    // Its text is part of the failure's.
    assert!(error.source().is_none());
    let source = error.into_source().unwrap();
    let invalid = source.downcast::<InvalidInput>().unwrap();
    let kind = invalid.violations()[0].kind();
    assert!(matches!(
        kind,
        ViolationKind::Length {
            found: Some(129),
            min: Some(0),
            max: Some(128),
            ..
        }
    ));
}

#[cfg(feature = "validate-patterns")]
#[tokio::test]
async fn patterns_are_checked_with_their_feature() {
    let script = script("{}");
    let client = checking(&script);
    let error = client.delete_stage().arn("stage").send().await.unwrap_err();
    assert_eq!(lines(&error), ["arn pattern"]);
    client.delete_stage().arn(ARN).send().await.unwrap();
    // Upstream's pattern would let no ARN through.
    let call = checking(&self::script("{}")).list_tags_for_resource();
    call.resource_arn(ARN).send().await.unwrap();
}

#[test]
fn the_setting_is_shown() {
    let config = Config::builder().validate_inputs(true).build();
    let text = format!("{config:?}");
    assert!(text.contains("validate_inputs: true"), "{text}");
}
