//! A proxy as `ureq` takes it.

use ureq::ProxyProtocol;

use crate::runtime::client::proxies::{Proxy, ProxyKind};

/// The proxy for `ureq`.
///
/// # Errors
///
/// `ureq` makes nothing of it.
pub(super) fn for_ureq(proxy: &Proxy) -> Result<ureq::Proxy, String> {
    let mut builder = ureq::Proxy::builder(match proxy.kind() {
        ProxyKind::Http => ProxyProtocol::Http,
        ProxyKind::Https => ProxyProtocol::Https,
        ProxyKind::Socks4 => ProxyProtocol::Socks4,
        ProxyKind::Socks4a => ProxyProtocol::Socks4A,
        ProxyKind::Socks5 => ProxyProtocol::Socks5,
        ProxyKind::Socks5h => ProxyProtocol::Socks5h,
    })
    .host(proxy.host())
    .port(proxy.port());
    if let Some((user, password)) = proxy.user() {
        builder = builder.username(user).password(password);
    }
    builder
        .build()
        .map_err(|error| format!("the proxy {proxy} cannot be used: {error}"))
}

#[cfg(test)]
mod tests;
