//! Bytes to text, and places in a text.

use super::Source;
use crate::diagnostic::{Diagnostic, Diagnostics};

/// The text of a file; `None`, with a diagnostic, if it is not UTF-8 (as RFC 8259, section 8.1, demands).
pub(super) fn utf8<'s>(source: &'s Source, faults: &mut Diagnostics) -> Option<&'s str> {
    match std::str::from_utf8(&source.bytes) {
        Ok(text) => Some(text),
        Err(error) => {
            let offset = error.valid_up_to();
            let (line, column) = position(&source.bytes, offset);
            let byte = source.bytes.get(offset).copied().unwrap_or_default();
            faults.push(
                Diagnostic::new(format!(
                    "the file is not UTF-8: found the byte 0x{byte:02x} at offset {offset}, expected text"
                ))
                .in_file(&source.name)
                .at(line, column)
                .help("save the file as UTF-8, the only encoding of JSON"),
            );
            None
        }
    }
}

/// Line and column, both from 1, of a byte offset; the column counts bytes.
pub(super) fn position(bytes: &[u8], offset: usize) -> (usize, usize) {
    let before = bytes.get(..offset).unwrap_or(bytes);
    let line = 1 + before.iter().filter(|byte| **byte == b'\n').count();
    let column = 1 + before
        .iter()
        .rev()
        .take_while(|byte| **byte != b'\n')
        .count();
    (line, column)
}

#[cfg(test)]
mod tests {
    use super::position;

    #[test]
    fn counts_lines_and_bytes_from_one() {
        let text = b"ab\nc\n";
        let places: Vec<_> = [0, 1, 2, 3, 5, 99]
            .map(|offset| position(text, offset))
            .into();
        assert_eq!(places, [(1, 1), (1, 2), (1, 3), (2, 1), (3, 1), (3, 1)]);
    }
}
