//! Compositions.

use ivs_realtime::operation::get_composition::{GetCompositionInput, GetCompositionOutput};
use ivs_realtime::operation::list_compositions::{ListCompositionsInput, ListCompositionsOutput};
use ivs_realtime::operation::start_composition::{StartCompositionInput, StartCompositionOutput};
use ivs_realtime::operation::stop_composition::{StopCompositionInput, StopCompositionOutput};
use ivs_realtime::runtime::Operation;
use ivs_realtime::types::{
    ChannelDestinationConfiguration, CompositionRecordingHlsConfiguration, CompositionState,
    CompositionSummary, CompositionThumbnailConfiguration, DestinationConfiguration,
    DestinationDetail, DestinationState, DestinationSummary, GridConfiguration,
    LayoutConfiguration, PipConfiguration, RecordingConfiguration, S3DestinationConfiguration,
    S3Detail,
};

use crate::a_composition::{A_COMPOSITION, composition, destination, layout};
use crate::check::{lacks, output, reads, reads_nothing, request, second, sends, sends_all};

#[test]
fn start_composition_sends() {
    let input = StartCompositionInput::builder()
        .tags("team", "video")
        .destinations(destination())
        .layout(layout())
        .idempotency_token("once")
        .stage_arn("arn:stage");
    sends_all(
        "POST /StartComposition",
        input.build(),
        r#"{"stageArn":"arn:stage","idempotencyToken":"once","layout":{
        "grid":{"featuredParticipantAttribute":"grid-featured","omitStoppedVideo":true,
        "videoAspectRatio":"SQUARE","videoFillMode":"COVER","gridGap":3,
        "participantOrderAttribute":"grid-order"},
        "pip":{"featuredParticipantAttribute":"pip-featured","omitStoppedVideo":true,
        "videoFillMode":"CONTAIN","gridGap":4,"pipParticipantAttribute":"pip-participant",
        "pipBehavior":"DYNAMIC","pipOffset":5,"pipPosition":"BOTTOM_RIGHT","pipWidth":640,
        "pipHeight":360,"participantOrderAttribute":"pip-order"}},
        "destinations":[{"name":"both",
        "channel":{"channelArn":"arn:channel","encoderConfigurationArn":"arn:encoder-1"},
        "s3":{"storageConfigurationArn":"arn:storage",
        "encoderConfigurationArns":["arn:encoder-2","arn:encoder-3"],
        "recordingConfiguration":{"hlsConfiguration":{"targetSegmentDurationSeconds":2},"format":"HLS"},
        "thumbnailConfigurations":[{"targetIntervalSeconds":86400,"storage":["LATEST","SEQUENTIAL"]}]}}],
        "tags":{"team":"video"}}"#,
    );
    let input = StartCompositionInput::builder();
    lacks(
        input.clone().destinations(destination()).build(),
        "stage_arn",
    );
    let input = input.stage_arn("arn:stage");
    lacks(input.clone().build(), "destinations");
    sends(
        "POST /StartComposition",
        input.set_destinations(Some(vec![])).build(),
        r#"{"stageArn":"arn:stage","destinations":[]}"#,
    );
}

/// Members of nested structures that have a default are left out where they are equal to it.
#[test]
fn start_composition_leaves_nested_defaults_out() {
    let grid = GridConfiguration::builder()
        .omit_stopped_video(false)
        .grid_gap(0);
    let pip = PipConfiguration::builder()
        .omit_stopped_video(false)
        .grid_gap(0)
        .pip_offset(0)
        .pip_width(0)
        .pip_height(0);
    let layout = LayoutConfiguration::builder()
        .grid(grid.build())
        .pip(pip.build());
    let s3 = S3DestinationConfiguration::builder()
        .storage_configuration_arn("")
        .set_encoder_configuration_arns(Some(vec![]))
        .recording_configuration(RecordingConfiguration::builder().build());
    let s3 = DestinationConfiguration::builder().s3(s3.build().unwrap());
    let input = StartCompositionInput::builder()
        .stage_arn("")
        .layout(layout.build())
        .destinations(s3.build())
        .destinations(DestinationConfiguration::builder().build());
    sends(
        "POST /StartComposition",
        input.build(),
        r#"{"stageArn":"","layout":{"grid":{},"pip":{"pipWidth":0,"pipHeight":0}},
        "destinations":[{"s3":{"storageConfigurationArn":"","encoderConfigurationArns":[],
        "recordingConfiguration":{}}},{}]}"#,
    );
}

