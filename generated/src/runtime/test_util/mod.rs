//! For tests of code that calls a client: answers without a network.
//!
//! There are two ways, and both work without a socket, a real credential or a wait:
//!
//! - [`rule`] answers the calls of one operation, with an output, an error, or what comes over the wire. Start here.
//! - [`ScriptedTransport`] answers requests one after the other, and keeps them, for tests of what is sent.
//!
//! [`config()`] has the settings of a client under test.
//!
//! ```
//! use ivs_realtime::operation::create_stage::{CreateStageInput, CreateStageOutput};
//! use ivs_realtime::test_util::{self, rule};
//! use ivs_realtime::types::Stage;
//! use ivs_realtime::types::error::ValidationException;
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let stage = Stage::builder().arn("arn:lobby").build()?;
//! let created = rule::<CreateStageInput>()
//!     .matching(|input| input.name() == Some("lobby"))
//!     .output(CreateStageOutput::builder().stage(stage).build());
//! let refused = rule::<CreateStageInput>()
//!     .error(ValidationException::builder().message("bad name").build());
//!
//! let config = test_util::config().rules(&created).rules(&refused).build();
//! let client = ivs_realtime::Client::from_conf(config);
//!
//! let output = client.create_stage().name("lobby").send().await?;
//! assert_eq!(output.stage().map(Stage::arn), Some("arn:lobby"));
//! let error = client.create_stage().name("?").send().await.unwrap_err();
//! assert!(error.into_service_error().is_validation_exception());
//!
//! assert_eq!(created.calls(), 1);
//! assert_eq!(refused.inputs()[0].name(), Some("?"));
//! # Ok(())
//! # }
//! ```
//!
//! # Coming from `aws-smithy-mocks`
//!
//! | There | Here |
//! |---|---|
//! | `mock!(Client::create_stage)` | `rule::<CreateStageInput>()` |
//! | `.match_requests(f)` | [`.matching(f)`](Rule::matching) |
//! | `.then_output(f)` | [`.output(value)`](Rule::output) |
//! | `.then_error(f)` | [`.error(value)`](Rule::error) |
//! | `.then_compute_output(f)`, `.then_compute_error(f)` | [`.result_with(f)`](Rule::result_with) |
//! | `.then_http_response(f)` | [`.response(response)`](Rule::response) |
//! | `.then_compute_response(f)` | [`.response_with(f)`](Rule::response_with) |
//! | `.sequence().http_status(503, None).times(2).output(f).build()` | `.response(503).times(2).output(value)` |
//! | a simple rule, `.repeatedly()` | the last answer goes on for ever |
//! | a sequence that ends | [`.times(n)`](Rule::times) after the last answer |
//! | `rule.num_calls()` | [`rule.calls()`](Rule::calls), [`rule.attempts()`](Rule::attempts) |
//! | `RuleMode::MatchAny` | always: the first rule that matches and is not used up |
//! | `RuleMode::Sequential` | `.times(1)` on each rule |
//! | `mock_client!(aws_sdk_ivsrealtime, [&a, &b])` | `Client::from_conf(test_util::config().rules(&a).rules(&b).build())` |
//! | the same with a closure for the settings | more calls before `.build()` |
//! | `StaticReplayClient::new(vec![ReplayEvent::new(..)])` | [`ScriptedTransport`] |
//! | `capture_request(None)` | [`ScriptedTransport::requests`] |
//! | `NeverClient` | [`.failure(io::ErrorKind::TimedOut)`](Rule::failure) |
//!
//! A call that no rule answers is an error there as here; here it lists the rules, and why each did not answer.

mod answer;
mod rule;
mod rules;
mod script;
mod step;
mod typed;

use std::time::Duration;

use crate::runtime::config::{Builder, Config, Credentials, Generation, RetryConfig};
pub use answer::{Answer, REQUEST_ID, error_response, json_response};
pub use rule::{Rule, rule};
pub(in crate::runtime) use rules::Answering;
pub use rules::Rules;
pub use script::ScriptedTransport;
pub(in crate::runtime) use typed::typed_result;

/// The settings of a client under test: the region `us-east-1`, credentials that are good for nothing, retries that
/// do not [wait](retry_config), waiters that count the delays between polls without taking them (and nothing else, so
/// that what they tell of their time is the same in every run), and retry tokens of its own, so that tests in one
/// process do not feel each other.
///
/// Nothing is sent before there is a [transport](Builder::transport) or an [endpoint](Builder::endpoint_url): a call that
/// no rule answers is an error.
///
/// Retries are of the generation 2.0 and the skew of clocks is corrected, whatever the environment of the tests says.
#[must_use]
pub fn config() -> Builder {
    let credentials = Credentials::new(
        "AKIDTEST",
        "the-secret-of-no-account",
        None,
        None,
        "ivs-realtime test-util",
    );
    Config::builder()
        .region("us-east-1")
        .credentials_provider(credentials)
        .retry_config(retry_config())
        .retry_generation(Generation::V2_0)
        .disable_clock_skew_correction(false)
        .isolated()
}

/// Three attempts in the standard mode, without waits between them, whatever the service asks for: in the generation 2.0,
/// that is. With 2.1, which [`config()`] does not have, a service that asks for a wait gets up to 5 s.
///
/// ```
/// use ivs_realtime::test_util;
///
/// let config = test_util::config().retry_config(test_util::retry_config().with_max_attempts(5));
/// # let _ = config;
/// ```
#[must_use]
pub fn retry_config() -> RetryConfig {
    RetryConfig::standard()
        .with_initial_backoff(Duration::ZERO)
        .with_max_backoff(Duration::ZERO)
}
