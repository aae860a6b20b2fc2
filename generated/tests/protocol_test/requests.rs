//! Requests.

use ivs_realtime::Error;
use ivs_realtime::error::BuildError;
use ivs_realtime::runtime::http::{Gzip, Method, Request, RequestBuilder, Response, text};
use ivs_realtime::runtime::protocol_test::{self, Expected};
use ivs_realtime::runtime::validate::Validate;
use ivs_realtime::runtime::{Bytes, Operation};

use super::{fails, failure};

/// `PUT /a%20b?x=1&x=2&y`, with headers, a host prefix and a body.
#[derive(Clone, Default)]
struct Put {
    body: &'static str,
    token: Option<String>,
    compressed: bool,
    refused: bool,
}

impl Validate for Put {}

impl Operation for Put {
    const NAME: &'static str = "Put";
    type Output = ();
    type Error = Error;

    fn request(&self) -> Result<Request<Bytes>, BuildError> {
        if self.refused {
            return Err(BuildError::missing_field("name", "it is required"));
        }
        let mut request = RequestBuilder::new(Method::PUT);
        request.host_prefix("data.");
        request.path("/a%20b");
        request.query_literal("x", Some("1"));
        request.query_literal("x", Some("2"));
        request.query_literal("y", None);
        let list = ["a b".to_owned(), "c,d".to_owned()];
        request.header_list("x-list", Some(&list), text::string)?;
        request.header("x-token", self.token.as_ref(), text::string)?;
        if !self.body.is_empty() {
            request.string_payload(Some(self.body), "text/plain");
        }
        if self.compressed {
            request.gzip(Gzip::Always);
        }
        request.build()
    }

    fn response(_: &Response<Bytes>) -> Result<(), Error> {
        Ok(())
    }

    fn idempotency_token_mut(&mut self) -> Option<&mut Option<String>> {
        Some(&mut self.token)
    }
}

fn expected() -> Expected<'static> {
    protocol_test::request("PUT", "/a%20b")
}

fn with_body(body: &'static str) -> Put {
    Put {
        body,
        ..Put::default()
    }
}

#[test]
fn what_is_as_expected_passes() {
    let expected = expected()
        .host("example.com")
        .resolved_host("data.example.com")
        .query("x=1")
        .query("x=2")
        .query("y")
        .require_query("y")
        .forbid_query("z")
        .header("X-List", "a b,  \"c,d\"")
        .header("x-token", "00000000-0000-4000-8000-000000000000")
        .require_header("Content-Length")
        .forbid_header("Content-Encoding")
        .body("{}");
    assert_eq!(failure(|| expected.check(with_body("{}"))), None);
}

#[test]
fn each_difference_of_a_request_is_told() {
    let request = protocol_test::request;
    for (expected, message) in [
        (
            request("POST", "/a%20b"),
            "request.method: found PUT, expected \"POST\"",
        ),
        (
            request("PUT", "/a b"),
            "request.uri: found \"/a%20b\", expected \"/a b\"",
        ),
        (request("PUT", "/a%20b/"), "request.uri: "),
        (
            expected().host("example.com"),
            "request.host: found \"data.example.com\", expected \"example.com\"",
        ),
        (expected().resolved_host("data.other.com"), "request.host: "),
        (
            expected().query("x=1"),
            "request.query: found [\"x=1\", \"x=2\"], expected [\"x=1\"]",
        ),
        (expected().query("x=2").query("x=1"), "request.query: "),
        (
            expected().query("y="),
            "request.query: found [\"y\"], expected [\"y=\"]",
        ),
        (
            expected().query("z=1"),
            "request.query: found [], expected [\"z=1\"]",
        ),
        (
            expected().require_query("z"),
            "request.query: found no \"z\", expected one",
        ),
        (
            expected().forbid_query("y"),
            "request.query: found [\"y\"], expected none",
        ),
        (
            expected().header("x-list", "a b, c,d"),
            "request.headers.x-list: found \"a b, \\\"c,d\\\"\", expected \"a b, c,d\"",
        ),
        (
            expected().header("x-list", "\"c,d\", a b"),
            "request.headers.x-list: ",
        ),
        (
            expected().header("x-none", ""),
            "request.headers.x-none: found nothing, expected \"\"",
        ),
        (
            expected().require_header("x-none"),
            "request.headers.x-none: found nothing",
        ),
        (
            expected().forbid_header("X-Token"),
            "request.headers.X-Token: found \"00000000-0000-4000-8000-000000000000\", expected nothing",
        ),
    ] {
        fails(|| expected.check(Put::default()), message);
    }
}

