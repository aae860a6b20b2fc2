//! `cargo xtask generate` from end to end, as a person runs it.

mod support;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

use serde_json::{Value, json};
use tempfile::TempDir;

use support::xtask;

/// A model of one operation. Each of `changes` stands in place of the shape of that id.
fn model(changes: Value) -> String {
    let mut shapes = json!({
        "a#Shop": { "type": "service", "version": "1", "operations": [{ "target": "a#Buy" }],
            "traits": { "aws.protocols#restJson1": {}, "smithy.api#documentation": "A shop." } },
        "a#Buy": { "type": "operation", "input": { "target": "a#BuyInput" },
            "traits": { "smithy.api#http": { "method": "POST", "uri": "/buy/{id}" } } },
        "a#BuyInput": { "type": "structure", "members": {
            "id": { "target": "smithy.api#String", "traits": { "smithy.api#required": {}, "smithy.api#httpLabel": {} } },
            "thing": { "target": "a#Thing" } } },
        "a#Thing": { "type": "structure", "members": { "name": { "target": "smithy.api#String" } } },
    });
    for (id, shape) in changes.as_object().into_iter().flatten() {
        shapes[id] = shape.clone();
    }
    format!("{:#}\n", json!({ "smithy": "2.0", "shapes": shapes }))
}

/// A folder with the model `model.json`.
fn folder(model: &str) -> TempDir {
    let folder = TempDir::new().expect("there is a folder for temporary files");
    fs::write(folder.path().join("model.json"), model).expect("the file can be written");
    folder
}

/// Runs the command in the folder.
fn generate(folder: &Path, arguments: &[&str]) -> Output {
    xtask()
        .arg("generate")
        .args(arguments)
        .current_dir(folder)
        .output()
        .expect("the command runs")
}

const USUAL: [&str; 4] = ["--model", "model.json", "--out", "out"];

/// Runs the command, which succeeds, and returns what it says.
fn generated(folder: &Path, more: &[&str]) -> String {
    let output = generate(folder, &[&USUAL, more].concat());
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// The files of a folder with their text and the times they were written.
fn files(folder: &Path) -> Vec<(PathBuf, Vec<u8>, std::time::SystemTime)> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_owned()];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(&folder).into_iter().flatten() {
            let path = entry.expect("the folder can be read").path();
            if path.is_dir() {
                open.push(path);
            } else {
                let time = path.metadata().and_then(|metadata| metadata.modified());
                let text = fs::read(&path).expect("the file can be read");
                found.push((path, text, time.expect("files have times")));
            }
        }
    }
    found.sort();
    found
}

/// The paths of the files in a folder.
fn names(folder: &Path) -> Vec<String> {
    let files = files(folder).into_iter();
    let inner = files.filter_map(|(path, ..)| path.strip_prefix(folder).ok().map(Path::to_owned));
    inner.map(|path| path.display().to_string()).collect()
}

#[test]
fn a_model_becomes_a_tree_of_modules() {
    let folder = folder(&model(json!({})));
    let said = generated(folder.path(), &[]);
    let out = folder.path().join("out");
    assert_eq!(
        names(&out),
        [
            "client.rs",
            "constraints.rs",
            "error.rs",
            "mod.rs",
            "operation/buy.rs",
            "operation/mod.rs",
            "types/error/mod.rs",
            "types/mod.rs",
            "types/thing.rs"
        ]
    );
    for line in [
        "added    out/operation/buy.rs",
        "undocumented: a#Buy",
        "undocumented: a#Thing$name",
        "1 operations, 3 structures, 0 enums, 0 errors",
        "9 of 9 files written, 0 removed",
    ] {
        assert!(said.contains(line), "{line:?} is not in:\n{said}");
    }
    assert!(!said.contains("undocumented: a#Shop\n"), "{said}");
}

#[test]
fn a_second_run_writes_nothing() {
    let folder = folder(&model(json!({})));
    generated(folder.path(), &[]);
    let out = folder.path().join("out");
    let before = files(&out);
    let said = generated(folder.path(), &[]);
    assert!(said.contains("0 of 9 files written, 0 removed"), "{said}");
    assert_eq!(files(&out), before);
}

