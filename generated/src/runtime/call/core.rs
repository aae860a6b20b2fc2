//! What all calls of a client have in common.

use std::sync::Arc;
use std::time::Duration;

use aws_smithy_types::retry::{ReconnectMode, RetrySpec};
use http::HeaderValue;

use super::Now;
use super::engine::attempt_header;
use super::intercept::SharedInterceptor;
use super::route::{Route, Routes};
use super::user_agent::{Feature, user_agent};
use crate::runtime::client::Service;
use crate::runtime::config::{Config, RetryConfig, RetryMode, TimeoutConfig};
use crate::runtime::endpoint::ContextParams;
use crate::runtime::retry::{
    Bounds, ClientClockSkew, Generation, Mode, Policy, RateLimiter, TokenBucket,
};

/// How long connecting may take unless the settings say otherwise.
pub const DEFAULT_CONNECT_TIMEOUT: Duration = Duration::from_millis(3_100);

/// What all calls of a client have in common: its settings, worked out.
#[derive(Debug)]
pub struct Core {
    service: &'static Service,
    config: Config,
    /// Where requests go, and what signs them.
    pub(super) routes: Routes,
    pub(super) policy: Policy,
    pub(super) bucket: TokenBucket,
    pub(super) skew: Option<ClientClockSkew>,
    pub(super) user_agent: HeaderValue,
    pub(super) paging_user_agent: HeaderValue,
    pub(super) waiting_user_agent: HeaderValue,
    pub(super) timeouts: Timeouts,
    /// The header of a first attempt that counts attempts.
    pub(super) first_attempt: HeaderValue,
    /// The environment, if the process runs in Lambda: there the trace id of each invocation is passed on.
    pub(super) lambda: Option<Environment>,
}

/// Reads a variable of the environment.
pub(super) type Environment = fn(&str) -> Option<String>;

/// How long parts of a call may take; `None` is for ever.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Timeouts {
    /// Making a connection, TLS included.
    pub connect: Option<Duration>,
    /// From sending a request to the end of the answer's headers.
    pub read: Option<Duration>,
    /// One attempt.
    pub attempt: Option<Duration>,
    /// The whole call.
    pub operation: Option<Duration>,
}

impl Timeouts {
    /// The same for a call that may take no longer than this, if there is a limit.
    pub(super) fn within(self, limit: Option<Duration>) -> Self {
        let operation = self.operation.into_iter().chain(limit).min();
        Self { operation, ..self }
    }

    fn new(config: Option<&TimeoutConfig>) -> Self {
        let mut config = config
            .cloned()
            .unwrap_or_else(|| TimeoutConfig::builder().build());
        let defaults = TimeoutConfig::builder().connect_timeout(DEFAULT_CONNECT_TIMEOUT);
        config.take_defaults_from(&defaults.build());
        Self {
            connect: config.connect_timeout(),
            read: config.read_timeout(),
            attempt: config.operation_attempt_timeout(),
            operation: config.operation_timeout(),
        }
    }
}

impl Core {
    /// Works out the settings of a client. What is wrong with them is told when a call is made.
    #[must_use]
    pub fn new(service: &'static Service, config: Config) -> Self {
        let environment: Environment = |name| std::env::var(name).ok();
        Self::in_environment(service, config, environment, Now::read())
    }

    /// The same client with other settings. What it knows of the service's clock is shared.
    #[must_use]
    pub fn with_config(&self, config: Config) -> Self {
        let mut core = Self::new(self.service, config);
        if let (Some(skew), Some(shared)) = (&mut core.skew, &self.skew) {
            *skew = shared.clone();
        }
        core
    }

