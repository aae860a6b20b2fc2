//! Whatever is done to the text of a model, what is said of it can be shown: it points into the text, and nothing panics.

#[path = "support/random.rs"]
mod random;

use ivs_realtime_codegen::internals::diagnostic::{Diagnostics, json, render};
use ivs_realtime_codegen::{Settings, Source, generate};
use random::Random;
use serde_json::Value;

/// The model of this repository.
fn model() -> Vec<u8> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../model/ivs-realtime.json");
    std::fs::read(path).expect("the model is there")
}

impl Random {
    fn piece(&mut self, text: &[u8], longest: usize) -> (usize, usize) {
        let start = self.below(text.len());
        (start, (start + self.below(longest)).min(text.len()))
    }
}

/// Where the strings of a JSON text begin and end, quotes included.
fn strings(text: &[u8]) -> Vec<(usize, usize)> {
    let mut quotes = text.iter().enumerate().filter(|(_, byte)| **byte == b'"');
    let mut strings = Vec::new();
    while let (Some((start, _)), Some((end, _))) = (quotes.next(), quotes.next()) {
        strings.push((start, end + 1));
    }
    strings
}

/// A model that was damaged: what anybody may do to a file, and what only somebody does who knows JSON.
fn damaged(model: &[u8], strings: &[(usize, usize)], random: &mut Random) -> Vec<u8> {
    let mut text = model.to_vec();
    let (start, end) = random.piece(model, 200);
    let mut a_string = || strings[random.below(strings.len())];
    let (one, other) = (a_string(), a_string());
    match random.below(8) {
        0 => text.truncate(start),
        1 => drop(text.drain(start..end)),
        2 => drop(text.splice(start..start, model[start..end].iter().copied())),
        3 => text[start] = u8::try_from(random.below(256)).expect("it is a byte"),
        4 => drop(text.splice(one.0..one.1, *b"null")),
        5 => drop(text.splice(one.0..one.1, *b"\"\"")),
        _ => drop(text.splice(one.0..one.1, model[other.0..other.1].iter().copied())),
    }
    text
}

/// Checks what is shown of faults in a text: ranges lie in it, and agree with lines and columns.
fn check(faults: &Diagnostics, source: &Source) {
    let text = render(faults, std::slice::from_ref(source), false);
    let longest = text.lines().map(|line| line.chars().count()).max();
    assert!(longest < Some(2000), "{text}");
    assert!(text.starts_with("error: "), "{text}");
    for fault in faults.iter() {
        let object: Value = serde_json::from_str(&json(fault)).expect("it is JSON");
        if object["range"].is_null() {
            continue;
        }
        let [start, end] = ["start", "end"].map(|name| offset(&object["range"][name], source));
        assert!(start <= end, "{object}");
    }
}

/// The offset of a position, after a look at its line and column.
fn offset(position: &Value, source: &Source) -> usize {
    let number = |name: &str| usize::try_from(position[name].as_u64().expect("it is there"));
    let offset = number("offset").expect("it is small");
    let before = &source.bytes[..offset];
    let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
    let in_line = before.rsplit(|byte| *byte == b'\n').next();
    let in_line = in_line.unwrap_or_default().iter();
    let column = in_line.filter(|byte| **byte & 0xC0 != 0x80).count() + 1;
    assert_eq!((number("line"), number("column")), (Ok(line), Ok(column)));
    offset
}

#[test]
fn faults_of_damaged_models_can_be_shown() {
    let model = model();
    let strings = strings(&model);
    let mut random = Random(0x5EED);
    let (mut wrong, mut located) = (0, 0);
    for _ in 0..200 {
        let source = Source {
            name: "model.json".to_owned(),
            bytes: damaged(&model, &strings, &mut random),
        };
        let settings = Settings::default();
        if let Err(faults) = generate(std::slice::from_ref(&source), &settings) {
            check(&faults, &source);
            wrong += 1;
            located += usize::from(faults.iter().any(|fault| fault.place.excerpt.is_some()));
        }
    }
    // Nearly all are wrong, and nearly all of these at a place; else this test would be about nothing.
    assert!(wrong > 150 && located * 10 > wrong * 9, "{wrong} {located}");
}
