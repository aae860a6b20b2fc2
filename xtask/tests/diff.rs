//! `cargo xtask diff` from end to end: the formats of models that it reads, what it prints, and how it ends.

mod support;

use std::fs;
use std::path::Path;
use std::process::Output;

use serde_json::{Value, json};
use tempfile::TempDir;

use support::xtask;

/// A Smithy model of one operation, whose input has these members.
fn smithy(members: &[&str]) -> String {
    let members: serde_json::Map<String, Value> = members
        .iter()
        .map(|name| ((*name).to_owned(), json!({"target": "smithy.api#String"})))
        .collect();
    json!({"smithy": "2.0", "shapes": {
        "com.amazonaws.things#Things": {"type": "service", "version": "2020-01-02",
            "operations": [{"target": "com.amazonaws.things#ListThings"}],
            "traits": {"aws.protocols#restJson1": {}, "aws.api#service": {"sdkId": "Things"}, "aws.auth#sigv4": {"name": "things"},
                "smithy.api#title": "Things"}},
        "com.amazonaws.things#ListThings": {"type": "operation", "input": {"target": "com.amazonaws.things#In"},
            "traits": {"smithy.api#http": {"method": "GET", "uri": "/", "code": 200}}},
        "com.amazonaws.things#In": {"type": "structure", "members": members}
    }})
    .to_string()
}

/// The same in AWS's own format.
fn c2j(members: &[&str]) -> String {
    let members: serde_json::Map<String, Value> = members
        .iter()
        .map(|name| ((*name).to_owned(), json!({"shape": "T"})))
        .collect();
    json!({
        "metadata": {"apiVersion": "2020-01-02", "endpointPrefix": "things", "protocol": "rest-json",
            "serviceFullName": "Things", "serviceId": "Things", "signatureVersion": "v4", "uid": "things-2020-01-02"},
        "operations": {"ListThings": {"name": "ListThings", "http": {"method": "GET", "requestUri": "/"},
            "input": {"shape": "In"}}},
        "shapes": {"In": {"type": "structure", "members": members}, "T": {"type": "string"}},
    })
    .to_string()
}

fn diff(folder: &Path, arguments: &[&str]) -> Output {
    xtask()
        .current_dir(folder)
        .arg("diff")
        .args(arguments)
        .output()
        .expect("the command line runs")
}

/// A folder with three models: one member, the same and another, and that in two other forms.
fn folder() -> TempDir {
    let folder = TempDir::new().expect("there is a disk");
    let write = |name: &str, text: &str| {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().expect("it has a folder")).expect("the disk takes it");
        fs::write(path, text).expect("the disk takes it");
    };
    write("old.json", &smithy(&["one"]));
    write("new.json", &smithy(&["one", "two"]));
    write("c2j/service-2.json", &c2j(&["one", "two"]));
    write("parts/model.json", &smithy(&["one", "two"]));
    let apply = json!({"smithy": "2.0", "shapes": {"com.amazonaws.things#In$one":
        {"type": "apply", "traits": {"smithy.api#deprecated": {}}}}});
    write("parts/apply.json", &apply.to_string());
    write("wrong.json", "{ \"smithy\": \"2.0\", \"shapes\": {} }");
    folder
}

/// The changes, as path and class.
fn changes(folder: &Path, old: &str, new: &str) -> Vec<(String, String)> {
    let output = diff(folder, &[old, new, "--format", "json"]);
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{errors}");
    let found: Value = serde_json::from_slice(&output.stdout).expect("it is JSON");
    let changes = found["changes"].as_array().expect("it is a list");
    let text = |value: &Value| value.as_str().expect("it is text").to_owned();
    changes
        .iter()
        .map(|change| (text(&change["path"]), text(&change["class"])))
        .collect()
}

#[test]
fn every_format_of_a_model_is_compared() {
    let folder = folder();
    let change = |name: &str, class: &str| {
        let path = format!("operation::list_things::ListThingsInput::{name}");
        (path, class.to_owned())
    };
    let added = [change("two", "minor")];
    assert_eq!(changes(folder.path(), "old.json", "new.json"), added);
    assert_eq!(changes(folder.path(), "old.json", "c2j"), added);
    assert_eq!(
        changes(folder.path(), "old.json", "c2j/service-2.json"),
        added
    );
    assert_eq!(changes(folder.path(), "new.json", "c2j"), []);
    let deprecated = [change("two", "minor"), change("one", "minor")];
    assert_eq!(changes(folder.path(), "old.json", "parts"), deprecated);
    let removed = [change("two", "breaking")];
    assert_eq!(changes(folder.path(), "new.json", "old.json"), removed);
}

#[test]
fn a_class_can_be_denied() {
    let folder = folder();
    for (old, new, deny, code) in [
        ("old.json", "new.json", "breaking", 0),
        ("old.json", "new.json", "minor", 1),
        ("old.json", "new.json", "patch", 1),
        ("new.json", "old.json", "breaking", 1),
        ("old.json", "old.json", "patch", 0),
    ] {
        let output = diff(folder.path(), &[old, new, "--deny", deny]);
        assert_eq!(output.status.code(), Some(code), "{old} {new} {deny}");
    }
}

#[test]
fn text_has_no_colours_where_no_terminal_is() {
    let folder = folder();
    let output = diff(folder.path(), &["new.json", "old.json"]);
    let text = String::from_utf8(output.stdout).expect("it is text");
    assert!(text.starts_with("1 breaking change\n"), "{text}");
    assert!(!text.contains('\u{1b}'), "{text}");
}

#[test]
fn what_is_wrong_with_either_model_is_said() {
    let folder = folder();
    let output = diff(folder.path(), &["wrong.json", "nowhere.json"]);
    let errors = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1));
    assert!(errors.contains("nowhere.json"), "{errors}");
    let output = diff(folder.path(), &["wrong.json", "new.json"]);
    let errors = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        errors.starts_with("error: ") && errors.contains("service"),
        "{errors}"
    );
}

#[test]
fn a_tool_that_is_not_installed_is_named() {
    let folder = folder();
    let output = xtask()
        .current_dir(folder.path())
        // There is no program at all.
        .env("PATH", folder.path())
        .args(["diff", "old.json", "new.json", "--verify"])
        .output()
        .expect("the command line runs");
    let errors = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        errors.contains("cargo install --locked cargo-semver-checks"),
        "{errors}"
    );
}
