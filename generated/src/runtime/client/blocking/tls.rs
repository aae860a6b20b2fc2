//! TLS: by the library that the features of the crate name, and by rustls and ring where they name none.

use ureq::tls::TlsConfig;
use ureq::tls::{RootCerts, TlsProvider};

/// TLS as the features of the crate have it, trusting whom the operating system trusts. The second part says why
/// nobody is trusted, if that is so.
#[cfg(not(all(
    feature = "native-tls",
    not(feature = "rustls-ring"),
    not(feature = "rustls-aws-lc")
)))]
pub(super) fn config() -> (TlsConfig, Option<String>) {
    #[cfg(all(feature = "rustls-aws-lc", not(feature = "rustls-ring")))]
    use rustls::crypto::aws_lc_rs as library;
    #[cfg(not(all(feature = "rustls-aws-lc", not(feature = "rustls-ring"))))]
    use rustls::crypto::ring as library;

    let found = rustls_native_certs::load_native_certs();
    let problem = found.certs.is_empty().then(|| {
        let errors: Vec<String> = found.errors.iter().map(ToString::to_string).collect();
        format!(
            "the operating system has no root certificates to check a server's with; the variables SSL_CERT_FILE \
             and SSL_CERT_DIR can name others ({})",
            match errors.is_empty() {
                true => "none was found".to_owned(),
                false => errors.join("; "),
            }
        )
    });
    let roots = found
        .certs
        .iter()
        .map(|root| ureq::tls::Certificate::from_der(root).to_owned());
    let config = TlsConfig::builder()
        .provider(TlsProvider::Rustls)
        .root_certs(RootCerts::from(roots))
        .unversioned_rustls_crypto_provider(library::default_provider().into());
    (config.build(), problem)
}

/// TLS by the operating system's library, trusting whom the operating system trusts.
#[cfg(all(
    feature = "native-tls",
    not(feature = "rustls-ring"),
    not(feature = "rustls-aws-lc")
))]
pub(super) fn config() -> (TlsConfig, Option<String>) {
    let config = TlsConfig::builder()
        .provider(TlsProvider::NativeTls)
        .root_certs(RootCerts::PlatformVerifier);
    (config.build(), None)
}
