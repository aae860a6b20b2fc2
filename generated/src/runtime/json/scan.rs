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

/// Marks each `"`, `\` and control character of eight bytes. The lowest mark is right, those above it need not be.
#[inline]
fn special_of_eight(chunk: [u8; 8]) -> u64 {
    let word = u64::from_le_bytes(chunk);
    let quotes = zeros(word ^ (ONES * b'"' as u64));
    let escapes = zeros(word ^ (ONES * b'\\' as u64));
    quotes | escapes | controls(word)
}

/// The index of the first `"`, `\` or control character at or after `from`, or the length if there is none.
#[inline]
pub(super) fn special(bytes: &[u8], from: usize) -> usize {
    let (chunks, rest) = bytes.get(from..).unwrap_or_default().as_chunks();
    let mut index = from;
    for chunk in chunks {
        let marks = special_of_eight(*chunk);
        if marks != 0 {
            return index + marks.trailing_zeros() as usize / 8;
        }
        index += 8;
    }
    let is_special = |byte: &u8| matches!(byte, b'"' | b'\\' | 0..=0x1f);
    bytes.len() - rest.len() + rest.iter().position(is_special).unwrap_or(rest.len())
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
