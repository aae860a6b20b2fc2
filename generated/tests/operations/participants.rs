//! Participants and their tokens.

use ivs_realtime::operation::create_participant_token::{
    CreateParticipantTokenInput, CreateParticipantTokenOutput,
};
use ivs_realtime::operation::disconnect_participant::{
    DisconnectParticipantInput, DisconnectParticipantOutput,
};
use ivs_realtime::operation::get_participant::{GetParticipantInput, GetParticipantOutput};
use ivs_realtime::operation::list_participants::{ListParticipantsInput, ListParticipantsOutput};
use ivs_realtime::operation::revoke_connection_token::{
    RevokeConnectionTokenInput, RevokeConnectionTokenOutput,
};
use ivs_realtime::types::{
    Participant, ParticipantProtocol, ParticipantRecordingFilterByRecordingState,
    ParticipantRecordingState, ParticipantState, ParticipantSummary, ParticipantToken,
    ParticipantTokenCapability, ReplicationState, ReplicationType,
};

use crate::check::{lacks, output, reads, reads_nothing, second, sends, sends_all};

#[test]
fn create_participant_token_sends() {
    let input = CreateParticipantTokenInput::builder()
        .stage_arn("arn:stage")
        .duration(20160)
        .user_id("ann")
        .attributes("role", "host")
        .attributes("b/c", "\u{1f639}")
        .capabilities(ParticipantTokenCapability::Subscribe)
        .capabilities(ParticipantTokenCapability::Publish);
    sends_all(
        "POST /CreateParticipantToken",
        input.build(),
        r#"{"stageArn":"arn:stage","duration":20160,"userId":"ann",
        "attributes":{"b/c":"😹","role":"host"},"capabilities":["SUBSCRIBE","PUBLISH"]}"#,
    );
    let fewest = CreateParticipantTokenInput::builder().stage_arn("arn:stage");
    sends(
        "POST /CreateParticipantToken",
        fewest.build(),
        r#"{"stageArn":"arn:stage"}"#,
    );
    let without = CreateParticipantTokenInput::builder().user_id("ann");
    lacks(without.build(), "stage_arn");
}

#[test]
fn create_participant_token_answers() {
    let token = ParticipantToken::builder()
        .participant_id("p-1")
        .token("eyJ.1")
        .user_id("ann")
        .attributes("role", "host")
        .duration(-2_147_483_648)
        .capabilities(ParticipantTokenCapability::Subscribe)
        .expiration_time(second(59));
    let expected = CreateParticipantTokenOutput::builder().participant_token(token.build());
    reads::<CreateParticipantTokenInput>(
        r#"{"participantToken": {
            "participantId": "p-1",
            "token": "eyJ.1",
            "userId": "ann",
            "attributes": {"role": "host"},
            "duration": -2147483648,
            "capabilities": ["SUBSCRIBE"],
            "expirationTime": "2024-01-01T00:00:59Z"
        }}"#,
        expected.build(),
    );
    reads_nothing::<CreateParticipantTokenInput>(CreateParticipantTokenOutput::builder().build());

    let output = output::<CreateParticipantTokenInput>(&[], r#"{"participantToken":{}}"#);
    let token = output.participant_token().unwrap();
    assert_eq!(token, &ParticipantToken::builder().build());
    assert_eq!((token.token(), token.duration()), (None, None));
    assert!(token.capabilities().is_empty());
}

#[test]
fn disconnect_participant() {
    let input = DisconnectParticipantInput::builder()
        .stage_arn("arn:stage")
        .participant_id("p-1")
        .reason("over \\ out");
    sends_all(
        "POST /DisconnectParticipant",
        input.build(),
        r#"{"stageArn":"arn:stage","participantId":"p-1","reason":"over \\ out"}"#,
    );
    let fewest = DisconnectParticipantInput::builder()
        .stage_arn("arn:stage")
        .participant_id("p-1");
    sends(
        "POST /DisconnectParticipant",
        fewest.build(),
        r#"{"stageArn":"arn:stage","participantId":"p-1"}"#,
    );
    let input = DisconnectParticipantInput::builder();
    lacks(input.clone().participant_id("p-1").build(), "stage_arn");
    lacks(input.stage_arn("arn:stage").build(), "participant_id");
    reads_nothing::<DisconnectParticipantInput>(DisconnectParticipantOutput::builder().build());
}

#[test]
fn revoke_connection_token() {
    let input = RevokeConnectionTokenInput::builder().token_id("t-1");
    sends_all(
        "POST /RevokeConnectionToken",
        input.build(),
        r#"{"tokenId":"t-1"}"#,
    );
    lacks(RevokeConnectionTokenInput::builder().build(), "token_id");
    reads_nothing::<RevokeConnectionTokenInput>(RevokeConnectionTokenOutput::builder().build());
}

#[test]
fn get_participant_sends() {
    let input = GetParticipantInput::builder()
        .stage_arn("arn:stage")
        .session_id("st-1")
        .participant_id("p-1");
    sends_all(
        "POST /GetParticipant",
        input.build(),
        r#"{"stageArn":"arn:stage","sessionId":"st-1","participantId":"p-1"}"#,
    );
    let input = GetParticipantInput::builder();
    lacks(input.clone().build(), "stage_arn");
    let input = input.stage_arn("arn:stage");
    lacks(input.clone().build(), "session_id");
    lacks(input.session_id("st-1").build(), "participant_id");
}

