//! `blocking`, from the first call to the last.

use crate::run::{SECRET, run};

#[test]
fn lives_and_dies() {
    let ran = run("blocking", &["--region", "eu-central-1"], |path, _| {
        let answer = match path {
            "/CreateStage" => r#"{"stage":{"arn":"arn:stage"}}"#.to_owned(),
            "/CreateParticipantToken" => {
                format!(r#"{{"participantToken":{{"participantId":"p-1","token":"{SECRET}"}}}}"#)
            }
            "/ListStages" => r#"{"stages":[{"arn":"arn:stage","name":"example"}]}"#.to_owned(),
            "/DeleteStage" => "{}".to_owned(),
            _ => return None,
        };
        Some((200, answer))
    });
    assert!(ran.succeeded, "{}", ran.errors);
    for part in ["arn:stage", "p-1", "example"] {
        assert!(ran.output.contains(part), "{}", ran.output);
    }
    let paths: Vec<_> = ran.calls().into_iter().map(|(path, _)| path).collect();
    assert_eq!(
        paths,
        [
            "/CreateStage",
            "/CreateParticipantToken",
            "/ListStages",
            "/DeleteStage"
        ]
    );
}
