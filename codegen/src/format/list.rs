//! Lists of items with separators: which layout, and the text.

use super::shape::Shape;
use super::text::{is_multiline, width};

/// How the items of a list are distributed over lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tactic {
    /// All on one line.
    Horizontal,
    /// One on each line.
    Vertical,
    /// As many on a line as fit.
    Mixed,
    /// The arguments of a formatting macro: so many arguments, the format string on a line, the others on a line.
    Format(usize),
}

/// Whether a separator follows the last item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Trailing {
    Always,
    Never,
    /// In the vertical layout.
    Vertical,
}

/// One line if the items and the separators (`separator` columns each) fit into `limit`.
pub(super) fn horizontal_or(
    other: Tactic,
    items: &[String],
    separator: usize,
    limit: usize,
) -> Tactic {
    let total: usize = items.iter().map(|item| width(item)).sum();
    let separators = separator * items.len().saturating_sub(1);
    if total + separators <= limit && !items.iter().any(|item| is_multiline(item)) {
        Tactic::Horizontal
    } else {
        other
    }
}

/// A list of items separated by commas.
#[derive(Debug)]
pub(super) struct List<'a> {
    pub(super) items: &'a [String],
    pub(super) tactic: Tactic,
    pub(super) trailing: Trailing,
    pub(super) shape: Shape,
    /// Whether the closing delimiter stands on a line of its own.
    pub(super) ends_with_newline: bool,
}

impl List<'_> {
    pub(super) fn text(&self) -> String {
        let newline = self.shape.indent.newline();
        let mut trailing = match self.trailing {
            Trailing::Always => true,
            Trailing::Never => false,
            Trailing::Vertical => self.tactic == Tactic::Vertical,
        };
        let mut result = String::with_capacity(self.items.iter().map(|item| item.len() + 2).sum());
        let mut line = 0;
        for (index, item) in self.items.iter().enumerate() {
            let last = index + 1 == self.items.len();
            let mut separate = !last || trailing;
            match self.tactic {
                Tactic::Horizontal if index > 0 => result.push(' '),
                Tactic::Vertical if index > 0 => result.push_str(&newline),
                Tactic::Format(before) if index > 0 => {
                    if index < before || index > before + 1 {
                        result.push(' ');
                    } else {
                        result.push_str(&newline);
                    }
                }
                Tactic::Mixed => {
                    let columns = width(item) + usize::from(separate);
                    if line > 0 && line + 1 + columns > self.shape.width {
                        result.push_str(&newline);
                        line = 0;
                        trailing |= self.ends_with_newline;
                    } else if line > 0 {
                        result.push(' ');
                        line += 1;
                    }
                    if last && self.ends_with_newline {
                        separate = self.trailing != Trailing::Never;
                    }
                    line += columns;
                }
                _ => {}
            }
            result.push_str(item);
            if separate {
                result.push(',');
            }
        }
        result
    }
}

/// Alternatives separated by `|`, which stands at the start of a line.
pub(super) fn alternatives(items: &[String], tactic: Tactic, shape: Shape) -> String {
    let newline = shape.indent.newline();
    let mut result = String::new();
    let mut line = 0;
    for (index, item) in items.iter().enumerate() {
        let columns = width(item) + if index > 0 { 2 } else { 0 };
        match tactic {
            Tactic::Mixed if line > 0 && line + 1 + columns > shape.width => {
                result.push_str(&newline);
                line = 0;
            }
            Tactic::Mixed if line > 0 => {
                result.push(' ');
                line += 1;
            }
            Tactic::Vertical if index > 0 => result.push_str(&newline),
            Tactic::Horizontal if index > 0 => result.push(' '),
            _ => {}
        }
        if index > 0 {
            result.push_str("| ");
        }
        result.push_str(item);
        line += columns;
    }
    result
}
