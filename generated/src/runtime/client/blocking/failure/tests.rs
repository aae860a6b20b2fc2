use std::io;

use super::*;

const LIMITS: [Option<Duration>; 2] = [Some(Duration::from_secs(3)), Some(Duration::from_secs(7))];

fn failure(error: ureq::Error) -> Option<Failure> {
    let peer = Peer::new(
        &"http://user:sEcReT@nowhere.invalid/p?q".parse().unwrap(),
        None,
    );
    let [connect, read] = LIMITS;
    match fault(error, &peer, connect, read) {
        Fault::Elapsed => None,
        Fault::Failed(failure) => Some(failure),
    }
}

#[test]
fn a_host_without_an_address_is_named() {
    let lookup = io::Error::other("failed to lookup address information");
    for (error, reason) in [
        (ureq::Error::HostNotFound, "the host has no address"),
        (lookup.into(), "failed to lookup address information"),
    ] {
        let failure = failure(error).unwrap();
        assert_eq!(failure.kind(), TransportFailure::Io);
        let expected = format!("cannot connect to http://nowhere.invalid: {reason}");
        assert_eq!(failure.source().to_string(), expected);
    }
}

#[test]
fn a_limit_that_was_passed_is_told() {
    for (timeout, expected) in [
        (Timeout::Resolve, "connecting took longer than 3s"),
        (Timeout::Connect, "connecting took longer than 3s"),
        (
            Timeout::SendRequest,
            "the wait for an answer took longer than 7s",
        ),
        (
            Timeout::SendBody,
            "the wait for an answer took longer than 7s",
        ),
        (
            Timeout::RecvResponse,
            "the wait for an answer took longer than 7s",
        ),
    ] {
        let failure = failure(ureq::Error::Timeout(timeout)).unwrap();
        assert_eq!(failure.kind(), TransportFailure::Timeout);
        assert_eq!(failure.source().to_string(), expected);
    }
    assert!(failure(ureq::Error::Timeout(Timeout::Global)).is_none());
}

#[test]
fn a_body_that_another_attempt_may_bring_is_asked_for_again() {
    let limit = Duration::from_secs(60);
    let too_slow = BodyError::TooSlow { limit };
    assert_eq!(too_slow.kind(), TransportFailure::Timeout);
    let cut_off = BodyError::CutOff {
        announced: Some(2),
        received: 1,
    };
    assert_eq!(cut_off.kind(), TransportFailure::BadResponse);
    let broken = BodyError::Broken(io::Error::from(ErrorKind::ConnectionReset).into());
    assert_eq!(broken.kind(), TransportFailure::Io);
    assert_eq!(
        BodyError::TooLong { limit: 1 }.kind(),
        TransportFailure::Other
    );
}
