//! What the variables of the environment make of a request.

use super::*;

#[tokio::test]
async fn what_names_no_proxy_is_an_error() {
    let transport = trusting(Trust::Native, through("gopher://ann:sEcReT@127.0.0.1:1"));
    for to in ["http://service.example/", "https://service.example/"] {
        let failure = get(&transport, to).await.unwrap_err();
        assert_eq!(failure.kind(), TransportFailure::Other);
        let text = failure.source().to_string();
        let start = format!(
            "cannot connect to {}: the variable ALL_PROXY of",
            &to[..to.len() - 1]
        );
        assert!(text.starts_with(&start), "{text}");
        assert!(!texts(&failure).contains("sEcR"), "{failure:?}");
    }
    // It is none where no proxy is needed.
    let (service, _serving) =
        server(|mut stream| async move { answer(&mut stream, ANSWER).await }).await;
    let proxies = named(&[("ALL_PROXY", "gopher://a"), ("NO_PROXY", "*")]);
    let transport = trusting(Trust::Native, proxies);
    let status = get(&transport, &format!("http://{service}/")).await;
    assert_eq!(status.unwrap(), 200);
}

#[tokio::test]
async fn what_no_proxy_names_is_connected_to() {
    let (service, serving) =
        server(|mut stream| async move { answer(&mut stream, ANSWER).await }).await;
    let proxies = named(&[
        ("ALL_PROXY", "http://127.0.0.1:1"),
        ("NO_PROXY", "127.0.0.1"),
    ]);
    let transport = trusting(Trust::Native, proxies);
    assert_eq!(
        get(&transport, &format!("http://{service}/a"))
            .await
            .unwrap(),
        200
    );
    assert!(serving.await.unwrap().starts_with("GET /a HTTP/1.1\r\n"));
}
