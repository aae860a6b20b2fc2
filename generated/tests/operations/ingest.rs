//! Ingest configurations.

use ivs_realtime::operation::create_ingest_configuration::{
    CreateIngestConfigurationInput, CreateIngestConfigurationOutput,
};
use ivs_realtime::operation::delete_ingest_configuration::{
    DeleteIngestConfigurationInput, DeleteIngestConfigurationOutput,
};
use ivs_realtime::operation::get_ingest_configuration::{
    GetIngestConfigurationInput, GetIngestConfigurationOutput,
};
use ivs_realtime::operation::list_ingest_configurations::{
    ListIngestConfigurationsInput, ListIngestConfigurationsOutput,
};
use ivs_realtime::operation::update_ingest_configuration::{
    UpdateIngestConfigurationInput, UpdateIngestConfigurationOutput,
};
use ivs_realtime::types::{
    IngestConfiguration, IngestConfigurationState, IngestConfigurationSummary, IngestProtocol,
    RedundantIngestCredential,
};

use crate::check::{HEADERS, lacks, output, reads, reads_nothing, sends, sends_all};

/// An ingest configuration with every member, as in [`AN_INGEST`].
fn ingest() -> IngestConfiguration {
    let credential = |participant: &str, key: &str| {
        let credential = RedundantIngestCredential::builder()
            .participant_id(participant)
            .stream_key(key);
        credential.build()
    };
    IngestConfiguration::builder()
        .name("camera")
        .arn("arn:ingest")
        .ingest_protocol(IngestProtocol::Rtmps)
        .stream_key("sk-1")
        .stage_arn("arn:stage")
        .participant_id("p-1")
        .state(IngestConfigurationState::Inactive)
        .user_id("ann")
        .redundant_ingest(true)
        .redundant_ingest_credentials(credential("p-2", "sk-2"))
        .redundant_ingest_credentials(credential("p-3", "sk-3"))
        .attributes("role", "host")
        .tags("team", "video")
        .build()
        .unwrap()
}

const AN_INGEST: &str = r#"{"ingestConfiguration": {
    "name": "camera",
    "arn": "arn:ingest",
    "ingestProtocol": "RTMPS",
    "streamKey": "sk-1",
    "stageArn": "arn:stage",
    "participantId": "p-1",
    "state": "INACTIVE",
    "userId": "ann",
    "redundantIngest": true,
    "redundantIngestCredentials": [
        {"participantId": "p-2", "streamKey": "sk-2"},
        {"participantId": "p-3", "streamKey": "sk-3"}
    ],
    "attributes": {"role": "host"},
    "tags": {"team": "video"}
}}"#;

/// An ingest configuration of which the answer says nothing: what is required is there, and empty.
fn empty_ingest() -> IngestConfiguration {
    IngestConfiguration::builder()
        .arn("")
        .ingest_protocol("".into())
        .stream_key("")
        .stage_arn("")
        .participant_id("")
        .state("".into())
        .build()
        .unwrap()
}

#[test]
fn create_ingest_configuration_sends() {
    let fewest = CreateIngestConfigurationInput::builder().ingest_protocol(IngestProtocol::Rtmp);
    sends(
        "POST /CreateIngestConfiguration",
        fewest.clone().build(),
        r#"{"ingestProtocol":"RTMP"}"#,
    );
    // What stands in the input itself is sent as it was set, even where it is the default.
    let defaults = fewest
        .clone()
        .insecure_ingest(false)
        .redundant_ingest(false);
    sends(
        "POST /CreateIngestConfiguration",
        defaults.build(),
        r#"{"ingestProtocol":"RTMP","insecureIngest":false,"redundantIngest":false}"#,
    );
    let all = fewest
        .name("camera")
        .stage_arn("arn:stage")
        .user_id("ann")
        .attributes("role", "host")
        .insecure_ingest(true)
        .redundant_ingest(true)
        .tags("team", "video");
    sends_all(
        "POST /CreateIngestConfiguration",
        all.build(),
        r#"{"name":"camera","stageArn":"arn:stage","userId":"ann","attributes":{"role":"host"},
        "ingestProtocol":"RTMP","insecureIngest":true,"redundantIngest":true,"tags":{"team":"video"}}"#,
    );
    let without = CreateIngestConfigurationInput::builder().name("camera");
    lacks(without.build(), "ingest_protocol");
}

