//! Traits of operations and of the errors they answer with.

use serde_json::Value;

use super::bindings::is_token;
use super::value::{Fields, Mismatch, each, status, text};
use super::waiters::waitable;
use super::{PartialPaginated, Typed, protocol_tests};
use crate::model::{Fault, Http, ProtocolTests, Traits};

/// ([behavior traits](https://smithy.io/2.0/spec/behavior-traits.html))
pub(super) fn read(typed: &mut Typed, id: &str, value: Value) -> Result<Option<Value>, Mismatch> {
    let traits = &mut typed.traits;
    match id {
        "smithy.api#http" => traits.http = Some(http(value)?),
        "smithy.api#httpChecksumRequired" => traits.http_checksum_required = true,
        "smithy.api#requestCompression" => traits.request_compression = encodings(value)?,
        "smithy.api#endpoint" => {
            let mut fields = Fields::of(value)?;
            traits.endpoint_host_prefix = Some(fields.text("hostPrefix")?);
            fields.end()?;
        }
        "smithy.api#error" => traits.error = Some(fault(&value)?),
        "smithy.api#httpError" => traits.http_error = Some(status("", &value)?),
        "smithy.api#retryable" => {
            let mut fields = Fields::of(value)?;
            traits.retryable = Some(fields.flag("throttling")?);
            fields.end()?;
        }
        "smithy.api#readonly" => traits.readonly = true,
        "smithy.api#idempotent" => traits.idempotent = true,
        "smithy.api#paginated" => typed.paginated = Some(paginated(value)?),
        "smithy.api#optionalAuth" => traits.optional_auth = true,
        "smithy.api#auth" => traits.auth = Some(each(value, text)?),
        "aws.auth#unsignedPayload" => traits.unsigned_payload = true,
        "smithy.waiters#waitable" => traits.waiters = waitable(value)?,
        "smithy.rules#staticContextParams" => {
            traits.static_context_params = Some(Box::new(objects(value)?))
        }
        "smithy.rules#operationContextParams" => {
            traits.operation_context_params = Some(Box::new(objects(value)?));
        }
        "smithy.test#httpRequestTests" => {
            protocol_tests(traits).requests = protocol_tests::requests(value)?;
        }
        "smithy.test#httpResponseTests" => {
            protocol_tests(traits).responses = protocol_tests::responses(value)?;
        }
        _ => return Ok(Some(value)),
    }
    Ok(None)
}

fn http(value: Value) -> Result<Http, Mismatch> {
    let mut fields = Fields::of(value)?;
    let method = fields.text("method")?;
    if !method.bytes().all(is_token) {
        return Err(Mismatch::new(
            "method",
            &Value::String(method),
            "a method such as `\"POST\"`",
        ));
    }
    let uri = fields.text("uri")?;
    let code = fields
        .take("code")
        .map_or(Ok(200), |code| status("code", &code))?;
    fields.end()?;
    Ok(Http { method, uri, code })
}

fn encodings(value: Value) -> Result<Vec<String>, Mismatch> {
    let mut fields = Fields::of(value)?;
    let list = fields.required("encodings", "a list of strings")?;
    fields.end()?;
    match list {
        Value::Array(ref items) if items.is_empty() => Err(Mismatch::new(
            "encodings",
            &list,
            "a list that is not empty",
        )),
        list => each(list, text),
    }
}

fn fault(value: &Value) -> Result<Fault, Mismatch> {
    match value.as_str() {
        Some("client") => Ok(Fault::Client),
        Some("server") => Ok(Fault::Server),
        _ => Err(Mismatch::at_top(value, "`\"client\"` or `\"server\"`")),
    }
}

fn paginated(value: Value) -> Result<PartialPaginated, Mismatch> {
    let mut fields = Fields::of(value)?;
    let paginated = PartialPaginated {
        input_token: fields.optional_text("inputToken")?,
        output_token: fields.optional_text("outputToken")?,
        items: fields.optional_text("items")?,
        page_size: fields.optional_text("pageSize")?,
    };
    fields.end()?;
    Ok(paginated)
}

/// An object of objects, as it stands.
fn objects(value: Value) -> Result<Value, Mismatch> {
    let odd = value
        .as_object()
        .and_then(|entries| entries.iter().find(|(_, entry)| !entry.is_object()));
    match odd {
        Some((key, entry)) => Err(Mismatch::new(key, entry, "an object")),
        None => Ok(value),
    }
}

fn protocol_tests(traits: &mut Traits) -> &mut ProtocolTests {
    traits.protocol_tests.get_or_insert_default()
}
