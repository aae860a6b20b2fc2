//! The blocking client: a thin loop around the engine, on threads alone.

mod body;
mod credentials;
mod failure;
mod iterators;
mod proxy;
mod request;
mod tls;
mod transport;
mod waiting;

use std::sync::Arc;
use std::thread;
use std::time::Duration;

use tracing::{Span, debug_span};

use super::credentials::{CredentialsCache, no_credentials};
use super::customize::CustomizableOperation;
use super::decoder::{Decoder, request};
use super::proxies::Proxies;
use super::stub::{Answering, answering, is_stubbed};
use super::{Auth, CallResult, Caller, Service};
use crate::runtime::Operation;
use crate::runtime::call::{Call, CallOptions, Core, Decode, End, Failure, Now, Step};
use crate::runtime::config::{Builder, Config, EnvironmentError};
use crate::runtime::error::BoxError;
use failure::Fault;
pub use iterators::{ItemIter, PageIter};
use transport::{Limits, Transport};

/// Carries out calls for code that blocks. A clone shares connections, credentials and retry tokens.
///
/// It can be called from any thread, those of a Tokio runtime among them, and blocks that thread. Where a provider of
/// credentials has to be awaited, that happens on a thread of its own with a Tokio runtime of its own.
///
/// Its transport differs from the async one in this:
///
/// - It speaks HTTP/1.1, not HTTP/2.
/// - Every request goes through a tunnel (`CONNECT`) of an HTTP proxy, if there is one: `http://` ones too.
/// - How slow the body of an answer may be cannot be measured while it comes. Instead, the whole body has to come
///   within twelve times the grace period of
///   [`stalled_stream_protection`](crate::runtime::config::Builder::stalled_stream_protection): one minute unless
///   the settings say otherwise.
/// - A `POST` without content says so: `content-length: 0`
///   ([RFC 9110, section 8.6](https://www.rfc-editor.org/rfc/rfc9110#section-8.6)).
/// - The read time-out holds for sending the head of a request, then for sending its body, then for the wait for the
///   answer: for each of them anew. Looking up the address of a host may take as long as connecting, and is not part
///   of it.
/// - When a connection is given up, all that are idle are given up with it.
/// - A transport that is set with [`Builder::transport`](crate::runtime::config::Builder::transport) is for async
///   code: calls with such settings fail.
///
/// The library below it, `ureq`, tells the facade `log` at the level `trace` the heads of requests and all of the
/// answers, secrets included, and a library cannot switch that off. A program that logs at that level should leave the
/// target out, with the directive `ureq_proto=off`: `RUST_LOG=trace,ureq_proto=off` for `env_logger` and for the
/// `EnvFilter` of `tracing-subscriber`.
#[derive(Clone, Debug)]
pub struct Blocking {
    shared: Arc<Shared>,
}

#[derive(Debug)]
struct Shared {
    core: Core,
    credentials: Option<Arc<CredentialsCache>>,
    /// What sends, or why nothing can.
    transport: Arc<Result<Transport, String>>,
    /// Tells the time; a test can have another clock.
    clock: fn() -> Now,
}

impl Caller for Blocking {
    fn new(service: &'static Service, config: Config) -> Self {
        let core = Core::new(service, config);
        let limits = Limits::new(&core);
        Self {
            shared: Arc::new(Shared {
                credentials: CredentialsCache::of(core.config()),
                transport: Arc::new(if is_stubbed(core.config()) {
                    Err("rules answer its calls".to_owned())
                } else {
                    let proxies = Proxies::from_env();
                    Ok(Transport::new(core.timeouts().connect, limits, proxies))
                }),
                core,
                clock: Now::read,
            }),
        }
    }

    fn from_env(service: &'static Service, given: Builder) -> Result<Self, EnvironmentError> {
        Ok(Self::new(service, given.completed_from_env(service)?))
    }

    fn config(&self) -> &Config {
        self.shared.core.config()
    }
}

impl Blocking {
    /// Sends a call and waits for its answer.
    ///
    /// # Errors
    ///
    /// Nothing could be sent, nothing came back in time, or the service answered with an error.
    pub fn send<O>(&self, input: O) -> CallResult<O>
    where
        O: Operation + 'static,
        O::Output: Send,
    {
        self.send_with(input, CallOptions::default())
    }

