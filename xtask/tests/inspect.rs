//! `cargo xtask lint` and `cargo xtask show`, as a person runs them.

mod support;

use std::fs;
use std::process::Output;

use tempfile::TempDir;

use support::xtask;

/// Runs the command in a folder with the model `model.json`, and gives its exit code and what it says.
fn run(arguments: &[&str]) -> (Option<i32>, String) {
    let folder = TempDir::new().expect("there is a folder for temporary files");
    fs::write(folder.path().join("model.json"), MODEL).expect("the file can be written");
    let output: Output = xtask()
        .args(arguments)
        .current_dir(folder.path())
        .output()
        .expect("the command runs");
    let said =
        [output.stdout, output.stderr].map(|said| String::from_utf8_lossy(&said).into_owned());
    (output.status.code(), said.concat())
}

const MODEL: &str = r##"{"smithy": "2.0", "shapes": {
  "a#Shop": {"type": "service", "version": "1", "operations": [{"target": "a#Buy"}],
    "traits": {"aws.protocols#restJson1": {}, "smithy.api#documentation": "A shop."}},
  "a#Buy": {"type": "operation", "input": {"target": "a#Order"},
    "traits": {"smithy.api#http": {"method": "POST", "uri": "/buy"}, "smithy.api#documentation": "Buys."}},
  "a#Order": {"type": "structure",
    "members": {"password": {"target": "smithy.api#String", "traits": {"smithy.api#documentation": "It."}}},
    "traits": {"smithy.api#documentation": "An order."}}
}}"##;

/// What is wrong with our own model is mended, or accepted with a reason.
#[test]
fn our_own_model_is_clean() {
    let (code, said) = run(&["lint"]);
    assert_eq!((code, said.lines().count()), (Some(0), 1), "{said}");
    let (code, said) = run(&["lint", "--accepted"]);
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("= reason: "), "{said}");
}

#[test]
fn a_finding_that_is_not_accepted_fails() {
    let (code, said) = run(&["lint", "--model", "model.json"]);
    assert_eq!(code, Some(1));
    insta::assert_snapshot!(said);
}

#[test]
fn explains_codes() {
    let (code, said) = run(&["lint", "--explain", "secret-name"]);
    assert_eq!(code, Some(0));
    assert!(said.starts_with("secret-name: "), "{said}");
    assert!(
        said.contains(r#"{ "code": "secret-name", "shape": "#),
        "{said}"
    );
    let (code, said) = run(&["lint", "--explain", "secretname"]);
    assert_eq!(code, Some(2));
    assert!(said.contains("did you mean `secret-name`?"), "{said}");
}

#[test]
fn shows_a_shape() {
    let (code, said) = run(&["show", "buy", "--model", "model.json"]);
    assert_eq!(code, Some(0));
    insta::assert_snapshot!(said);
}

/// Of our own model, the files are those of the repository.
#[test]
fn names_files_as_they_lie_in_the_repository() {
    let (code, said) = run(&["show", "Client"]);
    assert_eq!(code, Some(0), "{said}");
    for file in [
        "model/ivs-realtime.json:",
        "model/documentation.json:",
        "generated/src/api/client.rs",
    ] {
        assert!(said.contains(file), "{said}");
    }
}

#[test]
fn suggests_a_shape() {
    let (code, said) = run(&["show", "Oder", "--model", "model.json"]);
    assert_eq!(code, Some(1));
    assert!(said.contains("did you mean `Order`?"), "{said}");
}
