//! The proxies that requests go through.

use std::fmt;
use std::sync::Arc;

use aws_smithy_types::base64;
use bytes::Bytes;
use http::header::{HeaderValue, PROXY_AUTHORIZATION};
use http::uri::Scheme;
use http::{Request, Uri};

use crate::runtime::client::proxies::{self, Proxy, ProxyKind, UnusableProxy};
use crate::runtime::error::BoxError;

/// Says which proxy a request goes through, if any. A clone is the same one.
#[derive(Clone)]
pub(super) struct Proxies(Arc<Inner>);

struct Inner {
    proxies: proxies::Proxies,
    /// What shows who we are to a proxy that reads requests, if there is one that asks for it.
    authorization: Option<HeaderValue>,
}

impl Proxies {
    pub(super) fn new(proxies: proxies::Proxies) -> Self {
        let reader = match proxies.of_scheme(false) {
            Some(Ok(proxy)) if !is_socks(proxy) => authorization(proxy),
            _ => None,
        };
        Self(Arc::new(Inner {
            proxies,
            authorization: reader,
        }))
    }

    /// The proxy for requests to a place.
    ///
    /// # Errors
    ///
    /// There is to be one, and the environment does not name it.
    pub(super) fn proxy_to(&self, uri: &Uri) -> Result<Option<Arc<Proxy>>, UnusableProxy> {
        match self.0.proxies.proxy_to(uri) {
            Ok(proxy) => Ok(proxy.map(Arc::clone)),
            Err(unusable) => Err(unusable.clone()),
        }
    }

    /// Shows a proxy who we are, if the request is one that the proxy reads. A request over TLS is not: there, the
    /// `CONNECT` before it carries this header.
    pub(super) fn authorize(&self, request: &mut Request<Bytes>) {
        if let Some(authorization) = &self.0.authorization
            && request.uri().scheme() == Some(&Scheme::HTTP)
            && let Ok(Some(_)) = self.0.proxies.proxy_to(request.uri())
        {
            let headers = request.headers_mut();
            headers.insert(PROXY_AUTHORIZATION, authorization.clone());
        }
    }
}

/// The header that shows a proxy who we are, where its URL says so.
///
/// ([RFC 7617, section 2](https://www.rfc-editor.org/rfc/rfc7617#section-2))
pub(super) fn authorization(proxy: &Proxy) -> Option<HeaderValue> {
    let (user, password) = proxy.user()?;
    let basic = base64::encode(format!("{user}:{password}"));
    let mut header = HeaderValue::try_from(format!("Basic {basic}")).ok()?;
    header.set_sensitive(true);
    Some(header)
}

/// Whether a proxy hands on bytes, and reads no requests.
pub(super) fn is_socks(proxy: &Proxy) -> bool {
    !matches!(proxy.kind(), ProxyKind::Http | ProxyKind::Https)
}

/// Where a proxy is, as connectors take it.
pub(super) fn uri(proxy: &Proxy) -> Result<Uri, BoxError> {
    Ok(proxy.to_string().parse()?)
}

impl fmt::Debug for Proxies {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Proxies")
    }
}
