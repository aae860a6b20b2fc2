//! What the environment of a process says of its connections. A test cannot change its own environment, so each of
//! these runs itself again, in a process with another one.

use crate::process::{URL, run};
use crate::server::{Reply, Server};
use crate::setup::{call, settings};

/// Runs a test in a process with these variables, to call this URL.
async fn again(test: &'static str, url: &str, variables: &[(&'static str, String)]) {
    let mut variables = variables.to_vec();
    variables.push((URL, url.to_owned()));
    // The servers of this process have to go on.
    let ran = tokio::task::spawn_blocking(move || run(test, &variables));
    ran.await.unwrap();
}

#[tokio::test]
async fn the_proxy_of_the_environment_is_used() {
    if let Ok(url) = std::env::var(URL) {
        call(settings(&url)).await.unwrap();
        return;
    }
    let proxy = Server::start(|_| Reply::success()).await;
    let service = Server::start(|_| Reply::success()).await;
    let variables = [("HTTP_PROXY", proxy.url().replace("://", "://ann:secret@"))];
    let test = "environment::the_proxy_of_the_environment_is_used";
    again(test, "http://service.example", &variables).await;
    let head = &proxy.received()[0].head;
    let line = "POST http://service.example/ListStages HTTP/1.1\r\n";
    assert!(head.starts_with(line), "{head}");
    let received = proxy.received();
    let authorization = received[0].header("proxy-authorization");
    assert_eq!(authorization, Some("Basic YW5uOnNlY3JldA=="));
    let signed = received[0].header("authorization").unwrap();
    assert!(!signed.contains("proxy-authorization"), "{signed}");

    let [(name, value)] = variables;
    let variables = [(name, value), ("no_proxy", "127.0.0.1".to_owned())];
    again(test, service.url(), &variables).await;
    assert_eq!(service.received().len(), 1);
    assert_eq!(proxy.received().len(), 1);
}

#[tokio::test]
async fn the_variables_of_proxies_are_read_as_curl_reads_them() {
    if let Ok(url) = std::env::var(URL) {
        call(settings(&url)).await.unwrap();
        return;
    }
    let test = "environment::the_variables_of_proxies_are_read_as_curl_reads_them";
    let proxy = Server::start(|_| Reply::success()).await;
    let service = Server::start(|_| Reply::success()).await;
    let to_proxy = || format!(" {} ", proxy.url());
    let nowhere = || "http://127.0.0.1:1".to_owned();
    for variables in [
        [("HTTP_PROXY", String::new()), ("http_proxy", to_proxy())],
        [
            ("ALL_PROXY", to_proxy()),
            ("REQUEST_METHOD", "GET".to_owned()),
        ],
        // As a domain, it would be one that 127.0.0.1 is below.
        [
            ("HTTP_PROXY", to_proxy()),
            ("NO_PROXY", "*.0.0.1".to_owned()),
        ],
    ] {
        again(test, service.url(), &variables).await;
    }
    assert_eq!((proxy.received().len(), service.received().len()), (3, 0));
    for variables in [
        [
            ("HTTP_PROXY", nowhere()),
            ("REQUEST_METHOD", "GET".to_owned()),
        ],
        [("HTTP_PROXY", nowhere()), ("NO_PROXY", "*".to_owned())],
        [
            ("HTTP_PROXY", nowhere()),
            ("NO_PROXY", "a.com 127.0.0.1".to_owned()),
        ],
        [
            ("HTTP_PROXY", "gopher://a".to_owned()),
            ("NO_PROXY", "127.0.0.0/8".to_owned()),
        ],
    ] {
        again(test, service.url(), &variables).await;
    }
    assert_eq!((proxy.received().len(), service.received().len()), (3, 4));
}

#[tokio::test]
async fn a_variable_that_names_no_proxy_is_an_error() {
    if let Ok(url) = std::env::var(URL) {
        let said = crate::setup::text(call(settings(&url)).await);
        let expected = format!(
            "cannot connect to {url}: the variable http_proxy of the environment names no proxy: "
        );
        assert!(said.contains(&expected), "{said}");
        assert!(!said.contains("secret"), "{said}");
        return;
    }
    let service = Server::start(|_| Reply::success()).await;
    let test = "environment::a_variable_that_names_no_proxy_is_an_error";
    for value in ["gopher://ann:secret@127.0.0.1:1", "http://[secret"] {
        again(test, service.url(), &[("http_proxy", value.to_owned())]).await;
    }
    assert!(service.received().is_empty());
}

/// The operating system's library looks where it likes.
#[cfg(any(feature = "rustls-ring", feature = "rustls-aws-lc"))]
#[tokio::test]
async fn root_certificates_that_are_not_there_are_an_error() {
    if let Ok(url) = std::env::var(URL) {
        // What needs none is called all the same.
        let service = Server::start(|_| Reply::success()).await;
        call(settings(service.url())).await.unwrap();
        let said = crate::setup::text(call(settings(&url)).await);
        let expected = format!(
            "cannot connect to {url}: the root certificates of the operating system cannot be loaded: "
        );
        assert!(said.contains(&expected), "{said}");
        assert!(said.contains("root_certificates_pem"), "{said}");
        return;
    }
    let nowhere = || "/nowhere/at/all".to_owned();
    let variables = [("SSL_CERT_FILE", nowhere()), ("SSL_CERT_DIR", nowhere())];
    let test = "environment::root_certificates_that_are_not_there_are_an_error";
    again(test, "https://127.0.0.1:1", &variables).await;
}
