//! Stages.

use ivs_realtime::operation::create_stage::{CreateStageInput, CreateStageOutput};
use ivs_realtime::operation::delete_stage::{DeleteStageInput, DeleteStageOutput};
use ivs_realtime::operation::get_stage::{GetStageInput, GetStageOutput};
use ivs_realtime::operation::list_stages::{ListStagesInput, ListStagesOutput};
use ivs_realtime::operation::update_stage::{UpdateStageInput, UpdateStageOutput};
use ivs_realtime::types::{
    AutoParticipantRecordingConfiguration, ParticipantRecordingHlsConfiguration,
    ParticipantRecordingMediaType, ParticipantThumbnailConfiguration, ParticipantToken,
    ParticipantTokenCapability, ParticipantTokenConfiguration, Stage, StageEndpoints, StageSummary,
    ThumbnailRecordingMode, ThumbnailStorageType,
};

use crate::check::{lacks, output, reads, reads_nothing, second, sends, sends_all};

/// Recording settings with every member.
fn recording() -> AutoParticipantRecordingConfiguration {
    let thumbnails = ParticipantThumbnailConfiguration::builder()
        .target_interval_seconds(60)
        .storage(ThumbnailStorageType::Sequential)
        .storage(ThumbnailStorageType::Latest)
        .recording_mode(ThumbnailRecordingMode::Interval);
    let hls = ParticipantRecordingHlsConfiguration::builder().target_segment_duration_seconds(6);
    AutoParticipantRecordingConfiguration::builder()
        .storage_configuration_arn("arn:storage")
        .media_types(ParticipantRecordingMediaType::AudioVideo)
        .media_types(ParticipantRecordingMediaType::AudioOnly)
        .thumbnail_configuration(thumbnails.build())
        .recording_reconnect_window_seconds(300)
        .hls_configuration(hls.build())
        .record_participant_replicas(true)
        .build()
        .unwrap()
}

/// A stage with every member, as in [`A_STAGE`].
fn stage() -> Stage {
    let endpoints = StageEndpoints::builder()
        .events("wss://events")
        .whip("https://whip")
        .rtmp("rtmp://in")
        .rtmps("rtmps://in");
    Stage::builder()
        .arn("arn:stage")
        .name("daily")
        .active_session_id("st-1")
        .tags("team", "video")
        .auto_participant_recording_configuration(recording())
        .endpoints(endpoints.build())
        .build()
        .unwrap()
}

const A_STAGE: &str = r#"{
    "stage": {
        "arn": "arn:stage",
        "name": "daily",
        "activeSessionId": "st-1",
        "tags": {"team": "video"},
        "autoParticipantRecordingConfiguration": {
            "storageConfigurationArn": "arn:storage",
            "mediaTypes": ["AUDIO_VIDEO", "AUDIO_ONLY"],
            "thumbnailConfiguration": {
                "targetIntervalSeconds": 60,
                "storage": ["SEQUENTIAL", "LATEST"],
                "recordingMode": "INTERVAL"
            },
            "recordingReconnectWindowSeconds": 300,
            "hlsConfiguration": {"targetSegmentDurationSeconds": 6},
            "recordParticipantReplicas": true
        },
        "endpoints": {
            "events": "wss://events",
            "whip": "https://whip",
            "rtmp": "rtmp://in",
            "rtmps": "rtmps://in"
        }
    }
}"#;

/// A stage of which the answer says nothing: what is required is there, and empty.
fn empty_stage() -> Stage {
    Stage::builder().arn("").build().unwrap()
}

