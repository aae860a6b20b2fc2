//! Answers.

use std::fmt;

use ivs_realtime::error::{BoxError, BuildError, ErrorMetadata, ProvideErrorMetadata, RequestId};
use ivs_realtime::runtime::error::{ServiceError, Unhandled, answer};
use ivs_realtime::runtime::http::{Request, Response, error_metadata, parse, string_payload};
use ivs_realtime::runtime::protocol_test;
use ivs_realtime::runtime::validate::Validate;
use ivs_realtime::runtime::{Bytes, DecodeError, Operation};

use super::{fails, failure};

/// An operation that answers with a text, or with one of two errors.
struct Read;

#[derive(Default)]
struct Output {
    text: Option<String>,
}

#[derive(Debug)]
enum Failed {
    Gone(Gone),
    Other(Unhandled),
}

#[derive(Debug)]
struct Gone {
    text: Option<String>,
    key: Option<String>,
    meta: ErrorMetadata,
}

protocol_test::structure!(Output { text });
protocol_test::structure!(Gone { text, key: secret });

impl Validate for Read {}

impl Operation for Read {
    const NAME: &'static str = "Read";
    type Output = Output;
    type Error = Failed;

    fn request(&self) -> Result<Request<Bytes>, BuildError> {
        Ok(Request::default())
    }

    fn response(response: &Response<Bytes>) -> Result<Output, Failed> {
        answer(response, |response| {
            let text = string_payload(response.body(), parse::string)?;
            Ok(Output { text })
        })
    }
}

impl ServiceError for Failed {
    fn read(response: &Response<Bytes>) -> Self {
        let meta = error_metadata(response);
        if meta.code() != Some("Gone") {
            return Self::Other(Unhandled::new(meta, None));
        }
        let header = |name| Some(response.headers().get(name)?.to_str().ok()?.to_owned());
        Self::Gone(Gone {
            text: header("x-text"),
            key: header("x-key"),
            meta,
        })
    }

    fn from_failure(meta: ErrorMetadata, source: BoxError) -> Self {
        Self::Other(Unhandled::new(meta, Some(source)))
    }

    fn undecodable(&self) -> Option<&DecodeError> {
        None
    }
}

impl std::error::Error for Failed {}

impl fmt::Display for Failed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Gone(_) => f.write_str("Gone"),
            Self::Other(error) => error.fmt(f),
        }
    }
}

impl ProvideErrorMetadata for Failed {
    fn meta(&self) -> &ErrorMetadata {
        match self {
            Self::Gone(error) => &error.meta,
            Self::Other(error) => error.meta(),
        }
    }
}

impl RequestId for Failed {
    fn request_id(&self) -> Option<&str> {
        None
    }
}

fn output(text: Option<&str>) -> Output {
    Output {
        text: text.map(str::to_owned),
    }
}

#[test]
fn an_output_is_compared() {
    let check = |status, body: &str, expected: Option<&str>| {
        let expected = output(expected);
        protocol_test::answer(status)
            .body(body)
            .check_output::<Read>(&expected);
    };
    assert_eq!(failure(|| check(200, "a", Some("a"))), None);
    assert_eq!(failure(|| check(204, "", None)), None);
    fails(
        || check(200, "a", Some("b")),
        "output.text: found \"a\", expected \"b\"",
    );
    fails(
        || check(200, "a", None),
        "output.text: found a value, expected none",
    );
    fails(
        || check(200, "", Some("a")),
        "output.text: found no value, expected one",
    );
    fails(
        || check(500, "a", Some("a")),
        "the answer becomes an error, expected an output",
    );
}

/// Checks an error of this code, with a text in one header and a secret in another.
fn check_gone(status: u16, code: &str, text: Option<&str>, key: &str) {
    let expected = Gone {
        text: text.map(str::to_owned),
        key: Some(key.to_owned()),
        meta: ErrorMetadata::default(),
    };
    protocol_test::answer(status)
        .header("x-amzn-errortype", code)
        .header("x-text", "a")
        .header("x-key", "mine")
        .check_error::<Read, _>(&expected, |error| match error {
            Failed::Gone(found) => Some(found),
            Failed::Other(_) => None,
        });
}

#[test]
fn an_error_is_compared() {
    let good = failure(|| check_gone(404, "Gone", Some("a"), "mine"));
    assert_eq!(good, None);
    fails(
        || check_gone(404, "Gone", Some("b"), "mine"),
        "error.text: found \"a\", expected \"b\"",
    );
    fails(
        || check_gone(404, "Gone", None, "mine"),
        "error.text: found a value, expected none",
    );
    fails(
        || check_gone(404, "Lost", Some("a"), "mine"),
        "the answer becomes another error than expected: ",
    );
    fails(
        || check_gone(200, "Gone", Some("a"), "mine"),
        "the answer becomes an output, expected an error",
    );
}

#[test]
fn a_secret_is_compared_and_not_shown() {
    let said = failure(|| check_gone(404, "Gone", Some("a"), "yours")).expect("it fails");
    assert!(
        said.contains("error.key: differs, and is a secret that is not shown"),
        "{said}"
    );
    assert!(!said.contains("mine") && !said.contains("yours"), "{said}");
}
