//! Putting the settings of a transport together.

use std::fmt;
use std::time::Duration;

use super::super::transport::Transport;
use super::connector::Connector;
use super::proxies::Proxies;
use super::tls::Trust;
use crate::runtime::call::DEFAULT_CONNECT_TIMEOUT;
use crate::runtime::client::proxies;
use crate::runtime::error::BoxError;

/// Puts the settings of the crate's own transport together. What is not set has the default that is named with it.
///
/// ```no_run
/// use ivs_realtime::Config;
/// use ivs_realtime::runtime::client::Transport;
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let transport = Transport::builder()
///     .root_certificates_pem(std::fs::read("company-ca.pem")?)
///     .build()?;
/// let config = Config::builder().region("us-east-1").transport(transport).build();
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
#[must_use = "a transport is made by `build`"]
pub struct TransportBuilder {
    roots: Option<Vec<u8>>,
    connect_timeout: Option<Duration>,
}

/// The root certificates that were given cannot be used.
#[derive(Debug)]
pub struct InvalidRootCertificates(BoxError);

impl Transport {
    /// Starts to put the settings of the crate's own transport together. A client has one with the defaults unless
    /// its settings name another.
    pub fn builder() -> TransportBuilder {
        TransportBuilder {
            roots: None,
            connect_timeout: Some(DEFAULT_CONNECT_TIMEOUT),
        }
    }
}

impl TransportBuilder {
    /// Trusts these certificates, one or more in PEM format, in place of those of the operating system.
    ///
    /// Unless set, the operating system's are trusted; with the features `rustls-ring` and `rustls-aws-lc` the
    /// variables `SSL_CERT_FILE` and `SSL_CERT_DIR` can name others.
    pub fn root_certificates_pem(mut self, pem: impl Into<Vec<u8>>) -> Self {
        self.roots = Some(pem.into());
        self
    }

    /// Sets how long making a connection may take, TLS included; `None` is for ever. Unless set, 3.1 s. The limit
    /// in the settings of the client does not hold for a transport that is brought.
    pub fn connect_timeout(mut self, limit: impl Into<Option<Duration>>) -> Self {
        self.connect_timeout = limit.into();
        self
    }

    /// The transport. It opens no connection before it is used.
    ///
    /// # Errors
    ///
    /// [`root_certificates_pem`](Self::root_certificates_pem) was given something else than certificates.
    pub fn build(self) -> Result<Transport, InvalidRootCertificates> {
        let trust = match self.roots {
            Some(pem) => Trust::given(&pem).map_err(InvalidRootCertificates)?,
            None => Trust::Native,
        };
        let proxies = Proxies::new(proxies::Proxies::from_env());
        let connector = Connector::new(trust, proxies, self.connect_timeout);
        Ok(super::transport(connector))
    }
}

impl fmt::Debug for TransportBuilder {
    /// Tells how many bytes the certificates have, not which.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = f.debug_struct("TransportBuilder");
        match &self.roots {
            Some(pem) => shown.field("roots", &format_args!("{} bytes", pem.len())),
            None => shown.field("roots", &format_args!("native")),
        };
        shown
            .field("connect_timeout", &self.connect_timeout)
            .finish()
    }
}

impl fmt::Display for InvalidRootCertificates {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "the root certificates cannot be used: {}; expected certificates in PEM format, each from a line \
             `-----BEGIN CERTIFICATE-----` to a line `-----END CERTIFICATE-----`",
            self.0
        )
    }
}

impl std::error::Error for InvalidRootCertificates {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.0.source()
    }
}
