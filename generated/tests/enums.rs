//! The 21 enumerations: each value by its text, and values that the model does not know.

#[cfg(test)]
mod support;

#[cfg(test)]
mod table {
    use std::collections::HashSet;
    use std::str::FromStr;

    use ivs_realtime::types::*;

    /// Texts that no enumeration knows: other spellings of what it knows, and what may come one day.
    const UNKNOWN: [&str; 8] = [
        "",
        " ",
        "LATER",
        "active",
        "ACTIVE ",
        "Unknown",
        "no value was set",
        "\u{1f639}\"\\\n",
    ];

    macro_rules! enumerations {
        ($($test:ident: $type:ident { $($variant:ident = $text:literal),* $(,)? })*) => {
            $(#[test]
            fn $test() {
                let known = [$(($type::$variant, $text)),*];
                assert_eq!($type::values(), known.clone().map(|(_, text)| text));
                for (value, text) in &known {
                    assert_eq!(value.as_str(), *text);
                    assert_eq!(AsRef::<str>::as_ref(value), *text);
                    assert_eq!(value.to_string(), *text);
                    assert_eq!($type::from(*text), *value);
                    assert_eq!(text.parse::<$type>().as_ref(), Ok(value));
                    assert_eq!($type::try_parse(text).as_ref(), Ok(value));
                }
                let distinct: HashSet<_> = known.into_iter().map(|(value, _)| value).collect();
                assert_eq!(distinct.len(), $type::values().len());
                for text in UNKNOWN {
                    let value = $type::from(text);
                    assert!(matches!(value, $type::Unknown(_)), "{text}");
                    assert!(!distinct.contains(&value));
                    assert_eq!(value.as_str(), text);
                    assert_eq!(AsRef::<str>::as_ref(&value), text);
                    assert_eq!(value.to_string(), text);
                    assert_eq!($type::from_str(text).as_ref(), Ok(&value));
                    assert_eq!($type::from(value.as_str()), value);
                    let error = $type::try_parse(text).unwrap_err();
                    assert_eq!(error.to_string(), format!("unknown enum variant: '{text}'"));
                }
            })*

            #[test]
            fn there_are_as_many_as_in_the_model() {
                let model = include_str!("../../model/ivs-realtime.json");
                let model: serde_json::Value = serde_json::from_str(model).unwrap();
                let shapes = model["shapes"].as_object().unwrap();
                let enums = shapes.iter().filter(|(_, shape)| shape["type"] == "enum");
                let ids: HashSet<_> = enums.map(|(id, _)| id.as_str()).collect();
                let types = [$(concat!("com.amazonaws.ivsrealtime#", stringify!($type))),*];
                assert_eq!(types.len(), 21);
                assert_eq!(HashSet::from(types), ids);
            }
        };
    }

