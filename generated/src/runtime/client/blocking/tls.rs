//! TLS, by the first of these that a feature has switched on: rustls with ring, rustls with aws-lc, the operating
//! system's library. Where none has, it is rustls with ring.

use ureq::tls::{RootCerts, TlsConfig, TlsProvider};

/// Whether the operating system's library is the only one that a feature has switched on.
const IS_NATIVE: bool = cfg!(all(
    feature = "native-tls",
    not(feature = "rustls-ring"),
    not(feature = "rustls-aws-lc")
));

/// TLS that trusts whom the operating system trusts.
///
/// # Errors
///
/// The operating system trusts nobody that can be found.
pub(super) fn config() -> Result<TlsConfig, String> {
    if IS_NATIVE {
        let config = TlsConfig::builder()
            .provider(TlsProvider::NativeTls)
            .root_certs(RootCerts::PlatformVerifier);
        return Ok(config.build());
    }
    let config = TlsConfig::builder()
        .provider(TlsProvider::Rustls)
        .root_certs(native_roots()?)
        .unversioned_rustls_crypto_provider(provider().into());
    Ok(config.build())
}

#[cfg(all(feature = "rustls-aws-lc", not(feature = "rustls-ring")))]
fn provider() -> rustls::crypto::CryptoProvider {
    rustls::crypto::aws_lc_rs::default_provider()
}

#[cfg(not(all(feature = "rustls-aws-lc", not(feature = "rustls-ring"))))]
fn provider() -> rustls::crypto::CryptoProvider {
    rustls::crypto::ring::default_provider()
}

/// The root certificates of the operating system. It reads files.
fn native_roots() -> Result<RootCerts, String> {
    let found = rustls_native_certs::load_native_certs();
    if found.certs.is_empty() {
        let mut reasons: Vec<String> = found.errors.iter().map(ToString::to_string).collect();
        if reasons.is_empty() {
            reasons.push("there are none".to_owned());
        }
        return Err(format!(
            "the root certificates of the operating system cannot be loaded: {}; install them (many systems have \
             the package `ca-certificates`), or name others with the variables SSL_CERT_FILE and SSL_CERT_DIR",
            reasons.join("; ")
        ));
    }
    let roots = found.certs.iter();
    let roots = roots.map(|root| ureq::tls::Certificate::from_der(root).to_owned());
    Ok(RootCerts::from(roots))
}
