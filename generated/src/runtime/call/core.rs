//! What all calls of a client have in common.

use std::time::Duration;

use aws_smithy_types::retry::ReconnectMode;
use http::HeaderValue;

use super::Now;
use super::intercept::SharedInterceptor;
use super::signing::Signer;
use super::target::Target;
use super::user_agent::{Feature, user_agent};
use crate::runtime::client::Service;
use crate::runtime::config::{Config, RetryConfig, RetryMode, TimeoutConfig};
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
    /// Where requests go, or why there is no such place.
    pub(super) target: Result<Target, String>,
    /// What signs, or why nothing can.
    pub(super) signer: Result<Option<Signer>, String>,
    pub(super) policy: Policy,
    pub(super) bucket: TokenBucket,
    pub(super) skew: Option<ClientClockSkew>,
    pub(super) user_agent: HeaderValue,
    pub(super) paging_user_agent: HeaderValue,
    pub(super) timeouts: Timeouts,
    /// Whether the process runs in Lambda, where the trace id of each invocation is passed on.
    pub(super) in_lambda: bool,
}

/// How long parts of a call may take; `None` is for ever.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Timeouts {
    /// Making a connection, TLS included.
    pub connect: Option<Duration>,
    /// From sending a request to the first line of the answer.
    pub read: Option<Duration>,
    /// One attempt.
    pub attempt: Option<Duration>,
    /// The whole call.
    pub operation: Option<Duration>,
}

impl Timeouts {
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
        let config = config.for_service(service);
        let environment = |name: &str| std::env::var(name).ok();
        let is_true =
            |name: &str| environment(name).is_some_and(|value| value.eq_ignore_ascii_case("true"));
        let endpoint = (service.endpoint)(&config).map_err(|error| error.to_string());
        let target =
            endpoint.and_then(|endpoint| Target::new(&endpoint).map_err(|error| error.to_string()));
        let signer = match (service.signing_name, config.region()) {
            (Some(name), Some(region)) => Ok(Some(Signer::new(name, region.as_ref()))),
            (Some(_), None) => Err(no_region(service)),
            (None, _) => Ok(None),
        };
        let partition = retry_partition(service, &config);
        let retry = config
            .retry_config()
            .cloned()
            .unwrap_or_else(RetryConfig::standard);
        let generation = config.retry_generation().unwrap_or_else(|| {
            if is_true("AWS_NEW_RETRIES_2026") {
                Generation::V2_1
            } else {
                Generation::V2_0
            }
        });
        let skew_is_off = config
            .disable_clock_skew_correction()
            .unwrap_or_else(|| is_true("AWS_DISABLE_CLOCK_SKEW_CORRECTION"));
        let execution_environment = environment("AWS_EXECUTION_ENV");
        let agent = |features: &[Feature]| {
            let mut all = features.to_vec();
            all.push(match retry.mode() {
                RetryMode::Adaptive => Feature::AdaptiveRetry,
                _ => Feature::StandardRetry,
            });
            if config.endpoint_url().is_some() {
                all.push(Feature::EndpointOverride);
            }
            user_agent(
                service,
                execution_environment.as_deref(),
                &all,
                config.app_name(),
            )
        };
        Self {
            service,
            target,
            signer,
            policy: policy(&retry, generation, &partition),
            bucket: TokenBucket::shared(&partition),
            skew: (!skew_is_off).then(ClientClockSkew::default),
            user_agent: agent(&[]),
            paging_user_agent: agent(&[Feature::Paginator]),
            timeouts: Timeouts::new(config.timeout_config()),
            in_lambda: environment("AWS_LAMBDA_FUNCTION_NAME").is_some(),
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

    /// Whether requests are signed, and credentials needed.
    #[must_use]
    pub fn signs(&self) -> bool {
        self.service.signing_name.is_some()
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

    pub(super) fn interceptors(&self) -> &[SharedInterceptor] {
        self.config.interceptors()
    }
}

/// Under which name the tokens stand that retries are paid from.
fn retry_partition(service: &Service, config: &Config) -> String {
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

fn policy(retry: &RetryConfig, generation: Generation, partition: &str) -> Policy {
    Policy {
        mode: match retry.mode() {
            RetryMode::Adaptive => {
                Mode::Adaptive(RateLimiter::shared(partition, Now::read().since_epoch()))
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

/// What to say where no region is set.
fn no_region(service: &Service) -> String {
    format!(
        "no region is set to sign requests to {} for; set it with `Config::builder().region(\"us-east-1\")`, or \
         make the client with `Client::from_env()`, which reads AWS_REGION and AWS_DEFAULT_REGION, or, with the \
         feature `aws-config`, with `Client::new(&aws_config::load_from_env().await)`, which reads profiles and the \
         instance's metadata too",
        service.sdk_id
    )
}