#[test]
fn create_stage_sends() {
    let first = ParticipantTokenConfiguration::builder()
        .duration(720)
        .user_id("ann")
        .attributes("role", "host")
        .capabilities(ParticipantTokenCapability::Publish)
        .capabilities(ParticipantTokenCapability::Subscribe);
    let second = ParticipantTokenConfiguration::builder()
        .duration(1)
        .user_id("bé\"b\n")
        .attributes("b", "2")
        .attributes("a", "1")
        .capabilities(ParticipantTokenCapability::Subscribe);
    let input = CreateStageInput::builder()
        .auto_participant_recording_configuration(recording())
        .tags("team", "video")
        .tags("", "")
        .participant_token_configurations(first.build())
        .participant_token_configurations(second.build())
        .name("daily");
    sends_all(
        "POST /CreateStage",
        input.build(),
        r#"{"name":"daily",
        "participantTokenConfigurations":[
        {"duration":720,"userId":"ann","attributes":{"role":"host"},"capabilities":["PUBLISH","SUBSCRIBE"]},
        {"duration":1,"userId":"bé\"b\n","attributes":{"a":"1","b":"2"},"capabilities":["SUBSCRIBE"]}],
        "tags":{"":"","team":"video"},
        "autoParticipantRecordingConfiguration":{
        "storageConfigurationArn":"arn:storage",
        "mediaTypes":["AUDIO_VIDEO","AUDIO_ONLY"],
        "thumbnailConfiguration":{"targetIntervalSeconds":60,"storage":["SEQUENTIAL","LATEST"],"recordingMode":"INTERVAL"},
        "recordingReconnectWindowSeconds":300,
        "hlsConfiguration":{"targetSegmentDurationSeconds":6},
        "recordParticipantReplicas":true}}"#,
    );
    sends(
        "POST /CreateStage",
        CreateStageInput::builder().build(),
        "{}",
    );
}

#[test]
fn create_stage_sends_what_is_empty_but_set() {
    let recording = AutoParticipantRecordingConfiguration::builder()
        .storage_configuration_arn("")
        .set_media_types(Some(vec![]))
        .recording_reconnect_window_seconds(0)
        .record_participant_replicas(false)
        .thumbnail_configuration(ParticipantThumbnailConfiguration::builder().build())
        .build();
    let input = CreateStageInput::builder()
        .name("")
        .set_participant_token_configurations(Some(vec![]))
        .set_tags(Some([].into()))
        .auto_participant_recording_configuration(recording.unwrap());
    sends(
        "POST /CreateStage",
        input.build(),
        r#"{"name":"","participantTokenConfigurations":[],"tags":{},
        "autoParticipantRecordingConfiguration":{
        "storageConfigurationArn":"","mediaTypes":[],"thumbnailConfiguration":{}}}"#,
    );
}

#[test]
fn create_stage_answers() {
    const ANSWER: &str = r#"{
        "stage": {
            "arn": "arn:stage",
            "name": "daily",
            "activeSessionId": "st-1",
            "tags": {"team": "video"},
            "autoParticipantRecordingConfiguration": {
                "storageConfigurationArn": "arn:storage",
                "mediaTypes": ["AUDIO_VIDEO", "AUDIO_ONLY"],
                "thumbnailConfiguration": {
                    "targetIntervalSeconds": 60,
                    "storage": ["SEQUENTIAL", "LATEST"],
                    "recordingMode": "INTERVAL"
                },
                "recordingReconnectWindowSeconds": 300,
                "hlsConfiguration": {"targetSegmentDurationSeconds": 6},
                "recordParticipantReplicas": true
            },
            "endpoints": {
                "events": "wss://events",
                "whip": "https://whip",
                "rtmp": "rtmp://in",
                "rtmps": "rtmps://in"
            }
        },
        "participantTokens": [{
            "participantId": "p-1",
            "token": "eyJ.1",
            "userId": "ann",
            "attributes": {"role": "host", "b": ""},
            "duration": 720,
            "capabilities": ["PUBLISH", "SUBSCRIBE"],
            "expirationTime": "2024-01-01T12:00:00Z"
        }]
    }"#;
    let token = ParticipantToken::builder()
        .participant_id("p-1")
        .token("eyJ.1")
        .user_id("ann")
        .attributes("role", "host")
        .attributes("b", "")
        .duration(720)
        .capabilities(ParticipantTokenCapability::Publish)
        .capabilities(ParticipantTokenCapability::Subscribe)
        .expiration_time(second(12 * 3600));
    let expected = CreateStageOutput::builder()
        .stage(stage())
        .participant_tokens(token.build());
    reads::<CreateStageInput>(ANSWER, expected.build());
}

#[test]
fn create_stage_reads_what_is_missing() {
    reads_nothing::<CreateStageInput>(CreateStageOutput::builder().build());
    let body = r#"{"stage":{},"participantTokens":[{},null]}"#;
    let expected = CreateStageOutput::builder()
        .stage(empty_stage())
        .participant_tokens(ParticipantToken::builder().build());
    assert_eq!(output::<CreateStageInput>(&[], body), expected.build());
}

