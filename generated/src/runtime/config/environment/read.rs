//! Reading the settings that the environment names.

use super::error::EnvironmentError;
use super::values::{
    account_id, account_id_endpoint_mode, app_name, boolean, endpoint_url, max_attempts, region,
    retry_mode, visible_ascii,
};
use super::variables::Variables;
use crate::runtime::client::Service;
use crate::runtime::config::retry::RetryConfig;
use crate::runtime::config::{Builder, Config, Credentials, Region, SharedCredentialsProvider};

const REGION: &str = "AWS_REGION";
const DEFAULT_REGION: &str = "AWS_DEFAULT_REGION";
const ACCESS_KEY_ID: &str = "AWS_ACCESS_KEY_ID";
const SECRET_ACCESS_KEY: &str = "AWS_SECRET_ACCESS_KEY";

impl Config {
    /// The settings that the environment names:
    ///
    /// | Setting | Variables, the first one that is set |
    /// |---|---|
    /// | region | `AWS_REGION`, `AWS_DEFAULT_REGION` |
    /// | credentials | `AWS_ACCESS_KEY_ID` with `AWS_SECRET_ACCESS_KEY`, and `AWS_SESSION_TOKEN` |
    /// | endpoint | `AWS_ENDPOINT_URL_` and the service's name, `AWS_ENDPOINT_URL`; neither if `AWS_IGNORE_CONFIGURED_ENDPOINT_URLS` is `true` |
    /// | FIPS 140 | `AWS_USE_FIPS_ENDPOINT`: `true` or `false` |
    /// | dual stack | `AWS_USE_DUALSTACK_ENDPOINT`: `true` or `false` |
    /// | retries | `AWS_RETRY_MODE`: `standard` or `adaptive`; `AWS_MAX_ATTEMPTS`: from 1 |
    /// | endpoints of accounts | `AWS_ACCOUNT_ID_ENDPOINT_MODE`: `preferred`, `disabled` or `required`; `AWS_ACCOUNT_ID`, with the credentials; both for services that have such alone |
    /// | name of the application | `AWS_SDK_UA_APP_ID` |
    /// | compression, with the feature `request-compression` | `AWS_DISABLE_REQUEST_COMPRESSION`: `true` or `false`; `AWS_REQUEST_MIN_COMPRESSION_SIZE_BYTES`: from 0 to 10485760 |
    ///
    /// A variable with nothing but white space in it counts as not set. Files are not read, and nothing is asked of
    /// the network: `aws_config::load_defaults(..)` does that, and the feature `aws-config` takes what it finds.
    ///
    /// Beside these, every client looks at some variables, whatever its settings come from. The first two count only
    /// where the setting is not set:
    ///
    /// | What for | Variables |
    /// |---|---|
    /// | [generation of the retries](Self::retry_generation) | `AWS_NEW_RETRIES_2026`: `true` for 2.1 |
    /// | [clock-skew correction](Self::disable_clock_skew_correction) | `AWS_DISABLE_CLOCK_SKEW_CORRECTION`: `true` for none |
    /// | the user agent | `AWS_EXECUTION_ENV` |
    /// | the header `x-amzn-trace-id`, in Lambda | `_X_AMZN_TRACE_ID`, if `AWS_LAMBDA_FUNCTION_NAME` is set |
    /// | proxies of the crate's own transports | `HTTPS_PROXY`, `HTTP_PROXY` (not in a CGI program, which has `REQUEST_METHOD`), `ALL_PROXY`, `NO_PROXY`, each in small letters too |
    /// | certificates that these trust, with rustls | `SSL_CERT_FILE`, `SSL_CERT_DIR` |
    ///
    /// # Errors
    ///
    /// There is no region or there are no credentials, or a variable has a value that it cannot have. All that is
    /// wrong is told at once.
    pub fn from_env(service: &Service) -> Result<Self, EnvironmentError> {
        Builder::new().completed_from_env(service)
    }

    /// The settings that an environment names which `lookup` knows the variables of, as
    /// [`from_env`](Self::from_env) reads them.
    ///
    /// # Errors
    ///
    /// Those of [`from_env`](Self::from_env).
    pub fn from_lookup(
        service: &Service,
        lookup: &dyn Fn(&str) -> Option<String>,
    ) -> Result<Self, EnvironmentError> {
        Builder::new().completed_from(service, lookup)
    }
}

impl Builder {
    /// These settings, and what they leave open from the environment. Variables of what they set are not read.
    ///
    /// # Errors
    ///
    /// Those of [`Config::from_env`].
    pub fn completed_from_env(self, service: &Service) -> Result<Config, EnvironmentError> {
        self.completed_from(service, &|name| {
            std::env::var_os(name).map(|value| value.to_string_lossy().into_owned())
        })
    }

