//! The proxies that the environment names: `HTTPS_PROXY` and `HTTP_PROXY`, each for its scheme, `ALL_PROXY` for both,
//! and in `NO_PROXY` whom to reach without one. Each can be written in small letters too.

use std::net::IpAddr;

use http::Uri;
use http::uri::Scheme;
use ureq::Proxy;

/// The proxies of a client.
#[derive(Debug, Default)]
pub(super) struct Proxies {
    http: Option<Proxy>,
    https: Option<Proxy>,
    /// What `NO_PROXY` lists.
    without: Vec<Pattern>,
}

/// An entry of `NO_PROXY`.
#[derive(Debug, PartialEq, Eq)]
enum Pattern {
    All,
    /// A domain with all that is below it, in small letters.
    Domain(String),
    /// Addresses that have as many leading bits in common with this one.
    Network(IpAddr, u32),
}

impl Proxies {
    /// The proxies that the variables name.
    ///
    /// # Errors
    ///
    /// A variable holds what is no URL of a proxy.
    pub(super) fn from_env(variable: impl Fn(&str) -> Option<String>) -> Result<Self, String> {
        let value = |name: &str| {
            let names = [name.to_owned(), name.to_ascii_lowercase()];
            names.into_iter().find_map(|name| {
                let value = variable(&name).filter(|value| !value.trim().is_empty())?;
                // A server that runs this program for a request (CGI) puts the request's header `Proxy` there.
                let is_header = name == "HTTP_PROXY" && variable("REQUEST_METHOD").is_some();
                (!is_header).then_some((name, value))
            })
        };
        let proxy = |name: &str| match value(name).or_else(|| value("ALL_PROXY")) {
            Some((name, url)) => match Proxy::new(url.trim()) {
                Ok(proxy) => Ok(Some(proxy)),
                // The URL may hold a password.
                Err(_) => Err(format!(
                    "the variable {name} of the environment holds no URL of a proxy; expected one such as \
                     `http://proxy.example:3128`"
                )),
            },
            None => Ok(None),
        };
        let without = value("NO_PROXY").map(|(_, list)| list).unwrap_or_default();
        Ok(Self {
            http: proxy("HTTP_PROXY")?,
            https: proxy("HTTPS_PROXY")?,
            without: list(&without),
        })
    }

    /// The proxy for URLs of this scheme, whatever their host.
    pub(super) fn of_scheme(&self, is_https: bool) -> Option<&Proxy> {
        match is_https {
            true => self.https.as_ref(),
            false => self.http.as_ref(),
        }
    }

    /// The proxy that a request goes through, if it goes through one.
    pub(super) fn of(&self, uri: &Uri) -> Option<&Proxy> {
        let proxy = self.of_scheme(uri.scheme() == Some(&Scheme::HTTPS));
        let host = uri.host()?;
        proxy.filter(|_| !self.without.iter().any(|pattern| pattern.matches(host)))
    }
}

/// The entries of `NO_PROXY`.
fn list(text: &str) -> Vec<Pattern> {
    let entries = text.split([',', ' ']).map(str::trim);
    entries
        .filter(|entry| !entry.is_empty())
        .map(Pattern::new)
        .collect()
}

impl Pattern {
    fn new(entry: &str) -> Self {
        if entry == "*" {
            return Self::All;
        }
        if let Ok(address) = without_brackets(entry).parse() {
            return Self::Network(address, u32::MAX);
        }
        if let Some((address, bits)) = entry.split_once('/')
            && let (Ok(address), Ok(bits)) = (address.parse(), bits.parse())
        {
            return Self::Network(address, bits);
        }
        let domain = entry.trim_start_matches('*').trim_start_matches('.');
        Self::Domain(domain.to_ascii_lowercase())
    }

    fn matches(&self, host: &str) -> bool {
        match self {
            Self::All => true,
            Self::Domain(domain) => {
                let host = host.to_ascii_lowercase();
                match host.strip_suffix(domain.as_str()) {
                    Some(before) => before.is_empty() || before.ends_with('.'),
                    None => false,
                }
            }
            Self::Network(network, bits) => match (network, without_brackets(host).parse()) {
                (IpAddr::V4(network), Ok(IpAddr::V4(address))) => {
                    let differing = network.to_bits() ^ address.to_bits();
                    differing.leading_zeros() >= (*bits).min(u32::BITS)
                }
                (IpAddr::V6(network), Ok(IpAddr::V6(address))) => {
                    let differing = network.to_bits() ^ address.to_bits();
                    differing.leading_zeros() >= (*bits).min(u128::BITS)
                }
                _ => false,
            },
        }
    }
}

/// An IPv6 address as it stands in a URL, without its brackets.
fn without_brackets(host: &str) -> &str {
    host.strip_prefix('[')
        .and_then(|host| host.strip_suffix(']'))
        .unwrap_or(host)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn proxies(variables: &[(&str, &str)]) -> Result<Proxies, String> {
        Proxies::from_env(|name| {
            let found = variables.iter().find(|(other, _)| *other == name);
            found.map(|(_, value)| (*value).to_owned())
        })
    }

    fn proxy_of(variables: &[(&str, &str)], uri: &str) -> Option<String> {
        let proxies = proxies(variables).unwrap();
        let proxy = proxies.of(&uri.parse().unwrap())?;
        Some(format!("{}:{}", proxy.host(), proxy.port()))
    }

    #[test]
    fn each_scheme_has_its_proxy() {
        let both = [("HTTP_PROXY", "http://a:1"), ("https_proxy", "http://b:2")];
        assert_eq!(proxy_of(&both, "http://host/").unwrap(), "a:1");
        assert_eq!(proxy_of(&both, "https://host/").unwrap(), "b:2");
        let all = [("ALL_PROXY", "socks5://c:3"), ("HTTPS_PROXY", "b:2")];
        assert_eq!(proxy_of(&all, "http://host/").unwrap(), "c:3");
        assert_eq!(proxy_of(&all, "https://host/").unwrap(), "b:2");
        assert_eq!(proxy_of(&[("HTTP_PROXY", "")], "http://host/"), None);
    }

    #[test]
    fn a_request_header_names_no_proxy() {
        let cgi = [("HTTP_PROXY", "http://a:1"), ("REQUEST_METHOD", "GET")];
        assert_eq!(proxy_of(&cgi, "http://host/"), None);
    }

    #[test]
    fn some_hosts_are_reached_without_a_proxy() {
        let without = |list: &str, uri: &str| {
            proxy_of(&[("ALL_PROXY", "http://a:1"), ("NO_PROXY", list)], uri).is_none()
        };
        assert!(without("*", "https://host/"));
        assert!(without("example.com", "https://example.com/"));
        assert!(without("other, .example.com", "https://Api.Example.com/"));
        assert!(without("*.example.com", "https://api.example.com/"));
        assert!(!without("example.com", "https://anexample.com/"));
        assert!(without("127.0.0.1", "http://127.0.0.1:80/"));
        assert!(!without("127.0.0.1", "http://127.0.0.2/"));
        assert!(without("10.0.0.0/8", "http://10.9.8.7/"));
        assert!(!without("10.0.0.0/8", "http://11.9.8.7/"));
        assert!(without("::1", "http://[::1]:8080/"));
        assert!(without("fd00::/8", "http://[fd12::1]/"));
        assert!(!without("", "https://host/"));
    }

    #[test]
    fn what_is_no_proxy_is_named_without_its_password() {
        let error = proxies(&[("https_proxy", "gopher://user:secret@a:1")]).unwrap_err();
        assert!(error.contains("https_proxy"), "{error}");
        assert!(!error.contains("secret"), "{error}");
    }
}
