//! What a build script tells Cargo
//! ([Outputs of the build script](https://doc.rust-lang.org/cargo/reference/build-scripts.html#outputs-of-the-build-script)).

use std::path::PathBuf;

use crate::diagnostic::Diagnostics;
use crate::load::Source;

/// How many errors are told in full.
const TOLD: usize = 20;

/// Asks to be run again when one of these files or folders changes.
pub(super) fn watched(paths: &[PathBuf]) -> impl Iterator<Item = String> {
    let paths = paths.iter();
    paths.map(|path| format!("cargo::rerun-if-changed={}", path.display()))
}

/// Warns of files that lie among the emitted ones.
pub(super) fn foreign(paths: &[PathBuf]) -> impl Iterator<Item = String> {
    paths.iter().map(|path| {
        let path = path.display();
        format!("cargo::warning={path} is not an emitted file, and does not belong here")
    })
}

/// Tells errors, as lines of Cargo's own: it shows these alone, and not all that the build script has printed.
pub(super) fn faults(faults: &Diagnostics, sources: &[Source]) -> impl Iterator<Item = String> {
    let mut first = Diagnostics::new();
    first.extend(faults.iter().take(TOLD).cloned());
    let mut text = rendered(&first, sources);
    match faults.iter().count().saturating_sub(TOLD) {
        0 => {}
        more => text.push_str(&format!("\n\nfound {more} more errors")),
    }
    let lines: Vec<String> = text
        .lines()
        .filter(|line| !line.trim().is_empty())
        // Cargo itself puts the word before each.
        .map(|line| line.strip_prefix("error: ").unwrap_or(line))
        .map(|line| format!("cargo::error={line}"))
        .collect();
    lines.into_iter()
}

/// The errors as a person reads them.
fn rendered(faults: &Diagnostics, _sources: &[Source]) -> String {
    faults.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Diagnostic;

    #[test]
    fn a_line_of_cargo_holds_a_line_of_the_error() {
        let mut both = Diagnostics::new();
        both.push(Diagnostic::new("found one").in_file("a.json").at(1, 2));
        both.push(Diagnostic::new("found another\nin two lines"));
        let lines: Vec<String> = faults(&both, &[]).collect();
        let expected = [
            "cargo::error=found one",
            "cargo::error=  --> a.json:1:2",
            "cargo::error=found another",
            "cargo::error=in two lines",
        ];
        assert_eq!(lines, expected);
    }

    #[test]
    fn many_errors_are_counted() {
        let mut many = Diagnostics::new();
        many.extend((0..25).map(|number| Diagnostic::new(format!("number {number}"))));
        let lines: Vec<String> = faults(&many, &[]).collect();
        assert_eq!(lines.len(), TOLD + 1);
        assert_eq!(lines[TOLD], "cargo::error=found 5 more errors");
    }
}