/// What a call does before its first attempt.
fn fill<I: Operation>(input: &mut I) {
    if let Some(token) = input.idempotency_token_mut() {
        token.get_or_insert_with(|| "made up".to_owned());
    }
}

#[test]
fn start_composition_has_an_idempotency_token() {
    let input = StartCompositionInput::builder()
        .stage_arn("arn:stage")
        .set_destinations(Some(vec![]));
    for (given, sent) in [
        (None, "made up"),
        (Some("mine"), "mine"),
        // The user has set it, even if to nothing.
        (Some(""), ""),
    ] {
        let input = input
            .clone()
            .set_idempotency_token(given.map(str::to_owned));
        let mut input = input.build().unwrap();
        assert_eq!(
            input.idempotency_token_mut().unwrap().as_deref(),
            given,
            "nothing fills it unasked"
        );
        fill(&mut input);
        let attempts = [request(Ok(input.clone())), request(Ok(input))];
        assert_eq!(attempts[0], attempts[1]);
        assert_eq!(
            attempts[0].2,
            format!(r#"{{"stageArn":"arn:stage","idempotencyToken":"{sent}","destinations":[]}}"#)
        );
    }
    let mut other = StopCompositionInput::builder().arn("a").build().unwrap();
    assert_eq!(other.idempotency_token_mut(), None);
}

#[test]
fn start_composition_answers() {
    let expected = StartCompositionOutput::builder().composition(composition());
    reads::<StartCompositionInput>(A_COMPOSITION, expected.build());
    reads_nothing::<StartCompositionInput>(StartCompositionOutput::builder().build());
}

#[test]
fn get_composition() {
    let input = GetCompositionInput::builder().arn("arn:composition");
    sends_all(
        "POST /GetComposition",
        input.build(),
        r#"{"arn":"arn:composition"}"#,
    );
    lacks(GetCompositionInput::builder().build(), "arn");
    let expected = GetCompositionOutput::builder().composition(composition());
    reads::<GetCompositionInput>(A_COMPOSITION, expected.build());
    reads_nothing::<GetCompositionInput>(GetCompositionOutput::builder().build());
}

/// Required members that the service leaves out: texts and lists are empty, structures are absent.
#[test]
fn get_composition_reads_what_is_missing() {
    let output = output::<GetCompositionInput>(&[], r#"{"composition":{}}"#);
    let composition = output.composition().unwrap();
    assert_eq!((composition.arn(), composition.stage_arn()), ("", ""));
    assert_eq!(composition.state(), &CompositionState::from(""));
    assert_eq!(composition.layout(), None);
    assert_eq!(composition.destinations(), []);
    assert_eq!(composition.tags(), None);
    assert_eq!(composition.start_time(), None);
    assert_eq!(composition.end_time(), None);
}

#[test]
fn get_composition_reads_what_is_missing_deeper_down() {
    let body = r#"{"composition":{
        "layout":{"grid":{},"pip":{}},
        "destinations":[
            {},
            {"configuration":{"channel":{},"s3":{}},"detail":{"s3":{}}},
            {"configuration":{"s3":{"recordingConfiguration":{"hlsConfiguration":{}},"thumbnailConfigurations":[{}]}}}
        ]
    }}"#;
    let output = output::<GetCompositionInput>(&[], body);
    let composition = output.composition().unwrap();
    let layout = LayoutConfiguration::builder()
        .grid(GridConfiguration::builder().build())
        .pip(PipConfiguration::builder().build());
    assert_eq!(composition.layout(), Some(&layout.build()));
    let [bare, second, third] = composition.destinations() else {
        panic!("three destinations");
    };
    assert_eq!((bare.id(), bare.state()), ("", &DestinationState::from("")));
    assert_eq!(bare.configuration(), None);
    assert_eq!(bare.detail(), None);

    let channel = ChannelDestinationConfiguration::builder().channel_arn("");
    let s3 = S3DestinationConfiguration::builder()
        .storage_configuration_arn("")
        .set_encoder_configuration_arns(Some(vec![]));
    let expected = DestinationConfiguration::builder()
        .channel(channel.build().unwrap())
        .s3(s3.clone().build().unwrap());
    assert_eq!(second.configuration(), Some(&expected.build()));
    let detail = S3Detail::builder().recording_prefix("").build().unwrap();
    let detail = DestinationDetail::builder().s3(detail).build();
    assert_eq!(second.detail(), Some(&detail));

    let hls = CompositionRecordingHlsConfiguration::builder().build();
    let recording = RecordingConfiguration::builder().hls_configuration(hls);
    let s3 = s3
        .recording_configuration(recording.build())
        .thumbnail_configurations(CompositionThumbnailConfiguration::builder().build());
    let expected = DestinationConfiguration::builder().s3(s3.build().unwrap());
    assert_eq!(third.configuration(), Some(&expected.build()));
}

