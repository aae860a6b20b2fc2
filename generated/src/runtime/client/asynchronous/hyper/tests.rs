use std::error::Error;
use std::io;
use std::sync::Arc;

use rustls::pki_types::PrivateKeyDer;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;
use tokio_rustls::TlsAcceptor;

use super::proxies::Proxies;
use super::tls::Trust;
use super::*;
use crate::runtime::client::proxies;

const ANSWER: &[u8] = b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok";

/// A user and a password, and what becomes of them in a header.
const USER: &str = "ann:sEcReT";
const BASIC: &str = "proxy-authorization: Basic YW5uOnNFY1JlVA==";

/// A connection of any kind.
trait Io: AsyncRead + AsyncWrite + Send + Unpin {}

impl<T: AsyncRead + AsyncWrite + Send + Unpin> Io for T {}

/// Takes one connection, and gives what `serve` makes of it.
async fn server<F>(
    serve: impl FnOnce(TcpStream) -> F + Send + 'static,
) -> (String, JoinHandle<F::Output>)
where
    F: Future<Output: Send + 'static> + Send,
{
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap().to_string();
    let serving = tokio::spawn(async move { serve(listener.accept().await.unwrap().0).await });
    (address, serving)
}

/// Reads the head of a request.
async fn head(stream: &mut dyn Io) -> String {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        head.push(stream.read_u8().await.unwrap());
    }
    String::from_utf8(head).unwrap()
}

/// Reads the head of a request, and answers it.
async fn answer(stream: &mut dyn Io, answer: &[u8]) -> String {
    let head = head(stream).await;
    stream.write_all(answer).await.unwrap();
    head
}

/// A certificate for a host in PEM format, and what a server shows it with.
fn certificate(host: &str) -> (String, TlsAcceptor) {
    let mut params = rcgen::CertificateParams::new([host.to_owned()]).unwrap();
    // Some libraries tell root certificates apart by their names alone.
    let name = &mut params.distinguished_name;
    name.push(rcgen::DnType::CommonName, host);
    let key = rcgen::KeyPair::generate().unwrap();
    let made = params.self_signed(&key).unwrap();
    let key = PrivateKeyDer::try_from(key.serialize_der()).unwrap();
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = rustls::ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![made.der().clone()], key)
        .unwrap();
    (made.pem(), TlsAcceptor::from(Arc::new(config)))
}

fn trusting(trust: Trust, proxies: proxies::Proxies) -> Transport {
    transport(Connector::new(trust, Proxies::new(proxies), None))
}

/// The proxies of an environment with these variables.
fn named(variables: &[(&str, &str)]) -> proxies::Proxies {
    proxies::Proxies::new(|name| {
        let found = variables.iter().find(|(other, _)| *other == name);
        found.map(|(_, value)| (*value).into())
    })
}

fn through(proxy: &str) -> proxies::Proxies {
    named(&[("ALL_PROXY", proxy), ("NO_PROXY", "direct.example")])
}

async fn get(transport: &Transport, uri: &str) -> Result<u16, Failure> {
    let request = Request::get(uri).body(Bytes::new()).unwrap();
    let response = transport.send(request).response.await?;
    Ok(response.status().as_u16())
}

/// Everything that a failure says.
fn texts(failure: &Failure) -> String {
    let mut texts = format!("{failure:?}");
    let mut next: Option<&dyn Error> = Some(failure.source());
    while let Some(error) = next {
        texts.push_str(&format!("\n{error} {error:?}"));
        next = error.source();
    }
    texts
}

#[tokio::test]
async fn http_goes_through_a_proxy_that_reads_it() {
    let (proxy, serving) =
        server(|mut stream| async move { answer(&mut stream, ANSWER).await }).await;
    let transport = trusting(Trust::Native, through(&format!("http://{USER}@{proxy}")));
    let status = get(&transport, "http://service.example/a?b=c").await;
    assert_eq!(status.unwrap(), 200);
    let head = serving.await.unwrap();
    assert!(
        head.starts_with("GET http://service.example/a?b=c HTTP/1.1\r\n"),
        "{head}"
    );
    assert!(head.contains(BASIC), "{head}");
    assert!(head.contains("\r\nhost: service.example\r\n"), "{head}");
}

