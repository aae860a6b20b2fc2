//! A few models, compiled, with tests of what they write and read.

mod message;
mod tests;
mod values;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use ivs_realtime_codegen::Source;
use ivs_realtime_codegen::internals::assemble::assemble;
use ivs_realtime_codegen::internals::ir::{RuntimePath, Service};
use ivs_realtime_codegen::internals::load::load;
use ivs_realtime_codegen::internals::output::Files;
use ivs_realtime_codegen::internals::resolve::{Settings, resolve};
use ivs_realtime_codegen::internals::validate::{Options, validate};
use serde_json::Value;

use crate::{files, operations};

/// The seeds of the models that an ordinary run compiles, each with this many shapes of each kind.
const SEEDS: std::ops::Range<u64> = 0..3;
const SIZE: usize = 14;

/// The seeds that `PROPERTY_SAMPLE` says, `from..to`, or else the ordinary ones.
fn seeds() -> std::ops::Range<u64> {
    crate::range("PROPERTY_SAMPLE").unwrap_or(SEEDS)
}

fn service(model: &Value) -> Service {
    let source = Source {
        name: "model.json".to_owned(),
        bytes: model.to_string().into_bytes(),
    };
    let settings = Settings {
        runtime: RuntimePath::parse("ivs_realtime::runtime").expect("it is a path"),
        ..Settings::default()
    };
    load(&[source])
        .and_then(assemble)
        .and_then(|all| validate(all, &Options::default()))
        .and_then(|model| resolve(model, &settings))
        .unwrap_or_else(|faults| panic!("{faults}"))
}

/// A package with a module for each model, and its tests.
fn package(seeds: std::ops::Range<u64>) -> Files {
    let mut all = Files::new();
    let mut lib = "//! Models with hostile names.\n#![warn(missing_docs)]\n".to_owned();
    let mut tests = "#[cfg(test)]\nmod reader;\n".to_owned();
    for seed in seeds {
        let model = operations::model(seed, SIZE);
        let name = format!("s{seed}");
        let pages = files(&model).unwrap_or_else(|faults| panic!("seed {seed}: {faults}"));
        all.extend(
            pages
                .into_iter()
                .map(|(path, text)| (format!("src/{name}/{path}"), text)),
        );
        all.insert(
            format!("src/tests_{name}.rs"),
            tests::tests(&service(&model), &name, seed),
        );
        lib.push_str(&format!(
            "\n/// The model of the seed {seed}.\npub mod {name};\n"
        ));
        tests.push_str(&format!("#[cfg(test)]\nmod tests_{name};\n"));
    }
    all.insert("src/lib.rs".to_owned(), lib + &tests);
    all.insert(
        "src/reader.rs".to_owned(),
        include_str!("reader.rs.in").to_owned(),
    );
    all
}

/// Writes the files that differ, so that cargo builds only what has changed, and removes those that are not among them.
fn write(folder: &Path, files: &Files) {
    let _ = fs::remove_dir_all(folder.join("src"));
    for (path, text) in files {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().unwrap_or(folder)).expect("the folder can be made");
        fs::write(&path, text).expect("the file can be written");
    }
}

#[test]
fn a_sample_compiles_and_reads_what_it_wrote() {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("properties");
    let repository = Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("the package is in a folder");
    let runtime = repository.join("generated");
    let mut files = package(seeds());
    files.insert(
        "Cargo.toml".to_owned(),
        format!(
            "[package]\nname = \"properties\"\nedition = \"2024\"\n\n[dependencies]\n\
             ivs-realtime = {{ path = {runtime:?}, default-features = false }}\n\n\
             [dev-dependencies]\nhttp = \"1\"\nserde_json = \"1\"\n\n[profile.dev]\ndebug = false\n\n[workspace]\n"
        ),
    );
    write(&folder, &files);
    fs::copy(repository.join("Cargo.lock"), folder.join("Cargo.lock"))
        .expect("the workspace has a lock file");
    let output = Command::new(env!("CARGO"))
        .args(["test", "--quiet", "--offline", "--lib"])
        .current_dir(&folder)
        // Beside the package of the fixtures, which leans on the same runtime.
        .env("CARGO_TARGET_DIR", folder.join("target"))
        .env("RUSTFLAGS", "-D warnings")
        .output()
        .expect("cargo runs");
    let (said, errors) = (
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr),
    );
    assert!(output.status.success(), "{said}{errors}");
    assert!(said.contains("test result: ok"), "the tests ran: {said}");
}