    /// These settings, and what they leave open from an environment which `lookup` knows the variables of.
    ///
    /// # Errors
    ///
    /// Those of [`Config::from_env`].
    pub fn completed_from(
        self,
        service: &Service,
        lookup: &dyn Fn(&str) -> Option<String>,
    ) -> Result<Config, EnvironmentError> {
        let given = self.build();
        let mut variables = Variables::new(lookup);
        let mut found = Builder::new();
        if given.region.is_none() {
            found.set_region(read_region(&mut variables));
        }
        if given.credentials_provider.is_none() {
            let credentials = read_credentials(&mut variables, service);
            found.set_credentials_provider(credentials.map(SharedCredentialsProvider::new));
        }
        if given.endpoint_url.is_none() {
            found.set_endpoint_url(read_endpoint_url(&mut variables, service));
        }
        if given.use_fips.is_none() {
            found.set_use_fips(variables.parsed("AWS_USE_FIPS_ENDPOINT", boolean));
        }
        if given.use_dual_stack.is_none() {
            found.set_use_dual_stack(variables.parsed("AWS_USE_DUALSTACK_ENDPOINT", boolean));
        }
        if given.retry_config.is_none() {
            found.set_retry_config(read_retry_config(&mut variables));
        }
        if service.needs_account_id {
            let mode = variables.parsed("AWS_ACCOUNT_ID_ENDPOINT_MODE", account_id_endpoint_mode);
            found.set_context_param("AWS::Auth::AccountIdEndpointMode", mode.map(Into::into));
        }
        if given.app_name.is_none() {
            found.set_app_name(variables.parsed("AWS_SDK_UA_APP_ID", app_name));
        }
        #[cfg(feature = "request-compression")]
        read_compression(&mut variables, &given, &mut found);
        variables.finish(service)?;
        Ok(found.build().overridden_by(given))
    }
}

fn read_region(variables: &mut Variables<'_>) -> Option<Region> {
    let variable = variables.first_set(&[REGION, DEFAULT_REGION]);
    let Some(variable) = variable else {
        variables.is_missing(format!(
            "no region ({REGION} and {DEFAULT_REGION} are not set)"
        ));
        return None;
    };
    variables.parsed(variable, region)
}

fn read_credentials(variables: &mut Variables<'_>, service: &Service) -> Option<Credentials> {
    let is_set = |name| variables.get(name).is_some();
    let missing = match (is_set(ACCESS_KEY_ID), is_set(SECRET_ACCESS_KEY)) {
        (true, true) => {
            let id = variables.secret(ACCESS_KEY_ID, visible_ascii);
            let secret = variables.secret(SECRET_ACCESS_KEY, |_| Ok(()));
            let token = variables.secret("AWS_SESSION_TOKEN", |token| visible_ascii(token.trim()));
            let token = token.map(|token| token.trim().to_owned());
            let account_id = if service.needs_account_id {
                variables.parsed("AWS_ACCOUNT_ID", account_id)
            } else {
                None
            };
            let mut credentials = Credentials::builder()
                .access_key_id(id?)
                .secret_access_key(secret?)
                .provider_name("environment");
            credentials.set_session_token(token);
            credentials.set_account_id(account_id.map(Into::into));
            return Some(credentials.build());
        }
        (true, false) => {
            format!("no credentials ({ACCESS_KEY_ID} is set, {SECRET_ACCESS_KEY} is not)")
        }
        (false, true) => {
            format!("no credentials ({SECRET_ACCESS_KEY} is set, {ACCESS_KEY_ID} is not)")
        }
        (false, false) => {
            format!("no credentials ({ACCESS_KEY_ID} and {SECRET_ACCESS_KEY} are not set)")
        }
    };
    variables.is_missing(missing);
    None
}

fn read_endpoint_url(variables: &mut Variables<'_>, service: &Service) -> Option<String> {
    if variables.parsed("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", boolean) == Some(true) {
        return None;
    }
    let of_service = service.endpoint_variable();
    let variable = variables.first_set(&[&of_service, "AWS_ENDPOINT_URL"])?;
    variables.parsed(variable, endpoint_url)
}

#[cfg(feature = "request-compression")]
fn read_compression(variables: &mut Variables<'_>, given: &Config, found: &mut Builder) {
    use super::values::min_compression_size;

    if given.disable_request_compression.is_none() {
        let disable = variables.parsed("AWS_DISABLE_REQUEST_COMPRESSION", boolean);
        found.set_disable_request_compression(disable);
    }
    if given.request_min_compression_size_bytes.is_none() {
        let min = "AWS_REQUEST_MIN_COMPRESSION_SIZE_BYTES";
        let min = variables.parsed(min, min_compression_size);
        found.set_request_min_compression_size_bytes(min);
    }
}

fn read_retry_config(variables: &mut Variables<'_>) -> Option<RetryConfig> {
    let mode = variables.parsed("AWS_RETRY_MODE", retry_mode);
    let max_attempts = variables.parsed("AWS_MAX_ATTEMPTS", max_attempts);
    if mode.is_none() && max_attempts.is_none() {
        return None;
    }
    let mut config = RetryConfig::standard();
    if let Some(mode) = mode {
        config = config.with_retry_mode(mode);
    }
    if let Some(max_attempts) = max_attempts {
        config = config.with_max_attempts(max_attempts);
    }
    Some(config)
}
