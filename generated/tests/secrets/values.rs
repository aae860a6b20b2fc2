//! What values show of themselves.

use std::collections::BTreeSet;
use std::fmt::Debug;

use ivs_realtime::operation::create_ingest_configuration::CreateIngestConfigurationOutput;
use ivs_realtime::operation::create_participant_token::CreateParticipantTokenOutput;
use ivs_realtime::operation::create_stage::CreateStageOutput;
use ivs_realtime::operation::get_ingest_configuration::GetIngestConfigurationOutput;
use ivs_realtime::operation::update_ingest_configuration::UpdateIngestConfigurationOutput;
use ivs_realtime::primitives::DateTime;
use ivs_realtime::types::builders::{
    IngestConfigurationBuilder, ParticipantTokenBuilder, RedundantIngestCredentialBuilder,
};
use ivs_realtime::types::{
    IngestConfiguration, ParticipantToken, ParticipantTokenCapability, RedundantIngestCredential,
};
use serde_json::Value;

use crate::{SECRET, assert_hidden};

fn token() -> ParticipantTokenBuilder {
    ParticipantToken::builder()
        .participant_id("p-1")
        .token(SECRET)
        .user_id("ann")
        .attributes("role", "host")
        .duration(720)
        .capabilities(ParticipantTokenCapability::Publish)
        .expiration_time(DateTime::from_secs(0))
}

fn credential() -> RedundantIngestCredentialBuilder {
    RedundantIngestCredential::builder()
        .participant_id("p-2")
        .stream_key(SECRET)
}

fn ingest() -> IngestConfigurationBuilder {
    IngestConfiguration::builder()
        .name("camera")
        .arn("arn:ingest")
        .ingest_protocol("RTMPS".into())
        .stream_key(SECRET)
        .stage_arn("arn:stage")
        .participant_id("p-1")
        .state("ACTIVE".into())
        .user_id("ann")
        .redundant_ingest(true)
        .redundant_ingest_credentials(credential().build())
        .attributes("role", "host")
        .tags("team", "video")
}

const TOKEN: &str = r#"ParticipantToken { participant_id: Some("p-1"), token: *** Sensitive Data Redacted ***, user_id: Some("ann"), attributes: Some({"role": "host"}), duration: Some(720), capabilities: Some([Publish]), expiration_time: Some(1970-01-01T00:00:00Z) }"#;
const CREDENTIAL: &str = r#"RedundantIngestCredential { participant_id: Some("p-2"), stream_key: *** Sensitive Data Redacted *** }"#;
const INGEST: &str = r#"IngestConfiguration { name: Some("camera"), arn: "arn:ingest", ingest_protocol: Rtmps, stream_key: *** Sensitive Data Redacted ***, stage_arn: "arn:stage", participant_id: "p-1", state: Active, user_id: Some("ann"), redundant_ingest: true, redundant_ingest_credentials: Some([RedundantIngestCredential { participant_id: Some("p-2"), stream_key: *** Sensitive Data Redacted *** }]), attributes: Some({"role": "host"}), tags: Some({"team": "video"}) }"#;

/// `Debug` shows this text, and on several lines no secret either.
fn assert_shows(value: &impl Debug, text: &str) {
    assert_eq!(format!("{value:?}"), text);
    assert_hidden(text);
    assert_hidden(&format!("{value:#?}"));
}

#[test]
fn types_show_all_but_the_secret() {
    assert_shows(&token().build(), TOKEN);
    assert_shows(&credential().build(), CREDENTIAL);
    assert_shows(&ingest().build().unwrap(), INGEST);
    // Not even whether there is one.
    let without = token().set_token(None).build();
    assert_shows(&without, TOKEN);
}

#[test]
fn accessors_give_the_secret() {
    assert_eq!(token().build().token(), Some(SECRET));
    assert_eq!(credential().build().stream_key(), Some(SECRET));
    let ingest = ingest().build().unwrap();
    assert_eq!(ingest.stream_key(), SECRET);
    let redundant = &ingest.redundant_ingest_credentials()[0];
    assert_eq!(redundant.stream_key(), Some(SECRET));
}

