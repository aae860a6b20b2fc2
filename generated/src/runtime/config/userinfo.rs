//! URLs as they may be shown.

use std::borrow::Cow;

/// A URL without the user name and password that it may have, as `https://***@example.com`.
///
/// It takes what is no URL too: there, all is left out up to the last `@`.
pub(in crate::runtime) fn without_userinfo(url: &str) -> Cow<'_, str> {
    let Some((before, host)) = url.rsplit_once('@') else {
        return Cow::Borrowed(url);
    };
    match before.split_once("://") {
        // A scheme has no `@`; what stands before one is then part of the secret.
        Some((scheme, _)) if !scheme.contains('@') => Cow::Owned(format!("{scheme}://***@{host}")),
        _ => Cow::Owned(format!("***@{host}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hides_user_name_and_password() {
        for (url, expected) in [
            ("https://example.com/a", "https://example.com/a"),
            ("https://u:p@example.com/a", "https://***@example.com/a"),
            ("https://u:p@q@example.com", "https://***@example.com"),
            ("u:p@example.com", "***@example.com"),
            ("u:p@x://example.com", "***@x://example.com"),
            ("a@b://c@d", "***@d"),
            ("", ""),
        ] {
            assert_eq!(without_userinfo(url), expected, "{url}");
        }
    }
}