    /// Works out the settings of a client in an environment and at a time that are handed in.
    pub(super) fn in_environment(
        service: &'static Service,
        config: Config,
        environment: Environment,
        now: Now,
    ) -> Self {
        let config = config.for_service(service);
        let retry = config
            .retry_config()
            .cloned()
            .unwrap_or_else(RetryConfig::standard);
        let generation = generation(&config, &retry, environment);
        let skew_is_off = config
            .disable_clock_skew_correction()
            .unwrap_or_else(|| is_true(environment, "AWS_DISABLE_CLOCK_SKEW_CORRECTION"));
        let partition = partition(service, &config);
        let features = features(&retry, &config);
        let agent = |first: &[Feature]| {
            let execution = environment("AWS_EXECUTION_ENV");
            let features = [first, &features].concat();
            user_agent(service, execution.as_deref(), &features, config.app_name())
        };
        let is_lambda = environment("AWS_LAMBDA_FUNCTION_NAME").is_some();
        Self {
            service,
            routes: Routes::new(service, &config),
            first_attempt: first_attempt(retry.max_attempts()),
            policy: policy(&retry, generation, &partition, now),
            bucket: TokenBucket::shared(&partition),
            skew: (!skew_is_off).then(ClientClockSkew::default),
            user_agent: agent(&[]),
            paging_user_agent: agent(&[Feature::Paginator]),
            waiting_user_agent: agent(&[Feature::Waiter]),
            timeouts: Timeouts::new(config.timeout_config()),
            lambda: is_lambda.then_some(environment),
            config,
        }
    }

    /// The service that is called.
    #[must_use]
    pub fn service(&self) -> &'static Service {
        self.service
    }

    /// The settings.
    #[must_use]
    pub fn config(&self) -> &Config {
        &self.config
    }

    /// How long parts of a call may take.
    #[must_use]
    pub fn timeouts(&self) -> Timeouts {
        self.timeouts
    }

    /// Whether a connection is given up on which the service or the network failed.
    #[must_use]
    pub fn reconnects(&self) -> bool {
        self.config
            .retry_config()
            .is_none_or(|retry| retry.reconnect_mode() == ReconnectMode::ReconnectOnTransientError)
    }

    /// Where a request goes whose call says this to the endpoint rules.
    pub(super) fn route(&self, params: Option<ContextParams>) -> Arc<Route> {
        self.routes.find(self.service, &self.config, params)
    }

    pub(super) fn interceptors(&self) -> &[SharedInterceptor] {
        self.config.interceptors()
    }
}

fn is_true(environment: Environment, name: &str) -> bool {
    environment(name).is_some_and(|value| value.eq_ignore_ascii_case("true"))
}

/// The generation that the settings name, as ours do or as those of official clients do; or else the environment.
fn generation(config: &Config, retry: &RetryConfig, environment: Environment) -> Generation {
    if let Some(generation) = config.retry_generation() {
        return generation;
    }
    let is_new = match retry.retry_spec() {
        Some(spec) => spec.is_at_least(RetrySpec::V2_1),
        None => is_true(environment, "AWS_NEW_RETRIES_2026"),
    };
    if is_new {
        Generation::V2_1
    } else {
        Generation::V2_0
    }
}

/// Whom a client shares retry tokens with: every client of the service in the region, unless a test wants none.
fn partition(service: &Service, config: &Config) -> String {
    let partition = match config.region() {
        Some(region) => format!("{}-{region}", service.id()),
        None => service.id(),
    };
    #[cfg(feature = "test-util")]
    if config.is_isolated() {
        return format!("{partition}-{}", super::uuid_v4());
    }
    partition
}

/// What the user agent says that every call makes use of.
fn features(retry: &RetryConfig, config: &Config) -> Vec<Feature> {
    let mut features = vec![match retry.mode() {
        RetryMode::Adaptive => Feature::AdaptiveRetry,
        _ => Feature::StandardRetry,
    }];
    if config.endpoint_url().is_some() {
        features.push(Feature::EndpointOverride);
    }
    features
}

fn first_attempt(max_attempts: u32) -> HeaderValue {
    // Words and digits always make a header.
    HeaderValue::try_from(attempt_header(1, max_attempts))
        .unwrap_or_else(|_| HeaderValue::from_static("attempt=1"))
}

fn policy(retry: &RetryConfig, generation: Generation, partition: &str, now: Now) -> Policy {
    Policy {
        mode: match retry.mode() {
            RetryMode::Adaptive => {
                Mode::Adaptive(RateLimiter::shared(partition, now.since_epoch()))
            }
            _ => Mode::Standard,
        },
        generation,
        max_attempts: retry.max_attempts(),
        bounds: Bounds {
            initial: retry.initial_backoff(),
            max: retry.max_backoff(),
        },
    }
}
