//! `--format json`: what editors read.

mod support;

use std::fs;

use serde_json::Value;
use tempfile::TempDir;

use support::xtask;

/// A model whose input is not there, and a file of AWS's own format that is none.
const WRONG: &str = r#"{"smithy": "2.0", "shapes": {
  "a#Shop": {"type": "service", "version": "1", "operations": [{"target": "a#Buy"}],
    "traits": {"aws.protocols#restJson1": {}}},
  "a#Buy": {"type": "operation", "input": {"target": "a#Order"},
    "traits": {"smithy.api#http": {"method": "POST", "uri": "/buy"}}}
}}"#;

const SMELLS: &str = r#"{"smithy": "2.0", "shapes": {
  "a#Shop": {"type": "service", "version": "1", "operations": [{"target": "a#Buy"}],
    "traits": {"aws.protocols#restJson1": {}, "smithy.api#documentation": "A shop."}},
  "a#Buy": {"type": "operation",
    "traits": {"smithy.api#http": {"method": "POST", "uri": "/buy"}}}
}}"#;

/// Runs a command in a folder with both models; gives its exit code, the objects on its output and what it says on
/// standard error.
fn run(arguments: &[&str]) -> (Option<i32>, Vec<Value>, String) {
    let folder = TempDir::new().expect("there is a folder for temporary files");
    for (name, text) in [("wrong.json", WRONG), ("smells.json", SMELLS)] {
        fs::write(folder.path().join(name), text).expect("the file can be written");
    }
    let output = xtask()
        .args(arguments)
        .args(["--format", "json"])
        .env("CARGO_TARGET_DIR", folder.path().join("target"))
        .current_dir(folder.path())
        .output()
        .expect("the command runs");
    let lines = String::from_utf8(output.stdout).expect("it is text");
    let objects = lines
        .lines()
        .map(|line| serde_json::from_str(line).expect("each line is an object"));
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    (output.status.code(), objects.collect(), said)
}

#[test]
fn every_command_tells_errors_as_objects() {
    for arguments in [
        &["generate", "--model", "wrong.json", "--out", "out"][..],
        &[
            "generate",
            "--model",
            "wrong.json",
            "--each",
            "--out",
            "out",
        ],
        &["lint", "--model", "wrong.json"],
        &["show", "Buy", "--model", "wrong.json"],
        &["diff", "wrong.json", "smells.json"],
        &["import", "wrong.json", "--output", "out.json"],
        &["conformance", "wrong.json"],
    ] {
        let (code, objects, _) = run(arguments);
        assert_eq!((code, objects.len()), (Some(1), 1), "{arguments:?}");
        let object = &objects[0];
        assert_eq!(object["severity"], "error");
        assert_eq!(object["file"], "wrong.json");
        assert_eq!(object["shape"], "a#Buy");
        assert_eq!(object["range"]["start"]["line"], 4);
        assert_eq!(object["range"]["start"]["column"], 54, "{object}");
        assert_eq!(object["range"]["end"]["offset"], 225, "{object}");
    }
}

#[test]
fn findings_are_warnings_with_codes() {
    let (code, objects, said) = run(&["lint", "--model", "smells.json"]);
    assert_eq!(code, Some(1));
    let found: Vec<_> = objects
        .iter()
        .map(|object| {
            (
                object["severity"].as_str(),
                object["code"].as_str(),
                object["shape"].as_str(),
            )
        })
        .collect();
    assert_eq!(
        found,
        [(Some("warning"), Some("undocumented"), Some("a#Buy"))]
    );
    assert!(said.starts_with("1 finding, 0 accepted"), "{said}");
}

#[test]
fn a_shape_is_an_object() {
    let (code, objects, _) = run(&["show", "Buy", "--model", "smells.json"]);
    assert_eq!((code, objects.len()), (Some(0), 1));
    let shown = &objects[0];
    assert_eq!(shown["id"], "a#Buy");
    assert_eq!(shown["traits"][0]["id"], "smithy.api#http");
    assert_eq!(shown["traits"][0]["value"]["uri"], "/buy");
    let place = serde_json::json!({ "file": "smells.json", "line": 4, "column": 3 });
    assert_eq!(shown["place"], place);
    assert_eq!(shown["referredBy"][0]["id"], "a#Shop");
    assert_eq!(shown["becomes"][0]["file"], "client.rs");
}

#[test]
fn what_is_for_people_goes_to_standard_error() {
    let (code, objects, said) = run(&["generate", "--model", "smells.json", "--out", "out"]);
    assert_eq!((code, objects.len()), (Some(0), 0));
    assert!(said.contains("files written"), "{said}");
}

/// Colours are for terminals, unless they are asked for.
#[test]
fn the_environment_decides_on_colours() {
    let folder = TempDir::new().expect("there is a folder for temporary files");
    fs::write(folder.path().join("wrong.json"), WRONG).expect("the file can be written");
    let said = |variables: &[(&str, &str)]| {
        let output = xtask()
            .args(["lint", "--model", "wrong.json"])
            .envs(variables.iter().copied())
            .current_dir(folder.path())
            .output()
            .expect("the command runs");
        String::from_utf8_lossy(&output.stderr).into_owned()
    };
    assert!(!said(&[]).contains('\u{1b}'));
    assert!(said(&[("CLICOLOR_FORCE", "1")]).contains("\u{1b}[1m"));
    assert!(!said(&[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")]).contains('\u{1b}'));
}
