//! JSON, compared by what it says. It is read without the codec that is being tested.

mod parse;

use std::collections::{BTreeMap, HashMap};

use aws_smithy_types::{Document, Number};

use self::parse::{Json, parse};
use super::Differences;

/// The document that a JSON text says.
///
/// # Panics
///
/// It is no JSON.
#[must_use]
pub fn document(text: &str) -> Document {
    match parse(text) {
        Ok(json) => to_document(&json),
        Err(error) => panic!("the case has a document that is no JSON: {error}"),
    }
}

/// Notes where one JSON text says something else than another.
pub(super) fn compare(found: &[u8], expected: &str, differences: &mut Differences) {
    let expected = match parse(expected) {
        Ok(expected) => expected,
        Err(error) => {
            return differences.push(format_args!("the case expects what is no JSON: {error}"));
        }
    };
    let text = String::from_utf8_lossy(found);
    match parse(&text) {
        Ok(found) => same(&found, &expected, differences),
        Err(error) => differences.push(format_args!("found {text:?}, which is no JSON: {error}")),
    }
}

fn same(found: &Json<'_>, expected: &Json<'_>, differences: &mut Differences) {
    match (found, expected) {
        (Json::Array(found), Json::Array(expected)) => {
            for (index, (found, expected)) in found.iter().zip(expected).enumerate() {
                differences.step(format_args!("[{index}]"), |differences| {
                    same(found, expected, differences);
                });
            }
            if found.len() != expected.len() {
                let (found, expected) = (found.len(), expected.len());
                differences.push(format_args!("found {found} items, expected {expected}"));
            }
        }
        (Json::Object(found), Json::Object(expected)) => same_members(found, expected, differences),
        (found, expected) if found != expected => {
            let (found, expected) = (shown(found), shown(expected));
            differences.push(format_args!("found {found}, expected {expected}"));
        }
        _ => {}
    }
}

fn same_members(
    found: &BTreeMap<String, Json<'_>>,
    expected: &BTreeMap<String, Json<'_>>,
    differences: &mut Differences,
) {
    for (name, expected) in expected {
        differences.step(format_args!(".{name}"), |differences| {
            match found.get(name) {
                Some(found) => same(found, expected, differences),
                None => {
                    let expected = shown(expected);
                    differences.push(format_args!("found nothing, expected {expected}"));
                }
            }
        });
    }
    for (name, found) in found
        .iter()
        .filter(|(name, _)| !expected.contains_key(*name))
    {
        differences.step(format_args!(".{name}"), |differences| {
            differences.push(format_args!("found {}, expected nothing", shown(found)));
        });
    }
}

/// A value in one line.
fn shown(json: &Json<'_>) -> String {
    match json {
        Json::Null => "null".to_owned(),
        Json::Boolean(value) => value.to_string(),
        Json::Number(number) => number.text().to_owned(),
        Json::String(text) => format!("{text:?}"),
        Json::Array(items) => {
            let items: Vec<String> = items.iter().map(shown).collect();
            format!("[{}]", items.join(", "))
        }
        Json::Object(members) => {
            let member = |(name, value)| format!("{name:?}: {}", shown(value));
            let members: Vec<String> = members.iter().map(member).collect();
            format!("{{{}}}", members.join(", "))
        }
    }
}

fn to_document(json: &Json<'_>) -> Document {
    match json {
        Json::Null => Document::Null,
        Json::Boolean(value) => Document::Bool(*value),
        Json::Number(number) => Document::Number(to_number(number.text())),
        Json::String(text) => Document::String(text.clone()),
        Json::Array(items) => Document::Array(items.iter().map(to_document).collect()),
        Json::Object(members) => {
            let member = |(name, value): (&String, &Json<'_>)| (name.clone(), to_document(value));
            Document::Object(members.iter().map(member).collect::<HashMap<_, _>>())
        }
    }
}

fn to_number(text: &str) -> Number {
    if let Ok(number) = text.parse() {
        return Number::PosInt(number);
    }
    match text.parse::<i64>() {
        Ok(number) => Number::NegInt(number),
        // What is no number has been refused; one beyond all measure is infinite.
        Err(_) => Number::Float(text.parse().unwrap_or(f64::NAN)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_is_json_and_nothing_else() {
        let text = r#" {"a": [1, -2.5e3, "\u00e9\ud83d\ude00\n", true, null], "b": {}} "#;
        let json = parse(text).unwrap();
        let expected = r#"{"a": [1, -2.5e3, "é😀\n", true, null], "b": {}}"#;
        assert_eq!(shown(&json), expected);
        for wrong in [
            "",
            "{",
            "[1,]",
            "{\"a\":1,}",
            "01",
            "1.",
            "+1",
            "nul",
            "\"",
            "\"\\x\"",
            "\"\\ud800\"",
            "\"\\u12\"",
            "\"\u{1}\"",
            "1 2",
            "{\"a\":1,\"a\":1}",
            "{a:1}",
        ] {
            assert!(parse(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_document_has_numbers_of_each_kind() {
        let Document::Array(items) = document("[1, -1, 1.5, 1e2]") else {
            panic!("it is a list");
        };
        let numbers = [
            Number::PosInt(1),
            Number::NegInt(-1),
            Number::Float(1.5),
            Number::Float(100.0),
        ];
        assert_eq!(items, numbers.map(Document::Number));
    }
}
