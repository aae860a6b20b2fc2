//! Tests that run once more in a process of their own: one whose environment can be chosen, and in which no other test
//! runs at the same time.

use std::env;
use std::ffi::OsStr;
use std::process::Command;

/// Where the process of a test's own finds the URL to call.
pub(crate) const URL: &str = "IVS_REALTIME_TEST_URL";

/// Runs a test, named with its module, in a process of its own.
pub(crate) fn run<V: AsRef<OsStr>>(test: &str, variables: &[(&str, V)]) {
    let mut command = Command::new(env::current_exe().unwrap());
    command.args(["--exact", test, "--nocapture"]);
    for name in [
        "ALL_PROXY",
        "HTTP_PROXY",
        "HTTPS_PROXY",
        "NO_PROXY",
        "REQUEST_METHOD",
    ] {
        command.env_remove(name).env_remove(name.to_lowercase());
    }
    command.envs(variables.iter().map(|(name, value)| (name, value)));
    let output = command.output().unwrap();
    let text = String::from_utf8_lossy(&output.stdout);
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{text}{errors}");
    assert!(text.contains("1 passed"), "{text}");
}
