//! Whatever is done to a model, the generator answers with files or with diagnostics: it never panics.

#[path = "support/pointers.rs"]
mod pointers;
#[path = "support/random.rs"]
mod random;

use ivs_realtime_codegen::{Settings, Source, generate};
use pointers::pointers;
use random::Random;
use serde_json::{Map, Value, json};

/// A model with something of everything.
fn model() -> Value {
    json!({"smithy": "2.0", "metadata": {}, "shapes": {
        "a#S": {"type": "service", "version": "1", "operations": [{"target": "a#Op"}], "resources": [{"target": "a#R"}],
            "errors": [{"target": "a#Err"}], "rename": {"a#In": "Input"}, "traits": {
            "aws.protocols#restJson1": {"http": ["h2"]}, "aws.api#service": {"sdkId": "S"}, "aws.auth#sigv4": {"name": "s"},
            "smithy.api#paginated": {"pageSize": "size"}, "smithy.rules#endpointTests": {"version": "1", "testCases": []}}},
        "a#R": {"type": "resource", "identifiers": {"id": {"target": "smithy.api#String"}}, "read": {"target": "a#Op"}},
        "a#Op": {"type": "operation", "input": {"target": "a#In"}, "output": {"target": "a#Out"}, "errors": [{"target": "a#Err"}],
            "traits": {"smithy.api#http": {"method": "POST", "uri": "/a/{id}/{rest+}?x=y", "code": 201}, "smithy.api#readonly": {},
            "smithy.api#paginated": {"inputToken": "token", "outputToken": "next.token", "items": "list"},
            "smithy.api#endpoint": {"hostPrefix": "{host}."}, "smithy.api#auth": [],
            "smithy.waiters#waitable": {"Done": {"acceptors": [{"state": "success", "matcher": {"success": true}}]}},
            "smithy.test#httpRequestTests": [{"id": "t", "protocol": "aws.protocols#restJson1", "method": "POST", "uri": "/a/b/1-a",
                "host": "a.com", "queryParams": ["size=1"], "headers": {"x-a": "b"}, "body": "{}", "bodyMediaType": "application/json",
                "params": {"id": "b", "rest": "1-a", "host": "h", "size": 1, "params": {"a": "b"}, "when": 1.5, "key": "k"}}],
            "smithy.test#httpResponseTests": [{"id": "t", "protocol": "aws.protocols#restJson1", "code": 200, "body": "{\"list\": []}",
                "params": {"list": [{"a": "\"\n"}, null], "kind": "z", "union": {"n": {"token": "t", "other": {"u": {}}}}, "status": 2}}]}},
        "a#Mixin": {"type": "structure", "members": {"token": {"target": "smithy.api#String"}},
            "traits": {"smithy.api#mixin": {"localTraits": ["smithy.api#private"]}, "smithy.api#private": {}}},
        "a#In": {"type": "structure", "mixins": [{"target": "a#Mixin"}], "members": {
            "id": {"target": "smithy.api#String", "traits": {"smithy.api#required": {}, "smithy.api#httpLabel": {}}},
            "rest": {"target": "a#Legacy", "traits": {"smithy.api#required": {}, "smithy.api#httpLabel": {}}},
            "host": {"target": "smithy.api#String", "traits": {"smithy.api#required": {}, "smithy.api#hostLabel": {}}},
            "size": {"target": "a#Int", "traits": {"smithy.api#httpQuery": "size", "smithy.api#range": {"min": 1, "max": 2.5}}},
            "params": {"target": "a#Map", "traits": {"smithy.api#httpQueryParams": {}}},
            "headers": {"target": "a#Map", "traits": {"smithy.api#httpPrefixHeaders": "x-"}},
            "key": {"target": "smithy.api#String", "traits": {"smithy.api#idempotencyToken": {}}},
            "when": {"target": "smithy.api#Timestamp", "traits": {"smithy.api#timestampFormat": "date-time", "smithy.api#httpHeader": "x-w"}}}},
        "a#Out": {"type": "structure", "members": {
            "list": {"target": "a#List", "traits": {"smithy.api#default": []}}, "next": {"target": "a#Next"},
            "kind": {"target": "a#Enum", "traits": {"smithy.api#default": "a", "smithy.api#jsonName": "k"}},
            "union": {"target": "a#Union"}, "status": {"target": "a#Int", "traits": {"smithy.api#httpResponseCode": {}}}}},
        "a#Next": {"type": "structure", "members": {"token": {"target": "smithy.api#String"},
            "self": {"target": "a#Next"}, "other": {"target": "a#Union", "traits": {"smithy.api#required": {}}}}},
        "a#Union": {"type": "union", "members": {"u": {"target": "smithy.api#Unit"}, "n": {"target": "a#Next"}, "l": {"target": "a#List"}}},
        "a#List": {"type": "list", "member": {"target": "a#Map"}, "traits": {"smithy.api#sparse": {}, "smithy.api#length": {"max": 3}}},
        "a#Map": {"type": "map", "key": {"target": "a#Enum"}, "value": {"target": "smithy.api#String"}},
        "a#Enum": {"type": "enum", "members": {"A": {"target": "smithy.api#Unit", "traits": {"smithy.api#enumValue": "a"}}, "B": {"target": "smithy.api#Unit"}}},
        "a#Int": {"type": "intEnum", "members": {"A": {"target": "smithy.api#Unit", "traits": {"smithy.api#enumValue": 1}}}},
        "a#Legacy": {"type": "string", "traits": {"smithy.api#enum": [{"value": "1-a", "tags": []}, {"value": "b", "name": "B", "deprecated": true}]}},
        "a#Err": {"type": "structure", "members": {}, "traits": {"smithy.api#error": "client", "smithy.api#httpError": 404, "smithy.api#retryable": {}}},
        "a#mine": {"type": "structure", "members": {}, "traits": {"smithy.api#trait": {}}},
        "a#Blob": {"type": "blob", "traits": {"a#mine": {}, "smithy.api#streaming": {}, "smithy.api#mediaType": "a/b"}},
        "a#In$token": {"type": "apply", "traits": {"smithy.api#documentation": "A token."}}
    }})
}

