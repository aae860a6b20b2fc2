//! Tests of the bindings. Names in comments are those of Smithy's protocol cases for restJson1.

mod request_body;
mod request_headers;
mod request_uri;
mod response;

use std::error::Error;

use aws_smithy_types::DateTime;
use aws_smithy_types::error::operation::BuildError;
use bytes::Bytes;
use http::{Method, Request};

use super::{RequestBuilder, content_type, text};

/// The instant of the protocol cases.
fn time() -> DateTime {
    DateTime::from_secs(1_576_540_098)
}

fn build(add: impl FnOnce(&mut RequestBuilder) -> Result<(), BuildError>) -> Request<Bytes> {
    let mut request = RequestBuilder::new(Method::POST);
    add(&mut request).unwrap();
    request.build().unwrap()
}

fn uri(add: impl FnOnce(&mut RequestBuilder) -> Result<(), BuildError>) -> String {
    build(add).uri().to_string()
}

fn header<'r>(request: &'r Request<Bytes>, name: &str) -> Option<&'r str> {
    request
        .headers()
        .get(name)
        .map(|value| value.to_str().unwrap())
}

/// The whole message of an error, with its causes.
fn message(error: &dyn Error) -> String {
    match error.source() {
        Some(source) => format!("{error}: {}", message(source)),
        None => error.to_string(),
    }
}
