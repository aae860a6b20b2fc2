//! A clock that differs from the service's.

use std::time::{Duration, SystemTime};

use ivs_realtime::primitives::{DateTime, DateTimeFormat};

use crate::server::{Received, Reply, Server};
use crate::setup::{client, settings, text};

/// How far the service's clock is ahead of ours.
const AHEAD: Duration = Duration::from_secs(20 * 60);

/// How far a signature may be off.
const TOLERANCE: Duration = Duration::from_secs(5 * 60);

/// When a request was signed.
fn signed_at(request: &Received) -> SystemTime {
    let date = request.header("x-amz-date").unwrap();
    // 20261122T220825Z
    let (day, time) = date.split_once('T').unwrap();
    let text = format!(
        "{}-{}-{}T{}:{}:{}",
        &day[..4],
        &day[4..6],
        &day[6..],
        &time[..2],
        &time[2..4],
        &time[4..]
    );
    let date = DateTime::from_str(&text, DateTimeFormat::DateTime).unwrap();
    SystemTime::try_from(date).unwrap()
}

/// A service whose clock is ahead, and that refuses what was not signed about now.
async fn service_ahead(code: &'static str) -> Server {
    Server::start(move |request| {
        let now = SystemTime::now() + AHEAD;
        let date = DateTime::from(now).fmt(DateTimeFormat::HttpDate).unwrap();
        let off = now.duration_since(signed_at(request)).unwrap_or_default();
        if off > TOLERANCE {
            let headers = [("date", date.as_str()), ("x-amzn-errortype", code)];
            return Reply::answer(403, &headers, "{}");
        }
        Reply::answer(200, &[("date", &date)], r#"{"stages":[]}"#)
    })
    .await
}

#[tokio::test]
async fn a_refused_signature_is_made_anew_for_the_services_clock() {
    let server = service_ahead("InvalidSignatureException").await;
    let client = client(server.url());
    assert!(client.list_stages().send().await.is_ok());
    assert_eq!(server.received().len(), 2);
    // The next call knows already.
    assert!(client.list_stages().send().await.is_ok());
    assert_eq!(server.received().len(), 3);
}

#[tokio::test]
async fn another_refusal_is_not_the_clocks_fault() {
    let server = service_ahead("ValidationException").await;
    let said = text(client(server.url()).list_stages().send().await);
    assert_eq!(said, "ValidationException (ListStages, HTTP 403)");
    assert_eq!(server.received().len(), 1);
}

#[tokio::test]
async fn the_correction_can_be_switched_off() {
    let server = service_ahead("InvalidSignatureException").await;
    let settings = settings(server.url()).disable_clock_skew_correction(true);
    let said = text(crate::setup::call(settings).await);
    assert_eq!(said, "InvalidSignatureException (ListStages, HTTP 403)");
    assert_eq!(server.received().len(), 1);
}
