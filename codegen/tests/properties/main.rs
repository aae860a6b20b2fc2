//! Random valid models, with hostile names and every kind of shape and binding: each becomes code that parses, that is
//! the same in a second run, and that rustfmt leaves as it is; what a few of them become compiles, and reads back what
//! it wrote.
//!
//! A failure prints its seed and a model in which as little as possible is left. The same again, or others:
//!
//! ```sh
//! PROPERTY_SEEDS=17..18 cargo test -p ivs-realtime-codegen --test properties
//! ```

mod bindings;
mod enums;
mod names;
mod operations;
mod random;
mod sample;
mod shapes;
mod shrink;

use std::fs;
use std::ops::Range;
use std::path::Path;
use std::process::Command;
use std::thread;

use ivs_realtime_codegen::internals::output::Files;
use ivs_realtime_codegen::{Settings, Source, generate};
use serde_json::Value;

/// The seeds of an ordinary run.
const SEEDS: Range<u64> = 0..200;

/// The range that a variable of the environment says, `from..to`.
fn range(variable: &str) -> Option<Range<u64>> {
    let text = std::env::var(variable).ok()?;
    let (from, to) = text.split_once("..").expect("it is `from..to`");
    Some(from.parse().expect("a number")..to.parse().expect("a number"))
}

/// The seeds that `PROPERTY_SEEDS` says, or else the ordinary ones.
fn seeds() -> Range<u64> {
    range("PROPERTY_SEEDS").unwrap_or(SEEDS)
}

/// Small models, and a large one now and then.
fn size(seed: u64) -> usize {
    if seed.is_multiple_of(25) {
        8
    } else {
        1 + (seed % 2) as usize
    }
}

fn files(model: &Value) -> Result<Files, String> {
    let source = Source {
        name: "model.json".to_owned(),
        bytes: model.to_string().into_bytes(),
    };
    let settings = Settings {
        runtime: "ivs_realtime::runtime".to_owned(),
        ..Settings::default()
    };
    generate(&[source], &settings)
        .map(|generated| generated.files)
        .map_err(|faults| faults.to_string())
}

/// What is wrong with what a model becomes; `twice` looks whether it becomes the same again.
fn fault(model: &Value, twice: bool) -> Option<String> {
    let first = match files(model) {
        Ok(files) => files,
        Err(faults) => return Some(faults),
    };
    for (path, text) in &first {
        if let Err(error) = syn::parse_file(text) {
            return Some(format!("{path} does not parse: {error}"));
        }
    }
    let differs = twice && files(model).as_ref() != Ok(&first);
    differs.then(|| "a second run gives something else".to_owned())
}

/// Tries every `step`th seed, from `first`.
fn try_seeds(first: usize, step: usize) {
    for seed in seeds().skip(first).step_by(step) {
        let model = operations::model(seed, size(seed));
        let twice = seed % 8 < 2;
        if let Some(fault) = fault(&model, twice) {
            let small = shrink::shrink(&model, |model| self::fault(model, twice));
            let text = serde_json::to_string_pretty(&small).expect("it is JSON");
            panic!("seed {seed}: {fault}\nit is left with this model:\n{text}");
        }
    }
}

#[test]
fn every_model_becomes_code() {
    let threads = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        for first in 0..threads {
            scope.spawn(move || try_seeds(first, threads));
        }
    });
}

/// Writes pages where rustfmt can read them.
fn write(folder: &Path, seed: u64, files: &Files) -> Vec<std::path::PathBuf> {
    let mut paths = Vec::new();
    for (index, (_, text)) in files
        .iter()
        .filter(|(path, _)| !path.ends_with("mod.rs"))
        .enumerate()
    {
        let path = folder.join(format!("s{seed}_{index}.rs"));
        fs::write(&path, text).expect("the file can be written");
        paths.push(path);
    }
    paths
}

#[test]
fn pages_are_fixed_points_of_rustfmt() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut paths = Vec::new();
    for seed in seeds().take(40) {
        let model = operations::model(seed, size(seed));
        let files = files(&model).unwrap_or_else(|faults| panic!("seed {seed}: {faults}"));
        paths.extend(write(folder.path(), seed, &files));
    }
    for paths in paths.chunks(1000) {
        let output = Command::new("rustfmt")
            .args(["--edition", "2024", "--check"])
            .args(paths)
            .output();
        match output {
            Ok(output) => {
                let text = String::from_utf8_lossy(&output.stdout);
                let text: String = text
                    .lines()
                    .take(60)
                    .map(|line| format!("{line}\n"))
                    .collect();
                assert!(
                    output.status.success(),
                    "{text}{}",
                    String::from_utf8_lossy(&output.stderr)
                );
            }
            Err(error) => eprintln!("skipped: rustfmt cannot be run: {error}"),
        }
    }
}
