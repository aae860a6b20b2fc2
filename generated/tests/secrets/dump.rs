//! Dumps of bytes: rows of hexadecimal digits.

/// How many bytes a row of `ureq-proto` has.
const BYTES_PER_ROW: usize = 16;

/// The hexadecimal digits of all rows in a text, one after the other, however they are put in groups.
pub(crate) fn digits(text: &str) -> String {
    let words = text.as_bytes().split(|byte| b" \t\r\n,[]=".contains(byte));
    let words = words.map(|word| word.strip_prefix(b"0x").unwrap_or(word));
    let digits = words.filter(|word| is_bytes(word)).flatten();
    digits.map(|digit| char::from(*digit)).collect()
}

fn is_bytes(word: &[u8]) -> bool {
    word.len().is_multiple_of(2) && word.iter().all(u8::is_ascii_hexdigit)
}

/// The bytes of a row as `ureq-proto` writes it: `7345 6352 ... ---- sEcR....`, always as wide. Of anything else, none.
pub(crate) fn bytes_of_row(row: &str) -> Option<Vec<u8>> {
    let (digits, characters) = row.split_at_checked(BYTES_PER_ROW * 5 / 2)?;
    if characters.len() != 1 + BYTES_PER_ROW {
        return None;
    }
    let digits = digits.replace(' ', "");
    let digits = digits.trim_end_matches('-');
    if !is_bytes(digits.as_bytes()) {
        return None;
    }
    let bytes = (0..digits.len()).step_by(2);
    bytes
        .map(|place| u8::from_str_radix(&digits[place..place + 2], 16).ok())
        .collect()
}

/// What `ureq-proto` would write of these bytes.
pub(crate) fn rows(bytes: &[u8]) -> Vec<String> {
    let row = |row: &[u8]| {
        let mut digits = String::new();
        let mut characters = String::new();
        for place in 0..BYTES_PER_ROW {
            match row.get(place) {
                Some(byte) => digits += &format!("{byte:02x}"),
                None => digits += "--",
            }
            if place % 2 == 1 {
                digits.push(' ');
            }
            let byte = row.get(place).filter(|byte| byte.is_ascii_graphic());
            characters.push(byte.map_or('.', |byte| char::from(*byte)));
        }
        format!("{digits} {characters}")
    };
    bytes.chunks(BYTES_PER_ROW).map(row).collect()
}

#[test]
fn rows_are_put_together() {
    let bytes = "One row, and a bit of another\r\n\u{e9}".as_bytes();
    let rows = rows(bytes);
    assert_eq!(
        rows[0],
        "4f6e 6520 726f 772c 2061 6e64 2061 2062  One.row,.and.a.b"
    );
    assert_eq!(
        rows[2],
        "a9-- ---- ---- ---- ---- ---- ---- ----  ................"
    );
    let read: Vec<u8> = rows
        .iter()
        .filter_map(|row| bytes_of_row(row))
        .flatten()
        .collect();
    assert_eq!(read, bytes);
    let digits = digits(&rows[..2].join("\n"));
    assert_eq!(digits.len(), 64, "{digits}");
    for other in [
        "",
        "Resolved: 127.0.0.1:80",
        &rows[0][1..],
        &format!("{}.", rows[0]),
    ] {
        assert_eq!(bytes_of_row(other), None, "{other}");
    }
}
