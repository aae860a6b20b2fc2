//! The cases of Smithy's protocol tests
//! ([HTTP protocol compliance tests](https://smithy.io/2.0/additional-specs/http-protocol-compliance-tests.html)).

use serde_json::{Map, Value};

use super::value::{Fields, Mismatch, any_text, each, status, text};
use crate::model::{HttpMessageTest, HttpRequestTest, HttpResponseTest};

/// Keys that change nothing for a client: how it is grouped, and what signing and plugins would do besides.
const WITHOUT_EFFECT: [&str; 4] = ["tags", "authScheme", "vendorParams", "vendorParamsShape"];

/// `smithy.test#httpRequestTests`.
pub(super) fn requests(value: Value) -> Result<Vec<HttpRequestTest>, Mismatch> {
    cases(value, |fields, message| {
        Ok(HttpRequestTest {
            message,
            method: fields.text("method")?,
            uri: fields.text("uri")?,
            host: fields.optional_text("host")?,
            resolved_host: fields.optional_text("resolvedHost")?,
            query_params: texts(fields, "queryParams")?,
            require_query_params: texts(fields, "requireQueryParams")?,
            forbid_query_params: texts(fields, "forbidQueryParams")?,
        })
    })
}

/// `smithy.test#httpResponseTests`.
pub(super) fn responses(value: Value) -> Result<Vec<HttpResponseTest>, Mismatch> {
    cases(value, |fields, message| {
        let code = fields.required("code", "a status of HTTP")?;
        Ok(HttpResponseTest {
            message,
            code: status("code", &code)?,
        })
    })
}

fn cases<T>(
    value: Value,
    read: impl Fn(&mut Fields, HttpMessageTest) -> Result<T, Mismatch>,
) -> Result<Vec<T>, Mismatch> {
    let mut index = 0;
    each(value, |at, value| {
        let place = |mismatch: Mismatch| mismatch.within(at);
        let mut fields = Fields::of(value).map_err(place)?;
        let mut message = message(&mut fields).map_err(place)?;
        message.index = index;
        index += 1;
        let case = read(&mut fields, message).map_err(place)?;
        fields.end().map_err(place)?;
        Ok(case)
    })
}

fn message(fields: &mut Fields) -> Result<HttpMessageTest, Mismatch> {
    for key in WITHOUT_EFFECT {
        fields.take(key);
    }
    Ok(HttpMessageTest {
        index: 0,
        id: fields.text("id")?,
        protocol: fields.text("protocol")?,
        for_servers: for_servers(fields.take("appliesTo"))?,
        documentation: optional_any_text(fields, "documentation")?,
        params: object(fields, "params")?,
        headers: headers(fields)?,
        require_headers: texts(fields, "requireHeaders")?,
        forbid_headers: texts(fields, "forbidHeaders")?,
        body: optional_any_text(fields, "body")?,
        body_media_type: fields.optional_text("bodyMediaType")?,
    })
}

fn for_servers(value: Option<Value>) -> Result<bool, Mismatch> {
    match value {
        None => Ok(false),
        Some(value) => match value.as_str() {
            Some("client") => Ok(false),
            Some("server") => Ok(true),
            _ => Err(Mismatch::new(
                "appliesTo",
                &value,
                "`\"client\"` or `\"server\"`",
            )),
        },
    }
}

fn optional_any_text(fields: &mut Fields, key: &str) -> Result<Option<String>, Mismatch> {
    let value = fields.take(key);
    value.map(|value| any_text(key, value)).transpose()
}

fn object(fields: &mut Fields, key: &str) -> Result<Map<String, Value>, Mismatch> {
    match fields.take(key) {
        None => Ok(Map::new()),
        Some(Value::Object(entries)) => Ok(entries),
        Some(other) => Err(Mismatch::new(key, &other, "an object")),
    }
}

fn headers(fields: &mut Fields) -> Result<Vec<(String, String)>, Mismatch> {
    let entries = object(fields, "headers")?;
    let header = |(name, value): (String, Value)| {
        let value = any_text(&format!("headers.{name}"), value)?;
        Ok((name, value))
    };
    entries.into_iter().map(header).collect()
}

fn texts(fields: &mut Fields, key: &str) -> Result<Vec<String>, Mismatch> {
    let list = fields.take(key).unwrap_or_else(|| Value::Array(Vec::new()));
    each(list, text).map_err(|mismatch| mismatch.within(key))
}
