//! Invites someone to a stage of a service that is played from a script.
//!
//! ```console
//! $ cargo run
//! POST /ListStages {}
//! POST /ListStages {"nextToken":"2"}
//! POST /CreateStage {"name":"lobby"}
//! POST /CreateParticipantToken {"stageArn":"arn:aws:ivs:us-east-1:1:stage/lobby","duration":60}
//! participant ann may join arn:aws:ivs:us-east-1:1:stage/lobby
//! ```

use std::error::Error;

use build_script::invite;
use build_script::ivs::Client;
use ivs_realtime::test_util::{self, ScriptedTransport, json_response};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let script = ScriptedTransport::new()
        .response(json_response(
            200,
            r#"{"stages":[{"arn":"arn:1"}],"nextToken":"2"}"#,
        ))
        .response(json_response(
            200,
            r#"{"stages":[{"arn":"arn:2","name":"hall"}]}"#,
        ))
        .response(json_response(
            200,
            r#"{"stage":{"arn":"arn:aws:ivs:us-east-1:1:stage/lobby"}}"#,
        ))
        .response(json_response(
            200,
            r#"{"participantToken":{"participantId":"ann"}}"#,
        ));
    // Against AWS: `Client::from_env()?`.
    let client = Client::from_conf(test_util::config().transport(script.transport()).build());

    let guest = invite(&client, "lobby").await?;

    for request in script.requests() {
        let body = String::from_utf8_lossy(request.body());
        println!("{} {} {body}", request.method(), request.uri().path());
    }
    println!(
        "participant {} may join {}",
        guest.participant_id, guest.stage_arn
    );
    Ok(())
}