#[test]
fn delete_stage() {
    let input = DeleteStageInput::builder().arn("arn:stage");
    sends_all("POST /DeleteStage", input.build(), r#"{"arn":"arn:stage"}"#);
    lacks(DeleteStageInput::builder().build(), "arn");
    reads_nothing::<DeleteStageInput>(DeleteStageOutput::builder().build());
}

#[test]
fn get_stage() {
    let input = GetStageInput::builder().arn("arn:stage");
    sends_all("POST /GetStage", input.build(), r#"{"arn":"arn:stage"}"#);
    lacks(GetStageInput::builder().build(), "arn");
    let expected = GetStageOutput::builder().stage(stage());
    reads::<GetStageInput>(A_STAGE, expected.build());
    reads_nothing::<GetStageInput>(GetStageOutput::builder().build());
}

#[test]
fn get_stage_reads_what_is_missing() {
    let body = r#"{"stage":{"autoParticipantRecordingConfiguration":{},"endpoints":{},"tags":{},"name":null}}"#;
    let recording = AutoParticipantRecordingConfiguration::builder().storage_configuration_arn("");
    let stage = Stage::builder()
        .arn("")
        .set_tags(Some([].into()))
        .auto_participant_recording_configuration(recording.build().unwrap())
        .endpoints(StageEndpoints::builder().build());
    let expected = GetStageOutput::builder().stage(stage.build().unwrap());
    let output = output::<GetStageInput>(&[], body);
    assert_eq!(output, expected.build());
    let recording = output
        .stage()
        .and_then(|stage| stage.auto_participant_recording_configuration())
        .unwrap();
    assert_eq!(recording.recording_reconnect_window_seconds(), 0);
    assert!(!recording.record_participant_replicas());
    assert!(recording.media_types().is_empty());
}

#[test]
fn update_stage() {
    let input = UpdateStageInput::builder()
        .arn("arn:stage")
        .name("weekly")
        .auto_participant_recording_configuration(recording());
    sends_all(
        "POST /UpdateStage",
        input.build(),
        r#"{"arn":"arn:stage","name":"weekly",
        "autoParticipantRecordingConfiguration":{
        "storageConfigurationArn":"arn:storage",
        "mediaTypes":["AUDIO_VIDEO","AUDIO_ONLY"],
        "thumbnailConfiguration":{"targetIntervalSeconds":60,"storage":["SEQUENTIAL","LATEST"],"recordingMode":"INTERVAL"},
        "recordingReconnectWindowSeconds":300,
        "hlsConfiguration":{"targetSegmentDurationSeconds":6},
        "recordParticipantReplicas":true}}"#,
    );
    let fewest = UpdateStageInput::builder().arn("arn:stage");
    sends(
        "POST /UpdateStage",
        fewest.build(),
        r#"{"arn":"arn:stage"}"#,
    );
    lacks(UpdateStageInput::builder().name("weekly").build(), "arn");
    let expected = UpdateStageOutput::builder().stage(stage());
    reads::<UpdateStageInput>(A_STAGE, expected.build());
    reads_nothing::<UpdateStageInput>(UpdateStageOutput::builder().build());
}

#[test]
fn list_stages() {
    let input = ListStagesInput::builder()
        .next_token("page 2")
        .max_results(50);
    sends_all(
        "POST /ListStages",
        input.build(),
        r#"{"nextToken":"page 2","maxResults":50}"#,
    );
    sends("POST /ListStages", ListStagesInput::builder().build(), "{}");

    let first = StageSummary::builder()
        .arn("arn:stage")
        .name("daily")
        .active_session_id("st-1")
        .tags("team", "video");
    let second = StageSummary::builder()
        .arn("arn:other")
        .name("")
        .active_session_id("")
        .tags("", "");
    let page = ListStagesOutput::builder()
        .stages(first.build().unwrap())
        .stages(second.build().unwrap())
        .next_token("page 3");
    let mut page = page.build().unwrap();
    reads::<ListStagesInput>(
        r#"{
            "stages": [
                {"arn": "arn:stage", "name": "daily", "activeSessionId": "st-1", "tags": {"team": "video"}},
                {"arn": "arn:other", "name": "", "activeSessionId": "", "tags": {"": ""}}
            ],
            "nextToken": "page 3"
        }"#,
        page.clone(),
    );
    page.stages.clear();
    page.next_token = None;
    reads_nothing::<ListStagesInput>(page);

    let empty = StageSummary::builder().arn("").build().unwrap();
    let output = output::<ListStagesInput>(&[], r#"{"stages":[{},null]}"#);
    assert_eq!(output.stages(), [empty]);
    assert_eq!(output.next_token(), None);
}
