//! What the environment of a process says of its connections. A test cannot change its own environment, so each of
//! these runs itself again, in a process with another one.

use std::process::Command;

use crate::server::{Reply, Server};
use crate::setup::{call, settings};

/// Set in the other process, to the URL that is to be called.
const URL: &str = "IVS_REALTIME_FAULTS_URL";

/// Runs a test in a process with these variables, to call this URL.
async fn again(test: &'static str, url: &str, variables: &[(&'static str, String)]) {
    let mut command = Command::new(std::env::current_exe().unwrap());
    for name in ["ALL_PROXY", "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY"] {
        command.env_remove(name).env_remove(name.to_lowercase());
    }
    command
        .args(["--exact", test, "--nocapture"])
        .env(URL, url)
        .envs(variables.iter().map(|(name, value)| (name, value)));
    let output = tokio::task::spawn_blocking(move || command.output().unwrap());
    let output = output.await.unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{output:?}");
    assert!(said.contains("1 passed"), "{said}");
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
