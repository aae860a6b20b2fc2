//! Many calls at once.

use std::time::Duration;

use ivs_realtime::Client;
use tokio::task::JoinSet;

use crate::credentials::Counting;
use crate::server::{Reply, Server};
use crate::setup::settings;

#[tokio::test]
async fn a_thousand_calls_at_once() {
    let server = Server::start(|_| Reply::success()).await;
    let provider = Counting::new(Duration::from_secs(3_600));
    let settings = settings(server.url()).credentials_provider(provider.clone());
    let client = Client::from_conf(settings.build());
    let mut calls = JoinSet::new();
    for _ in 0..1_000 {
        let call = client.list_stages().send();
        calls.spawn(call);
    }
    for result in calls.join_all().await {
        assert_eq!(result.unwrap().stages().len(), 1);
    }
    assert_eq!(provider.given(), 1);
}
