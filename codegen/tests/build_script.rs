//! What a build script has of [`Generator`].

use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use insta::assert_snapshot;
use ivs_realtime_codegen::Generator;
use serde_json::{Value, json};
use tempfile::TempDir;

/// The model of this repository, in a folder of its own.
fn model() -> TempDir {
    let folder = TempDir::new().expect("there is room");
    let there = Path::new(env!("CARGO_MANIFEST_DIR")).join("../model");
    for name in [
        "ivs-realtime.json",
        "documentation.json",
        "customizations.json",
    ] {
        fs::copy(there.join(name), folder.path().join(name)).expect("the repository has a model");
    }
    folder
}

/// A client of one operation, written to `out` in the folder of the model.
fn generator(model: &TempDir) -> Generator {
    Generator::new(model.path())
        .operations(["GetStage"])
        .out_dir(model.path().join("out"))
}

fn modified(path: &Path) -> SystemTime {
    let metadata = fs::metadata(path).expect("the file is there");
    metadata.modified().expect("the system knows the time")
}

/// The files below a folder, and when they were written.
fn state(folder: &Path) -> Vec<(PathBuf, SystemTime)> {
    let mut state = Vec::new();
    for entry in fs::read_dir(folder).expect("the folder is there") {
        let path = entry.expect("it can be read").path();
        if path.is_dir() {
            state.extend(self::state(&path));
        } else {
            state.push((path.clone(), modified(&path)));
        }
    }
    state.sort();
    state
}

#[test]
fn the_second_time_writes_nothing() {
    let model = model();
    for generator in [
        generator(&model).file("ivs.rs"),
        generator(&model).tree("ivs"),
    ] {
        let first = generator.generate().unwrap();
        assert!(!first.changed.is_empty());
        assert!(first.root.exists());
        let before = state(&model.path().join("out"));
        let second = generator.generate().unwrap();
        assert!(second.changed.is_empty() && second.removed.is_empty());
        assert_eq!(state(&model.path().join("out")), before);
    }
}

#[test]
fn a_change_of_the_model_writes_what_differs() {
    let model = model();
    let tree = generator(&model).tree("ivs");
    tree.generate().unwrap();
    let path = model.path().join("documentation.json");
    let mut text: Value = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
    text["shapes"]["com.amazonaws.ivsrealtime#Stage$arn"]["traits"]["smithy.api#documentation"] =
        json!("Where it is.");
    fs::write(&path, text.to_string()).unwrap();
    let written = tree.generate().unwrap();
    // The root says which model it is.
    let out = model.path().join("out/ivs");
    assert_eq!(
        written.changed,
        [out.join("mod.rs"), out.join("types/stage.rs")]
    );
    let page = fs::read_to_string(&written.changed[1]).unwrap();
    assert!(page.contains("/// Where it is."));
}

#[test]
fn what_is_emitted_no_more_is_removed_and_no_other_file() {
    let model = model();
    let more = generator(&model).operations(["ListStages"]).tree("ivs");
    let page = model.path().join("out/ivs/operation/list_stages.rs");
    let mine = model.path().join("out/ivs/operation/mine.rs");
    more.generate().unwrap();
    assert!(page.exists());
    fs::write(&mine, "// By hand.").unwrap();
    let written = generator(&model).tree("ivs").generate().unwrap();
    assert!(written.removed.contains(&page) && !page.exists());
    assert_eq!(written.foreign, std::slice::from_ref(&mine));
    assert!(mine.exists());
}

#[test]
fn nothing_is_touched_where_something_is_wrong() {
    let model = model();
    generator(&model).generate().unwrap();
    let before = state(&model.path().join("out"));
    let wrong = generator(&model).operations(["GetStages"]).generate();
    assert!(wrong.is_err());
    assert_eq!(state(&model.path().join("out")), before);
}

