use super::*;

fn proxies(variables: &[(&str, &str)]) -> Proxies {
    Proxies::new(|name| {
        let found = variables.iter().find(|(other, _)| *other == name);
        found.map(|(_, value)| (*value).into())
    })
}

/// The proxy of a request, or what is wrong with the variable; `None` if there is none.
fn of(variables: &[(&str, &str)], uri: &str) -> Option<String> {
    let proxies = proxies(variables);
    match proxies.proxy_to(&uri.parse().unwrap()) {
        Ok(proxy) => proxy.map(ToString::to_string),
        Err(unusable) => Some(unusable.to_string()),
    }
}

/// Whether a host is reached without a proxy if `NO_PROXY` is this list.
fn is_direct(list: &str, uri: &str) -> bool {
    of(&[("ALL_PROXY", "http://a:1"), ("NO_PROXY", list)], uri).is_none()
}

#[test]
fn each_scheme_has_its_proxy() {
    let both = [("HTTP_PROXY", "http://a:1"), ("https_proxy", "http://b:2")];
    assert_eq!(of(&both, "http://host/").unwrap(), "http://a:1");
    assert_eq!(of(&both, "https://host/").unwrap(), "http://b:2");
    let all = [("all_proxy", "socks5://c:3"), ("HTTPS_PROXY", "b:2")];
    assert_eq!(of(&all, "http://host/").unwrap(), "socks5://c:3");
    assert_eq!(of(&all, "https://host/").unwrap(), "http://b:2");
    assert_eq!(of(&[], "https://host/"), None);
}

#[test]
fn capital_letters_count_unless_the_variable_is_empty() {
    let both = |value| [("HTTP_PROXY", value), ("http_proxy", "http://b:2")];
    assert_eq!(of(&both("a:1"), "http://host/").unwrap(), "http://a:1");
    assert_eq!(of(&both(""), "http://host/").unwrap(), "http://b:2");
    assert_eq!(of(&both(" \t"), "http://host/").unwrap(), "http://b:2");
    assert_eq!(of(&[("HTTP_PROXY", "")], "http://host/"), None);
}

#[test]
fn space_around_a_url_is_none_of_it() {
    let space = [("HTTP_PROXY", " http://p:1 \n")];
    assert_eq!(of(&space, "http://host/").unwrap(), "http://p:1");
}

#[test]
fn a_request_header_names_no_proxy_and_a_variable_does() {
    let cgi = [
        ("REQUEST_METHOD", "GET"),
        ("HTTP_PROXY", "http://header:1"),
        ("HTTPS_PROXY", "http://b:2"),
    ];
    assert_eq!(of(&cgi, "http://host/"), None);
    assert_eq!(of(&cgi, "https://host/").unwrap(), "http://b:2");
    let [method, header, _] = cgi;
    let all = [method, header, ("ALL_PROXY", "http://c:3")];
    assert_eq!(of(&all, "http://host/").unwrap(), "http://c:3");
}

#[cfg(not(windows))]
#[test]
fn a_request_header_is_never_in_small_letters() {
    let cgi = [
        ("REQUEST_METHOD", "GET"),
        ("HTTP_PROXY", "h:1"),
        ("http_proxy", "b:2"),
    ];
    assert_eq!(of(&cgi, "http://host/").unwrap(), "http://b:2");
}

#[test]
fn ports_and_schemes_have_defaults() {
    for (url, expected) in [
        ("p", "http://p:80"),
        ("p:3128", "http://p:3128"),
        ("ann:secret@p:3128/", "http://p:3128"),
        ("HTTPS://p", "https://p:443"),
        ("http://[::1]:3128", "http://[::1]:3128"),
        ("http://[::1]", "http://[::1]:80"),
        ("socks://p", "socks5://p:1080"),
        ("socks5h://p", "socks5h://p:1080"),
        ("SOCKS4a://p:1", "socks4a://p:1"),
        ("socks4://p/", "socks4://p:1080"),
    ] {
        let proxy = Proxy::parse(url).unwrap();
        assert_eq!(proxy.to_string(), expected);
        assert_eq!(format!("{proxy:?}"), expected);
    }
}

#[test]
fn user_and_password_are_decoded() {
    let user = |url: &str| {
        Proxy::parse(url)
            .unwrap()
            .user()
            .map(|(a, b)| format!("{a}|{b}"))
    };
    assert_eq!(user("http://p"), None);
    assert_eq!(user("http://@p"), None);
    assert_eq!(user("http://ann@p").unwrap(), "ann|");
    assert_eq!(user("http://ann:a:b@p").unwrap(), "ann|a:b");
    assert_eq!(
        user("http://a%40n:%c3%A9%2f+%25@p").unwrap(),
        "a@n|\u{e9}/+%"
    );
    assert_eq!(user("http://ann:p@ss@p").unwrap(), "ann|p@ss");
}

