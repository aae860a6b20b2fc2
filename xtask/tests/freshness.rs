//! The client crate of this repository is what the model gives.

mod support;

use std::fs;
use std::path::Path;

use ivs_realtime_codegen::{Settings, Source, generate};

use support::xtask;

#[test]
fn the_client_is_what_the_model_gives() {
    let mut check = xtask();
    let output = check.args(["generate", "--check"]).output().unwrap();
    assert!(
        output.status.success(),
        "{}{}\nrun `cargo xtask generate`",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    );
}

/// An `apply` statement for what does not exist would be a fault, so all of `documentation.json` is of use.
#[test]
fn every_public_item_is_documented() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../model");
    let files = [
        "ivs-realtime.json",
        "documentation.json",
        "customizations.json",
    ];
    let model = files.map(|name| Source {
        name: name.to_owned(),
        bytes: fs::read(folder.join(name)).unwrap(),
    });
    let generated =
        generate(&model, &Settings::default()).unwrap_or_else(|faults| panic!("{faults}"));
    assert_eq!(
        generated.undocumented,
        Vec::<String>::new(),
        "document them in model/documentation.json"
    );
}
