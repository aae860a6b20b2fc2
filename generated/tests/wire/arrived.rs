//! What a request looks like that has arrived.

use std::collections::BTreeMap;

use bytes::Bytes;
use http::{Method, Request};

use crate::rig::{Flavour, Rig, SESSION_TOKEN};
use crate::sigv4::{self, KEY};

/// The headers that every call has.
const OF_THE_CALL: [&str; 7] = [
    "amz-sdk-invocation-id",
    "amz-sdk-request",
    "authorization",
    "user-agent",
    "x-amz-date",
    "x-amz-security-token",
    "x-amz-user-agent",
];

/// A request as method and target, as headers that are not the call's, and as body. The rest of it is checked.
pub(crate) fn checked(
    rig: &Rig,
    request: &Request<Bytes>,
) -> (String, Vec<(String, String)>, String) {
    assert_eq!(request.version(), rig.flavour.version());
    let mut headers = headers(request);
    check_place(rig, request, &mut headers);
    check_length(request, &mut headers);
    check_call(&headers, "attempt=1; max=3", "m/E,N");
    check_signature(request);
    for name in OF_THE_CALL {
        headers.remove(name);
    }
    // What the machine adds that runs the tests.
    if std::env::var_os("AWS_LAMBDA_FUNCTION_NAME").is_some() {
        headers.remove("x-amzn-trace-id");
    }
    let target = request.uri().path_and_query().unwrap();
    (
        format!("{} {target}", request.method()),
        headers.into_iter().collect(),
        String::from_utf8(request.body().to_vec()).unwrap(),
    )
}

/// The headers by name, each of which has arrived once.
pub(crate) fn headers(request: &Request<Bytes>) -> BTreeMap<String, String> {
    let headers: BTreeMap<_, _> = request
        .headers()
        .iter()
        .map(|(name, value)| (name.to_string(), value.to_str().unwrap().to_owned()))
        .collect();
    assert_eq!(headers.len(), request.headers().len(), "{request:?}");
    headers
}

/// HTTP/1.1 names the host in a header, HTTP/2 in the target.
fn check_place(rig: &Rig, request: &Request<Bytes>, headers: &mut BTreeMap<String, String>) {
    let (scheme, authority) = rig.server.url().split_once("://").unwrap();
    let uri = request.uri();
    match rig.flavour {
        Flavour::Http1 | Flavour::Http1Tls => {
            assert_eq!((uri.scheme(), uri.authority()), (None, None));
            assert_eq!(headers.remove("host").unwrap(), authority);
        }
        Flavour::Http2Tls => {
            assert_eq!(uri.scheme_str(), Some(scheme));
            assert_eq!(uri.authority().unwrap(), authority);
            assert!(!headers.contains_key("host"));
        }
    }
}

/// A body has its length and is JSON; without one, nothing is said of it.
fn check_length(request: &Request<Bytes>, headers: &mut BTreeMap<String, String>) {
    let length = headers.remove("content-length");
    let length = length.map(|length| length.parse().unwrap());
    if request.method() == Method::POST {
        assert_eq!(length, Some(request.body().len()));
    } else {
        assert_eq!((length, request.body().len()), (None, 0));
        assert!(!headers.contains_key("content-type"));
    }
}

/// The headers of a call, by their form.
pub(crate) fn check_call(headers: &BTreeMap<String, String>, attempt: &str, features: &str) {
    assert_eq!(headers["amz-sdk-request"], attempt);
    assert_uuid(&headers["amz-sdk-invocation-id"]);
    let agent = &headers["user-agent"];
    assert_eq!(agent, &headers["x-amz-user-agent"]);
    let version = env!("CARGO_PKG_VERSION");
    let begin = format!("ivs-realtime-rs/{version} ua/2.1 api/ivsrealtime/{version} os/");
    assert!(agent.starts_with(&begin), "{agent}");
    assert!(agent.contains(" lang/rust/1."), "{agent}");
    let end = format!(" {features} app/wire-tests");
    assert!(agent.ends_with(&end), "{agent}");
}

/// A UUID of version 4 in lower case.
pub(crate) fn assert_uuid(text: &str) {
    let form: String = text
        .chars()
        .map(|character| match character {
            '0'..='9' | 'a'..='f' => 'x',
            other => other,
        })
        .collect();
    assert_eq!(form, "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx");
    assert!(text[14..].starts_with('4'), "{text}");
    assert!(text[19..].starts_with(['8', '9', 'a', 'b']), "{text}");
}

/// The signature is right, is made with the right key, and covers what has to be covered.
pub(crate) fn check_signature(request: &Request<Bytes>) {
    let headers = request.headers();
    let date = headers["x-amz-date"].to_str().unwrap();
    let form = date.replace(|character: char| character.is_ascii_digit(), "0");
    assert_eq!(form, "00000000T000000Z");
    assert_eq!(headers["x-amz-security-token"], SESSION_TOKEN);

    let claim = sigv4::claim(request);
    let scope = [KEY.0, &date[..8], "us-west-2", "ivs", "aws4_request"];
    assert_eq!(claim.credential, scope);
    assert!(claim.headers.is_sorted());
    let mut required = vec!["host", "x-amz-date", "x-amz-security-token"];
    required.extend(
        headers
            .contains_key("content-type")
            .then_some("content-type"),
    );
    for name in required {
        assert!(claim.headers.iter().any(|signed| signed == name), "{name}");
    }
    for name in [
        "authorization",
        "user-agent",
        "amz-sdk-request",
        "amz-sdk-invocation-id",
    ] {
        assert!(claim.headers.iter().all(|signed| signed != name), "{name}");
    }
    let expected = sigv4::signature(request, &claim, KEY.1);
    assert_eq!(claim.signature, expected, "{request:?}");
}
