//! Formats other than JSON.

use ivs_realtime::serde::with_secrets;
use ivs_realtime::types::{Composition, IngestConfiguration};
use serde_json::{Value, json};

use crate::every::{Data, Visitor, visit_all};
use crate::sample::sample;

struct Cbor;

impl Visitor for Cbor {
    fn visit<T: Data>(&mut self, sample: &Value) {
        let value: T = serde_json::from_value(sample.clone()).unwrap();
        let mut bytes = Vec::new();
        ciborium::into_writer(&with_secrets(&value), &mut bytes).unwrap();
        let read: T = ciborium::from_reader(bytes.as_slice()).unwrap();
        assert_eq!(read, value);
        // The data is the same as in JSON.
        let data: Value = ciborium::from_reader(bytes.as_slice()).unwrap();
        assert_eq!(data, *sample);
    }
}

#[test]
fn every_type_goes_through_cbor() {
    visit_all(&mut Cbor);
}

struct Toml;

impl Visitor for Toml {
    fn visit<T: Data>(&mut self, sample: &Value) {
        let value: T = serde_json::from_value(sample.clone()).unwrap();
        let text = toml::to_string(&with_secrets(&value)).unwrap();
        let read: T = toml::from_str(&text).unwrap();
        assert_eq!(read, value);
        let data: Value = toml::from_str(&text).unwrap();
        assert_eq!(data, *sample);
    }
}

#[test]
fn every_type_goes_through_toml() {
    visit_all(&mut Toml);
}

/// Through a tree of values, and as a part of another structure, as `flatten` has it.
#[test]
fn a_type_can_be_a_part_of_another() {
    #[derive(Debug, PartialEq, serde::Deserialize, serde::Serialize)]
    struct Outer {
        note: String,
        #[serde(flatten)]
        inner: IngestConfiguration,
    }

    let mut data = sample("IngestConfiguration", |_| true);
    let inner: IngestConfiguration = serde_json::from_value(data.clone()).unwrap();
    data["note"] = json!("a note");
    let outer: Outer = serde_json::from_value(data).unwrap();
    assert_eq!(outer.inner, inner);
    let written = serde_json::to_string(&outer).unwrap();
    let read: Outer = serde_json::from_str(&written).unwrap();
    assert_eq!(read.inner.arn(), inner.arn());
    assert_eq!(read.inner.stream_key(), "");
}

/// TOML has dates of its own.
#[test]
fn a_date_of_toml_is_a_timestamp() {
    let text = "arn = 'a'\nstageArn = 'b'\nstate = 'ACTIVE'\ndestinations = []\n";
    let dated = format!("{text}startTime = 2026-11-22T23:08:25.5+01:00\n");
    let read: Composition = toml::from_str(&dated).unwrap();
    let text = format!("{text}startTime = '2026-11-22T22:08:25.5Z'\n");
    assert_eq!(read, toml::from_str(&text).unwrap());
    assert!(read.start_time().is_some());
}