/// The official model of the same service in AWS's own format, reduced to one operation.
fn c2j(folder: &Path) {
    let string = json!({"type": "string"});
    let service = json!({
        "version": "2.0",
        "metadata": {
            "apiVersion": "2020-01-01", "endpointPrefix": "shop", "protocol": "rest-json", "protocols": ["rest-json"],
            "serviceFullName": "Shop", "serviceId": "Shop", "signatureVersion": "v4", "uid": "shop-2020-01-01"
        },
        "operations": {"ListThings": {
            "name": "ListThings",
            "http": {"method": "POST", "requestUri": "/list"},
            "input": {"shape": "ListThingsRequest"},
            "output": {"shape": "ListThingsResponse"}
        }},
        "shapes": {
            "ListThingsRequest": {"type": "structure", "members": {"nextToken": {"shape": "Text"}}},
            "ListThingsResponse": {
                "type": "structure",
                "members": {"nextToken": {"shape": "Text"}, "things": {"shape": "Texts"}}
            },
            "Texts": {"type": "list", "member": {"shape": "Text"}},
            "Text": string
        }
    });
    let paginators = json!({"pagination": {"ListThings": {
        "input_token": "nextToken", "output_token": "nextToken", "result_key": "things"
    }}});
    for (name, model) in [
        ("service-2.json", service),
        ("paginators-1.json", paginators),
    ] {
        fs::write(folder.join(name), model.to_string()).expect("there is room");
    }
}

#[test]
fn reads_the_format_of_aws_with_what_stands_beside_it() {
    let folder = TempDir::new().unwrap();
    c2j(folder.path());
    let out = folder.path().join("out");
    for model in [
        folder.path().to_owned(),
        folder.path().join("service-2.json"),
    ] {
        let written = Generator::new(model).out_dir(&out).generate().unwrap();
        assert_eq!(written.counts.operations, 1);
        let text = fs::read_to_string(written.root).unwrap();
        assert!(text.contains("pub mod paginator {"));
    }
}

#[test]
fn customizations_go_on_the_model() {
    let folder = TempDir::new().unwrap();
    c2j(folder.path());
    let traits = json!({"smithy.api#documentation": "Lists things, as we put it."});
    let apply = json!({"smithy": "2.0", "shapes": {
        "com.amazonaws.shop#ListThings": {"type": "apply", "traits": traits}
    }});
    let customizations = folder.path().join("ours.json");
    fs::write(&customizations, apply.to_string()).unwrap();
    let generator = Generator::new(folder.path().join("service-2.json"));
    let generator = generator
        .customizations(customizations)
        .out_dir(folder.path());
    let text = fs::read_to_string(generator.generate().unwrap().root).unwrap();
    assert!(text.contains("/// Lists things, as we put it."));
}

#[test]
fn wrong_settings_are_told() {
    let model = model();
    let empty = TempDir::new().unwrap();
    let out = |generator: Generator| generator.out_dir(model.path().join("out"));
    let told = |generator: Generator| {
        let faults = generator.generate().unwrap_err().to_string();
        let faults = faults.replace(&model.path().display().to_string(), "MODEL");
        faults.replace(&empty.path().display().to_string(), "EMPTY")
    };
    let faults = [
        told(Generator::new(model.path())),
        told(out(Generator::new(empty.path()))),
        told(out(Generator::new("nowhere.json"))),
        told(out(Generator::new(model.path()).service("IVS"))),
        told(out(Generator::new(model.path()).runtime("a/b"))),
        told(out(Generator::new(model.path()).operations(["CreateStge"]))),
    ];
    let text = faults.join("\n\n");
    // Lines of our own model move with it.
    let lines = text.lines().map(|line| match line.split_once(".json:") {
        Some((file, _)) => format!("{file}.json"),
        None => line.to_owned(),
    });
    let text = lines.collect::<Vec<_>>().join("\n");
    // The operating system's own words.
    assert_snapshot!(text.replace("No such file or directory (os error 2)", "no such file"));
}
