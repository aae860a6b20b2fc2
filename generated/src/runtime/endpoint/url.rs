//! URLs, as `parseURL` takes them apart.

use std::net::{Ipv4Addr, Ipv6Addr};

use http::Uri;

/// A URL without user and query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Url<'a> {
    /// `http` or `https`.
    pub scheme: &'a str,
    /// The host, and the port where the text names one.
    pub authority: &'a str,
    /// The path as it stands in the text; empty where the text has none.
    pub path: &'a str,
    /// The path, with `/` at either end.
    pub normalized_path: String,
    /// Whether the host is an IPv4 or IPv6 address.
    pub is_ip: bool,
}

/// `parseURL`: `None` if the text is no absolute `http` or `https` URL, or has a query or a fragment.
///
/// The rules' specification shows the path of `https://example.com` as `/`; here it is empty, as in
/// every official client, since rules append it to an authority.
#[must_use]
pub fn parse_url(text: &str) -> Option<Url<'_>> {
    if text.contains(['?', '#']) || text.parse::<Uri>().is_err() {
        return None;
    }
    let (scheme, rest) = text.split_once("://")?;
    if !matches!(scheme, "http" | "https") {
        return None;
    }
    let (authority, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    let authority = authority.rsplit('@').next()?;
    let host = host(authority)?;
    Some(Url {
        scheme,
        authority,
        path,
        normalized_path: normalized(path),
        is_ip: is_ip(host),
    })
}

/// The host of an authority, unless it is empty or what follows it is no port.
fn host(authority: &str) -> Option<&str> {
    let end_of_address = authority.find(']').map_or(0, |bracket| bracket + 1);
    let host = match authority[end_of_address..].find(':') {
        None => authority,
        Some(colon) => {
            let (host, port) = authority.split_at(end_of_address + colon);
            port[1..].parse::<u16>().ok()?;
            host
        }
    };
    (!host.is_empty()).then_some(host)
}

fn is_ip(host: &str) -> bool {
    match host
        .strip_prefix('[')
        .and_then(|rest| rest.strip_suffix(']'))
    {
        Some(address) => address.parse::<Ipv6Addr>().is_ok(),
        None => host.parse::<Ipv4Addr>().is_ok(),
    }
}

fn normalized(path: &str) -> String {
    match path.trim_matches('/') {
        "" => "/".to_owned(),
        _ => {
            let start = if path.starts_with('/') { "" } else { "/" };
            let end = if path.ends_with('/') { "" } else { "/" };
            format!("{start}{path}{end}")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(text: &str) -> Option<(&str, &str, &str, String, bool)> {
        let url = parse_url(text)?;
        Some((
            url.scheme,
            url.authority,
            url.path,
            url.normalized_path,
            url.is_ip,
        ))
    }

    #[test]
    fn takes_a_url_apart() {
        let expected = |scheme, authority, path, normalized: &str, is_ip| {
            Some((scheme, authority, path, normalized.to_owned(), is_ip))
        };
        for (text, url) in [
            (
                "https://example.com",
                expected("https", "example.com", "", "/", false),
            ),
            (
                "https://example.com/",
                expected("https", "example.com", "/", "/", false),
            ),
            (
                "http://example.com:80/foo/bar",
                expected("http", "example.com:80", "/foo/bar", "/foo/bar/", false),
            ),
            (
                "https://127.0.0.1",
                expected("https", "127.0.0.1", "", "/", true),
            ),
            (
                "https://[fe80::1]:443/a/",
                expected("https", "[fe80::1]:443", "/a/", "/a/", true),
            ),
            (
                "https://user:word@example.com",
                expected("https", "example.com", "", "/", false),
            ),
        ] {
            assert_eq!(parts(text), url, "{text}");
        }
    }

    #[test]
    fn refuses_what_is_no_such_url() {
        for text in [
            "",
            "example.com",
            "/path",
            "ftp://example.com",
            "https://",
            "https:///path",
            "https://:80",
            "http://abc.com:a/foo",
            "http://abc.com:99999",
            "https://example.com/path?query=1",
            "https://example.com:8443?foo=bar&faz=baz",
            "https://example.com/#top",
            "https://exa mple.com",
        ] {
            assert_eq!(parts(text), None, "{text}");
        }
    }
}