#[test]
fn builders_show_all_but_the_secret() {
    assert_shows(
        &token(),
        &format!("ParticipantTokenBuilder {{ value: {TOKEN} }}"),
    );
    assert_shows(
        &credential(),
        &format!("RedundantIngestCredentialBuilder {{ value: {CREDENTIAL} }}"),
    );
    assert_shows(
        &ingest(),
        r#"IngestConfigurationBuilder { name: Some("camera"), arn: Some("arn:ingest"), ingest_protocol: Some(Rtmps), stream_key: *** Sensitive Data Redacted ***, stage_arn: Some("arn:stage"), participant_id: Some("p-1"), state: Some(Active), user_id: Some("ann"), redundant_ingest: Some(true), redundant_ingest_credentials: Some([RedundantIngestCredential { participant_id: Some("p-2"), stream_key: *** Sensitive Data Redacted *** }]), attributes: Some({"role": "host"}), tags: Some({"team": "video"}) }"#,
    );
    // A builder that cannot build says what is missing, not what is there.
    let error = ingest().set_arn(None).build().unwrap_err();
    assert_hidden(&format!("{error:?} {error}"));
}

#[test]
fn outputs_show_all_but_the_secret() {
    let output = CreateStageOutput::builder().participant_tokens(token().build());
    let text = format!(
        "CreateStageOutput {{ stage: None, participant_tokens: Some([{TOKEN}]), request_id: None }}"
    );
    assert_shows(&output.clone().build(), &text);
    assert_shows(
        &output,
        &format!("CreateStageOutputBuilder {{ value: {text} }}"),
    );

    let output = CreateParticipantTokenOutput::builder().participant_token(token().build());
    let text = format!(
        "CreateParticipantTokenOutput {{ participant_token: Some({TOKEN}), request_id: None }}"
    );
    assert_shows(&output.clone().build(), &text);
    assert_shows(
        &output,
        &format!("CreateParticipantTokenOutputBuilder {{ value: {text} }}"),
    );

    let ingest = ingest().build().unwrap();
    let output = GetIngestConfigurationOutput::builder().ingest_configuration(ingest.clone());
    let text = format!(
        "GetIngestConfigurationOutput {{ ingest_configuration: Some({INGEST}), request_id: None }}"
    );
    assert_shows(&output.clone().build(), &text);
    assert_shows(
        &output,
        &format!("GetIngestConfigurationOutputBuilder {{ value: {text} }}"),
    );

    let headers = "access_control_allow_origin: None, access_control_expose_headers: None, \
        cache_control: None, content_security_policy: None, strict_transport_security: None, \
        x_content_type_options: None, x_frame_options: None";
    let members = format!("{headers}, ingest_configuration: Some({INGEST}), request_id: None");
    let output = CreateIngestConfigurationOutput::builder().ingest_configuration(ingest.clone());
    let text = format!("CreateIngestConfigurationOutput {{ {members} }}");
    assert_shows(&output.clone().build(), &text);
    assert_shows(
        &output,
        &format!("CreateIngestConfigurationOutputBuilder {{ value: {text} }}"),
    );
    let output = UpdateIngestConfigurationOutput::builder().ingest_configuration(ingest);
    let text = format!("UpdateIngestConfigurationOutput {{ {members} }}");
    assert_shows(&output.clone().build(), &text);
    assert_shows(
        &output,
        &format!("UpdateIngestConfigurationOutputBuilder {{ value: {text} }}"),
    );
}

/// The types above are all that hold a secret: no input does.
#[test]
fn the_model_has_no_other_secrets() {
    let model = include_str!("../../../model/ivs-realtime.json");
    let model: Value = serde_json::from_str(model).unwrap();
    let shapes = model["shapes"].as_object().unwrap();
    let is_sensitive = |shape: &Value| shape["traits"].get("smithy.api#sensitive").is_some();
    let mut holders: BTreeSet<_> = shapes
        .iter()
        .filter(|(_, shape)| is_sensitive(shape))
        .map(|(id, _)| id.as_str())
        .collect();
    loop {
        let holds = |shape: &Value| {
            let members = shape["members"].as_object().into_iter().flatten();
            members
                .map(|(_, member)| member)
                .chain(shape.get("member"))
                .chain(shape.get("value"))
                .any(|member| {
                    member["target"]
                        .as_str()
                        .is_some_and(|id| holders.contains(id))
                })
        };
        let more = shapes.iter().filter(|(_, shape)| holds(shape));
        let more: Vec<_> = more.map(|(id, _)| id.as_str()).collect();
        let before = holders.len();
        holders.extend(more);
        if holders.len() == before {
            break;
        }
    }
    let names = holders.into_iter().map(|id| id.rsplit('#').next().unwrap());
    assert_eq!(
        names.collect::<Vec<_>>(),
        [
            "CreateIngestConfigurationResponse",
            "CreateParticipantTokenResponse",
            "CreateStageResponse",
            "GetIngestConfigurationResponse",
            "IngestConfiguration",
            "ParticipantToken",
            "ParticipantTokenList",
            "ParticipantTokenString",
            "RedundantIngestCredential",
            "RedundantIngestCredentials",
            "StreamKey",
            "UpdateIngestConfigurationResponse",
        ]
    );
}
