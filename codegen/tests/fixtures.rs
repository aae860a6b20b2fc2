//! One small model for each behaviour, and the pages that show it.
//!
//! A fixture is `fixtures/NAME.json`, with `fixtures/NAME.apply.json` if there is one. What is emitted for all of them
//! is a fixed point of rustfmt, and compiles against the runtime without a warning.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use ivs_realtime_codegen::internals::assemble::assemble;
use ivs_realtime_codegen::internals::ir::{ItemType, Items, Name, Pagination, Service, Step, Type};
use ivs_realtime_codegen::internals::load::load;
use ivs_realtime_codegen::internals::output::Files;
use ivs_realtime_codegen::internals::resolve::{self, resolve};
use ivs_realtime_codegen::internals::validate::{Options, validate};
use ivs_realtime_codegen::{Diagnostics, Generated, Layout, Settings, Source, generate};

const PACKAGE: &str = env!("CARGO_MANIFEST_DIR");

fn source(folder: &Path, name: &str) -> Source {
    Source {
        name: name.to_owned(),
        bytes: fs::read(folder.join(name)).expect("the file can be read"),
    }
}

/// The names of all fixtures.
fn fixtures() -> Vec<String> {
    let entries =
        fs::read_dir(Path::new(PACKAGE).join("tests/fixtures")).expect("the folder is there");
    let mut names: Vec<String> = entries
        .filter_map(|entry| {
            let file = entry.ok()?.file_name().into_string().ok()?;
            let name = file.strip_suffix(".json")?;
            (!name.ends_with(".apply")).then(|| name.to_owned())
        })
        .collect();
    names.sort();
    names
}

fn sources(fixture: &str) -> Vec<Source> {
    let folder = Path::new(PACKAGE).join("tests/fixtures");
    let files = [format!("{fixture}.json"), format!("{fixture}.apply.json")];
    let there = files.iter().filter(|name| folder.join(name).exists());
    there.map(|name| source(&folder, name)).collect()
}

fn run(fixture: &str, omit_unsupported: bool) -> Result<Generated, Diagnostics> {
    let settings = Settings {
        runtime: "ivs_realtime::runtime".to_owned(),
        omit_unsupported,
        tests: true,
        serde: true,
        ..Settings::default()
    };
    generate(&sources(fixture), &settings)
}

fn generated(fixture: &str) -> Generated {
    run(fixture, true).unwrap_or_else(|faults| panic!("{fixture}: {faults}"))
}

/// The pages of a fixture that the patterns name, each under its path.
fn pages(fixture: &str, paths: &[&str]) -> String {
    let files = generated(fixture).files;
    let page = |path: &&str| {
        let text = files.get(*path).unwrap_or_else(|| {
            panic!(
                "{fixture} has no page {path}: {:?}",
                files.keys().collect::<Vec<_>>()
            )
        });
        // The first line is the mark, which all pages bear.
        let (_, text) = text
            .split_once("\n\n")
            .expect("a page begins with the mark");
        format!("//// {path}\n{text}")
    };
    paths.iter().map(page).collect::<Vec<_>>().join("\n")
}

/// How each operation of a fixture writes its request and reads its answer.
fn codecs(fixture: &str) -> String {
    let files = generated(fixture).files;
    let operations = files
        .iter()
        .filter(|(path, _)| path.starts_with("operation/") && !path.ends_with("/mod.rs"));
    let codec = |text: &str| {
        let start = text.find("impl Operation for").expect("it is an operation");
        let end = start + text[start..].find("\n}\n").expect("the block ends");
        text[start..end + "\n}\n".len()].to_owned()
    };
    operations
        .map(|(_, text)| codec(text))
        .collect::<Vec<_>>()
        .join("\n")
}

macro_rules! pages {
    ($($test:ident: $fixture:literal, [$($path:literal),*];)*) => {$(
        #[test]
        fn $test() {
            insta::assert_snapshot!(pages($fixture, &[$($path),*]));
        }
    )*};
}

