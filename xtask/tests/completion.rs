//! `cargo xtask completion SHELL`: what it prints can be loaded, and completes.

mod support;

use std::fs;
use std::process::Command;

use tempfile::TempDir;

use support::xtask;

fn script(shell: &str) -> String {
    let output = xtask()
        .args(["completion", shell])
        .output()
        .expect("the command runs");
    assert_eq!(output.status.code(), Some(0));
    String::from_utf8(output.stdout).expect("it is text")
}

/// What bash offers for the last of these words, after it has read the script and, before it, some more.
#[cfg(unix)]
fn offered(before: &str, words: &[&str]) -> String {
    let folder = TempDir::new().expect("there is a folder for temporary files");
    let path = folder.path().join("xtask.bash");
    fs::write(&path, script("bash")).expect("the file can be written");
    let [.., previous, last] = words else {
        panic!("there are no two words");
    };
    let run = format!(
        "set -eu\n{before}\nset +u\nsource '{}'\nCOMP_WORDS=({})\nCOMP_CWORD={}\n\
         function=$(complete -p {} | sed 's/.* -F \\([^ ]*\\) .*/\\1/')\n\
         $function '{}' '{last}' '{previous}'\necho \"${{COMPREPLY[@]}}\"",
        path.display(),
        words.join(" "),
        words.len() - 1,
        words[0],
        words[0],
    );
    let output = Command::new("bash")
        .args(["--norc", "-c", &run])
        .output()
        .expect("bash runs");
    let [out, err] =
        [output.stdout, output.stderr].map(|said| String::from_utf8_lossy(&said).into_owned());
    assert_eq!((output.status.code(), err.as_str()), (Some(0), ""));
    out.trim_end().to_owned()
}

#[cfg(unix)]
#[test]
fn bash_completes_commands_and_options() {
    for (words, expected) in [
        (&["cargo", "xtask", "gen"][..], "generate"),
        (&["cargo", "xtask", "co"], "conformance compare completion"),
        (
            &["cargo", "xtask", "generate", "--om"],
            "--omit-unsupported",
        ),
        (&["cargo", "xtask", "diff", "--format", "m"], "markdown"),
        (&["xtask", "lint", "--exp"], "--explain"),
    ] {
        assert_eq!(offered("", words), expected, "{words:?}");
    }
}

/// What completed other commands of Cargo before still does, however often the script is read.
#[cfg(unix)]
#[test]
fn bash_leaves_other_commands_of_cargo_alone() {
    let before = "mine() { COMPREPLY=(\"mine:$2\"); }\ncomplete -F mine cargo";
    assert_eq!(offered(before, &["cargo", "bu"]), "mine:bu");
    assert_eq!(offered(before, &["cargo", "xtask", "sho"]), "show");
    assert_eq!(offered("", &["cargo", "bu"]), "");
}

#[test]
fn every_shell_has_a_script_that_knows_all_commands() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let script = script(shell);
        for word in ["generate", "omit-unsupported", "completion"] {
            assert!(script.contains(word), "{shell}: {word}");
        }
    }
}
