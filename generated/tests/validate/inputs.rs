//! Inputs of the table, made of JSON.

use std::collections::HashMap;

use ivs_realtime::operation::create_encoder_configuration::CreateEncoderConfigurationInput;
use ivs_realtime::operation::create_stage::CreateStageInput;
use ivs_realtime::operation::create_storage_configuration::CreateStorageConfigurationInput;
use ivs_realtime::operation::get_stage_session::GetStageSessionInput;
use ivs_realtime::operation::list_stages::ListStagesInput;
use ivs_realtime::operation::start_composition::StartCompositionInput;
use ivs_realtime::operation::tag_resource::TagResourceInput;
use ivs_realtime::operation::untag_resource::UntagResourceInput;
use ivs_realtime::runtime::validate::{InvalidInput, Validate};
use ivs_realtime::types::{
    AutoParticipantRecordingConfiguration, ChannelDestinationConfiguration,
    CompositionThumbnailConfiguration, DestinationConfiguration, GridConfiguration,
    LayoutConfiguration, ParticipantRecordingHlsConfiguration, ParticipantThumbnailConfiguration,
    ParticipantTokenConfiguration, PipConfiguration, S3DestinationConfiguration,
    S3StorageConfiguration, Video,
};
use serde_json::Value;

/// What the input of a case breaks.
pub fn validate(case: &Value) -> Result<(), InvalidInput> {
    let input = &case["input"];
    match case["operation"].as_str().unwrap() {
        "CreateStage" => create_stage(input).validate(),
        "StartComposition" => start_composition(input).validate(),
        "CreateEncoderConfiguration" => CreateEncoderConfigurationInput::builder()
            .set_video(input.get("video").map(video))
            .build()
            .unwrap()
            .validate(),
        "ListStages" => ListStagesInput::builder()
            .set_next_token(text(input, "nextToken"))
            .set_max_results(number(input, "maxResults"))
            .build()
            .unwrap()
            .validate(),
        "GetStageSession" => GetStageSessionInput::builder()
            .set_stage_arn(text(input, "stageArn"))
            .set_session_id(text(input, "sessionId"))
            .build()
            .unwrap()
            .validate(),
        "CreateStorageConfiguration" => CreateStorageConfigurationInput::builder()
            .set_name(text(input, "name"))
            .set_s3(input.get("s3").map(|s3| {
                let bucket = S3StorageConfiguration::builder();
                let bucket = bucket.set_bucket_name(text(s3, "bucketName"));
                bucket.build().unwrap()
            }))
            .build()
            .unwrap()
            .validate(),
        "TagResource" => TagResourceInput::builder()
            .set_resource_arn(text(input, "resourceArn"))
            .set_tags(map(input, "tags"))
            .build()
            .unwrap()
            .validate(),
        "UntagResource" => UntagResourceInput::builder()
            .set_resource_arn(text(input, "resourceArn"))
            .set_tag_keys(list(input, "tagKeys", owned))
            .build()
            .unwrap()
            .validate(),
        other => panic!("the table has an operation that is not read: {other}"),
    }
}

fn create_stage(input: &Value) -> CreateStageInput {
    let tokens = list(input, "participantTokenConfigurations", |token| {
        ParticipantTokenConfiguration::builder()
            .set_duration(number(token, "duration"))
            .set_user_id(text(token, "userId"))
            .set_capabilities(list(token, "capabilities", |text| {
                owned(text).as_str().into()
            }))
            .build()
    });
    let recording = input.get("autoParticipantRecordingConfiguration");
    CreateStageInput::builder()
        .set_name(text(input, "name"))
        .set_tags(map(input, "tags"))
        .set_participant_token_configurations(tokens)
        .set_auto_participant_recording_configuration(recording.map(auto_recording))
        .build()
        .unwrap()
}

