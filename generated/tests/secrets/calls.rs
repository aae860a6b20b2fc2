//! Every operation, over every kind of connection, with secrets in all that is sent and answered: nothing that is
//! logged or can be shown has a secret in it.

use std::collections::BTreeSet;
use std::net::TcpListener;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use http::HeaderMap;
use ivs_realtime::Client;
use ivs_realtime::config::{Builder, Config, Credentials, Region, RetryConfig};
use ivs_realtime::runtime::client::Transport;
use tokio::runtime::Runtime;

use crate::every::{Called, TEXT, Visitor, visit_all};
use crate::recorder;
use crate::scripts::{SCRIPTS, Script, whole};
use crate::server::Server;
use crate::shown::{Curious, show, show_failure, show_input};
use crate::tls::{acceptor, root_pem};
use crate::{SECRET, assert_hidden};

/// Only one test at a time: what is recorded is the whole process's.
static TURN: Mutex<()> = Mutex::new(());

/// Begins to record, when no other test does.
fn turn() -> MutexGuard<'static, ()> {
    let turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
    recorder::begin();
    recorder::take();
    turn
}

/// The crate's own transport.
fn transport() -> Transport {
    let transport = Transport::builder()
        .root_certificates_pem(root_pem())
        .connect_timeout(None);
    show(&transport);
    transport.build().unwrap()
}

/// Settings with secret credentials. The one attempt of a call tells what it sees.
fn config(url: &str) -> Builder {
    let secret_key = format!("{SECRET}-key");
    let session_token = Some(format!("{SECRET}-session"));
    let credentials = Credentials::new("AKIDEXAMPLE", secret_key, session_token, None, "test");
    show(&credentials);
    let config = Config::builder()
        .endpoint_url(url)
        .region(Region::new("us-west-2"))
        .credentials_provider(credentials)
        .retry_config(RetryConfig::disabled())
        .interceptor(Curious)
        .transport(transport());
    show(&config);
    config
}

fn client(config: Builder) -> Client {
    let client = Client::from_conf(config.build());
    show(&client);
    show(client.config());
    client
}

/// What was recorded so far has no secret in it, and no input.
fn checked() -> String {
    let text = recorder::take();
    assert_hidden(&text);
    assert!(
        !text.contains(TEXT),
        "an input is shown: {}",
        line(&text, TEXT)
    );
    text
}

/// One kind of connection, and what was sent over it.
struct Drive {
    runtime: Runtime,
    server: Server,
    client: Client,
    next: Arc<Mutex<Script>>,
    arrived: usize,
    signatures: BTreeSet<String>,
    targets: BTreeSet<String>,
}

impl Drive {
    fn new(protocol: Option<&[u8]>) -> Self {
        let next = Arc::new(Mutex::new(SCRIPTS[0]));
        let script = Arc::clone(&next);
        let server = Server::start(protocol.map(|name| acceptor(&[name])), move |_| {
            let script = *script.lock().unwrap();
            async move { script() }
        });
        let client = client(config(server.url()));
        Self {
            runtime: Runtime::new().unwrap(),
            server,
            client,
            next,
            arrived: 0,
            signatures: BTreeSet::new(),
            targets: BTreeSet::new(),
        }
    }

    fn answer_with(&self, script: Script) {
        *self.next.lock().unwrap() = script;
    }

    fn call<O: Called>(&self) {
        match self
            .runtime
            .block_on(O::call(&self.client, |call| show_input(call)))
        {
            Ok(output) => show(&output),
            Err(error) => show_failure(error),
        }
    }

    /// Makes sure that nothing is shown of what was recorded.
    fn check(&mut self) {
        for request in self.server.requests() {
            self.arrived += 1;
            assert!(request.headers()["x-amz-security-token"] == *format!("{SECRET}-session"));
            self.signatures.insert(signature(request.headers()));
        }
        let text = checked();
        for word in text.split(|character: char| !character.is_ascii_hexdigit()) {
            assert!(!self.signatures.contains(word), "{}", line(&text, word));
        }
        let targets = text.lines().filter_map(|line| line.split_once("::"));
        self.targets
            .extend(targets.map(|(target, _)| target.to_owned()));
    }
}

fn signature(headers: &HeaderMap) -> String {
    let authorization = headers["authorization"].to_str().unwrap();
    let (_, signature) = authorization.split_once("Signature=").unwrap();
    assert_eq!(signature.len(), 64);
    signature.to_owned()
}