#[test]
fn create_ingest_configuration_answers() {
    let expected = CreateIngestConfigurationOutput::builder().ingest_configuration(ingest());
    reads::<CreateIngestConfigurationInput>(AN_INGEST, expected.clone().build());
    let with_headers = expected
        .access_control_allow_origin("https://a.example")
        .access_control_expose_headers("x-a, x-b")
        .cache_control("no-store")
        .content_security_policy("default-src 'self'")
        .strict_transport_security("max-age=31536000")
        .x_content_type_options("nosniff")
        .x_frame_options("DENY");
    assert_eq!(
        output::<CreateIngestConfigurationInput>(&HEADERS, AN_INGEST),
        with_headers.build()
    );
    let empty = CreateIngestConfigurationOutput::builder().build();
    reads_nothing::<CreateIngestConfigurationInput>(empty);
    let output = output::<CreateIngestConfigurationInput>(&[], r#"{"ingestConfiguration":{}}"#);
    assert_eq!(output.ingest_configuration(), Some(&empty_ingest()));
}

#[test]
fn delete_ingest_configuration() {
    let fewest = DeleteIngestConfigurationInput::builder().arn("arn:ingest");
    sends_all(
        "POST /DeleteIngestConfiguration",
        fewest.clone().force(true).build(),
        r#"{"arn":"arn:ingest","force":true}"#,
    );
    sends(
        "POST /DeleteIngestConfiguration",
        fewest.build(),
        r#"{"arn":"arn:ingest"}"#,
    );
    let without = DeleteIngestConfigurationInput::builder().force(true);
    lacks(without.build(), "arn");
    let empty = DeleteIngestConfigurationOutput::builder().build();
    reads_nothing::<DeleteIngestConfigurationInput>(empty);
}

#[test]
fn get_ingest_configuration() {
    let input = GetIngestConfigurationInput::builder().arn("arn:ingest");
    sends_all(
        "POST /GetIngestConfiguration",
        input.build(),
        r#"{"arn":"arn:ingest"}"#,
    );
    lacks(GetIngestConfigurationInput::builder().build(), "arn");
    let expected = GetIngestConfigurationOutput::builder().ingest_configuration(ingest());
    reads::<GetIngestConfigurationInput>(AN_INGEST, expected.build());
    let empty = GetIngestConfigurationOutput::builder().build();
    reads_nothing::<GetIngestConfigurationInput>(empty);

    let body = r#"{"ingestConfiguration":{"redundantIngestCredentials":[{},null]}}"#;
    let output = output::<GetIngestConfigurationInput>(&[], body);
    let ingest = output.ingest_configuration().unwrap();
    let mut expected = empty_ingest();
    expected.redundant_ingest_credentials =
        Some(vec![RedundantIngestCredential::builder().build()]);
    assert_eq!(ingest, &expected);
    assert_eq!(
        (ingest.stream_key(), ingest.redundant_ingest()),
        ("", false)
    );
    assert_eq!(ingest.redundant_ingest_credentials()[0].stream_key(), None);
}

#[test]
fn list_ingest_configurations() {
    let input = ListIngestConfigurationsInput::builder()
        .filter_by_stage_arn("arn:stage")
        .filter_by_state(IngestConfigurationState::Active)
        .next_token("2")
        .max_results(7);
    sends_all(
        "POST /ListIngestConfigurations",
        input.build(),
        r#"{"filterByStageArn":"arn:stage","filterByState":"ACTIVE","nextToken":"2","maxResults":7}"#,
    );
    sends(
        "POST /ListIngestConfigurations",
        ListIngestConfigurationsInput::builder().build(),
        "{}",
    );
    let summary = IngestConfigurationSummary::builder()
        .name("camera")
        .arn("arn:ingest")
        .ingest_protocol(IngestProtocol::Rtmp)
        .stage_arn("arn:stage")
        .participant_id("p-1")
        .state(IngestConfigurationState::Active)
        .user_id("ann")
        .redundant_ingest(true);
    let page = ListIngestConfigurationsOutput::builder()
        .ingest_configurations(summary.build().unwrap())
        .next_token("3");
    let mut page = page.build().unwrap();
    reads::<ListIngestConfigurationsInput>(
        r#"{
            "ingestConfigurations": [{
                "name": "camera",
                "arn": "arn:ingest",
                "ingestProtocol": "RTMP",
                "stageArn": "arn:stage",
                "participantId": "p-1",
                "state": "ACTIVE",
                "userId": "ann",
                "redundantIngest": true
            }],
            "nextToken": "3"
        }"#,
        page.clone(),
    );
    page.ingest_configurations.clear();
    page.next_token = None;
    reads_nothing::<ListIngestConfigurationsInput>(page);

    let body = r#"{"ingestConfigurations":[{}]}"#;
    let output = output::<ListIngestConfigurationsInput>(&[], body);
    let empty = IngestConfigurationSummary::builder()
        .arn("")
        .ingest_protocol("".into())
        .stage_arn("")
        .participant_id("")
        .state("".into());
    assert_eq!(output.ingest_configurations(), [empty.build().unwrap()]);
}

#[test]
fn update_ingest_configuration() {
    let fewest = UpdateIngestConfigurationInput::builder().arn("arn:ingest");
    let all = fewest.clone().stage_arn("").redundant_ingest(true);
    sends_all(
        "POST /UpdateIngestConfiguration",
        all.build(),
        r#"{"arn":"arn:ingest","stageArn":"","redundantIngest":true}"#,
    );
    sends(
        "POST /UpdateIngestConfiguration",
        fewest.build(),
        r#"{"arn":"arn:ingest"}"#,
    );
    let without = UpdateIngestConfigurationInput::builder().stage_arn("arn:stage");
    lacks(without.build(), "arn");

    let expected = UpdateIngestConfigurationOutput::builder().ingest_configuration(ingest());
    reads::<UpdateIngestConfigurationInput>(AN_INGEST, expected.clone().build());
    let with_headers = expected
        .access_control_allow_origin("https://a.example")
        .access_control_expose_headers("x-a, x-b")
        .cache_control("no-store")
        .content_security_policy("default-src 'self'")
        .strict_transport_security("max-age=31536000")
        .x_content_type_options("nosniff")
        .x_frame_options("DENY");
    assert_eq!(
        output::<UpdateIngestConfigurationInput>(&HEADERS, AN_INGEST),
        with_headers.build()
    );
    let empty = UpdateIngestConfigurationOutput::builder().build();
    reads_nothing::<UpdateIngestConfigurationInput>(empty);
}
