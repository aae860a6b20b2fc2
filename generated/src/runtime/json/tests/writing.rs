use super::*;
use crate::runtime::json::{object, to_vec};

fn written(write: impl FnOnce(&mut ObjectWriter<'_>)) -> String {
    String::from_utf8(object(write)).unwrap()
}

#[test]
fn writes_each_kind() {
    let text = String::from_utf8(to_vec(&everything())).unwrap();
    insta::assert_snapshot!(text.replace(",\"", ",\n\""));
}

#[test]
fn leaves_out_what_is_not_set() {
    assert_eq!(to_vec(&Everything::default()), b"{}");
}

#[test]
fn takes_borrowed_strings() {
    let text = written(|object| {
        object.string("a", Some("b"));
        object.string("c", None::<&String>);
        object.string("d\"", Some(&String::from("e")));
    });
    assert_eq!(text, r#"{"a":"b","d\"":"e"}"#);
}

#[test]
fn writes_the_shortest_float_of_its_width() {
    let text = written(|object| {
        object.float("a", Some(29.97));
        object.float("b", Some(0.1));
        object.double("c", Some(0.1));
        object.float("d", Some(f32::MAX));
        object.double("e", Some(5.0));
        object.float("f", Some(f32::NAN));
        object.double("g", Some(f64::INFINITY));
        object.double("h", Some(f64::NEG_INFINITY));
    });
    assert_eq!(
        text,
        r#"{"a":29.97,"b":0.1,"c":0.1,"d":3.4028235e38,"e":5.0,"f":"NaN","g":"Infinity","h":"-Infinity"}"#
    );
}

#[test]
fn writes_timestamps_in_each_format() {
    let whole = DateTime::from_secs(1_576_540_098);
    let broken = DateTime::from_secs_and_nanos(1_576_540_098, 120_000_000);
    let before = DateTime::from_secs_and_nanos(-1, 500_000_000);
    let nano = DateTime::from_secs_and_nanos(0, 1);
    let far = DateTime::from_secs(253_402_300_800);
    let times = [whole, broken, before, nano];
    let text = written(|object| {
        object.list("a", Some(&times), ValueWriter::epoch_seconds);
        object.list("b", Some(&times[..3]), ValueWriter::date_time);
        object.list("c", Some(&times[..1]), ValueWriter::http_date);
        object.timestamp("d", Some(&far), Format::DateTime);
    });
    assert_eq!(
        text,
        concat!(
            r#"{"a":[1576540098,1576540098.12,-0.5,0.000000001],"#,
            r#""b":["2019-12-16T23:48:18Z","2019-12-16T23:48:18.12Z","1969-12-31T23:59:59.5Z"],"#,
            r#""c":["Mon, 16 Dec 2019 23:48:18 GMT"],"d":"253402300800"}"#
        )
    );
}

#[test]
fn writes_maps_in_the_order_of_their_keys() {
    let map: HashMap<String, i32> = (0..20).map(|n| (format!("k{n:02}"), n)).collect();
    let expected: Vec<String> = (0..20).map(|n| format!("\"k{n:02}\":{n}")).collect();
    assert_eq!(
        written(|object| object.map("m", Some(&map), ValueWriter::integer)),
        format!("{{\"m\":{{{}}}}}", expected.join(","))
    );
}

#[test]
fn writes_null_only_where_sparse() {
    let map = HashMap::from([("x".to_owned(), None), ("y".to_owned(), Some(vec![1i16]))]);
    let text = written(|object| {
        object.sparse_map("a", Some(&map), |value, list| {
            value.list(list, ValueWriter::short);
        });
        object.sparse_list("b", Some(&[None, Some(2i8)]), ValueWriter::byte);
    });
    assert_eq!(text, r#"{"a":{"x":null,"y":[1]},"b":[null,2]}"#);
}

#[test]
fn writes_unions_as_their_one_member() {
    for (action, text) in [
        (Action::Say("foo".into()), r#"{"say":"foo"}"#),
        (Action::Move(vec![1, 2]), r#"{"move":[1,2]}"#),
        (Action::Quit, r#"{"quit":{}}"#),
    ] {
        assert_eq!(to_vec(&action), text.as_bytes());
    }
}

#[test]
fn writes_documents_of_each_kind() {
    use aws_smithy_types::Number;
    let numbers = [
        Number::PosInt(u64::MAX),
        Number::NegInt(-1),
        Number::Float(0.5),
        Number::Float(f64::NAN),
    ];
    let array = numbers.map(Document::Number).to_vec();
    let document = Document::Object(HashMap::from([
        ("b".to_owned(), Document::Array(array)),
        ("a".to_owned(), Document::Object(HashMap::new())),
        ("c".to_owned(), Document::String("s".into())),
        ("d".to_owned(), Document::Null),
    ]));
    assert_eq!(
        written(|object| object.document("x", Some(&document))),
        r#"{"x":{"a":{},"b":[18446744073709551615,-1,0.5,"NaN"],"c":"s","d":null}}"#
    );
}
