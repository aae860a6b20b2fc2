//! The codec against serde_json, on texts that a generator with a fixed seed makes.

use aws_smithy_types::Number;
use serde_json::{Map, Value, json};

use super::*;
use crate::runtime::json::{read_structure, read_value, to_vec};

/// The generator xorshift64.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, limit: u64) -> usize {
        (self.next() % limit) as usize
    }

    fn text(&mut self) -> String {
        const PIECES: [&str; 12] = [
            "a",
            "plain text",
            "\"",
            "\\",
            "/",
            "\n",
            "\u{0}",
            "é",
            "\u{1f639}",
            "\u{7f}",
            "Z9",
            "\t",
        ];
        (0..self.below(6)).map(|_| PIECES[self.below(12)]).collect()
    }

    fn value(&mut self, depth: u32) -> Value {
        match self.below(if depth == 0 { 7 } else { 9 }) {
            0 => Value::Null,
            1 => json!(self.next() & 1 == 0),
            2 => json!(self.next()),
            3 => json!(self.next() as i64),
            // Exact in few digits, so that every parser agrees on the last bit.
            4 => json!((self.below(1 << 20) as f64 - 524_288.0) / 1024.0),
            5 => json!(self.below(100)),
            6 => json!(self.text()),
            7 => (0..self.below(5)).map(|_| self.value(depth - 1)).collect(),
            _ => {
                let entries = 0..self.below(5);
                let object: Map<String, Value> = entries
                    .map(|_| (self.text(), self.value(depth - 1)))
                    .collect();
                Value::Object(object)
            }
        }
    }
}

fn to_value(document: &Document) -> Value {
    match document {
        Document::Null => Value::Null,
        Document::Bool(value) => json!(value),
        Document::String(value) => json!(value),
        Document::Number(Number::PosInt(value)) => json!(value),
        Document::Number(Number::NegInt(value)) => json!(value),
        Document::Number(Number::Float(value)) => json!(value),
        Document::Array(array) => array.iter().map(to_value).collect(),
        Document::Object(object) => object
            .iter()
            .map(|(key, value)| (key.clone(), to_value(value)))
            .collect(),
    }
}

fn read_document(body: &[u8]) -> Result<Document, DecodeError> {
    Ok(read_value(body, Reader::document)?.unwrap_or(Document::Null))
}

fn written(document: &Document) -> Vec<u8> {
    let mut writer = ValueWriter::new();
    writer.document(document);
    writer.into_bytes()
}

#[test]
fn agrees_with_serde_json_on_good_texts() {
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    for round in 0..5_000 {
        let value = random.value(5);
        let compact = serde_json::to_vec(&value).unwrap();
        let pretty = serde_json::to_vec_pretty(&value).unwrap();
        let document = read_document(&compact).unwrap();
        assert_eq!(to_value(&document), value, "round {round}");
        assert_eq!(
            read_document(&pretty),
            Ok(document.clone()),
            "round {round}"
        );
        let skipped = read_value(&pretty, |json| json.skip().map(Some));
        assert_eq!(skipped, Ok(Some(())), "round {round}");
        let back: Value = serde_json::from_slice(&written(&document)).unwrap();
        assert_eq!(back, value, "round {round}");
    }
}

/// Changes a byte or two, drops a piece, or doubles one.
fn mutate(random: &mut Random, text: &mut Vec<u8>) {
    const BYTES: &[u8] = b"\"\\{}[]:,0123456789.eE+-tfn u/\n\x00\xc3\xff";
    for _ in 0..=random.below(2) {
        let at = random.below(text.len() as u64);
        match random.below(4) {
            0 => text[at] = BYTES[random.below(BYTES.len() as u64)],
            1 => text.insert(at, BYTES[random.below(BYTES.len() as u64)]),
            2 => {
                let end = (at + 1 + random.below(4)).min(text.len());
                text.drain(at..end);
            }
            _ => {
                let end = (at + 1 + random.below(8)).min(text.len());
                let piece = text[at..end].to_vec();
                text.splice(at..at, piece);
            }
        }
        if text.is_empty() {
            text.push(b'0');
        }
    }
}

#[test]
fn agrees_with_serde_json_on_damaged_texts() {
    let mut random = Random(0x2545_f491_4f6c_dd1d);
    let (mut good, mut bad) = (0, 0);
    for _ in 0..60_000 {
        let mut text = serde_json::to_vec(&random.value(3)).unwrap();
        mutate(&mut random, &mut text);
        let shown = String::from_utf8_lossy(&text);
        let theirs = serde_json::from_slice::<Value>(&text);
        match (read_document(&text), theirs) {
            (Ok(ours), Ok(_)) => {
                good += 1;
                assert_eq!(read_document(&written(&ours)), Ok(ours), "{shown}");
                assert!(
                    read_value(&text, |json| json.skip().map(Some)).is_ok(),
                    "{shown}"
                );
            }
            (Err(_), Err(_)) => bad += 1,
            // A blank body is nothing to us.
            (Ok(ours), Err(_)) => {
                assert!(text.trim_ascii().is_empty(), "{shown}: {ours:?}");
            }
            (Err(error), Ok(_)) => {
                assert!(
                    error.to_string().ends_with("found a repeated key"),
                    "{shown}: {error}"
                );
            }
        }
    }
    assert!(good > 5_000 && bad > 5_000, "{good} good, {bad} bad");
}

#[test]
fn no_damage_to_a_structure_makes_it_panic_or_tell() {
    const SECRET: &str = "ParticipantTokenString";
    let secret = || SECRET.to_owned();
    let whole = to_vec(&Everything {
        string: Some(secret()),
        state: Some(State::Unknown(secret())),
        document: Some(Document::Object(HashMap::from([(
            secret(),
            Document::String(secret()),
        )]))),
        action: Some(Action::Say(secret())),
        strings: Some(vec![secret()]),
        map: Some(HashMap::from([(secret(), secret())])),
        states: Some(HashMap::from([(State::Unknown(secret()), vec![])])),
        ..everything()
    });
    let mut random = Random(0xdead_beef_cafe_f00d);
    for _ in 0..60_000 {
        let mut text = whole.clone();
        mutate(&mut random, &mut text);
        if let Err(error) = read_structure::<Everything>(&text) {
            assert!(error.offset().is_some_and(|offset| offset <= text.len()));
            let shown = format!("{error} {error:?}");
            let leaks = (0..SECRET.len() - 5).any(|at| shown.contains(&SECRET[at..at + 5]));
            assert!(!leaks, "{shown}");
        }
    }
}
