//! A package with a waiter for each path, which tells what each matches.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use ivs_realtime_codegen::internals::output::Files;
use ivs_realtime_codegen::{Settings, Source, generate};
use serde_json::{Map, Value, json};

use crate::paths::Case;

/// For each output, which of the cases match it.
pub(crate) fn run(cases: &[Case], documents: &[Value]) -> Vec<Vec<bool>> {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("waiters");
    let repository = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    write(&folder, &files(cases, &repository.join("generated")));
    let lock = fs::read_to_string(repository.join("Cargo.lock")).unwrap();
    fs::write(folder.join("Cargo.lock"), lock).unwrap();
    let lines: Vec<String> = documents.iter().map(Value::to_string).collect();
    fs::write(folder.join("documents"), lines.join("\n")).unwrap();
    let output = Command::new(env!("CARGO"))
        .args(["run", "--quiet", "--offline"])
        .current_dir(&folder)
        .env("CARGO_TARGET_DIR", folder.join("target"))
        .env("RUSTFLAGS", "-D warnings")
        .output()
        .unwrap();
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{errors}");
    let output = String::from_utf8(output.stdout).unwrap();
    let found: Vec<Vec<bool>> = output
        .lines()
        .map(|line| line.bytes().map(|one| one == b'1').collect())
        .collect();
    assert_eq!(found.len(), documents.len());
    found
}

/// Writes the files that differ, so that cargo builds only what has changed.
fn write(folder: &Path, files: &Files) {
    for (path, text) in files {
        let path = folder.join(path);
        if fs::read_to_string(&path).ok().as_ref() != Some(text) {
            fs::create_dir_all(path.parent().unwrap_or(folder)).unwrap();
            fs::write(&path, text).unwrap();
        }
    }
}

fn files(cases: &[Case], runtime: &Path) -> Files {
    let source = Source {
        name: "model.json".to_owned(),
        bytes: model(cases).to_string().into_bytes(),
    };
    let settings = Settings {
        runtime: "ivs_realtime::runtime".to_owned(),
        ..Settings::default()
    };
    let generated = generate(&[source], &settings).unwrap_or_else(|faults| panic!("{faults}"));
    let mut files: Files = generated
        .files
        .into_iter()
        .map(|(path, text)| (format!("src/emitted/{path}"), text))
        .collect();
    // What a waiter looks for is private to the page of its operation.
    let names: Vec<String> = (0..cases.len()).map(|index| format!("&W{index}")).collect();
    let page = files.get_mut("src/emitted/operation/get.rs").unwrap();
    page.push_str(&format!(
        "\n/// All waiters.\npub static ALL: [&waiter::Waiter<GetInput>; {}] = [{}];\n",
        names.len(),
        names.join(", ")
    ));
    files.insert("src/main.rs".to_owned(), MAIN.to_owned());
    files.insert(
        "Cargo.toml".to_owned(),
        format!(
            "[package]\nname = \"waiters\"\nedition = \"2024\"\n\n[dependencies]\n\
             ivs-realtime = {{ path = {runtime:?}, default-features = false }}\n\n[workspace]\n"
        ),
    );
    files
}

/// Tells for each output in `documents`, a line of JSON each, which waiters match it.
const MAIN: &str = r#"//! Tells which waiters match which output.

pub mod emitted;

use emitted::operation::get::{ALL, GetInput};
use ivs_realtime::runtime::waiter::{State, Verdict};
use ivs_realtime::runtime::{Bytes, Operation, http};

fn main() {
    let input = GetInput::builder().name("a").ids("a").ids("b").size(2).build().unwrap();
    for document in std::fs::read_to_string("documents").unwrap().lines() {
        let answer = http::Response::new(Bytes::from(document.to_owned()));
        let result = GetInput::response(&answer).map_err(|error| panic!("{error}: {document}"));
        let success = Verdict::Matched(State::Success);
        let found = ALL.iter().map(|waiter| match waiter.verdict(&input, &result) == success {
            true => '1',
            false => '0',
        });
        println!("{}", found.collect::<String>());
    }
}
"#;

fn model(cases: &[Case]) -> Value {
    let waiters: Map<String, Value> = cases
        .iter()
        .enumerate()
        .map(|(index, case)| {
            let (comparator, expected) = case.expected.comparator();
            let path = json!({"path": case.path, "comparator": comparator, "expected": expected});
            let matcher = if case.reads_input {
                json!({"inputOutput": path})
            } else {
                json!({"output": path})
            };
            let acceptors = json!([{"state": "success", "matcher": matcher}]);
            (format!("W{index}"), json!({"acceptors": acceptors}))
        })
        .collect();
    let mut model: Value = serde_json::from_str(SHAPES).unwrap();
    model["shapes"]["a#Get"]["traits"]["smithy.waiters#waitable"] = Value::Object(waiters);
    model
}

