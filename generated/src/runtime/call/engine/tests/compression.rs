//! Bodies that a call compresses.

use super::*;
use crate::runtime::http::Gzip;

fn run_of(core: &Core, size: usize) -> Run {
    let mut request = post();
    *request.body_mut() = Bytes::from(vec![b'a'; size]);
    request.extensions_mut().insert(Gzip::FromMinimum);
    let replies = [answer(503, &[]), answer(200, &[])];
    run_with(
        core,
        beginning(),
        Ok(request),
        CallOptions::default(),
        1.0,
        replies,
    )
}

#[test]
fn every_attempt_sends_the_compressed_body() {
    let run = run_of(&core(settings()), 10_240);
    for attempt in [1, 2] {
        let length = run.header(attempt, "content-length").parse::<usize>();
        assert_eq!(length, Ok(run.sent[attempt - 1].body().len()));
        assert!(length.is_ok_and(|length| length < 1_000));
        assert_eq!(run.header(attempt, "content-encoding"), "gzip");
    }
    assert_eq!(run.sent[0].body(), run.sent[1].body());
}

#[test]
fn the_settings_of_the_client_decide() {
    let off = settings().disable_request_compression(true);
    for (settings, size) in [(settings(), 10_239), (off, 20_000)] {
        let run = run_of(&core(settings), size);
        assert_eq!(run.sent[0].body().len(), size);
        assert!(!run.headers(1).contains_key("content-encoding"));
    }
}
