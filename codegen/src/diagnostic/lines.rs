//! Lines and columns in a text that is asked for many of them.

use super::place::{Position, characters};

/// The bytes of a file, prepared once: a model may be several megabytes in one line.
pub(super) struct Lines<'t> {
    pub(super) bytes: &'t [u8],
    /// Where each line begins.
    starts: Vec<usize>,
    /// How many characters begin before each block.
    blocks: Vec<usize>,
}

/// How many bytes a block has.
const BLOCK: usize = 4096;

impl<'t> Lines<'t> {
    pub(super) fn of(bytes: &'t [u8]) -> Self {
        let ends = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'\n');
        let mut sum = 0;
        let blocks = bytes.chunks(BLOCK).map(|block| {
            let before = sum;
            sum += characters(block);
            before
        });
        Self {
            starts: std::iter::once(0)
                .chain(ends.map(|(end, _)| end + 1))
                .collect(),
            blocks: blocks.collect(),
            bytes,
        }
    }

    /// The position at an offset; of one beyond the text, the text's end.
    pub(super) fn position(&self, offset: usize) -> Position {
        let offset = offset.min(self.bytes.len());
        let line = self.starts.partition_point(|start| *start <= offset);
        let start = self.start_of_line(line);
        Position {
            offset,
            line,
            column: 1 + self.characters_before(offset) - self.characters_before(start),
        }
    }

    /// Where a line begins, counted from 1.
    pub(super) fn start_of_line(&self, line: usize) -> usize {
        let start = self.starts.get(line.saturating_sub(1));
        start.copied().unwrap_or(self.bytes.len())
    }

    /// Where a line ends, without what ends it.
    pub(super) fn end_of_line(&self, line: usize) -> usize {
        let Some(next) = self.starts.get(line) else {
            return self.bytes.len();
        };
        let end = next - 1;
        let is_crlf = end > self.start_of_line(line) && self.bytes.get(end - 1) == Some(&b'\r');
        end - usize::from(is_crlf)
    }

    fn characters_before(&self, offset: usize) -> usize {
        let block = offset / BLOCK;
        let rest = self.bytes.get(block * BLOCK..offset).unwrap_or_default();
        match self.blocks.get(block) {
            Some(before) => before + characters(rest),
            // The end of a text that is made of whole blocks.
            None => self.blocks.last().copied().unwrap_or(0) + self.last_block(),
        }
    }

    fn last_block(&self) -> usize {
        self.bytes.chunks(BLOCK).last().map_or(0, characters)
    }
}

#[cfg(test)]
mod tests {
    use super::{BLOCK, Lines, Position};

    #[test]
    fn agrees_with_counting() {
        let line = "\u{fc}ab\n".repeat(3);
        for text in [
            String::new(),
            line.clone(),
            line.replace('\n', "\r\n"),
            "\u{20ac}b".repeat(BLOCK),
            "a".repeat(BLOCK),
            format!("{}\n{}", "\u{fc}".repeat(BLOCK), "c".repeat(BLOCK / 2)),
        ] {
            let lines = Lines::of(text.as_bytes());
            for offset in (0..=text.len() + 1).step_by(61).chain([BLOCK, text.len()]) {
                let expected = Position::of(text.as_bytes(), offset);
                assert_eq!(lines.position(offset), expected);
            }
        }
    }

    #[test]
    fn knows_where_lines_begin_and_end() {
        let lines = Lines::of(b"a\r\n\nbc");
        let all = [1, 2, 3, 4].map(|line| (lines.start_of_line(line), lines.end_of_line(line)));
        assert_eq!(all, [(0, 1), (3, 3), (4, 6), (6, 6)]);
    }
}
