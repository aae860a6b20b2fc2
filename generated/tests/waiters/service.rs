//! A service whose composition goes through states.

use std::collections::VecDeque;
use std::future::ready;
use std::sync::Mutex;
use std::time::Duration;

use http::Response;
use http_body_util::Full;
use ivs_realtime::config::Config;
use ivs_realtime::runtime::Bytes;
use ivs_realtime::test_util;

use crate::server::Server;
use crate::support::answer;

/// How long tests let a waiter wait, unless they say.
pub(crate) const MINUTE: Duration = Duration::from_secs(60);

/// What the service answers, once.
#[derive(Clone, Copy)]
pub(crate) enum Answer {
    /// With a composition or an ingest configuration in this state.
    State(&'static str),
    /// With this error.
    Error(u16, &'static str),
}
pub(crate) use Answer::{Error, State};

/// A service that gives these answers, and the last one for ever.
pub(crate) fn service(answers: &[Answer]) -> Server {
    let left = Mutex::new(VecDeque::from(answers.to_vec()));
    Server::start(None, move |request| {
        let mut left = left.lock().unwrap();
        let next = match left.len() {
            1 => left[0],
            _ => left.pop_front().unwrap(),
        };
        ready(response(request.uri().path(), next).map(Full::new))
    })
}

fn response(path: &str, next: Answer) -> Response<Bytes> {
    let (status, headers, body) = match (path, next) {
        ("/GetComposition", State(state)) => {
            let composition = r#"{"composition":{"arn":"arn:c","stageArn":"arn:s","destinations":[],"state":"STATE"}}"#;
            (200, vec![], composition.replace("STATE", state))
        }
        ("/GetIngestConfiguration", State(state)) => {
            let configuration = r#"{"ingestConfiguration":{"arn":"arn:i","ingestProtocol":"RTMP","streamKey":"sk-secret","stageArn":"arn:s","participantId":"p","state":"STATE"}}"#;
            (200, vec![], configuration.replace("STATE", state))
        }
        (_, Error(status, code)) => {
            let headers = vec![("x-amzn-errortype", code), ("x-amzn-requestid", "req-1")];
            (
                status,
                headers,
                r#"{"exceptionMessage":"no such thing"}"#.to_owned(),
            )
        }
        (other, State(_)) => panic!("{other} was called"),
    };
    answer(status, &headers, body)
}

/// The settings of a client of it.
pub(crate) fn config(service: &Server) -> Config {
    test_util::config().endpoint_url(service.url()).build()
}
