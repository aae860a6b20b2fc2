use std::collections::HashMap;
use std::error::Error;

use aws_smithy_types::error::operation::BuildError;
use aws_smithy_types::{Blob, DateTime, Document};
use bytes::Bytes;
use http::{Method, Request};

use crate::runtime::Format;
use crate::runtime::http::{RequestBuilder, content_type, text};
use crate::runtime::json::{ObjectWriter, WriteStructure};

struct Greeting(&'static str);

impl WriteStructure for Greeting {
    fn write_members(&self, object: &mut ObjectWriter<'_>) {
        object.string("greeting", Some(self.0));
    }
}

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

#[test]
fn labels_are_encoded() {
    // RestJsonHttpRequestLabelEscaping, RestJsonInputAndOutputWithHeaders..., RestJsonSupportsNaNFloatLabels
    let target = uri(|request| {
        request.path("/L/");
        request.label(
            "string",
            Some(" %:/?#[]@!$&'()*+,;=\u{1f639}"),
            text::string,
        )?;
        request.path("/");
        request.label("short", Some(&1i16), text::short)?;
        request.path("/");
        request.label("float", Some(&4.1f32), text::float)?;
        request.path("/");
        request.label("double", Some(&f64::NEG_INFINITY), text::double)?;
        request.path("/");
        request.label("boolean", Some(&true), text::boolean)?;
        request.path("/");
        request.label("dateTime", Some(&time()), text::date_time)?;
        request.path("/");
        request.label("httpDate", Some(&time()), text::http_date)?;
        request.path("/");
        request.label("epochSeconds", Some(&time()), text::epoch_seconds)
    });
    assert_eq!(
        target,
        concat!(
            "/L/%20%25%3A%2F%3F%23%5B%5D%40%21%24%26%27%28%29%2A%2B%2C%3B%3D%F0%9F%98%B9/1/4.1/-Infinity/true/",
            "2019-12-16T23%3A48%3A18Z/Mon%2C%2016%20Dec%202019%2023%3A48%3A18%20GMT/1576540098"
        )
    );
}

#[test]
fn greedy_labels_keep_slashes() {
    // RestJsonHttpRequestWithGreedyLabelInPath, RestJsonToleratesRegexCharsInSegments
    let target = uri(|request| {
        request.path("/G/foo/");
        request.label("foo", Some("hello/escape"), text::string)?;
        request.path("/baz/");
        request.greedy_label("baz", Some("there/guy"), text::string)?;
        request.path("/(a+)+");
        Ok(())
    });
    assert_eq!(target, "/G/foo/hello%2Fescape/baz/there/guy/(a+)+");
}

#[test]
fn labels_must_be_set() {
    for value in [None, Some("")] {
        let mut request = RequestBuilder::new(Method::GET);
        let error = request
            .label("resourceArn", value, text::string)
            .unwrap_err();
        let message = message(&error);
        assert!(message.contains("resourceArn"), "{message}");
        assert!(request.greedy_label("key", value, text::string).is_err());
    }
}

#[test]
fn a_request_without_parts_is_the_root() {
    let request = build(|_| Ok(()));
    assert_eq!(request.uri(), "/");
    assert!(request.headers().is_empty() && request.body().is_empty());
}

#[test]
fn a_path_that_is_too_long_is_an_error() {
    let mut request = RequestBuilder::new(Method::GET);
    request
        .label("name", Some(&"a".repeat(70_000)), text::string)
        .unwrap();
    assert!(request.build().is_err());
}

#[test]
fn query_parameters_keep_their_order() {
    // RestJsonConstantAndVariableQueryString, RestJsonAllQueryStringTypes, RestJsonSerializesEmptyQueryValue,
    // RestJsonOmitsNullQuery, RestJsonOmitsEmptyListQueryValues
    let target = uri(|request| {
        request.query_literal("foo", Some("bar"));
        request.query_literal("hello", None);
        request.query("String", Some("Hello there"), text::string);
        request.query("Null", None::<&String>, text::string);
        request.query("Empty", Some(""), text::string);
        request.query("Zero", Some(&0), text::integer);
        request.query("Float", Some(&f32::NAN), text::float);
        request.query_list("List", Some(&["a b", "c&d"]), text::string);
        request.query_list("None", Some(&[] as &[String]), text::string);
        request.query_list("Time", Some(&[time()]), text::date_time);
        Ok(())
    });
    assert_eq!(
        target,
        "/?foo=bar&hello&String=Hello%20there&Empty=&Zero=0&Float=NaN&List=a%20b&List=c%26d&Time=2019-12-16T23%3A48%3A18Z"
    );
}

#[test]
fn named_parameters_win_over_maps() {
    // RestJsonQueryPrecedence, RestJsonQueryParamsStringListMap, HttpQueryParamsOnlyRequest
    let map = HashMap::from([
        ("bar", "fromMap"),
        ("qux", "also"),
        ("a b", "c"),
        ("lit", "x"),
    ]);
    let target = uri(|request| {
        request.query_literal("lit", None);
        request.query("bar", Some("named"), text::string);
        request.query_params(Some(&map));
        request.query_params(None::<&HashMap<String, String>>);
        Ok(())
    });
    assert_eq!(target, "/?lit&bar=named&a%20b=c&qux=also");
    let lists = HashMap::from([("baz", vec!["bar", "qux"]), ("corge", vec!["fromMap"])]);
    let target = uri(|request| {
        request.query("corge", Some("named"), text::string);
        request.query_params_list(Some(&lists));
        Ok(())
    });
    assert_eq!(target, "/?corge=named&baz=bar&baz=qux");
    let empty = HashMap::<String, String>::new();
    assert_eq!(
        uri(|request| {
            request.query_params(Some(&empty));
            Ok(())
        }),
        "/"
    );
}

#[test]
fn headers_carry_each_kind() {
    // RestJsonInputAndOutputWith*Headers, RestJsonNullAndEmptyHeaders, MediaTypeHeaderInputBase64
    let request = build(|request| {
        request.header("X-A", None::<&String>, text::string)?;
        request.header("X-B", Some(""), text::string)?;
        request.header_list("X-C", Some(&[] as &[String]), text::string)?;
        request.header_list("X-D", None::<&[String]>, text::string)?;
        request.header("X-Float", Some(&1.1f32), text::float)?;
        request.header_list("X-Strings", Some(&["b,c", "\"def\"", "a"]), text::string)?;
        request.header_list("X-Booleans", Some(&[true, false]), text::boolean)?;
        request.header_list("X-Empty", Some(&["", "a", ""]), text::string)?;
        request.header_timestamps("X-Times", Some(&[time(), time()]), Format::HttpDate)?;
        request.header_timestamps("X-Epochs", Some(&[time()]), Format::EpochSeconds)?;
        request.header("X-Time", Some(&time()), text::http_date)?;
        request.header("X-Json", Some("true"), text::base64)
    });
    let date = "Mon, 16 Dec 2019 23:48:18 GMT";
    for (name, value) in [
        ("x-a", None),
        ("x-b", Some("")),
        ("x-c", Some("")),
        ("x-d", None),
        ("x-float", Some("1.1")),
        ("x-strings", Some("\"b,c\", \"\\\"def\\\"\", a")),
        ("x-booleans", Some("true, false")),
        ("x-empty", Some("\"\", a, \"\"")),
        ("x-times", Some(&*format!("{date}, {date}"))),
        ("x-epochs", Some("1576540098")),
        ("x-time", Some(date)),
        ("x-json", Some("dHJ1ZQ==")),
    ] {
        assert_eq!(header(&request, name), value, "{name}");
    }
}

#[derive(Clone, Copy)]
struct Level(i32);

impl From<Level> for i32 {
    fn from(value: Level) -> Self {
        value.0
    }
}

#[test]
fn enumerations_and_big_numbers_are_written() {
    let big: aws_smithy_types::BigInteger = "123456789012345678901234567890".parse().unwrap();
    let target = uri(|request| {
        request.query_list("e", Some(&["Foo", "Bar"]), text::enumeration);
        request.query_list("i", Some(&[Level(1), Level(-2)]), text::int_enum);
        request.query("b", Some(&big), text::big_integer);
        request.query("l", Some(&i64::MIN), text::long);
        request.query("y", Some(&i8::MAX), text::byte);
        Ok(())
    });
    assert_eq!(
        target,
        "/?e=Foo&e=Bar&i=1&i=-2&b=123456789012345678901234567890&l=-9223372036854775808&y=127"
    );
}

#[test]
fn bad_headers_are_errors_that_do_not_show_the_value() {
    let mut request = RequestBuilder::new(Method::GET);
    let map = |key: &'static str, value: &'static str| HashMap::from([(key, value)]);
    let errors = [
        request.header("X-Foo", Some("secret\n"), text::string),
        request.header_list("X-Foo", Some(&["secret\u{0}"]), text::string),
        request.prefix_headers("X-Foo", Some(&map("a", "secret\r"))),
        request.prefix_headers("X-Foo", Some(&map("secret ", "a"))),
    ];
    for error in errors {
        let message = message(&error.unwrap_err());
        assert!(
            message.contains("X-Foo") && !message.contains("secret"),
            "{message}"
        );
    }
}

#[test]
fn prefix_headers_give_way_to_others() {
    // RestJsonHttpPrefixHeadersArePresent, RestJsonHttpPrefixEmptyHeaders, RestJsonHttpEmptyPrefixHeadersRequestClient
    let request = build(|request| {
        request.header("hello", Some("There"), text::string)?;
        let map = HashMap::from([("abc", "Abc value"), ("def", "")]);
        request.prefix_headers("X-Foo-", Some(&map))?;
        let map = HashMap::from([("x-foo", "Foo"), ("hello", "Hello")]);
        request.prefix_headers("", Some(&map))?;
        request.prefix_headers("none", None::<&HashMap<String, String>>)
    });
    assert_eq!(header(&request, "x-foo-abc"), Some("Abc value"));
    assert_eq!(header(&request, "x-foo-def"), Some(""));
    assert_eq!(header(&request, "x-foo"), Some("Foo"));
    assert_eq!(header(&request, "hello"), Some("There"));
    assert_eq!(request.headers().len(), 4);
}

#[test]
fn bodies_have_their_content_types() {
    // RestJsonHttpWithEmptyBody, RestJsonHttpPayloadTraitsWithBlob, RestJsonHttpPayloadWithUnsetUnion,
    // RestJsonHttpWithEmptyStructurePayload, RestJsonEnumPayloadRequest, DocumentTypeAsPayloadInputString
    type Add = fn(&mut RequestBuilder);
    let cases: [(Add, &str, Option<&str>); 12] = [
        (|r| r.json_body(|_| {}), "{}", Some("application/json")),
        (
            |r| r.json_body(|object| object.integer("a", Some(1))),
            r#"{"a":1}"#,
            Some("application/json"),
        ),
        (
            |r| r.structure_payload(Some(&Greeting("hi"))),
            r#"{"greeting":"hi"}"#,
            Some("application/json"),
        ),
        (
            |r| r.structure_payload(None::<&Greeting>),
            "{}",
            Some("application/json"),
        ),
        (
            |r| r.union_payload(Some(&Greeting("hi"))),
            r#"{"greeting":"hi"}"#,
            Some("application/json"),
        ),
        (|r| r.union_payload(None::<&Greeting>), "", None),
        (
            |r| r.document_payload(Some(&Document::String("hello".into()))),
            "\"hello\"",
            Some("application/json"),
        ),
        (|r| r.document_payload(None), "", None),
        (
            |r| r.blob_payload(Some(&Blob::new("blob")), content_type::OCTET_STREAM),
            "blob",
            Some("application/octet-stream"),
        ),
        (
            |r| r.blob_payload(None, content_type::OCTET_STREAM),
            "",
            None,
        ),
        (
            |r| r.string_payload(Some("raw"), content_type::TEXT),
            "raw",
            Some("text/plain"),
        ),
        (
            |r| r.string_payload(None::<&String>, content_type::TEXT),
            "",
            None,
        ),
    ];
    for (index, (add, body, content_type)) in cases.into_iter().enumerate() {
        let request = build(|request| {
            add(request);
            Ok(())
        });
        assert_eq!(request.body(), body, "{index}");
        assert_eq!(header(&request, "content-type"), content_type, "{index}");
    }
}

#[test]
fn a_bound_content_type_wins() {
    // RestJsonTestPayloadBlob
    let request = build(|request| {
        request.blob_payload(Some(&Blob::new("1234")), content_type::OCTET_STREAM);
        request.header("Content-Type", Some("image/jpg"), text::string)
    });
    assert_eq!(header(&request, "content-type"), Some("image/jpg"));
    assert_eq!(request.headers().len(), 1);
}

#[test]
fn content_md5_is_the_base64_of_the_digest() {
    let request = build(|request| {
        request.json_body(|_| {});
        request.content_md5(|body| {
            assert_eq!(body, b"{}");
            *b"0123456789abcdef"
        })
    });
    assert_eq!(
        header(&request, "content-md5"),
        Some("MDEyMzQ1Njc4OWFiY2RlZg==")
    );
}
