//! Where a client's requests go: its endpoint, taken apart.

use bytes::Bytes;
use http::header::{HeaderName, HeaderValue};
use http::uri::{Authority, PathAndQuery, Scheme};
use http::{Request, Uri};

use super::HostPrefix;
use crate::runtime::config::without_userinfo;
use crate::runtime::endpoint::Endpoint;
use crate::runtime::error::BoxError;

/// An endpoint, ready to be joined with the path of an operation.
#[derive(Clone, Debug)]
pub(in crate::runtime) struct Target {
    scheme: Scheme,
    authority: Authority,
    /// The path of the endpoint, without a slash at its end: what stands before the path of an operation.
    base_path: String,
    headers: Vec<(HeaderName, HeaderValue)>,
}

impl Target {
    /// Takes an endpoint apart.
    pub(in crate::runtime) fn new(endpoint: &Endpoint) -> Result<Self, BoxError> {
        let url = endpoint.url();
        let wrong = |what: &str| {
            let url = without_userinfo(url);
            format!(
                "the endpoint {url:?} {what}; expected a URL like https://service.region.example.com"
            )
        };
        let uri: Uri = url
            .parse()
            .map_err(|error| wrong(&format!("is no URL ({error})")))?;
        let parts = uri.into_parts();
        let scheme = parts.scheme.ok_or_else(|| wrong("has no scheme"))?;
        if scheme != Scheme::HTTP && scheme != Scheme::HTTPS {
            return Err(wrong("is of another scheme than http and https").into());
        }
        let authority = parts.authority.ok_or_else(|| wrong("has no host"))?;
        let authority = without_user(authority)?;
        // Without a port, the text ends with the host; `http` takes any number for a port.
        if authority.port_u16().is_none() && !authority.as_str().ends_with(authority.host()) {
            return Err(wrong("has a port that is no number from 0 to 65535").into());
        }
        // HTTP/2 sends the authority as it is, and the host is signed without a port that is the scheme's own.
        let authority = match authority.port_u16() {
            Some(port) if default_port(&scheme) == Some(port) => authority.host().parse()?,
            _ => authority,
        };
        let path = parts.path_and_query.as_ref();
        if path.is_some_and(|path| path.query().is_some()) {
            return Err(wrong("has a query").into());
        }
        let base_path = path.map_or("", PathAndQuery::path).trim_end_matches('/');
        let mut headers = Vec::new();
        for (name, values) in endpoint.headers() {
            for value in values {
                headers.push((name.parse()?, value.parse()?));
            }
        }
        Ok(Self {
            scheme,
            authority,
            base_path: base_path.to_owned(),
            headers,
        })
    }

    /// Sends a request there: gives it scheme, host, the endpoint's path and headers.
    pub(in crate::runtime) fn apply(&self, request: &mut Request<Bytes>) -> Result<(), BoxError> {
        let mut parts = std::mem::take(request.uri_mut()).into_parts();
        parts.scheme = Some(self.scheme.clone());
        parts.authority = Some(match request.extensions_mut().remove() {
            Some(HostPrefix(prefix)) => format!("{prefix}{}", self.authority).parse()?,
            None => self.authority.clone(),
        });
        if !self.base_path.is_empty() {
            let path = parts
                .path_and_query
                .as_ref()
                .map_or("/", PathAndQuery::as_str);
            parts.path_and_query = Some(format!("{}{path}", self.base_path).parse()?);
        }
        *request.uri_mut() = Uri::from_parts(parts)?;
        for (name, value) in &self.headers {
            request.headers_mut().append(name, value.clone());
        }
        Ok(())
    }
}

/// An authority without user name and password: requests are signed instead, and what is shown of a request has no
/// secret in it.
fn without_user(authority: Authority) -> Result<Authority, BoxError> {
    match authority.as_str().rsplit_once('@') {
        Some((_, host)) => Ok(host.parse()?),
        None => Ok(authority),
    }
}

/// The port of URIs of this scheme that name none.
pub(super) fn default_port(scheme: &Scheme) -> Option<u16> {
    match scheme.as_str() {
        "http" => Some(80),
        "https" => Some(443),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joined(endpoint: &str, path: &str) -> Result<String, String> {
        let target = Target::new(&Endpoint::new(endpoint)).map_err(|error| error.to_string())?;
        let mut request = Request::new(Bytes::new());
        *request.uri_mut() = path.parse().unwrap();
        target
            .apply(&mut request)
            .map_err(|error| error.to_string())?;
        Ok(request.uri().to_string())
    }

    #[test]
    fn joins_an_endpoint_and_a_path() {
        for (endpoint, path, expected) in [
            ("https://example.com", "/a?b=1", "https://example.com/a?b=1"),
            ("https://example.com/", "/a", "https://example.com/a"),
            (
                "http://127.0.0.1:8080/base/",
                "/a",
                "http://127.0.0.1:8080/base/a",
            ),
            ("https://u:p@example.com", "/a", "https://example.com/a"),
            ("https://example.com:443", "/a", "https://example.com/a"),
            ("http://[::1]:80", "/a", "http://[::1]/a"),
            ("http://example.com:443", "/a", "http://example.com:443/a"),
            (
                "http://[::1]:8080/base/x",
                "/a?b",
                "http://[::1]:8080/base/x/a?b",
            ),
        ] {
            assert_eq!(joined(endpoint, path), Ok(expected.to_owned()));
        }
    }

    #[test]
    fn says_what_is_wrong_with_an_endpoint() {
        for (endpoint, expected) in [
            ("", "is no URL"),
            ("example.com", "has no scheme"),
            ("/a", "has no scheme"),
            ("ftp://example.com", "is of another scheme"),
            ("https://example.com/a?b", "has a query"),
            ("https://exa mple.com", "is no URL"),
            ("https://example.com:99999", "has a port that is no number"),
            ("https://example.com:", "has a port that is no number"),
        ] {
            let error = joined(endpoint, "/a").unwrap_err();
            assert!(error.contains(expected), "{endpoint}: {error}");
            assert!(error.contains("expected a URL like"), "{error}");
        }
    }

    #[test]
    fn shows_no_password() {
        let error = joined("https://ann:sEcR@example.com?b", "/a").unwrap_err();
        assert!(
            error.starts_with("the endpoint \"https://***@example.com?b\" has a query"),
            "{error}"
        );
        let target = Target::new(&Endpoint::new("https://ann:sEcR@example.com")).unwrap();
        assert!(!format!("{target:?}").contains("sEcR"), "{target:?}");
    }

    #[test]
    fn puts_a_prefix_before_the_host_and_adds_headers() {
        let endpoint = Endpoint::new("https://example.com").with_header("x-a", "1");
        let mut request = Request::new(Bytes::new());
        *request.uri_mut() = "/a".parse().unwrap();
        request
            .extensions_mut()
            .insert(HostPrefix("data.".to_owned()));
        Target::new(&endpoint).unwrap().apply(&mut request).unwrap();
        assert_eq!(request.uri(), "https://data.example.com/a");
        assert_eq!(request.headers()["x-a"], "1");
    }
}
