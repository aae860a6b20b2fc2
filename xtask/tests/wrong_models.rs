//! What `cargo xtask generate` says of wrong input: on the error stream, with the exit code 1 and nothing written; and
//! with 2 of a wrong command line.

mod support;

use std::fs;

use serde_json::{Value, json};
use tempfile::TempDir;

use support::xtask;

/// Runs the command on these files with the arguments, and returns what it says; it writes nothing.
fn refused(files: &[(&str, &[u8])], arguments: &[&str]) -> String {
    let (code, said) = run(files, arguments);
    assert_eq!(code, Some(1));
    said
}

/// The same, of a wrong command line.
fn misused(arguments: &[&str]) -> String {
    let model = model(json!({}));
    let files = [("model.json", model.as_bytes())];
    let (code, said) = run(&files, &[&["--model", "model.json"], arguments].concat());
    assert_eq!(code, Some(2));
    said
}

fn run(files: &[(&str, &[u8])], arguments: &[&str]) -> (Option<i32>, String) {
    let folder = TempDir::new().expect("there is a folder for temporary files");
    for (name, bytes) in files {
        fs::write(folder.path().join(name), bytes).expect("the file can be written");
    }
    let output = xtask()
        .args(["generate", "--out", "out"])
        .args(arguments)
        .current_dir(folder.path())
        .output()
        .expect("the command runs");
    assert_eq!(String::from_utf8_lossy(&output.stdout), "");
    let entries = fs::read_dir(folder.path()).map_or(0, Iterator::count);
    assert_eq!(entries, files.len(), "something was written");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    (output.status.code(), said)
}

fn one(text: &str) -> String {
    refused(
        &[("model.json", text.as_bytes())],
        &["--model", "model.json"],
    )
}

/// A model of a service, an operation and these shapes, which stand in place of those of the same id.
fn model(changes: Value) -> String {
    let mut shapes = json!({
        "a#Shop": { "type": "service", "version": "1", "operations": [{ "target": "a#Buy" }],
            "traits": { "aws.protocols#restJson1": {} } },
        "a#Buy": { "type": "operation", "input": { "target": "a#BuyInput" },
            "traits": { "smithy.api#http": { "method": "POST", "uri": "/buy" } } },
        "a#BuyInput": { "type": "structure", "members": { "name": { "target": "smithy.api#String" } } },
    });
    for (id, shape) in changes.as_object().into_iter().flatten() {
        shapes[id] = shape.clone();
    }
    json!({ "smithy": "2.0", "shapes": shapes }).to_string()
}

/// A repeated key, an `apply` to nothing, a target that is not there, an unknown trait, a label without a member, a
/// circle of required members, and two shapes with one name.
const EVERY_STAGE: &str = r##"{"smithy": "2.0", "shapes": {
  "a#S": {"type": "service", "version": "1", "operations": [{"target": "a#Op"}], "traits": {"aws.protocols#restJson1": {}, "aws.api#service": {"sdkId": "S"}}},
  "a#Op": {"type": "operation", "input": {"target": "a#In"}, "output": {"target": "a#Out"}, "traits": {"smithy.api#http": {"method": "GET", "uri": "/a/{nope}"}, "smithy.api#wat": {}}},
  "a#In": {"type": "structure", "members": {"x": {"target": "a#Missing"}, "x": {"target": "smithy.api#String"}}},
  "a#Out": {"type": "structure", "members": {"f": {"target": "a#fooBar"}, "g": {"target": "a#FooBar"}, "c": {"target": "a#C"}}},
  "a#fooBar": {"type": "structure", "members": {}},
  "a#FooBar": {"type": "structure", "members": {}},
  "a#C": {"type": "structure", "members": {"d": {"target": "a#C", "traits": {"smithy.api#required": {}}}}},
  "a#Gone$x": {"type": "apply", "traits": {"smithy.api#documentation": "x"}}
}}"##;

macro_rules! cases {
    ($($name:ident: $said:expr;)*) => {$(
        #[test]
        fn $name() {
            insta::assert_snapshot!($said);
        }
    )*};
}

