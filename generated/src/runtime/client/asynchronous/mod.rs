//! The async client: a thin loop around the engine.

mod body;
mod clock;
mod failure;
#[cfg(any(
    feature = "rustls-ring",
    feature = "rustls-aws-lc",
    feature = "native-tls"
))]
mod hyper;
mod streams;
mod transport;
mod waiting;

use std::ops::ControlFlow;
use std::sync::Arc;

use aws_credential_types::Credentials;
use bytes::Bytes;
use http::{Method, Request};
use tracing::{Instrument, debug_span};

use super::credentials::{CredentialsCache, no_credentials};
use super::customize::CustomizableOperation;
use super::decoder::{Decoder, request};
use super::stub::{Answering, answering, is_stubbed};
use super::{Auth, CallResult, Caller, Service};
use crate::runtime::Operation;
use crate::runtime::call::{Call, CallOptions, Core, Decode, End, Failure, Now, Step};
use crate::runtime::config::{Builder, Config, EnvironmentError};
use crate::runtime::error::BoxError;
use body::read_body;
#[cfg(any(
    feature = "rustls-ring",
    feature = "rustls-aws-lc",
    feature = "native-tls"
))]
pub use hyper::{InvalidRootCertificates, TransportBuilder};
pub use streams::{ItemStream, PageStream};
pub use transport::Transport;
use transport::{Connection, Exchange, within};

/// Carries out calls for async code, on a Tokio runtime with time enabled
/// ([`enable_time`](tokio::runtime::Builder::enable_time) or `enable_all`): time-outs, the waits between attempts and
/// the guard against stalled answers panic on one without. A clone shares connections, credentials and retry tokens.
#[derive(Clone, Debug)]
pub struct Async {
    shared: Arc<Shared>,
}

#[derive(Debug)]
struct Shared {
    core: Core,
    credentials: Option<Arc<CredentialsCache>>,
    transport: Result<Transport, String>,
}

impl Caller for Async {
    fn new(service: &'static Service, config: Config) -> Self {
        let core = Core::new(service, config);
        let transport = match core.config().transport() {
            Some(transport) => Ok(transport.clone()),
            None if is_stubbed(core.config()) => Err("rules answer its calls".to_owned()),
            None => default_transport(&core),
        };
        Self {
            shared: Arc::new(Shared {
                credentials: CredentialsCache::of(core.config()),
                transport,
                core,
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

#[cfg(any(
    feature = "rustls-ring",
    feature = "rustls-aws-lc",
    feature = "native-tls"
))]
fn default_transport(core: &Core) -> Result<Transport, String> {
    let builder = Transport::builder().connect_timeout(core.timeouts().connect);
    builder.build().map_err(|error| error.to_string())
}

#[cfg(not(any(
    feature = "rustls-ring",
    feature = "rustls-aws-lc",
    feature = "native-tls"
)))]
fn default_transport(_core: &Core) -> Result<Transport, String> {
    Err("the client has no transport: enable one of the features `rustls-ring`, `rustls-aws-lc` and `native-tls` of \
         `ivs-realtime`, or bring a transport with `Config::builder().transport(..)`"
        .to_owned())
}

impl Async {
    /// Sends a call and waits for its answer.
    ///
    /// # Errors
    ///
    /// Nothing could be sent, nothing came back in time, or the service answered with an error.
    pub fn send<O>(&self, input: O) -> impl Future<Output = CallResult<O>> + Send + use<O>
    where
        O: Operation + Send + 'static,
        O::Output: Send,
    {
        self.send_with(input, CallOptions::default())
    }

    fn send_with<O>(
        &self,
        mut input: O,
        options: CallOptions,
    ) -> impl Future<Output = CallResult<O>> + Send + use<O>
    where
        O: Operation + Send + 'static,
        O::Output: Send,
    {
        let options = options.for_operation::<O>();
        let shared = Arc::clone(&self.shared);
        let request = request(&mut input, shared.core.config(), &options).map(Box::new);
        let mut stub = answering(shared.core.config(), &input);
        // On the heap, so that a caller's own future stays small; and in pieces, because allocators have small blocks
        // at hand, and tidy up for large ones.
        Box::pin(async move {
            let mut decoder = Decoder::<O>::new();
            let end = drive(&shared, O::NAME, request, options, &mut stub, &mut decoder).await;
            decoder.finish(end)
        })
    }

    /// The same client with other settings. What they leave alone is shared.
    fn with_overrides(&self, overrides: Config) -> Self {
        let shared = &self.shared;
        let transport = match overrides.transport() {
            Some(transport) => Ok(transport.clone()),
            None => shared.transport.clone(),
        };
        let (kept, config) = (shared.credentials.as_ref(), shared.core.config());
        let (config, credentials) = CredentialsCache::overridden(kept, config, overrides);
        Self {
            shared: Arc::new(Shared {
                core: shared.core.with_config(config),
                credentials,
                transport,
            }),
        }
    }
}

