use std::fmt::Write;

use super::*;
use crate::runtime::json::{read_structure, read_value, to_vec};

fn error(body: impl AsRef<[u8]>) -> String {
    let error = read_structure::<Everything>(body.as_ref()).unwrap_err();
    error.to_string()
}

#[test]
fn each_fault_has_its_message() {
    let mut report = String::new();
    for body in [
        // Not JSON.
        "<html>secret</html>",
        "nul",
        "{'string':1}",
        "{string:1}",
        r#"{"string"="x"}"#,
        r#"{"string":}"#,
        r#"{"string":"x",}"#,
        r#"{"string":"x" "byte":1}"#,
        r#"{"strings":["x",]}"#,
        r#"{"strings":["x" "y"]}"#,
        r#"{"strings":["x","y"}"#,
        r#"{"byte":01}"#,
        r#"{"byte":+1}"#,
        r#"{"byte":1.}"#,
        r#"{"byte":-}"#,
        r#"{"byte":1e}"#,
        r#"{"boolean":tru}"#,
        r#"{"boolean":True}"#,
        r#"{"secret":nope}"#,
        "\u{feff}{}",
        // Trailing garbage.
        "{} x",
        "{}{}",
        "{}]",
        // Wrong kind at the root.
        "[]",
        "\"secret\"",
        "1",
        // Strings.
        r#"{"string":"\ud800 secret"}"#,
        r#"{"string":"\udc00"}"#,
        r#"{"string":"\ud800\u0041"}"#,
        r#"{"string":"\ud800\n"}"#,
        r#"{"string":"\u12g4"}"#,
        r#"{"string":"\x"}"#,
        "{\"string\":\"a\nb\"}",
        "{\"string\":\"a\u{0}b\"}",
        // Repeated keys: known, unknown, skipped, in a map, and spelled in another way.
        r#"{"string":"a","string":"b"}"#,
        r#"{"string":"a","\u0073tring":"b"}"#,
        r#"{"secret":1,"secret":2}"#,
        r#"{"unknown":[{"secret":1,"secret":2}]}"#,
        r#"{"map":{"secret":"a","secret":"b"}}"#,
        r#"{"document":{"secret":{"a":1,"a":2}}}"#,
        // Out of range.
        r#"{"byte":128}"#,
        r#"{"short":-32769}"#,
        r#"{"integer":2147483648}"#,
        r#"{"integer":2.5e9}"#,
        r#"{"long":9223372036854775808}"#,
        r#"{"long":1e99999}"#,
        r#"{"integer":1.5}"#,
        r#"{"float":1e39}"#,
        r#"{"double":1e400}"#,
        r#"{"document":[1e400]}"#,
        r#"{"bigInteger":1e1024}"#,
        r#"{"bigDecimal":1e99999999999999999999}"#,
        r#"{"epochSeconds":1e300}"#,
        // Texts of the wrong kind.
        r#"{"double":"1.5"}"#,
        r#"{"blob":"secret!"}"#,
        r#"{"dateTime":"secret"}"#,
        r#"{"httpDate":"1398796238"}"#,
        // Unions.
        r#"{"action":{"say":"secret","move":[1]}}"#,
        r#"{"action":{"say":"secret","fly":1}}"#,
        r#"{"action":{"secret":nul}}"#,
        r#"{"action":{"secret":tru}}"#,
        r#"{"action":{}}"#,
        r#"{"action":{"__type":"secret","say":null}}"#,
        // Paths. Keys of maps and unknown members are data.
        r#"{"nested":{"structures":[{},{},{"nested":{"string":1}}]}}"#,
        r#"{"lists":[[1],[2,"secret"]]}"#,
        r#"{"map":{"secret":1}}"#,
        r#"{"states":{"secret":[1,true]}}"#,
        r#"{"unknown":{"secret":[0,{"more":tru}]}}"#,
        r#"{"document":{"secret":[0,x]}}"#,
    ] {
        let message = error(body);
        assert!(!message.contains("secret"), "{message}");
        writeln!(report, "{body:?}\n    {message}").unwrap();
    }
    insta::assert_snapshot!(report);
}

#[test]
fn each_kind_refuses_the_others() {
    let members = serde_json::from_slice::<serde_json::Map<_, _>>(&to_vec(&everything()));
    let mut report = String::new();
    for (member, _) in members.unwrap() {
        writeln!(report, "{member}").unwrap();
        for value in ["true", "1", "\"x\"", "[]", "{}", "}"] {
            let body = format!("{{{member:?}:{value}}}");
            match read_structure::<Everything>(body.as_bytes()) {
                Ok(_) => writeln!(report, "    {value}: good").unwrap(),
                Err(error) => writeln!(report, "    {value}: {error}").unwrap(),
            }
        }
    }
    insta::assert_snapshot!(report);
}

