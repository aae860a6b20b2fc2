// What drives a client: included once for each, under the name `sdk`.

use std::error::Error;

use aws_smithy_types::retry::RetryConfig;
use serde_json::Value;

use sdk::error::{ProvideErrorMetadata, SdkError};
use sdk::operation::RequestId;

use crate::convert::{Built, Read, Show, member, object};

/// A client for the server of the test.
pub(super) fn client(settings: Settings) -> sdk::Client {
    let retries = RetryConfig::standard()
        .with_max_attempts(settings.attempts)
        .with_initial_backoff(std::time::Duration::from_millis(1));
    let config = sdk::Config::builder()
        .behavior_version(sdk::config::BehaviorVersion::latest())
        .region(sdk::config::Region::new(crate::REGION))
        .endpoint_url(format!("http://127.0.0.1:{}", settings.port))
        .credentials_provider(crate::credentials())
        .retry_config(retries);
    sdk::Client::from_conf(with_transport(config).build())
}

/// What is told of an output.
fn answered(output: &impl Show, request_id: Option<&str>) -> Value {
    object([("output", output.show()), ("request id", request_id.show())])
}

/// What is told of an error. `show` gives the members of one that the model has.
fn failed<E>(error: &SdkError<E>, show: impl Fn(&E) -> Value) -> Value
where
    E: ProvideErrorMetadata + Error + 'static,
    SdkError<E>: ProvideErrorMetadata + RequestId,
{
    let kind = match error {
        SdkError::ConstructionFailure(_) => "construction failure",
        SdkError::TimeoutError(_) => "timeout error",
        SdkError::DispatchFailure(_) => "dispatch failure",
        SdkError::ResponseError(_) => "response error",
        SdkError::ServiceError(_) => "service error",
        _ => "other",
    };
    object([
        ("kind", kind.show()),
        ("code", error.code().show()),
        ("message", error.message().show()),
        ("request id", error.request_id().show()),
        ("shape", error.as_service_error().map_or(Value::Null, show)),
    ])
}

include!(concat!(env!("OUT_DIR"), "/driver.rs"));
