//! Reading a response: headers, status and payloads that are not JSON structures.
//!
//! Structures in a body are read with [`json::read_structure`](crate::runtime::json::read_structure) and
//! [`json::read_value`](crate::runtime::json::read_value).

use std::borrow::Cow;
use std::collections::HashMap;

use aws_smithy_types::{Blob, DateTime};
use bytes::Bytes;
use http::header::HeaderMap;

use super::header_list::{split_first, split_first_date};
use super::parse::{self, Expected};
use crate::runtime::DecodeError;

/// [`ResponseHead::header`](super::ResponseHead::header).
pub(super) fn header<T>(
    headers: &HeaderMap,
    name: &'static str,
    parse: impl Fn(&str) -> Result<T, Expected>,
) -> Result<Option<T>, DecodeError> {
    let Some(text) = header_text(headers, name, name)? else {
        return Ok(None);
    };
    match parse(&text) {
        Ok(value) => Ok(Some(value)),
        Err(_) if text.is_empty() => Ok(None),
        Err(expected) => Err(mismatch(name, expected)),
    }
}

/// [`ResponseHead::list`](super::ResponseHead::list).
pub(super) fn header_list<T>(
    headers: &HeaderMap,
    name: &'static str,
    parse: impl Fn(&str) -> Result<T, Expected>,
) -> Result<Option<Vec<T>>, DecodeError> {
    let Some(text) = header_text(headers, name, name)? else {
        return Ok(None);
    };
    let mut list = Vec::new();
    let mut rest = &*text;
    while !rest.is_empty() {
        let Some((element, after)) = split_first(rest) else {
            return Err(mismatch(name, Expected("a list")));
        };
        rest = after;
        if !matches!(element, Cow::Borrowed("")) {
            list.push(parse(&element).map_err(|expected| mismatch(name, expected))?);
        }
    }
    Ok(Some(list))
}

/// [`ResponseHead::timestamps`](super::ResponseHead::timestamps).
pub(super) fn header_timestamps(
    headers: &HeaderMap,
    name: &'static str,
) -> Result<Option<Vec<DateTime>>, DecodeError> {
    let Some(text) = header_text(headers, name, name)? else {
        return Ok(None);
    };
    let mut list = Vec::new();
    let mut rest = &*text;
    while !rest.is_empty() {
        let (element, after) = split_first_date(rest);
        rest = after;
        if !element.is_empty() {
            list.push(parse::http_date(element).map_err(|expected| mismatch(name, expected))?);
        }
    }
    Ok(Some(list))
}

/// [`ResponseHead::prefixed`](super::ResponseHead::prefixed).
pub(super) fn prefix_headers(
    headers: &HeaderMap,
    prefix: &'static str,
) -> Result<Option<HashMap<String, String>>, DecodeError> {
    let lower = prefix.to_ascii_lowercase();
    let mut map = HashMap::new();
    for name in headers.keys() {
        if let Some(rest) = name.as_str().strip_prefix(&lower)
            && let Some(text) = header_text(headers, name.as_str(), prefix)?
        {
            map.insert(rest.to_owned(), text.into_owned());
        }
    }
    Ok(if map.is_empty() { None } else { Some(map) })
}

/// The body as a blob (`@httpPayload`). An empty body is absent.
pub fn blob_payload(body: &Bytes) -> Option<Blob> {
    (!body.is_empty()).then(|| Blob::new(body.to_vec()))
}

/// The body as a string (`@httpPayload`), or with [`parse::enumeration`] as one. An empty body is absent.
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

/// All values of a header in one, without space around it. `shown` is the name in errors.
fn header_text<'h>(
    headers: &'h HeaderMap,
    name: &str,
    shown: &'static str,
) -> Result<Option<Cow<'h, str>>, DecodeError> {
    let mut joined: Option<Cow<'h, str>> = None;
    for value in headers.get_all(name) {
        let text = std::str::from_utf8(value.as_bytes())
            .map_err(|_| DecodeError::in_header(shown, "text", "invalid UTF-8"))?
            .trim();
        joined = Some(match joined {
            None => Cow::Borrowed(text),
            Some(before) => Cow::Owned(format!("{before}, {text}")),
        });
    }
    Ok(joined)
}

fn mismatch(name: &'static str, Expected(expected): Expected) -> DecodeError {
    DecodeError::in_header(name, expected, "other text")
}