fn auto_recording(recording: &Value) -> AutoParticipantRecordingConfiguration {
    let thumbnails = recording.get("thumbnailConfiguration").map(|thumbnails| {
        ParticipantThumbnailConfiguration::builder()
            .set_target_interval_seconds(number(thumbnails, "targetIntervalSeconds"))
            .build()
    });
    let hls = recording.get("hlsConfiguration").map(|hls| {
        ParticipantRecordingHlsConfiguration::builder()
            .set_target_segment_duration_seconds(number(hls, "targetSegmentDurationSeconds"))
            .build()
    });
    AutoParticipantRecordingConfiguration::builder()
        .set_storage_configuration_arn(text(recording, "storageConfigurationArn"))
        .set_media_types(list(recording, "mediaTypes", |text| {
            owned(text).as_str().into()
        }))
        .set_recording_reconnect_window_seconds(number(
            recording,
            "recordingReconnectWindowSeconds",
        ))
        .set_thumbnail_configuration(thumbnails)
        .set_hls_configuration(hls)
        .build()
        .unwrap()
}

fn start_composition(input: &Value) -> StartCompositionInput {
    let layout = input.get("layout").map(|layout| {
        let grid = layout.get("grid").map(|grid| {
            GridConfiguration::builder()
                .set_grid_gap(number(grid, "gridGap"))
                .set_featured_participant_attribute(text(grid, "featuredParticipantAttribute"))
                .build()
        });
        let pip = layout.get("pip").map(|pip| {
            PipConfiguration::builder()
                .set_grid_gap(number(pip, "gridGap"))
                .set_pip_offset(number(pip, "pipOffset"))
                .set_pip_width(number(pip, "pipWidth"))
                .set_pip_height(number(pip, "pipHeight"))
                .build()
        });
        let layout = LayoutConfiguration::builder();
        layout.set_grid(grid).set_pip(pip).build()
    });
    StartCompositionInput::builder()
        .set_stage_arn(text(input, "stageArn"))
        .set_idempotency_token(text(input, "idempotencyToken"))
        .set_layout(layout)
        .set_destinations(list(input, "destinations", destination))
        .build()
        .unwrap()
}

fn destination(destination: &Value) -> DestinationConfiguration {
    let channel = destination.get("channel").map(|channel| {
        let arn = text(channel, "channelArn");
        let channel = ChannelDestinationConfiguration::builder();
        channel.set_channel_arn(arn).build().unwrap()
    });
    let s3 = destination.get("s3").map(|s3| {
        let thumbnails = list(s3, "thumbnailConfigurations", |thumbnails| {
            CompositionThumbnailConfiguration::builder()
                .set_target_interval_seconds(number(thumbnails, "targetIntervalSeconds"))
                .set_storage(list(thumbnails, "storage", |text| {
                    owned(text).as_str().into()
                }))
                .build()
        });
        S3DestinationConfiguration::builder()
            .set_storage_configuration_arn(text(s3, "storageConfigurationArn"))
            .set_encoder_configuration_arns(list(s3, "encoderConfigurationArns", owned))
            .set_thumbnail_configurations(thumbnails)
            .build()
            .unwrap()
    });
    DestinationConfiguration::builder()
        .set_name(text(destination, "name"))
        .set_channel(channel)
        .set_s3(s3)
        .build()
}

fn video(video: &Value) -> Video {
    let framerate = video.get("framerate").map(|rate| {
        // Table and type have numbers of another precision.
        rate.to_string().parse::<f32>().unwrap()
    });
    Video::builder()
        .set_width(number(video, "width"))
        .set_height(number(video, "height"))
        .set_framerate(framerate)
        .set_bitrate(number(video, "bitrate"))
        .build()
}

fn owned(text: &Value) -> String {
    text.as_str().unwrap().to_owned()
}

fn text(value: &Value, key: &str) -> Option<String> {
    value.get(key).map(owned)
}

fn number(value: &Value, key: &str) -> Option<i32> {
    let number = value.get(key)?.as_i64().unwrap();
    Some(i32::try_from(number).unwrap())
}

fn list<T>(value: &Value, key: &str, item: impl Fn(&Value) -> T) -> Option<Vec<T>> {
    let items = value.get(key)?.as_array().unwrap();
    Some(items.iter().map(item).collect())
}

fn map(value: &Value, key: &str) -> Option<HashMap<String, String>> {
    let entries = value.get(key)?.as_object().unwrap();
    let entries = entries
        .iter()
        .map(|(key, value)| (key.clone(), owned(value)));
    Some(entries.collect())
}
