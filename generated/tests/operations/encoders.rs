//! Encoder configurations.

use ivs_realtime::operation::create_encoder_configuration::{
    CreateEncoderConfigurationInput, CreateEncoderConfigurationOutput,
};
use ivs_realtime::operation::delete_encoder_configuration::{
    DeleteEncoderConfigurationInput, DeleteEncoderConfigurationOutput,
};
use ivs_realtime::operation::get_encoder_configuration::{
    GetEncoderConfigurationInput, GetEncoderConfigurationOutput,
};
use ivs_realtime::operation::list_encoder_configurations::{
    ListEncoderConfigurationsInput, ListEncoderConfigurationsOutput,
};
use ivs_realtime::types::{EncoderConfiguration, EncoderConfigurationSummary, Video};

use crate::check::{lacks, output, reads, reads_nothing, request, sends, sends_all};

/// An encoder configuration with every member, as in [`AN_ENCODER`].
fn encoder() -> EncoderConfiguration {
    let video = Video::builder()
        .width(1280)
        .height(720)
        .framerate(29.97)
        .bitrate(2_500_000);
    EncoderConfiguration::builder()
        .arn("arn:encoder")
        .name("hd")
        .video(video.build())
        .tags("team", "video")
        .build()
        .unwrap()
}

const AN_ENCODER: &str = r#"{"encoderConfiguration": {
    "arn": "arn:encoder",
    "name": "hd",
    "video": {"width": 1280, "height": 720, "framerate": 29.97, "bitrate": 2500000},
    "tags": {"team": "video"}
}}"#;

#[test]
fn create_encoder_configuration() {
    let video = Video::builder()
        .width(1920)
        .height(1080)
        .framerate(29.97)
        .bitrate(8_500_000);
    let input = CreateEncoderConfigurationInput::builder()
        .name("full hd")
        .video(video.build())
        .tags("b", "2")
        .tags("a", "1");
    sends_all(
        "POST /CreateEncoderConfiguration",
        input.build(),
        r#"{"name":"full hd","video":{"width":1920,"height":1080,"framerate":29.97,"bitrate":8500000},
        "tags":{"a":"1","b":"2"}}"#,
    );
    sends(
        "POST /CreateEncoderConfiguration",
        CreateEncoderConfigurationInput::builder().build(),
        "{}",
    );
    let expected = CreateEncoderConfigurationOutput::builder().encoder_configuration(encoder());
    reads::<CreateEncoderConfigurationInput>(AN_ENCODER, expected.build());
    let empty = CreateEncoderConfigurationOutput::builder().build();
    reads_nothing::<CreateEncoderConfigurationInput>(empty);
}

#[test]
fn a_framerate_is_sent_as_it_was_written() {
    for (value, text) in [
        (29.97, "29.97"),
        (23.976, "23.976"),
        (0.1, "0.1"),
        (30.0, "30.0"),
        (16_777_216.0, "16777216.0"),
        (0.0, "0.0"),
        (f32::NAN, "\"NaN\""),
        (f32::INFINITY, "\"Infinity\""),
        (f32::NEG_INFINITY, "\"-Infinity\""),
    ] {
        let video = Video::builder().framerate(value).build();
        let input = CreateEncoderConfigurationInput::builder().video(video);
        let (_, _, body) = request(input.build());
        assert_eq!(body, format!(r#"{{"video":{{"framerate":{text}}}}}"#));
    }
}

#[test]
fn get_encoder_configuration() {
    let input = GetEncoderConfigurationInput::builder().arn("arn:encoder");
    sends_all(
        "POST /GetEncoderConfiguration",
        input.build(),
        r#"{"arn":"arn:encoder"}"#,
    );
    lacks(GetEncoderConfigurationInput::builder().build(), "arn");
    let expected = GetEncoderConfigurationOutput::builder().encoder_configuration(encoder());
    reads::<GetEncoderConfigurationInput>(AN_ENCODER, expected.build());
    let empty = GetEncoderConfigurationOutput::builder().build();
    reads_nothing::<GetEncoderConfigurationInput>(empty);

    let body = r#"{"encoderConfiguration":{"video":{"width":2500000.0,"framerate":3e1}}}"#;
    let output = output::<GetEncoderConfigurationInput>(&[], body);
    let encoder = output.encoder_configuration().unwrap();
    let video = encoder.video().unwrap();
    assert_eq!((encoder.arn(), encoder.name()), ("", None));
    assert_eq!(
        (video.width(), video.framerate()),
        (Some(2_500_000), Some(30.0))
    );
    assert_eq!((video.height(), video.bitrate()), (None, None));
}

#[test]
fn delete_encoder_configuration() {
    let input = DeleteEncoderConfigurationInput::builder().arn("arn:encoder");
    sends_all(
        "POST /DeleteEncoderConfiguration",
        input.build(),
        r#"{"arn":"arn:encoder"}"#,
    );
    lacks(DeleteEncoderConfigurationInput::builder().build(), "arn");
    let empty = DeleteEncoderConfigurationOutput::builder().build();
    reads_nothing::<DeleteEncoderConfigurationInput>(empty);
}

#[test]
fn list_encoder_configurations() {
    let input = ListEncoderConfigurationsInput::builder()
        .next_token("2")
        .max_results(5);
    sends_all(
        "POST /ListEncoderConfigurations",
        input.build(),
        r#"{"nextToken":"2","maxResults":5}"#,
    );
    sends(
        "POST /ListEncoderConfigurations",
        ListEncoderConfigurationsInput::builder().build(),
        "{}",
    );
    let summary = EncoderConfigurationSummary::builder()
        .arn("arn:encoder")
        .name("hd")
        .tags("team", "video");
    let page = ListEncoderConfigurationsOutput::builder()
        .encoder_configurations(summary.build().unwrap())
        .next_token("3");
    let mut page = page.build().unwrap();
    reads::<ListEncoderConfigurationsInput>(
        r#"{
            "encoderConfigurations": [
                {"arn": "arn:encoder", "name": "hd", "tags": {"team": "video"}}
            ],
            "nextToken": "3"
        }"#,
        page.clone(),
    );
    page.encoder_configurations.clear();
    page.next_token = None;
    reads_nothing::<ListEncoderConfigurationsInput>(page);

    let body = r#"{"encoderConfigurations":[{}]}"#;
    let output = output::<ListEncoderConfigurationsInput>(&[], body);
    let empty = EncoderConfigurationSummary::builder().arn("").build();
    assert_eq!(output.encoder_configurations(), [empty.unwrap()]);
}
