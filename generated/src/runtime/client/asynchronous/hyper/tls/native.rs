//! TLS by the library of the operating system.

use hyper_tls::HttpsConnector;
use hyper_tls::native_tls::{Certificate, TlsConnector, TlsConnectorBuilder};

use super::{HTTP_VERSION_OF_PROXIES, HTTP_VERSIONS};
use crate::runtime::error::BoxError;

/// Settings of TLS. A clone is the same one.
#[derive(Clone)]
pub(in super::super) struct Tls {
    to_services: TlsConnector,
    to_proxies: TlsConnector,
}

impl Tls {
    /// Trusts whom the operating system trusts. It may read files.
    pub(super) fn native() -> Result<Self, BoxError> {
        Self::new(&mut TlsConnector::builder())
    }

    /// Trusts these certificates.
    pub(super) fn trusting(pem: &[u8]) -> Result<Self, BoxError> {
        let certificates = Certificate::stack_from_pem(pem)?;
        if certificates.is_empty() {
            return Err("there is no certificate among them".into());
        }
        let mut builder = TlsConnector::builder();
        builder.disable_built_in_roots(true);
        for certificate in certificates {
            builder.add_root_certificate(certificate);
        }
        Self::new(&mut builder)
    }

    fn new(builder: &mut TlsConnectorBuilder) -> Result<Self, BoxError> {
        Ok(Self {
            to_services: builder.request_alpns(HTTP_VERSIONS).build()?,
            to_proxies: builder.request_alpns(HTTP_VERSION_OF_PROXIES).build()?,
        })
    }

    /// Connects to services, with TLS over what `inner` connects.
    pub(in super::super) fn to_services<S>(&self, inner: S) -> HttpsConnector<S> {
        HttpsConnector::from((inner, self.to_services.clone().into()))
    }

    /// Connects to proxies, with TLS over what `inner` connects if their URL has the scheme `https`.
    pub(in super::super) fn to_proxies<S>(&self, inner: S) -> HttpsConnector<S> {
        HttpsConnector::from((inner, self.to_proxies.clone().into()))
    }
}
