//! `cargo xtask completion SHELL`: what makes a shell complete this command line.

use clap::{Args, Command};
use clap_complete::{Shell, generate};

/// Prints a script that makes a shell complete commands and options.
///
/// The script knows all commands, options and their values; it goes to standard output, and is to be read by the shell
/// when it starts. In bash it completes `cargo xtask` itself, and leaves the rest of cargo to the completion that was
/// there before. The other shells complete only words that stand first, so there it completes `xtask`, which is to be
/// defined as a short form of `cargo xtask`.
#[derive(Args)]
#[command(after_help = INSTALLATION)]
pub(crate) struct Completion {
    /// The shell to write for.
    #[arg(value_enum)]
    shell: Shell,
}

const INSTALLATION: &str = "\
How to install it (run the first line in this repository, again after an update):
  bash        cargo xtask completion bash >~/.xtask.bash
              and in ~/.bashrc:
                source ~/.xtask.bash
  zsh         cargo xtask completion zsh >~/.xtask.zsh
              and in ~/.zshrc, after compinit:
                xtask() { cargo xtask \"$@\" }
                source ~/.xtask.zsh
  fish        cargo xtask completion fish >~/.config/fish/completions/xtask.fish
              and in ~/.config/fish/config.fish:
                alias xtask 'cargo xtask'
  elvish      cargo xtask completion elvish >~/.config/elvish/lib/xtask.elv
              and in ~/.config/elvish/rc.elv:
                fn xtask {|@rest| cargo xtask $@rest }
                use xtask
  powershell  cargo xtask completion powershell >xtask.ps1
              and in the file that $PROFILE names:
                function xtask { cargo xtask @args }
                . /path/to/xtask.ps1

Exit codes:
  0  the script was printed
  2  the command line is wrong";

/// The name that the scripts know the program by.
const NAME: &str = "xtask";

impl Completion {
    /// The script for a command line.
    pub(crate) fn script(&self, command: Command) -> String {
        let mut script = Vec::new();
        let mut command = command.name(NAME).bin_name(NAME);
        generate(self.shell, &mut command, NAME, &mut script);
        let script = String::from_utf8_lossy(&script).into_owned();
        match self.shell {
            Shell::Bash => script + AFTER_CARGO,
            _ => script,
        }
    }
}

/// Completes `cargo xtask` in bash: takes `cargo` off the words, and leaves other commands of Cargo to the function that
/// completed them before, or that bash-completion has for them.
const AFTER_CARGO: &str = r#"
_cargo_xtask_found=$(complete -p cargo 2>/dev/null | sed -n 's/.* -F \([^ ]*\) .*/\1/p')
[[ $_cargo_xtask_found == _cargo_xtask ]] || _cargo_xtask_before=$_cargo_xtask_found

_cargo_xtask() {
    if [[ ${COMP_WORDS[1]} == xtask && $COMP_CWORD -gt 1 ]]; then
        COMP_WORDS=("${COMP_WORDS[@]:1}")
        COMP_CWORD=$((COMP_CWORD - 1))
        _xtask xtask "$2" "$3"
        return
    fi
    if [[ -z $_cargo_xtask_before ]] && declare -F _completion_loader >/dev/null; then
        _completion_loader cargo
        complete -F _cargo_xtask -o bashdefault -o default cargo
    fi
    local before=${_cargo_xtask_before:-_cargo}
    if declare -F "$before" >/dev/null; then
        "$before" "$@"
    fi
}

complete -F _cargo_xtask -o bashdefault -o default cargo
"#;
