//! What it costs to compile a program that makes one call.

use std::collections::BTreeSet;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

use ivs_realtime_codegen::{Diagnostic, Diagnostics};
use serde_json::Value;
use tempfile::TempDir;

use super::{cargo, not_built, status};
use crate::console::Console;
use crate::disk::fault;

/// How much CPU time a clean build of the program may take.
const CPU_LIMIT: Duration = Duration::from_secs(95);

/// How many packages the program may be made of, itself left out.
const PACKAGES_LIMIT: usize = 95;

/// How much CPU time the client alone may take.
const ALONE_LIMIT: Duration = Duration::from_secs(9);

/// One side of the comparison.
struct Side {
    program: &'static str,
    client: &'static str,
}

const OFFICIAL: Side = Side {
    program: "one-call-official",
    client: "aws-sdk-ivsrealtime",
};

const OURS: Side = Side {
    program: "one-call-ours",
    client: "ivs-realtime",
};

/// What a side costs.
struct Cost {
    cpu: Duration,
    packages: usize,
    alone: Duration,
}

/// Measures both sides and reports; says whether ours keeps its limits.
pub(super) fn compare(console: Console) -> Result<bool, Diagnostics> {
    children_time()?;
    let ours = OURS.cost()?;
    let official = OFFICIAL.cost()?;
    let seconds = |time: Duration| format!("{:.1}", time.as_secs_f64());
    console.say("clean dev builds, without incremental compilation; CPU time of all processes, user and system\n");
    let row = |what: &str, [official, ours, limit]: [&str; 3]| {
        console.say(format!("{what:<46} {official:>9} {ours:>9} {limit:>9}"));
    };
    row("", ["official", "ours", "limit"]);
    for (what, official, ours, limit) in [
        (
            "a program that makes one call, CPU seconds",
            seconds(official.cpu),
            seconds(ours.cpu),
            seconds(CPU_LIMIT),
        ),
        (
            "packages that it is made of",
            official.packages.to_string(),
            ours.packages.to_string(),
            PACKAGES_LIMIT.to_string(),
        ),
        (
            "the client alone, CPU seconds",
            seconds(official.alone),
            seconds(ours.alone),
            seconds(ALONE_LIMIT),
        ),
    ] {
        row(what, [&official, &ours, &limit]);
    }
    console.say(
        "\nofficial: aws-sdk-ivsrealtime and aws-config; each with its default features, and tokio with `rt`",
    );
    let is_kept =
        ours.cpu <= CPU_LIMIT && ours.packages <= PACKAGES_LIMIT && ours.alone <= ALONE_LIMIT;
    if !is_kept {
        console.say("ours costs more than it may");
    }
    Ok(is_kept)
}

impl Side {
    /// Builds the program in an empty folder, and then once more the client alone.
    fn cost(&self) -> Result<Cost, Diagnostics> {
        let folder = TempDir::new().map_err(|error| fault(&std::env::temp_dir(), &error))?;
        let folder = folder.path();
        let (cpu, packages) = measure(|| build(self.program, folder))?;
        eprintln!("{}: {:.1} CPU seconds", self.program, cpu.as_secs_f64());
        // Selected by itself, the client would have other features; so the program is built along, and taken off.
        forget(self.client, folder)?;
        forget(self.program, folder)?;
        let (both, rebuilt) = measure(|| build(self.program, folder))?;
        expect_rebuilt(&rebuilt, 2)?;
        forget(self.program, folder)?;
        let (program, rebuilt) = measure(|| build(self.program, folder))?;
        expect_rebuilt(&rebuilt, 1)?;
        let alone = both.saturating_sub(program);
        eprintln!("{}: {:.1} CPU seconds", self.client, alone.as_secs_f64());
        Ok(Cost {
            cpu,
            packages: packages.len().saturating_sub(1),
            alone,
        })
    }
}

/// Removes what was built of a package.
fn forget(package: &str, folder: &Path) -> Result<(), Diagnostics> {
    let mut clean = cargo("clean");
    clean.args(["--quiet", "--package", package]);
    clean.arg("--target-dir").arg(folder);
    match status(&mut clean)?.success() {
        true => Ok(()),
        false => Err(not_built()),
    }
}

/// The CPU time that something takes in other processes, and what it gives.
fn measure<T>(work: impl FnOnce() -> Result<T, Diagnostics>) -> Result<(Duration, T), Diagnostics> {
    let start = children_time()?;
    let result = work()?;
    Ok((children_time()?.saturating_sub(start), result))
}

/// Checks that nothing else was built anew, whose time would be measured too.
fn expect_rebuilt(packages: &BTreeSet<String>, expected: usize) -> Result<(), Diagnostics> {
    if packages.len() == expected {
        return Ok(());
    }
    let names: Vec<_> = packages.iter().map(String::as_str).collect();
    let message = format!(
        "found {} packages built anew, expected {expected}: {}",
        names.len(),
        names.join(", ")
    );
    Err(Diagnostic::new(message).into())
}

/// Builds a package as a person does who has set nothing; gives the ids of the packages that were compiled.
fn build(package: &str, folder: &Path) -> Result<BTreeSet<String>, Diagnostics> {
    let mut build = cargo("build");
    build.args([
        "--package",
        package,
        "--message-format",
        "json-render-diagnostics",
    ]);
    build.arg("--target-dir").arg(folder).stdout(Stdio::piped());
    for (name, _) in std::env::vars_os() {
        if name.to_string_lossy().starts_with("CARGO_PROFILE_") {
            build.env_remove(name);
        }
    }
    // The package's own profile is made for speed; this is Cargo's default.
    build.env("CARGO_PROFILE_DEV_DEBUG", "2");
    build.env("CARGO_INCREMENTAL", "0");
    let failed = |error: &std::io::Error| fault(folder, error);
    let mut child = build.spawn().map_err(|error| failed(&error))?;
    let mut packages = BTreeSet::new();
    for line in child
        .stdout
        .take()
        .map(BufReader::new)
        .into_iter()
        .flat_map(BufRead::lines)
    {
        let line = line.map_err(|error| failed(&error))?;
        let message: Value = serde_json::from_str(&line).unwrap_or_default();
        if message["reason"] == "compiler-artifact" && message["fresh"] == false {
            packages.extend(message["package_id"].as_str().map(str::to_owned));
        }
    }
    match child.wait().map_err(|error| failed(&error))?.success() {
        true => Ok(packages),
        false => Err(not_built()),
    }
}

/// The CPU time, user and system, of the processes that this one has started and that have ended, and of theirs.
///
/// Linux tells it in `/proc/self/stat`, in hundredths of a second (proc_pid_stat(5), `cutime` and `cstime`).
fn children_time() -> Result<Duration, Diagnostics> {
    let path = Path::new("/proc/self/stat");
    let text = fs::read_to_string(path).unwrap_or_default();
    // The second field is a name in parentheses, which may have spaces.
    let fields = text.rsplit_once(')').map_or("", |(_, fields)| fields);
    let ticks = |index: usize| fields.split_whitespace().nth(index)?.parse::<u64>().ok();
    match (ticks(13), ticks(14)) {
        (Some(user), Some(system)) => Ok(Duration::from_millis((user + system) * 10)),
        _ => {
            let fault = Diagnostic::new(
                "found no CPU time of child processes, expected /proc/self/stat as Linux has it",
            );
            Err(fault.help("measure on Linux").into())
        }
    }
}