#[test]
fn a_change_writes_only_what_changes_and_removes_what_is_stale() {
    let folder = folder(&model(json!({})));
    generated(folder.path(), &[]);
    let out = folder.path().join("out");
    fs::write(out.join("types/by_hand.rs"), "// by hand\n").unwrap();
    fs::write(out.join("notes.txt"), "no source").unwrap();
    let renamed = model(json!({})).replace("a#Thing", "a#Item");
    fs::write(folder.path().join("model.json"), renamed).unwrap();
    let said = generated(folder.path(), &[]);
    let told: Vec<&str> = said
        .lines()
        .filter(|line| !line.starts_with("undocumented"))
        .collect();
    assert_eq!(
        told[..told.len() - 1],
        [
            "changed  out/mod.rs",
            "changed  out/operation/buy.rs",
            "added    out/types/item.rs",
            "changed  out/types/mod.rs",
            "removed  out/types/thing.rs",
            "warning: out/types/by_hand.rs is not an emitted file, and does not belong here"
        ]
    );
    assert!(said.contains("4 of 9 files written, 1 removed"), "{said}");
    assert!(out.join("types/by_hand.rs").exists());
    assert!(out.join("notes.txt").exists());
    assert!(!out.join("types/thing.rs").exists());
}

#[test]
fn a_check_shows_the_difference_and_writes_nothing() {
    let folder = folder(&model(json!({})));
    let out = folder.path().join("out");
    generated(folder.path(), &[]);
    assert_eq!(
        generated(folder.path(), &["--check"]),
        "out is up to date\n"
    );

    let page = out.join("types/thing.rs");
    let text = fs::read_to_string(&page).unwrap();
    fs::write(&page, text.replace("The member `name`.", "Its name.")).unwrap();
    fs::remove_file(out.join("client.rs")).unwrap();
    let before = files(&out);
    let output = generate(folder.path(), &[&USUAL[..], &["--check"]].concat());
    assert_eq!(output.status.code(), Some(1));
    insta::assert_snapshot!(String::from_utf8(output.stdout).unwrap());
    assert_eq!(files(&out), before);

    let said = generated(folder.path(), &[]);
    assert!(said.contains("2 of 9 files written"), "{said}");
    generated(folder.path(), &["--check"]);
}

#[test]
fn operations_can_be_kept_and_a_check_says_how() {
    let more = json!({
        "a#Shop": { "type": "service", "version": "1", "operations": [{ "target": "a#Buy" }, { "target": "a#Sell" }],
            "traits": { "aws.protocols#restJson1": {} } },
        "a#Sell": { "type": "operation", "traits": { "smithy.api#http": { "method": "POST", "uri": "/sell" } } },
    });
    let folder = folder(&model(more));
    let said = generated(folder.path(), &["--operations", "Sell"]);
    assert!(said.contains("1 operations, 2 structures"), "{said}");
    assert!(!folder.path().join("out/operation/buy.rs").exists());

    let arguments = [&USUAL[..], &["--operations", "Buy,a#Sell", "--check"]].concat();
    let output = generate(folder.path(), &arguments);
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(said.contains("out/operation/buy.rs"), "{said}");
    assert!(
        said.trim_end().ends_with("--operations 'Buy,a#Sell'`"),
        "{said}"
    );
}

#[test]
fn a_check_of_nothing_finds_all_missing() {
    let folder = folder(&model(json!({})));
    let output = generate(folder.path(), &[&USUAL[..], &["--check"]].concat());
    let said = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(1));
    let command = "cargo xtask generate --model model.json --out out";
    assert!(
        said.ends_with(&format!("9 files differ from the model: run `{command}`\n")),
        "{said}"
    );
    assert!(!folder.path().join("out").exists());
}

