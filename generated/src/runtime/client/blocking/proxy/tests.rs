use super::*;

#[test]
fn ureq_is_told_what_a_url_says() {
    for (url, protocol, shown) in [
        ("http://p:1", ProxyProtocol::Http, "p:1"),
        ("https://p", ProxyProtocol::Https, "p:443"),
        ("http://[::1]:3128", ProxyProtocol::Http, "[::1]:3128"),
        ("socks4://p", ProxyProtocol::Socks4, "p:1080"),
        ("socks4a://p", ProxyProtocol::Socks4A, "p:1080"),
        ("socks5://p", ProxyProtocol::Socks5, "p:1080"),
        (
            "socks5h://a%40n:p%c3%a9%25@p",
            ProxyProtocol::Socks5h,
            "p:1080",
        ),
    ] {
        let proxy = for_ureq(&Proxy::parse(url).unwrap()).unwrap();
        assert_eq!(proxy.protocol(), protocol);
        assert_eq!(format!("{}:{}", proxy.host(), proxy.port()), shown);
        let user = proxy.username().zip(proxy.password());
        let expected = url.contains('@').then_some(("a@n", "p\u{e9}%"));
        assert_eq!(user, expected);
    }
}