pages! {
    scalars: "scalars", ["types/scalars.rs"];
    enums: "enums", ["types/color.rs", "types/secret.rs", "types/legacy.rs"];
    int_enums: "int_enums", ["types/level.rs", "types/levels.rs"];
    collections: "collections", ["types/collections.rs"];
    unions: "unions", ["types/value.rs"];
    recursion: "recursion", ["types/tree.rs", "types/hen.rs", "types/egg.rs"];
    defaults: "defaults", ["types/defaults.rs"];
    required: "required", ["types/required.rs"];
    constraints: "constraints", ["mod.rs", "constraints.rs"];
    zeros: "zeros", ["types/zeros.rs", "operation/put.rs"];
    sensitive: "sensitive", ["types/secrets.rs", "types/whole.rs", "types/choice.rs", "types/hidden.rs"];
    request_extras: "request_extras", ["operation/create.rs"];
    response_headers: "response_headers", ["operation/receive_one.rs"];
    errors: "errors", [
        "error.rs",
        "types/error/not_found.rs",
        "types/error/conflict.rs",
        "types/error/bad.rs",
        "types/error/plain.rs",
        "types/error/private.rs",
        "types/error/throttled.rs"
    ];
    no_errors: "no_errors", ["mod.rs", "error.rs", "types/mod.rs", "types/error/mod.rs"];
    names: "names", ["operation/mod.rs", "operation/match_.rs", "types/mod_.rs", "types/enum_.rs"];
    reserved_names: "reserved_names", ["types/mod.rs", "types/result_type.rs", "types/option_type.rs"];
    taken_names: "taken_names", ["operation/put.rs", "operation/config.rs", "error.rs"];
    documentation: "documentation", [
        "client.rs",
        "operation/create_thing.rs",
        "types/thing.rs",
        "types/color.rs",
        "types/error/gone.rs"
    ];
    unit: "unit", ["operation/both.rs", "operation/neither.rs"];
    paginators: "pagination", [
        "operation/list_counts.rs",
        "operation/list_pages.rs",
        "operation/list_things.rs"
    ];
    protocol_tests: "protocol_tests", [
        "protocol_tests/mod.rs",
        "protocol_tests/compared.rs",
        "protocol_tests/get.rs",
        "protocol_tests/gone.rs",
        "protocol_tests/put.rs",
        "protocol_tests/upload.rs"
    ];
    resources: "resources", ["operation/mod.rs", "operation/drop_part.rs"];
    mixins: "mixins", ["types/thing.rs"];
    waiters: "waiters", ["operation/get_thing.rs", "operation/list_groups.rs", "waiters.rs", "mod.rs"];
    event_stream_omitted: "event_stream", ["client.rs", "mod.rs", "types/mod.rs"];
}

#[test]
fn bindings_of_requests() {
    for fixture in [
        "request_uri",
        "request_query",
        "request_headers",
        "request_payloads",
        "request_extras",
    ] {
        insta::assert_snapshot!(format!("codec_of_{fixture}"), codecs(fixture));
    }
}

#[test]
fn bindings_of_responses() {
    for fixture in ["response_headers", "response_payloads"] {
        insta::assert_snapshot!(format!("codec_of_{fixture}"), codecs(fixture));
    }
}

#[test]
fn event_streams_are_refused_unless_they_may_be_omitted() {
    insta::assert_snapshot!(run("event_stream", false).unwrap_err());
    let generated = generated("event_stream");
    assert_eq!(generated.omitted, ["Listen", "Talk"]);
    assert!(!generated.files.contains_key("types/message.rs"));
}

#[test]
fn the_undocumented_is_listed() {
    assert_eq!(
        generated("documentation").undocumented,
        [
            "a#Silent",
            "a#Color$BLUE",
            "a#CreateThingInput",
            "a#CreateThingInput$color",
            "a#CreateThingInput$size",
            "a#Gone$message"
        ]
    );
}

fn resolved(fixture: &str) -> Service {
    let model = load(&sources(fixture))
        .and_then(assemble)
        .and_then(|all| validate(all, &Options::default()));
    let settings = resolve::Settings {
        tests: true,
        ..resolve::Settings::default()
    };
    model
        .and_then(|model| resolve(model, &settings))
        .unwrap_or_else(|faults| panic!("{faults}"))
}

#[test]
fn pagination_is_data() {
    let service = resolved("pagination");
    let steps = |names: &[&str]| -> Vec<Step> {
        let step = |name: &&str| Step {
            field: Name::new(*name),
            optional: true,
            boxed: false,
        };
        names.iter().map(step).collect()
    };
    let found: Vec<_> = service
        .operations
        .iter()
        .map(|operation| (operation.wire_name.as_str(), operation.pagination.as_ref()))
        .collect();
    let things = Pagination {
        input_token: Name::new("next_token"),
        output_token: steps(&["page", "next_token"]),
        items: Some(Items {
            path: steps(&["page", "things"]),
            item: ItemType::Element(Type::String),
        }),
        page_size: Some((Name::new("max_results"), Type::Integer)),
    };
    let pages = Pagination {
        input_token: Name::new("marker"),
        output_token: steps(&["next_marker"]),
        items: None,
        page_size: None,
    };
    let counts = Pagination {
        input_token: Name::new("token"),
        output_token: vec![Step {
            optional: false,
            ..steps(&["token"]).remove(0)
        }],
        items: Some(Items {
            path: steps(&["counts"]),
            item: ItemType::Entry(Type::String, Type::Integer),
        }),
        page_size: Some((Name::new("size"), Type::Long)),
    };
    assert_eq!(
        found,
        [
            ("ListCounts", Some(&counts)),
            ("ListPages", Some(&pages)),
            ("ListThings", Some(&things))
        ]
    );
}

