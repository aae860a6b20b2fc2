//! Where a URI leads.

use std::fmt;

use http::Uri;
use http::uri::Scheme;

/// Scheme, host and port of a URI, for messages: `https://example.com:8443`. It says nothing else: there may be a user
/// and a password in a URI, and paths and queries hold what users put there.
#[derive(Clone)]
pub(in crate::runtime) struct Place(Uri);

impl Place {
    /// The place that a URI leads to.
    pub(in crate::runtime) fn of(uri: &Uri) -> Self {
        Self(uri.clone())
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let scheme = self.0.scheme().map_or("", Scheme::as_str);
        let host = self.0.host().unwrap_or_default();
        write!(f, "{scheme}://{host}")?;
        match self.0.port_u16() {
            Some(port) => write!(f, ":{port}"),
            None => Ok(()),
        }
    }
}

impl fmt::Debug for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
