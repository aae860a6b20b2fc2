//! The settings of a client.

mod app_name;
mod environment;
mod region;
#[cfg(feature = "aws-config")]
mod sdk_config;

#[cfg(feature = "client")]
pub(in crate::runtime) use app_name::is_token;
pub use app_name::{AppName, InvalidAppName};
pub use aws_smithy_types::retry::{RetryConfig, RetryMode};
pub use aws_smithy_types::timeout::TimeoutConfig;
pub use environment::EnvironmentError;
pub use region::{IntoRegion, Region};

#[cfg(feature = "client")]
pub use aws_credential_types::Credentials;
#[cfg(feature = "client")]
pub use aws_credential_types::provider::{ProvideCredentials, SharedCredentialsProvider};
#[cfg(feature = "client")]
pub use aws_smithy_runtime_api::client::behavior_version::BehaviorVersion;
#[cfg(feature = "client")]
pub use aws_smithy_runtime_api::client::stalled_stream_protection::StalledStreamProtectionConfig;

#[cfg(feature = "client")]
use crate::runtime::call::{Intercept, SharedInterceptor};
#[cfg(feature = "client")]
use crate::runtime::client::Transport;
use crate::runtime::retry::Generation;
#[cfg(feature = "test-util")]
use crate::runtime::test_util::Rules;

/// How large the body of an answer may be unless the settings say otherwise: 64 MiB.
pub const DEFAULT_MAX_RESPONSE_BYTES: usize = 64 * 1024 * 1024;

/// The settings of a client. What is not set has the default that is named with it.
///
/// `Debug` shows no secret.
#[derive(Clone, Debug, Default)]
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
    #[cfg(feature = "client")]
    stalled_stream_protection: Option<StalledStreamProtectionConfig>,
    #[cfg(feature = "client")]
    credentials_provider: Option<SharedCredentialsProvider>,
    #[cfg(feature = "client")]
    interceptors: Vec<SharedInterceptor>,
    #[cfg(feature = "client")]
    transport: Option<Transport>,
    #[cfg(feature = "test-util")]
    rules: Option<Rules>,
    /// Whether retry tokens are shared with nobody.
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

    /// The region.
    #[must_use]
    pub fn region(&self) -> Option<&Region> {
        self.region.as_ref()
    }

    /// The URL of an endpoint to call in place of the service's own.
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

    /// Which generation of AWS's retry behaviour is followed; unless set, 2.1 if the environment has
    /// `AWS_NEW_RETRIES_2026=true`, and else 2.0.
    #[must_use]
    pub fn retry_generation(&self) -> Option<Generation> {
        self.retry_generation
    }

    /// How long parts of a call may take; unless set, 3.1 s to connect, and no other limit.
    #[must_use]
    pub fn timeout_config(&self) -> Option<&TimeoutConfig> {
        self.timeout_config.as_ref()
    }

    /// The name of the application in the user agent.
    #[must_use]
    pub fn app_name(&self) -> Option<&AppName> {
        self.app_name.as_ref()
    }

    /// Whether signatures are made for our own clock even if the service's differs; not unless set.
    #[must_use]
    pub fn disable_clock_skew_correction(&self) -> Option<bool> {
        self.disable_clock_skew_correction
    }

    /// How many bytes the body of an answer may have.
    #[must_use]
    pub fn max_response_bytes(&self) -> usize {
        self.max_response_bytes
            .unwrap_or(DEFAULT_MAX_RESPONSE_BYTES)
    }
}

#[cfg(feature = "client")]
impl Config {
    /// What to do about answers that come too slowly; unless set, an answer fails that brings less than 1 byte per
    /// second for 5 s.
    #[must_use]
    pub fn stalled_stream_protection(&self) -> Option<&StalledStreamProtectionConfig> {
        self.stalled_stream_protection.as_ref()
    }

    /// Where credentials come from.
    #[must_use]
    pub fn credentials_provider(&self) -> Option<SharedCredentialsProvider> {
        self.credentials_provider.clone()
    }

