//! The command line, as its tests run it.

use std::process::Command;

/// What a person says of how output is to look, which no test goes by.
const LOOKS: [&str; 5] = [
    "CLICOLOR",
    "CLICOLOR_FORCE",
    "COLUMNS",
    "FORCE_COLOR",
    "NO_COLOR",
];

/// The command, whose output looks the same on every machine.
pub(crate) fn xtask() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
    for name in LOOKS {
        command.env_remove(name);
    }
    command
}
