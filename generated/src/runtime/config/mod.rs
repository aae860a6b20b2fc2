//! The settings of a client.

#[cfg(not(feature = "aws-config"))]
mod app_name;
mod builder;
mod debug;
mod environment;
#[cfg(feature = "client")]
mod idempotency;
mod into_region;
#[cfg(feature = "client")]
mod overrides;
#[cfg(not(feature = "aws-config"))]
mod region;
#[cfg(feature = "aws-config")]
mod sdk_config;
mod token;
mod userinfo;

/// How calls are retried.
pub mod retry {
    pub use aws_smithy_types::retry::{ReconnectMode, RetryConfig, RetryConfigBuilder, RetryMode};
}

/// How long parts of a call may take.
pub mod timeout {
    pub use aws_smithy_types::timeout::{TimeoutConfig, TimeoutConfigBuilder};
}

#[cfg(not(feature = "aws-config"))]
pub use app_name::{AppName, InvalidAppName};
#[cfg(feature = "aws-config")]
pub use aws_types::{
    app_name::{AppName, InvalidAppName},
    region::Region,
};
pub use builder::Builder;
pub use environment::EnvironmentError;
pub use into_region::IntoRegion;
#[cfg(not(feature = "aws-config"))]
pub use region::Region;
pub use retry::{RetryConfig, RetryMode};
pub use timeout::TimeoutConfig;
#[cfg(feature = "client")]
pub(in crate::runtime) use token::is_token;
#[cfg(any(feature = "client", feature = "protocol-test"))]
pub(in crate::runtime) use userinfo::without_userinfo;

#[cfg(feature = "client")]
pub use aws_credential_types::Credentials;
#[cfg(feature = "client")]
pub use aws_credential_types::provider::{ProvideCredentials, SharedCredentialsProvider};
#[cfg(feature = "client")]
pub use aws_smithy_runtime_api::client::behavior_version::BehaviorVersion;
#[cfg(feature = "client")]
pub use aws_smithy_runtime_api::client::stalled_stream_protection::StalledStreamProtectionConfig;
#[cfg(feature = "client")]
pub use idempotency::IdempotencyTokenProvider;

#[cfg(feature = "aws-config")]
use std::sync::Arc;

#[cfg(feature = "client")]
pub use crate::runtime::call::{AttemptInfo, CallInfo, Intercept, SharedInterceptor};
#[cfg(feature = "client")]
use crate::runtime::client::Service;
#[cfg(feature = "client")]
pub use crate::runtime::client::Transport;
use crate::runtime::endpoint::ContextParams;
pub use crate::runtime::retry::Generation;
#[cfg(feature = "test-util")]
use crate::runtime::test_util::Rules;

/// How large the body of an answer may be unless the settings say otherwise: 64 MiB.
pub const DEFAULT_MAX_RESPONSE_BYTES: usize = 64 * 1024 * 1024;

/// The settings of a client. What is not set has the default that is named with it.
///
/// `Debug` shows no secret: of an endpoint neither user name nor password, of credentials, hooks and transport only
/// whether there are any.
#[derive(Clone, Default)]
pub struct Config {
    region: Option<Region>,
    endpoint_url: Option<String>,
    use_fips: Option<bool>,
    use_dual_stack: Option<bool>,
    retry_config: Option<RetryConfig>,
    retry_generation: Option<Generation>,
    timeout_config: Option<TimeoutConfig>,
    app_name: Option<AppName>,
    disable_clock_skew_correction: Option<bool>,
    max_response_bytes: Option<usize>,
    validate_inputs: Option<bool>,
    context_params: ContextParams,
    #[cfg(feature = "request-compression")]
    disable_request_compression: Option<bool>,
    #[cfg(feature = "request-compression")]
    request_min_compression_size_bytes: Option<u32>,
    #[cfg(feature = "client")]
    stalled_stream_protection: Option<StalledStreamProtectionConfig>,
    #[cfg(feature = "client")]
    credentials_provider: Option<SharedCredentialsProvider>,
    #[cfg(feature = "client")]
    interceptors: Vec<SharedInterceptor>,
    #[cfg(feature = "client")]
    transport: Option<Transport>,
    #[cfg(feature = "client")]
    idempotency_token_provider: Option<IdempotencyTokenProvider>,
    /// Where the endpoint of a service stands, if it is not `endpoint_url` then.
    #[cfg(feature = "aws-config")]
    service_endpoints: Option<Arc<dyn sdk_config::ServiceEndpoints>>,
    #[cfg(feature = "test-util")]
    rules: Option<Rules>,
    /// Whether the client is one under test: it shares retry tokens with nobody, and waiters wait for nothing.
    #[cfg(feature = "test-util")]
    is_isolated: bool,
}

impl Config {
    /// Starts to put settings together.
    #[must_use]
    pub fn builder() -> Builder {
        Builder::default()
    }

    /// Starts from these settings.
    #[must_use]
    pub fn to_builder(&self) -> Builder {
        Builder {
            config: self.clone(),
        }
    }

    /// The region. There is no default: a call fails whose endpoint or signature needs one.
    #[must_use]
    pub fn region(&self) -> Option<&Region> {
        self.region.as_ref()
    }

    /// The URL of an endpoint to call in place of the service's own; unless set, that one is called.
    #[must_use]
    pub fn endpoint_url(&self) -> Option<&str> {
        self.endpoint_url.as_deref()
    }

    /// Whether endpoints that conform to FIPS 140 are called; not unless set.
    #[must_use]
    pub fn use_fips(&self) -> Option<bool> {
        self.use_fips
    }