/// The line that something is found in.
fn line<'a>(text: &'a str, found: &str) -> &'a str {
    text.lines()
        .find(|line| line.contains(found))
        .unwrap_or_default()
}

impl Visitor for Drive {
    fn visit<O: Called>(&mut self) {
        for script in SCRIPTS {
            self.answer_with(script);
            self.call::<O>();
            self.check();
        }
    }
}

/// Over one kind of connection, nothing is shown; and these crates were heard.
fn shows_nothing(protocol: Option<&[u8]>, heard: &[&str]) {
    let _turn = turn();
    let mut drive = Drive::new(protocol);
    let count = visit_all(&mut drive);
    assert_eq!((count, drive.arrived), (40, 40 * SCRIPTS.len()));
    for target in heard {
        assert!(
            drive.targets.contains(*target),
            "{target}: {:?}",
            drive.targets
        );
    }
    // Connections tell more when they end.
    drop(drive);
    checked();
}

#[test]
fn calls_over_http_1() {
    shows_nothing(None, &["ivs_realtime", "hyper_util"]);
}

#[test]
fn calls_over_http_1_and_tls() {
    shows_nothing(Some(b"http/1.1"), &["ivs_realtime", "hyper_util", "rustls"]);
}

#[test]
fn calls_over_http_2_and_tls() {
    shows_nothing(Some(b"h2"), &["ivs_realtime", "hyper_util", "rustls", "h2"]);
}

/// What is answered is sent again.
#[test]
fn retries() {
    let _turn = turn();
    let mut drive = Drive::new(None);
    let retry = RetryConfig::standard().with_initial_backoff(Duration::from_millis(1));
    drive.client = client(config(drive.server.url()).retry_config(retry));
    drive.answer_with(|| whole(503, &[("x-amz-retry-after", "1")], SECRET.to_owned()));
    drive.call::<ivs_realtime::operation::create_stage::CreateStageInput>();
    drive.check();
    assert_eq!(drive.arrived, 3);
}

/// Nobody answers, or somebody who is not trusted.
#[test]
fn no_answer() {
    let _turn = turn();
    let runtime = Runtime::new().unwrap();
    // Nobody listens at a port that is reserved.
    let mut clients = vec![client(config("http://127.0.0.1:1"))];
    let server = Drive::new(Some(b"h2")).server;
    let distrustful = Transport::builder().connect_timeout(None).build().unwrap();
    clients.push(client(config(server.url()).transport(distrustful)));
    // This one lets clients connect, and never says a word about TLS.
    let silent = TcpListener::bind("127.0.0.1:0").unwrap();
    let silent_url = format!("https://{}", silent.local_addr().unwrap());
    let hasty = Transport::builder().connect_timeout(Duration::from_millis(1));
    clients.push(client(
        config(&silent_url).transport(hasty.build().unwrap()),
    ));
    for client in clients {
        let call = client.untag_resource().resource_arn(TEXT).tag_keys(TEXT);
        show_failure(runtime.block_on(call.send()).unwrap_err());
    }
    checked();
}

/// All ways to make a call, before it is sent.
#[test]
fn calls_that_are_not_sent() {
    let _turn = turn();
    let client = client(config("http://127.0.0.1:1"));
    let list = || client.list_stages().into_paginator();
    show(&client.get_stage().customize().interceptor(Curious));
    show(
        &client
            .get_stage()
            .customize()
            .config_override(config("http://127.0.0.1:2")),
    );
    show(&list());
    show(&list().items());
    show(&list().send());
    show(&list().items().send());
    checked();
}

/// The recorder hears what it should.
#[test]
fn what_is_told_is_recorded() {
    let _turn = turn();
    let span = tracing::trace_span!("span", first = 1, later = tracing::field::Empty);
    span.record("later", SECRET);
    tracing::trace!(parent: &span, field = ?Some(SECRET), "told");
    log::trace!("logged {SECRET}");
    show(&SECRET.as_bytes());
    let text = recorder::take();
    for expected in [
        format!("later={SECRET}"),
        format!("field=Some({SECRET:?})"),
        format!("logged {SECRET}"),
        "message=told".to_owned(),
        "first=1".to_owned(),
        "115, 69, 99, 82".to_owned(),
    ] {
        assert!(text.contains(&expected), "{text}");
    }
    assert!(std::panic::catch_unwind(|| assert_hidden(&text)).is_err());
}
