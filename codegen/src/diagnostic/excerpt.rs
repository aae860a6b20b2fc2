//! The line of a file that a diagnostic is about, short enough to be shown.

use std::ops::Range;

use super::lines::Lines;
use super::place::Span;

/// A piece of a text, and the line in which it begins.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Excerpt {
    /// The piece, whole.
    pub span: Span,
    /// The line; of a long one, what is around the piece, with `...` for what is left out.
    pub line: String,
    /// Where in `line` the piece begins and ends, in bytes. It may be longer than the line.
    pub mark: (usize, usize),
}

/// How many characters of a line are shown.
const WIDTH: usize = 120;

/// How many of them stand before the piece, where the line is cut.
const BEFORE: usize = 40;

/// What stands for what is cut off.
const CUT: &str = "...";

impl Excerpt {
    /// The excerpt of a piece of a text. What is no UTF-8 is shown as `U+FFFD`.
    pub(super) fn of(lines: &Lines<'_>, piece: Range<usize>) -> Self {
        let start = lines.position(piece.start);
        let end = lines.position(piece.end.max(piece.start));
        let between = |from: usize, to: usize| lines.bytes.get(from..to).unwrap_or_default();
        let line_end = lines.end_of_line(start.line).max(start.offset);
        let marked = between(start.offset, end.offset.min(line_end));
        let rest = between(start.offset, line_end).len();
        let before = between(lines.start_of_line(start.line), start.offset);
        let before = last(before, BEFORE.max(WIDTH.saturating_sub(rest)));
        let after = between(start.offset + marked.len(), line_end);
        let marked = first(marked, WIDTH.saturating_sub(before.chars().count()));
        let left = WIDTH.saturating_sub(before.chars().count() + marked.chars().count());
        let after = if marked.ends_with(CUT) && !after.is_empty() {
            String::new()
        } else {
            first(after, left)
        };
        Self {
            span: Span { start, end },
            mark: (before.len(), before.len() + marked.len()),
            line: format!("{before}{marked}{after}"),
        }
    }
}

/// The last characters of a text, not many more than `count`.
fn last(bytes: &[u8], count: usize) -> String {
    // A character has at most four bytes.
    let from = bytes.len().saturating_sub(4 * (count + 1));
    let text = String::from_utf8_lossy(bytes.get(from..).unwrap_or_default());
    match text.char_indices().rev().nth(count.saturating_sub(1)) {
        Some((start, _)) if from > 0 || start > 0 => {
            format!("{CUT}{}", text.get(start..).unwrap_or_default())
        }
        _ => text.into_owned(),
    }
}

/// The first characters of a text, not many more than `count`.
fn first(bytes: &[u8], count: usize) -> String {
    let to = bytes.len().min(4 * (count + 1));
    let text = String::from_utf8_lossy(bytes.get(..to).unwrap_or_default());
    match text.char_indices().nth(count) {
        Some((end, _)) => format!("{}{CUT}", text.get(..end).unwrap_or_default()),
        None => text.into_owned(),
    }
}

#[cfg(test)]
mod tests {
    use std::ops::Range;

    use super::{Excerpt, Lines};

    fn excerpt(bytes: &[u8], piece: Range<usize>) -> Excerpt {
        Excerpt::of(&Lines::of(bytes), piece)
    }

    fn marked(text: &str, needle: &str) -> (String, String) {
        let start = text.find(needle).expect("it is there");
        let excerpt = excerpt(text.as_bytes(), start..start + needle.len());
        let (start, end) = excerpt.mark;
        let marked = excerpt.line[start..end].to_owned();
        (excerpt.line, marked)
    }

    #[test]
    fn a_short_line_is_shown_whole() {
        let text = "{\r\n\t\"ü\": 1,\r\n}";
        assert_eq!(
            marked(text, "1"),
            ("\t\"ü\": 1,".to_owned(), "1".to_owned())
        );
        assert_eq!(marked(text, "}"), ("}".to_owned(), "}".to_owned()));
    }

    #[test]
    fn a_long_line_is_cut_around_the_piece() {
        let text = format!("{}needle{}\n", "ä".repeat(5000), "b".repeat(5000));
        let (line, found) = marked(&text, "needle");
        let expected = format!("...{}needle{}...", "ä".repeat(40), "b".repeat(71));
        assert_eq!((line, found), (expected, "needle".to_owned()));
    }

    #[test]
    fn a_long_piece_is_cut() {
        let piece = "b".repeat(5000);
        let (line, found) = marked(&format!("\"{piece}\" :"), &piece);
        assert_eq!(line, format!("\"{}...", "b".repeat(119)));
        assert_eq!(found, format!("{}...", "b".repeat(119)));
    }

    #[test]
    fn a_piece_of_several_lines_ends_with_the_first() {
        assert_eq!(
            marked("a [\n1] b", "[\n1]"),
            ("a [".to_owned(), "[".to_owned())
        );
    }

    #[test]
    fn what_is_no_text_is_shown_as_such() {
        let excerpt = excerpt(b"a\xff\xfeb", 1..2);
        assert_eq!(excerpt.line, "a\u{fffd}\u{fffd}b");
        assert_eq!(excerpt.mark, (1, 4));
    }

    #[test]
    fn the_end_of_a_text_is_a_place() {
        for text in [&b"{\n"[..], b""] {
            let excerpt = excerpt(text, 2..2);
            assert_eq!((excerpt.line.as_str(), excerpt.mark), ("", (0, 0)));
        }
    }
}