    /// Whether endpoints that speak IPv6 and IPv4 are called; not unless set.
    #[must_use]
    pub fn use_dual_stack(&self) -> Option<bool> {
        self.use_dual_stack
    }

    /// How calls are retried; unless set, three attempts in the standard mode.
    #[must_use]
    pub fn retry_config(&self) -> Option<&RetryConfig> {
        self.retry_config.as_ref()
    }

    /// Which generation of AWS's retry behaviour is followed; unless set, the one that
    /// [`retry_config`](Self::retry_config) names (with `RetryConfig::with_retry_spec`), else 2.1 if the environment
    /// has `AWS_NEW_RETRIES_2026=true`, and else 2.0.
    #[must_use]
    pub fn retry_generation(&self) -> Option<Generation> {
        self.retry_generation
    }

    /// How long parts of a call may take; unless set, 3.1 s to connect, and no other limit.
    #[must_use]
    pub fn timeout_config(&self) -> Option<&TimeoutConfig> {
        self.timeout_config.as_ref()
    }

    /// The name of the application in the user agent; none unless set.
    #[must_use]
    pub fn app_name(&self) -> Option<&AppName> {
        self.app_name.as_ref()
    }

    /// Whether signatures are made for our own clock even if the service's differs; unless set, only if the environment
    /// has `AWS_DISABLE_CLOCK_SKEW_CORRECTION=true`.
    #[must_use]
    pub fn disable_clock_skew_correction(&self) -> Option<bool> {
        self.disable_clock_skew_correction
    }

    /// How many bytes the body of an answer may have; unless set, [64 MiB](DEFAULT_MAX_RESPONSE_BYTES).
    #[must_use]
    pub fn max_response_bytes(&self) -> usize {
        self.max_response_bytes
            .unwrap_or(DEFAULT_MAX_RESPONSE_BYTES)
    }

    /// Whether inputs are held against the constraints of the model before they are sent; not unless set.
    #[must_use]
    pub fn validate_inputs(&self) -> Option<bool> {
        self.validate_inputs
    }

    /// What calls say to the endpoint rules unless they say otherwise themselves; nothing unless set.
    #[must_use]
    pub fn context_params(&self) -> &ContextParams {
        &self.context_params
    }
}

#[cfg(feature = "request-compression")]
impl Config {
    /// Whether bodies are sent as they are by operations that could compress them; not unless set.
    #[must_use]
    pub fn disable_request_compression(&self) -> Option<bool> {
        self.disable_request_compression
    }

    /// How many bytes a body must have for an operation to compress it that can; unless set, 10,240.
    #[must_use]
    pub fn request_min_compression_size_bytes(&self) -> Option<u32> {
        self.request_min_compression_size_bytes
    }
}

#[cfg(feature = "client")]
impl Config {
    /// What to do about answers that come too slowly. Unless set, an answer to an async client fails that brings less
    /// than 1 byte per second for 5 s; the body of one to a blocking client has twelve times as long, a minute.
    #[must_use]
    pub fn stalled_stream_protection(&self) -> Option<&StalledStreamProtectionConfig> {
        self.stalled_stream_protection.as_ref()
    }

    /// Where credentials come from. There is no default: a call fails that is to be signed.
    #[must_use]
    pub fn credentials_provider(&self) -> Option<SharedCredentialsProvider> {
        self.credentials_provider.clone()
    }

    /// What looks at every request and attempt, in order; nothing unless set.
    #[must_use]
    pub fn interceptors(&self) -> &[SharedInterceptor] {
        &self.interceptors
    }

    /// What sends requests, if it is not the crate's own transport.
    #[must_use]
    pub fn transport(&self) -> Option<&Transport> {
        self.transport.as_ref()
    }

    /// What makes idempotency tokens for calls that have none; unless set, they are random.
    #[must_use]
    pub fn idempotency_token_provider(&self) -> Option<&IdempotencyTokenProvider> {
        self.idempotency_token_provider.as_ref()
    }

    /// The settings as they are for one service: the endpoint is decided.
    #[cfg(feature = "aws-config")]
    pub(in crate::runtime) fn for_service(mut self, service: &Service) -> Self {
        let endpoints = self.service_endpoints.take();
        if let Some(url) = endpoints.and_then(|endpoints| endpoints.endpoint_url(service)) {
            self.endpoint_url = Some(url);
        }
        self
    }

    /// The settings as they are for one service: the same as for every other.
    #[cfg(not(feature = "aws-config"))]
    pub(in crate::runtime) fn for_service(self, _service: &Service) -> Self {
        self
    }
}

#[cfg(feature = "test-util")]
impl Config {
    /// What answers calls in place of a transport. A client under test that was told neither that nor where to send
    /// has no rules, so that what a test forgets does not reach AWS.
    pub(in crate::runtime) fn rules(&self) -> Option<&Rules> {
        static NONE: Rules = Rules::new();

        let is_sent = self.transport.is_some() || self.endpoint_url.is_some();
        let forgotten = (self.is_isolated && !is_sent).then_some(&NONE);
        self.rules.as_ref().or(forgotten)
    }

    /// Whether the client is one under test: it shares retry tokens with nobody, and waiters wait for nothing.
    pub(in crate::runtime) fn is_isolated(&self) -> bool {
        self.is_isolated
    }
}

impl From<&Config> for Config {
    fn from(config: &Config) -> Self {
        config.clone()
    }
}

#[cfg(all(test, feature = "client"))]
mod tests;
