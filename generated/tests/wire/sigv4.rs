//! Signature Version 4, worked out from what arrived, by the specification alone: nothing of the crate, and nothing of
//! `aws-sigv4`, has a part in it.
//!
//! ([AWS, create a signed request](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html))

use bytes::Bytes;
use http::Request;
use sha2::{Digest, Sha256};

/// The access key id, and the secret key that belongs to it.
pub(crate) const KEY: (&str, &str) = ("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY");

/// What a signature says of itself.
#[derive(Debug, PartialEq)]
pub(crate) struct Claim {
    /// The access key id, the day, the region, the service, and `aws4_request`.
    pub(crate) credential: Vec<String>,
    /// The names of the headers that are signed.
    pub(crate) headers: Vec<String>,
    /// 64 hexadecimal digits.
    pub(crate) signature: String,
}

/// What the header `authorization` says.
pub(crate) fn claim(request: &Request<Bytes>) -> Claim {
    let text = request.headers()["authorization"].to_str().unwrap();
    let fields = text.strip_prefix("AWS4-HMAC-SHA256 ").unwrap();
    let fields: Vec<&str> = fields.split(", ").collect();
    let [credential, headers, signature] = fields[..] else {
        panic!("three fields: {text}");
    };
    let list = |text: &str, separator| text.split(separator).map(str::to_owned).collect();
    Claim {
        credential: list(credential.strip_prefix("Credential=").unwrap(), '/'),
        headers: list(headers.strip_prefix("SignedHeaders=").unwrap(), ';'),
        signature: signature.strip_prefix("Signature=").unwrap().to_owned(),
    }
}

/// The signature that a request should have, by what it says of itself.
pub(crate) fn signature(request: &Request<Bytes>, claim: &Claim, secret_key: &str) -> String {
    let time = request.headers()["x-amz-date"].to_str().unwrap();
    let hash = hex(&sha256(
        canonical_request(request, &claim.headers).as_bytes(),
    ));
    let scope = claim.credential[1..].join("/");
    let to_sign = format!("AWS4-HMAC-SHA256\n{time}\n{scope}\n{hash}");
    let mut key = format!("AWS4{secret_key}").into_bytes();
    for part in &claim.credential[1..] {
        key = hmac(&key, part.as_bytes());
    }
    hex(&hmac(&key, to_sign.as_bytes()))
}

fn canonical_request(request: &Request<Bytes>, signed: &[String]) -> String {
    let mut lines = vec![
        request.method().to_string(),
        canonical_path(request.uri().path()),
        canonical_query(request.uri().query().unwrap_or_default()),
    ];
    for name in signed {
        lines.push(format!("{name}:{}", header(request, name)));
    }
    lines.push(String::new());
    lines.push(signed.join(";"));
    lines.push(hex(&sha256(request.body())));
    lines.join("\n")
}

/// The values of a header, trimmed and joined. HTTP/2 has `host` in its target.
fn header(request: &Request<Bytes>, name: &str) -> String {
    let values = request.headers().get_all(name).iter();
    let values: Vec<String> = values
        .map(|value| {
            let words = value.to_str().unwrap().split_ascii_whitespace();
            words.collect::<Vec<_>>().join(" ")
        })
        .collect();
    match (name, request.uri().authority()) {
        ("host", Some(authority)) if values.is_empty() => authority.to_string(),
        _ => {
            assert!(!values.is_empty(), "{name} is signed and did not arrive");
            values.join(",")
        }
    }
}

/// Dot segments are removed as RFC 3986, section 5.2.4 says, and slashes that follow each other are one. What is then
/// left is encoded, though the client had encoded it before.
fn canonical_path(path: &str) -> String {
    let mut kept: Vec<&str> = Vec::new();
    let mut is_folder = true;
    for segment in path.split('/').skip(1) {
        is_folder = matches!(segment, "" | "." | "..");
        match segment {
            "" | "." => {}
            ".." => {
                kept.pop();
            }
            segment => kept.push(segment),
        }
    }
    let mut path: String = kept
        .iter()
        .map(|segment| format!("/{}", encoded(segment.as_bytes())))
        .collect();
    if is_folder {
        path.push('/');
    }
    path
}