#[test]
fn get_participant_answers() {
    let participant = Participant::builder()
        .participant_id("p-1")
        .user_id("ann")
        .state(ParticipantState::Connected)
        .first_join_time(second(5))
        .attributes("role", "host")
        .published(true)
        .isp_name("isp")
        .os_name("os")
        .os_version("os 1")
        .browser_name("browser")
        .browser_version("browser 2")
        .sdk_version("sdk 3")
        .recording_s3_bucket_name("bucket")
        .recording_s3_prefix("prefix")
        .recording_state(ParticipantRecordingState::Disabled)
        .protocol(ParticipantProtocol::UnknownValue)
        .replication_type(ReplicationType::None)
        .replication_state(ReplicationState::Stopped)
        .source_stage_arn("arn:source")
        .source_session_id("st-0")
        .redundant_ingest(true)
        .ingest_configuration_arn("arn:ingest");
    let expected = GetParticipantOutput::builder().participant(participant.build());
    reads::<GetParticipantInput>(
        r#"{"participant": {
            "participantId": "p-1",
            "userId": "ann",
            "state": "CONNECTED",
            "firstJoinTime": "2024-01-01T00:00:05Z",
            "attributes": {"role": "host"},
            "published": true,
            "ispName": "isp",
            "osName": "os",
            "osVersion": "os 1",
            "browserName": "browser",
            "browserVersion": "browser 2",
            "sdkVersion": "sdk 3",
            "recordingS3BucketName": "bucket",
            "recordingS3Prefix": "prefix",
            "recordingState": "DISABLED",
            "protocol": "UNKNOWN",
            "replicationType": "NONE",
            "replicationState": "STOPPED",
            "sourceStageArn": "arn:source",
            "sourceSessionId": "st-0",
            "redundantIngest": true,
            "ingestConfigurationArn": "arn:ingest"
        }}"#,
        expected.build(),
    );
    reads_nothing::<GetParticipantInput>(GetParticipantOutput::builder().build());
    let output = output::<GetParticipantInput>(&[], r#"{"participant":{"published":null}}"#);
    let participant = output.participant().unwrap();
    assert_eq!(participant, &Participant::builder().build());
    assert!(!participant.published() && !participant.redundant_ingest());
}

#[test]
fn list_participants_sends() {
    let input = ListParticipantsInput::builder()
        .stage_arn("arn:stage")
        .session_id("st-1")
        .filter_by_user_id("ann")
        .filter_by_published(false)
        .filter_by_state(ParticipantState::Disconnected)
        .next_token("2")
        .max_results(100)
        .filter_by_recording_state(ParticipantRecordingFilterByRecordingState::Failed);
    sends_all(
        "POST /ListParticipants",
        input.build(),
        r#"{"stageArn":"arn:stage","sessionId":"st-1","filterByUserId":"ann","filterByPublished":false,
        "filterByState":"DISCONNECTED","nextToken":"2","maxResults":100,"filterByRecordingState":"FAILED"}"#,
    );
    let input = ListParticipantsInput::builder();
    lacks(input.clone().session_id("st-1").build(), "stage_arn");
    let input = input.stage_arn("arn:stage");
    lacks(input.clone().build(), "session_id");
    sends(
        "POST /ListParticipants",
        input.session_id("st-1").build(),
        r#"{"stageArn":"arn:stage","sessionId":"st-1"}"#,
    );
}

#[test]
fn list_participants_answers() {
    let summary = ParticipantSummary::builder()
        .participant_id("p-1")
        .user_id("ann")
        .state(ParticipantState::Disconnected)
        .first_join_time(second(6))
        .published(true)
        .recording_state(ParticipantRecordingState::Active)
        .replication_type(ReplicationType::Replica)
        .replication_state(ReplicationState::Active)
        .source_stage_arn("arn:source")
        .source_session_id("st-0")
        .redundant_ingest(true)
        .ingest_configuration_arn("arn:ingest");
    let page = ListParticipantsOutput::builder()
        .participants(summary.build())
        .next_token("3");
    let mut page = page.build().unwrap();
    reads::<ListParticipantsInput>(
        r#"{
            "participants": [{
                "participantId": "p-1",
                "userId": "ann",
                "state": "DISCONNECTED",
                "firstJoinTime": "2024-01-01T00:00:06Z",
                "published": true,
                "recordingState": "ACTIVE",
                "replicationType": "REPLICA",
                "replicationState": "ACTIVE",
                "sourceStageArn": "arn:source",
                "sourceSessionId": "st-0",
                "redundantIngest": true,
                "ingestConfigurationArn": "arn:ingest"
            }],
            "nextToken": "3"
        }"#,
        page.clone(),
    );
    page.participants.clear();
    page.next_token = None;
    reads_nothing::<ListParticipantsInput>(page);

    let output = output::<ListParticipantsInput>(&[], r#"{"participants":[{}]}"#);
    assert_eq!(
        output.participants(),
        [ParticipantSummary::builder().build()]
    );
}