#[tokio::test]
async fn https_goes_through_a_tunnel() {
    let (pem, acceptor) = certificate("service.example");
    let (proxy, serving) = server(move |mut stream| async move {
        let connect = answer(&mut stream, b"HTTP/1.1 200 Connected\r\n\r\n").await;
        let mut inside = acceptor.accept(stream).await.unwrap();
        (connect, answer(&mut inside, ANSWER).await)
    })
    .await;
    let trust = Trust::given(pem.as_bytes()).unwrap();
    let transport = trusting(trust, through(&format!("http://{USER}@{proxy}")));
    assert_eq!(
        get(&transport, "https://service.example/a?b=c")
            .await
            .unwrap(),
        200
    );
    let (connect, head) = serving.await.unwrap();
    assert!(
        connect.starts_with("CONNECT service.example:443 HTTP/1.1\r\n"),
        "{connect}"
    );
    assert!(
        connect.to_lowercase().contains(&BASIC.to_lowercase()),
        "{connect}"
    );
    assert!(head.starts_with("GET /a?b=c HTTP/1.1\r\n"), "{head}");
    // What is for the proxy is not told to the service.
    assert!(!head.contains("proxy-authorization"), "{head}");
}

#[tokio::test]
async fn a_proxy_can_be_spoken_to_over_tls() {
    for to in ["http://service.example/", "https://service.example/"] {
        let (pem, acceptor) = certificate("localhost");
        let (service_pem, service) = certificate("service.example");
        let is_tunnel = to.starts_with("https");
        let (proxy, serving) = server(move |stream| async move {
            let mut stream = acceptor.accept(stream).await.unwrap();
            if !is_tunnel {
                return answer(&mut stream, ANSWER).await;
            }
            let connect = answer(&mut stream, b"HTTP/1.1 200 Connected\r\n\r\n").await;
            let mut inside = service.accept(stream).await.unwrap();
            answer(&mut inside, ANSWER).await;
            connect
        })
        .await;
        let trust = Trust::given(format!("{pem}{service_pem}").as_bytes()).unwrap();
        let port = proxy.rsplit(':').next().unwrap();
        let proxy = format!("https://{USER}@localhost:{port}");
        let transport = trusting(trust, through(&proxy));
        assert_eq!(get(&transport, to).await.unwrap(), 200);
        let head = serving.await.unwrap();
        assert_eq!(head.starts_with("CONNECT "), is_tunnel, "{head}");
        assert!(
            head.to_lowercase().contains(&BASIC.to_lowercase()),
            "{head}"
        );
    }
}

#[tokio::test]
async fn a_proxy_that_refuses_is_named_and_its_password_is_not() {
    let refusal = b"HTTP/1.1 407 Who are you\r\ncontent-length: 0\r\n\r\n";
    let (proxy, _serving) =
        server(move |mut stream| async move { answer(&mut stream, refusal).await }).await;
    let transport = trusting(
        Trust::given(certificate("a").0.as_bytes()).unwrap(),
        through(&format!("http://{USER}@{proxy}")),
    );
    let failure = get(&transport, "https://service.example/sEcReT?sEcReT")
        .await
        .unwrap_err();
    assert_eq!(
        failure.source().to_string(),
        format!(
            "cannot connect to https://service.example through the proxy http://{proxy}: tunnel error: proxy \
             authorization required"
        )
    );
    let texts = texts(&failure);
    assert!(
        !texts.contains("sEcR") && !texts.contains("YW5u"),
        "{texts}"
    );
}

#[tokio::test]
async fn a_certificate_that_is_not_trusted_is_said() {
    let (_, acceptor) = certificate("localhost");
    let (address, _serving) = server(move |stream| async move {
        let refused = acceptor.accept(stream).await;
        refused.map(drop).map_err(|error: io::Error| error.kind())
    })
    .await;
    let port = address.rsplit(':').next().unwrap();
    let other = certificate("localhost").0;
    let trust = Trust::given(other.as_bytes()).unwrap();
    let transport = trusting(trust, named(&[]));
    let to = format!("https://localhost:{port}");
    let failure = get(&transport, &format!("{to}/a?b")).await.unwrap_err();
    let text = failure.source().to_string();
    assert!(
        text.starts_with(&format!("cannot connect to {to}: ")),
        "{text}"
    );
    assert!(text.contains("certificate"), "{text}");
}

#[test]
fn what_is_no_certificate_is_refused() {
    let broken = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
    for pem in ["", "certificate", broken] {
        let error = Transport::builder().root_certificates_pem(pem).build();
        let text = error.unwrap_err().to_string();
        assert!(
            text.starts_with("the root certificates cannot be used: "),
            "{text}"
        );
        assert!(text.contains("-----BEGIN CERTIFICATE-----"), "{text}");
    }
}

#[test]
fn certificates_are_shown_as_a_number_of_bytes() {
    let builder = Transport::builder().connect_timeout(None);
    let shown = format!("{builder:?}");
    assert_eq!(
        shown,
        "TransportBuilder { roots: native, connect_timeout: None }"
    );
    let shown = format!("{:?}", builder.root_certificates_pem("certificate"));
    assert_eq!(
        shown,
        "TransportBuilder { roots: 11 bytes, connect_timeout: None }"
    );
}

mod environment;
mod socks;