/// Parameters are decoded, encoded in the one way, and sorted by name and then by value.
fn canonical_query(query: &str) -> String {
    let parameters = query.split('&').filter(|parameter| !parameter.is_empty());
    let mut parameters: Vec<(String, String)> = parameters
        .map(|parameter| {
            let (name, value) = parameter.split_once('=').unwrap_or((parameter, ""));
            (encoded(&decoded(name)), encoded(&decoded(value)))
        })
        .collect();
    parameters.sort();
    let parameters = parameters
        .iter()
        .map(|(name, value)| format!("{name}={value}"));
    parameters.collect::<Vec<_>>().join("&")
}

fn encoded(bytes: &[u8]) -> String {
    let encode = |byte: &u8| match byte {
        b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
            char::from(*byte).to_string()
        }
        byte => format!("%{byte:02X}"),
    };
    bytes.iter().map(encode).collect()
}

/// The bytes that percent signs and two digits stand for.
pub(crate) fn decoded(text: &str) -> Vec<u8> {
    let mut parts = text.split('%');
    let mut bytes = parts.next().unwrap_or_default().as_bytes().to_vec();
    for part in parts {
        bytes.push(u8::from_str_radix(&part[..2], 16).unwrap());
        bytes.extend_from_slice(&part.as_bytes()[2..]);
    }
    bytes
}

/// RFC 2104, with SHA-256 and its blocks of 64 bytes.
fn hmac(key: &[u8], text: &[u8]) -> Vec<u8> {
    let mut block = if key.len() > 64 {
        sha256(key)
    } else {
        key.to_vec()
    };
    block.resize(64, 0);
    let padded = |with: u8| block.iter().map(move |byte| byte ^ with);
    let inner: Vec<u8> = padded(0x36).chain(text.iter().copied()).collect();
    let outer: Vec<u8> = padded(0x5c).chain(sha256(&inner)).collect();
    sha256(&outer)
}

fn sha256(bytes: &[u8]) -> Vec<u8> {
    Sha256::digest(bytes).to_vec()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// RFC 4231, section 4.3, and a key that is longer than a block: section 4.7.
#[test]
fn hmac_is_that_of_the_rfc() {
    assert_eq!(
        hex(&hmac(b"Jefe", b"what do ya want for nothing?")),
        "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
    );
    let text = b"Test Using Larger Than Block-Size Key - Hash Key First";
    assert_eq!(
        hex(&hmac(&[0xaa; 131], text)),
        "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
    );
}

/// AWS's Signature Version 4 test suite, `get-vanilla`. What was changed on the way has another signature.
#[test]
fn signature_is_that_of_the_test_suite() {
    let request = Request::get("/")
        .header("host", "example.amazonaws.com")
        .header("x-amz-date", "20150830T123600Z")
        .header(
            "authorization",
            "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, \
             SignedHeaders=host;x-amz-date, \
             Signature=5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31",
        );
    let request = request.body(Bytes::new()).unwrap();
    let claim = claim(&request);
    assert_eq!(signature(&request, &claim, KEY.1), claim.signature);

    let mut other = request.clone();
    *other.body_mut() = Bytes::from_static(b"{}");
    assert_ne!(signature(&other, &claim, KEY.1), claim.signature);
    let mut other = request.clone();
    *other.uri_mut() = "/?a=b".parse().unwrap();
    assert_ne!(signature(&other, &claim, KEY.1), claim.signature);
    assert_ne!(signature(&request, &claim, "another"), claim.signature);
}

/// The examples of the specification, and what an encoded path becomes.
#[test]
fn paths_and_queries_are_made_canonical() {
    for (path, expected) in [
        ("/", "/"),
        ("//", "/"),
        ("/./example", "/example"),
        ("/example/..", "/"),
        ("/example1/example2/../..", "/"),
        ("//example//", "/example/"),
        ("/tags/arn%3Aaws%2Fx", "/tags/arn%253Aaws%252Fx"),
        ("/tags/..", "/"),
        ("/tags/.", "/tags/"),
        ("/tags/~-._", "/tags/~-._"),
    ] {
        assert_eq!(canonical_path(path), expected, "{path}");
    }
    for (query, expected) in [
        ("", ""),
        ("b=2&a=1&a=0", "a=0&a=1&b=2"),
        ("a", "a="),
        ("k=a%20b&k=%c3%a9%2F", "k=%C3%A9%2F&k=a%20b"),
    ] {
        assert_eq!(canonical_query(query), expected, "{query}");
    }
}
