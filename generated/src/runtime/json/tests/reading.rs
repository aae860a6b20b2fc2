use super::*;
use crate::runtime::json::{read_structure, read_value, to_vec};

fn read(body: &str) -> Everything {
    read_structure(body.as_bytes()).unwrap()
}

#[test]
fn reads_what_it_writes() {
    let value = everything();
    assert_eq!(read_structure(&to_vec(&value)), Ok(value));
}

#[test]
fn an_empty_body_is_an_empty_object() {
    for body in ["", " \r\n\t", "{}", " { } ", "null"] {
        assert_eq!(read(body), Everything::default(), "{body:?}");
    }
    assert_eq!(read_value(b" ", Reader::string), Ok(None));
    assert_eq!(read_value(b"\"a\"", Reader::string), Ok(Some("a".into())));
}

#[test]
fn null_is_absent_and_unknown_is_skipped() {
    let unknown = r#"{"a":[1,-2.5e+3,{"b":[[],{}]},"\ud83d\ude00",true,false,null]}"#;
    let body = format!(
        r#"{{"new":{unknown},"string":null,"nested":null,"strings":null,"map":null,"byte":1,"x":1}}"#
    );
    let expected = Everything {
        byte: Some(1),
        ..Everything::default()
    };
    assert_eq!(read(&body), expected);
    let members = serde_json::from_slice::<serde_json::Map<_, _>>(&to_vec(&everything()));
    let nulls: Vec<String> = members
        .unwrap()
        .keys()
        .map(|key| format!("{key:?} : null"))
        .collect();
    let body = format!("{{{}}}", nulls.join(" , "));
    assert_eq!(read(&body), Everything::default());
}

#[test]
fn dense_lists_and_maps_drop_null() {
    let value = read(
        r#"{"strings":[null,"a",null],"map":{"x":null,"y":"z"},
            "sparseList":[null,"a"],"sparseMap":{"x":null,"y":true}}"#,
    );
    assert_eq!(value.strings, Some(vec!["a".to_owned()]));
    assert_eq!(value.map, Some(HashMap::from([("y".into(), "z".into())])));
    assert_eq!(value.sparse_list, Some(vec![None, Some("a".to_owned())]));
    let sparse = HashMap::from([("x".into(), None), ("y".into(), Some(true))]);
    assert_eq!(value.sparse_map, Some(sparse));
}

#[test]
fn integers_may_be_spelled_as_floats() {
    let value = read(
        r#"{"integer":2500000.0,"long":2.5e6,"byte":-1.28e2,"short":32767,"level":3.0,"bigInteger":1e3}"#,
    );
    assert_eq!(
        (value.integer, value.long),
        (Some(2_500_000), Some(2_500_000))
    );
    assert_eq!((value.byte, value.short), (Some(-128), Some(32_767)));
    assert_eq!(value.level, Some(Level(3)));
    assert_eq!(value.big_integer, "1000".parse().ok());
    let value = read(r#"{"long":-9223372036854775808,"integer":-0}"#);
    assert_eq!((value.long, value.integer), (Some(i64::MIN), Some(0)));
}

#[test]
fn floats_may_be_names() {
    let value = read(r#"{"float":"NaN","double":"-Infinity"}"#);
    assert!(value.float.is_some_and(f32::is_nan));
    assert_eq!(value.double, Some(f64::NEG_INFINITY));
    let value = read(r#"{"float":"Infinity","double":1}"#);
    assert_eq!(value.float, Some(f32::INFINITY));
    assert_eq!(value.double, Some(1.0));
    assert_eq!(read(r#"{"float":29.97}"#).float, Some(29.97));
}

#[test]
fn timestamps_come_in_any_format() {
    let expected = Some(DateTime::from_secs(1_398_796_238));
    for text in [
        "1398796238",
        "1398796238.0",
        "1.398796238e9",
        r#""2014-04-29T18:30:38Z""#,
        r#""2014-04-29T20:30:38+02:00""#,
        r#""Tue, 29 Apr 2014 18:30:38 GMT""#,
    ] {
        for member in ["dateTime", "epochSeconds", "httpDate"] {
            let value = read(&format!("{{{member:?}:{text}}}"));
            let read = value.date_time.or(value.epoch_seconds).or(value.http_date);
            assert_eq!(read, expected, "{member} {text}");
        }
        assert_eq!(
            read(&format!("{{\"times\":[{text}]}}")).times,
            expected.map(|t| vec![t])
        );
    }
    let value = read(r#"{"epochSeconds":1.123456789123}"#);
    let expected = DateTime::from_secs_and_nanos(1, 123_456_789);
    assert_eq!(value.epoch_seconds, Some(expected));
}

#[test]
fn decodes_escapes_in_strings_and_keys() {
    let value = read(r#"{"\u0073tr\u0069ng":"\"\\\/\b\f\n\r\t\u00e9\ud83d\ude39 end"}"#);
    assert_eq!(
        value.string.as_deref(),
        Some("\"\\/\u{8}\u{c}\n\r\té\u{1f639} end")
    );
}

#[test]
fn keys_without_escapes_are_borrowed() {
    let mut json = Reader::new(br#"{"a":1,"\u0062":2}"#);
    let mut object = json.object().unwrap();
    let key = json.next_member(&mut object).unwrap();
    assert!(matches!(key, Some(std::borrow::Cow::Borrowed("a"))));
    json.skip().unwrap();
    let key = json.next_member(&mut object).unwrap();
    assert_eq!(key.as_deref(), Some("b"));
}

#[test]
fn unions_have_one_member() {
    for (body, expected) in [
        (r#"{"say":"foo"}"#, Action::Say("foo".into())),
        (r#"{"move":[1,null]}"#, Action::Move(vec![1])),
        (r#"{"quit":{}}"#, Action::Quit),
        (r#"{"quit":{"a":[]}}"#, Action::Quit),
        (r#"{"fly":{"a":1}}"#, Action::Unknown),
        (
            r#"{"__type":"a#B","say":"foo","move":null,"fly":null}"#,
            Action::Say("foo".into()),
        ),
    ] {
        assert_eq!(read_structure(body.as_bytes()), Ok(expected), "{body}");
    }
}

#[test]
fn levels_up_to_the_limit_are_read() {
    let body = format!("{{\"unknown\":{}1{}}}", "[".repeat(127), "]".repeat(127));
    assert_eq!(read(&body), Everything::default());
    let body = "[".repeat(128) + &"]".repeat(128);
    assert!(read_value(body.as_bytes(), Reader::document).is_ok());
}

#[test]
fn makes_no_more_room_than_lists_need() {
    let inner = r#"["a","b"]"#;
    let text = format!(r#"{{"short":{inner},"long":[{}]}}"#, [inner; 500].join(","));
    let mut reader = Reader::new(text.as_bytes());
    let mut object = reader.object().unwrap();
    while let Some(key) = reader.next_member(&mut object).unwrap() {
        if key == "short" {
            let short = reader.list(Reader::string).unwrap().unwrap();
            assert!(short.capacity() <= 4, "{}", short.capacity());
            continue;
        }
        let long = reader.list(|json| json.list(Reader::string));
        let long = long.unwrap().unwrap();
        assert_eq!(long.len(), 500);
        assert!(long.capacity() < 1_000, "{}", long.capacity());
        for list in long {
            assert!(list.capacity() <= 4, "{}", list.capacity());
        }
    }
}