#[test]
fn a_body_cut_off_anywhere_is_refused() {
    let body =
        r#"{"string":"a\u00e9\ud83d\ude39","byte":-1.5e+1,"map":{"k":null},"new":[true,{}]}"#;
    let mut report = String::new();
    for length in 1..body.len() {
        writeln!(
            report,
            "{}\n    {}",
            &body[..length],
            error(&body[..length])
        )
        .unwrap();
    }
    insta::assert_snapshot!(report);
    let whole = to_vec(&everything());
    for length in 1..whole.len() {
        let message = error(&whole[..length]);
        let end = message.ends_with("found the end of the body")
            || message.ends_with("found invalid UTF-8");
        assert!(end, "{length}: {message}");
    }
}

#[test]
fn invalid_utf8_is_found_where_it_stands() {
    assert_eq!(
        error(b"{\"string\":\"a\xffb\"}"),
        "at byte 12, `string`: expected the rest of a string, found invalid UTF-8"
    );
    assert_eq!(
        error(b"{\"new\":{\"\xc3\x28\":1}}"),
        "at byte 9, `{}`: expected the rest of a string, found invalid UTF-8"
    );
    assert_eq!(
        error(b"\xff"),
        "at byte 0: expected an object, found invalid UTF-8"
    );
    assert_eq!(
        error(b"{}\xff"),
        "at byte 2: expected the end of the body, found invalid UTF-8"
    );
}

#[test]
fn deep_texts_are_refused() {
    for levels in [129, 10_000, 1_000_000] {
        let arrays = "[".repeat(levels);
        let objects = "{\"a\":".repeat(levels);
        for (text, byte) in [(&arrays, 128), (&objects, 128 * 5)] {
            let document = read_value(text.as_bytes(), Reader::document).unwrap_err();
            assert_eq!(document.offset(), Some(byte));
            let skipped = read_value(text.as_bytes(), |json| json.skip().map(Some)).unwrap_err();
            assert_eq!(skipped, document);
        }
        let message = error(format!("{{\"unknown\":{arrays}"));
        let path = "[0]".repeat(15);
        assert_eq!(
            message,
            format!("at byte 138, `{{}}{path}…`: expected at most 128 levels, found a deeper one")
        );
        let message = error("{\"nested\":".repeat(levels));
        let path = vec!["nested"; 16].join(".");
        assert_eq!(
            message,
            format!("at byte 1280, `{path}…`: expected at most 128 levels, found a deeper one")
        );
    }
}

#[test]
fn many_keys_take_linear_time() {
    let keys: Vec<String> = (0..200_000).map(|n| format!("\"k{n}\":0")).collect();
    let body = format!("{{{}}}", keys.join(","));
    assert_eq!(read_structure(body.as_bytes()), Ok(Everything::default()));
    let body = format!("{{{},\"k7\":0}}", keys.join(","));
    let message = error(&body);
    assert!(
        message.ends_with(": expected each key once, found a repeated key"),
        "{message}"
    );
}

/// Every list of up to three of these keys, two of which are the same.
fn lists_of_keys() -> Vec<Vec<&'static str>> {
    let longer = |lists: &[Vec<&'static str>]| -> Vec<Vec<&'static str>> {
        let keys = ["a", "b", "\\u0061"];
        let with = |list: &Vec<&'static str>| keys.map(|key| [&list[..], &[key]].concat());
        lists.iter().flat_map(with).collect()
    };
    let none = vec![Vec::new()];
    let one = longer(&none);
    let two = longer(&one);
    let three = longer(&two);
    [none, one, two, three].concat()
}

/// The object with these keys, and whether each is there once.
fn object_of(keys: &[&str], value: &str) -> (String, bool) {
    let members: Vec<String> = keys
        .iter()
        .map(|key| format!("\"{key}\":{value}"))
        .collect();
    let mut plain: Vec<&str> = keys
        .iter()
        .map(|key| if *key == "b" { "b" } else { "a" })
        .collect();
    plain.sort_unstable();
    plain.dedup();
    (
        format!("{{{}}}", members.join(",")),
        plain.len() == keys.len(),
    )
}

#[test]
fn a_repeated_key_is_found_whatever_objects_came_before() {
    let lists = lists_of_keys();
    assert_eq!(lists.len(), 1 + 3 + 9 + 27);
    for first in &lists {
        for second in &lists {
            for third in &lists {
                let (inner, inner_is_good) = object_of(third, "0");
                let (first, first_is_good) = object_of(first, &inner);
                let (second, second_is_good) = object_of(second, "1");
                let body = format!("[{first},{inner},{second},{first},{inner}]");
                let is_good = first_is_good && inner_is_good && second_is_good;
                let read = read_value(body.as_bytes(), |json| json.skip().map(Some));
                assert_eq!(read.is_ok(), is_good, "{body}");
            }
        }
    }
}
