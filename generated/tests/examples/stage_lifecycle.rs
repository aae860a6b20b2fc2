//! `stage_lifecycle`, from the first call to the last.

use crate::run::{SECRET, run};

/// Answers as the service does, with two pages of participants.
fn service(path: &str, body: &str) -> Option<(u16, String)> {
    let answer = match path {
        "/CreateStage" => r#"{"stage":{"arn":"arn:stage"}}"#.to_owned(),
        "/CreateParticipantToken" => {
            format!(r#"{{"participantToken":{{"participantId":"p-1","token":"{SECRET}"}}}}"#)
        }
        "/ListStageSessions" => r#"{"stageSessions":[{"sessionId":"s-1"}]}"#.to_owned(),
        "/ListParticipants" if body.contains("nextToken") => {
            r#"{"participants":[{"participantId":"p-2"}]}"#.to_owned()
        }
        "/ListParticipants" => {
            r#"{"participants":[{"participantId":"p-1","userId":"ann"}],"nextToken":"t"}"#
                .to_owned()
        }
        "/DeleteStage" => "{}".to_owned(),
        _ => return None,
    };
    Some((200, answer))
}

#[test]
fn lives_and_dies() {
    let ran = run("stage_lifecycle", &["--region", "eu-central-1"], service);
    assert!(ran.succeeded, "{}", ran.errors);
    assert_eq!(
        ran.output,
        "created arn:stage\n\
         made a token for participant p-1\n\
         session s-1\n\
         \x20 participant p-1: ann\n\
         \x20 participant p-2: nobody we know\n\
         deleted arn:stage\n"
    );
    assert_eq!(
        ran.calls(),
        [
            ("/CreateStage", r#"{"name":"example"}"#),
            (
                "/CreateParticipantToken",
                r#"{"stageArn":"arn:stage","duration":60,"userId":"ann","capabilities":["SUBSCRIBE"]}"#
            ),
            ("/ListStageSessions", r#"{"stageArn":"arn:stage"}"#),
            (
                "/ListParticipants",
                r#"{"stageArn":"arn:stage","sessionId":"s-1","maxResults":50}"#
            ),
            (
                "/ListParticipants",
                r#"{"stageArn":"arn:stage","sessionId":"s-1","nextToken":"t","maxResults":50}"#
            ),
            ("/DeleteStage", r#"{"arn":"arn:stage"}"#),
        ]
    );
    for request in &ran.requests {
        let signature = request.headers()["authorization"].to_str().unwrap();
        assert!(
            signature.contains("/eu-central-1/ivs/aws4_request"),
            "{signature}"
        );
    }
}

/// What went wrong is one line, and the stage is deleted all the same.
#[test]
fn cleans_up_after_an_error() {
    let ran = run("stage_lifecycle", &[], |path, body| match path {
        "/CreateParticipantToken" => {
            let body = r#"{"code":"PendingVerification","exceptionMessage":"not yet"}"#;
            Some((403, body.to_owned()))
        }
        path => service(path, body),
    });
    assert!(!ran.succeeded);
    assert_eq!(
        ran.errors,
        "error: PendingVerification: not yet (CreateParticipantToken, HTTP 403, request id req-1)\n"
    );
    assert_eq!(ran.output, "created arn:stage\ndeleted arn:stage\n");
}

#[test]
fn says_what_is_wrong_with_its_arguments() {
    for (arguments, expected) in [
        (&["--region"][..], "error: --region needs a value\n"),
        (&["--what", "x"], "error: unknown option --what\n"),
    ] {
        let ran = run("stage_lifecycle", arguments, service);
        assert!(!ran.succeeded);
        assert_eq!(ran.errors, expected);
        assert!(ran.requests.is_empty());
    }
}
