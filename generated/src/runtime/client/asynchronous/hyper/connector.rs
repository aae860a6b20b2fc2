//! Making connections.

use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use http::Uri;
use http::uri::Scheme;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::client::legacy::connect::proxy::Tunnel;
use hyper_util::client::proxy::matcher::Intercept;
use tower_service::Service;

use super::super::failure::{Place, reason};
use super::proxies::Proxies;
use super::stream::Stream;
use super::tls::{NoRoots, Tls, Trust};
use crate::runtime::call::{Elapsed, Limited};
use crate::runtime::error::BoxError;

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

    async fn connect(mut self, uri: Uri, proxy: Option<Intercept>) -> Result<Stream, BoxError> {
        let proxy_uri = proxy.as_ref().map(Intercept::uri);
        if let Some(scheme) = proxy_uri.and_then(Uri::scheme)
            && *scheme != Scheme::HTTP
            && *scheme != Scheme::HTTPS
        {
            return Err(UnknownProxy(scheme.clone()).into());
        }
        let needs_tls = is_https(&uri) || proxy_uri.is_some_and(is_https);
        // Not within the time to connect: it is the disk that is slow here, and only once.
        let tls = match needs_tls {
            true => Some(self.trust.tls().await?),
            false => None,
        };
        let timeout = self.timeout;
        let connecting = async move {
            match (tls, proxy) {
                (None, None) => Ok(Stream::to_service(self.tcp.call(uri).await?)),
                (None, Some(proxy)) => {
                    let tcp = self.tcp.call(proxy.uri().clone());
                    Ok(Stream::to_proxy(tcp.await?))
                }
                (Some(tls), None) => {
                    let stream = tls.to_services(self.tcp).call(uri).await?;
                    Ok(Stream::to_service(stream))
                }
                (Some(tls), Some(proxy)) => through(&tls, self.tcp, &proxy, uri).await,
            }
        };
        match timeout {
            Some(limit) => tokio::time::timeout(limit, connecting)
                .await
                .unwrap_or_else(|_| Err(elapsed(limit))),
            None => connecting.await,
        }
    }
}

/// Connects through a proxy, where at least one of the two hops has TLS.
async fn through(
    tls: &Tls,
    tcp: HttpConnector,
    proxy: &Intercept,
    uri: Uri,
) -> Result<Stream, BoxError> {
    let mut to_proxy = tls.to_proxies(tcp);
    if !is_https(&uri) {
        let stream = to_proxy.call(proxy.uri().clone()).await?;
        return Ok(Stream::to_proxy(stream));
    }
    let mut tunnel = Tunnel::new(proxy.uri().clone(), to_proxy);
    if let Some(authorization) = proxy.basic_auth() {
        tunnel = tunnel.with_auth(authorization.clone());
    }
    let stream = tls.to_services(tunnel).call(uri).await?;
    Ok(Stream::to_service(stream))
}

fn is_https(uri: &Uri) -> bool {
    uri.scheme() == Some(&Scheme::HTTPS)
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
            let proxy = connector.proxies.proxy_to(&uri);
            let to = Place::of(&uri);
            let through = proxy.as_ref().map(|proxy| Place::of(proxy.uri()));
            let connected = connector.connect(uri, proxy).await;
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
    through: Option<Place>,
    source: BoxError,
}

impl ConnectError {
    /// Whether another attempt would fail too, because of how this process is set up.
    pub(super) fn is_lasting(&self) -> bool {
        self.source.is::<NoRoots>() || self.source.is::<UnknownProxy>()
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

/// A proxy is named that cannot be spoken to.
#[derive(Debug)]
struct UnknownProxy(Scheme);

impl fmt::Display for UnknownProxy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "the environment names a proxy with the scheme `{}`; expected `http` or `https` in HTTPS_PROXY, \
             HTTP_PROXY or ALL_PROXY, or the host in NO_PROXY",
            self.0
        )
    }
}

impl std::error::Error for UnknownProxy {}
