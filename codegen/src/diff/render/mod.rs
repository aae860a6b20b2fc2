//! A comparison as text for people, as Markdown for a pull request, and as JSON for programs.

mod json;
mod markdown;
mod text;

pub use json::json;
pub use markdown::markdown;
pub use text::{Style, text};

use super::{Change, Class, Comparison, Rule};

/// What a rendering shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// The version that the crate has, `0.1.0`, from which the next one is worked out.
    pub version: Option<String>,
    /// Whether each change of documentation is shown by itself, rather than their number. JSON has them all.
    pub documentation: bool,
}

/// The changes of a class that are shown one by one, and how many of documentation are only counted.
fn shown<'a>(
    comparison: &'a Comparison,
    class: Class,
    options: &Options,
) -> (Vec<&'a Change>, usize) {
    let is_shown =
        |change: &&Change| options.documentation || change.rule != Rule::DocumentationChanged;
    let (shown, counted): (Vec<_>, Vec<_>) = comparison.of_class(class).partition(is_shown);
    (shown, counted.len())
}

/// `1 change`, `2 changes`.
fn counted(number: usize, what: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{number} {what}{plural}")
}

/// How many changes of each class there are, the worst first.
fn counts(comparison: &Comparison) -> String {
    let counts = Class::ALL.map(|class| format!("{} {class}", comparison.of_class(class).count()));
    counts.join(", ")
}

/// What the whole asks of the version.
fn demand(comparison: &Comparison, options: &Options) -> String {
    let Some(class) = comparison.class() else {
        return "Nothing that users of the crate could see: no release is needed.".to_owned();
    };
    let next = options.version.as_ref().and_then(|version| {
        let next = class.next_version(version)?;
        Some(format!(" From {version} that is {next}."))
    });
    format!(
        "Raise the {} version of a crate from 1.0 on, the {} version of a crate before 1.0.{}",
        class.part(),
        class.part_before_1_0(),
        next.unwrap_or_default()
    )
}
