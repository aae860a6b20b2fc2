//! A crate that calls three operations of Amazon IVS Real-Time.

/// The client, of these operations alone.
pub mod ivs {
    include!(concat!(env!("OUT_DIR"), "/ivs.rs"));
}

use ivs::Client;
use ivs::error::SdkError;

/// Someone who may join a stage.
pub struct Guest {
    /// The stage.
    pub stage_arn: String,
    /// The participant.
    pub participant_id: String,
}

/// Finds the stage of this name, or creates it, and makes a token for a guest.
///
/// # Errors
///
/// A call that failed.
pub async fn invite(client: &Client, name: &str) -> Result<Guest, SdkError<ivs::Error>> {
    let stage_arn = match find(client, name).await? {
        Some(arn) => arn,
        None => {
            let created = client.create_stage().name(name).send().await?;
            let stage = created.stage();
            stage
                .map(|stage| stage.arn().to_owned())
                .unwrap_or_default()
        }
    };
    let token = client
        .create_participant_token()
        .stage_arn(&stage_arn)
        .duration(60) // minutes
        .send()
        .await?;
    let token = token.participant_token();
    let participant_id = token.and_then(|token| token.participant_id());
    Ok(Guest {
        participant_id: participant_id.unwrap_or_default().to_owned(),
        stage_arn,
    })
}

async fn find(client: &Client, name: &str) -> Result<Option<String>, SdkError<ivs::Error>> {
    let mut stages = client.list_stages().into_paginator().items().send();
    while let Some(stage) = stages.next().await {
        let stage = stage?;
        if stage.name() == Some(name) {
            return Ok(Some(stage.arn().to_owned()));
        }
    }
    Ok(None)
}