#[test]
fn each_difference_of_a_body_is_told() {
    let empty = expected().body("");
    fails(
        || empty.check(with_body("{}")),
        "request.body: found \"{}\", expected \"\"",
    );
    let text = expected().body("{ }");
    fails(|| text.check(with_body("{}")), "request.body: ");
    for (found, json, message) in [
        ("", "{}", "request.body: found \"\", which is no JSON"),
        ("{} x", "{}", "which is no JSON"),
        (
            r#"{"a":1,"a":1}"#,
            r#"{"a":1}"#,
            "the name \"a\" comes twice",
        ),
        (
            r#"{"a":[1,2]}"#,
            r#"{"a":[1,3]}"#,
            "request.body.a[1]: found 2, expected 3",
        ),
        (
            r#"{"a":[1]}"#,
            r#"{"a":[]}"#,
            "request.body.a: found 1 items, expected 0",
        ),
        (
            r#"{"a":1}"#,
            "{}",
            "request.body.a: found 1, expected nothing",
        ),
        (
            "{}",
            r#"{"a":null}"#,
            "request.body.a: found nothing, expected null",
        ),
        (
            r#"{"a":"1"}"#,
            r#"{"a":1}"#,
            "request.body.a: found \"1\", expected 1",
        ),
        (
            "12345678901234567891",
            "12345678901234567890",
            "request.body: found 1",
        ),
        ("[]", "{}", "request.body: found [], expected {}"),
    ] {
        fails(
            || expected().json_body(json).check(with_body(found)),
            message,
        );
    }
    let by_value = expected().json_body(" { \"b\" : 1.50e1, \"a\" : [ ] } ");
    assert_eq!(
        failure(|| by_value.check(with_body(r#"{"a":[],"b":15}"#))),
        None
    );
}

#[test]
fn a_request_with_secrets_is_compared_and_not_shown() {
    let put = Put {
        body: r#"{"key":"mine"}"#,
        token: Some("my token".to_owned()),
        ..Put::default()
    };
    let expected = protocol_test::request("GET", "/yours")
        .query("x=yours")
        .forbid_query("y")
        .header("x-token", "yours")
        .forbid_header("x-list")
        .json_body(r#"{"key":"yours"}"#)
        .secret();
    let said = failure(|| expected.check(put)).expect("it fails");
    let told = said.lines().filter(|line| line.ends_with(" not shown"));
    assert_eq!(told.count(), 7, "{said}");
    assert!(said.contains("request.body.key: differs"), "{said}");
    assert!(!said.contains("yours") && !said.contains("mine"), "{said}");
    assert!(!said.contains("my token"), "{said}");
}

#[test]
fn all_differences_are_told_at_once() {
    let said = failure(|| {
        protocol_test::request("GET", "/")
            .query("z")
            .body("x")
            .check(Put::default());
    });
    let said = said.expect("it fails");
    let paths = [
        "request.method",
        "request.uri",
        "request.query",
        "request.body",
    ];
    assert!(paths.iter().all(|path| said.contains(path)), "{said}");
}

#[test]
fn an_input_that_becomes_no_request_fails() {
    let refused = Put {
        refused: true,
        ..Put::default()
    };
    fails(|| expected().check(refused), "the input becomes no request");
}

#[test]
fn a_body_is_compressed_and_a_token_that_is_set_stays() {
    let put = Put {
        body: "text",
        token: Some("mine".to_owned()),
        compressed: true,
        ..Put::default()
    };
    let good = expected()
        .header("Content-Encoding", "gzip")
        .header("x-token", "mine");
    assert_eq!(failure(|| good.check(put.clone())), None);
    fails(|| expected().body("text").check(put), "request.body: ");
}
