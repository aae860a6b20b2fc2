//! TLS, by the first of these that a feature has switched on: rustls with ring, rustls with aws-lc, the operating
//! system's library. So features can be added to one another.

#[cfg(not(any(feature = "rustls-ring", feature = "rustls-aws-lc")))]
mod native;
#[cfg(any(feature = "rustls-ring", feature = "rustls-aws-lc"))]
mod with_rustls;

use std::fmt;

use tokio::sync::OnceCell;

use crate::runtime::error::BoxError;
#[cfg(not(any(feature = "rustls-ring", feature = "rustls-aws-lc")))]
pub(super) use native::Tls;
#[cfg(any(feature = "rustls-ring", feature = "rustls-aws-lc"))]
pub(super) use with_rustls::Tls;

/// The HTTP versions that are offered when a connection is made.
const HTTP_VERSIONS: &[&str] = if cfg!(feature = "http2") {
    &["h2", "http/1.1"]
} else {
    &["http/1.1"]
};

/// The HTTP version that proxies are spoken to in.
const HTTP_VERSION_OF_PROXIES: &[&str] = &["http/1.1"];

/// The certificates of the operating system take long to load and are the same for all.
static NATIVE: OnceCell<Tls> = OnceCell::const_new();

/// Whose certificates are trusted. A clone is the same one.
#[derive(Clone)]
pub(super) enum Trust {
    /// Those that the operating system trusts.
    Native,
    /// Those that were given.
    Given(Tls),
}

impl Trust {
    /// Trusts these certificates, in PEM format.
    pub(super) fn given(pem: &[u8]) -> Result<Self, BoxError> {
        Tls::trusting(pem).map(Self::Given)
    }

    /// The settings of TLS. The operating system's certificates are loaded once in a process, when the first
    /// connection needs them; after a failure the next connection tries again.
    pub(super) async fn tls(&self) -> Result<Tls, BoxError> {
        match self {
            Self::Given(tls) => Ok(tls.clone()),
            Self::Native => NATIVE.get_or_try_init(load_native).await.cloned(),
        }
    }
}

async fn load_native() -> Result<Tls, BoxError> {
    // Files are read: that must not hold up whatever else this thread drives.
    let loaded = tokio::task::spawn_blocking(Tls::native).await;
    loaded
        .map_err(BoxError::from)
        .flatten()
        .map_err(|source| NoRoots(source).into())
}

/// The operating system's root certificates could not be loaded.
#[derive(Debug)]
pub(super) struct NoRoots(BoxError);

impl fmt::Display for NoRoots {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "the root certificates of the operating system cannot be loaded: {}; install them (many systems have \
             the package `ca-certificates`), or give some with `Transport::builder().root_certificates_pem(..)`",
            self.0
        )
    }
}

impl std::error::Error for NoRoots {}
