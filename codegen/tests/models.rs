//! The three first stages on models of public AWS services and on Smithy's own protocol tests.

use std::io::Write as _;
use std::path::{Path, PathBuf};

use ivs_realtime_codegen::Diagnostics;
use ivs_realtime_codegen::internals::assemble::assemble;
use ivs_realtime_codegen::internals::load::{Source, load};
use ivs_realtime_codegen::internals::model::Model;
use ivs_realtime_codegen::internals::validate::{Options, validate};

fn read(path: &Path) -> Result<Model, Diagnostics> {
    let source = Source {
        name: path.display().to_string(),
        bytes: std::fs::read(path).expect("the file can be read"),
    };
    validate(assemble(load(&[source])?)?, &Options::default())
}

/// The folder with test data that is no part of the project; `None`, with a line that says so, if it is absent.
fn shared() -> Option<PathBuf> {
    let shared = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared"));
    if shared.is_dir() {
        return Some(shared.to_owned());
    }
    // Past the test harness, which keeps what a passing test prints.
    let _ = writeln!(
        std::io::stderr(),
        "skipped: there is no folder {}",
        shared.display()
    );
    None
}

#[test]
fn the_models_of_services_pass() {
    let Some(shared) = shared() else { return };
    let mut paths: Vec<PathBuf> = std::fs::read_dir(shared.join("models"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| {
            path.extension()
                .is_some_and(|extension| extension == "json")
        })
        .collect();
    paths.sort();
    let mut counts = Vec::new();
    for path in paths {
        let model = read(&path).unwrap_or_else(|faults| panic!("{faults}"));
        let paginated = model
            .operations
            .iter()
            .filter(|operation| operation.traits.paginated.is_some());
        counts.push(format!(
            "{}: {} operations, {} paginated, {} shapes",
            model.service.sdk_id,
            model.operations.len(),
            paginated.count(),
            model.shapes.len(),
        ));
    }
    insta::assert_snapshot!(counts.join("\n"));
}

#[test]
fn the_protocol_tests_of_smithy_pass() {
    let Some(shared) = shared() else { return };
    let path = shared.join("conformance/rest-json-1.json");
    let model = read(&path).unwrap_or_else(|faults| panic!("{faults}"));
    assert_eq!(model.operations.len(), 113);
    let requests = model
        .operations
        .iter()
        .filter_map(|operation| operation.traits.protocol_tests.as_ref())
        .filter(|tests| !tests.requests.is_empty());
    assert_eq!(requests.count(), 64);
    assert_eq!(model.service.rename.len(), 1);
    assert_eq!(model.service.sdk_id, "Rest Json Protocol");
}