    /// What looks at every request and attempt, in order.
    #[must_use]
    pub fn interceptors(&self) -> &[SharedInterceptor] {
        &self.interceptors
    }

    /// What sends requests, if it is not the crate's own transport.
    #[must_use]
    pub fn transport(&self) -> Option<&Transport> {
        self.transport.as_ref()
    }

    /// These settings, with those that `other` has in their place. Interceptors are added.
    pub(in crate::runtime) fn overridden_by(&self, other: Self) -> Self {
        let mut interceptors = self.interceptors.clone();
        interceptors.extend(other.interceptors);
        let base = self.clone();
        Self {
            region: other.region.or(base.region),
            endpoint_url: other.endpoint_url.or(base.endpoint_url),
            use_fips: other.use_fips.or(base.use_fips),
            use_dual_stack: other.use_dual_stack.or(base.use_dual_stack),
            retry_config: other.retry_config.or(base.retry_config),
            retry_generation: other.retry_generation.or(base.retry_generation),
            timeout_config: other.timeout_config.or(base.timeout_config),
            app_name: other.app_name.or(base.app_name),
            disable_clock_skew_correction: other
                .disable_clock_skew_correction
                .or(base.disable_clock_skew_correction),
            max_response_bytes: other.max_response_bytes.or(base.max_response_bytes),
            stalled_stream_protection: other
                .stalled_stream_protection
                .or(base.stalled_stream_protection),
            credentials_provider: other.credentials_provider.or(base.credentials_provider),
            interceptors,
            transport: other.transport.or(base.transport),
            #[cfg(feature = "test-util")]
            rules: other.rules.or(base.rules),
            #[cfg(feature = "test-util")]
            is_isolated: other.is_isolated || base.is_isolated,
        }
    }
}

#[cfg(feature = "test-util")]
impl Config {
    /// What answers calls in place of a transport.
    pub(in crate::runtime) fn rules(&self) -> Option<&Rules> {
        self.rules.as_ref()
    }

    /// Whether retry tokens are shared with nobody.
    pub(in crate::runtime) fn is_isolated(&self) -> bool {
        self.is_isolated
    }
}

impl From<&Config> for Config {
    fn from(config: &Config) -> Self {
        config.clone()
    }
}

impl From<Config> for Builder {
    fn from(config: Config) -> Self {
        Self { config }
    }
}

/// Puts the settings of a client together.
///
/// Each setting has two methods: one that sets it, and one with `set_` in front that can clear it too.
#[derive(Clone, Debug, Default)]
pub struct Builder {
    config: Config,
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
        self.config.endpoint_url = Some(url.into());
        self
    }

    /// Sets or clears [`endpoint_url`](Self::endpoint_url).
    pub fn set_endpoint_url(&mut self, url: Option<String>) -> &mut Self {
        self.config.endpoint_url = url;
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
        /// Sets which generation of AWS's retry behaviour is followed.
        retry_generation, set_retry_generation, Generation
    }

    setting! {
        /// Sets how long parts of a call may take.
        ///
        /// A limit on connecting holds for a client, not for a single call; the others hold for both. The limit
        /// on reading is the time from sending a request to the first line of the answer.
        timeout_config, set_timeout_config, TimeoutConfig
    }

    setting! {
        /// Sets the name of the application in the user agent.
        app_name, set_app_name, AppName
    }

    setting! {
        /// Sets whether signatures are made for our own clock even if the service's differs.
        disable_clock_skew_correction, set_disable_clock_skew_correction, bool
    }

    setting! {
        /// Sets how many bytes the body of an answer may have. A longer one is an error.
        max_response_bytes, set_max_response_bytes, usize
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

    /// Does nothing: there is one behaviour. It is here because the official client needs it.
    #[must_use]
    pub fn behavior_version(self, _version: BehaviorVersion) -> Self {
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

    /// Gives the client retry tokens of its own.
    pub(in crate::runtime) fn isolated(mut self) -> Self {
        self.config.is_isolated = true;
        self
    }
}
