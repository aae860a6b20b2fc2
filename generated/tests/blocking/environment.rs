//! What the environment of the process sets: root certificates and proxies.

use std::env;
use std::fs;
use std::io::{self, BufReader, Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::Arc;
use std::thread;

use ivs_realtime::blocking::Client;
use ivs_realtime::config::RetryConfig;

use crate::process::{URL, run};
use crate::server::{Server, answer, bytes, read_request};
use crate::settings;

const STAGE: &str = r#"{"stage":{"arn":"arn:stage"}}"#;

/// The client for the process of a test's own; `None` in the process that starts it.
fn client() -> Option<Client> {
    let url = env::var(URL).ok()?;
    let settings = settings(&url).retry_config(RetryConfig::disabled());
    Some(Client::from_conf(settings.build()))
}

/// A server with a certificate for `localhost`, which is good for one connection; and the certificate.
fn tls_server() -> (String, String) {
    let key = rcgen::generate_simple_self_signed(["localhost".to_owned()]).unwrap();
    let config = rustls::ServerConfig::builder_with_provider(
        rustls::crypto::ring::default_provider().into(),
    )
    .with_safe_default_protocol_versions()
    .unwrap()
    .with_no_client_auth()
    .with_single_cert(
        vec![key.cert.der().clone()],
        key.signing_key.serialize_der().try_into().unwrap(),
    )
    .unwrap();
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    thread::spawn(move || -> io::Result<()> {
        let (stream, _) = listener.accept()?;
        let connection = rustls::ServerConnection::new(Arc::new(config)).unwrap();
        let mut stream = BufReader::new(rustls::StreamOwned::new(connection, stream));
        while read_request(&mut stream, 0)?.is_some() {
            stream.get_mut().write_all(&bytes(200, "", STAGE))?;
        }
        Ok(())
    });
    (format!("https://localhost:{port}"), key.cert.pem())
}

#[test]
fn a_root_certificate_of_the_system_is_trusted() {
    if let Some(client) = client() {
        for _ in 0..2 {
            client.get_stage().arn("a").send().unwrap();
        }
        return;
    }
    let (url, certificate) = tls_server();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("roots.pem");
    fs::write(&file, certificate).unwrap();
    let variables = [
        (URL, url.as_str()),
        ("SSL_CERT_FILE", file.to_str().unwrap()),
    ];
    run(
        "environment::a_root_certificate_of_the_system_is_trusted",
        &variables,
    );
}

#[test]
fn a_certificate_that_nobody_vouches_for_is_refused() {
    if let Some(client) = client() {
        let error = client.get_stage().arn("a").send().unwrap_err();
        assert!(error.to_string().contains("certificate"), "{error}");
        return;
    }
    let (url, _) = tls_server();
    let (_, other) = tls_server();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("roots.pem");
    fs::write(&file, other).unwrap();
    let variables = [
        (URL, url.as_str()),
        ("SSL_CERT_FILE", file.to_str().unwrap()),
    ];
    run(
        "environment::a_certificate_that_nobody_vouches_for_is_refused",
        &variables,
    );
}

/// A proxy that makes a tunnel to the server, whatever address it is asked for, once. `greet` is told what to connect
/// to, and says yes.
fn tunnel<T: Send + 'static>(
    server: String,
    greet: impl FnOnce(&mut TcpStream) -> io::Result<T> + Send + 'static,
) -> (String, thread::JoinHandle<io::Result<T>>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("user:secret@{}", listener.local_addr().unwrap());
    let thread = thread::spawn(move || {
        let (mut client, _) = listener.accept()?;
        let asked = greet(&mut client)?;
        let mut there = TcpStream::connect(server)?;
        let (mut from, mut to) = (client.try_clone()?, there.try_clone()?);
        thread::spawn(move || {
            io::copy(&mut from, &mut to)?;
            to.shutdown(Shutdown::Write)
        });
        io::copy(&mut there, &mut client)?;
        Ok(asked)
    });
    (url, thread)
}

/// A proxy that is spoken to in HTTP, and gives the head of what it was asked.
fn proxy(server: String) -> (String, thread::JoinHandle<io::Result<String>>) {
    let (url, thread) = tunnel(server, |client| {
        let asked = read_request(&mut BufReader::new(client.try_clone()?), 0)?;
        client.write_all(b"HTTP/1.1 200 Connected\r\n\r\n")?;
        Ok(asked.map(|request| request.head).unwrap_or_default())
    });
    (format!("http://{url}"), thread)
}

/// Reads so many bytes.
fn read(stream: &mut TcpStream, length: usize) -> io::Result<Vec<u8>> {
    let mut bytes = vec![0; length];
    stream.read_exact(&mut bytes)?;
    Ok(bytes)
}

