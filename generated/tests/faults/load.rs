//! Many calls at once.

use std::convert::Infallible;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use http::Response;
use http_body_util::Full;
use hyper::service::service_fn;
use hyper_util::rt::{TokioExecutor, TokioIo};
use hyper_util::server::conn::auto;
use ivs_realtime::Client;
use ivs_realtime::runtime::Bytes;
use tokio::task::JoinSet;

use crate::credentials::Counting;
use crate::server::{Reply, STAGES, Server};
use crate::setup::settings;
use crate::tls::Listener;

/// Makes so many calls at once.
async fn call_at_once(client: &Client, calls: usize) {
    let mut running = JoinSet::new();
    for _ in 0..calls {
        running.spawn(client.list_stages().send());
    }
    let results = running.join_all().await;
    assert_eq!(results.len(), calls);
    for result in results {
        assert_eq!(result.unwrap().stages().len(), 1);
    }
}

#[tokio::test]
async fn many_calls_at_once_over_connections_of_their_own() {
    let server = Server::start(|_| Reply::success()).await;
    let provider = Counting::new(Duration::from_secs(3_600));
    let settings = settings(server.url()).credentials_provider(provider.clone());
    // Each takes a socket here and one there: more may be beyond what a process may open.
    call_at_once(&Client::from_conf(settings.build()), 100).await;
    assert_eq!(provider.given(), 1);
}

/// A server that speaks HTTP/2 over TLS and counts connections.
async fn serve(listener: Arc<Listener>, connections: Arc<AtomicUsize>) {
    loop {
        let stream = TokioIo::new(listener.accept().await);
        connections.fetch_add(1, Ordering::SeqCst);
        tokio::spawn(async move {
            let answer = service_fn(|_| async {
                Ok::<_, Infallible>(Response::new(Full::new(Bytes::from_static(
                    STAGES.as_bytes(),
                ))))
            });
            let server = auto::Builder::new(TokioExecutor::new());
            server.serve_connection(stream, answer).await
        });
    }
}

#[tokio::test]
async fn a_thousand_calls_at_once_over_one_connection() {
    let listener = Arc::new(Listener::bind().await);
    let connections = Arc::new(AtomicUsize::new(0));
    tokio::spawn(serve(Arc::clone(&listener), Arc::clone(&connections)));
    let provider = Counting::new(Duration::from_secs(3_600));
    let settings = settings(&listener.url())
        .credentials_provider(provider.clone())
        .transport(listener.transport());
    let client = Client::from_conf(settings.build());
    // Only now it is known that the server speaks HTTP/2.
    call_at_once(&client, 1).await;
    call_at_once(&client, 1_000).await;
    assert_eq!(connections.load(Ordering::SeqCst), 1);
    assert_eq!(provider.given(), 1);
}
