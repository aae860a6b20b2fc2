//! Makes a stage and a token for it, lists all stages, and deletes the stage, without async code.
//!
//! ```console
//! $ export AWS_REGION=us-west-2 AWS_ACCESS_KEY_ID=... AWS_SECRET_ACCESS_KEY=...
//! $ cargo run --example blocking --features blocking
//! ```
//!
//! `--region` calls another region, and `--endpoint-url` another server than AWS, such as one that stands in for it.

use std::error::Error;
use std::process::ExitCode;

use ivs_realtime::Config;
use ivs_realtime::blocking::Client;
use ivs_realtime::types::ParticipantTokenCapability;

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        // An error of a call says in one line what went wrong, in which operation, with status and request id.
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), Box<dyn Error>> {
    let client = client(std::env::args().skip(1))?;

    let output = client.create_stage().name("example").send()?;
    let arn = output.stage().ok_or("the answer has no stage")?.arn();
    println!("created {arn}");

    let used = use_stage(&client, arn);
    // The stage goes, whatever else went wrong.
    client.delete_stage().arn(arn).send()?;
    println!("deleted {arn}");
    used
}

fn use_stage(client: &Client, arn: &str) -> Result<(), Box<dyn Error>> {
    let output = client
        .create_participant_token()
        .stage_arn(arn)
        .user_id("ann")
        .capabilities(ParticipantTokenCapability::Subscribe)
        .send()?;
    let token = output
        .participant_token()
        .ok_or("the answer has no token")?;
    // Whoever has the token itself can join the stage: it is for the participant alone.
    let participant = token.participant_id().unwrap_or_default();
    println!("made a token for the participant {participant}");

    for stage in client.list_stages().into_paginator().items().send() {
        let stage = stage?;
        println!("{} {}", stage.arn(), stage.name().unwrap_or("(no name)"));
    }
    Ok(())
}

/// A client with the settings that the command line names, and those of the environment for what it leaves open.
fn client(mut arguments: impl Iterator<Item = String>) -> Result<Client, Box<dyn Error>> {
    let mut settings = Config::builder();
    while let Some(name) = arguments.next() {
        let value = arguments.next().ok_or(format!("{name} needs a value"))?;
        settings = match name.as_str() {
            "--region" => settings.region(value),
            "--endpoint-url" => settings.endpoint_url(value),
            _ => return Err(format!("unknown option {name}").into()),
        };
    }
    Ok(Client::from_env_with(settings)?)
}
