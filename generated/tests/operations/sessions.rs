//! Sessions of stages.

use ivs_realtime::operation::get_stage_session::{GetStageSessionInput, GetStageSessionOutput};
use ivs_realtime::operation::list_stage_sessions::{
    ListStageSessionsInput, ListStageSessionsOutput,
};
use ivs_realtime::primitives::DateTime;
use ivs_realtime::runtime::Operation;
use ivs_realtime::types::{StageSession, StageSessionSummary};

use crate::check::{lacks, output, reads, reads_nothing, second, sends, sends_all};
use crate::support::answer;

#[test]
fn get_stage_session() {
    let input = GetStageSessionInput::builder()
        .stage_arn("arn:stage")
        .session_id("st-1");
    sends_all(
        "POST /GetStageSession",
        input.build(),
        r#"{"stageArn":"arn:stage","sessionId":"st-1"}"#,
    );
    let input = GetStageSessionInput::builder();
    lacks(input.clone().session_id("st-1").build(), "stage_arn");
    lacks(input.stage_arn("arn:stage").build(), "session_id");

    let session = StageSession::builder()
        .session_id("st-1")
        .start_time(second(1))
        .end_time(second(2));
    let expected = GetStageSessionOutput::builder().stage_session(session.build());
    reads::<GetStageSessionInput>(
        r#"{"stageSession": {
            "sessionId": "st-1",
            "startTime": "2024-01-01T00:00:01Z",
            "endTime": "2024-01-01T00:00:02Z"
        }}"#,
        expected.build(),
    );
    reads_nothing::<GetStageSessionInput>(GetStageSessionOutput::builder().build());
    let empty = GetStageSessionOutput::builder().stage_session(StageSession::builder().build());
    assert_eq!(
        output::<GetStageSessionInput>(&[], r#"{"stageSession":{}}"#),
        empty.build()
    );
}

#[test]
fn a_timestamp_may_come_in_any_format() {
    for (text, expected) in [
        (r#""2024-01-01T00:00:07Z""#, second(7)),
        (r#""2024-01-01T01:00:07+01:00""#, second(7)),
        (r#""Mon, 01 Jan 2024 00:00:07 GMT""#, second(7)),
        ("1704067207", second(7)),
        ("1.704067207e9", second(7)),
        (
            "1704067207.25",
            DateTime::from_secs_and_nanos(1_704_067_207, 250_000_000),
        ),
        (
            r#""2024-01-01T00:00:07.123456789Z""#,
            DateTime::from_secs_and_nanos(1_704_067_207, 123_456_789),
        ),
        (r#""1969-12-31T23:59:59Z""#, DateTime::from_secs(-1)),
    ] {
        let body = format!(r#"{{"stageSession":{{"endTime":{text}}}}}"#);
        let output = GetStageSessionInput::response(&answer(200, &[], body)).unwrap();
        let session = output.stage_session().unwrap();
        assert_eq!(session.end_time(), Some(&expected), "{text}");
        assert_eq!(session.start_time(), None);
    }
}

#[test]
fn list_stage_sessions() {
    let input = ListStageSessionsInput::builder()
        .stage_arn("arn:stage")
        .next_token("2")
        .max_results(1);
    sends_all(
        "POST /ListStageSessions",
        input.build(),
        r#"{"stageArn":"arn:stage","nextToken":"2","maxResults":1}"#,
    );
    let fewest = ListStageSessionsInput::builder().stage_arn("arn:stage");
    sends(
        "POST /ListStageSessions",
        fewest.build(),
        r#"{"stageArn":"arn:stage"}"#,
    );
    lacks(ListStageSessionsInput::builder().build(), "stage_arn");

    let summary = StageSessionSummary::builder()
        .session_id("st-1")
        .start_time(second(1))
        .end_time(second(2));
    let page = ListStageSessionsOutput::builder()
        .stage_sessions(summary.build())
        .next_token("3");
    let mut page = page.build().unwrap();
    reads::<ListStageSessionsInput>(
        r#"{
            "stageSessions": [{
                "sessionId": "st-1",
                "startTime": "2024-01-01T00:00:01Z",
                "endTime": "2024-01-01T00:00:02Z"
            }],
            "nextToken": "3"
        }"#,
        page.clone(),
    );
    page.stage_sessions.clear();
    page.next_token = None;
    reads_nothing::<ListStageSessionsInput>(page);
    let output = output::<ListStageSessionsInput>(&[], r#"{"stageSessions":[{}]}"#);
    assert_eq!(
        output.stage_sessions(),
        [StageSessionSummary::builder().build()]
    );
}
