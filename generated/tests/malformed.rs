//! Answers of success that cannot be read: an error with the place, and never a panic.

#[cfg(test)]
mod support;

#[cfg(test)]
mod answers {
    use std::error::Error as _;

    use bytes::Bytes;
    use ivs_realtime::error::ProvideErrorMetadata;
    use ivs_realtime::operation::create_ingest_configuration::CreateIngestConfigurationInput;
    use ivs_realtime::operation::create_stage::CreateStageInput;
    use ivs_realtime::operation::delete_stage::DeleteStageInput;
    use ivs_realtime::operation::get_composition::GetCompositionInput;
    use ivs_realtime::operation::get_encoder_configuration::GetEncoderConfigurationInput;
    use ivs_realtime::operation::get_participant::GetParticipantInput;
    use ivs_realtime::operation::list_participant_events::ListParticipantEventsInput;
    use ivs_realtime::operation::list_stages::ListStagesInput;
    use ivs_realtime::operation::list_tags_for_resource::ListTagsForResourceInput;
    use ivs_realtime::runtime::error::ServiceError;
    use ivs_realtime::runtime::{DecodeError, Operation};

    use crate::support::answer;

    /// Why an answer could not be read.
    fn refusal<I: Operation>(body: impl Into<Bytes>) -> DecodeError {
        let Err(error) = I::response(&answer(200, &[], body)) else {
            panic!("{} reads it", I::NAME);
        };
        let reason = error.undecodable().unwrap();
        let text = format!("the answer could not be read: {reason}");
        assert_eq!(error.to_string(), text);
        // The text has said it all.
        assert!(error.source().is_none());
        assert_eq!((error.code(), error.message()), (None, None));
        reason.clone()
    }

    fn assert_refused<I: Operation>(cases: &[(&str, &str)]) {
        for (body, text) in cases {
            let reason = refusal::<I>((*body).to_owned());
            assert_eq!(reason.to_string(), *text, "{body}");
        }
    }

    #[test]
    fn what_is_no_json() {
        assert_refused::<CreateStageInput>(&[
            (
                "<html>",
                "at byte 0: expected an object, found an unexpected character",
            ),
            (
                "\u{feff}{}",
                "at byte 0: expected an object, found an unexpected character",
            ),
            ("[]", "at byte 0: expected an object, found an array"),
            ("\"x\"", "at byte 0: expected an object, found a string"),
            ("0", "at byte 0: expected an object, found a number"),
            ("true", "at byte 0: expected an object, found a boolean"),
            (
                "{} {}",
                "at byte 3: expected the end of the body, found an object",
            ),
            ("{\"stage\" 1}", "at byte 9: expected `:`, found a number"),
            (
                "{'stage':{}}",
                "at byte 1: expected a key, found an unexpected character",
            ),
            (
                "{\"stage\":{},}",
                "at byte 12: expected a key, found an unexpected character",
            ),
            (
                "{\"stage\":{\"name\":\"a\nb\"}}",
                "at byte 19, `stage.name`: expected the rest of a string, found a control character",
            ),
        ]);
        let invalid_utf8 = refusal::<CreateStageInput>(&b"{\"stage\":{\"name\":\"a\xffb\"}}"[..]);
        assert_eq!(
            invalid_utf8.to_string(),
            "at byte 19, `stage.name`: expected the rest of a string, found invalid UTF-8"
        );
    }

    /// There is nothing in it to read: whatever stands there, the call was a success.
    #[test]
    fn the_body_of_an_empty_output_is_not_read() {
        for body in ["", "{}", "<html>", "{"] {
            assert!(DeleteStageInput::response(&answer(200, &[], body)).is_ok());
        }
    }

    fn assert_refused_wherever_it_is_cut_off<I: Operation>(body: &'static str) {
        assert!(I::response(&answer(200, &[], body)).is_ok(), "{}", I::NAME);
        for end in 1..body.len() {
            let reason = refusal::<I>(&body.as_bytes()[..end]);
            assert_eq!(reason.offset(), Some(end), "{}", &body[..end]);
            assert_eq!(reason.header(), None);
            let text = reason.to_string();
            assert!(text.ends_with(", found the end of the body"), "{text}");
        }
    }

