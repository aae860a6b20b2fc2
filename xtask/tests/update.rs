//! `cargo xtask update` from end to end, in a small repository of its own.

mod support;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Output;

use serde_json::{Value, json};
use tempfile::TempDir;

use support::xtask;

const NAMESPACE: &str = "com.amazonaws.things";

/// A published model of these operations, each with these members.
fn model(operations: &[&str], members: &[&str]) -> String {
    let id = |name: &str| format!("{NAMESPACE}#{name}");
    let members: serde_json::Map<String, Value> = members
        .iter()
        .map(|name| ((*name).to_owned(), json!({"target": "smithy.api#String"})))
        .collect();
    let mut shapes = json!({
        id("Things"): {"type": "service", "version": "2020-01-02",
            "operations": operations.iter().map(|name| json!({"target": id(name)})).collect::<Vec<_>>(),
            "traits": {"aws.protocols#restJson1": {}, "aws.auth#sigv4": {"name": "things"},
                "aws.api#service": {"sdkId": "Things"}, "smithy.api#title": "Things"}},
    });
    for name in operations {
        let input = format!("{name}Request");
        shapes[id(name)] = json!({"type": "operation", "input": {"target": id(&input)},
            "traits": {"smithy.api#http": {"method": "POST", "uri": format!("/{name}"), "code": 200}}});
        shapes[id(&input)] = json!({"type": "structure", "members": members});
    }
    json!({"smithy": "2.0", "shapes": shapes}).to_string()
}

/// The documentation of operations.
fn documentation(operations: &[&str]) -> String {
    let shapes: serde_json::Map<String, Value> = operations
        .iter()
        .map(|name| {
            let traits = json!({"smithy.api#documentation": format!("What {name} does.")});
            (
                format!("{NAMESPACE}#{name}"),
                json!({"type": "apply", "traits": traits}),
            )
        })
        .collect();
    format!("{:#}\n", json!({"smithy": "2.0", "shapes": shapes}))
}

const MANIFEST: &str = "[package]\nname = \"ivs-realtime\" # ours\nversion = \"1.2.3\"\n";
const LOCK: &str = "version = 4\n\n[[package]]\nname = \"ivs-realtime\"\nversion = \"1.2.3\"\n\n[[package]]\n\
                    name = \"other\"\nversion = \"1.2.3\"\nsource = \"registry\"\n";

struct Repository(TempDir);

impl Repository {
    /// A repository whose client has two operations with one member each.
    fn new() -> Self {
        let repository = Self(TempDir::new().expect("there is a disk"));
        let operations = ["GetThing", "PutThing"];
        repository.write("published.json", &model(&operations, &["name"]));
        repository.write("model/documentation.json", &documentation(&operations));
        repository.write(
            "model/customizations.json",
            "{\"smithy\": \"2.0\", \"shapes\": {}}\n",
        );
        repository.write("generated/Cargo.toml", MANIFEST);
        repository.write(
            "generated/CHANGELOG.md",
            "# Changelog\n\n## 1.2.3 - 2026-01-02\n\nThe first.\n",
        );
        repository.write("Cargo.lock", LOCK);
        repository.write("generated/side-by-side/Cargo.lock", LOCK);
        repository.done(&["import", "published.json"]);
        repository.done(&["generate"]);
        repository
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn write(&self, name: &str, text: &str) {
        let path = self.path().join(name);
        fs::create_dir_all(path.parent().expect("it has a folder")).expect("the disk takes it");
        fs::write(path, text).expect("the disk takes it");
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path().join(name)).expect(name)
    }

    fn run(&self, arguments: &[&str]) -> Output {
        xtask()
            .current_dir(self.path())
            .env("CARGO_MANIFEST_DIR", self.path().join("xtask"))
            .args(arguments)
            .output()
            .expect("the command line runs")
    }

    /// What a command says that must succeed.
    fn done(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        let text = String::from_utf8(output.stdout).expect("it is UTF-8");
        let errors = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{text}{errors}");
        text
    }

    /// Every file there is.
    fn files(&self) -> BTreeMap<String, String> {
        let mut files = BTreeMap::new();
        let mut folders = vec![self.path().to_owned()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).expect("it is a folder") {
                let path = entry.expect("it can be read").path();
                if path.is_dir() {
                    folders.push(path);
                } else {
                    let name = path.strip_prefix(self.path()).expect("it lies there");
                    let text = fs::read_to_string(&path).expect("it is text");
                    files.insert(name.display().to_string(), text);
                }
            }
        }
        files
    }
}

