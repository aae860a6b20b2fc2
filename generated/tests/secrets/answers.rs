//! What is shown of answers that cannot be read.

use std::error::Error;

use ivs_realtime::error::SdkError;
use ivs_realtime::operation::create_ingest_configuration::CreateIngestConfigurationInput;
use ivs_realtime::operation::create_participant_token::CreateParticipantTokenInput;
use ivs_realtime::operation::create_stage::CreateStageInput;
use ivs_realtime::operation::get_ingest_configuration::GetIngestConfigurationInput;
use ivs_realtime::operation::update_ingest_configuration::UpdateIngestConfigurationInput;
use ivs_realtime::runtime::Operation;
use ivs_realtime::runtime::error::ServiceError;

use crate::support::answer;
use crate::{SECRET, assert_hidden};

/// Whatever can be shown of an error, and of what caused it.
fn everything_shown(error: &(dyn Error + 'static)) -> String {
    let mut text = format!("{error} {error:?} {error:#?}");
    if let Some(source) = error.source() {
        text += &everything_shown(source);
    }
    text
}

/// The answer cannot be read, and nothing that is said of it shows the secret.
fn assert_tells_nothing<I: Operation>(status: u16, body: String) {
    let response = answer(status, &[("x-amzn-requestid", "req-1")], body.clone());
    let Err(error) = I::response(&response) else {
        panic!("{} reads {body}", I::NAME);
    };
    let mut text = everything_shown(&error);
    if let Some(reason) = error.undecodable() {
        text += &format!("{reason} {reason:?} {}", reason.path());
    }
    text += &everything_shown(&SdkError::service_error(error, response));
    assert!(text.contains("req-1"), "{text}");
    assert_hidden(&text);
}

/// `good` is an answer with secrets that can be read.
fn assert_keeps_secrets<I: Operation>(good: &str) {
    let good = good.replace("SECRET", SECRET);
    assert!(
        I::response(&answer(200, &[], good.clone())).is_ok(),
        "{good}"
    );
    for end in 1..good.len() {
        assert_tells_nothing::<I>(200, good[..end].to_owned());
        assert_tells_nothing::<I>(200, format!("{}\u{1}", &good[..end]));
        assert_tells_nothing::<I>(500, good[..end].to_owned());
    }
    assert_tells_nothing::<I>(200, good.clone() + SECRET);
    assert_tells_nothing::<I>(200, good.clone() + &good);
    let quoted = format!("\"{SECRET}\"");
    for instead in [
        format!("[{quoted}]"),
        format!("{{{quoted}:{quoted}}}"),
        format!("\"{SECRET}\\ud800\""),
        format!("\"{SECRET}\n\""),
        SECRET.to_owned(),
    ] {
        assert_tells_nothing::<I>(200, good.replace(&quoted, &instead));
    }
    // A secret where a key is expected: repeated, and before a value that cannot be read.
    assert_tells_nothing::<I>(200, format!(r#"{{"{SECRET}":1,"{SECRET}":2}}"#));
    assert_tells_nothing::<I>(200, format!(r#"{{"{SECRET}":{{"{SECRET}":[tru]}}}}"#));
    // As the answer of an error that has no such members.
    let error = format!(r#"{{"__type":"ConflictException",{}"#, &good[1..]);
    assert_tells_nothing::<I>(409, error);
    assert_tells_nothing::<I>(503, format!("<html>{SECRET}</html>"));
}

#[test]
fn create_participant_token() {
    assert_keeps_secrets::<CreateParticipantTokenInput>(
        r#"{"participantToken":{"participantId":"p-1","token":"SECRET","duration":7}}"#,
    );
}

#[test]
fn create_stage() {
    assert_keeps_secrets::<CreateStageInput>(
        r#"{"participantTokens":[{"token":"SECRET"},{"token":"SECRET","userId":"ann"}],"stage":{"arn":"a"}}"#,
    );
}

const AN_INGEST: &str = r#"{"ingestConfiguration":{"streamKey":"SECRET","redundantIngestCredentials":[{"streamKey":"SECRET","participantId":"p-1"}],"arn":"a"}}"#;

#[test]
fn ingest_configurations() {
    assert_keeps_secrets::<CreateIngestConfigurationInput>(AN_INGEST);
    assert_keeps_secrets::<GetIngestConfigurationInput>(AN_INGEST);
    assert_keeps_secrets::<UpdateIngestConfigurationInput>(AN_INGEST);
}

/// A key of a map is data, even where the model knows the map.
#[test]
fn keys_of_maps() {
    for body in [
        format!(r#"{{"stage":{{"tags":{{"{SECRET}":1}}}}}}"#),
        format!(r#"{{"stage":{{"tags":{{"{SECRET}":"a","{SECRET}":"b"}}}}}}"#),
        format!(r#"{{"participantTokens":[{{"attributes":{{"{SECRET}":["#),
    ] {
        assert_tells_nothing::<CreateStageInput>(200, body);
    }
}
