use std::time::{Duration, UNIX_EPOCH};

use aws_sigv4::http_request::{
    PercentEncodingMode, SignableBody, SignableRequest, SigningSettings, UriPathNormalizationMode,
    sign,
};
use aws_sigv4::sign::v4::SigningParams;

use super::*;

const TIME: Duration = Duration::from_secs(1_440_938_160);

fn credentials(token: Option<&str>) -> Credentials {
    let secret = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
    Credentials::new(
        "AKIDEXAMPLE",
        secret,
        token.map(str::to_owned),
        None,
        "test",
    )
}

/// What `aws_sigv4::http_request::sign` says.
fn official(
    request: &Request<Bytes>,
    credentials: &Credentials,
    time: SystemTime,
    settings: SigningSettings,
) -> String {
    let identity = credentials.clone().into();
    let params = SigningParams::builder()
        .identity(&identity)
        .region("us-east-1")
        .name("ivs")
        .time(time)
        .settings(settings)
        .build()
        .unwrap()
        .into();
    let headers = request
        .headers()
        .iter()
        .map(|(name, value)| (name.as_str(), value.to_str().unwrap()));
    let signable = SignableRequest::new(
        request.method().as_str(),
        request.uri().to_string(),
        headers,
        match request.headers().get(CONTENT_SHA256) {
            Some(_) => SignableBody::UnsignedPayload,
            None => SignableBody::Bytes(request.body()),
        },
    )
    .unwrap();
    let (instructions, _) = sign(signable, &params).unwrap().into_parts();
    let authorization = instructions
        .headers()
        .find_map(|(name, value)| (name == "authorization").then(|| value.to_owned()));
    authorization.unwrap()
}

fn check(mut request: Request<Bytes>, credentials: &Credentials) {
    let time = UNIX_EPOCH + TIME;
    let expected = official(&request, credentials, time, SigningSettings::default());
    let signer = Signer::new("ivs", "us-east-1");
    signer.sign(&mut request, credentials, time).unwrap();
    assert_eq!(request.headers()[AUTHORIZATION], expected, "{request:?}");
    assert!(request.headers()[AUTHORIZATION].is_sensitive());
}

fn request(method: &str, uri: &str, body: &'static str) -> Request<Bytes> {
    let body = Bytes::from_static(body.as_bytes());
    Request::builder()
        .method(method)
        .uri(uri)
        .body(body)
        .unwrap()
}

#[test]
fn signs_as_aws_sigv4_does() {
    for path in [
        "",
        "/",
        "/ListStages",
        "/a/",
        "/a//b",
        "/a/./b/",
        "/a/../b",
        "/../a",
        "/a/..",
        "/a/.",
        "/tags/arn%3Aaws%3Aivs%3Aus-east-1%3A1%3Astage%2Fabc",
        "/%C3%A9%20~-_.!*'();:@&=+$,",
    ] {
        for query in [
            "",
            "?",
            "?a",
            "?b=2&a=1&a=0",
            "?tagKeys=a%20b&tagKeys=c%26d",
            "?a=&b==1",
            "?a=%41%c3%a9+%zz%4",
            "?b&a&a=%20&a%20=",
        ] {
            for host in [
                "https://ivsrealtime.us-east-1.amazonaws.com",
                "http://127.0.0.1:8080",
            ] {
                for token in [None, Some("TOKEN/+=")] {
                    let uri = format!("{host}{path}{query}");
                    check(request("POST", &uri, "{}"), &credentials(token));
                    check(request("DELETE", &uri, ""), &credentials(token));
                }
            }
        }
    }
}

#[test]
fn signs_the_host_as_aws_sigv4_does() {
    for uri in [
        "http://host:80/",
        "http://host:443/",
        "https://host:443/",
        "https://host:80/",
        "https://[::1]:443/",
    ] {
        check(request("GET", uri, ""), &credentials(None));
        // One that a hook has set stands for that of the URI, wherever among the headers.
        for place in 0..3 {
            let mut request = request("GET", uri, "");
            for (index, name) in ["b", "c", "d"].into_iter().enumerate() {
                if index == place {
                    let host = HeaderValue::from_static("other.example:80");
                    request.headers_mut().insert(http::header::HOST, host);
                }
                let name = HeaderName::from_static(name);
                request
                    .headers_mut()
                    .insert(name, HeaderValue::from_static("1"));
            }
            check(request, &credentials(None));
        }
    }
}

#[test]
fn signs_headers_as_aws_sigv4_does() {
    let mut request = request("GET", "https://example.com:443/a", "");
    for (name, value) in [
        ("zebra", "1"),
        ("content-type", "application/json"),
        ("spaces", "  a   b  c "),
        ("empty", ""),
        ("user-agent", "ua"),
        ("x-amzn-trace-id", "Root=1"),
        ("transfer-encoding", "chunked"),
    ] {
        let value = HeaderValue::from_str(value).unwrap();
        request
            .headers_mut()
            .append(HeaderName::from_static(name), value);
    }
    check(request, &credentials(None));
}

