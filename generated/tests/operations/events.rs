//! Events of participants.

use ivs_realtime::operation::list_participant_events::{
    ListParticipantEventsInput, ListParticipantEventsOutput,
};
use ivs_realtime::types::{
    Event, EventErrorCode, EventName, ExchangedParticipantToken, ParticipantTokenCapability,
};

use crate::check::{lacks, output, reads, reads_nothing, second, sends, sends_all};

#[test]
fn list_participant_events_sends() {
    let fewest = ListParticipantEventsInput::builder()
        .stage_arn("arn:stage")
        .session_id("st-1")
        .participant_id("p-1");
    sends(
        "POST /ListParticipantEvents",
        fewest.clone().build(),
        r#"{"stageArn":"arn:stage","sessionId":"st-1","participantId":"p-1"}"#,
    );
    sends_all(
        "POST /ListParticipantEvents",
        fewest.clone().next_token("2").max_results(3).build(),
        r#"{"stageArn":"arn:stage","sessionId":"st-1","participantId":"p-1","nextToken":"2","maxResults":3}"#,
    );
    lacks(fewest.clone().set_stage_arn(None).build(), "stage_arn");
    lacks(fewest.clone().set_session_id(None).build(), "session_id");
    lacks(fewest.set_participant_id(None).build(), "participant_id");
}

#[test]
fn list_participant_events_answers() {
    let previous = ExchangedParticipantToken::builder()
        .capabilities(ParticipantTokenCapability::Subscribe)
        .attributes("role", "guest")
        .user_id("ann")
        .expiration_time(second(20));
    let new = ExchangedParticipantToken::builder()
        .capabilities(ParticipantTokenCapability::Publish)
        .attributes("role", "host")
        .user_id("anna")
        .expiration_time(second(30));
    let event = Event::builder()
        .name(EventName::TokenExchanged)
        .participant_id("p-1")
        .event_time(second(10))
        .remote_participant_id("p-2")
        .error_code(EventErrorCode::BFramePresent)
        .destination_stage_arn("arn:other")
        .destination_session_id("st-9")
        .replica(true)
        .previous_token(previous.build())
        .new_token(new.build());
    let page = ListParticipantEventsOutput::builder()
        .events(event.build())
        .next_token("3");
    let mut page = page.build().unwrap();
    reads::<ListParticipantEventsInput>(
        r#"{
            "events": [{
                "name": "TOKEN_EXCHANGED",
                "participantId": "p-1",
                "eventTime": "2024-01-01T00:00:10Z",
                "remoteParticipantId": "p-2",
                "errorCode": "B_FRAME_PRESENT",
                "destinationStageArn": "arn:other",
                "destinationSessionId": "st-9",
                "replica": true,
                "previousToken": {
                    "capabilities": ["SUBSCRIBE"],
                    "attributes": {"role": "guest"},
                    "userId": "ann",
                    "expirationTime": "2024-01-01T00:00:20Z"
                },
                "newToken": {
                    "capabilities": ["PUBLISH"],
                    "attributes": {"role": "host"},
                    "userId": "anna",
                    "expirationTime": "2024-01-01T00:00:30Z"
                }
            }],
            "nextToken": "3"
        }"#,
        page.clone(),
    );
    page.events.clear();
    page.next_token = None;
    reads_nothing::<ListParticipantEventsInput>(page);

    let body = r#"{"events":[{},{"previousToken":{},"newToken":null}]}"#;
    let output = output::<ListParticipantEventsInput>(&[], body);
    let empty = ExchangedParticipantToken::builder().build();
    let expected = [
        Event::builder().build(),
        Event::builder().previous_token(empty).build(),
    ];
    assert_eq!(output.events(), expected);
}
