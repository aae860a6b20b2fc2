//! The proxies that the environment names, for both clients: `HTTPS_PROXY` and `HTTP_PROXY`, each for its scheme,
//! `ALL_PROXY` for what has none of its own, and in `NO_PROXY` whom to reach without one. Each can be written in small
//! letters too; if both are set, capital letters count. What is set to nothing is not set.

mod exempt;
mod proxy;

use std::ffi::OsString;
use std::fmt;
use std::sync::Arc;

use http::Uri;
use http::uri::Scheme;

use exempt::Exempt;
pub(super) use proxy::{Proxy, ProxyKind};

/// The proxies of a client.
#[derive(Debug)]
pub(super) struct Proxies {
    http: Option<Named>,
    https: Option<Named>,
    /// What `NO_PROXY` lists.
    exempt: Vec<Exempt>,
}

/// What a variable names.
pub(super) type Named = Result<Arc<Proxy>, UnusableProxy>;

impl Proxies {
    /// The proxies that the environment of this process names.
    pub(super) fn from_env() -> Self {
        Self::new(|name| std::env::var_os(name))
    }

    /// The proxies that these variables name.
    pub(super) fn new(variable: impl Fn(&str) -> Option<OsString>) -> Self {
        let variables = Variables(&variable);
        let proxy = |name| {
            let (name, url) = variables.get(name).or_else(|| variables.get("ALL_PROXY"))?;
            let proxy = Proxy::parse(&url).map(Arc::new);
            Some(proxy.map_err(|problem| UnusableProxy {
                variable: name,
                problem,
            }))
        };
        Self {
            http: proxy("HTTP_PROXY"),
            https: proxy("HTTPS_PROXY"),
            exempt: match variables.get("NO_PROXY") {
                Some((_, list)) => exempt::list(&list),
                None => Vec::new(),
            },
        }
    }

    /// What is named for URLs of this scheme, whatever their host.
    pub(super) fn of_scheme(&self, is_https: bool) -> Option<&Named> {
        match is_https {
            true => self.https.as_ref(),
            false => self.http.as_ref(),
        }
    }

    /// The proxy that a request goes through, if it goes through one.
    ///
    /// # Errors
    ///
    /// It has to go through one, and the variable that should name it does not.
    pub(super) fn proxy_to(&self, uri: &Uri) -> Result<Option<&Arc<Proxy>>, &UnusableProxy> {
        let named = self.of_scheme(uri.scheme() == Some(&Scheme::HTTPS));
        match (named, uri.host()) {
            (Some(named), Some(host)) if !exempt::is_exempt(&self.exempt, host) => {
                named.as_ref().map(Some)
            }
            _ => Ok(None),
        }
    }
}

/// The variables of an environment.
struct Variables<'a>(&'a dyn Fn(&str) -> Option<OsString>);

impl Variables<'_> {
    /// The value of a variable, without space around it, and the name that it was found under.
    fn get(&self, name: &str) -> Option<(String, String)> {
        let names = [name.to_owned(), name.to_ascii_lowercase()];
        names.into_iter().find_map(|name| {
            let value = (self.0)(&name)?;
            // What is no text is no URL either, and is to be found out as such.
            let value = value.to_string_lossy().trim().to_owned();
            (!value.is_empty() && !self.is_header(&name)).then_some((name, value))
        })
    }

    /// Whether a request that somebody sent to this program may have set the variable: a server that runs a program
    /// for each request (CGI) puts the header `Proxy` there. Windows does not tell capital from small letters.
    ///
    /// ([RFC 3875, section 4.1.18](https://www.rfc-editor.org/rfc/rfc3875#section-4.1.18))
    fn is_header(&self, name: &str) -> bool {
        let may_be = match cfg!(windows) {
            true => name.eq_ignore_ascii_case("HTTP_PROXY"),
            false => name == "HTTP_PROXY",
        };
        may_be && (self.0)("REQUEST_METHOD").is_some()
    }
}

/// A variable of the environment is set, and names no proxy. Its value is not told: it may hold a password.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct UnusableProxy {
    variable: String,
    problem: &'static str,
}

impl fmt::Display for UnusableProxy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "the variable {} of the environment names no proxy: {}; expected a URL such as \
             `http://proxy.example:3128` with one of the schemes {}, or the host of the service in NO_PROXY",
            self.variable,
            self.problem,
            ProxyKind::NAMES
        )
    }
}

impl std::error::Error for UnusableProxy {}

#[cfg(test)]
mod tests;
