//! Payloads that are no JSON: the body of a response as it is.
//!
//! Structures in a body are read with [`json::read_structure`](crate::runtime::json::read_structure) and
//! [`json::read_value`](crate::runtime::json::read_value).

use aws_smithy_types::Blob;
use bytes::Bytes;

use super::parse::Expected;
use crate::runtime::DecodeError;

/// The body as a blob (`@httpPayload`). An empty body is absent.
pub fn blob_payload(body: &Bytes) -> Option<Blob> {
    (!body.is_empty()).then(|| Blob::new(body.to_vec()))
}

/// The body as a string (`@httpPayload`), or with [`enumeration`](super::parse::enumeration) as one. An empty body is absent.
///
/// # Errors
/// The body is not UTF-8.
pub fn string_payload<T>(
    body: &[u8],
    parse: impl Fn(&str) -> Result<T, Expected>,
) -> Result<Option<T>, DecodeError> {
    let text = std::str::from_utf8(body).map_err(|error| {
        DecodeError::in_body(error.valid_up_to(), String::new(), "text", "invalid UTF-8")
    })?;
    if text.is_empty() {
        return Ok(None);
    }
    match parse(text) {
        Ok(value) => Ok(Some(value)),
        Err(Expected(expected)) => Err(DecodeError::in_body(
            0,
            String::new(),
            expected,
            "other text",
        )),
    }
}