#[test]
fn keeps_a_key_for_its_day_and_its_secret() {
    let signer = Signer::new("ivs", "us-east-1");
    let other = Credentials::new("AKIDOTHER", "other", None, None, "test");
    let day = Duration::from_secs(24 * 60 * 60);
    for credentials in [credentials(None), other, credentials(None)] {
        for time in [
            UNIX_EPOCH + TIME,
            UNIX_EPOCH + TIME + day,
            UNIX_EPOCH + TIME,
        ] {
            for _ in 0..2 {
                let mut request = request("POST", "https://example.com/a", "{}");
                let expected = official(&request, &credentials, time, SigningSettings::default());
                signer.sign(&mut request, &credentials, time).unwrap();
                assert_eq!(request.headers()[AUTHORIZATION], expected);
            }
        }
    }
}

#[test]
fn signs_anew_what_is_signed() {
    let signer = Signer::new("ivs", "us-east-1");
    let mut once = request("POST", "https://example.com/a", "{}");
    let time = UNIX_EPOCH + TIME;
    signer
        .sign(&mut once, &credentials(Some("first")), time)
        .unwrap();
    signer.sign(&mut once, &credentials(None), time).unwrap();
    let mut fresh = request("POST", "https://example.com/a", "{}");
    signer.sign(&mut fresh, &credentials(None), time).unwrap();
    assert_eq!(once.headers(), fresh.headers());
}

#[test]
fn says_what_cannot_be_signed() {
    let signer = Signer::new("ivs", "us-east-1");
    let time = UNIX_EPOCH + TIME;
    let error = |request: &mut Request<Bytes>, credentials: &Credentials| {
        signer
            .sign(request, credentials, time)
            .unwrap_err()
            .to_string()
    };
    let mut no_host = request("POST", "/a", "{}");
    assert_eq!(
        error(&mut no_host, &credentials(None)),
        "the URL of the endpoint has no host"
    );
    let mut request = request("POST", "https://example.com/a", "{}");
    assert_eq!(
        error(&mut request, &credentials(Some("SECRET\n"))),
        "the session token of the credentials cannot stand in a header"
    );
    let latin = HeaderValue::from_bytes(b"\xe9").unwrap();
    request.headers_mut().insert("x-latin", latin);
    assert_eq!(
        error(&mut request, &credentials(None)),
        "the header x-latin is not ASCII and cannot be signed"
    );
}

#[test]
fn shows_no_key() {
    let signer = Signer::new("ivs", "us-east-1");
    let mut request = request("POST", "https://example.com/a", "{}");
    signer
        .sign(&mut request, &credentials(None), UNIX_EPOCH + TIME)
        .unwrap();
    let text = format!("{signer:?}");
    assert!(
        !text.contains("wJalr") && !text.contains("key: Some([") && text.contains("20150830"),
        "{text}"
    );
}

#[test]
fn a_body_may_be_left_out() {
    let mut unsigned = request("PUT", "https://example.com/a", "body");
    let headers = unsigned.headers_mut();
    headers.insert(CONTENT_SHA256, HeaderValue::from_static(UNSIGNED_PAYLOAD));
    check(unsigned.clone(), &credentials(Some("token")));
    let signer = Signer::new("ivs", "us-east-1");
    let signature = |body| {
        let mut request = unsigned.clone();
        *request.body_mut() = Bytes::from_static(body);
        let time = UNIX_EPOCH + TIME;
        signer.sign(&mut request, &credentials(None), time).unwrap();
        request.headers()[AUTHORIZATION].clone()
    };
    assert_eq!(signature(b"one"), signature(b"another"));
}

#[test]
fn an_endpoint_may_say_how_the_path_is_signed() {
    let (time, credentials) = (UNIX_EPOCH + TIME, credentials(None));
    for (twice, normalize) in [(false, true), (true, false), (false, false)] {
        for path in ["/", "/a%20b/c", "/a//b/../c/", "/a/./%2F"] {
            let mut request = request("GET", &format!("https://example.com{path}"), "");
            let mut settings = SigningSettings::default();
            if !twice {
                settings.percent_encoding_mode = PercentEncodingMode::Single;
            }
            if !normalize {
                settings.uri_path_normalization_mode = UriPathNormalizationMode::Disabled;
            }
            let expected = official(&request, &credentials, time, settings);
            let signer = Signer::new("ivs", "us-east-1")
                .encode_path_twice(twice)
                .normalize_path(normalize);
            signer.sign(&mut request, &credentials, time).unwrap();
            let found = &request.headers()[AUTHORIZATION];
            assert_eq!(found, &expected, "{twice} {normalize} {path}");
        }
    }
}