#[test]
fn what_names_no_proxy_is_an_error_with_the_variable_and_without_the_value() {
    for (url, problem) in [
        ("gopher://ann:sEcReT@p:1", "its scheme is unknown"),
        ("http://[sEcReT", "it is no URL"),
        ("http://", "it is no URL"),
        ("http:// sEcReT", "it is no URL"),
        ("http://ann:sEcReT@:1", "it has no host"),
        ("http://sEcReT:99999", "its port is no number"),
        (
            "http://ann:1#sEcReT@p:1",
            "its user or password is not percent-encoded",
        ),
        (
            "http://ann:1/sEcReT@p:1",
            "its user or password is not percent-encoded",
        ),
        (
            "http://ann:%ffsEcReT@p:1",
            "its user or password is not percent-encoded UTF-8",
        ),
    ] {
        let variables = [("HTTP_PROXY", url), ("ALL_PROXY", "http://other:1")];
        let text = of(&variables, "http://host/").unwrap();
        let start = format!("the variable HTTP_PROXY of the environment names no proxy: {problem}");
        assert!(text.starts_with(&start), "{url}: {text}");
        assert!(
            text.contains("expected a URL such as `http://proxy.example:3128`"),
            "{text}"
        );
        assert!(
            !format!("{:?}{text}", proxies(&variables)).contains("sEcR"),
            "{text}"
        );
        // Nobody asks it.
        assert_eq!(of(&variables, "https://host/").unwrap(), "http://other:1");
        let exempt = [variables[0], ("NO_PROXY", "host")];
        assert_eq!(of(&exempt, "http://host/"), None);
    }
}

#[cfg(unix)]
#[test]
fn what_is_no_text_is_an_error() {
    use std::os::unix::ffi::OsStringExt;
    let proxies = Proxies::new(|name| match name {
        "http_proxy" => Some(OsString::from_vec(b"http://p\xff:1".to_vec())),
        _ => None,
    });
    let unusable = proxies
        .proxy_to(&"http://host/".parse().unwrap())
        .unwrap_err();
    assert!(unusable.to_string().contains("http_proxy"), "{unusable}");
}

#[test]
fn a_star_is_every_host() {
    for uri in ["https://host/", "http://127.0.0.1/", "http://[::1]:8080/"] {
        assert!(is_direct("*", uri));
        assert!(is_direct("other, *", uri));
        assert!(!is_direct("", uri));
        assert!(!is_direct(" , .", uri));
    }
}

#[test]
fn domains_are_exempt_with_all_below_them() {
    for list in [
        "example.com",
        ".example.com",
        "*.example.com",
        "example.com.",
        "a.b localhost EXAMPLE.com",
        "x,,.example.com",
    ] {
        assert!(is_direct(list, "https://example.com/"), "{list}");
        assert!(is_direct(list, "https://Api.Example.com:8443/"), "{list}");
        assert!(is_direct(list, "https://api.example.com./"), "{list}");
        assert!(!is_direct(list, "https://anexample.com/"), "{list}");
        assert!(!is_direct(list, "https://example.com.evil/"), "{list}");
        assert!(!is_direct(list, "https://com/"), "{list}");
    }
    assert!(is_direct("*.localhost", "http://localhost/"));
}

#[test]
fn addresses_are_exempt_by_number_and_by_network() {
    assert!(is_direct("127.0.0.1", "http://127.0.0.1:80/"));
    assert!(!is_direct("127.0.0.1", "http://127.0.0.2/"));
    assert!(is_direct("10.0.0.0/8", "http://10.9.8.7/"));
    assert!(!is_direct("10.0.0.0/8", "http://11.9.8.7/"));
    assert!(is_direct("0.0.0.0/0", "http://11.9.8.7/"));
    assert!(!is_direct("0.0.0.0/0", "http://[::1]/"));
    assert!(is_direct("::1", "http://[::1]:8080/"));
    assert!(is_direct("[0:0::1]", "http://[::1]:8080/"));
    assert!(is_direct("fd00::/8", "http://[fd12::1]/"));
    assert!(is_direct("[fd00::]/8", "http://[fd12::1]/"));
    assert!(!is_direct("fd00::/8", "http://[fe80::1]/"));
    assert!(!is_direct("10.0.0.0/x", "http://10.0.0.0/"));
}

#[test]
fn addresses_are_below_no_domain() {
    for list in ["*.0.0.1", ".0.0.1", "0.0.1", "1"] {
        assert!(!is_direct(list, "http://127.0.0.1/"), "{list}");
    }
}
