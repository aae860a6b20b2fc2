//! The transport of the blocking client: `ureq`'s agent, with a pool of connections, HTTP/1.1, TLS, and the proxies
//! that the environment names.

use std::fmt;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use bytes::Bytes;
use http::header::{HOST, HeaderValue};
use http::uri::Scheme;
use http::{Method, Request, Response, Uri};
use ureq::{Agent, AsSendBody, Body};

use super::body::read_body;
use super::failure::{Fault, Peer, fault};
use super::proxy::Proxies;
use super::tls;
use crate::runtime::call::{Core, Failure};

/// How many connections are kept while nobody uses them.
const MAX_IDLE_CONNECTIONS: usize = 128;

/// How long a connection is kept that nobody uses.
const MAX_IDLE_AGE: Duration = Duration::from_secs(90);

/// How long an answer's body may be stalled, unless the settings say otherwise.
const GRACE_PERIOD: Duration = Duration::from_secs(5);

/// A whole body may take so many grace periods.
const GRACE_PERIODS_PER_BODY: u32 = 12;

/// How long parts of an exchange may take; `None` is for ever.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Limits {
    /// All of it.
    pub(super) attempt: Option<Duration>,
    /// From the end of the request to the end of the answer's headers.
    read: Option<Duration>,
    /// From there to the end of the answer's body.
    body: Option<Duration>,
}

impl Limits {
    /// What the settings say, but for the limit of an attempt.
    pub(super) fn new(core: &Core) -> Self {
        let grace = match core.config().stalled_stream_protection() {
            Some(protection) if !protection.download_enabled() => None,
            Some(protection) => Some(protection.grace_period()),
            None => Some(GRACE_PERIOD),
        };
        Self {
            attempt: None,
            read: core.timeouts().read,
            body: grace.map(|grace| grace.saturating_mul(GRACE_PERIODS_PER_BODY)),
        }
    }
}

/// What sends requests.
pub(super) struct Transport {
    agent: Agent,
    connect: Option<Duration>,
    limits: Limits,
    proxies: Proxies,
    /// Why no server can be trusted, if that is so.
    without_roots: Option<String>,
    /// Whether the next request must not use a connection that is kept.
    is_wary: AtomicBool,
}

impl Transport {
    /// A transport with connections of its own.
    ///
    /// # Errors
    ///
    /// A variable of the environment names no proxy.
    pub(super) fn new(connect: Option<Duration>, limits: Limits) -> Result<Self, String> {
        let proxies = Proxies::from_env(|name| std::env::var(name).ok())?;
        let (tls, without_roots) = tls::config();
        let config = Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .user_agent("")
            .accept("")
            .accept_encoding("")
            .allow_non_standard_methods(true)
            .max_idle_connections(MAX_IDLE_CONNECTIONS)
            .max_idle_connections_per_host(MAX_IDLE_CONNECTIONS)
            .max_idle_age(MAX_IDLE_AGE)
            .tls_config(tls)
            .proxy(proxies.https().cloned())
            .timeout_connect(connect)
            .timeout_recv_response(limits.read)
            .timeout_recv_body(limits.body);
        Ok(Self {
            agent: config.build().new_agent(),
            connect,
            limits,
            proxies,
            without_roots,
            is_wary: AtomicBool::new(false),
        })
    }

    /// Gives up the connections that nobody uses, because the one that was used last may not be sound.
    pub(super) fn give_up_idle_connections(&self) {
        self.is_wary.store(true, Ordering::Relaxed);
    }

    /// Sends a request and reads the answer.
    pub(super) fn send(
        &self,
        request: Request<Bytes>,
        limits: Limits,
        max_bytes: usize,
    ) -> Result<Response<Bytes>, Fault> {
        if let Some(error) = &self.without_roots
            && request.uri().scheme() == Some(&Scheme::HTTPS)
        {
            return Err(Failure::construction(error.as_str()).into());
        }
        let proxy = self.proxies.of(request.uri());
        let peer = Peer {
            origin: origin(request.uri()),
            proxy: proxy.map(|proxy| format!("{}:{}", proxy.host(), proxy.port())),
        };
        let (mut parts, body) = request.into_parts();
        // `ureq` would write it first; the async client has it last.
        if !parts.headers.contains_key(HOST)
            && let Some(host) = host(&parts.uri)
        {
            parts.headers.insert(HOST, host);
        }
        let response = if body.is_empty() && !announces_body(&parts.method) {
            self.run(Request::from_parts(parts, ()), limits, proxy)
        } else {
            self.run(Request::from_parts(parts, &*body), limits, proxy)
        };
        let response = response.map_err(|error| fault(error, &peer, self.connect, limits.read))?;
        read_body(response, max_bytes, limits.body)
    }

    /// Sends a request. Settings of its own cost the TLS session that the pool would take up again; so it has them
    /// only where they differ.
    fn run(
        &self,
        request: Request<impl AsSendBody>,
        limits: Limits,
        proxy: Option<&ureq::Proxy>,
    ) -> Result<Response<Body>, ureq::Error> {
        let is_wary = self.is_wary.swap(false, Ordering::Relaxed);
        if !is_wary && limits == self.limits && proxy == self.proxies.https() {
            return self.agent.run(request);
        }
        let mut config = self
            .agent
            .configure_request(request)
            .proxy(proxy.cloned())
            .timeout_global(limits.attempt)
            .timeout_recv_response(limits.read)
            .timeout_recv_body(limits.body);
        if is_wary {
            config = config.max_idle_age(Duration::ZERO);
        }
        self.agent.run(config.build())
    }
}

impl fmt::Debug for Transport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Transport")
    }
}

/// Whether requests with this method say that their body is empty, if it is.
fn announces_body(method: &Method) -> bool {
    matches!(*method, Method::POST | Method::PUT | Method::PATCH)
}

/// The value of the header `host`: the port is left out if it is the scheme's own.
fn host(uri: &Uri) -> Option<HeaderValue> {
    let host = uri.host()?;
    let own = match uri.scheme_str() {
        Some("https") => Some(443),
        _ => Some(80),
    };
    match uri.port_u16() {
        port @ Some(_) if port != own => HeaderValue::try_from(format!("{host}:{}", port?)).ok(),
        _ => HeaderValue::from_str(host).ok(),
    }
}

/// Scheme, host and port, and nothing that a URL can hide.
fn origin(uri: &Uri) -> String {
    let scheme = uri.scheme_str().unwrap_or("http");
    let host = uri.host().unwrap_or_default();
    match uri.port() {
        Some(port) => format!("{scheme}://{host}:{port}"),
        None => format!("{scheme}://{host}"),
    }
}
