//! Settings as `Debug` shows them: without a secret.

use std::fmt;

use super::userinfo::without_userinfo;
use super::{Builder, Config};

/// Shows the settings that are set. Credentials providers, hooks and transports are others' types, whose `Debug`
/// might show a secret; of those only the presence is shown.
impl Config {
    fn fields(&self, shown: &mut fmt::DebugStruct<'_, '_>) {
        let mut show = |name: &str, value: Option<&dyn fmt::Debug>| {
            if let Some(value) = value {
                shown.field(name, value);
            }
        };
        let endpoint_url = self.endpoint_url().map(without_userinfo);
        show("region", debug(&self.region));
        show("endpoint_url", debug(&endpoint_url));
        show("use_fips", debug(&self.use_fips));
        show("use_dual_stack", debug(&self.use_dual_stack));
        show("retry_config", debug(&self.retry_config));
        show("retry_generation", debug(&self.retry_generation));
        show("timeout_config", debug(&self.timeout_config));
        show("app_name", debug(&self.app_name));
        let disable_clock_skew_correction = debug(&self.disable_clock_skew_correction);
        show(
            "disable_clock_skew_correction",
            disable_clock_skew_correction,
        );
        show("max_response_bytes", debug(&self.max_response_bytes));
        show("validate_inputs", debug(&self.validate_inputs));
        let context_params = Some(&self.context_params).filter(|params| !params.is_empty());
        show("context_params", debug(&context_params));
        #[cfg(feature = "request-compression")]
        {
            let (disable, min) = (
                debug(&self.disable_request_compression),
                debug(&self.request_min_compression_size_bytes),
            );
            show("disable_request_compression", disable);
            show("request_min_compression_size_bytes", min);
        }
        #[cfg(feature = "client")]
        {
            let stalled_stream_protection = debug(&self.stalled_stream_protection);
            show("stalled_stream_protection", stalled_stream_protection);
            let mut has = |name: &str, is_there: bool| show(name, is_there.then_some(&Present));
            has("credentials_provider", self.credentials_provider.is_some());
            has("interceptors", !self.interceptors.is_empty());
            has("transport", self.transport.is_some());
            has(
                "idempotency_token_provider",
                self.idempotency_token_provider.is_some(),
            );
            #[cfg(feature = "aws-config")]
            has("service_endpoints", self.service_endpoints.is_some());
            #[cfg(feature = "test-util")]
            has("rules", self.rules.is_some());
        }
    }
}

fn debug<T: fmt::Debug>(value: &Option<T>) -> Option<&dyn fmt::Debug> {
    value.as_ref().map(|value| value as &dyn fmt::Debug)
}

/// Stands for something that is there.
#[cfg(feature = "client")]
struct Present;

#[cfg(feature = "client")]
impl fmt::Debug for Present {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("..")
    }
}

impl fmt::Debug for Config {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = f.debug_struct("Config");
        self.fields(&mut shown);
        shown.finish()
    }
}

impl fmt::Debug for Builder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = f.debug_struct("Builder");
        self.config.fields(&mut shown);
        shown.finish()
    }
}