#[test]
fn stop_composition() {
    let input = StopCompositionInput::builder().arn("arn:composition");
    sends_all(
        "POST /StopComposition",
        input.build(),
        r#"{"arn":"arn:composition"}"#,
    );
    lacks(StopCompositionInput::builder().build(), "arn");
    reads_nothing::<StopCompositionInput>(StopCompositionOutput::builder().build());
}

#[test]
fn list_compositions_sends() {
    let input = ListCompositionsInput::builder()
        .filter_by_stage_arn("arn:stage")
        .filter_by_encoder_configuration_arn("arn:encoder")
        .next_token("2")
        .max_results(9);
    sends_all(
        "POST /ListCompositions",
        input.build(),
        r#"{"filterByStageArn":"arn:stage","filterByEncoderConfigurationArn":"arn:encoder",
        "nextToken":"2","maxResults":9}"#,
    );
    sends(
        "POST /ListCompositions",
        ListCompositionsInput::builder().build(),
        "{}",
    );
}

#[test]
fn list_compositions_answers() {
    let destination = DestinationSummary::builder()
        .id("d-1")
        .state(DestinationState::Failed)
        .start_time(second(3))
        .end_time(second(4));
    let summary = CompositionSummary::builder()
        .arn("arn:composition")
        .stage_arn("arn:stage")
        .destinations(destination.build().unwrap())
        .state(CompositionState::Active)
        .tags("team", "video")
        .start_time(second(1))
        .end_time(second(2));
    let page = ListCompositionsOutput::builder()
        .compositions(summary.build().unwrap())
        .next_token("3");
    let mut page = page.build().unwrap();
    reads::<ListCompositionsInput>(
        r#"{
            "compositions": [{
                "arn": "arn:composition",
                "stageArn": "arn:stage",
                "destinations": [{
                    "id": "d-1",
                    "state": "FAILED",
                    "startTime": "2024-01-01T00:00:03Z",
                    "endTime": "2024-01-01T00:00:04Z"
                }],
                "state": "ACTIVE",
                "tags": {"team": "video"},
                "startTime": "2024-01-01T00:00:01Z",
                "endTime": "2024-01-01T00:00:02Z"
            }],
            "nextToken": "3"
        }"#,
        page.clone(),
    );
    page.compositions.clear();
    page.next_token = None;
    reads_nothing::<ListCompositionsInput>(page);

    let body = r#"{"compositions":[{"destinations":[{}]}]}"#;
    let output = output::<ListCompositionsInput>(&[], body);
    let destination = DestinationSummary::builder().id("").state("".into());
    let empty = CompositionSummary::builder()
        .arn("")
        .stage_arn("")
        .state("".into())
        .destinations(destination.build().unwrap());
    assert_eq!(output.compositions(), [empty.build().unwrap()]);
}