    fn send_with<O>(&self, mut input: O, options: CallOptions) -> CallResult<O>
    where
        O: Operation + 'static,
        O::Output: Send,
    {
        let options = options.for_operation::<O>();
        let request = request(&mut input, self.shared.core.config(), &options);
        let mut stub = answering(self.shared.core.config(), &input);
        let mut decoder = Decoder::<O>::new();
        let end = drive(
            &self.shared,
            O::NAME,
            request,
            options,
            &mut stub,
            &mut decoder,
        );
        decoder.finish(end)
    }

    /// The same client with other settings. What they leave alone is shared.
    fn with_overrides(&self, overrides: Config) -> Self {
        let shared = &self.shared;
        let (kept, config) = (shared.credentials.as_ref(), shared.core.config());
        let (config, credentials) = CredentialsCache::overridden(kept, config, overrides);
        Self {
            shared: Arc::new(Shared {
                core: shared.core.with_config(config),
                credentials,
                transport: Arc::clone(&shared.transport),
                clock: shared.clock,
            }),
        }
    }
}

impl<O> CustomizableOperation<Blocking, O>
where
    O: Operation + 'static,
    O::Output: Send,
{
    /// Sends the call and waits for its answer.
    ///
    /// # Errors
    ///
    /// Nothing could be sent, nothing came back in time, or the service answered with an error.
    pub fn send(self) -> CallResult<O> {
        let client = match self.overrides {
            Some(overrides) => self.client.with_overrides(overrides),
            None => self.client,
        };
        client.send_with(self.input, self.options)
    }
}

/// Drives a call to its end.
fn drive(
    shared: &Shared,
    operation: &'static str,
    request: Result<http::Request<bytes::Bytes>, BoxError>,
    options: CallOptions,
    stub: &mut Option<Answering>,
    decode: &mut dyn Decode,
) -> Option<End> {
    let mut call = Call::new(&shared.core, operation, request, options, (shared.clock)());
    let span = debug_span!(
        "invoke",
        rpc.system = "aws-api",
        rpc.service = shared.core.service().sdk_id,
        rpc.method = operation,
        sdk_invocation_id = call.invocation_id(),
    );
    let _entered = span.enter();
    loop {
        match call.next((shared.clock)()) {
            Step::Done => return call.into_end(),
            Step::Wait(wait) => thread::sleep(wait),
            Step::Attempt(limit) => {
                let span = debug_span!("try_attempt", attempt = call.attempt());
                let end = span.in_scope(|| attempt(shared, &mut call, stub, limit, &span));
                let end = end.map_err(|fault| match fault {
                    Fault::Elapsed => call.elapsed_attempt(),
                    Fault::Failed(failure) => failure,
                });
                let poisons = call.ended(end, decode, (shared.clock)(), fastrand::f64());
                if let Ok(transport) = &*shared.transport
                    && poisons
                    && shared.core.reconnects()
                {
                    transport.give_up_idle_connections();
                }
            }
        }
    }
}

/// Makes one attempt, in this span.
fn attempt(
    shared: &Shared,
    call: &mut Call<'_>,
    stub: &mut Option<Answering>,
    limit: Option<Duration>,
    span: &Span,
) -> Result<http::Response<bytes::Bytes>, Fault> {
    let started = (shared.clock)().instant;
    if stub.is_none() && shared.core.config().transport().is_some() {
        return Err(Failure::construction(TRANSPORT_IS_ASYNC).into());
    }
    let credentials = match (call.auth(), &shared.credentials) {
        (Auth::None, _) | (Auth::Optional, None) => None,
        (_, Some(cache)) => Some(credentials::get(cache, limit, span)?),
        (Auth::Signed, None) => return Err(Failure::construction(no_credentials()).into()),
    };
    let request = call.request(credentials.as_ref(), (shared.clock)())?;
    if let Some(stub) = stub {
        return Ok(stub.answer(&request)?);
    }
    let transport = match &*shared.transport {
        Ok(transport) => transport,
        Err(error) => return Err(Failure::construction(error.as_str()).into()),
    };
    let left = match limit {
        Some(limit) => {
            let taken = (shared.clock)().instant.saturating_duration_since(started);
            match limit.saturating_sub(taken) {
                Duration::ZERO => return Err(Fault::Elapsed),
                left => Some(left),
            }
        }
        None => None,
    };
    let limits = Limits::new(&shared.core).with_attempt(left);
    transport.send(request, limits, shared.core.config().max_response_bytes())
}

/// What to say where the settings have a transport that the blocking client cannot use.
const TRANSPORT_IS_ASYNC: &str = "the transport that `Config::builder().transport(..)` sets is for async code; leave it \
                                  out for the blocking client, or use the async one";

#[cfg(test)]
mod tests;
