//! The proxies that requests go through.

use std::fmt;
use std::sync::Arc;

use bytes::Bytes;
use http::header::PROXY_AUTHORIZATION;
use http::uri::Scheme;
use http::{Request, Uri};
use hyper_util::client::proxy::matcher::{Intercept, Matcher};

/// Says which proxy a request goes through, if any. A clone is the same one.
#[derive(Clone)]
pub(super) struct Proxies(Arc<Matcher>);

impl Proxies {
    /// The proxies that the environment names, as curl reads it: `HTTPS_PROXY`, `HTTP_PROXY`, `ALL_PROXY` and
    /// `NO_PROXY`, in upper or lower case.
    pub(super) fn from_env() -> Self {
        Self::new(Matcher::from_env())
    }

    pub(super) fn new(matcher: Matcher) -> Self {
        Self(Arc::new(matcher))
    }

    /// The proxy for requests to a place.
    pub(super) fn proxy_to(&self, uri: &Uri) -> Option<Intercept> {
        self.0.intercept(uri)
    }

    /// Shows a proxy who we are, if the request is one that the proxy reads. A request over TLS is not: there, the
    /// `CONNECT` before it carries this header.
    pub(super) fn authorize(&self, request: &mut Request<Bytes>) {
        if request.uri().scheme() == Some(&Scheme::HTTP)
            && let Some(proxy) = self.proxy_to(request.uri())
            && let Some(authorization) = proxy.basic_auth()
        {
            let headers = request.headers_mut();
            headers.insert(PROXY_AUTHORIZATION, authorization.clone());
        }
    }
}

impl fmt::Debug for Proxies {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Proxies")
    }
}
