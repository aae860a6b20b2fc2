//! Random identifiers.

use crate::runtime::hex;

/// A random UUID (RFC 9562, version 4) as text: what idempotency tokens and invocation ids are.
///
/// It is unlikely to be drawn twice, and no secret.
#[must_use]
pub fn uuid_v4() -> String {
    let random = fastrand::u128(..);
    // The version stands in bits 48 to 51, counted from the left, the variant in bits 64 and 65.
    let uuid = random & !(0xf000 << 64) & !(0xc000 << 48) | 0x4000 << 64 | 0x8000 << 48;
    let mut text = String::with_capacity(36);
    for (index, byte) in uuid.to_be_bytes().into_iter().enumerate() {
        if let 4 | 6 | 8 | 10 = index {
            text.push('-');
        }
        text.extend(hex::digits(byte).map(char::from));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_a_uuid_of_version_4() {
        for _ in 0..1_000 {
            let text = uuid_v4();
            let parts: Vec<&str> = text.split('-').collect();
            assert_eq!(
                parts.iter().map(|part| part.len()).collect::<Vec<_>>(),
                [8, 4, 4, 4, 12]
            );
            assert!(
                text.bytes()
                    .all(|byte| byte == b'-' || byte.is_ascii_hexdigit())
            );
            assert!(parts[2].starts_with('4'), "{text}");
            assert!(parts[3].starts_with(['8', '9', 'a', 'b']), "{text}");
        }
        assert_ne!(uuid_v4(), uuid_v4());
    }
}
