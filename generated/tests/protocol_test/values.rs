//! Values: what differs, and what does not.

use std::collections::HashMap;

use ivs_realtime::primitives::{BigDecimal, BigInteger, Blob, DateTime, Document};
use ivs_realtime::runtime::protocol_test::{self, Differences, Same, document};

/// A structure, as the generator emits one.
#[derive(Clone)]
struct Thing {
    name: Option<String>,
    choice: Choice,
    color: Color,
}

#[derive(Clone)]
enum Choice {
    Text(String),
    Key(String),
    Nothing,
    Unknown,
}

#[derive(Clone, Debug, PartialEq)]
enum Color {
    Red,
    Blue,
}

protocol_test::structure!(Thing {
    name,
    choice,
    color
});
protocol_test::union!(Choice { Text, Key: secret }, [Nothing]);
protocol_test::enumeration!(Color);

/// What is told of two values.
fn told<T: Same>(found: &T, expected: &T) -> Vec<String> {
    let mut differences = Differences::of("value");
    found.compare(expected, &mut differences);
    differences.found().to_vec()
}

#[track_caller]
fn differs<T: Same>(found: T, expected: T, message: &str) {
    assert_eq!(told(&found, &expected), [message]);
    assert_eq!(told(&found, &found), [""; 0]);
    assert_eq!(told(&expected, &expected), [""; 0]);
}

#[test]
fn numbers_differ() {
    differs(true, false, "value: found true, expected false");
    differs(1_i8, 2, "value: found 1, expected 2");
    differs(
        i64::MAX,
        i64::MAX - 1,
        "value: found 9223372036854775807, expected 9223372036854775806",
    );
    differs(0.1_f32, 0.2, "value: found 0.1, expected 0.2");
    differs(f64::NAN, 0.0, "value: found NaN, expected 0.0");
    differs(
        f64::INFINITY,
        f64::NEG_INFINITY,
        "value: found inf, expected -inf",
    );
    differs(0.0_f64, -0.0, "value: found 0.0, expected -0.0");
    let integer = |text: &str| text.parse::<BigInteger>().unwrap();
    differs(
        integer("123456789012345678901"),
        integer("123456789012345678902"),
        "value: found \"123456789012345678901\", expected \"123456789012345678902\"",
    );
    let decimal = |text: &str| text.parse::<BigDecimal>().unwrap();
    differs(
        decimal("1.10"),
        decimal("1.11"),
        "value: found \"1.10\", expected \"1.11\"",
    );
    assert!(told(&decimal("1.10"), &decimal("1.1")).is_empty());
}

#[test]
fn texts_bytes_and_times_differ() {
    differs(
        "a".to_owned(),
        "A".to_owned(),
        "value: found \"a\", expected \"A\"",
    );
    differs(
        Blob::new("a\n"),
        Blob::new(""),
        "value: found b\"a\\n\", expected b\"\"",
    );
    let time = |nanos| DateTime::from_secs_and_nanos(1, nanos);
    assert_eq!(told(&time(1), &time(2)).len(), 1);
    assert_eq!(told(&time(1), &time(1)), [""; 0]);
}

#[test]
fn collections_differ() {
    differs(Some(1), None, "value: found a value, expected none");
    differs(None, Some(1), "value: found no value, expected one");
    differs(vec![1, 2], vec![1, 3], "value[1]: found 2, expected 3");
    differs(vec![1], vec![], "value: found 1 items, expected 0");
    differs(
        vec![Some(1), None],
        vec![Some(1), Some(2)],
        "value[1]: found no value, expected one",
    );
    let map = |key: &str, value| HashMap::from([(key.to_owned(), value)]);
    differs(map("a", 1), map("a", 2), "value[a]: found 1, expected 2");
    differs(
        map("a", 1),
        HashMap::new(),
        "value[a]: found an entry, expected none",
    );
    differs(
        HashMap::new(),
        map("a", 1),
        "value[a]: found no entry, expected one",
    );
    differs(
        Some(Vec::<i32>::new()),
        None,
        "value: found a value, expected none",
    );
}

#[test]
fn documents_differ() {
    let told = |found: &str, expected: &str| told(&document(found), &document(expected));
    assert_eq!(told("[1, 2]", "[1.0, 2e0]"), [""; 0]);
    assert_eq!(
        told(r#"{"a": [1, "x"]}"#, r#"{"a": [1, "y"]}"#),
        ["value[a][1]: found String(\"x\"), expected String(\"y\")"]
    );
    assert_eq!(
        told("1.5", "1"),
        ["value: found Float(1.5), expected PosInt(1)"]
    );
    assert_eq!(
        told("null", "{}"),
        ["value: found Null, expected Object({})"]
    );
    assert_eq!(document("null"), Document::Null);
}

fn thing() -> Thing {
    Thing {
        name: None,
        choice: Choice::Nothing,
        color: Color::Red,
    }
}

#[test]
fn members_of_structures_differ() {
    let named = Thing {
        name: Some("a".to_owned()),
        ..thing()
    };
    differs(named, thing(), "value.name: found a value, expected none");
    let blue = Thing {
        color: Color::Blue,
        ..thing()
    };
    differs(blue, thing(), "value.color: found Blue, expected Red");
}

#[test]
fn members_of_unions_differ() {
    let [text, other] = ["a", "b"].map(|text| Choice::Text(text.to_owned()));
    differs(
        text.clone(),
        other,
        "value.Text: found \"a\", expected \"b\"",
    );
    differs(
        text,
        Choice::Nothing,
        "value: found the member Text, expected Nothing",
    );
    differs(
        Choice::Unknown,
        Choice::Nothing,
        "value: found the member Unknown, expected Nothing",
    );
    let [key, other] = ["mine", "yours"].map(|text| Choice::Key(text.to_owned()));
    differs(
        key,
        other,
        "value.Key: differs, and is a secret that is not shown",
    );
}
