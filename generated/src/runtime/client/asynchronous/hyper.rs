//! The crate's own transport: hyper's client with a pool of connections, HTTP/1.1 and HTTP/2, TLS, and the proxies
//! that the environment names.

use std::time::Duration;

use http_body_util::Full;
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::{HttpConnector, capture_connection};
use hyper_util::rt::{TokioExecutor, TokioTimer};

use super::transport::{Connection, Exchange, Transport, call, into_failure, kind_by_cause};
use crate::runtime::call::Failure;
use crate::runtime::error::BoxError;
use crate::runtime::retry::TransportFailure;

/// A transport with connections of its own.
pub(super) fn transport(connect_timeout: Option<Duration>) -> Result<Transport, BoxError> {
    let mut tcp = HttpConnector::new();
    tcp.enforce_http(false);
    tcp.set_nodelay(true);
    tcp.set_connect_timeout(connect_timeout);
    let connector = hyper_rustls::HttpsConnectorBuilder::new()
        .with_native_roots()?
        .https_or_http()
        .enable_http1()
        .enable_http2()
        .wrap_connector(tcp);
    let client: Client<_, Full<bytes::Bytes>> = Client::builder(TokioExecutor::new())
        .pool_timer(TokioTimer::new())
        .timer(TokioTimer::new())
        .build(connector);
    Ok(Transport::new(move |request| {
        let mut request = request.map(Full::new);
        let captured = capture_connection(&mut request);
        Exchange {
            response: Box::pin(call(client.clone(), request, failure)),
            connection: Connection::new(move || {
                if let Some(connection) = captured.connection_metadata().as_ref() {
                    connection.poison();
                }
            }),
        }
    }))
}

/// What an error of hyper's client is.
fn failure(error: BoxError) -> Failure {
    let kind = kind_by_cause(error.as_ref()).unwrap_or(TransportFailure::Io);
    into_failure(kind, error)
}