#[test]
fn a_package_has_a_manifest() {
    let folder = folder(&model(json!({})));
    generated(folder.path(), &["--package", "a-shop"]);
    let out = folder.path().join("out");
    assert!(out.join("src/lib.rs").exists() && !out.join("src/mod.rs").exists());
    let manifest = fs::read_to_string(out.join("Cargo.toml")).unwrap();
    // Where the runtime lies depends on where the test runs.
    let start = manifest.find("path = \"..").unwrap() + "path = \"".len();
    let end = start + manifest[start..].find('"').unwrap();
    let runtime = out.join(&manifest[start..end]).canonicalize().unwrap();
    let repository = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    assert_eq!(
        runtime,
        repository.join("generated").canonicalize().unwrap()
    );
    insta::assert_snapshot!(manifest.replace(&manifest[start..end], "RUNTIME"));
    let again = generated(folder.path(), &["--package", "a-shop"]);
    assert!(
        again.contains("0 of 10 files written, 0 removed"),
        "{again}"
    );
}

#[test]
fn a_folder_that_cannot_be_written_is_named() {
    let folder = folder(&model(json!({})));
    fs::write(folder.path().join("out"), "a file").unwrap();
    let output = generate(folder.path(), &USUAL);
    assert_eq!(output.status.code(), Some(1));
    insta::assert_snapshot!(String::from_utf8(output.stderr).unwrap());
    assert_eq!(names(folder.path()), ["model.json", "out"]);

    // Below a folder that can be written, nothing is left of what was begun.
    fs::remove_file(folder.path().join("out")).unwrap();
    fs::create_dir(folder.path().join("out")).unwrap();
    fs::write(folder.path().join("out/types"), "a file").unwrap();
    let output = generate(folder.path(), &USUAL);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(names(folder.path()), ["model.json", "out/types"]);

    // A file stands where a folder has to be made, below one that is there already.
    let output = generate(
        folder.path(),
        &["--model", "model.json", "--out", "model.json/deep"],
    );
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(names(folder.path()), ["model.json", "out/types"]);
}

#[test]
fn each_model_becomes_a_package_of_its_own() {
    let folder = folder(&model(json!({})));
    let models = folder.path().join("models");
    fs::create_dir(&models).unwrap();
    fs::rename(folder.path().join("model.json"), models.join("One.json")).unwrap();
    let two = model(json!({ "a#Buy": { "type": "operation",
        "traits": { "smithy.api#http": { "method": "POST", "uri": "/buy" } } } }));
    fs::write(models.join("two.json"), two).unwrap();
    let each = ["--each", "--model", "models", "--out", "out"];
    let said = String::from_utf8(generate(folder.path(), &each).stdout).unwrap();
    assert!(said.starts_with("one: 1 operations"), "{said}");
    assert!(said.contains("\ntwo: 1 operations"), "{said}");
    assert!(said.contains("\n2 packages, "), "{said}");
    let has = |package: &str| {
        folder
            .path()
            .join("out")
            .join(package)
            .join("src/lib.rs")
            .exists()
    };
    assert!(has("one") && has("two"));
    let manifest = fs::read_to_string(folder.path().join("out/two/Cargo.toml")).unwrap();
    assert!(manifest.contains("name = \"two\""), "{manifest}");
    let check = generate(folder.path(), &[&each[..], &["--check"]].concat());
    assert!(check.status.success());
    // What is wrong with one keeps the other from nothing.
    fs::write(models.join("One.json"), "{").unwrap();
    fs::remove_dir_all(folder.path().join("out")).unwrap();
    let output = generate(folder.path(), &each);
    assert!(!output.status.success());
    assert!(String::from_utf8_lossy(&output.stderr).contains("One.json"));
    assert!(!has("one") && has("two"));
}

#[test]
fn serde_is_emitted_on_demand_and_checked_like_the_rest() {
    let folder = folder(&model(json!({})));
    generated(folder.path(), &[]);
    let page = folder.path().join("out/serde.rs");
    assert!(!page.exists());
    let output = generate(
        folder.path(),
        &[&USUAL[..], &["--serde", "--check"]].concat(),
    );
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(
        said.contains("cargo xtask generate --model model.json --out out --serde"),
        "{said}"
    );
    generated(folder.path(), &["--serde"]);
    let text = fs::read_to_string(&page).expect("there is a page");
    assert!(text.contains("buy::BuyInput { id, thing }"), "{text}");
}
