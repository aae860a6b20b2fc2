//! Base64, as `smithy.rules#endpointBdd` uses it (RFC 4648, section 4).

/// The bytes that the text stands for; `None` if it is no Base64.
pub(super) fn decode(text: &str) -> Option<Vec<u8>> {
    let text = text.as_bytes();
    if !text.len().is_multiple_of(4) {
        return None;
    }
    let padding = text.iter().rev().take_while(|byte| **byte == b'=').count();
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3);
    for group in text.chunks(4) {
        let mut bits = 0_u32;
        for (index, byte) in group.iter().enumerate() {
            let value = if *byte == b'=' && index >= 2 {
                0
            } else {
                sextet(*byte)?
            };
            bits = bits << 6 | u32::from(value);
        }
        bytes.extend_from_slice(&bits.to_be_bytes()[1..]);
    }
    let has_inner_padding = text[..text.len() - padding].contains(&b'=');
    if padding > 2 || has_inner_padding {
        return None;
    }
    bytes.truncate(bytes.len() - padding);
    Some(bytes)
}

fn sextet(byte: u8) -> Option<u8> {
    match byte {
        b'A'..=b'Z' => Some(byte - b'A'),
        b'a'..=b'z' => Some(byte - b'a' + 26),
        b'0'..=b'9' => Some(byte - b'0' + 52),
        b'+' => Some(62),
        b'/' => Some(63),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn decodes() {
        for (text, bytes) in [
            ("", b"".as_slice()),
            ("Zg==", b"f"),
            ("Zm8=", b"fo"),
            ("Zm9v", b"foo"),
            ("Zm9vYg==", b"foob"),
            ("/////w==", &[255, 255, 255, 255]),
        ] {
            assert_eq!(decode(text).as_deref(), Some(bytes), "{text}");
        }
    }

    #[test]
    fn refuses_what_is_no_base64() {
        for text in [
            "A", "AB", "ABC", "A===", "====", "AB=C", "AB==ABCD", "A-_A", "ÄÄ",
        ] {
            assert_eq!(decode(text), None, "{text}");
        }
    }
}
