//! How many connections calls take.

use std::collections::BTreeSet;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use http::{Request, Response};
use http_body_util::Full;
use ivs_realtime::Client;
use tokio::runtime::Builder;
use tokio::sync::Barrier;
use tokio::task::{JoinSet, yield_now};

use crate::every::{Called, Visitor, visit_all};
use crate::rig::{Flavour, Rig, config, transport};
use crate::server::Server;
use crate::support::answer;

/// Only a test that hangs takes so long.
const HANGS: Duration = Duration::from_secs(120);

/// The connections that requests came over.
fn connections(requests: &[Request<Bytes>]) -> BTreeSet<SocketAddr> {
    let connection = |request: &Request<Bytes>| *request.extensions().get().unwrap();
    requests.iter().map(connection).collect()
}

/// Calls one operation after the other.
struct OneAfterTheOther {
    client: Client,
    runtime: tokio::runtime::Runtime,
}

impl Visitor for OneAfterTheOther {
    fn visit<O: Called>(&mut self) {
        self.runtime.block_on(async {
            O::call(&self.client, |_| {}).await.unwrap();
            // The connection goes back to the pool in a task of its own, which is ready by now: the runtime has one
            // thread, and runs what is ready before it comes back to us.
            for _ in 0..16 {
                yield_now().await;
            }
        });
    }
}

#[test]
fn forty_calls_take_one_connection() {
    for flavour in Flavour::ALL {
        let rig = Rig::answering(flavour, |_| answer(200, &[], "{}"));
        let runtime = Builder::new_current_thread().enable_all().build().unwrap();
        let config = config(rig.server.url()).transport(transport());
        let client = Client::from_conf(config.build());
        let count = visit_all(&mut OneAfterTheOther { client, runtime });
        let requests = rig.server.requests();
        assert_eq!((requests.len(), count), (40, 40));
        assert_eq!(connections(&requests).len(), 1, "{flavour:?}");
    }
}

/// None of the answers is given before all of the requests have come.
#[test]
fn fifty_calls_at_once_take_one_connection_of_http_2() {
    let all = Arc::new(Barrier::new(50));
    let server = Server::start(Flavour::Http2Tls.acceptor(), move |request| {
        let all = Arc::clone(&all);
        async move {
            if request.uri().path() == "/GetStage" {
                all.wait().await;
            }
            Response::new(Full::from("{}"))
        }
    });
    let runtime = Builder::new_current_thread().enable_all().build().unwrap();
    let client = Client::from_conf(config(server.url()).transport(transport()).build());
    let calls = async {
        // Before the first answer nobody knows that the server speaks HTTP/2.
        client.list_stages().send().await.unwrap();
        let mut calls = JoinSet::new();
        for number in 0..50 {
            calls.spawn(client.get_stage().arn(format!("arn:{number}")).send());
        }
        for result in calls.join_all().await {
            result.unwrap();
        }
    };
    let calls = async { tokio::time::timeout(HANGS, calls).await };
    runtime
        .block_on(calls)
        .expect("the calls did not come at once");
    let requests = server.requests();
    assert_eq!(requests.len(), 51);
    assert_eq!(connections(&requests).len(), 1);
}
