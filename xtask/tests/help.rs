//! What a person sees who asks for help, or is wrong about a command.

mod support;

use support::xtask;

/// Runs the command, and gives its exit code, its output and what it says on standard error.
fn run(arguments: &[&str]) -> (Option<i32>, String, String) {
    let output = xtask().args(arguments).output().expect("the command runs");
    let [out, err] =
        [output.stdout, output.stderr].map(|said| String::from_utf8_lossy(&said).into_owned());
    (output.status.code(), out, err)
}

fn help(command: &[&str]) -> String {
    let (code, out, err) = run(&[command, &["--help"]].concat());
    assert_eq!((code, err.as_str()), (Some(0), ""));
    out
}

macro_rules! helps {
    ($($name:ident: $command:expr;)*) => {
        $(
            #[test]
            fn $name() {
                insta::assert_snapshot!(help(&$command));
            }
        )*

        /// Each command has a help that was read.
        #[test]
        fn every_help_is_among_these() {
            let all = help(&[]);
            let (_, list) = all.split_once("Commands:\n").expect("there is a list");
            let listed: Vec<&str> = list
                .lines()
                .take_while(|line| !line.is_empty())
                .filter(|line| !line.starts_with("   "))
                .filter_map(|line| line.split_whitespace().next())
                .filter(|command| *command != "help")
                .collect();
            let read: Vec<&str> = [$(stringify!($name)),*].into_iter().skip(1).collect();
            assert_eq!(listed, read);
        }
    };
}

helps! {
    all_commands: [];
    generate: ["generate"];
    update: ["update"];
    import: ["import"];
    diff: ["diff"];
    lint: ["lint"];
    show: ["show"];
    conformance: ["conformance"];
    compare: ["compare"];
    completion: ["completion"];
}

/// Every help says how the command ends.
#[test]
fn exit_codes_are_documented() {
    for command in [
        &[][..],
        &["generate"],
        &["update"],
        &["import"],
        &["diff"],
        &["lint"],
        &["show"],
        &["conformance"],
        &["compare"],
        &["completion"],
    ] {
        let help = help(command);
        let (_, codes) = help.split_once("Exit codes").expect("they are documented");
        for code in ["\n  0  ", "\n  2  the command line is wrong"] {
            assert!(codes.contains(code), "{command:?}: {codes}");
        }
    }
}

#[test]
fn wrong_words_are_answered_with_the_near_ones() {
    for (words, near) in [
        (&["genarate"][..], "'generate'"),
        (&["generate", "--chek"], "'--check'"),
        (&["diff", "a", "b", "--format", "jsn"], "'json'"),
        (&["lint", "--explain", "secretname"], "`secret-name`"),
        (&["completion", "bsh"], "'bash'"),
    ] {
        let (code, out, err) = run(words);
        assert_eq!((code, out.as_str()), (Some(2), ""), "{words:?}");
        assert!(err.contains(near), "{words:?}: {err}");
    }
}
