//! Makes a stage and a token for it, lists all stages, and deletes the stage, without async code.
//!
//! ```text
//! cargo run --example blocking --features blocking -- --region us-east-1
//! ```
//!
//! The credentials come from the variables AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN. With
//! `--endpoint-url http://127.0.0.1:8080` it calls another server than the service's own.

use std::error::Error;
use std::fmt;

use ivs_realtime::blocking::Client;
use ivs_realtime::config::{Config, Region};
use ivs_realtime::types::ParticipantTokenCapability;

fn main() -> Result<(), OneLine> {
    run().map_err(OneLine)
}

fn run() -> Result<(), Box<dyn Error>> {
    let client = Client::from_conf(settings()?);

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

/// The settings that the arguments and the environment name.
fn settings() -> Result<Config, Box<dyn Error>> {
    let mut settings = Client::from_env()?.config().to_builder();
    let mut arguments = std::env::args().skip(1);
    while let Some(name) = arguments.next() {
        let value = arguments.next().ok_or("an argument has no value")?;
        settings = match name.as_str() {
            "--region" => settings.region(Region::new(value)),
            "--endpoint-url" => settings.endpoint_url(value),
            _ => return Err("expected --region NAME or --endpoint-url URL".into()),
        };
    }
    Ok(settings.build())
}

/// An error that `main` shows as one line of text.
struct OneLine(Box<dyn Error>);

impl fmt::Debug for OneLine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}
