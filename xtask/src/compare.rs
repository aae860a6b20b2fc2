//! `cargo xtask compare`: holds the client against the official one.

mod build;

use std::env;
use std::ffi::OsString;
use std::path::PathBuf;
use std::process::{Command, ExitStatus};

use clap::Args;
use ivs_realtime_codegen::{Diagnostic, Diagnostics};

use crate::console::{Console, Speech};
use crate::disk::{fault, repository};

/// The package that has both clients, a workspace of its own.
const MANIFEST: &str = "generated/side-by-side/Cargo.toml";

/// Holds the client against AWS's official one.
///
/// That is aws-sdk-ivsrealtime. Both make the same calls to a server on loopback and get the same answers; what they send and what callers get is
/// compared. Every difference has to be listed, with its reason, in
/// `generated/side-by-side/src/bin/wire/differences.rs`. The first run compiles the official client, which takes a few
/// minutes.
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Compare {
    /// Compare what it costs to compile them: measures clean dev builds, in a folder that is removed again. Takes some
    /// minutes.
    #[arg(long, conflicts_with = "calls")]
    build: bool,
    /// Compare the CPU time of a call, in a release build and through transports that answer from memory. One of ours
    /// may cost a quarter of the official client's.
    #[arg(long)]
    calls: bool,
    #[command(flatten)]
    pub(crate) speech: Speech,
}

const EXAMPLES: &str = "\
Examples:
  cargo xtask compare                all 40 operations, through both clients
  cargo xtask compare --build        CPU seconds and packages of a clean build
  cargo xtask compare --calls        CPU time of a call

Exit codes:
  0  all is as it may be
  1  there is a difference that is not listed, or one is listed that does not occur; ours costs
     more than it may; or something could not be built or measured
  2  the command line is wrong";

impl Compare {
    /// Compares, and tells the person; says whether all is as it should be.
    pub(crate) fn run(&self, console: Console) -> Result<bool, Diagnostics> {
        if self.build {
            build::compare(console)
        } else if self.calls {
            run("calls", "release", console)
        } else {
            run("wire", "dev", console)
        }
    }
}

/// Builds a program of the package in a profile, and runs it.
fn run(program: &str, profile: &str, console: Console) -> Result<bool, Diagnostics> {
    let target = target();
    let mut build = cargo("build");
    build.args(["--package", "side-by-side", "--bin", program]);
    build
        .args(["--profile", profile])
        .arg("--target-dir")
        .arg(&target);
    if !status(&mut build)?.success() {
        return Err(not_built());
    }
    let folder = if profile == "dev" { "debug" } else { profile };
    let file = format!("{program}{}", env::consts::EXE_SUFFIX);
    let mut program = Command::new(target.join(folder).join(file));
    let status = status(program.stdout(console.for_people()))?;
    Ok(status.success())
}

/// Where the package is built: apart from the rest, whose artifacts would be of no use to it.
fn target() -> PathBuf {
    let target = env::var_os("CARGO_TARGET_DIR").map(PathBuf::from);
    let target = target.unwrap_or_else(|| repository().join("target"));
    target.join("side-by-side")
}

/// A command of Cargo for the package, with the versions of its lock file.
fn cargo(command: &str) -> Command {
    let program = env::var_os("CARGO").unwrap_or_else(|| OsString::from("cargo"));
    let mut cargo = Command::new(program);
    let manifest = repository().join(MANIFEST);
    cargo.arg(command).arg("--manifest-path").arg(manifest);
    cargo.arg("--locked");
    cargo
}

/// Runs a command to its end.
fn status(command: &mut Command) -> Result<ExitStatus, Diagnostics> {
    command
        .status()
        .map_err(|error| fault(command.get_program().as_ref(), &error))
}

/// What to say if Cargo fails, which has said why.
fn not_built() -> Diagnostics {
    let fault = Diagnostic::new("Cargo could not build the comparison").in_file(MANIFEST);
    fault
        .help(
            "see what it says above; if its lock file is older than generated/Cargo.toml, run \
             `cargo update --workspace --manifest-path generated/side-by-side/Cargo.toml`",
        )
        .into()
}
