//! Markdown, for a pull request or a changelog.

use super::{Options, counted, counts, demand, shown};
use crate::diff::{Class, Comparison};

/// The changes as lists, one for each class under a heading of the third level, and what they ask of the version. Ends
/// with a newline.
#[must_use]
pub fn markdown(comparison: &Comparison, options: &Options) -> String {
    let mut blocks = vec![demand(comparison, options)];
    if comparison.class().is_some() {
        blocks.push(format!("Changes: {}.", counts(comparison)));
    }
    for class in Class::ALL {
        let (changes, documentation) = shown(comparison, class, options);
        if changes.is_empty() && documentation == 0 {
            continue;
        }
        let name = class.name();
        let (first, rest) = name.split_at(1);
        blocks.push(format!("### {}{rest}", first.to_uppercase()));
        let mut items: Vec<String> = changes
            .iter()
            .map(|change| format!("- `{}`: {} ({})", change.path, change.what, change.reason()))
            .collect();
        if documentation > 0 {
            let number = counted(documentation, "item");
            items.push(format!("- documentation of {number}"));
        }
        blocks.push(items.join("\n"));
    }
    let notes = comparison.notes.iter();
    let notes: Vec<String> = notes.map(|note| format!("- note: {note}")).collect();
    if !notes.is_empty() {
        blocks.push(notes.join("\n"));
    }
    blocks.join("\n\n") + "\n"
}
