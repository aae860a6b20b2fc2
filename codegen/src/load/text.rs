//! Bytes to text.

use super::Source;
use crate::diagnostic::{Diagnostic, Diagnostics, Position};

/// The text of a file; `None`, with a diagnostic, if it is not UTF-8 (as RFC 8259, section 8.1, demands).
pub(super) fn utf8<'s>(source: &'s Source, faults: &mut Diagnostics) -> Option<&'s str> {
    match std::str::from_utf8(&source.bytes) {
        Ok(text) => Some(text),
        Err(error) => {
            let offset = error.valid_up_to();
            let byte = source.bytes.get(offset).copied().unwrap_or_default();
            faults.push(
                Diagnostic::new(format!(
                    "the file is not UTF-8: found the byte 0x{byte:02x} at offset {offset}, expected text"
                ))
                .in_file(&source.name)
                .at(Position::of(&source.bytes, offset))
                .help("save the file as UTF-8, the only encoding of JSON"),
            );
            None
        }
    }
}