    enumerations! {
        composition_state: CompositionState {
            Starting = "STARTING", Active = "ACTIVE", Stopping = "STOPPING", Failed = "FAILED", Stopped = "STOPPED",
        }
        destination_state: DestinationState {
            Starting = "STARTING", Active = "ACTIVE", Stopping = "STOPPING", Reconnecting = "RECONNECTING",
            Failed = "FAILED", Stopped = "STOPPED",
        }
        event_error_code: EventErrorCode {
            InsufficientCapabilities = "INSUFFICIENT_CAPABILITIES", QuotaExceeded = "QUOTA_EXCEEDED",
            PublisherNotFound = "PUBLISHER_NOT_FOUND", BitrateExceeded = "BITRATE_EXCEEDED",
            ResolutionExceeded = "RESOLUTION_EXCEEDED", StreamDurationExceeded = "STREAM_DURATION_EXCEEDED",
            InvalidAudioCodec = "INVALID_AUDIO_CODEC", InvalidVideoCodec = "INVALID_VIDEO_CODEC",
            InvalidProtocol = "INVALID_PROTOCOL", InvalidStreamKey = "INVALID_STREAM_KEY",
            ReuseOfStreamKey = "REUSE_OF_STREAM_KEY", BFramePresent = "B_FRAME_PRESENT",
            InvalidInput = "INVALID_INPUT", InternalServerException = "INTERNAL_SERVER_EXCEPTION",
        }
        event_name: EventName {
            Joined = "JOINED", Left = "LEFT", PublishStarted = "PUBLISH_STARTED",
            PublishStopped = "PUBLISH_STOPPED", SubscribeStarted = "SUBSCRIBE_STARTED",
            SubscribeStopped = "SUBSCRIBE_STOPPED", PublishError = "PUBLISH_ERROR",
            SubscribeError = "SUBSCRIBE_ERROR", JoinError = "JOIN_ERROR",
            ReplicationStarted = "REPLICATION_STARTED", ReplicationStopped = "REPLICATION_STOPPED",
            TokenExchanged = "TOKEN_EXCHANGED",
        }
        ingest_configuration_state: IngestConfigurationState {
            Active = "ACTIVE", Inactive = "INACTIVE",
        }
        ingest_protocol: IngestProtocol {
            Rtmp = "RTMP", Rtmps = "RTMPS",
        }
        participant_protocol: ParticipantProtocol {
            UnknownValue = "UNKNOWN", Whip = "WHIP", Rtmp = "RTMP", Rtmps = "RTMPS",
        }
        participant_recording_filter_by_recording_state: ParticipantRecordingFilterByRecordingState {
            Starting = "STARTING", Active = "ACTIVE", Stopping = "STOPPING", Stopped = "STOPPED", Failed = "FAILED",
        }
        participant_recording_media_type: ParticipantRecordingMediaType {
            AudioVideo = "AUDIO_VIDEO", AudioOnly = "AUDIO_ONLY", None = "NONE",
        }
        participant_recording_state: ParticipantRecordingState {
            Starting = "STARTING", Active = "ACTIVE", Stopping = "STOPPING", Stopped = "STOPPED",
            Failed = "FAILED", Disabled = "DISABLED",
        }
        participant_state: ParticipantState {
            Connected = "CONNECTED", Disconnected = "DISCONNECTED",
        }
        participant_token_capability: ParticipantTokenCapability {
            Publish = "PUBLISH", Subscribe = "SUBSCRIBE",
        }
        pip_behavior: PipBehavior {
            Static = "STATIC", Dynamic = "DYNAMIC",
        }
        pip_position: PipPosition {
            TopLeft = "TOP_LEFT", TopRight = "TOP_RIGHT", BottomLeft = "BOTTOM_LEFT", BottomRight = "BOTTOM_RIGHT",
        }
        recording_configuration_format: RecordingConfigurationFormat {
            Hls = "HLS",
        }
        replication_state: ReplicationState {
            Active = "ACTIVE", Stopped = "STOPPED",
        }
        replication_type: ReplicationType {
            Source = "SOURCE", Replica = "REPLICA", None = "NONE",
        }
        thumbnail_recording_mode: ThumbnailRecordingMode {
            Interval = "INTERVAL", Disabled = "DISABLED",
        }
        thumbnail_storage_type: ThumbnailStorageType {
            Sequential = "SEQUENTIAL", Latest = "LATEST",
        }
        video_aspect_ratio: VideoAspectRatio {
            Auto = "AUTO", Video = "VIDEO", Square = "SQUARE", Portrait = "PORTRAIT",
        }
        video_fill_mode: VideoFillMode {
            Fill = "FILL", Cover = "COVER", Contain = "CONTAIN",
        }
    }
}

#[cfg(test)]
mod wire {
    use ivs_realtime::operation::get_stage::GetStageInput;
    use ivs_realtime::operation::list_ingest_configurations::ListIngestConfigurationsInput;
    use ivs_realtime::operation::update_stage::UpdateStageInput;
    use ivs_realtime::runtime::Operation;

    use crate::support::answer;

    /// What the service says is sent back to it as it came, although this crate does not know it.
    #[test]
    fn unknown_values_go_round() {
        let body = r#"{"stage":{"arn":"a","autoParticipantRecordingConfiguration":{
            "storageConfigurationArn":"s",
            "mediaTypes":["LATER","none",""],
            "thumbnailConfiguration":{"storage":["LATER"],"recordingMode":"é\"\\"}
        }}}"#;
        let output = GetStageInput::response(&answer(200, &[], body)).unwrap();
        let recording = output
            .stage
            .unwrap()
            .auto_participant_recording_configuration;
        let input = UpdateStageInput::builder()
            .arn("a")
            .set_auto_participant_recording_configuration(recording);
        let request = input.build().unwrap().request().unwrap();
        assert_eq!(
            request.body(),
            concat!(
                r#"{"arn":"a","autoParticipantRecordingConfiguration":{"storageConfigurationArn":"s","#,
                r#""mediaTypes":["LATER","none",""],"#,
                r#""thumbnailConfiguration":{"storage":["LATER"],"recordingMode":"é\"\\"}}}"#,
            )
        );
    }

    #[test]
    fn unknown_values_can_be_asked_for() {
        let input = ListIngestConfigurationsInput::builder().filter_by_state("LATER".into());
        let request = input.build().unwrap().request().unwrap();
        assert_eq!(request.body(), r#"{"filterByState":"LATER"}"#);
    }
}
