//! What is read, and what is not.

use std::fmt::Debug;

use ivs_realtime::operation::create_stage::CreateStageInput;
use ivs_realtime::operation::list_stages::ListStagesOutput;
use ivs_realtime::primitives::{BigDecimal, BigInteger, DateTime, Document};
use ivs_realtime::runtime::serde::support::ReadValue;
use ivs_realtime::types::{
    Composition, Event, ParticipantSummary, Stage, StageSession, StageSummary, Video, VideoFillMode,
};
use serde::de::DeserializeOwned;
use serde::de::value::MapDeserializer;
use serde_json::{Value, json};

fn read<T: DeserializeOwned>(data: Value) -> T {
    let text = data.to_string();
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{text}: {error}"))
}

/// The error of what cannot be read.
#[track_caller]
fn refused<T: DeserializeOwned + Debug>(text: &str) -> String {
    serde_json::from_str::<T>(text).unwrap_err().to_string()
}

#[test]
fn unknown_values_of_enums_are_kept() {
    let event: Event = read(json!({"name": "DANCED"}));
    assert_eq!(event.name().map(|name| name.as_str()), Some("DANCED"));
    assert_eq!(
        serde_json::to_value(&event).unwrap(),
        json!({"name": "DANCED", "replica": false})
    );
    let known: VideoFillMode = read(json!("COVER"));
    assert_eq!(known, VideoFillMode::Cover);
    assert_eq!(serde_json::to_string(&known).unwrap(), r#""COVER""#);
}

#[test]
fn null_is_absent_and_unknown_members_are_skipped() {
    let expected = CreateStageInput::builder().name("lobby").build().unwrap();
    let data = json!({"name": "lobby", "tags": null, "new": [{"a": null}], "__type": "a#B"});
    assert_eq!(read::<CreateStageInput>(data), expected);
    assert_eq!(
        serde_json::to_string(&expected).unwrap(),
        r#"{"name":"lobby"}"#
    );
    let empty: CreateStageInput = read(json!({}));
    assert_eq!(empty, CreateStageInput::builder().build().unwrap());
}

#[test]
fn null_elements_are_dropped() {
    let data = json!({"stages": [null, {"arn": "a"}, null], "nextToken": null});
    let output: ListStagesOutput = read(data);
    assert_eq!(output.stages().len(), 1);
    let stage: Stage = read(json!({"arn": "a", "tags": {"a": null, "b": "c"}}));
    let tags = stage.tags().unwrap();
    assert_eq!((tags.len(), tags["b"].as_str()), (1, "c"));
}

#[test]
fn what_is_absent_is_what_a_builder_makes_of_it() {
    let summary: ParticipantSummary = read(json!({"published": null}));
    assert_eq!(summary, ParticipantSummary::builder().build());
    assert_eq!(
        refused::<StageSummary>(r#"{"name": "lobby"}"#),
        "missing field `arn` of `StageSummary` at line 1 column 17"
    );
    assert_eq!(
        refused::<ListStagesOutput>(r#"{"stages": [{"arn": null}]}"#),
        "missing field `arn` of `StageSummary` at line 1 column 25"
    );
    let built = StageSummary::builder().name("lobby").build();
    assert!(built.is_err());
}

#[test]
fn numbers_are_numbers() {
    let video: Video = read(json!({"width": 1280.0, "height": 720, "framerate": 30}));
    let expected = Video::builder()
        .width(1280)
        .height(720)
        .framerate(30.0)
        .build();
    assert_eq!(video, expected);
    for text in ["NaN", "Infinity", "-Infinity"] {
        let video: Video = read(json!({"framerate": text}));
        assert!(!video.framerate().unwrap().is_finite());
        assert_eq!(
            serde_json::to_value(&video).unwrap(),
            json!({"framerate": text})
        );
    }
    for text in [
        r#"{"width": 1.5}"#,
        r#"{"width": 2147483648}"#,
        r#"{"width": "1280"}"#,
        r#"{"framerate": "30"}"#,
        r#"{"framerate": 1e300}"#,
    ] {
        refused::<Video>(text);
    }
    assert_eq!(
        refused::<Video>(r#"{"width": 2147483648}"#),
        "invalid value: integer `2147483648`, expected an integer of 32 bits at line 1 column 21"
    );
}

#[test]
fn timestamps_may_have_any_format() {
    let at = DateTime::from_secs_and_nanos(1_576_540_098, 500_000_000);
    for data in [
        json!("2019-12-16T23:48:18.5Z"),
        json!("2019-12-17T00:48:18.5+01:00"),
        json!("Mon, 16 Dec 2019 23:48:18.5 GMT"),
        json!(1_576_540_098.5),
        json!("1576540098.5"),
    ] {
        let session: StageSession = read(json!({"startTime": data}));
        assert_eq!(session.start_time(), Some(&at), "{data}");
    }
    refused::<StageSession>(r#"{"startTime": "yesterday"}"#);
    refused::<StageSession>(r#"{"startTime": 1e300}"#);
    refused::<StageSession>(r#"{"startTime": {"$": 1}}"#);
}

#[test]
fn timestamps_are_exact() {
    for (at, expected) in [
        (DateTime::from_secs(0), "1970-01-01T00:00:00Z"),
        (
            DateTime::from_secs_and_nanos(1, 500_000),
            "1970-01-01T00:00:01.0005Z",
        ),
        (
            DateTime::from_secs_and_nanos(1, 1),
            "1970-01-01T00:00:01.000000001Z",
        ),
        (
            DateTime::from_secs_and_nanos(-1, 1),
            "1969-12-31T23:59:59.000000001Z",
        ),
        // Beyond the years that `date-time` has.
        (DateTime::from_secs(253_402_300_800), "253402300800"),
        (
            DateTime::from_secs_and_nanos(253_402_300_800, 1),
            "253402300800.000000001",
        ),
    ] {
        let session = StageSession::builder().start_time(at).build();
        let data = serde_json::to_value(&session).unwrap();
        assert_eq!(data, json!({"startTime": expected}));
        assert_eq!(read::<StageSession>(data), session);
    }
}

/// A number as `serde_json` hands it over with its feature `arbitrary_precision`.
fn precise(text: &str) -> impl serde::Deserializer<'_> {
    let entry = ("$serde_json::private::Number", text);
    MapDeserializer::<_, serde::de::value::Error>::new([entry].into_iter())
}

#[test]
fn numbers_of_any_precision_are_read() {
    assert!(i32::read(precise("12")).is_ok_and(|value| value == 12));
    assert!(f64::read(precise("1.5")).is_ok_and(|value| value == 1.5));
    assert!(f64::read(precise("1e999")).is_err());
    let seconds = DateTime::from_secs_and_nanos(1, 1);
    assert!(
        <DateTime as ReadValue>::read(precise("1.000000001")).is_ok_and(|value| value == seconds)
    );
    let text = "1.10000000000000000000000001";
    assert!(BigDecimal::read(precise(text)).is_ok_and(|value| value.as_ref() == text));
    let text = "123456789012345678901234567890";
    assert!(BigInteger::read(precise(text)).is_ok_and(|value| value.as_ref() == text));
    for (text, expected) in [
        ("7", Document::from(7_u64)),
        ("-7", Document::from(-7_i64)),
        ("0.5", Document::from(0.5)),
    ] {
        assert!(Document::read(precise(text)).is_ok_and(|value| value == expected));
    }
}

#[test]
fn what_is_there_twice_is_refused() {
    assert_eq!(
        refused::<StageSummary>(r#"{"arn": "a", "arn": "b"}"#),
        "duplicate field `arn` at line 1 column 18"
    );
}

#[test]
fn a_structure_is_a_map() {
    let expected = "invalid type: text, expected a map of the members of `StageSummary` \
        at line 1 column 3";
    assert_eq!(refused::<StageSummary>(r#""a""#), expected);
    for text in ["1", "-1", "1.5", "true", "null", "[]", "[\"a\"]"] {
        refused::<StageSummary>(text);
    }
    for text in [
        r#"{"destinations": {}}"#,
        r#"{"destinations": "a"}"#,
        r#"{"tags": []}"#,
    ] {
        refused::<Composition>(text);
    }
}
