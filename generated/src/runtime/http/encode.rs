//! Percent-encoding (RFC 3986, section 2).

const HEX: &[u8; 16] = b"0123456789ABCDEF";

/// Appends `text` with everything but unreserved characters encoded, and `/` too unless it is kept.
pub(super) fn push_encoded(output: &mut String, text: &str, keep_slash: bool) {
    output.reserve(text.len());
    for byte in text.bytes() {
        match byte {
            b'/' if keep_slash => output.push('/'),
            _ => push_byte(output, byte),
        }
    }
}

/// Appends a byte, encoded unless it is an unreserved character.
pub(in crate::runtime) fn push_byte(output: &mut String, byte: u8) {
    match byte {
        b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
            output.push(char::from(byte));
        }
        _ => push_escape(output, byte),
    }
}

/// Appends a byte, encoded whatever it is.
pub(in crate::runtime) fn push_escape(output: &mut String, byte: u8) {
    output.push('%');
    output.push(char::from(HEX[usize::from(byte >> 4)]));
    output.push(char::from(HEX[usize::from(byte & 0xf)]));
}

/// `text` with everything but unreserved characters encoded.
pub(in crate::runtime) fn encoded(text: &str) -> String {
    let mut output = String::new();
    push_encoded(&mut output, text, false);
    output
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_only_unreserved_characters() {
        assert_eq!(encoded("AZaz09-._~"), "AZaz09-._~");
        assert_eq!(
            encoded(" %:/?#[]@!$&'()*+,;=\u{1f639}"),
            "%20%25%3A%2F%3F%23%5B%5D%40%21%24%26%27%28%29%2A%2B%2C%3B%3D%F0%9F%98%B9"
        );
        assert_eq!(encoded("é"), "%C3%A9");
    }

    #[test]
    fn keeps_slashes_of_greedy_labels() {
        let mut output = String::from("/");
        push_encoded(&mut output, "there is/guy", true);
        assert_eq!(output, "/there%20is/guy");
    }
}
