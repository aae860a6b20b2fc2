//! Idempotency tokens are what the settings make them.

use std::sync::atomic::{AtomicUsize, Ordering};

use http_body_util::BodyExt;
use ivs_realtime::Client;
use ivs_realtime::config::{Builder, Config, Credentials, IdempotencyTokenProvider};

use crate::support::{Recorder, SECRET};

fn config(recorder: &Recorder) -> Builder {
    Config::builder()
        .region("us-east-1")
        .credentials_provider(Credentials::new("AKID", SECRET, None, None, "test"))
        .transport(recorder.transport())
}

/// The token that the one request has.
async fn token(recorder: &Recorder) -> String {
    let mut requests = recorder.requests();
    assert_eq!(requests.len(), 1);
    let body = requests.remove(0).into_body().collect().await.unwrap();
    let body: serde_json::Value = serde_json::from_slice(&body.to_bytes()).unwrap();
    body["idempotencyToken"].as_str().unwrap().to_owned()
}

async fn start(client: &Client, token: Option<&str>) {
    let call = client.start_composition().stage_arn("arn:stage");
    let call = call.set_destinations(Some(Vec::new()));
    let call = call.set_idempotency_token(token.map(str::to_owned));
    call.send().await.unwrap();
}

#[tokio::test]
async fn a_function_makes_them() {
    let recorder = Recorder::default();
    let count = AtomicUsize::new(0);
    let provider = move || format!("token-{}", count.fetch_add(1, Ordering::Relaxed));
    let client = Client::from_conf(
        config(&recorder)
            .idempotency_token_provider(provider)
            .build(),
    );
    start(&client, None).await;
    assert_eq!(token(&recorder).await, "token-0");
    start(&client, None).await;
    assert_eq!(token(&recorder).await, "token-1");
    start(&client, Some("mine")).await;
    assert_eq!(token(&recorder).await, "mine");
    start(&client, Some("")).await;
    assert_eq!(token(&recorder).await, "");
}

#[tokio::test]
async fn a_text_is_one_for_all() {
    let recorder = Recorder::default();
    let config = config(&recorder).idempotency_token_provider("fixed");
    let client = Client::from_conf(config.build());
    start(&client, None).await;
    assert_eq!(token(&recorder).await, "fixed");

    let overrides = Config::builder().idempotency_token_provider("other");
    let call = client.start_composition().stage_arn("arn:stage");
    let call = call.set_destinations(Some(Vec::new()));
    let call = call.customize().config_override(overrides);
    call.send().await.unwrap();
    assert_eq!(token(&recorder).await, "other");
}

#[tokio::test]
async fn they_are_random_unless_set() {
    let recorder = Recorder::default();
    let mut config = config(&recorder).idempotency_token_provider("fixed");
    config.set_idempotency_token_provider(None);
    let client = Client::from_conf(config.build());
    let random = IdempotencyTokenProvider::random();
    start(&client, None).await;
    let token = token(&recorder).await;
    assert_eq!(token.len(), random.make_idempotency_token().len());
    assert_ne!(token, random.make_idempotency_token());
}