    #[test]
    fn a_body_cut_off_anywhere() {
        assert_refused_wherever_it_is_cut_off::<CreateStageInput>(
            r#"{"stage":{"arn":"a\n\u0041","tags":{"k":"v"},"autoParticipantRecordingConfiguration":{"mediaTypes":["NONE"],"recordingReconnectWindowSeconds":-30}},"participantTokens":[{"token":"t","expirationTime":"2024-01-01T00:00:00Z"}]}"#,
        );
        assert_refused_wherever_it_is_cut_off::<GetCompositionInput>(
            r#"{"composition":{"layout":{"grid":{"omitStoppedVideo":true},"pip":null},"destinations":[{"id":"d"},null,{"configuration":{"s3":{}}}],"later":[{},false,null,1e5]}}"#,
        );
        assert_refused_wherever_it_is_cut_off::<ListParticipantEventsInput>(
            r#"{ "events" : [ { "replica" : false , "eventTime" : 1704067200 } ] , "nextToken" : "n" }"#,
        );
        assert_refused_wherever_it_is_cut_off::<ListTagsForResourceInput>(
            r#"{"tags":{"a":"\ud83d\ude39","b":null}}"#,
        );
    }

    #[test]
    fn a_body_cut_off_says_what_is_missing() {
        assert_refused::<GetCompositionInput>(&[
            ("{", "at byte 1: expected a key, found the end of the body"),
            (
                r#"{"composition":{"destinations":[{},{"configuration":{"s3":{"encoderConfigurationArns":["a","#,
                "at byte 91, `composition.destinations[1].configuration.s3.encoderConfigurationArns[1]`: \
                 expected a string, found the end of the body",
            ),
        ]);
    }

