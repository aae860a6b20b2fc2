use std::fmt;
use std::time::Duration;

use super::*;
use crate::runtime::call::Limited;

/// An error that says little, around another.
#[derive(Debug)]
struct Around(BoxError);

impl fmt::Display for Around {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("it failed")
    }
}

impl Error for Around {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(self.0.as_ref())
    }
}

fn around(error: impl Into<BoxError>) -> BoxError {
    Around(error.into()).into()
}

#[test]
fn a_place_is_scheme_host_and_port() {
    for (uri, expected) in [
        ("https://example.com/a?b=c", "https://example.com"),
        ("http://example.com:8080", "http://example.com:8080"),
        ("http://user:secret@[::1]:80/secret", "http://[::1]:80"),
    ] {
        let place = Place::of(&uri.parse().unwrap());
        assert_eq!(place.to_string(), expected);
        assert_eq!(format!("{place:?}"), expected);
    }
}

#[test]
fn the_kind_is_that_of_a_cause() {
    let elapsed = || Elapsed {
        what: Limited::Connect,
        limit: Duration::from_secs(1),
    };
    let refused = || io::Error::from(io::ErrorKind::ConnectionRefused);
    for (error, kind) in [
        (around("x"), None),
        (around(elapsed()), Some(TransportFailure::Timeout)),
        (around(refused()), Some(TransportFailure::Io)),
        (
            around(io::Error::from(io::ErrorKind::TimedOut)),
            Some(TransportFailure::Timeout),
        ),
        (around(around(refused())), Some(TransportFailure::Io)),
    ] {
        assert_eq!(kind_of(error.as_ref()), kind, "{error:?}");
    }
}

#[cfg(feature = "_hyper")]
#[tokio::test]
async fn a_request_that_cannot_be_sent_is_no_fault_of_the_network() {
    use http_body_util::Empty;
    use hyper_util::client::legacy::Client;
    use hyper_util::rt::TokioExecutor;

    let client: Client<_, Empty<bytes::Bytes>> = Client::builder(TokioExecutor::new()).build_http();
    for (uri, kind) in [
        ("/a", TransportFailure::Other),
        ("http://127.0.0.1:1/a", TransportFailure::Io),
    ] {
        let error = client.get(uri.parse().unwrap()).await.unwrap_err();
        assert_eq!(kind_of(&error), Some(kind), "{error:?}");
    }
}

#[test]
fn the_reason_is_the_innermost_text() {
    let reasons = [
        around("x"),
        around(around("x")),
        around(io::Error::other("x")),
        around(io::Error::other(around("x"))),
        around(around("")),
    ]
    .map(|error| reason(error.as_ref()));
    assert_eq!(reasons, ["x", "x", "x", "x", "it failed"]);
}

#[test]
fn an_error_of_a_service_is_told_in_a_line() {
    let place = Place::of(&"http://example.com/a?b".parse().unwrap());
    let failure = failure_of_service(&place, around("the cable is out"));
    let text = failure.source().to_string();
    assert_eq!(
        text,
        "nothing came from http://example.com: the cable is out"
    );
    assert_eq!(failure.kind(), TransportFailure::Other);
    assert!(
        failure
            .source()
            .source()
            .is_some_and(|cause| cause.is::<Around>())
    );
}
