use std::collections::HashMap;

use super::*;
use crate::runtime::Format;

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