impl<O> CustomizableOperation<Async, O>
where
    O: Operation + Send + 'static,
    O::Output: Send,
{
    /// Sends the call and waits for its answer.
    ///
    /// # Errors
    ///
    /// Nothing could be sent, nothing came back in time, or the service answered with an error.
    pub fn send(self) -> impl Future<Output = CallResult<O>> + Send + use<O> {
        let client = match self.overrides {
            Some(overrides) => self.client.with_overrides(overrides),
            None => self.client,
        };
        client.send_with(self.input, self.options)
    }
}

/// Drives a call to its end.
fn drive<'a>(
    shared: &'a Shared,
    operation: &'static str,
    request: Result<Box<Request<Bytes>>, BoxError>,
    options: CallOptions,
    stub: &'a mut Option<Answering>,
    decode: &'a mut dyn Decode,
) -> impl Future<Output = Option<End>> + Send + 'a {
    let request = request.map(|request| *request);
    let mut now = clock::now();
    let call = Call::new(&shared.core, operation, request, options, now);
    let mut call = Box::new(call);
    let span = debug_span!(
        "invoke",
        rpc.system = "aws-api",
        rpc.service = shared.core.service().sdk_id,
        rpc.method = operation,
        sdk_invocation_id = call.invocation_id(),
    );
    async move {
        loop {
            match call.next(now) {
                Step::Done => return call.into_end(),
                Step::Wait(wait) => {
                    Box::pin(tokio::time::sleep(wait)).await;
                    now = clock::later(now);
                }
                Step::Attempt(limit) => {
                    let mut connection = Connection::default();
                    let span = debug_span!("try_attempt", attempt = call.attempt());
                    let attempt = attempt(shared, &mut call, stub, &mut connection, now);
                    let attempt = Box::pin(attempt.instrument(span));
                    let end = match limit {
                        Some(limit) => Box::pin(tokio::time::timeout(limit, attempt)).await.ok(),
                        None => Some(attempt.await),
                    };
                    let end = end.unwrap_or_else(|| Err(call.elapsed_attempt()));
                    now = clock::later(now);
                    let poisons = call.ended(end, decode, now, fastrand::f64());
                    if poisons && shared.core.reconnects() {
                        connection.poison();
                    }
                }
            }
        }
    }
    .instrument(span)
}

/// Makes one attempt, which begins `now`.
async fn attempt(
    shared: &Shared,
    call: &mut Call<'_>,
    stub: &mut Option<Answering>,
    connection: &mut Connection,
    mut now: Now,
) -> End {
    let begun = {
        let credentials = match (call.auth(), &shared.credentials) {
            (Auth::None, _) | (Auth::Optional, None) => None,
            (_, Some(cache)) => match cache.fresh(now.time) {
                Some(credentials) => Some(credentials),
                None => {
                    let credentials = cache.get(now.time).await?;
                    now = clock::later(now);
                    Some(credentials)
                }
            },
            (Auth::Signed, None) => return Err(Failure::construction(no_credentials())),
        };
        begin(shared, call, stub, credentials.as_ref(), now)
    };
    let (exchange, is_head) = match begun {
        ControlFlow::Continue(begun) => begun,
        ControlFlow::Break(end) => return end,
    };
    *connection = exchange.connection;
    let response = match shared.core.timeouts().read {
        Some(limit) => Box::pin(within(limit, exchange.response, connection)).await,
        None => exchange.response.await,
    };
    read_body(response?, is_head, shared.core.config()).await
}

/// Sends the request of an attempt, and says whether it has the method `HEAD`; or breaks off with the end of the attempt,
/// if there is nothing to wait for. It is no part of the future: what lives while an attempt waits has to fit into a small
/// block, and a request is large.
fn begin(
    shared: &Shared,
    call: &mut Call<'_>,
    stub: &mut Option<Answering>,
    credentials: Option<&Credentials>,
    now: Now,
) -> ControlFlow<End, (Exchange, bool)> {
    let request = match call.request(credentials, now) {
        Ok(request) => request,
        Err(failure) => return ControlFlow::Break(Err(failure)),
    };
    if let Some(stub) = stub {
        return ControlFlow::Break(stub.answer(&request));
    }
    let is_head = request.method() == Method::HEAD;
    match &shared.transport {
        Ok(transport) => ControlFlow::Continue((transport.send(request), is_head)),
        Err(error) => ControlFlow::Break(Err(Failure::construction(error.as_str()))),
    }
}

#[cfg(test)]
mod tests;
