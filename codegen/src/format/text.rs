//! Measures of laid-out text.

use super::shape::{Shape, TAB};

/// Columns of a text without line breaks.
pub(super) fn width(text: &str) -> usize {
    if text.is_ascii() {
        text.len()
    } else {
        text.chars().count()
    }
}

pub(super) fn first_line(text: &str) -> &str {
    text.split('\n').next().unwrap_or_default()
}

pub(super) fn last_line(text: &str) -> &str {
    text.rsplit('\n').next().unwrap_or_default()
}

pub(super) fn first_line_width(text: &str) -> usize {
    width(first_line(text))
}

pub(super) fn last_line_width(text: &str) -> usize {
    width(last_line(text))
}

pub(super) fn trimmed_last_line_width(text: &str) -> usize {
    width(last_line(text).trim())
}

/// Columns up to the end of the last line of a text which starts at column `offset`.
pub(super) fn last_line_used_width(text: &str, offset: usize) -> usize {
    if text.contains('\n') {
        last_line_width(text)
    } else {
        offset + width(text)
    }
}

/// Columns that the last line takes beyond what `shape` counts already.
pub(super) fn extra_offset(text: &str, shape: Shape) -> usize {
    match text.rfind('\n') {
        Some(index) => text.len().saturating_sub(index + 1 + shape.used_width()),
        None => text.len(),
    }
}

pub(super) fn is_multiline(text: &str) -> bool {
    text.contains('\n')
}

pub(super) fn newlines(text: &str) -> usize {
    text.bytes().filter(|byte| *byte == b'\n').count()
}

pub(super) fn first_line_ends_with(text: &str, end: char) -> bool {
    first_line(text).ends_with(end)
}

/// Whether the last line consists of closing delimiters alone, so that more may follow on it.
pub(super) fn last_line_extendable(text: &str) -> bool {
    text.ends_with("\"#")
        || last_line(text)
            .chars()
            .all(|c| matches!(c, '(' | ')' | ']' | '}' | '?' | '>') || c.is_whitespace())
}

/// Whether a text fits: the first line into the shape, the others under the maximum, the last one where the shape ends.
pub(super) fn fits(text: &str, max_width: usize, shape: Shape) -> bool {
    if text.is_empty() {
        return true;
    }
    if first_line_width(text) > shape.width {
        return false;
    }
    if !is_multiline(text) {
        return true;
    }
    text.split('\n')
        .skip(1)
        .all(|line| width(line) <= max_width)
        && last_line_width(text) <= shape.used_width() + shape.width
}

/// Whether the last line begins to the right of `column`.
pub(super) fn last_line_offsetted(column: usize, text: &str) -> bool {
    let line = last_line(text);
    line.len() - line.trim_start().len() > column
}

/// Whether a text is no longer than one level of indentation.
pub(super) fn is_short(text: &str) -> bool {
    text.len() <= TAB
}
