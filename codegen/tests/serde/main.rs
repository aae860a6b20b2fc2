//! serde's traits on the types of models that have what that of IVS has not: unions, secrets of every kind, numbers and
//! timestamps of every kind, documents, sparse lists, enums of integers.

mod suite;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use ivs_realtime_codegen::internals::assemble::assemble;
use ivs_realtime_codegen::internals::ir::serde::Serde;
use ivs_realtime_codegen::internals::load::load;
use ivs_realtime_codegen::internals::resolve::{self, resolve};
use ivs_realtime_codegen::internals::validate::{Options, validate};
use ivs_realtime_codegen::{Layout, Settings, Source, generate};

const PACKAGE: &str = env!("CARGO_MANIFEST_DIR");

/// The fixtures whose types the compiled test writes and reads.
const FIXTURES: [&str; 8] = [
    "collections",
    "defaults",
    "enums",
    "int_enums",
    "recursion",
    "scalars",
    "sensitive",
    "unions",
];

fn fixture(name: &str) -> Vec<Source> {
    let path = Path::new(PACKAGE).join(format!("tests/fixtures/{name}.json"));
    vec![Source {
        name: format!("{name}.json"),
        bytes: fs::read(path).expect("the file can be read"),
    }]
}

fn settings() -> Settings {
    Settings {
        runtime: "ivs_realtime::runtime".to_owned(),
        serde: true,
        ..Settings::default()
    }
}

/// The page of a model, without its mark.
fn page(model: &[Source]) -> String {
    let files = generate(model, &settings())
        .unwrap_or_else(|faults| panic!("{faults}"))
        .files;
    let (_, text) = files["serde.rs"].split_once("\n\n").expect("a mark");
    text.to_owned()
}

#[test]
fn pages() {
    let fixtures = [
        "enums",
        "int_enums",
        "scalars",
        "sensitive",
        "unions",
        "taken_names",
    ];
    let pages = fixtures.map(|name| format!("//// {name}\n{}", page(&fixture(name))));
    insta::assert_snapshot!(pages.join("\n"));
}

#[test]
fn nothing_is_emitted_unless_it_is_wanted() {
    let plain = generate(&fixture("unions"), &Settings::default())
        .unwrap()
        .files;
    assert!(
        plain
            .iter()
            .all(|(path, text)| path != "serde.rs" && !text.contains("serde"))
    );
    let manifest = |serde| {
        let layout = Layout::Package {
            name: "a-shop".to_owned(),
            runtime_path: "runtime".to_owned(),
            member: false,
        };
        let settings = Settings {
            serde,
            layout,
            ..Settings::default()
        };
        let files = generate(&fixture("unions"), &settings).unwrap().files;
        files["Cargo.toml"].clone()
    };
    let feature = "serde = [\"ivs-realtime/serde\"]\n";
    assert!(manifest(true).contains(feature) && !manifest(false).contains("serde"));
}

/// What is decided for one structure of a model with these members in the input.
fn decided(members: &str) -> Serde {
    let text = format!(
        r#"{{"smithy": "2.0", "shapes": {{
            "a#Shop": {{"type": "service", "version": "1", "operations": [{{"target": "a#Put"}}],
                "traits": {{"aws.protocols#restJson1": {{}}}}}},
            "a#Put": {{"type": "operation", "input": {{"target": "a#PutInput"}},
                "traits": {{"smithy.api#http": {{"method": "PUT", "uri": "/{{id}}"}}}}}},
            "a#PutInput": {{"type": "structure", "members": {{{members}}}}}
        }}}}"#
    );
    let source = Source {
        name: "model.json".to_owned(),
        bytes: text.into_bytes(),
    };
    let settings = resolve::Settings {
        serde: true,
        ..resolve::Settings::default()
    };
    load(&[source])
        .and_then(assemble)
        .and_then(|all| validate(all, &Options::default()))
        .and_then(|model| resolve(model, &settings))
        .unwrap_or_else(|faults| panic!("{faults}"))
        .serde
        .expect("it is wanted")
}

#[test]
fn names_are_those_of_the_wire() {
    let string = r#""target": "smithy.api#String""#;
    let members = [
        r#""id": {T, "traits": {"smithy.api#httpLabel": {}, "smithy.api#required": {}}}"#,
        r#""stageArn": {T}"#,
        r#""StageName": {T}"#,
        r#""URL": {T}"#,
        r#""type": {T}"#,
        r#""renamed": {T, "traits": {"smithy.api#jsonName": "other_name"}}"#,
        r#""asked": {T, "traits": {"smithy.api#httpQuery": "q", "smithy.api#jsonName": "no"}}"#,
        r#""another": {T, "traits": {"smithy.api#jsonName": "id"}}"#,
    ];
    let serde = decided(&members.join(", ").replace('T', string));
    let found: Vec<_> = serde.operations[0]
        .members
        .iter()
        .map(|member| (member.field.as_str(), member.wire_name.as_deref()))
        .collect();
    assert_eq!(
        found,
        [
            // The body has a member of this name.
            ("id", Some("id_")),
            ("stage_arn", None),
            ("stage_name", Some("StageName")),
            ("url", Some("URL")),
            ("type", Some("type")),
            ("renamed", Some("other_name")),
            ("asked", None),
            ("another", Some("id")),
        ]
    );
}

#[test]
fn data_is_that_of_the_codec() {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("serde");
    let repository = Path::new(PACKAGE).parent().expect("it is in a folder");
    let runtime = repository.join("generated");
    // Files of a run before may be of a fixture that is gone.
    let _ = fs::remove_dir_all(folder.join("src"));
    let write = |path: &str, text: &str| {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("it can be made");
        fs::write(path, text).expect("it can be written");
    };
    let mut modules = "//! Fixtures.\n\n#[cfg(test)]\nmod tests;\n".to_owned();
    for name in FIXTURES {
        let generated = generate(&fixture(name), &settings()).unwrap();
        for (path, text) in generated.files {
            write(&format!("src/{name}/{path}"), &text);
        }
        modules.push_str(&format!("\n/// A fixture.\npub mod {name};\n"));
    }
    if let Some((generated, tests)) = suite::suite(&settings()) {
        for (path, text) in generated.files {
            write(&format!("src/suite/{path}"), &text);
        }
        write("src/suite_tests.rs", &tests);
        modules.push_str("\n/// The suite.\npub mod suite;\n#[cfg(test)]\nmod suite_tests;\n");
    }
    write("src/lib.rs", &modules);
    write("src/tests.rs", include_str!("tests.rs.in"));
    write(
        "Cargo.toml",
        &format!(
            "[package]\nname = \"serde-fixtures\"\nedition = \"2024\"\n\n[dependencies]\n\
             ivs-realtime = {{ path = {runtime:?}, default-features = false, features = [\"request-compression\", \"serde\"] }}\n\n\
             [dev-dependencies]\nserde_json = \"1\"\n\n[profile.dev]\ndebug = false\n\n[workspace]\n"
        ),
    );
    fs::copy(repository.join("Cargo.lock"), folder.join("Cargo.lock")).expect("there is one");
    let output = Command::new(env!("CARGO"))
        .args(["test", "--quiet", "--offline", "--lib"])
        .current_dir(&folder)
        .env("CARGO_TARGET_DIR", folder.join("target"))
        .env("RUSTFLAGS", "-D warnings")
        .output()
        .expect("cargo runs");
    let said = String::from_utf8_lossy(&output.stdout);
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}{errors}");
    assert!(said.contains("test result: ok"), "the tests ran: {said}");
}
