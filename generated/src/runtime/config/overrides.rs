//! The settings of a single call in the place of its client's.

use super::{Config, RetryConfig, TimeoutConfig};

impl Config {
    /// The settings of a client, with those that `other` has in their place. Interceptors are added.
    pub(in crate::runtime) fn overridden_by(&self, other: Self) -> Self {
        let mut interceptors = self.interceptors.clone();
        interceptors.extend(other.interceptors);
        let base = self.clone();
        // What a call says of the generation in one way goes before what its client says in another.
        let retry = other.retry_config.as_ref();
        let names_generation = retry.is_some_and(|retry| retry.retry_spec().is_some());
        let retry_generation = base.retry_generation.filter(|_| !names_generation);
        Self {
            region: other.region.or(base.region),
            endpoint_url: other.endpoint_url.or(base.endpoint_url),
            use_fips: other.use_fips.or(base.use_fips),
            use_dual_stack: other.use_dual_stack.or(base.use_dual_stack),
            retry_config: retries(other.retry_config, base.retry_config),
            retry_generation: other.retry_generation.or(retry_generation),
            timeout_config: limits(other.timeout_config, base.timeout_config),
            app_name: other.app_name.or(base.app_name),
            disable_clock_skew_correction: other
                .disable_clock_skew_correction
                .or(base.disable_clock_skew_correction),
            max_response_bytes: other.max_response_bytes.or(base.max_response_bytes),
            context_params: other.context_params.or(&base.context_params),
            validate_inputs: other.validate_inputs.or(base.validate_inputs),
            #[cfg(feature = "request-compression")]
            disable_request_compression: other
                .disable_request_compression
                .or(base.disable_request_compression),
            #[cfg(feature = "request-compression")]
            request_min_compression_size_bytes: other
                .request_min_compression_size_bytes
                .or(base.request_min_compression_size_bytes),
            stalled_stream_protection: other
                .stalled_stream_protection
                .or(base.stalled_stream_protection),
            credentials_provider: other.credentials_provider.or(base.credentials_provider),
            interceptors,
            transport: other.transport.or(base.transport),
            idempotency_token_provider: other
                .idempotency_token_provider
                .or(base.idempotency_token_provider),
            // Ours are those of one service, and their endpoint is decided.
            #[cfg(feature = "aws-config")]
            service_endpoints: other.service_endpoints,
            #[cfg(feature = "test-util")]
            rules: other.rules.or(base.rules),
            #[cfg(feature = "test-util")]
            is_isolated: other.is_isolated || base.is_isolated,
        }
    }
}

/// How a call is retried. A generation that it does not name is the client's.
fn retries(own: Option<RetryConfig>, clients: Option<RetryConfig>) -> Option<RetryConfig> {
    let (Some(retry), Some(defaults)) = (&own, &clients) else {
        return own.or(clients);
    };
    match (retry.retry_spec(), defaults.retry_spec()) {
        (None, Some(spec)) => own.map(|retry| retry.with_retry_spec(spec.clone())),
        _ => own,
    }
}

/// How long parts of a call may take. What it does not limit is limited as the client's calls are.
fn limits(own: Option<TimeoutConfig>, clients: Option<TimeoutConfig>) -> Option<TimeoutConfig> {
    match (own, clients) {
        (Some(mut limits), Some(defaults)) => {
            limits.take_defaults_from(&defaults);
            Some(limits)
        }
        (own, clients) => own.or(clients),
    }
}
