//! The crate's own transport: hyper's client with a pool of connections, HTTP/1.1 and (with the feature `http2`)
//! HTTP/2, TLS, and the proxies that the environment names.

mod builder;
mod connector;
mod proxies;
mod socks;
mod stream;
mod tls;

use bytes::Bytes;
use http::Request;
use http_body_util::Full;
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::capture_connection;
use hyper_util::rt::{TokioExecutor, TokioTimer};

use super::failure::{Place, causes, failure, kind_of, reason};
use super::transport::{Connection, Exchange, Transport, call};
use crate::runtime::call::Failure;
use crate::runtime::error::BoxError;
use crate::runtime::retry::TransportFailure;
pub use builder::{InvalidRootCertificates, TransportBuilder};
use connector::{ConnectError, Connector};

type Pool = Client<Connector, Full<Bytes>>;

/// A transport with connections of its own, made by this connector.
fn transport(connector: Connector) -> Transport {
    let proxies = connector.proxies();
    let pool: Pool = Client::builder(TokioExecutor::new())
        .pool_timer(TokioTimer::new())
        .timer(TokioTimer::new())
        .build(connector);
    Transport::new(move |mut request| {
        proxies.authorize(&mut request);
        send(&pool, request)
    })
}

fn send(pool: &Pool, request: Request<Bytes>) -> Exchange {
    let place = Place::of(request.uri());
    let mut request = request.map(Full::new);
    let captured = capture_connection(&mut request);
    let failure = move |error| failure_of_hyper(&place, error);
    Exchange {
        response: Box::pin(call(pool.clone(), request, failure)),
        connection: Connection::new(move || {
            if let Some(connection) = captured.connection_metadata().as_ref() {
                connection.poison();
            }
        }),
    }
}

/// What an error of hyper's client is.
fn failure_of_hyper(place: &Place, error: BoxError) -> Failure {
    let connect = causes(error.as_ref()).find_map(|cause| cause.downcast_ref::<ConnectError>());
    let kind = match connect {
        Some(connect) if connect.is_lasting() => TransportFailure::Other,
        _ => kind_of(error.as_ref()).unwrap_or(TransportFailure::Io),
    };
    let line = match (connect, kind) {
        (Some(connect), _) => connect.to_string(),
        (None, TransportFailure::BadResponse) => {
            format!(
                "what came from {place} is no HTTP answer: {}",
                reason(error.as_ref())
            )
        }
        (None, _) => format!(
            "the connection to {place} failed: {}",
            reason(error.as_ref())
        ),
    };
    failure(kind, line, error)
}

#[cfg(test)]
mod tests;
