//! The header `host`.

use std::borrow::Cow;

use http::Uri;

use super::target::default_port;

/// The value of the header `host` for a URI, which is signed and sent: a port that is the scheme's own is left out.
/// `None` if the URI has no host.
///
/// ([RFC 9110, section 4.2.3](https://www.rfc-editor.org/rfc/rfc9110#section-4.2.3))
pub(in crate::runtime) fn host(uri: &Uri) -> Option<Cow<'_, str>> {
    let host = uri.host()?;
    let usual = uri.scheme().and_then(default_port);
    Some(match uri.port_u16() {
        Some(port) if Some(port) != usual => Cow::Owned(format!("{host}:{port}")),
        _ => Cow::Borrowed(host),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_port_that_is_the_schemes_own_is_left_out() {
        for (uri, expected) in [
            ("http://host/a", Some("host")),
            ("http://host:80/a", Some("host")),
            ("https://host:443/a", Some("host")),
            ("http://host:443/a", Some("host:443")),
            ("https://host:80/a", Some("host:80")),
            ("http://host:8080/a", Some("host:8080")),
            ("https://[::1]:443/a", Some("[::1]")),
            ("https://[::1]:8443/a", Some("[::1]:8443")),
            ("/a", None),
        ] {
            let uri: Uri = uri.parse().unwrap();
            assert_eq!(host(&uri).as_deref(), expected, "{uri}");
        }
    }
}
