//! TLS by rustls, with ring if it is there, else with aws-lc.

use std::sync::Arc;

use hyper_rustls::{ConfigBuilderExt, HttpsConnector};
use rustls::client::WantsClientCert;
use rustls::crypto::CryptoProvider;
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use rustls::{ClientConfig, ConfigBuilder, RootCertStore, WantsVerifier};

use super::{HTTP_VERSION_OF_PROXIES, HTTP_VERSIONS};
use crate::runtime::error::BoxError;

/// Settings of TLS. A clone is the same one.
#[derive(Clone)]
pub(in super::super) struct Tls {
    to_services: Arc<ClientConfig>,
    to_proxies: Arc<ClientConfig>,
}

impl Tls {
    /// Trusts whom the operating system trusts. It reads files.
    pub(super) fn native() -> Result<Self, BoxError> {
        Ok(Self::new(builder()?.with_native_roots()?))
    }

    /// Trusts these certificates.
    pub(super) fn trusting(pem: &[u8]) -> Result<Self, BoxError> {
        let mut roots = RootCertStore::empty();
        for certificate in CertificateDer::pem_slice_iter(pem) {
            roots.add(certificate.map_err(|error| error.to_string())?)?;
        }
        if roots.is_empty() {
            return Err("there is no certificate among them".into());
        }
        Ok(Self::new(builder()?.with_root_certificates(roots)))
    }

    fn new(builder: ConfigBuilder<ClientConfig, WantsClientCert>) -> Self {
        let mut config = builder.with_no_client_auth();
        let names = |versions: &[&str]| {
            versions
                .iter()
                .map(|name| name.as_bytes().to_vec())
                .collect()
        };
        config.alpn_protocols = names(HTTP_VERSIONS);
        let mut to_proxies = config.clone();
        to_proxies.alpn_protocols = names(HTTP_VERSION_OF_PROXIES);
        Self {
            to_services: Arc::new(config),
            to_proxies: Arc::new(to_proxies),
        }
    }

    /// Connects to services, with TLS over what `inner` connects.
    pub(in super::super) fn to_services<S>(&self, inner: S) -> HttpsConnector<S> {
        HttpsConnector::from((inner, Arc::clone(&self.to_services)))
    }

    /// Connects to proxies, with TLS over what `inner` connects if their URL has the scheme `https`.
    pub(in super::super) fn to_proxies<S>(&self, inner: S) -> HttpsConnector<S> {
        HttpsConnector::from((inner, Arc::clone(&self.to_proxies)))
    }
}

/// Not with the provider of the process: there may be none, or another.
fn builder() -> Result<ConfigBuilder<ClientConfig, WantsVerifier>, rustls::Error> {
    ClientConfig::builder_with_provider(Arc::new(provider())).with_safe_default_protocol_versions()
}

#[cfg(feature = "rustls-ring")]
fn provider() -> CryptoProvider {
    rustls::crypto::ring::default_provider()
}

#[cfg(not(feature = "rustls-ring"))]
fn provider() -> CryptoProvider {
    rustls::crypto::aws_lc_rs::default_provider()
}
