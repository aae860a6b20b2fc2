use std::collections::HashMap;

use aws_smithy_types::{Blob, DateTime};
use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, Response};

use crate::runtime::http::{head, parse, response};

fn headers(pairs: &[(&'static str, &str)]) -> HeaderMap {
    let pair = |&(name, value): &(&'static str, &str)| {
        (
            HeaderName::from_static(name),
            HeaderValue::from_str(value).unwrap(),
        )
    };
    pairs.iter().map(pair).collect()
}

fn strings(list: &[&str]) -> Option<Vec<String>> {
    Some(list.iter().map(|&text| text.to_owned()).collect())
}

#[test]
fn headers_carry_each_kind() {
    // RestJsonInputAndOutputWith*Headers, RestJsonSupportsNaNFloatHeaderOutputs, MediaTypeHeaderOutputBase64
    let headers = headers(&[
        ("x-string", " Hello "),
        ("x-integer", "123"),
        ("x-float", "-Infinity"),
        ("x-boolean", "true"),
        ("x-json", "dHJ1ZQ=="),
        ("x-empty", ""),
    ]);
    let string = response::header(&headers, "X-String", parse::string);
    assert_eq!(string, Ok(Some("Hello".to_owned())));
    assert_eq!(
        response::header(&headers, "X-Integer", parse::integer),
        Ok(Some(123))
    );
    assert_eq!(
        response::header(&headers, "X-Integer", parse::byte),
        Ok(Some(123))
    );
    let float = response::header(&headers, "X-Float", parse::float);
    assert_eq!(float, Ok(Some(f32::NEG_INFINITY)));
    assert_eq!(
        response::header(&headers, "X-Boolean", parse::boolean),
        Ok(Some(true))
    );
    let media = response::header(&headers, "X-Json", parse::base64);
    assert_eq!(media, Ok(Some("true".to_owned())));
    assert_eq!(
        response::header(&headers, "X-Empty", parse::string),
        Ok(Some(String::new()))
    );
    assert_eq!(
        response::header(&headers, "X-Empty", parse::integer),
        Ok(None)
    );
    assert_eq!(
        response::header(&headers, "X-Absent", parse::integer),
        Ok(None)
    );
}

#[derive(Debug, PartialEq)]
struct Wrapped<T>(T);

impl From<&str> for Wrapped<String> {
    fn from(value: &str) -> Self {
        Self(value.to_owned())
    }
}

impl From<i32> for Wrapped<i32> {
    fn from(value: i32) -> Self {
        Self(value)
    }
}

#[test]
fn enumerations_and_big_numbers_are_read() {
    // RestJsonInputAndOutputWithEnumHeaders, RestJsonInputAndOutputWithIntEnumHeaders
    let headers = headers(&[
        ("x-enum", "Foo, Bar"),
        ("x-int-enum", "1, 2"),
        ("x-big", "123456789012345678901234567890"),
    ]);
    let list = response::header_list(&headers, "X-Enum", parse::enumeration::<Wrapped<String>>);
    assert_eq!(list, Ok(Some(vec!["Foo".into(), "Bar".into()])));
    let list = response::header_list(&headers, "X-Int-Enum", parse::int_enum);
    assert_eq!(list, Ok(Some(vec![Wrapped(1), Wrapped(2)])));
    let big = response::header(&headers, "X-Big", parse::big_integer).unwrap();
    assert_eq!(big, "123456789012345678901234567890".parse().ok());
    let decimal = response::header(&headers, "X-Big", parse::big_decimal).unwrap();
    assert_eq!(decimal, "123456789012345678901234567890".parse().ok());
    let blob = response::header(&headers, "X-Enum", parse::blob).unwrap_err();
    assert_eq!(blob.header(), Some("X-Enum"));
}

#[test]
fn timestamps_come_in_any_format() {
    // RestJsonTimestampFormatHeaders
    let expected = DateTime::from_secs(1_576_540_098);
    for text in [
        "1576540098",
        "Mon, 16 Dec 2019 23:48:18 GMT",
        "2019-12-16T23:48:18Z",
    ] {
        let single = headers(&[("x-time", text)]);
        for parse in [parse::date_time, parse::epoch_seconds, parse::http_date] {
            assert_eq!(
                response::header(&single, "X-Time", parse),
                Ok(Some(expected)),
                "{text}"
            );
        }
        let list = headers(&[("x-time", &format!("{text}, {text}")), ("x-time", text)]);
        let times = response::header_timestamps(&list, "X-Time");
        assert_eq!(times, Ok(Some(vec![expected; 3])), "{text}");
    }
}

#[test]
fn lists_are_split() {
    // RestJsonInputAndOutputWithStringHeaders, RestJsonInputAndOutputWithQuotedStringHeaders
    let headers = headers(&[
        ("x-list", "\"b,c\", \"\\\"def\\\"\",, a"),
        ("x-list", "\"\""),
        ("x-numbers", "1, 2,3"),
        ("x-empty", ""),
        ("x-open", "\"secret"),
    ]);
    let list = |name| response::header_list(&headers, name, parse::string);
    assert_eq!(list("X-List"), Ok(strings(&["b,c", "\"def\"", "a", ""])));
    assert_eq!(list("X-Empty"), Ok(Some(vec![])));
    assert_eq!(list("X-Absent"), Ok(None));
    let numbers = response::header_list(&headers, "X-Numbers", parse::integer);
    assert_eq!(numbers, Ok(Some(vec![1, 2, 3])));
    let error = list("X-Open").unwrap_err().to_string();
    assert_eq!(
        error,
        "in header `X-Open`: expected a list, found other text"
    );
}

#[test]
fn prefix_headers_are_a_map() {
    // RestJsonHttpPrefixHeadersArePresent, RestJsonHttpEmptyPrefixHeadersResponseClient
    let headers = headers(&[
        ("x-foo", "Foo"),
        ("x-foo-abc", "Abc value"),
        ("x-foo-def", "Def value"),
    ]);
    let map = |pairs: &[(&str, &str)]| -> Option<HashMap<String, String>> {
        Some(
            pairs
                .iter()
                .map(|&(k, v)| (k.to_owned(), v.to_owned()))
                .collect(),
        )
    };
    let prefixed = response::prefix_headers(&headers, "X-Foo-");
    assert_eq!(
        prefixed,
        Ok(map(&[("abc", "Abc value"), ("def", "Def value")]))
    );
    let all = response::prefix_headers(&headers, "").unwrap();
    assert_eq!(all.map(|map| map.len()), Some(3));
    assert_eq!(response::prefix_headers(&headers, "X-Bar-"), Ok(None));
}

#[test]
fn errors_name_the_header_alone() {
    let mut headers = headers(&[("x-a", "secret"), ("x-b", "1"), ("x-b", "2")]);
    headers.insert("x-c", HeaderValue::from_bytes(b"\xff").unwrap());
    let error = |name| {
        response::header(&headers, name, parse::integer)
            .unwrap_err()
            .to_string()
    };
    let expected = "expected an integer of 32 bits, found other text";
    assert_eq!(error("X-A"), format!("in header `X-A`: {expected}"));
    assert_eq!(error("X-B"), format!("in header `X-B`: {expected}"));
    assert_eq!(
        error("X-C"),
        "in header `X-C`: expected text, found invalid UTF-8"
    );
    let error = response::prefix_headers(&headers, "X-")
        .unwrap_err()
        .to_string();
    assert_eq!(error, "in header `X-`: expected text, found invalid UTF-8");
}

#[test]
fn payloads_are_read() {
    // RestJsonHttpPayloadTraitsWithBlob, RestJsonHttpPayloadTraitsWithNoBlobBody, RestJsonStringPayloadResponse
    let body = Bytes::from_static(b"blob");
    assert_eq!(response::blob_payload(&body), Some(Blob::new("blob")));
    assert_eq!(response::blob_payload(&Bytes::new()), None);
    let string = response::string_payload(b"raw", parse::string);
    assert_eq!(string, Ok(Some("raw".to_owned())));
    assert_eq!(response::string_payload(b"", parse::string), Ok(None));
    let error = response::string_payload(b"ab\xff", parse::string).unwrap_err();
    assert_eq!(
        error.to_string(),
        "at byte 2: expected text, found invalid UTF-8"
    );
}

#[test]
fn the_head_gives_what_stands_before_the_body() {
    let answer = Response::builder()
        .status(201)
        .header("x-amzn-requestid", "id")
        .header("x-text", "a")
        .header("x-numbers", "1, 2")
        .header("x-time", "Tue, 29 Apr 2014 18:30:38 GMT")
        .header("x-pre-b", "c")
        .body(Bytes::new())
        .unwrap();
    let head = head(&answer);
    assert_eq!(head.status_code(), Some(201));
    assert_eq!(head.request_id().as_deref(), Some("id"));
    assert_eq!(head.string("X-Text"), Ok(Some("a".to_owned())));
    assert_eq!(head.string("X-Absent"), Ok(None));
    assert_eq!(
        head.header("X-Text", parse::enumeration),
        Ok(Some("a".to_owned()))
    );
    assert_eq!(head.list("X-Numbers", parse::integer), Ok(Some(vec![1, 2])));
    let time = DateTime::from_secs(1_398_796_238);
    assert_eq!(head.timestamps("X-Time"), Ok(Some(vec![time])));
    let prefixed = HashMap::from([("b".to_owned(), "c".to_owned())]);
    assert_eq!(head.prefixed("X-Pre-"), Ok(Some(prefixed)));
}