const SHAPES: &str = r#"{"smithy": "2.0", "shapes": {
  "a#Service": {"type": "service", "version": "1", "operations": [{"target": "a#Get"}],
    "traits": {"aws.protocols#restJson1": {}}},
  "a#Get": {"type": "operation", "input": {"target": "a#In"}, "output": {"target": "a#Out"},
    "traits": {"smithy.api#http": {"method": "POST", "uri": "/get"}}},
  "a#In": {"type": "structure", "members": {
    "name": {"target": "smithy.api#String"}, "ids": {"target": "a#Texts"}, "size": {"target": "smithy.api#Integer"},
    "missing": {"target": "smithy.api#String"}}},
  "a#Out": {"type": "structure", "members": {
    "name": {"target": "smithy.api#String"}, "status": {"target": "a#State"}, "ok": {"target": "smithy.api#Boolean"},
    "count": {"target": "smithy.api#Integer"}, "big": {"target": "smithy.api#Long"},
    "ratio": {"target": "smithy.api#Double"}, "when": {"target": "smithy.api#Timestamp"},
    "level": {"target": "a#Level"}, "tags": {"target": "a#Texts"}, "flags": {"target": "a#Flags"},
    "counts": {"target": "a#Counts"}, "sparse": {"target": "a#Sparse"}, "states": {"target": "a#States"},
    "grid": {"target": "a#Grid"}, "labels": {"target": "a#Labels"}, "scores": {"target": "a#Scores"},
    "states_by_name": {"target": "a#ByState"}, "things": {"target": "a#Things"}, "thing": {"target": "a#Thing"},
    "choice": {"target": "a#Choice"},
    "must": {"target": "a#Must", "traits": {"smithy.api#required": {}}}}},
  "a#Must": {"type": "structure", "members": {
    "name": {"target": "smithy.api#String", "traits": {"smithy.api#required": {}}},
    "count": {"target": "smithy.api#Integer", "traits": {"smithy.api#required": {}}},
    "flag": {"target": "smithy.api#Boolean", "traits": {"smithy.api#required": {}}},
    "list": {"target": "a#Texts", "traits": {"smithy.api#required": {}}},
    "inner": {"target": "a#Named", "traits": {"smithy.api#required": {}}}}},
  "a#Named": {"type": "structure", "members": {
    "name": {"target": "smithy.api#String", "traits": {"smithy.api#required": {}}}}},
  "a#Thing": {"type": "structure", "members": {
    "id": {"target": "smithy.api#String"}, "status": {"target": "a#State"}, "done": {"target": "smithy.api#Boolean"},
    "count": {"target": "smithy.api#Integer"}, "labels": {"target": "a#Texts"}, "choice": {"target": "a#Choice"},
    "parts": {"target": "a#Parts"}, "inner": {"target": "a#Thing"}}},
  "a#Part": {"type": "structure", "members": {
    "id": {"target": "smithy.api#String"}, "ok": {"target": "smithy.api#Boolean"}}},
  "a#Choice": {"type": "union", "members": {
    "text": {"target": "smithy.api#String"}, "flag": {"target": "smithy.api#Boolean"},
    "thing": {"target": "a#Thing"}}},
  "a#State": {"type": "enum", "members": {
    "ACTIVE": {"target": "smithy.api#Unit"}, "DONE": {"target": "smithy.api#Unit"}}},
  "a#Level": {"type": "intEnum", "members": {
    "LOW": {"target": "smithy.api#Unit", "traits": {"smithy.api#enumValue": 1}},
    "HIGH": {"target": "smithy.api#Unit", "traits": {"smithy.api#enumValue": 2}}}},
  "a#Texts": {"type": "list", "member": {"target": "smithy.api#String"}},
  "a#Flags": {"type": "list", "member": {"target": "smithy.api#Boolean"}},
  "a#Counts": {"type": "list", "member": {"target": "smithy.api#Integer"}},
  "a#States": {"type": "list", "member": {"target": "a#State"}},
  "a#Sparse": {"type": "list", "member": {"target": "smithy.api#String"}, "traits": {"smithy.api#sparse": {}}},
  "a#Grid": {"type": "list", "member": {"target": "a#Texts"}},
  "a#Things": {"type": "list", "member": {"target": "a#Thing"}},
  "a#Parts": {"type": "list", "member": {"target": "a#Part"}},
  "a#Labels": {"type": "map", "key": {"target": "smithy.api#String"}, "value": {"target": "smithy.api#String"}},
  "a#Scores": {"type": "map", "key": {"target": "smithy.api#String"}, "value": {"target": "smithy.api#Integer"}},
  "a#ByState": {"type": "map", "key": {"target": "a#State"}, "value": {"target": "smithy.api#String"}}
}}"#;
