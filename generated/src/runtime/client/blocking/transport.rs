//! The transport of the blocking client: `ureq`'s agent, with a pool of connections, HTTP/1.1, TLS, and the proxies
//! that the environment names. There is one agent for each scheme, because each may have a proxy of its own.

use std::fmt;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use bytes::Bytes;
use http::header::{HOST, HeaderValue};
use http::uri::Scheme;
use http::{Method, Request, Response};
use ureq::{Agent, AsSendBody, Body};

use super::body::read_body;
use super::failure::{Fault, Peer, cannot_connect, fault};
use super::proxy::for_ureq;
use super::request::{MAX_LINE, check};
use super::tls;
use crate::runtime::call::{Core, Failure};
use crate::runtime::client::proxies::{Proxies, ProxyKind};
use crate::runtime::client::stalled::grace_period;
use crate::runtime::http::host;

/// How many connections are kept while nobody uses them.
const MAX_IDLE_CONNECTIONS: usize = 128;

/// How long a connection is kept that nobody uses.
const MAX_IDLE_AGE: Duration = Duration::from_secs(90);

/// A whole body may take so many grace periods.
pub(super) const GRACE_PERIODS_PER_BODY: u32 = 12;

/// How long parts of an exchange may take; `None` is for ever, and stands for what ends beyond all clocks too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Limits {
    /// All of it.
    attempt: Option<Duration>,
    /// Sending the head of the request; then sending its body; then all up to the end of the answer's headers: each of
    /// these may take as long.
    read: Option<Duration>,
    /// From there to the end of the answer's body.
    body: Option<Duration>,
}

impl Limits {
    /// What the settings say, but for the limit of an attempt.
    pub(super) fn new(core: &Core) -> Self {
        let grace = grace_period(core.config());
        Self {
            attempt: None,
            read: core.timeouts().read.and_then(reachable),
            body: grace.and_then(|grace| reachable(grace.saturating_mul(GRACE_PERIODS_PER_BODY))),
        }
    }

    /// The same, with a limit for the whole attempt.
    pub(super) fn with_attempt(self, limit: Option<Duration>) -> Self {
        let attempt = limit.and_then(reachable);
        Self { attempt, ..self }
    }
}

/// The limit, or none if it ends beyond what a clock can show: `ureq` adds it to the time, and would panic. It is
/// doubled because time goes on until then.
fn reachable(limit: Duration) -> Option<Duration> {
    let end = Instant::now().checked_add(limit.saturating_mul(2));
    end.map(|_| limit)
}

/// What sends requests.
pub(super) struct Transport {
    http: OnceLock<Agent>,
    https: OnceLock<Agent>,
    connect: Option<Duration>,
    limits: Limits,
    proxies: Proxies,
    /// Whether the next request must not use a connection that is kept.
    is_wary: AtomicBool,
}

impl Transport {
    /// A transport with connections of its own.
    pub(super) fn new(connect: Option<Duration>, limits: Limits, proxies: Proxies) -> Self {
        Self {
            http: OnceLock::new(),
            https: OnceLock::new(),
            connect: connect.and_then(reachable),
            limits,
            proxies,
            is_wary: AtomicBool::new(false),
        }
    }

    /// The agent for URLs of this scheme. It is made when it is needed, because root certificates take long to load.
    fn agent(&self, is_https: bool) -> Result<&Agent, String> {
        let agent = if is_https { &self.https } else { &self.http };
        if let Some(agent) = agent.get() {
            return Ok(agent);
        }
        // What names no proxy is an error of those requests alone that would go through one.
        let proxy = self.proxies.of_scheme(is_https);
        let proxy = proxy.and_then(|named| named.as_ref().ok());
        let mut config = Agent::config_builder();
        if is_https || proxy.is_some_and(|proxy| proxy.kind() == ProxyKind::Https) {
            config = config.tls_config(tls::config()?);
        }
        let config = config
            .http_status_as_error(false)
            .max_redirects(0)
            .user_agent("")
            .accept("")
            .accept_encoding("")
            .allow_non_standard_methods(true)
            .max_idle_connections(MAX_IDLE_CONNECTIONS)
            .max_idle_connections_per_host(MAX_IDLE_CONNECTIONS)
            .max_idle_age(MAX_IDLE_AGE)
            .output_buffer_size(MAX_LINE)
            .proxy(proxy.map(|proxy| for_ureq(proxy)).transpose()?)
            .timeout_resolve(self.connect)
            .timeout_connect(self.connect)
            .timeout_send_request(self.limits.read)
            .timeout_send_body(self.limits.read)
            .timeout_recv_response(self.limits.read)
            .timeout_recv_body(self.limits.body);
        Ok(agent.get_or_init(|| config.build().new_agent()))
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
        check(&request).map_err(Failure::construction)?;
        let is_https = request.uri().scheme() == Some(&Scheme::HTTPS);
        let proxy = self.proxies.proxy_to(request.uri());
        let peer = Peer::new(request.uri(), proxy.ok().flatten());
        let proxy = proxy.map_err(|unusable| cannot_connect(&unusable.to_string(), &peer))?;
        let agent = self.agent(is_https);
        let agent = agent.map_err(|error| cannot_connect(&error, &peer))?;
        let (mut parts, body) = request.into_parts();
        // `ureq` would write it first; the async client has it last.
        if !parts.headers.contains_key(HOST)
            && let Some(host) = host(&parts.uri)
            && let Ok(host) = HeaderValue::from_str(&host)
        {
            parts.headers.insert(HOST, host);
        }
        let has_usual_proxy = proxy.is_some() == agent.config().proxy().is_some();
        let config = self.request_config(has_usual_proxy, limits);
        let response = if body.is_empty() && !announces_body(&parts.method) {
            run(agent, Request::from_parts(parts, ()), config)
        } else {
            run(agent, Request::from_parts(parts, &*body), config)
        };
        let response = response.map_err(|error| fault(error, &peer, self.connect, limits.read))?;
        read_body(response, max_bytes, limits.body)
    }

    /// What a request has in place of the settings of its agent, if anything.
    fn request_config(&self, has_usual_proxy: bool, limits: Limits) -> Option<RequestConfig> {
        let is_wary = self.is_wary.swap(false, Ordering::Relaxed);
        let is_usual = has_usual_proxy && !is_wary && limits == self.limits;
        (!is_usual).then_some(RequestConfig {
            limits,
            has_usual_proxy,
            is_wary,
        })
    }
}

/// What a request has in place of the settings of its agent.
struct RequestConfig {
    limits: Limits,
    has_usual_proxy: bool,
    is_wary: bool,
}

/// Sends a request. With settings of its own, a new connection cannot take up the TLS session of an earlier one.
fn run(
    agent: &Agent,
    request: Request<impl AsSendBody>,
    own: Option<RequestConfig>,
) -> Result<Response<Body>, ureq::Error> {
    let Some(own) = own else {
        return agent.run(request);
    };
    let mut config = agent
        .configure_request(request)
        .timeout_global(own.limits.attempt)
        .timeout_send_request(own.limits.read)
        .timeout_send_body(own.limits.read)
        .timeout_recv_response(own.limits.read)
        .timeout_recv_body(own.limits.body);
    if !own.has_usual_proxy {
        config = config.proxy(None);
    }
    if own.is_wary {
        config = config.max_idle_age(Duration::ZERO);
    }
    agent.run(config.build())
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

#[cfg(test)]
mod tests;
