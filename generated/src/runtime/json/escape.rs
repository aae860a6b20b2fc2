//! Writing strings and numbers into a JSON text.

use super::scan;
use crate::runtime::hex;

/// Writes a string with its quotes, escaping only what RFC 8259 says must be.
pub(super) fn push_string(output: &mut Vec<u8>, text: &str) {
    let bytes = text.as_bytes();
    output.reserve(bytes.len() + 2);
    output.push(b'"');
    let mut start = 0;
    loop {
        let end = scan::special(bytes, start);
        output.extend_from_slice(&bytes[start..end]);
        match bytes.get(end) {
            Some(&byte) => push_escape(output, byte),
            None => break,
        }
        start = end + 1;
    }
    output.push(b'"');
}

fn push_escape(output: &mut Vec<u8>, byte: u8) {
    let short = match byte {
        b'"' | b'\\' => byte,
        0x08 => b'b',
        0x0c => b'f',
        b'\n' => b'n',
        b'\r' => b'r',
        b'\t' => b't',
        _ => {
            output.extend_from_slice(b"\\u00");
            output.extend_from_slice(&hex::digits(byte));
            return;
        }
    };
    output.extend_from_slice(&[b'\\', short]);
}

/// Writes a big number as a JSON number. The types also hold spellings that JSON does not have (`+5`, `.5`, `5.`,
/// `007`); these become the JSON number of the same value.
pub(super) fn push_big_number(output: &mut Vec<u8>, number: &str) {
    let (mantissa, exponent) = match number.find(['e', 'E']) {
        Some(at) => number.split_at(at),
        None => (number, ""),
    };
    let mantissa = match mantissa.strip_prefix('-') {
        Some(rest) => {
            output.push(b'-');
            rest
        }
        None => mantissa.strip_prefix('+').unwrap_or(mantissa),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let whole = match whole.trim_start_matches('0') {
        "" => "0",
        digits => digits,
    };
    output.extend_from_slice(whole.as_bytes());
    if !fraction.is_empty() {
        output.push(b'.');
        output.extend_from_slice(fraction.as_bytes());
    }
    output.extend_from_slice(exponent.as_bytes());
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(push: impl Fn(&mut Vec<u8>)) -> String {
        let mut output = Vec::new();
        push(&mut output);
        String::from_utf8(output).unwrap()
    }

    #[test]
    fn escapes_only_what_must_be() {
        let text = "a\"b\\c/d\u{8}\u{c}\n\r\t\u{0}\u{1f}\u{7f}é\u{1f639}";
        assert_eq!(
            written(|output| push_string(output, text)),
            "\"a\\\"b\\\\c/d\\b\\f\\n\\r\\t\\u0000\\u001f\u{7f}é\u{1f639}\""
        );
        assert_eq!(written(|output| push_string(output, "")), "\"\"");
    }

    #[test]
    fn big_numbers_become_json_numbers() {
        let cases = [
            ("12", "12"),
            ("-12", "-12"),
            ("+5", "5"),
            (".5", "0.5"),
            ("-.5", "-0.5"),
            ("5.", "5"),
            ("007", "7"),
            ("-00", "-0"),
            ("1.23E-10", "1.23E-10"),
        ];
        for (number, json) in cases {
            assert_eq!(written(|output| push_big_number(output, number)), json);
        }
    }
}
