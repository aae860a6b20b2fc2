use http::HeaderValue;
use http::header::HeaderName;

use super::*;

/// What is wrong with a request with these headers.
fn wrong(method: Method, headers: &[(HeaderName, &[u8])], body: &'static str) -> Option<String> {
    let mut request = Request::new(Bytes::from_static(body.as_bytes()));
    *request.method_mut() = method;
    for (name, value) in headers {
        let value = HeaderValue::from_bytes(value).unwrap();
        request.headers_mut().append(name, value);
    }
    check(&request).err()
}

#[test]
fn what_is_sound_is_sent() {
    for (method, headers, body) in [
        (Method::POST, &[][..], "{}"),
        (Method::GET, &[], ""),
        (
            Method::POST,
            &[(CONTENT_LENGTH, &b"2"[..]), (HOST, b"a:1")],
            "{}",
        ),
        (Method::POST, &[(CONTENT_LENGTH, b"0")], ""),
        (Method::POST, &[(TRANSFER_ENCODING, b"Chunked")], "{}"),
        (
            Method::POST,
            &[(AUTHORIZATION, b"a"), (AUTHORIZATION, b"b")],
            "{}",
        ),
    ] {
        assert_eq!(wrong(method, headers, body), None, "{headers:?}");
    }
}

#[test]
fn what_is_wrong_with_a_request_is_said() {
    let twice = "more than once";
    for (headers, expected) in [
        (&[(HOST, &b"a"[..]), (HOST, b"a")][..], twice),
        (&[(CONTENT_LENGTH, b"2"), (CONTENT_LENGTH, b"2")], twice),
        (&[(HOST, b"\xff")], "`host` of the request is not ASCII"),
        (
            &[(AUTHORIZATION, b"\xffsEcReT")],
            "`authorization` of the request is not ASCII",
        ),
        (
            &[(CONTENT_LENGTH, b"1")],
            "says 1, but its body has 2 bytes",
        ),
        (
            &[(CONTENT_LENGTH, b"3")],
            "says 3, but its body has 2 bytes",
        ),
        (
            &[(CONTENT_LENGTH, b"+2")],
            "`content-length` of the request is no number",
        ),
        (&[(CONTENT_LENGTH, b"2, 2")], "is no number"),
        (&[(CONTENT_LENGTH, b"")], "is no number"),
        (
            &[(CONTENT_LENGTH, b"2"), (TRANSFER_ENCODING, b"chunked")],
            "has both",
        ),
        (&[(TRANSFER_ENCODING, b"gzip")], "another than `chunked`"),
    ] {
        let said = wrong(Method::POST, headers, "{}").unwrap();
        assert!(said.contains(expected), "{said}");
        assert!(!said.contains("sEcR"), "{said}");
    }
    let chunked = (TRANSFER_ENCODING, &b"chunked"[..]);
    let said = wrong(Method::HEAD, &[chunked], "").unwrap();
    assert!(said.contains("where no body can be"), "{said}");
}

#[test]
fn a_header_that_ureq_cannot_write_is_not_sent() {
    let mut request = Request::new(Bytes::new());
    let name = HeaderName::from_static("x-a");
    let longest = MAX_LINE - AROUND - name.as_str().len();
    for (length, is_sound) in [(longest, true), (longest + 1, false)] {
        let value = HeaderValue::try_from("a".repeat(length)).unwrap();
        request.headers_mut().insert(&name, value);
        assert_eq!(check(&request).is_ok(), is_sound, "{length}");
    }
    assert!(
        check(&request)
            .unwrap_err()
            .starts_with("the header `x-a` of the request is longer")
    );
}
