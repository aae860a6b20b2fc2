//! Connections through a SOCKS proxy.

use std::future::{Ready, ready};
use std::net::IpAddr;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use http::Uri;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::client::legacy::connect::dns::GaiResolver;
use hyper_util::client::legacy::connect::proxy::{SocksV4, SocksV5};
use tower_service::Service;

use super::connector::is_https;
use super::proxies;
use crate::runtime::client::proxies::{Proxy, ProxyKind};
use crate::runtime::error::BoxError;

/// Makes connections to places through a SOCKS proxy.
#[derive(Clone)]
pub(super) struct Socks {
    tcp: HttpConnector,
    proxy: Arc<Proxy>,
}

type Tcp = <HttpConnector as Service<Uri>>::Response;

impl Socks {
    pub(super) fn new(tcp: HttpConnector, proxy: Arc<Proxy>) -> Self {
        Self { tcp, proxy }
    }

    async fn connect(mut self, to: Uri) -> Result<Tcp, BoxError> {
        let to = self.target(&to).await?;
        let proxy = proxies::uri(&self.proxy)?;
        // Not within the handshake, whose error would not tell why there is no connection.
        let made = Made(Some(self.tcp.call(proxy.clone()).await?));
        if matches!(self.proxy.kind(), ProxyKind::Socks4 | ProxyKind::Socks4a) {
            return Ok(SocksV4::new(proxy, made).call(to).await?);
        }
        let mut socks = SocksV5::new(proxy, made);
        if let Some((user, password)) = self.proxy.user() {
            socks = socks.with_auth(user.to_owned(), password.to_owned());
        }
        Ok(socks.call(to).await?)
    }

    /// What the proxy is told to connect to: a host and always a port, and an address if it is one that looks up no
    /// names.
    async fn target(&self, to: &Uri) -> Result<Uri, BoxError> {
        let host = to.host().ok_or("the URL has no host")?;
        let port = to.port_u16().unwrap_or(if is_https(to) { 443 } else { 80 });
        let wants_v4 = match self.proxy.kind() {
            ProxyKind::Socks4 => true,
            ProxyKind::Socks5 => false,
            _ => return uri(host, port),
        };
        if host.starts_with('[') || host.parse::<IpAddr>().is_ok() {
            return uri(host, port);
        }
        let mut found = GaiResolver::new().call(host.parse()?).await?;
        match found.find(|address| address.is_ipv4() || !wants_v4) {
            Some(address) => match address.ip() {
                IpAddr::V4(ip) => uri(&ip.to_string(), port),
                IpAddr::V6(ip) => uri(&format!("[{ip}]"), port),
            },
            None => {
                Err(format!("{host} has no IPv4 address, the only kind that SOCKS 4 knows").into())
            }
        }
    }
}

fn uri(host: &str, port: u16) -> Result<Uri, BoxError> {
    Ok(format!("tcp://{host}:{port}").parse()?)
}

impl Service<Uri> for Socks {
    type Response = Tcp;
    type Error = BoxError;
    type Future = Pin<Box<dyn Future<Output = Result<Tcp, BoxError>> + Send>>;

    fn poll_ready(&mut self, _context: &mut Context<'_>) -> Poll<Result<(), BoxError>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, to: Uri) -> Self::Future {
        Box::pin(self.clone().connect(to))
    }
}

/// A connection that is there already, for one taker.
struct Made(Option<Tcp>);

impl Service<Uri> for Made {
    type Response = Tcp;
    type Error = &'static str;
    type Future = Ready<Result<Tcp, &'static str>>;

    fn poll_ready(&mut self, _context: &mut Context<'_>) -> Poll<Result<(), &'static str>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, _: Uri) -> Self::Future {
        ready(self.0.take().ok_or("the connection is taken"))
    }
}