#[test]
fn without_a_path_it_says_where_models_come_from() {
    let repository = Repository::new();
    let before = repository.files();
    let text = repository.done(&["update"]);
    for said in ["pip download", "aws/api-models-aws", "opens no connection"] {
        assert!(text.contains(said), "{text}");
    }
    assert_eq!(repository.files(), before);
}

#[test]
fn a_grown_model_is_taken_over() {
    let repository = Repository::new();
    let grown = model(&["GetThing", "ListThings", "PutThing"], &["name", "size"]);
    repository.write("new.json", &grown);
    let before = repository.files();
    let dry = repository.done(&["update", "--dry-run", "new.json"]);
    assert!(dry.contains("Nothing was written"), "{dry}");
    assert_eq!(repository.files(), before);

    let text = repository.done(&["update", "new.json", "--origin", "today's model"]);
    for said in [
        "operation-added: a new method takes nothing away",
        "Client::list_things: a new operation",
        "added    generated/src/api/operation/list_things.rs",
        "wrote    generated/CHANGELOG.md",
        "generated/src/api is up to date",
        "## The model of today's model\n\n`ivs-realtime` goes from version 1.2.3 to 1.3.0.",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
    assert_eq!(
        repository.read("generated/Cargo.toml"),
        MANIFEST.replace("1.2.3", "1.3.0")
    );
    let locked = LOCK.replacen("1.2.3", "1.3.0", 1);
    assert_eq!(repository.read("Cargo.lock"), locked);
    assert_eq!(repository.read("generated/side-by-side/Cargo.lock"), locked);
    let changelog = repository.read("generated/CHANGELOG.md");
    let begin =
        "# Changelog\n\n## 1.3.0 (unreleased)\n\n### From the model of today's model\n\nNew:\n\n";
    assert!(changelog.starts_with(begin), "{changelog}");
    assert!(
        changelog.contains("\n- `Client::list_things`: a new operation")
            && changelog.ends_with("\n\n## 1.2.3 - 2026-01-02\n\nThe first.\n"),
        "{changelog}"
    );
    repository.done(&["generate", "--check"]);

    // Once more, there is nothing to do.
    let before = repository.files();
    let text = repository.done(&["update", "new.json", "--origin", "today's model"]);
    assert!(
        text.contains("the model is the one that was here"),
        "{text}"
    );
    assert!(text.contains("stays at version 1.3.0"), "{text}");
    assert_eq!(repository.files(), before);
}

#[test]
fn what_is_gone_is_dropped_when_asked() {
    let repository = Repository::new();
    repository.write("new.json", &model(&["GetThing"], &["name"]));
    let before = repository.files();
    let output = repository.run(&["update", "new.json"]);
    let errors = String::from_utf8(output.stderr).expect("it is UTF-8");
    assert_eq!(output.status.code(), Some(1), "{errors}");
    for said in [
        "com.amazonaws.things#PutThing",
        "--prune",
        "nothing was written",
    ] {
        assert!(errors.contains(said), "{errors}");
    }
    assert_eq!(repository.files(), before);

    let text = repository.done(&["update", "new.json", "--prune"]);
    assert!(text.contains("goes from version 1.2.3 to 2.0.0"), "{text}");
    assert_eq!(
        repository.read("model/documentation.json"),
        documentation(&["GetThing"])
    );
    assert!(
        !repository
            .path()
            .join("generated/src/api/operation/put_thing.rs")
            .exists()
    );
}

#[test]
fn a_wrong_model_or_changelog_changes_nothing() {
    let repository = Repository::new();
    let grown = model(&["GetThing", "PutThing", "ListThings"], &["name"]);
    let no_http = grown.replacen("smithy.api#http", "smithy.api#htp", 1);
    repository.write("wrong.json", &no_http);
    repository.write("new.json", &grown);
    let before = repository.files();
    let output = repository.run(&["update", "wrong.json"]);
    let errors = String::from_utf8(output.stderr).expect("it is UTF-8");
    assert_eq!(output.status.code(), Some(1), "{errors}");
    assert!(errors.contains("smithy.api#htp"), "{errors}");
    assert_eq!(repository.files(), before);

    repository.write("generated/CHANGELOG.md", "# Changelog\n\n## Next\n");
    let before = repository.files();
    let output = repository.run(&["update", "new.json"]);
    let errors = String::from_utf8(output.stderr).expect("it is UTF-8");
    assert_eq!(output.status.code(), Some(1), "{errors}");
    assert!(errors.contains("found the heading `## Next`"), "{errors}");
    assert_eq!(repository.files(), before);
}
