//! What the format stage writes is what rustfmt writes, whatever the lengths of names and literals.

use ivs_realtime_codegen::internals::format::format_page;
use proc_macro2::{Group, Ident, Literal, TokenStream, TokenTree};
use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::Command;

/// Pages with every construct that the emitters use. `n1`, `T1`, `C1` and `"s1"` stand for names of any length.
const PAGES: [(&str, &str); 4] = [
    ("types", include_str!("format/types.rs.in")),
    ("impls", include_str!("format/impls.rs.in")),
    ("bodies", include_str!("format/bodies.rs.in")),
    ("rare", include_str!("format/rare.rs.in")),
];

/// The lengths of the nine names of each kind.
type Lengths = [usize; 9];

/// A name of a length, which tells the slot it stands for.
fn name(kind: char, slot: usize, length: usize) -> String {
    let digit = char::from_digit(slot as u32 + 1, 10).expect("nine slots");
    let mut name = String::from(kind);
    while name.len() < length {
        name.push(if name.len() % 7 == 3 && kind != 'T' {
            '_'
        } else {
            digit
        });
    }
    if length == 1 {
        // One column has room for the slot alone.
        let first = if kind == 'n' { b'a' } else { b'J' };
        return char::from(first + slot as u8).to_string();
    }
    name
}

fn slot(text: &str) -> Option<(char, usize)> {
    let mut chars = text.chars();
    let kind = chars.next()?;
    let digit = chars.next()?.to_digit(10)?;
    let slot = (digit as usize).checked_sub(1)?;
    (chars.next().is_none() && "nTCs".contains(kind)).then_some((kind, slot))
}

fn resize(tokens: TokenStream, lengths: &Lengths) -> TokenStream {
    tokens
        .into_iter()
        .map(|tree| match tree {
            TokenTree::Group(group) => TokenTree::Group(Group::new(
                group.delimiter(),
                resize(group.stream(), lengths),
            )),
            TokenTree::Ident(ident) => match slot(&ident.to_string()) {
                Some((kind, slot)) => {
                    TokenTree::Ident(Ident::new(&name(kind, slot, lengths[slot]), ident.span()))
                }
                None => TokenTree::Ident(ident),
            },
            TokenTree::Literal(literal) => match slot(literal.to_string().trim_matches('"')) {
                Some((kind, slot)) => {
                    TokenTree::Literal(Literal::string(&name(kind, slot, lengths[slot])))
                }
                None => TokenTree::Literal(literal),
            },
            tree => tree,
        })
        .collect()
}

/// Usual lengths, with one of the nine swept; all the same; and mixtures.
fn sweep() -> Vec<Lengths> {
    let usual = [4, 11, 7, 16, 9, 23, 5, 13, 30];
    let mut all = Vec::new();
    for length in 1..=120 {
        // Each length for some of the slots; neighbouring lengths for the others.
        for slot in (0..9).filter(|slot| (slot + length) % 2 == 0) {
            let mut lengths = usual;
            lengths[slot] = length;
            all.push(lengths);
        }
        all.push([length; 9]);
    }
    let mut state = 1_u64;
    let mut random = |below: u64| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % below
    };
    for _ in 0..300 {
        let longest = [12, 25, 40, 60, 120][random(5) as usize];
        all.push(std::array::from_fn(|_| 1 + random(longest) as usize));
    }
    all
}

fn rustfmt_exists() -> bool {
    Command::new("rustfmt")
        .arg("--version")
        .output()
        .is_ok_and(|output| output.status.success())
}

#[test]
fn pages_are_fixed_points_of_rustfmt() {
    if !rustfmt_exists() {
        // Past the test harness, which keeps what a passing test prints.
        let _ = writeln!(
            std::io::stderr(),
            "rustfmt is not installed: nothing is compared"
        );
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let mut pages = Vec::new();
    for (page, text) in PAGES {
        let tokens: TokenStream = text.parse().expect("a page of tokens");
        for (index, lengths) in sweep().iter().enumerate() {
            let text = format_page(resize(tokens.clone(), lengths))
                .unwrap_or_else(|e| panic!("{page} {lengths:?} {e}"));
            let path = folder.path().join(format!("{page}_{index}.rs"));
            fs::write(&path, &text).expect("a file");
            pages.push((path, text, lengths.to_owned()));
        }
    }
    let good = rustfmt(folder.path(), pages.iter().map(|(path, ..)| path.as_path()));
    let mut different = 0;
    for (path, text, lengths) in &pages {
        let expected = fs::read_to_string(path).expect("a file");
        if &expected != text {
            different += 1;
            if different <= 8 {
                println!(
                    "{} {lengths:?}\n{}",
                    path.display(),
                    difference(text, &expected)
                );
            }
        }
    }
    assert_eq!(
        different,
        0,
        "pages of {} which rustfmt changes",
        pages.len()
    );
    assert!(good, "rustfmt had no complaint");
}

fn rustfmt<'a>(folder: &Path, paths: impl Iterator<Item = &'a Path>) -> bool {
    fs::write(folder.join("rustfmt.toml"), "").expect("a file");
    let mut paths = paths.peekable();
    let mut running = Vec::new();
    while paths.peek().is_some() {
        let mut command = Command::new("rustfmt");
        command
            .args(["--edition", "2024"])
            .args(paths.by_ref().take(1500));
        running.push(command.spawn().expect("rustfmt runs"));
    }
    let mut good = true;
    for mut child in running {
        good &= child.wait().expect("rustfmt ends").success();
    }
    good
}

fn difference(ours: &str, theirs: &str) -> String {
    let (ours, theirs): (Vec<&str>, Vec<&str>) = (ours.lines().collect(), theirs.lines().collect());
    let start = ours
        .iter()
        .zip(&theirs)
        .take_while(|(a, b)| a == b)
        .count()
        .saturating_sub(2);
    let part = |lines: &[&str]| {
        lines[start.min(lines.len())..]
            .iter()
            .take(12)
            .copied()
            .collect::<Vec<_>>()
            .join("\n")
    };
    format!(
        "--- ours, from line {}\n{}\n--- rustfmt's\n{}",
        start + 1,
        part(&ours),
        part(&theirs)
    )
}