cases! {
    syntax_error: one("{\n  \"smithy\": \"2.0\",\n  \"shapes\": {,}\n}\n");
    not_utf_8: refused(&[("model.json", b"{\n  \"smithy\": \"2.\xff\"}")], &["--model", "model.json"]);
    duplicate_key: one("{\n  \"smithy\": \"2.0\",\n  \"shapes\": {\n    \"a#A\": { \"type\": \"string\" },\n    \"a#A\": { \"type\": \"blob\" }\n  }\n}");
    missing_file: refused(&[], &["--model", "nowhere.json", "not-here.json"]);
    dangling_target: one(&model(json!({
        "a#BuyInput": { "type": "structure", "members": { "thing": { "target": "a#BuyInputs" } } }
    })));
    label_without_member: one(&model(json!({
        "a#Buy": { "type": "operation", "input": { "target": "a#BuyInput" },
            "traits": { "smithy.api#http": { "method": "POST", "uri": "/buy/{name}" } } }
    })));
    unknown_trait: one(&model(json!({
        "a#BuyInput": { "type": "structure", "members": {}, "traits": { "smithy.api#documentatoin": "It buys." } }
    })));
    two_shapes_with_one_name: one(&model(json!({
        "a#BuyInput": { "type": "structure", "members": { "one": { "target": "a#Thing" }, "two": { "target": "b#thing" } } },
        "a#Thing": { "type": "structure", "members": {} },
        "b#thing": { "type": "structure", "members": {} }
    })));
    faults_of_every_stage: one(EVERY_STAGE);
    faults_beside_a_missing_file: refused(&[("model.json", EVERY_STAGE.as_bytes())], &["--model", "nowhere.json", "model.json"]);
    two_operations_with_one_name: one(&model(json!({
        "a#Shop": { "type": "service", "version": "1", "operations": [{ "target": "a#GetURL" }, { "target": "a#GetUrl" }],
            "traits": { "aws.protocols#restJson1": {} } },
        "a#GetURL": { "type": "operation", "traits": { "smithy.api#http": { "method": "GET", "uri": "/a" } } },
        "a#GetUrl": { "type": "operation", "traits": { "smithy.api#http": { "method": "GET", "uri": "/b" } } }
    })));
    other_protocol: one(&model(json!({
        "a#Shop": { "type": "service", "version": "1", "operations": [{ "target": "a#Buy" }],
            "traits": { "aws.protocols#awsJson1_1": {} } }
    })));
    cycle_of_required_members: one(&model(json!({
        "a#BuyInput": { "type": "structure", "members": { "hen": { "target": "a#Hen" } } },
        "a#Hen": { "type": "structure", "members": { "egg": { "target": "a#Egg", "traits": { "smithy.api#required": {} } } } },
        "a#Egg": { "type": "structure", "members": { "hen": { "target": "a#Hen", "traits": { "smithy.api#required": {} } } } }
    })));
    no_event_streams: one(&model(json!({
        "a#BuyInput": { "type": "structure", "members": { "all": { "target": "a#All", "traits": { "smithy.api#httpPayload": {} } } } },
        "a#All": { "type": "union", "members": { "one": { "target": "a#One" } }, "traits": { "smithy.api#streaming": {} } },
        "a#One": { "type": "structure", "members": {} }
    })));
    faults_of_several_files_at_once: refused(
        &[
            ("facts.json", model(json!({
                "a#BuyInput": { "type": "structure", "members": { "thing": { "target": "a#Gone" }, "name": { "target": "smithy.api#String",
                    "traits": { "smithy.api#httpLabel": {} } } } }
            })).as_bytes()),
            ("docs.json", br#"{ "smithy": "2.0", "shapes": { "a#Buy": { "type": "apply", "traits": { "smithy.api#documentation": 1 } } } }"#),
            ("more.json", br#"{ "smithy": "2.0", "shapes": { "a#Buy": { "type": "apply", "traits": { "smithy.api#pagenated": {} } } } }"#),
        ],
        &["--model", "facts.json", "docs.json", "more.json"],
    );
    syntax_errors_of_several_files_at_once: refused(
        &[("one.json", b"{"), ("two.json", b"[]"), ("three.json", br#"{ "smithy": "2.0", "shapes": { "a": {} } }"#)],
        &["--model", "one.json", "two.json", "three.json"],
    );
    documentation_of_what_does_not_exist: refused(
        &[
            ("facts.json", model(json!({})).as_bytes()),
            ("docs.json", br#"{ "smithy": "2.0", "shapes": { "a#Sell": { "type": "apply", "traits": { "smithy.api#documentation": "Sells." } } } }"#),
        ],
        &["--model", "facts.json", "docs.json"],
    );
    no_package_name: misused(&["--package", "2 shops"]);
    no_service_id: misused(&["--service", "Shop"]);
    no_such_service: refused(
        &[("model.json", model(json!({})).as_bytes())],
        &["--model", "model.json", "--service", "a#Shoop"],
    );
    no_runtime_path: misused(&["--runtime", "crate::run time"]);
}
