//! A server of each kind, and a client that calls it.

use std::collections::VecDeque;
use std::future::ready;
use std::sync::{Arc, LazyLock, Mutex};

use bytes::Bytes;
use http::{Request, Response, Version};
use http_body_util::Full;
use ivs_realtime::Client;
use ivs_realtime::config::{AppName, Builder, Config, Credentials, Region};
use ivs_realtime::runtime::client::{Async, Transport};
use tokio::runtime::Runtime;
use tokio_rustls::TlsAcceptor;

use crate::server::Server;
use crate::sigv4::KEY;
use crate::support::answer;
use crate::tls::{acceptor, root_pem};

/// The session token of the credentials that all clients have.
pub(crate) const SESSION_TOKEN: &str = "IQoJb3JpZ2luX2VjEXAMPLE//////////wEaCXVz+token==";

/// What client and server speak.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Flavour {
    Http1,
    Http1Tls,
    Http2Tls,
}

impl Flavour {
    pub(crate) const ALL: [Self; 3] = [Self::Http1, Self::Http1Tls, Self::Http2Tls];

    pub(crate) fn acceptor(self) -> Option<TlsAcceptor> {
        match self {
            Self::Http1 => None,
            Self::Http1Tls => Some(acceptor(&[b"http/1.1"])),
            Self::Http2Tls => Some(acceptor(&[b"h2", b"http/1.1"])),
        }
    }

    /// The version in which requests arrive.
    pub(crate) fn version(self) -> Version {
        match self {
            Self::Http1 | Self::Http1Tls => Version::HTTP_11,
            Self::Http2Tls => Version::HTTP_2,
        }
    }
}

/// The runtime that all clients run on: connections are tasks of it.
static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| Runtime::new().unwrap());

/// Waits for calls.
pub(crate) fn wait<F: Future>(calls: F) -> F::Output {
    RUNTIME.block_on(calls)
}

/// The transport of all clients that need none for themselves.
static TRANSPORT: LazyLock<Transport> = LazyLock::new(transport);

/// The crate's own transport, which trusts the servers of this process. A machine under load may take its time to
/// connect.
pub(crate) fn transport() -> Transport {
    let transport = Transport::builder()
        .root_certificates_pem(root_pem())
        .connect_timeout(None);
    transport.build().unwrap()
}

/// A server, and what it answers.
pub(crate) struct Rig {
    pub(crate) flavour: Flavour,
    pub(crate) server: Server,
}

impl Rig {
    /// A server that gives these answers, one after the other. To a request too many it says so.
    pub(crate) fn new(
        flavour: Flavour,
        answers: impl IntoIterator<Item = Response<Bytes>>,
    ) -> Self {
        let answers = Mutex::new(answers.into_iter().collect::<VecDeque<_>>());
        Self::answering(flavour, move |_| {
            let next = answers.lock().unwrap().pop_front();
            next.unwrap_or_else(|| answer(418, &[], r#"{"message":"a request too many"}"#))
        })
    }

    /// A server that answers as the function does.
    pub(crate) fn answering(
        flavour: Flavour,
        answer: impl Fn(&Request<Bytes>) -> Response<Bytes> + Send + Sync + 'static,
    ) -> Self {
        let answer = Arc::new(answer);
        let answer = move |request| ready(answer(&request).map(Full::from));
        Self {
            flavour,
            server: Server::start(flavour.acceptor(), answer),
        }
    }

    /// A server of each kind with these answers.
    pub(crate) fn each(answers: &[Response<Bytes>]) -> [Self; 3] {
        Flavour::ALL.map(|flavour| Self::new(flavour, answers.iter().cloned()))
    }

    /// The settings of a client that calls the server.
    pub(crate) fn config(&self) -> Builder {
        config(self.server.url()).transport(TRANSPORT.clone())
    }

    /// A client that calls the server.
    pub(crate) fn client(&self) -> Client {
        Client::from_conf(self.config().build())
    }

    /// What carries out the client's calls, for any operation.
    pub(crate) fn caller(&self) -> Async {
        let (caller, _, _) = self.client().list_stages().into_paginator().into_parts();
        caller
    }

    /// The one request that has arrived.
    pub(crate) fn request(&self) -> Request<Bytes> {
        let [request] = <[_; 1]>::try_from(self.server.requests()).unwrap();
        request
    }
}

/// The settings of a client, but for its transport.
pub(crate) fn config(url: &str) -> Builder {
    let session_token = Some(SESSION_TOKEN.to_owned());
    Config::builder()
        .endpoint_url(url)
        .region(Region::new("us-west-2"))
        .credentials_provider(Credentials::new(KEY.0, KEY.1, session_token, None, "wire"))
        .app_name(AppName::new("wire-tests").unwrap())
}
