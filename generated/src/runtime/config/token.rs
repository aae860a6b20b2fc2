//! Tokens of a user agent.

/// What stands beside letters and digits in a token of a user agent: HTTP's token, without quotation marks.
const SYMBOLS: &[u8] = b"!#$%&'*+-.^_`|~";

/// Whether a byte can stand in a token of a user agent.
pub(in crate::runtime) fn is_token(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || SYMBOLS.contains(&byte)
}
