use std::collections::HashMap;

use super::*;

#[derive(Clone, Copy)]
struct Level(i32);

impl From<Level> for i32 {
    fn from(value: Level) -> Self {
        value.0
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
