//! `cargo xtask conformance` from end to end, as a person runs it.

mod support;

use std::fs;
use std::path::Path;
use std::process::Output;

use serde_json::{Value, json};
use tempfile::TempDir;

use support::xtask;

/// Runs the command on what is in the folder. What is built stays, so that the runtime is built once.
fn conformance(folder: &Path, paths: &[&str]) -> Output {
    xtask()
        .arg("conformance")
        .args(paths)
        .current_dir(folder)
        .env("CARGO_TARGET_DIR", env!("CARGO_TARGET_TMPDIR"))
        .output()
        .expect("the command runs")
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// A model of one operation, which has these cases of requests.
fn model(cases: &Value) -> Value {
    json!({ "smithy": "2.0", "shapes": {
        "a#Shop": { "type": "service", "version": "1",
            "operations": [{ "target": "a#Buy" }, { "target": "a#Watch" }],
            "traits": { "aws.protocols#restJson1": {} } },
        "a#Buy": { "type": "operation", "input": { "target": "a#BuyInput" },
            "traits": { "smithy.api#http": { "method": "POST", "uri": "/buy" },
                "smithy.test#httpRequestTests": cases } },
        "a#BuyInput": { "type": "structure", "members": { "thing": { "target": "smithy.api#String" } } },
        "a#Watch": { "type": "operation", "output": { "target": "a#WatchOutput" },
            "traits": { "smithy.api#http": { "method": "GET", "uri": "/watch" } } },
        "a#WatchOutput": { "type": "structure", "members": {
            "events": { "target": "a#Events", "traits": { "smithy.api#httpPayload": {} } } } },
        "a#Events": { "type": "union", "members": { "one": { "target": "a#Event" } },
            "traits": { "smithy.api#streaming": {} } },
        "a#Event": { "type": "structure", "members": {} },
    } })
}

/// A case that expects this thing in the body.
fn case(id: &str, thing: &str) -> Value {
    json!({ "id": id, "protocol": "aws.protocols#restJson1", "method": "POST", "uri": "/buy",
        "params": { "thing": "cup" }, "body": json!({ "thing": thing }).to_string(),
        "bodyMediaType": "application/json" })
}

fn write(folder: &Path, name: &str, json: &Value) {
    fs::write(folder.join(name), json.to_string()).expect("the file can be written");
}

#[test]
fn a_wrong_case_is_told_as_failed() {
    let folder = TempDir::new().unwrap();
    fs::create_dir(folder.path().join("models")).unwrap();
    let cases = json!([case("Right", "cup"), case("Wrong", "spoon")]);
    write(folder.path(), "models/shop.json", &model(&cases));
    write(folder.path(), "models/notes.json", &json!({ "shop": true }));
    let only_traits = json!({ "smithy": "2.0", "shapes": {} });
    write(folder.path(), "models/traits.json", &only_traits);
    let output = conformance(folder.path(), &["models"]);
    assert_eq!(output.status.code(), Some(1));
    insta::assert_snapshot!(said(&output));
}

#[test]
fn right_cases_are_told_as_passed() {
    let folder = TempDir::new().unwrap();
    let cases = json!([case("Right", "cup")]);
    write(folder.path(), "right.json", &model(&cases));
    let output = conformance(folder.path(), &["right.json"]);
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{}{errors}", said(&output));
    assert!(said(&output).ends_with("\n1 passed, 0 failed\n"));
}

#[test]
fn no_case_at_all_is_a_failure() {
    let folder = TempDir::new().unwrap();
    write(folder.path(), "none.json", &model(&json!([])));
    let output = conformance(folder.path(), &["none.json"]);
    assert_eq!(output.status.code(), Some(1));
    let expected = "omitted Watch of none.json: it has an event stream\nno cases in none.json\n0 passed, 0 failed\n";
    assert_eq!(said(&output), expected);
}

#[test]
fn a_model_that_is_wrong_is_a_failure_and_keeps_no_other() {
    let folder = TempDir::new().unwrap();
    let mut unfit = case("Unfit", "cup");
    unfit["params"] = json!({ "thing": 1 });
    write(folder.path(), "unfit.json", &model(&json!([unfit])));
    write(
        folder.path(),
        "beside.json",
        &model(&json!([case("Right", "cup")])),
    );
    let output = conformance(folder.path(), &["unfit.json", "beside.json"]);
    assert_eq!(output.status.code(), Some(1));
    insta::assert_snapshot!(said(&output));
}

#[test]
fn a_path_that_leads_nowhere_is_named() {
    let folder = TempDir::new().unwrap();
    let output = conformance(folder.path(), &["nowhere"]);
    assert_eq!(output.status.code(), Some(1));
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(errors.contains("nowhere"), "{errors}");
}
