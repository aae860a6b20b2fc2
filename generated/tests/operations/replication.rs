//! Participants that are replicated into other stages.

use ivs_realtime::operation::list_participant_replicas::{
    ListParticipantReplicasInput, ListParticipantReplicasOutput,
};
use ivs_realtime::operation::start_participant_replication::{
    StartParticipantReplicationInput, StartParticipantReplicationOutput,
};
use ivs_realtime::operation::stop_participant_replication::{
    StopParticipantReplicationInput, StopParticipantReplicationOutput,
};
use ivs_realtime::types::{ParticipantReplica, ReplicationState};

use crate::check::{HEADERS, lacks, output, reads, reads_nothing, sends, sends_all};

#[test]
fn start_participant_replication_sends() {
    let fewest = StartParticipantReplicationInput::builder()
        .source_stage_arn("arn:source")
        .destination_stage_arn("arn:destination")
        .participant_id("p-1");
    let all = fewest
        .clone()
        .reconnect_window_seconds(0)
        .attributes("k", "v");
    sends_all(
        "POST /StartParticipantReplication",
        all.build(),
        r#"{"sourceStageArn":"arn:source","destinationStageArn":"arn:destination","participantId":"p-1",
        "reconnectWindowSeconds":0,"attributes":{"k":"v"}}"#,
    );
    sends(
        "POST /StartParticipantReplication",
        fewest.clone().build(),
        r#"{"sourceStageArn":"arn:source","destinationStageArn":"arn:destination","participantId":"p-1"}"#,
    );
    let input = fewest.clone().set_source_stage_arn(None);
    lacks(input.build(), "source_stage_arn");
    let input = fewest.clone().set_destination_stage_arn(None);
    lacks(input.build(), "destination_stage_arn");
    lacks(fewest.set_participant_id(None).build(), "participant_id");
}

#[test]
fn start_participant_replication_answers() {
    let expected = StartParticipantReplicationOutput::builder()
        .access_control_allow_origin("https://a.example")
        .access_control_expose_headers("x-a, x-b")
        .cache_control("no-store")
        .content_security_policy("default-src 'self'")
        .strict_transport_security("max-age=31536000")
        .x_content_type_options("nosniff")
        .x_frame_options("DENY");
    let output = output::<StartParticipantReplicationInput>(&HEADERS, "{}");
    assert_eq!(output, expected.build());
    assert_eq!(
        [
            output.access_control_allow_origin(),
            output.access_control_expose_headers(),
            output.cache_control(),
            output.content_security_policy(),
            output.strict_transport_security(),
            output.x_content_type_options(),
            output.x_frame_options(),
        ],
        HEADERS.map(|(_, value)| Some(value))
    );
    let empty = StartParticipantReplicationOutput::builder().build();
    reads_nothing::<StartParticipantReplicationInput>(empty);
}

#[test]
fn stop_participant_replication() {
    let input = StopParticipantReplicationInput::builder()
        .source_stage_arn("arn:source")
        .destination_stage_arn("arn:destination")
        .participant_id("p-1");
    sends_all(
        "POST /StopParticipantReplication",
        input.clone().build(),
        r#"{"sourceStageArn":"arn:source","destinationStageArn":"arn:destination","participantId":"p-1"}"#,
    );
    let without = input.clone().set_source_stage_arn(None);
    lacks(without.build(), "source_stage_arn");
    let without = input.clone().set_destination_stage_arn(None);
    lacks(without.build(), "destination_stage_arn");
    lacks(input.set_participant_id(None).build(), "participant_id");

    let expected = StopParticipantReplicationOutput::builder()
        .access_control_allow_origin("https://a.example")
        .access_control_expose_headers("x-a, x-b")
        .cache_control("no-store")
        .content_security_policy("default-src 'self'")
        .strict_transport_security("max-age=31536000")
        .x_content_type_options("nosniff")
        .x_frame_options("DENY");
    let output = output::<StopParticipantReplicationInput>(&HEADERS, "");
    assert_eq!(output, expected.build());
    let empty = StopParticipantReplicationOutput::builder().build();
    reads_nothing::<StopParticipantReplicationInput>(empty);
}

#[test]
fn list_participant_replicas() {
    let fewest = ListParticipantReplicasInput::builder()
        .source_stage_arn("arn:source")
        .participant_id("p-1");
    sends_all(
        "POST /ListParticipantReplicas",
        fewest.clone().next_token("2").max_results(4).build(),
        r#"{"sourceStageArn":"arn:source","participantId":"p-1","nextToken":"2","maxResults":4}"#,
    );
    sends(
        "POST /ListParticipantReplicas",
        fewest.clone().build(),
        r#"{"sourceStageArn":"arn:source","participantId":"p-1"}"#,
    );
    let without = fewest.clone().set_source_stage_arn(None);
    lacks(without.build(), "source_stage_arn");
    lacks(fewest.set_participant_id(None).build(), "participant_id");

    let replica = ParticipantReplica::builder()
        .source_stage_arn("arn:source")
        .participant_id("p-1")
        .source_session_id("st-1")
        .destination_stage_arn("arn:destination")
        .destination_session_id("st-2")
        .replication_state(ReplicationState::Active);
    let page = ListParticipantReplicasOutput::builder()
        .replicas(replica.build().unwrap())
        .next_token("3");
    let mut page = page.build().unwrap();
    reads::<ListParticipantReplicasInput>(
        r#"{
            "replicas": [{
                "sourceStageArn": "arn:source",
                "participantId": "p-1",
                "sourceSessionId": "st-1",
                "destinationStageArn": "arn:destination",
                "destinationSessionId": "st-2",
                "replicationState": "ACTIVE"
            }],
            "nextToken": "3"
        }"#,
        page.clone(),
    );
    page.replicas.clear();
    page.next_token = None;
    reads_nothing::<ListParticipantReplicasInput>(page);

    let empty = ParticipantReplica::builder()
        .source_stage_arn("")
        .participant_id("")
        .source_session_id("")
        .destination_stage_arn("")
        .destination_session_id("")
        .replication_state("".into());
    let output = output::<ListParticipantReplicasInput>(&[], r#"{"replicas":[{}]}"#);
    assert_eq!(output.replicas(), [empty.build().unwrap()]);
}
