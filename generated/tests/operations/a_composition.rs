//! A composition with every member: the deepest structure of the model.

use ivs_realtime::types::{
    ChannelDestinationConfiguration, Composition, CompositionRecordingHlsConfiguration,
    CompositionState, CompositionThumbnailConfiguration, Destination, DestinationConfiguration,
    DestinationDetail, DestinationState, GridConfiguration, LayoutConfiguration, PipBehavior,
    PipConfiguration, PipPosition, RecordingConfiguration, RecordingConfigurationFormat,
    S3DestinationConfiguration, S3Detail, ThumbnailStorageType, VideoAspectRatio, VideoFillMode,
};

use crate::check::second;

/// A layout with every member.
pub(crate) fn layout() -> LayoutConfiguration {
    let grid = GridConfiguration::builder()
        .featured_participant_attribute("grid-featured")
        .omit_stopped_video(true)
        .video_aspect_ratio(VideoAspectRatio::Square)
        .video_fill_mode(VideoFillMode::Cover)
        .grid_gap(3)
        .participant_order_attribute("grid-order");
    let pip = PipConfiguration::builder()
        .featured_participant_attribute("pip-featured")
        .omit_stopped_video(true)
        .video_fill_mode(VideoFillMode::Contain)
        .grid_gap(4)
        .pip_participant_attribute("pip-participant")
        .pip_behavior(PipBehavior::Dynamic)
        .pip_offset(5)
        .pip_position(PipPosition::BottomRight)
        .pip_width(640)
        .pip_height(360)
        .participant_order_attribute("pip-order");
    LayoutConfiguration::builder()
        .grid(grid.build())
        .pip(pip.build())
        .build()
}

/// The settings of a destination with every member.
pub(crate) fn destination() -> DestinationConfiguration {
    let channel = ChannelDestinationConfiguration::builder()
        .channel_arn("arn:channel")
        .encoder_configuration_arn("arn:encoder-1");
    let hls = CompositionRecordingHlsConfiguration::builder().target_segment_duration_seconds(2);
    let recording = RecordingConfiguration::builder()
        .hls_configuration(hls.build())
        .format(RecordingConfigurationFormat::Hls);
    let thumbnails = CompositionThumbnailConfiguration::builder()
        .target_interval_seconds(86400)
        .storage(ThumbnailStorageType::Latest)
        .storage(ThumbnailStorageType::Sequential);
    let s3 = S3DestinationConfiguration::builder()
        .storage_configuration_arn("arn:storage")
        .encoder_configuration_arns("arn:encoder-2")
        .encoder_configuration_arns("arn:encoder-3")
        .recording_configuration(recording.build())
        .thumbnail_configurations(thumbnails.build());
    DestinationConfiguration::builder()
        .name("both")
        .channel(channel.build().unwrap())
        .s3(s3.build().unwrap())
        .build()
}

/// A composition with every member, as in [`A_COMPOSITION`].
pub(crate) fn composition() -> Composition {
    let s3 = S3Detail::builder().recording_prefix("prefix").build();
    let destination = Destination::builder()
        .id("d-1")
        .state(DestinationState::Reconnecting)
        .start_time(second(3))
        .end_time(second(4))
        .configuration(destination())
        .detail(DestinationDetail::builder().s3(s3.unwrap()).build());
    Composition::builder()
        .arn("arn:composition")
        .stage_arn("arn:stage")
        .state(CompositionState::Stopping)
        .layout(layout())
        .destinations(destination.build().unwrap())
        .tags("team", "video")
        .start_time(second(1))
        .end_time(second(2))
        .build()
        .unwrap()
}

/// The answer that has it.
pub(crate) const A_COMPOSITION: &str = r#"{"composition": {
    "arn": "arn:composition",
    "stageArn": "arn:stage",
    "state": "STOPPING",
    "layout": {
        "grid": {
            "featuredParticipantAttribute": "grid-featured",
            "omitStoppedVideo": true,
            "videoAspectRatio": "SQUARE",
            "videoFillMode": "COVER",
            "gridGap": 3,
            "participantOrderAttribute": "grid-order"
        },
        "pip": {
            "featuredParticipantAttribute": "pip-featured",
            "omitStoppedVideo": true,
            "videoFillMode": "CONTAIN",
            "gridGap": 4,
            "pipParticipantAttribute": "pip-participant",
            "pipBehavior": "DYNAMIC",
            "pipOffset": 5,
            "pipPosition": "BOTTOM_RIGHT",
            "pipWidth": 640,
            "pipHeight": 360,
            "participantOrderAttribute": "pip-order"
        }
    },
    "destinations": [{
        "id": "d-1",
        "state": "RECONNECTING",
        "startTime": "2024-01-01T00:00:03Z",
        "endTime": "2024-01-01T00:00:04Z",
        "configuration": {
            "name": "both",
            "channel": {"channelArn": "arn:channel", "encoderConfigurationArn": "arn:encoder-1"},
            "s3": {
                "storageConfigurationArn": "arn:storage",
                "encoderConfigurationArns": ["arn:encoder-2", "arn:encoder-3"],
                "recordingConfiguration": {
                    "hlsConfiguration": {"targetSegmentDurationSeconds": 2},
                    "format": "HLS"
                },
                "thumbnailConfigurations": [
                    {"targetIntervalSeconds": 86400, "storage": ["LATEST", "SEQUENTIAL"]}
                ]
            }
        },
        "detail": {"s3": {"recordingPrefix": "prefix"}}
    }],
    "tags": {"team": "video"},
    "startTime": "2024-01-01T00:00:01Z",
    "endTime": "2024-01-01T00:00:02Z"
}}"#;
