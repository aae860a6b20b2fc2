//! Building the packages, with Cargo.

use std::env;
use std::ffi::OsString;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use ivs_realtime_codegen::Diagnostics;
use serde_json::Value;

use super::broken;
use super::package::{Package, folder};

/// Builds all packages, as many at once as there are cores, and hands on each with its tests as soon as it is built.
/// One that cannot be built keeps no other from it; Cargo has said why then.
pub(super) fn build(
    packages: &[Package],
    mut built: impl FnMut(&Package, &Path),
) -> Result<(), Diagnostics> {
    let failed = |error: &std::io::Error| broken(format!("Cargo could not be run: {error}"));
    let mut child = cargo().map_err(|error| failed(&error))?;
    let messages = child.stdout.take().map(BufReader::new);
    for line in messages.into_iter().flat_map(BufRead::lines) {
        let line = line.map_err(|error| failed(&error))?;
        let message: Value = serde_json::from_str(&line).unwrap_or_default();
        let Some(executable) = executable(&message) else {
            continue;
        };
        let name = message["target"]["name"].as_str().unwrap_or_default();
        let mut named = packages.iter();
        if let Some(package) = named.find(|package| package.crate_name() == name) {
            built(package, Path::new(executable));
        }
    }
    child.wait().map_err(|error| failed(&error))?;
    Ok(())
}

fn cargo() -> std::io::Result<Child> {
    let program = env::var_os("CARGO").unwrap_or_else(|| OsString::from("cargo"));
    let mut cargo = Command::new(program);
    cargo.args(["build", "--workspace", "--tests", "--no-default-features"]);
    cargo.args([
        "--keep-going",
        "--message-format",
        "json-render-diagnostics",
    ]);
    let manifest = folder().join("Cargo.toml");
    cargo.arg("--manifest-path").arg(manifest);
    cargo.arg("--target-dir").arg(folder().join("build"));
    cargo.stdout(Stdio::piped()).spawn()
}

/// The program with the tests, if a message of Cargo says that one was built.
fn executable(message: &Value) -> Option<&str> {
    let is_test = message["profile"]["test"] == true;
    message["executable"].as_str().filter(|_| is_test)
}
