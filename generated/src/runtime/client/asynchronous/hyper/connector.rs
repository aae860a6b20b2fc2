//! Making connections.

use std::fmt;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use http::Uri;
use http::uri::Scheme;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::client::legacy::connect::proxy::Tunnel;
use tower_service::Service;

use super::super::failure::{causes, reason};
use super::proxies::{self, Proxies, is_socks};
use super::socks::Socks;
use super::stream::Stream;
use super::tls::{NoRoots, Tls, Trust};
use crate::runtime::call::{Elapsed, Limited};
use crate::runtime::client::proxies::{Proxy, ProxyKind, UnusableProxy};
use crate::runtime::error::BoxError;
use crate::runtime::http::Place;

/// Makes connections: TCP, then perhaps a proxy, then perhaps TLS.
#[derive(Clone)]
pub(super) struct Connector {
    tcp: HttpConnector,
    trust: Trust,
    proxies: Proxies,
    timeout: Option<Duration>,
}

impl Connector {
    /// `timeout` is for everything that making a connection takes.
    pub(super) fn new(trust: Trust, proxies: Proxies, timeout: Option<Duration>) -> Self {
        let mut tcp = HttpConnector::new();
        tcp.enforce_http(false);
        tcp.set_nodelay(true);
        // With several addresses, each gets its share of the time.
        tcp.set_connect_timeout(timeout);
        Self {
            tcp,
            trust,
            proxies,
            timeout,
        }
    }

    pub(super) fn proxies(&self) -> Proxies {
        self.proxies.clone()
    }

    async fn connect(mut self, uri: Uri, proxy: Option<Arc<Proxy>>) -> Result<Stream, BoxError> {
        let to_proxy = proxy.as_ref().map(|proxy| proxy.kind());
        let needs_tls = is_https(&uri) || to_proxy == Some(ProxyKind::Https);
        // Not within the time to connect: it is the disk that is slow here, and only once.
        let tls = match needs_tls {
            true => Some(self.trust.tls().await?),
            false => None,
        };
        let timeout = self.timeout;
        let connecting = async move {
            match (tls, proxy) {
                (None, None) => Ok(Stream::to_service(self.tcp.call(uri).await?)),
                (Some(tls), None) => {
                    let stream = tls.to_services(self.tcp).call(uri).await?;
                    Ok(Stream::to_service(stream))
                }
                (tls, Some(proxy)) if is_socks(&proxy) => {
                    through_socks(tls, Socks::new(self.tcp, proxy), uri).await
                }
                (None, Some(proxy)) => {
                    let tcp = self.tcp.call(proxies::uri(&proxy)?);
                    Ok(Stream::to_proxy(tcp.await?))
                }
                (Some(tls), Some(proxy)) => through(&tls, self.tcp, &proxy, uri).await,
            }
        };
        match timeout {
            Some(limit) => match tokio::time::timeout(limit, connecting).await {
                // The last address to be tried has had its share of the time.
                Ok(Err(error)) if is_elapsed(error.as_ref()) => Err(elapsed(limit)),
                Ok(connected) => connected,
                Err(_) => Err(elapsed(limit)),
            },
            None => connecting.await,
        }
    }
}

/// Connects through a proxy that is spoken to in HTTP, where at least one of the two hops has TLS.
async fn through(
    tls: &Tls,
    tcp: HttpConnector,
    proxy: &Proxy,
    uri: Uri,
) -> Result<Stream, BoxError> {
    let mut to_proxy = tls.to_proxies(tcp);
    let proxy_uri = proxies::uri(proxy)?;
    if !is_https(&uri) {
        let stream = to_proxy.call(proxy_uri).await?;
        return Ok(Stream::to_proxy(stream));
    }
    let mut tunnel = Tunnel::new(proxy_uri, to_proxy);
    if let Some(authorization) = proxies::authorization(proxy) {
        tunnel = tunnel.with_auth(authorization);
    }
    let stream = tls.to_services(tunnel).call(uri).await?;
    Ok(Stream::to_service(stream))
}

/// Connects through a SOCKS proxy.
async fn through_socks(tls: Option<Tls>, mut socks: Socks, uri: Uri) -> Result<Stream, BoxError> {
    Ok(match tls {
        Some(tls) => Stream::to_service(tls.to_services(socks).call(uri).await?),
        None => Stream::to_service(socks.call(uri).await?),
    })
}

pub(super) fn is_https(uri: &Uri) -> bool {
    uri.scheme() == Some(&Scheme::HTTPS)
}

fn is_elapsed(error: &(dyn std::error::Error + 'static)) -> bool {
    causes(error).any(|cause| cause.is::<tokio::time::error::Elapsed>())
}

fn elapsed(limit: Duration) -> BoxError {
    let what = Limited::Connect;
    Elapsed { what, limit }.into()
}

impl Service<Uri> for Connector {
    type Response = Stream;
    type Error = ConnectError;
    type Future = Pin<Box<dyn Future<Output = Result<Stream, ConnectError>> + Send>>;

    fn poll_ready(&mut self, _context: &mut Context<'_>) -> Poll<Result<(), ConnectError>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, uri: Uri) -> Self::Future {
        let connector = self.clone();
        Box::pin(async move {
            let to = Place::of(&uri);
            let (through, connected) = match connector.proxies.proxy_to(&uri) {
                Ok(proxy) => (proxy.clone(), connector.connect(uri, proxy).await),
                Err(unusable) => (None, Err(unusable.into())),
            };
            connected.map_err(|source| ConnectError {
                to,
                through,
                source,
            })
        })
    }
}

/// No connection could be made.
#[derive(Debug)]
pub(super) struct ConnectError {
    to: Place,
    through: Option<Arc<Proxy>>,
    source: BoxError,
}

impl ConnectError {
    /// Whether another attempt would fail too, because of how this process is set up.
    pub(super) fn is_lasting(&self) -> bool {
        self.source.is::<NoRoots>() || self.source.is::<UnusableProxy>()
    }
}

impl fmt::Display for ConnectError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "cannot connect to {}", self.to)?;
        if let Some(through) = &self.through {
            write!(f, " through the proxy {through}")?;
        }
        write!(f, ": {}", reason(self.source.as_ref()))
    }
}

impl std::error::Error for ConnectError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(self.source.as_ref())
    }
}
