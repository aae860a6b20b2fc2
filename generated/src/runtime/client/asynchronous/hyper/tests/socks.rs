//! Through SOCKS proxies.

use super::*;

/// Reads so many bytes.
async fn bytes(stream: &mut TcpStream, length: usize) -> Vec<u8> {
    let mut bytes = vec![0; length];
    stream.read_exact(&mut bytes).await.unwrap();
    bytes
}

/// Greets a client in SOCKS 5, asks it for user and password if it has one, reads where it wants to go, and says yes.
///
/// ([RFC 1928](https://www.rfc-editor.org/rfc/rfc1928), [RFC 1929](https://www.rfc-editor.org/rfc/rfc1929))
async fn socks5(stream: &mut TcpStream) -> (Vec<u8>, Vec<u8>) {
    let greeting = bytes(stream, 3).await;
    assert_eq!(greeting[..2], [5, 1]);
    let method = greeting[2];
    stream.write_all(&[5, method]).await.unwrap();
    let mut user = Vec::new();
    if method == 2 {
        assert_eq!(stream.read_u8().await.unwrap(), 1);
        for _ in 0..2 {
            let length = stream.read_u8().await.unwrap();
            user.extend(bytes(stream, length.into()).await);
            user.push(b' ');
        }
        stream.write_all(&[1, 0]).await.unwrap();
    }
    let mut wanted = bytes(stream, 4).await;
    let rest = match wanted[3] {
        1 => 6,
        4 => 18,
        3 => usize::from(stream.read_u8().await.unwrap()) + 2,
        kind => panic!("{kind}"),
    };
    wanted.extend(bytes(stream, rest).await);
    let yes = [5, 0, 0, 1, 127, 0, 0, 1, 0, 0];
    stream.write_all(&yes).await.unwrap();
    (user, wanted)
}

fn port(number: u16) -> [u8; 2] {
    number.to_be_bytes()
}

#[tokio::test]
async fn socks5h_is_told_the_name_of_the_host() {
    let (proxy, serving) = server(|mut stream| async move {
        let (user, wanted) = socks5(&mut stream).await;
        (user, wanted, answer(&mut stream, ANSWER).await)
    })
    .await;
    let proxies = through(&format!("socks5h://{USER}@{proxy}"));
    let transport = trusting(Trust::Native, proxies);
    let status = get(&transport, "http://service.example/a?b=c").await;
    assert_eq!(status.unwrap(), 200);
    let (user, wanted, head) = serving.await.unwrap();
    assert_eq!(user, b"ann sEcReT ");
    let expected = [&[5, 1, 0, 3][..], b"service.example", &port(80)].concat();
    assert_eq!(wanted, expected);
    // The service reads the request, not the proxy.
    assert!(head.starts_with("GET /a?b=c HTTP/1.1\r\n"), "{head}");
    assert!(!head.contains("proxy-authorization"), "{head}");
}

#[tokio::test]
async fn socks5_is_told_an_address() {
    for host in ["localhost", "10.1.2.3"] {
        let (proxy, serving) = server(|mut stream| async move {
            let (_, wanted) = socks5(&mut stream).await;
            answer(&mut stream, ANSWER).await;
            wanted
        })
        .await;
        let transport = trusting(Trust::Native, through(&format!("socks5://{proxy}")));
        let status = get(&transport, &format!("http://{host}:8080/")).await;
        assert_eq!(status.unwrap(), 200);
        let wanted = serving.await.unwrap();
        assert!(wanted.ends_with(&port(8080)), "{wanted:?}");
        match host {
            "10.1.2.3" => assert_eq!(wanted[..8], [5, 1, 0, 1, 10, 1, 2, 3]),
            // Of IPv4 or IPv6, but no name.
            _ => assert!(matches!(wanted[3], 1 | 4), "{wanted:?}"),
        }
    }
}

#[tokio::test]
async fn tls_goes_through_socks() {
    let (pem, acceptor) = certificate("service.example");
    let (proxy, serving) = server(move |mut stream| async move {
        let (_, wanted) = socks5(&mut stream).await;
        let mut inside = acceptor.accept(stream).await.unwrap();
        (wanted, answer(&mut inside, ANSWER).await)
    })
    .await;
    let trust = Trust::given(pem.as_bytes()).unwrap();
    let transport = trusting(trust, through(&format!("socks5h://{proxy}")));
    let status = get(&transport, "https://service.example/a").await;
    assert_eq!(status.unwrap(), 200);
    let (wanted, head) = serving.await.unwrap();
    assert!(wanted.ends_with(&port(443)), "{wanted:?}");
    assert!(head.starts_with("GET /a HTTP/1.1\r\n"), "{head}");
}

/// Reads where a client wants to go in SOCKS 4, up to the end of the user id, and says yes.
async fn socks4(stream: &mut TcpStream) -> Vec<u8> {
    let mut wanted = bytes(stream, 9).await;
    if wanted[4..7] == [0, 0, 0] {
        while wanted.len() == 9 || !wanted.ends_with(&[0]) {
            wanted.push(stream.read_u8().await.unwrap());
        }
    }
    stream.write_all(&[0, 90, 0, 0, 0, 0, 0, 0]).await.unwrap();
    wanted
}

#[tokio::test]
async fn socks4_is_told_an_address_and_socks4a_a_name() {
    let address = [&[4, 1][..], &port(80), &[127, 0, 0, 1, 0]].concat();
    for (scheme, host, expected) in [
        ("socks4", "127.0.0.1", address.clone()),
        ("socks4a", "service.example", Vec::new()),
    ] {
        let (proxy, serving) = server(|mut stream| async move {
            let wanted = socks4(&mut stream).await;
            answer(&mut stream, ANSWER).await;
            wanted
        })
        .await;
        let transport = trusting(Trust::Native, through(&format!("{scheme}://{proxy}")));
        let status = get(&transport, &format!("http://{host}/")).await;
        assert_eq!(status.unwrap(), 200);
        let wanted = serving.await.unwrap();
        match expected.is_empty() {
            true => assert!(wanted.ends_with(b"service.example\0"), "{wanted:?}"),
            false => assert_eq!(wanted, expected),
        }
    }
}

#[tokio::test]
async fn a_socks_proxy_that_is_not_there_is_named_with_the_cause() {
    let transport = trusting(
        Trust::Native,
        through(&format!("socks5h://{USER}@127.0.0.1:1")),
    );
    let failure = get(&transport, "http://service.example/")
        .await
        .unwrap_err();
    assert_eq!(failure.kind(), TransportFailure::Io);
    let text = failure.source().to_string();
    let start = "cannot connect to http://service.example through the proxy socks5h://127.0.0.1:1: Connection refused";
    assert!(text.starts_with(start), "{text}");
    assert!(!texts(&failure).contains("sEcR"), "{failure:?}");
}

#[tokio::test]
async fn a_socks_proxy_that_refuses_is_named() {
    let (proxy, _serving) = server(|mut stream| async move {
        bytes(&mut stream, 3).await;
        stream.write_all(&[5, 255]).await.unwrap();
    })
    .await;
    let transport = trusting(Trust::Native, through(&format!("socks5h://{proxy}")));
    let failure = get(&transport, "http://service.example/")
        .await
        .unwrap_err();
    let text = failure.source().to_string();
    let start = format!(
        "cannot connect to http://service.example through the proxy socks5h://{proxy}: SOCKS error"
    );
    assert!(text.starts_with(&start), "{text}");
}