#[test]
fn a_socks_proxy_is_told_the_name_of_the_service() {
    if let Some(client) = client() {
        client.get_stage().arn("a").send().unwrap();
        return;
    }
    let server = Server::new(|_, _| answer(200, STAGE));
    let (url, proxy) = tunnel(server.address().to_owned(), |client| {
        // It offers methods, one of them user and password, and these are wanted.
        let offered = read(client, 2)?;
        let methods = read(client, offered[1].into())?;
        client.write_all(&[5, 2])?;
        let user = read(client, 1 + 1 + "user".len() + 1 + "secret".len())?;
        client.write_all(&[1, 0])?;
        let wanted = read(client, 4 + 1 + "service.invalid".len() + 2)?;
        client.write_all(&[5, 0, 0, 1, 127, 0, 0, 1, 0, 0])?;
        Ok((methods, user, wanted))
    });
    let url = format!("socks5h://{url}");
    run(
        "environment::a_socks_proxy_is_told_the_name_of_the_service",
        &[(URL, "http://service.invalid:8080"), ("ALL_PROXY", &url)],
    );
    let (methods, user, wanted) = proxy.join().unwrap().unwrap();
    assert!(methods.contains(&2), "{methods:?}");
    assert_eq!(user, b"\x01\x04user\x06secret");
    let port = 8080_u16.to_be_bytes();
    let expected = [&[5, 1, 0, 3, 15][..], b"service.invalid", &port].concat();
    assert_eq!(wanted, expected);
    let received = server.received();
    assert!(received[0].head.starts_with("POST /GetStage HTTP/1.1\r\n"));
}

#[test]
fn a_proxy_is_used() {
    if let Some(client) = client() {
        for _ in 0..2 {
            client.get_stage().arn("a").send().unwrap();
        }
        return;
    }
    let server = Server::new(|_, _| answer(200, STAGE));
    let (url, proxy) = proxy(server.address().to_owned());
    let variables = [
        (URL, "http://service.invalid:8080"),
        ("http_proxy", &url),
        ("NO_PROXY", "other.invalid"),
    ];
    run("environment::a_proxy_is_used", &variables);
    let asked = proxy.join().unwrap().unwrap();
    assert!(
        asked.starts_with("CONNECT service.invalid:8080 HTTP/1.1\r\n"),
        "{asked}"
    );
    assert!(asked.contains("Proxy-Authorization: Basic "), "{asked}");
    assert!(!asked.to_lowercase().contains("user-agent"), "{asked}");
    let received = server.received();
    assert_eq!(received.len(), 2);
    assert_eq!(received[1].connection, 0);
    assert_eq!(received[0].header("host"), Some("service.invalid:8080"));
}

#[test]
fn a_proxy_that_refuses_is_named_without_its_password() {
    if let Some(client) = client() {
        let error = client.get_stage().arn("a").send().unwrap_err().to_string();
        let start = "no answer came: cannot connect to http://service.invalid through the proxy http://127.0.0.1:1: ";
        assert!(error.starts_with(start), "{error}");
        assert!(!error.contains("secret"), "{error}");
        return;
    }
    let variables = [
        (URL, "http://service.invalid"),
        ("ALL_PROXY", "http://user:secret@127.0.0.1:1"),
    ];
    run(
        "environment::a_proxy_that_refuses_is_named_without_its_password",
        &variables,
    );
}

#[test]
fn a_variable_that_names_no_proxy_is_an_error() {
    if let Some(client) = client() {
        let error = client.get_stage().arn("a").send().unwrap_err().to_string();
        assert!(error.contains("the variable HTTP_PROXY"), "{error}");
        assert!(!error.contains("secret"), "{error}");
        return;
    }
    let variables = [
        (URL, "http://127.0.0.1:1"),
        ("HTTP_PROXY", "gopher://user:secret@a:1"),
    ];
    run(
        "environment::a_variable_that_names_no_proxy_is_an_error",
        &variables,
    );
}

#[test]
fn a_variable_that_nobody_asks_is_no_error() {
    if let Some(client) = client() {
        client.get_stage().arn("a").send().unwrap();
        return;
    }
    let server = Server::new(|_, _| answer(200, STAGE));
    let url = server.url();
    let wrong = "gopher://a:1";
    for variables in [
        [
            (URL, url.as_str()),
            ("HTTPS_PROXY", wrong),
            ("NO_PROXY", ""),
        ],
        [
            (URL, url.as_str()),
            ("ALL_PROXY", wrong),
            ("NO_PROXY", "a.example *"),
        ],
    ] {
        run(
            "environment::a_variable_that_nobody_asks_is_no_error",
            &variables,
        );
    }
    assert_eq!(server.received().len(), 2);
}

#[test]
fn a_port_that_is_the_schemes_own_is_not_sent() {
    if let Some(client) = client() {
        client.get_stage().arn("a").send().unwrap();
        return;
    }
    let server = Server::new(|_, _| answer(200, STAGE));
    let (url, proxy) = proxy(server.address().to_owned());
    let variables = [(URL, "http://service.invalid:80"), ("HTTP_PROXY", &url)];
    run(
        "environment::a_port_that_is_the_schemes_own_is_not_sent",
        &variables,
    );
    assert!(
        proxy
            .join()
            .unwrap()
            .unwrap()
            .starts_with("CONNECT service.invalid:80 ")
    );
    assert_eq!(server.received()[0].header("host"), Some("service.invalid"));
}

#[test]
fn a_host_can_be_reached_without_the_proxy() {
    if let Some(client) = client() {
        client.get_stage().arn("a").send().unwrap();
        return;
    }
    let server = Server::new(|_, _| answer(200, STAGE));
    let variables = [
        (URL, server.url()),
        ("ALL_PROXY", "http://127.0.0.1:1".to_owned()),
        ("NO_PROXY", "127.0.0.0/8".to_owned()),
    ];
    let variables = variables
        .each_ref()
        .map(|(name, value)| (*name, value.as_str()));
    run(
        "environment::a_host_can_be_reached_without_the_proxy",
        &variables,
    );
    assert_eq!(server.received().len(), 1);
}
