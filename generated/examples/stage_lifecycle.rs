//! Creates a stage, makes a token for someone to join it with, lists who has been there, and deletes the stage.
//!
//! ```console
//! $ export AWS_REGION=us-west-2 AWS_ACCESS_KEY_ID=... AWS_SECRET_ACCESS_KEY=...
//! $ cargo run --example stage_lifecycle
//! ```
//!
//! `--region` calls another region, and `--endpoint-url` another server than AWS, such as one that stands in for it.

use std::error::Error;
use std::process::ExitCode;

use ivs_realtime::types::ParticipantTokenCapability;
use ivs_realtime::{Client, Config};

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    match run().await {
        Ok(()) => ExitCode::SUCCESS,
        // An error of a call says in one line what went wrong, in which operation, with status and request id.
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn run() -> Result<(), Box<dyn Error>> {
    let client = client(std::env::args().skip(1))?;

    let created = client.create_stage().name("example").send().await?;
    let stage = created.stage().ok_or("the service created no stage")?;
    println!("created {}", stage.arn());

    // Whatever comes of the visit, the stage is deleted.
    let visited = visit(&client, stage.arn()).await;
    client.delete_stage().arn(stage.arn()).send().await?;
    println!("deleted {}", stage.arn());
    visited
}

async fn visit(client: &Client, stage_arn: &str) -> Result<(), Box<dyn Error>> {
    let made = client
        .create_participant_token()
        .stage_arn(stage_arn)
        .user_id("ann")
        .duration(60) // minutes
        .capabilities(ParticipantTokenCapability::Subscribe)
        .send()
        .await?;
    let token = made
        .participant_token()
        .ok_or("the service made no token")?;
    // `token.token()` is what Ann's browser needs. It is a secret: whoever has it can join, so it is not printed.
    let id = token.participant_id().unwrap_or("?");
    println!("made a token for participant {id}");

    // A list comes in pages. `items` fetches them as they are needed, so a long list never is in memory as a whole.
    let sessions = client.list_stage_sessions().stage_arn(stage_arn);
    let mut sessions = sessions.into_paginator().items().send();
    while let Some(session) = sessions.try_next().await? {
        let id = session.session_id().unwrap_or_default();
        println!("session {id}");
        list_participants(client, stage_arn, id).await?;
    }
    Ok(())
}

async fn list_participants(
    client: &Client,
    stage_arn: &str,
    session_id: &str,
) -> Result<(), Box<dyn Error>> {
    let participants = client
        .list_participants()
        .stage_arn(stage_arn)
        .session_id(session_id);
    let pages = participants.into_paginator().page_size(50);
    let mut participants = pages.items().send();
    while let Some(participant) = participants.try_next().await? {
        let id = participant.participant_id().unwrap_or("?");
        let user = participant.user_id().unwrap_or("nobody we know");
        println!("  participant {id}: {user}");
    }
    Ok(())
}

/// A client with the settings that the command line names, and those of the environment for what it leaves open.
fn client(mut arguments: impl Iterator<Item = String>) -> Result<Client, Box<dyn Error>> {
    let mut settings = Config::builder();
    while let Some(name) = arguments.next() {
        let value = arguments.next().ok_or(format!("{name} needs a value"))?;
        settings = match name.as_str() {
            "--endpoint-url" => settings.endpoint_url(value),
            "--region" => settings.region(value),
            _ => return Err(format!("unknown option {name}").into()),
        };
    }
    Ok(Client::from_env_with(settings)?)
}
