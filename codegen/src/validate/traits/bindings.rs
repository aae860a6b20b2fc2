//! Traits that say where a member goes: into the URI, a header, the body.

use serde_json::Value;

use super::Typed;
use super::value::{Fields, Mismatch, any_text, text};
use crate::model::TimestampFormat;

/// ([HTTP bindings](https://smithy.io/2.0/spec/http-bindings.html),
/// [serialization traits](https://smithy.io/2.0/spec/protocol-traits.html),
/// [streaming](https://smithy.io/2.0/spec/streaming.html))
pub(super) fn read(typed: &mut Typed, id: &str, value: Value) -> Result<Option<Value>, Mismatch> {
    let traits = &mut typed.traits;
    match id {
        "smithy.api#jsonName" => traits.json_name = Some(text("", value)?),
        "smithy.api#mediaType" => traits.media_type = Some(text("", value)?),
        "smithy.api#timestampFormat" => traits.timestamp_format = Some(timestamp_format(&value)?),
        "smithy.api#streaming" => traits.streaming = true,
        "smithy.api#requiresLength" => traits.requires_length = true,
        "smithy.api#eventHeader" => traits.event_header = true,
        "smithy.api#eventPayload" => traits.event_payload = true,
        "smithy.api#httpLabel" => traits.http_label = true,
        "smithy.api#httpQuery" => traits.http_query = Some(text("", value)?),
        "smithy.api#httpQueryParams" => traits.http_query_params = true,
        "smithy.api#httpHeader" => traits.http_header = Some(header_name(value)?),
        "smithy.api#httpPrefixHeaders" => traits.http_prefix_headers = Some(prefix(value)?),
        "smithy.api#httpPayload" => traits.http_payload = true,
        "smithy.api#httpResponseCode" => traits.http_response_code = true,
        "smithy.api#hostLabel" => traits.host_label = true,
        "smithy.rules#contextParam" => {
            let mut fields = Fields::of(value)?;
            traits.context_param = Some(fields.text("name")?);
            fields.end()?;
        }
        _ => return Ok(Some(value)),
    }
    Ok(None)
}

fn timestamp_format(value: &Value) -> Result<TimestampFormat, Mismatch> {
    match value.as_str() {
        Some("date-time") => Ok(TimestampFormat::DateTime),
        Some("epoch-seconds") => Ok(TimestampFormat::EpochSeconds),
        Some("http-date") => Ok(TimestampFormat::HttpDate),
        _ => Err(Mismatch::at_top(
            value,
            "`\"date-time\"`, `\"epoch-seconds\"` or `\"http-date\"`",
        )),
    }
}

/// A field name (RFC 9110, section 5.1).
fn header_name(value: Value) -> Result<String, Mismatch> {
    let name = any_text("", value)?;
    if name.is_empty() || !name.bytes().all(is_token) {
        return Err(Mismatch::at_top(
            &Value::String(name),
            "the name of a header",
        ));
    }
    Ok(name)
}

/// The beginning of a field name, possibly empty.
fn prefix(value: Value) -> Result<String, Mismatch> {
    let prefix = any_text("", value)?;
    if !prefix.bytes().all(is_token) {
        return Err(Mismatch::at_top(
            &Value::String(prefix),
            "the beginning of the name of a header",
        ));
    }
    Ok(prefix)
}

/// Whether a byte may stand in a token of HTTP (RFC 9110, section 5.6.2).
pub(super) fn is_token(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte)
}
