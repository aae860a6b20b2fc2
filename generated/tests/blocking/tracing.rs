//! What a subscriber of `tracing` sees of a call. Tests that run at the same time would disturb each other: what is
//! wanted at all is kept for the whole process.

use std::cell::RefCell;
use std::env;
use std::fmt::Debug;
use std::sync::{Arc, Mutex};

use ivs_realtime::config::RetryConfig;
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Metadata, Subscriber};

use crate::process::{URL, run};
use crate::server::{Server, answer};
use crate::{client, settings};

/// Writes down spans and events as they come; events with the span that they happen in.
#[derive(Clone, Default)]
struct Lines {
    lines: Arc<Mutex<Vec<String>>>,
    spans: Arc<Mutex<Vec<&'static str>>>,
}

thread_local! {
    /// The spans that this thread is in, by number.
    static ENTERED: RefCell<Vec<u64>> = const { RefCell::new(Vec::new()) };
}

struct Line(String);

impl Visit for Line {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        self.0.push_str(&format!(" {field}={value:?}"));
    }
}

impl Lines {
    fn push(&self, line: Line) {
        self.lines.lock().unwrap().push(line.0);
    }
}

impl Subscriber for Lines {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.target().starts_with("ivs_realtime")
    }

    fn new_span(&self, span: &Attributes<'_>) -> Id {
        let mut line = Line(span.metadata().name().to_owned());
        span.record(&mut line);
        self.push(line);
        let mut spans = self.spans.lock().unwrap();
        spans.push(span.metadata().name());
        Id::from_u64(spans.len().try_into().unwrap())
    }

    fn record(&self, _: &Id, _: &Record<'_>) {}

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn event(&self, event: &Event<'_>) {
        let within = ENTERED.with_borrow(|entered| entered.last().copied());
        let spans = self.spans.lock().unwrap();
        let within = within.map_or("nothing", |span| spans[usize::try_from(span).unwrap() - 1]);
        let mut line = Line(format!("event in {within}:"));
        event.record(&mut line);
        self.push(line);
    }

    fn enter(&self, span: &Id) {
        ENTERED.with_borrow_mut(|entered| entered.push(span.into_u64()));
    }

    fn exit(&self, _: &Id) {
        ENTERED.with_borrow_mut(Vec::pop);
    }
}

#[test]
fn a_call_and_its_attempts_have_spans() {
    if env::var(URL).is_err() {
        run("tracing::a_call_and_its_attempts_have_spans", &[(URL, "")]);
        return;
    }
    let server = Server::new(|number, _| match number {
        0 => answer(503, "{}"),
        _ => answer(200, "{}"),
    });
    let seen = Lines::default();
    tracing::subscriber::with_default(seen.clone(), || {
        client(&server).get_stage().arn("a").send().unwrap();
    });
    let lines = seen.lines.lock().unwrap();
    let all = lines.join("\n");
    assert!(lines[0].starts_with("invoke "), "{all}");
    assert!(lines[0].contains(r#"rpc.method="GetStage""#), "{all}");
    assert!(lines.contains(&"try_attempt attempt=1".to_owned()), "{all}");
    assert!(lines.contains(&"try_attempt attempt=2".to_owned()), "{all}");
    // It happens on another thread, and is seen all the same, as a part of the attempt.
    let getting = lines
        .iter()
        .find(|line| line.contains("getting credentials"));
    let getting = getting.unwrap_or_else(|| panic!("{all}"));
    assert!(getting.starts_with("event in try_attempt:"), "{all}");
}

#[test]
fn nothing_secret_is_told() {
    if env::var(URL).is_err() {
        run("tracing::nothing_secret_is_told", &[(URL, "")]);
        return;
    }
    let server = Server::new(|_, _| answer(200, r#"{"participantToken":{"token":"sEcReT"}}"#));
    let seen = Lines::default();
    tracing::subscriber::with_default(seen.clone(), || {
        let settings = settings(&server.url()).retry_config(RetryConfig::disabled());
        let client = ivs_realtime::blocking::Client::from_conf(settings.build());
        let call = client.create_participant_token().stage_arn("a");
        call.send().unwrap();
    });
    let all = seen.lines.lock().unwrap().join("\n");
    for secret in ["sEcReT", "AKIDEXAMPLE", "Signature=", "\"secret\""] {
        assert!(!all.contains(secret), "{all}");
    }
}
