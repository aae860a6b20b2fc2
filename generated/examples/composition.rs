//! Starts a composition, which mixes the participants of a stage into one video, waits until it runs, and stops it.
//!
//! ```console
//! $ export AWS_REGION=us-west-2 AWS_ACCESS_KEY_ID=... AWS_SECRET_ACCESS_KEY=...
//! $ cargo run --example composition -- --stage arn:aws:ivs:... --channel arn:aws:ivs:...
//! ```
//!
//! `--region` calls another region, and `--endpoint-url` another server than AWS, such as one that stands in for it.

use std::error::Error;
use std::process::ExitCode;
use std::time::Duration;

use ivs_realtime::types::{ChannelDestinationConfiguration, DestinationConfiguration};
use ivs_realtime::{Client, Config};

/// How long to wait until the composition runs.
const PATIENCE: Duration = Duration::from_secs(60);

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
    let Arguments {
        client,
        stage,
        channel,
    } = Arguments::read(std::env::args().skip(1))?;

    let arn = start(&client, &stage, &channel).await?;
    println!("started {arn}");

    // A composition costs money while it runs. So it is stopped whatever comes of the wait.
    let active = client.wait_until_composition_active().arn(&arn);
    let waited = active.wait(PATIENCE).await;
    if waited.is_ok() {
        println!("it is active");
    }
    client.stop_composition().arn(&arn).send().await?;
    println!("stopped {arn}");
    // An error of a waiter says what it has found last: that the composition failed, or is still starting.
    waited?;
    Ok(())
}

async fn start(client: &Client, stage: &str, channel: &str) -> Result<String, Box<dyn Error>> {
    let channel = ChannelDestinationConfiguration::builder().channel_arn(channel);
    let destination = DestinationConfiguration::builder().channel(channel.build()?);
    // The service starts one composition for each token, however often it is asked. With a token that says which
    // show it is, this program can be run again after a crash and finds the composition it had started. Left out, the
    // client draws a token for each call, so that its own retries start one composition.
    let show = stage.rsplit('/').next().unwrap_or(stage);
    let started = client
        .start_composition()
        .stage_arn(stage)
        .destinations(destination.build())
        .idempotency_token(format!("show-{show}"))
        .send()
        .await?;
    let composition = started.composition();
    let composition = composition.ok_or("the service started no composition")?;
    Ok(composition.arn().to_owned())
}

struct Arguments {
    client: Client,
    stage: String,
    channel: String,
}

impl Arguments {
    /// What the command line says. The client has the settings that it names, and those of the environment for what it
    /// leaves open.
    fn read(mut arguments: impl Iterator<Item = String>) -> Result<Self, Box<dyn Error>> {
        let mut settings = Config::builder();
        let (mut stage, mut channel) = (None, None);
        while let Some(name) = arguments.next() {
            let value = arguments.next().ok_or(format!("{name} needs a value"))?;
            match name.as_str() {
                "--endpoint-url" => settings = settings.endpoint_url(value),
                "--region" => settings = settings.region(value),
                "--stage" => stage = Some(value),
                "--channel" => channel = Some(value),
                _ => return Err(format!("unknown option {name}").into()),
            }
        }
        Ok(Self {
            client: Client::from_env_with(settings)?,
            stage: stage.ok_or("--stage is missing: the ARN of the stage to mix")?,
            channel: channel
                .ok_or("--channel is missing: the ARN of the IVS channel to send to")?,
        })
    }
}
