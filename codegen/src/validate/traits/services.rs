//! Traits of services.

use serde_json::Value;

use super::Typed;
use super::value::{Fields, Mismatch, each, text};

/// The traits that only a service bears.
#[derive(Clone, Debug, Default)]
pub(in crate::validate) struct ServiceTraits {
    pub(in crate::validate) sdk_id: Option<String>,
    pub(in crate::validate) signing_name: Option<String>,
    pub(in crate::validate) endpoint_rule_set: Option<Value>,
    pub(in crate::validate) endpoint_bdd: Option<Value>,
    pub(in crate::validate) endpoint_tests: Option<Value>,
    pub(in crate::validate) client_context_params: Option<Value>,
}

/// ([AWS service traits](https://smithy.io/2.0/aws/aws-core.html),
/// [rules engine](https://smithy.io/2.0/additional-specs/rules-engine/index.html))
pub(super) fn read(typed: &mut Typed, id: &str, value: Value) -> Result<Option<Value>, Mismatch> {
    let mut service = typed.service.take().unwrap_or_default();
    match id {
        // The other properties of this trait concern what is not generated; upstream adds to them.
        "aws.api#service" => service.sdk_id = Some(Fields::of(value)?.text("sdkId")?),
        "aws.auth#sigv4" => {
            let mut fields = Fields::of(value)?;
            service.signing_name = Some(fields.text("name")?);
            fields.end()?;
        }
        "aws.protocols#restJson1" => {
            let mut fields = Fields::of(value)?;
            for key in ["http", "eventStreamHttp"] {
                fields
                    .take(key)
                    .map(|versions| each(versions, text))
                    .transpose()?;
            }
            fields.flag("noInlineDocumentSupport")?;
            fields.end()?;
        }
        "smithy.rules#endpointRuleSet" => {
            service.endpoint_rule_set =
                Some(with_keys(value, &["version", "parameters", "rules"])?);
        }
        "smithy.rules#endpointBdd" => {
            service.endpoint_bdd = Some(with_keys(value, &["version", "parameters", "nodes"])?);
        }
        "smithy.rules#endpointTests" => {
            service.endpoint_tests = Some(with_keys(value, &["version", "testCases"])?);
        }
        "smithy.rules#clientContextParams" => {
            for (key, parameter) in value.as_object().into_iter().flatten() {
                if !parameter.get("type").is_some_and(Value::is_string) {
                    return Err(Mismatch::new(
                        key,
                        parameter,
                        "an object with a string `type`",
                    ));
                }
            }
            service.client_context_params = Some(value);
        }
        _ => return Ok(Some(value)),
    }
    typed.service = Some(service);
    Ok(None)
}

/// An object that has these keys at least. What they hold is for a later stage to read.
fn with_keys(value: Value, keys: &[&str]) -> Result<Value, Mismatch> {
    match keys.iter().find(|key| value.get(**key).is_none()) {
        Some(key) => Err(Mismatch::new(*key, &Value::Null, "a value")),
        None => Ok(value),
    }
}
