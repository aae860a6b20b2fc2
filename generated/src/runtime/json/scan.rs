//! Finding the next byte of a string that needs care, eight bytes at a time.

const ONES: u64 = 0x0101_0101_0101_0101;
const HIGH: u64 = 0x8080_8080_8080_8080;

/// Sets the high bit of each byte that is zero. Bytes above a zero byte may be marked by mistake, never below.
const fn zeros(word: u64) -> u64 {
    word.wrapping_sub(ONES) & !word & HIGH
}

/// Sets the high bit of each byte below 0x20, with the same limit as [`zeros`].
const fn controls(word: u64) -> u64 {
    word.wrapping_sub(ONES * 0x20) & !word & HIGH
}

/// The index of the first `"`, `\` or control character of eight bytes, or `None`.
#[inline]
fn special_of_eight(chunk: &[u8; 8]) -> Option<usize> {
    let word = u64::from_le_bytes(*chunk);
    let quotes = zeros(word ^ (ONES * b'"' as u64));
    let escapes = zeros(word ^ (ONES * b'\\' as u64));
    let marks = quotes | escapes | controls(word);
    (marks != 0).then(|| (marks.trailing_zeros() / 8) as usize)
}

/// The index of the first `"`, `\` or control character at or after `from`, or the length if there is none.
#[inline]
pub(super) fn special(bytes: &[u8], from: usize) -> usize {
    let mut index = from;
    while let Some(chunk) = bytes.get(index..).and_then(<[u8]>::first_chunk) {
        if let Some(found) = special_of_eight(chunk) {
            return index + found;
        }
        index += 8;
    }
    // The last eight bytes once more, if all of them are asked for: those seen before are plain.
    let last = bytes.len().saturating_sub(8);
    if let Some(chunk) = bytes.last_chunk()
        && last >= from
    {
        return special_of_eight(chunk).map_or(bytes.len(), |found| last + found);
    }
    let rest = bytes.get(index..).unwrap_or_default();
    let found = rest
        .iter()
        .position(|&byte| matches!(byte, b'"' | b'\\' | 0..=0x1f));
    index + found.unwrap_or(rest.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_every_byte_at_every_place() {
        for byte in 0..=255u8 {
            for place in 0..20 {
                let mut bytes = [0xe9u8; 20];
                bytes[place] = byte;
                let special_byte = byte < 0x20 || byte == b'"' || byte == b'\\';
                let expected = if special_byte { place } else { 20 };
                assert_eq!(special(&bytes, 0), expected, "byte {byte} at {place}");
                let after = special(&bytes, place + 1);
                assert_eq!(after, 20, "after byte {byte} at {place}");
            }
        }
    }

    #[test]
    fn finds_the_first_of_several() {
        assert_eq!(special(b"ab\"\\\n\"cdefgh", 0), 2);
        assert_eq!(special(b"ab\"\\\n\"cdefgh", 3), 3);
        assert_eq!(special(b"!\"!!!!!!", 0), 1);
        assert_eq!(special(b"", 0), 0);
    }
}
