//! Holds the class of a comparison against what cargo-semver-checks says of the two generated crates.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use ivs_realtime_codegen::internals::diff::Class;
use ivs_realtime_codegen::internals::model::ShapeId;
use ivs_realtime_codegen::{Diagnostic, Diagnostics, Layout, Settings, Source, generate};
use tempfile::TempDir;

use crate::disk::{fault, repository};

/// The package that is generated of each model.
const PACKAGE: &str = "client";

/// Compares the crates of two models. Whether the tool asks for no more than `class`: it sees what the compiler sees,
/// so it may ask for less.
pub(super) fn run(
    models: [&[Source]; 2],
    shape: Option<ShapeId>,
    class: Option<Class>,
) -> Result<bool, Diagnostics> {
    find_tool()?;
    let folder = TempDir::new().map_err(|error| fault(&std::env::temp_dir(), &error))?;
    let [old, new] = ["old", "new"].map(|name| folder.path().join(name));
    for (files, path) in models.into_iter().zip([&old, &new]) {
        write_package(files, shape.clone(), path)?;
    }
    let output = tool(&old, &new)
        .output()
        .map_err(|error| fault(Path::new("cargo"), &error))?;
    let said = String::from_utf8_lossy(&output.stderr);
    let Some(demanded) = demanded(&said) else {
        let fault = Diagnostic::new(format!("cargo-semver-checks failed:\n{said}"));
        return Err(fault
            .help("run `cargo semver-checks --version`: it may be too old for this toolchain")
            .into());
    };
    let text = |class: Option<Class>| class.map_or("no change", Class::name);
    eprintln!(
        "cargo-semver-checks finds: {}; the comparison of the models: {}",
        text(demanded),
        text(class)
    );
    if demanded <= class {
        return Ok(true);
    }
    eprintln!(
        "{said}\nit asks for more than the comparison does: please report this with both models"
    );
    Ok(false)
}

fn find_tool() -> Result<(), Diagnostics> {
    let found = Command::new("cargo")
        .args(["semver-checks", "--version"])
        .output();
    if found.is_ok_and(|output| output.status.success()) {
        return Ok(());
    }
    let fault = Diagnostic::new("cargo-semver-checks was not found, which --verify runs");
    Err(fault
        .help("install it with `cargo install --locked cargo-semver-checks`, or leave --verify out")
        .into())
}

/// Generates the package of a model.
fn write_package(
    files: &[Source],
    shape: Option<ShapeId>,
    folder: &Path,
) -> Result<(), Diagnostics> {
    let runtime = repository().join("generated");
    let settings = Settings {
        runtime: "ivs_realtime::runtime".to_owned(),
        service: shape.map(|shape| shape.to_string()),
        omit_unsupported: true,
        layout: Layout::Package {
            name: PACKAGE.to_owned(),
            runtime_path: runtime.display().to_string(),
            member: false,
        },
        ..Settings::default()
    };
    for (path, text) in generate(files, &settings)?.files {
        let path = folder.join(path);
        let parent = path.parent().unwrap_or(folder);
        fs::create_dir_all(parent)
            .and_then(|()| fs::write(&path, text))
            .map_err(|error| fault(&path, &error))?;
    }
    // The same dependencies for both, those that this repository was tested with.
    let lock = repository().join("Cargo.lock");
    fs::copy(&lock, folder.join("Cargo.lock"))
        .map(drop)
        .map_err(|error| fault(&lock, &error))
}

/// The call of the tool. A patch is what it is told, so that it names all that asks for more.
fn tool(old: &Path, new: &Path) -> Command {
    let mut tool = Command::new("cargo");
    tool.args([
        "semver-checks",
        "--release-type",
        "patch",
        "--color",
        "never",
    ])
    .args(["--only-explicit-features", "--features", "client"])
    .arg("--baseline-root")
    .arg(old)
    .arg("--manifest-path")
    .arg(new.join("Cargo.toml"));
    if std::env::var_os("CARGO_TARGET_DIR").is_none() {
        let target: PathBuf = repository().join("target").join("semver-checks");
        tool.env("CARGO_TARGET_DIR", target);
    }
    tool
}

/// The class that the tool's summary asks for; outside of it `None` if there is no summary.
fn demanded(said: &str) -> Option<Option<Class>> {
    let summary = said.lines().rfind(|line| line.contains("Summary"))?;
    if summary.contains("requires new major") {
        Some(Some(Class::Breaking))
    } else if summary.contains("requires new minor") {
        Some(Some(Class::Minor))
    } else if summary.contains("no semver update required") {
        Some(None)
    } else {
        None
    }
}
