//! Text for people.

use super::{Options, counted, counts, demand, shown};
use crate::diff::{Class, Comparison};

/// What a piece of the text is, for who colours it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// The heading of a class.
    Heading(Class),
    /// A path in Rust.
    Path,
    /// What matters less.
    Quiet,
}

/// The changes by class and rule, and what they ask of the version. `paint` gives a piece the look of its style; it may leave it
/// as it is. Ends with a newline.
pub fn text(
    comparison: &Comparison,
    options: &Options,
    paint: &dyn Fn(Style, &str) -> String,
) -> String {
    let mut lines = Vec::new();
    for class in Class::ALL {
        let (changes, documentation) = shown(comparison, class, options);
        let number = changes.len() + documentation;
        if number == 0 {
            continue;
        }
        let heading = counted(number, &format!("{class} change"));
        lines.push(paint(Style::Heading(class), &heading));
        let mut rule = None;
        for change in changes {
            if rule.replace(change.rule) != Some(change.rule) {
                let why = format!("{}: {}", change.rule.code(), change.reason());
                lines.push(format!("  {}", paint(Style::Quiet, &why)));
            }
            let path = paint(Style::Path, &change.path);
            lines.push(format!("    {path}: {}", change.what));
        }
        if documentation > 0 {
            let items = counted(documentation, "item");
            lines.push(format!("  documentation of {items}"));
        }
        lines.push(String::new());
    }
    for note in &comparison.notes {
        lines.push(paint(Style::Quiet, &format!("note: {note}")));
    }
    if comparison.class().is_some() {
        lines.push(format!("{} in all.", counts(comparison)));
    }
    lines.push(demand(comparison, options));
    lines.join("\n") + "\n"
}
