//! The crate's own transport: hyper's client with a pool of connections, HTTP/1.1 and (with the feature `http2`)
//! HTTP/2, TLS, and the proxies that the environment names.

mod builder;
mod connector;
mod proxies;
mod socks;
mod stream;
mod tls;

use std::error::Error;
use std::pin::Pin;

use bytes::Bytes;
use http::Request;
use http_body_util::Full;
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::{CaptureConnection, capture_connection};
use hyper_util::rt::{TokioExecutor, TokioTimer};

use super::failure::{causes, is_large_head, kind_of, reason};
use super::transport::{Connection, Exchange, Link, Transport, call};
use crate::runtime::call::Failure;
use crate::runtime::client::failure::failure;
use crate::runtime::error::BoxError;
use crate::runtime::http::Place;
use crate::runtime::retry::TransportFailure;
pub use builder::{InvalidRootCertificates, TransportBuilder};
use connector::{ConnectError, Connector};

type Pool = Client<Connector, Full<Bytes>>;

/// How many headers an answer over HTTP/1.1 may have. It is hyper's own limit; with a higher one, hyper would take two
/// blocks of memory for every answer.
const MAX_HEADERS: usize = 100;

/// How large the head of such an answer may be: hyper's own limit too.
const MAX_HEAD_KIB: usize = 408;

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
        connection: Connection::new(captured),
    }
}

impl Link for CaptureConnection {
    fn connected(&mut self) -> Pin<Box<dyn Future<Output = ()> + Send + '_>> {
        Box::pin(async {
            self.wait_for_connection_metadata().await;
        })
    }

    fn poison(&self) {
        if let Some(connection) = self.connection_metadata().as_ref() {
            connection.poison();
        }
    }
}

/// What an error of hyper's client is.
fn failure_of_hyper(place: &Place, error: BoxError) -> Failure {
    let connect = causes(error.as_ref()).find_map(|cause| cause.downcast_ref::<ConnectError>());
    let kind = match connect {
        Some(connect) if connect.is_lasting() => TransportFailure::Other,
        _ => kind_of(error.as_ref()).unwrap_or(TransportFailure::Io),
    };
    let reason = reason(error.as_ref());
    let is_large = || {
        let mut errors = causes(error.as_ref()).filter_map(<dyn Error>::downcast_ref);
        errors.any(is_large_head)
    };
    let line = match (connect, kind) {
        (Some(connect), _) => connect.to_string(),
        (None, TransportFailure::BadResponse) => {
            format!("what came from {place} is no HTTP answer: {reason}")
        }
        (None, TransportFailure::Other) if is_large() => format!(
            "the head of the answer from {place} is too large: it may have {MAX_HEADERS} headers, and \
             {MAX_HEAD_KIB} KiB"
        ),
        // Where it would have gone tells nothing: the URI may be what is wrong.
        (None, TransportFailure::Other) => format!(
            "the request cannot be sent: {reason}; if a hook changes requests, they need a URI with scheme and host, \
             and a version of HTTP that the server speaks"
        ),
        (None, _) => format!("the connection to {place} failed: {reason}"),
    };
    failure(kind, line, error)
}

#[cfg(test)]
mod tests;
