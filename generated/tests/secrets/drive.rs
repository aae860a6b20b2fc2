//! What all clients are driven with: settings full of secrets, a server that answers what it is told to, and a search
//! of whatever was recorded.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use http::HeaderMap;
use ivs_realtime::config::{Builder, Config, Credentials, Region, RetryConfig};
use tokio_rustls::TlsAcceptor;

use crate::recorder;
use crate::scripts::{SCRIPTS, Script};
use crate::server::Server;
use crate::shown::{Curious, show};
use crate::{SECRET, assert_hidden};

/// So many hexadecimal digits are a signature.
const SIGNATURE_LEN: usize = 64;

/// Only one test at a time: what is recorded is the whole process's.
static TURN: Mutex<()> = Mutex::new(());

/// Begins to record, when no other test does.
pub(crate) fn turn() -> MutexGuard<'static, ()> {
    let turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
    recorder::begin();
    recorder::take();
    recorder::take_dumped();
    turn
}

/// Settings with secret credentials. The one attempt of a call tells what it sees.
pub(crate) fn config(url: &str) -> Builder {
    let secret_key = format!("{SECRET}-key");
    let session_token = Some(format!("{SECRET}-session"));
    let credentials = Credentials::new("AKIDEXAMPLE", secret_key, session_token, None, "test");
    show(&credentials);
    let config = Config::builder()
        .endpoint_url(url)
        .region(Region::new("us-west-2"))
        .credentials_provider(credentials)
        .retry_config(RetryConfig::disabled())
        .interceptor(Curious);
    show(&config);
    config
}

/// What was recorded so far has no secret in it, and no input, which would look like this.
pub(crate) fn checked(input: &str) -> String {
    let text = recorder::take();
    assert_hidden(&text);
    assert!(
        !text.contains(input),
        "an input is shown: {}",
        line(&text, input)
    );
    text
}

/// A server, what has arrived there, and what was told of that.
pub(crate) struct Site {
    server: Server,
    next: Arc<Mutex<Script>>,
    input: String,
    pub(crate) arrived: usize,
    signatures: BTreeSet<String>,
    targets: BTreeSet<String>,
}

impl Site {
    /// Starts a server. `input` is how an input looks where it must not be shown.
    pub(crate) fn new(tls: Option<TlsAcceptor>, input: impl Into<String>) -> Self {
        let next = Arc::new(Mutex::new(SCRIPTS[0]));
        let script = Arc::clone(&next);
        let server = Server::start(tls, move |_| {
            let script = *script.lock().unwrap();
            async move { script() }
        });
        Self {
            server,
            next,
            input: input.into(),
            arrived: 0,
            signatures: BTreeSet::new(),
            targets: BTreeSet::new(),
        }
    }

    pub(crate) fn url(&self) -> &str {
        self.server.url()
    }

    pub(crate) fn answer_with(&self, script: Script) {
        *self.next.lock().unwrap() = script;
    }

    /// Makes sure that nothing is shown of what was recorded.
    pub(crate) fn check(&mut self) {
        for request in self.server.requests() {
            self.arrived += 1;
            assert!(request.headers()["x-amz-security-token"] == *format!("{SECRET}-session"));
            self.signatures.insert(signature(request.headers()));
        }
        let text = checked(&self.input);
        let words = text.split(|character: char| !character.is_ascii_hexdigit());
        for word in words.filter(|word| word.len() == SIGNATURE_LEN) {
            assert!(!self.signatures.contains(word), "{}", line(&text, word));
        }
        let targets = text.lines().filter_map(|line| line.split_once("::"));
        self.targets
            .extend(targets.map(|(target, _)| target.to_owned()));
    }

    /// These crates were heard.
    pub(crate) fn assert_heard(&self, targets: &[&str]) {
        for target in targets {
            assert!(
                self.targets.contains(*target),
                "{target}: {:?}",
                self.targets
            );
        }
    }
}

fn signature(headers: &HeaderMap) -> String {
    let authorization = headers["authorization"].to_str().unwrap();
    let (_, signature) = authorization.split_once("Signature=").unwrap();
    assert_eq!(signature.len(), SIGNATURE_LEN);
    signature.to_owned()
}

/// The line that something is found in.
fn line<'a>(text: &'a str, found: &str) -> &'a str {
    text.lines()
        .find(|line| line.contains(found))
        .unwrap_or_default()
}
