//! A proxy, and the URL that names it.

use std::fmt;

use http::Uri;

/// A proxy.
#[derive(Clone, PartialEq, Eq)]
pub(in crate::runtime::client) struct Proxy {
    kind: ProxyKind,
    /// An IPv6 address has its brackets.
    host: String,
    port: u16,
    /// Who we are to the proxy, with a password.
    user: Option<(String, String)>,
}

/// How a proxy is spoken to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::runtime::client) enum ProxyKind {
    /// In HTTP.
    Http,
    /// In HTTP over TLS.
    Https,
    /// In SOCKS 4, with IPv4 addresses.
    Socks4,
    /// The same, with names that the proxy looks up.
    Socks4a,
    /// In SOCKS 5, with addresses.
    Socks5,
    /// The same, with names that the proxy looks up.
    Socks5h,
}

impl ProxyKind {
    /// The schemes of URLs, for messages.
    pub(super) const NAMES: &str = "http, https, socks4, socks4a, socks5 and socks5h";

    fn of_scheme(scheme: &str) -> Option<Self> {
        Some(match scheme.to_ascii_lowercase().as_str() {
            "http" => Self::Http,
            "https" => Self::Https,
            "socks4" => Self::Socks4,
            "socks4a" => Self::Socks4a,
            "socks" | "socks5" => Self::Socks5,
            "socks5h" => Self::Socks5h,
            _ => return None,
        })
    }

    fn scheme(self) -> &'static str {
        match self {
            Self::Http => "http",
            Self::Https => "https",
            Self::Socks4 => "socks4",
            Self::Socks4a => "socks4a",
            Self::Socks5 => "socks5",
            Self::Socks5h => "socks5h",
        }
    }

    fn default_port(self) -> u16 {
        match self {
            Self::Http => 80,
            Self::Https => 443,
            _ => 1080,
        }
    }
}

impl Proxy {
    /// The proxy that a URL names. Without a scheme it is one that is spoken to in HTTP.
    ///
    /// # Errors
    ///
    /// It names none. The error says why, and nothing of the URL: it may hold a password.
    pub(in crate::runtime::client) fn parse(url: &str) -> Result<Self, &'static str> {
        let url = match url.contains("://") {
            true => url.to_owned(),
            false => format!("http://{url}"),
        };
        let uri: Uri = url.parse().map_err(|_| "it is no URL")?;
        let scheme = uri.scheme_str().ok_or("it is no URL")?;
        let kind = ProxyKind::of_scheme(scheme).ok_or("its scheme is unknown")?;
        let authority = uri.authority().ok_or("it has no host")?;
        let after = scheme.len() + "://".len() + authority.as_str().len();
        if url.get(after..).is_some_and(|rest| rest.contains('@')) {
            return Err("its user or password is not percent-encoded");
        }
        let (user, place) = match authority.as_str().rsplit_once('@') {
            Some((user, place)) => (user, place),
            None => ("", authority.as_str()),
        };
        let host = authority.host();
        if host.is_empty() {
            return Err("it has no host");
        }
        let port = match authority.port_u16() {
            Some(port) => port,
            None if place == host => kind.default_port(),
            None => return Err("its port is no number from 0 to 65535"),
        };
        Ok(Self {
            kind,
            host: host.to_owned(),
            port,
            user: user_and_password(user)?,
        })
    }

    pub(in crate::runtime::client) fn kind(&self) -> ProxyKind {
        self.kind
    }

    /// Its host. An IPv6 address has brackets around it.
    #[cfg(feature = "blocking")]
    pub(in crate::runtime::client) fn host(&self) -> &str {
        &self.host
    }

    #[cfg(feature = "blocking")]
    pub(in crate::runtime::client) fn port(&self) -> u16 {
        self.port
    }

    /// Who we are to the proxy, with a password.
    pub(in crate::runtime::client) fn user(&self) -> Option<(&str, &str)> {
        let (user, password) = self.user.as_ref()?;
        Some((user, password))
    }
}

/// Scheme, host and port: `http://proxy.example:3128`.
impl fmt::Display for Proxy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}://{}:{}", self.kind.scheme(), self.host, self.port)
    }
}

impl fmt::Debug for Proxy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// What stands before the `@` of a URL, decoded. Without a password, it is empty.
fn user_and_password(text: &str) -> Result<Option<(String, String)>, &'static str> {
    if text.is_empty() {
        return Ok(None);
    }
    let (user, password) = text.split_once(':').unwrap_or((text, ""));
    match (decoded(user), decoded(password)) {
        (Some(user), Some(password)) => Ok(Some((user, password))),
        _ => Err("its user or password is not percent-encoded UTF-8"),
    }
}

/// Decodes what is percent-encoded; `None` if that is no UTF-8. A `%` without digits stands for itself.
fn decoded(text: &str) -> Option<String> {
    let digit = |byte: &u8| char::from(*byte).to_digit(16);
    let mut decoded = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [byte, after @ ..] = rest {
        rest = after;
        let encoded = match after {
            [high, low, after @ ..] if *byte == b'%' => {
                digit(high).zip(digit(low)).map(|pair| (pair, after))
            }
            _ => None,
        };
        match encoded {
            Some(((high, low), after)) => {
                decoded.push(u8::try_from(high << 4 | low).ok()?);
                rest = after;
            }
            None => decoded.push(*byte),
        }
    }
    String::from_utf8(decoded).ok()
}
