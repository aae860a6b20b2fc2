use std::collections::HashMap;

use aws_smithy_types::{Blob, DateTime};
use bytes::Bytes;
use http::{HeaderValue, Response};

use crate::runtime::http::{blob_payload, head, parse, string_payload};

fn answer(headers: &[(&str, &str)]) -> Response<Bytes> {
    let answer = Response::builder();
    let answer = headers
        .iter()
        .fold(answer, |answer, (name, value)| answer.header(*name, *value));
    answer.body(Bytes::new()).unwrap()
}

fn strings(list: &[&str]) -> Option<Vec<String>> {
    Some(list.iter().map(|&text| text.to_owned()).collect())
}

#[test]
fn headers_carry_each_kind() {
    // RestJsonInputAndOutputWith*Headers, RestJsonSupportsNaNFloatHeaderOutputs, MediaTypeHeaderOutputBase64
    let answer = answer(&[
        ("x-string", " Hello "),
        ("x-integer", "123"),
        ("x-float", "-Infinity"),
        ("x-boolean", "true"),
        ("x-json", "dHJ1ZQ=="),
        ("x-empty", ""),
    ]);
    let string = head(&answer).header("X-String", parse::string);
    assert_eq!(string, Ok(Some("Hello".to_owned())));
    assert_eq!(
        head(&answer).header("X-Integer", parse::integer),
        Ok(Some(123))
    );
    assert_eq!(
        head(&answer).header("X-Integer", parse::byte),
        Ok(Some(123))
    );
    let float = head(&answer).header("X-Float", parse::float);
    assert_eq!(float, Ok(Some(f32::NEG_INFINITY)));
    assert_eq!(
        head(&answer).header("X-Boolean", parse::boolean),
        Ok(Some(true))
    );
    let media = head(&answer).header("X-Json", parse::base64);
    assert_eq!(media, Ok(Some("true".to_owned())));
    assert_eq!(
        head(&answer).header("X-Empty", parse::string),
        Ok(Some(String::new()))
    );
    assert_eq!(head(&answer).header("X-Empty", parse::integer), Ok(None));
    assert_eq!(head(&answer).header("X-Absent", parse::integer), Ok(None));
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
    let answer = answer(&[
        ("x-enum", "Foo, Bar"),
        ("x-int-enum", "1, 2"),
        ("x-big", "123456789012345678901234567890"),
    ]);
    let list = head(&answer).list("X-Enum", parse::enumeration::<Wrapped<String>>);
    assert_eq!(list, Ok(Some(vec!["Foo".into(), "Bar".into()])));
    let list = head(&answer).list("X-Int-Enum", parse::int_enum);
    assert_eq!(list, Ok(Some(vec![Wrapped(1), Wrapped(2)])));
    let big = head(&answer).header("X-Big", parse::big_integer).unwrap();
    assert_eq!(big, "123456789012345678901234567890".parse().ok());
    let decimal = head(&answer).header("X-Big", parse::big_decimal).unwrap();
    assert_eq!(decimal, "123456789012345678901234567890".parse().ok());
    let blob = head(&answer).header("X-Enum", parse::blob).unwrap_err();
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
        let single = answer(&[("x-time", text)]);
        for parse in [parse::date_time, parse::epoch_seconds, parse::http_date] {
            assert_eq!(
                head(&single).header("X-Time", parse),
                Ok(Some(expected)),
                "{text}"
            );
        }
        let list = answer(&[("x-time", &format!("{text}, {text}")), ("x-time", text)]);
        let times = head(&list).timestamps("X-Time");
        assert_eq!(times, Ok(Some(vec![expected; 3])), "{text}");
    }
}

#[test]
fn lists_are_split() {
    // RestJsonInputAndOutputWithStringHeaders, RestJsonInputAndOutputWithQuotedStringHeaders
    let answer = answer(&[
        ("x-list", "\"b,c\", \"\\\"def\\\"\",, a"),
        ("x-list", "\"\""),
        ("x-numbers", "1, 2,3"),
        ("x-empty", ""),
        ("x-open", "\"secret"),
    ]);
    let list = |name| head(&answer).list(name, parse::string);
    assert_eq!(list("X-List"), Ok(strings(&["b,c", "\"def\"", "a", ""])));
    assert_eq!(list("X-Empty"), Ok(Some(vec![])));
    assert_eq!(list("X-Absent"), Ok(None));
    let numbers = head(&answer).list("X-Numbers", parse::integer);
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
    let answer = answer(&[
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
    let prefixed = head(&answer).prefixed("X-Foo-");
    assert_eq!(
        prefixed,
        Ok(map(&[("abc", "Abc value"), ("def", "Def value")]))
    );
    let all = head(&answer).prefixed("").unwrap();
    assert_eq!(all.map(|map| map.len()), Some(3));
    assert_eq!(head(&answer).prefixed("X-Bar-"), Ok(None));
}

#[test]
fn errors_name_the_header_alone() {
    let mut answer = answer(&[("x-a", "secret"), ("x-b", "1"), ("x-b", "2")]);
    answer
        .headers_mut()
        .insert("x-c", HeaderValue::from_bytes(b"\xff").unwrap());
    let error = |name| {
        head(&answer)
            .header(name, parse::integer)
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
    let error = head(&answer).prefixed("X-").unwrap_err().to_string();
    assert_eq!(error, "in header `X-`: expected text, found invalid UTF-8");
}

#[test]
fn payloads_are_read() {
    // RestJsonHttpPayloadTraitsWithBlob, RestJsonHttpPayloadTraitsWithNoBlobBody, RestJsonStringPayloadResponse
    let body = Bytes::from_static(b"blob");
    assert_eq!(blob_payload(&body), Some(Blob::new("blob")));
    assert_eq!(blob_payload(&Bytes::new()), None);
    let string = string_payload(b"raw", parse::string);
    assert_eq!(string, Ok(Some("raw".to_owned())));
    assert_eq!(string_payload(b"", parse::string), Ok(None));
    let error = string_payload(b"ab\xff", parse::string).unwrap_err();
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
