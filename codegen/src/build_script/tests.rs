//! What is told to Cargo.

use super::*;

/// The lines for Cargo about these files, which lie in a folder that is left out of the lines.
fn told(files: &[(&str, &str)], generator: impl FnOnce(&Path) -> Generator) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        fs::create_dir_all(folder.path().join(name).parent().unwrap()).unwrap();
        fs::write(folder.path().join(name), text).unwrap();
    }
    let lines = generator(folder.path()).told().into_iter();
    let folder = format!("{}/", folder.path().display());
    lines.map(|line| line.replace(&folder, "")).collect()
}

const MODEL: &str = r#"{"smithy": "2.0", "shapes": {"a#Shop": {
    "type": "service", "version": "1", "traits": {"aws.protocols#restJson1": {}}
}}}"#;
const APPLY: &str = r#"{"smithy": "2.0", "shapes": {"a#Shop": {
    "type": "apply", "traits": {"smithy.api#title": "Shop"}
}}}"#;

#[test]
fn every_file_and_folder_is_watched() {
    let files = [
        ("model/a.json", MODEL),
        ("model/b.json", APPLY),
        ("model/c.txt", ""),
    ];
    let lines = told(&files, |folder| {
        Generator::new(folder.join("model")).out_dir(folder.join("out"))
    });
    let expected = ["model", "model/a.json", "model/b.json"];
    let expected = expected.map(|path| format!("cargo::rerun-if-changed={path}"));
    assert_eq!(lines, expected);
}

#[test]
fn what_is_wrong_is_told_and_watched_all_the_same() {
    let lines = told(&[("a.json", MODEL)], |folder| {
        let generator = Generator::new(folder.join("a.json")).model(folder.join("b.json"));
        generator.out_dir(folder.join("out"))
    });
    assert_eq!(
        lines[..2],
        [
            "cargo::rerun-if-changed=a.json",
            "cargo::rerun-if-changed=b.json"
        ]
    );
    assert!(
        lines[2].starts_with("cargo::error=found no file that can be read"),
        "{lines:#?}"
    );
    assert_eq!(lines[3], "cargo::error=--> b.json");
}

#[test]
fn a_stranger_among_the_emitted_files_is_told() {
    let files = [("a.json", MODEL), ("out/shop/mine.rs", "// By hand.")];
    let lines = told(&files, |folder| {
        let generator = Generator::new(folder.join("a.json")).tree("shop");
        generator.out_dir(folder.join("out"))
    });
    let warning =
        "cargo::warning=out/shop/mine.rs is not an emitted file, and does not belong here";
    assert_eq!(lines, ["cargo::rerun-if-changed=a.json", warning]);
}