/// Deletes, replaces or copies one value, or gives one another key.
fn mutate(model: &mut Value, random: &mut Random) {
    let mut all = Vec::new();
    pointers(model, "", &mut all);
    let place = all[1 + random.below(all.len() - 1)].clone();
    let other = model
        .pointer(&all[random.below(all.len())])
        .expect("it is there")
        .clone();
    let (parent, key) = place.rsplit_once('/').expect("it is there");
    let key = key.replace("~1", "/").replace("~0", "~");
    let odd = [
        json!(null),
        json!({}),
        json!([]),
        json!(""),
        json!("a#Op"),
        json!(-1),
        json!(1e300),
        json!({"target": "a#Union"}),
    ];
    let operation = random.below(5);
    let replacement = odd[random.below(odd.len())].clone();
    match (operation, model.pointer_mut(parent).expect("it is there")) {
        (0, Value::Object(entries)) => drop(entries.shift_remove(&key)),
        (0, Value::Array(items)) => drop(items.pop()),
        (1, Value::Object(entries)) => drop(entries.insert(key + "x", other)),
        (1, Value::Array(items)) => items.push(other),
        (2, Value::Object(entries)) => {
            let value = entries.shift_remove(&key).expect("it is there");
            entries.insert("a#Next".to_owned(), value);
        }
        (3, _) => *model.pointer_mut(&place).expect("it is there") = other,
        _ => *model.pointer_mut(&place).expect("it is there") = replacement,
    }
}

/// The model in two files, as a random half of its shapes and the rest.
fn split(model: &Value, random: &mut Random) -> [Source; 2] {
    let mut halves = [Map::new(), Map::new()];
    for (id, shape) in model["shapes"].as_object().into_iter().flatten() {
        halves[random.below(2)].insert(id.clone(), shape.clone());
    }
    halves.map(|shapes| Source {
        name: "half.json".to_owned(),
        bytes: json!({"smithy": model["smithy"], "shapes": shapes})
            .to_string()
            .into_bytes(),
    })
}

/// Whether the generator makes files of these. What it emits must be Rust.
fn passes(sources: &[Source]) -> bool {
    let settings = Settings {
        omit_unsupported: true,
        tests: true,
        ..Settings::default()
    };
    match generate(sources, &settings) {
        Ok(generated) => !generated.files.is_empty(),
        Err(faults) => {
            assert!(!faults.is_empty());
            assert!(
                !faults.to_string().contains("could not be printed"),
                "{faults}"
            );
            false
        }
    }
}

fn source(bytes: Vec<u8>) -> Source {
    Source {
        name: "model.json".to_owned(),
        bytes,
    }
}

#[test]
fn the_model_itself_passes() {
    let sources = [source(model().to_string().into_bytes())];
    let settings = Settings {
        tests: true,
        ..Settings::default()
    };
    let generated = generate(&sources, &settings).unwrap_or_else(|faults| panic!("{faults}"));
    assert_eq!(generated.tests.len(), 2);
}

#[test]
fn a_model_with_changed_values_never_panics() {
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    let (mut passed, rounds) = (0, 1000);
    for round in 0..rounds {
        let mut changed = model();
        for _ in 0..=round % 4 {
            mutate(&mut changed, &mut random);
        }
        if round % 8 == 7 {
            changed["smithy"] = json!("1.0");
        }
        passed += usize::from(passes(&[source(changed.to_string().into_bytes())]));
        passed += usize::from(passes(&split(&changed, &mut random)));
    }
    // Neither does everything pass, nor nothing: the mutations reach the last stages.
    assert!((50..rounds).contains(&passed), "{passed}");
}

#[test]
fn a_model_with_changed_bytes_never_panics() {
    let text = model().to_string().into_bytes();
    let mut random = Random(0x2545_f491_4f6c_dd1d);
    for _ in 0..500 {
        let mut bytes = text.clone();
        let at = random.below(bytes.len());
        match random.below(3) {
            0 => bytes[at] = u8::try_from(random.below(256)).unwrap(),
            1 => bytes.truncate(at),
            _ => drop(bytes.splice(at..at, text[at / 2..at].to_vec())),
        }
        passes(&[source(bytes)]);
    }
}