    #[test]
    fn ten_thousand_levels() {
        const LEVELS: usize = 10_000;
        let lists = format!(r#"{{"x":{}{}}}"#, "[".repeat(LEVELS), "]".repeat(LEVELS));
        let objects = r#"{"x":"#.repeat(LEVELS) + "1" + &"}".repeat(LEVELS);
        // The body's object is the first level, so that the 128th list is the 129th level.
        let reason = refusal::<CreateStageInput>(lists.clone());
        assert_eq!(
            reason.to_string(),
            "at byte 132, `{}[0][0][0][0][0][0][0][0][0][0][0][0][0][0][0]…`: \
             expected at most 128 levels, found a deeper one"
        );
        let reason = refusal::<CreateStageInput>(objects.clone());
        assert_eq!(
            reason.to_string(),
            "at byte 640, `{}{}{}{}{}{}{}{}{}{}{}{}{}{}{}{}…`: \
             expected at most 128 levels, found a deeper one"
        );
        for body in [lists, objects] {
            let inside = format!(r#"{{"stages":[{{"later":{body}}}]}}"#);
            let reason = refusal::<ListStagesInput>(inside);
            assert!(reason.path().starts_with("stages[0]{}{}"), "{reason}");
            let closed_too_late = refusal::<ListTagsForResourceInput>(body);
            assert!(closed_too_late.path().starts_with("{}"));
        }
        let bare = "[".repeat(LEVELS);
        let text = "at byte 0: expected an object, found an array";
        assert_eq!(refusal::<ListStagesInput>(bare).to_string(), text);
    }

    #[test]
    fn a_value_of_the_wrong_type() {
        assert_refused::<CreateStageInput>(&[
            (
                r#"{"stage":[]}"#,
                "at byte 9, `stage`: expected an object, found an array",
            ),
            (
                r#"{"stage":{"arn":7}}"#,
                "at byte 16, `stage.arn`: expected a string, found a number",
            ),
            (
                r#"{"stage":{"tags":[]}}"#,
                "at byte 17, `stage.tags`: expected an object, found an array",
            ),
            (
                r#"{"stage":{"tags":{"secret":1}}}"#,
                "at byte 27, `stage.tags{}`: expected a string, found a number",
            ),
            (
                r#"{"participantTokens":{}}"#,
                "at byte 21, `participantTokens`: expected an array, found an object",
            ),
            (
                r#"{"participantTokens":[{},{"duration":"1"}]}"#,
                "at byte 37, `participantTokens[1].duration`: expected an integer of 32 bits, found a string",
            ),
            (
                r#"{"participantTokens":[{"capabilities":["PUBLISH",1]}]}"#,
                "at byte 49, `participantTokens[0].capabilities[1]`: expected a string, found a number",
            ),
            (
                r#"{"participantTokens":[{"expirationTime":"soon"}]}"#,
                "at byte 40, `participantTokens[0].expirationTime`: expected a timestamp as date-time, found other text",
            ),
            (
                r#"{"participantTokens":[{"expirationTime":true}]}"#,
                "at byte 40, `participantTokens[0].expirationTime`: expected a timestamp as date-time, found a boolean",
            ),
        ]);
        assert_refused::<GetParticipantInput>(&[
            (
                r#"{"participant":{"published":1}}"#,
                "at byte 28, `participant.published`: expected a boolean, found a number",
            ),
            (
                r#"{"participant":{"state":{}}}"#,
                "at byte 24, `participant.state`: expected a string, found an object",
            ),
        ]);
        assert_refused::<GetEncoderConfigurationInput>(&[(
            r#"{"encoderConfiguration":{"video":{"framerate":"30"}}}"#,
            "at byte 46, `encoderConfiguration.video.framerate`: expected a number, found a string",
        )]);
    }

    #[test]
    fn a_repeated_key() {
        assert_refused::<CreateStageInput>(&[
            (
                r#"{"stage":{},"stage":{}}"#,
                "at byte 12: expected each key once, found a repeated key",
            ),
            (
                r#"{"stage":{"arn":"a","\u0061rn":"b"}}"#,
                "at byte 20, `stage`: expected each key once, found a repeated key",
            ),
            (
                r#"{"stage":{"tags":{"secret":"a","secret":"b"}}}"#,
                "at byte 31, `stage.tags`: expected each key once, found a repeated key",
            ),
            (
                r#"{"later":{"secret":1,"secret":2}}"#,
                "at byte 21, `{}`: expected each key once, found a repeated key",
            ),
        ]);
    }

    #[test]
    fn a_lone_surrogate() {
        assert_refused::<ListTagsForResourceInput>(&[
            (
                r#"{"tags":{"a":"\ud800"}}"#,
                "at byte 14, `tags{}`: expected a pair of surrogates, found a lone surrogate",
            ),
            (
                r#"{"tags":{"\udc00":"a"}}"#,
                "at byte 10, `tags`: expected a pair of surrogates, found a lone surrogate",
            ),
            (
                r#"{"later":"\ud83dx"}"#,
                "at byte 10, `{}`: expected a pair of surrogates, found a lone surrogate",
            ),
        ]);
    }

    #[test]
    fn a_number_out_of_range() {
        assert_refused::<GetEncoderConfigurationInput>(&[
            (
                r#"{"encoderConfiguration":{"video":{"width":2147483648}}}"#,
                "at byte 42, `encoderConfiguration.video.width`: expected an integer of 32 bits, found a number out of range",
            ),
            (
                r#"{"encoderConfiguration":{"video":{"width":-2147483649}}}"#,
                "at byte 42, `encoderConfiguration.video.width`: expected an integer of 32 bits, found a number out of range",
            ),
            (
                r#"{"encoderConfiguration":{"video":{"width":1e99999999999999999999}}}"#,
                "at byte 42, `encoderConfiguration.video.width`: expected an integer of 32 bits, found a number out of range",
            ),
            (
                r#"{"encoderConfiguration":{"video":{"height":0.5}}}"#,
                "at byte 43, `encoderConfiguration.video.height`: expected an integer of 32 bits, found a number with a fraction",
            ),
            (
                r#"{"encoderConfiguration":{"video":{"framerate":1e39}}}"#,
                "at byte 46, `encoderConfiguration.video.framerate`: expected a number of 32 bits, found a number out of range",
            ),
        ]);
        assert_refused::<GetParticipantInput>(&[(
            r#"{"participant":{"firstJoinTime":1e300}}"#,
            "at byte 32, `participant.firstJoinTime`: expected a timestamp as date-time, found a number out of range",
        )]);
    }

    #[test]
    fn a_header_that_is_no_text() {
        let mut answer = answer(200, &[], "{}");
        let value = http::HeaderValue::from_bytes(b"secret\xff").unwrap();
        answer.headers_mut().insert("cache-control", value);
        let error = CreateIngestConfigurationInput::response(&answer).unwrap_err();
        let reason = error.undecodable().unwrap();
        assert_eq!(
            reason.to_string(),
            "in header `Cache-Control`: expected text, found invalid UTF-8"
        );
        assert_eq!(
            (reason.header(), reason.offset(), reason.path()),
            (Some("Cache-Control"), None, "")
        );
    }
}
