//! Putting the settings of a client together.

use super::retry::RetryConfig;
use super::timeout::TimeoutConfig;
use super::{AppName, Config, IntoRegion, Region};
#[cfg(feature = "client")]
use super::{
    BehaviorVersion, IdempotencyTokenProvider, ProvideCredentials, SharedCredentialsProvider,
    StalledStreamProtectionConfig,
};
#[cfg(feature = "client")]
use crate::runtime::call::{Intercept, SharedInterceptor};
#[cfg(feature = "client")]
use crate::runtime::client::Transport;
use crate::runtime::endpoint::ContextValue;
use crate::runtime::retry::Generation;
#[cfg(feature = "test-util")]
use crate::runtime::test_util::Rules;

/// Puts the settings of a client together.
///
/// Each setting has two methods: one that sets it, and one with `set_` in front that can clear it too. What is not set
/// has the default that [`Config`] names.
#[derive(Clone, Default)]
pub struct Builder {
    pub(super) config: Config,
}

impl From<Config> for Builder {
    fn from(config: Config) -> Self {
        Self { config }
    }
}

/// The two methods of a setting.
macro_rules! setting {
    ($(#[$doc:meta])* $name:ident, $set:ident, $type:ty) => {
        $(#[$doc])*
        #[must_use]
        pub fn $name(mut self, value: $type) -> Self {
            self.config.$name = Some(value);
            self
        }

        #[doc = concat!("Sets or clears [`", stringify!($name), "`](Self::", stringify!($name), ").")]
        pub fn $set(&mut self, value: Option<$type>) -> &mut Self {
            self.config.$name = value;
            self
        }
    };
}

impl Builder {
    /// Starts with nothing set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets the region: `Region::new("us-east-1")`, or the text alone. `None` clears it.
    #[must_use]
    pub fn region(mut self, region: impl IntoRegion) -> Self {
        self.config.region = region.into_region();
        self
    }

    /// Sets or clears [`region`](Self::region).
    pub fn set_region(&mut self, region: Option<Region>) -> &mut Self {
        self.config.region = region;
        self
    }

    /// Sets the URL of an endpoint to call in place of the service's own.
    #[must_use]
    pub fn endpoint_url(mut self, url: impl Into<String>) -> Self {
        self.set_endpoint_url(Some(url.into()));
        self
    }

    /// Sets or clears [`endpoint_url`](Self::endpoint_url).
    pub fn set_endpoint_url(&mut self, url: Option<String>) -> &mut Self {
        self.config.endpoint_url = url;
        #[cfg(feature = "aws-config")]
        {
            self.config.service_endpoints = None;
        }
        self
    }

    setting! {
        /// Sets whether endpoints that conform to FIPS 140 are called.
        use_fips, set_use_fips, bool
    }

    setting! {
        /// Sets whether endpoints that speak IPv6 and IPv4 are called.
        use_dual_stack, set_use_dual_stack, bool
    }

    setting! {
        /// Sets how calls are retried.
        retry_config, set_retry_config, RetryConfig
    }

    setting! {
        /// Sets which generation of AWS's retry behaviour is followed, whatever [`retry_config`](Self::retry_config)
        /// and the environment say. Unless it is set, `AWS_NEW_RETRIES_2026=true` in the environment makes it 2.1.
        retry_generation, set_retry_generation, Generation
    }

    setting! {
        /// Sets how long parts of a call may take.
        ///
        /// A limit on connecting holds for a client, not for a single call; the others hold for both. The limit
        /// on reading is the time from sending a request to the end of the answer's headers. It begins once there is
        /// a connection; with a transport that is brought, when the request is handed over.
        timeout_config, set_timeout_config, TimeoutConfig
    }

    setting! {
        /// Sets the name of the application in the user agent.
        app_name, set_app_name, AppName
    }

    /// Sets whether signatures are made for our own clock even if the service's differs. `None` clears it: then they are
    /// only if the environment has `AWS_DISABLE_CLOCK_SKEW_CORRECTION=true`.
    #[must_use]
    pub fn disable_clock_skew_correction(mut self, disable: impl Into<Option<bool>>) -> Self {
        self.config.disable_clock_skew_correction = disable.into();
        self
    }

    /// Sets or clears [`disable_clock_skew_correction`](Self::disable_clock_skew_correction).
    pub fn set_disable_clock_skew_correction(&mut self, disable: Option<bool>) -> &mut Self {
        self.config.disable_clock_skew_correction = disable;
        self
    }

    setting! {
        /// Sets how many bytes the body of an answer may have; unless set, [64
        /// MiB](super::DEFAULT_MAX_RESPONSE_BYTES). A longer one is an error.
        max_response_bytes, set_max_response_bytes, usize
    }

    setting! {
        /// Sets whether inputs are held against the constraints of the model before anything else is done: lengths,
        /// ranges, unique items, required members of all structures, and patterns with the feature
        /// `validate-patterns`. A call with an input that breaks any fails with an
        /// [`InvalidInput`](crate::runtime::validate::InvalidInput), which names all of them, and sends nothing.
        ///
        /// Unless it is set, nothing is checked but required members and labels of the input itself: the service
        /// judges the rest, by rules that may be younger than the model.
        validate_inputs, set_validate_inputs, bool
    }

    /// Sets a parameter of the service's endpoint rules, or one of their built-ins such as `AWS::S3::Accelerate`, by its
    /// name in the model. Generated crates whose services let clients set parameters have methods for them, in the
    /// trait `endpoint::ClientContextParams`.
    #[must_use]
    pub fn context_param(mut self, name: &'static str, value: ContextValue) -> Self {
        self.set_context_param(name, Some(value));
        self
    }

    /// Sets or clears a [`context_param`](Self::context_param).
    pub fn set_context_param(
        &mut self,
        name: &'static str,
        value: Option<ContextValue>,
    ) -> &mut Self {
        self.config.context_params.set(name, value);
        self
    }

    /// Sets whether bodies are sent as they are by operations that could compress them. `None` clears it.
    #[cfg(feature = "request-compression")]
    #[must_use]
    pub fn disable_request_compression(mut self, disable: impl Into<Option<bool>>) -> Self {
        self.set_disable_request_compression(disable.into());
        self
    }

    /// Sets or clears [`disable_request_compression`](Self::disable_request_compression).
    #[cfg(feature = "request-compression")]
    pub fn set_disable_request_compression(&mut self, disable: Option<bool>) -> &mut Self {
        self.config.disable_request_compression = disable;
        self
    }

    /// Sets how many bytes a body must have for an operation to compress it that can. `None` clears it.
    #[cfg(feature = "request-compression")]
    #[must_use]
    pub fn request_min_compression_size_bytes(mut self, bytes: impl Into<Option<u32>>) -> Self {
        self.set_request_min_compression_size_bytes(bytes.into());
        self
    }

    /// Sets or clears [`request_min_compression_size_bytes`](Self::request_min_compression_size_bytes).
    #[cfg(feature = "request-compression")]
    pub fn set_request_min_compression_size_bytes(&mut self, bytes: Option<u32>) -> &mut Self {
        self.config.request_min_compression_size_bytes = bytes;
        self
    }

    /// The settings.
    #[must_use]
    pub fn build(self) -> Config {
        self.config
    }
}

#[cfg(feature = "client")]
impl Builder {
    setting! {
        /// Sets what to do about answers that come too slowly.
        stalled_stream_protection, set_stalled_stream_protection, StalledStreamProtectionConfig
    }

    /// Sets where credentials come from. What it gives is kept until it is about to expire.
    #[must_use]
    pub fn credentials_provider(mut self, provider: impl ProvideCredentials + 'static) -> Self {
        self.config.credentials_provider = Some(SharedCredentialsProvider::new(provider));
        self
    }

    /// Sets or clears [`credentials_provider`](Self::credentials_provider).
    pub fn set_credentials_provider(
        &mut self,
        provider: Option<SharedCredentialsProvider>,
    ) -> &mut Self {
        self.config.credentials_provider = provider;
        self
    }

    /// Adds something that looks at every request and attempt.
    #[must_use]
    pub fn interceptor(mut self, interceptor: impl Intercept + 'static) -> Self {
        self.push_interceptor(SharedInterceptor::new(interceptor));
        self
    }

    /// Adds something that looks at every request and attempt.
    pub fn push_interceptor(&mut self, interceptor: SharedInterceptor) -> &mut Self {
        self.config.interceptors.push(interceptor);
        self
    }

    setting! {
        /// Sets what sends requests, in place of the crate's own transport.
        transport, set_transport, Transport
    }

    /// Sets what makes idempotency tokens for calls that have none: a text or a function, such as
    /// `|| "token-1".to_owned()`. A token is made once for a call, and sent with all its attempts.
    #[must_use]
    pub fn idempotency_token_provider(
        mut self,
        provider: impl Into<IdempotencyTokenProvider>,
    ) -> Self {
        self.config.idempotency_token_provider = Some(provider.into());
        self
    }

    /// Sets or clears [`idempotency_token_provider`](Self::idempotency_token_provider).
    pub fn set_idempotency_token_provider(
        &mut self,
        provider: Option<IdempotencyTokenProvider>,
    ) -> &mut Self {
        self.config.idempotency_token_provider = provider;
        self
    }

    /// Does nothing: there is one behaviour. It is here because the official client needs it.
    #[must_use]
    pub fn behavior_version(self, _version: BehaviorVersion) -> Self {
        self
    }

    /// Does nothing: there is one behaviour. It is here because the official client needs it.
    pub fn set_behavior_version(&mut self, _version: Option<BehaviorVersion>) -> &mut Self {
        self
    }

    /// Does nothing: there is one behaviour. It is here because the official client needs it.
    #[must_use]
    pub fn behavior_version_latest(self) -> Self {
        self
    }
}

#[cfg(feature = "test-util")]
impl Builder {
    /// Adds rules that answer calls in place of a transport. Once there are any, nothing is sent.
    #[must_use]
    pub fn rules(mut self, rules: impl Into<Rules>) -> Self {
        let all = self.config.rules.take().unwrap_or_default();
        self.config.rules = Some(all.with(rules));
        self
    }

    /// Makes the client one under test: it has retry tokens of its own, and its waiters wait for nothing.
    pub(in crate::runtime) fn isolated(mut self) -> Self {
        self.config.is_isolated = true;
        self
    }
}