/// The model of this repository, as `cargo xtask generate` reads it.
fn ivs_model() -> Vec<Source> {
    let folder = Path::new(PACKAGE).join("../model");
    let files = [
        "ivs-realtime.json",
        "documentation.json",
        "customizations.json",
    ];
    files.iter().map(|name| source(&folder, name)).collect()
}

#[test]
fn the_same_model_gives_the_same_bytes() {
    let settings = Settings::default();
    let first = generate(&ivs_model(), &settings).unwrap();
    let second = generate(&ivs_model(), &settings).unwrap();
    assert!(first == second, "a second run gives something else");
    let mut other = ivs_model();
    other.reverse();
    let third = generate(&other, &settings).unwrap();
    assert!(
        first == third,
        "another order of files gives something else"
    );
}

/// A package with a module for each fixture, under the paths that the files have in it.
fn package() -> Files {
    let mut files = Files::new();
    let names = fixtures();
    for name in &names {
        let module = generated(name).files.into_iter();
        files.extend(module.map(|(path, text)| (format!("src/{name}/{path}"), text)));
    }
    let modules: String = names
        .iter()
        .map(|name| format!("\n/// `{name}`.\npub mod {name};\n"))
        .collect();
    let docs = "//! What is emitted for the fixtures.\n#![warn(missing_docs)]\n";
    files.insert("src/lib.rs".to_owned(), format!("{docs}{modules}"));
    files
}

/// Writes the files that differ, so that cargo builds only what has changed.
fn write(folder: &Path, files: &Files) {
    for (path, text) in files {
        let path = folder.join(path);
        if fs::read_to_string(&path).ok().as_ref() != Some(text) {
            fs::create_dir_all(path.parent().unwrap_or(folder)).expect("the folder can be made");
            fs::write(&path, text).expect("the file can be written");
        }
    }
}

#[test]
fn fixtures_are_formatted() {
    let folder = tempfile::TempDir::new().unwrap();
    write(folder.path(), &package());
    let output = Command::new("rustfmt")
        .args(["--edition", "2024", "--check"])
        .arg(folder.path().join("src/lib.rs"))
        .current_dir(folder.path())
        .output();
    match output {
        Ok(output) => {
            let diff = String::from_utf8_lossy(&output.stdout);
            let errors = String::from_utf8_lossy(&output.stderr);
            assert!(output.status.success(), "{diff}{errors}");
        }
        Err(error) => {
            // Past the test harness, which keeps what a passing test prints.
            let _ = writeln!(std::io::stderr(), "skipped: rustfmt cannot be run: {error}");
        }
    }
}

#[test]
fn fixtures_compile() {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("fixtures");
    let repository = Path::new(PACKAGE).parent().unwrap();
    let mut files = package();
    let runtime = repository.join("generated");
    files.insert(
        "Cargo.toml".to_owned(),
        format!(
            "[package]\nname = \"fixtures\"\nedition = \"2024\"\n\n[dependencies]\n\
             a-shop = {{ path = \"package\" }}\n\
             ivs-realtime = {{ path = {runtime:?}, default-features = false, \
             features = [\"protocol-test\", \"request-compression\", \"serde\"] }}\n\n\
             [workspace]\nexclude = [\"package\"]\n"
        ),
    );
    // One of them as a package of its own, too.
    let settings = Settings {
        runtime: "ivs_realtime::runtime".to_owned(),
        layout: Layout::Package {
            name: "a-shop".to_owned(),
            runtime_path: runtime.display().to_string(),
            member: false,
        },
        ..Settings::default()
    };
    let package = generate(&sources("documentation"), &settings)
        .unwrap()
        .files;
    files.extend(
        package
            .into_iter()
            .map(|(path, text)| (format!("package/{path}"), text)),
    );
    let lock = fs::read_to_string(repository.join("Cargo.lock")).unwrap();
    write(&folder, &files);
    fs::write(folder.join("Cargo.lock"), lock).unwrap();
    let output = Command::new(env!("CARGO"))
        .args(["check", "--quiet", "--offline", "--all-targets"])
        .current_dir(&folder)
        .env("CARGO_TARGET_DIR", folder.join("target"))
        .env("RUSTFLAGS", "-D warnings")
        .output()
        .unwrap();
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{errors}");
}
