//! A server that speaks TLS, and offers HTTP/2.

use std::sync::Arc;

use ivs_realtime::runtime::client::Transport;
use rustls::ServerConfig;
use rustls::pki_types::PrivateKeyDer;
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::server::TlsStream;

/// Where connections with TLS come in.
pub(crate) struct Listener {
    tcp: TcpListener,
    acceptor: TlsAcceptor,
    pem: String,
}

impl Listener {
    pub(crate) async fn bind() -> Self {
        let made = rcgen::generate_simple_self_signed(["127.0.0.1".to_owned()]).unwrap();
        let key = PrivateKeyDer::try_from(made.signing_key.serialize_der()).unwrap();
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let mut config = ServerConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_single_cert(vec![made.cert.der().clone()], key)
            .unwrap();
        config.alpn_protocols = vec![b"h2".to_vec()];
        Self {
            tcp: TcpListener::bind("127.0.0.1:0").await.unwrap(),
            acceptor: TlsAcceptor::from(Arc::new(config)),
            pem: made.cert.pem(),
        }
    }

    pub(crate) fn url(&self) -> String {
        format!("https://{}", self.tcp.local_addr().unwrap())
    }

    /// A transport that trusts this server alone.
    pub(crate) fn transport(&self) -> Transport {
        let builder = Transport::builder().root_certificates_pem(self.pem.clone());
        builder.build().unwrap()
    }

    pub(crate) async fn accept(&self) -> TlsStream<TcpStream> {
        let (stream, _) = self.tcp.accept().await.unwrap();
        self.acceptor.accept(stream).await.unwrap()
    }
}
