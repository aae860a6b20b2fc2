//! Every operation, over every kind of connection, with secrets in all that is sent and answered: nothing that is
//! logged or can be shown has a secret in it.

use std::collections::BTreeSet;
use std::error::Error;
use std::fmt::Debug;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll};

use bytes::Bytes;
use http::{HeaderMap, Request, Response};
use http_body_util::Full;
use hyper::body::{Body, Frame, SizeHint};
use ivs_realtime::config::{Config, Credentials, Region, RetryConfig};
use ivs_realtime::error::SdkError;
use ivs_realtime::runtime::call::{AttemptInfo, CallInfo, Intercept};
use ivs_realtime::runtime::client::Transport;
use ivs_realtime::runtime::error::BoxError;
use ivs_realtime::{Client, Error as ServiceError};
use tokio::runtime::Runtime;

use crate::every::{Called, TEXT, Visitor, visit_all};
use crate::recorder::{self, record};
use crate::server::Server;
use crate::support::answer;
use crate::tls::{acceptor, root_pem};
use crate::{SECRET, assert_hidden};

/// Only one test at a time: what is recorded is the whole process's.
static TURN: Mutex<()> = Mutex::new(());

/// Every secret that an answer can have, wherever it may stand, and more that nobody knows.
fn secrets() -> String {
    let token = format!(r#"{{"participantId":"p-1","token":"{SECRET}"}}"#);
    let ingest = format!(
        r#"{{"streamKey":"{SECRET}","redundantIngestCredentials":[{{"streamKey":"{SECRET}"}}]}}"#
    );
    format!(
        r#"{{"participantToken":{token},"participantTokens":[{token}],"ingestConfiguration":{ingest},"{SECRET}":"{SECRET}""#
    )
}

/// The body of an answer: all of it, or so much of what was announced.
enum Answer {
    Whole(Full<Bytes>),
    CutOff { announced: u64, rest: Option<Bytes> },
}

impl Body for Answer {
    type Data = Bytes;
    type Error = BoxError;

    fn poll_frame(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BoxError>>> {
        match self.get_mut() {
            Self::Whole(body) => Pin::new(body)
                .poll_frame(context)
                .map_err(|never| match never {}),
            Self::CutOff { rest, .. } => Poll::Ready(Some(match rest.take() {
                Some(data) => Ok(Frame::data(data)),
                None => Err("cut off".into()),
            })),
        }
    }

    fn size_hint(&self) -> SizeHint {
        match self {
            Self::Whole(body) => body.size_hint(),
            Self::CutOff { announced, .. } => SizeHint::with_exact(*announced),
        }
    }
}

type Script = fn() -> Response<Answer>;

fn whole(status: u16, headers: &[(&'static str, &'static str)], body: String) -> Response<Answer> {
    answer(status, headers, body).map(|body| Answer::Whole(Full::from(body)))
}

/// An error of the model, whose message is no secret.
fn error(status: u16, code: &str) -> Response<Answer> {
    let told = r#""exceptionMessage":"a plain message""#;
    let body = format!(r#"{},"__type":"{code}",{told}}}"#, secrets());
    whole(status, &[("x-amzn-requestid", "req-123")], body)
}

/// Success, every error of the model, and garbage.
const SCRIPTS: [Script; 17] = [
    || whole(200, &[], secrets() + "}"),
    || error(403, "AccessDeniedException"),
    || error(409, "ConflictException"),
    || error(500, "InternalServerException"),
    || error(403, "PendingVerification"),
    || error(404, "ResourceNotFoundException"),
    || error(402, "ServiceQuotaExceededException"),
    || error(400, "ValidationException"),
    || error(418, "Unknown"),
    // No answer that anybody understands.
    || whole(200, &[], secrets()),
    || whole(200, &[], format!(r#"{},"#, secrets())),
    || {
        whole(
            200,
            &[],
            secrets().replace(&format!(r#""{SECRET}""#), &format!(r#"["{SECRET}"]"#)) + "}",
        )
    },
    || {
        whole(
            200,
            &[("content-type", "text/html")],
            format!("<html>{SECRET}</html>"),
        )
    },
    || {
        whole(
            503,
            &[("content-type", "text/html")],
            format!("<html>{SECRET}</html>"),
        )
    },
    || {
        whole(
            307,
            &[("location", "https://example.com/")],
            SECRET.to_owned(),
        )
    },
    || {
        Response::new(Answer::CutOff {
            announced: 1_000,
            rest: Some(secrets().into()),
        })
    },
    || {
        Response::new(Answer::CutOff {
            announced: 1_000,
            rest: None,
        })
    },
];

/// A hook that shows what it sees.
#[derive(Debug)]
struct Curious;

impl Intercept for Curious {
    fn before_signing(
        &self,
        call: &CallInfo<'_>,
        request: &mut Request<Bytes>,
    ) -> Result<(), BoxError> {
        record(format_args!(
            "before signing {call:?} {:?}",
            request.headers()
        ));
        Ok(())
    }

    fn before_sending(
        &self,
        call: &CallInfo<'_>,
        request: &mut Request<Bytes>,
    ) -> Result<(), BoxError> {
        record(format_args!(
            "before sending {call:?} {:?}",
            request.headers()
        ));
        Ok(())
    }

    fn after_attempt(&self, call: &CallInfo<'_>, attempt: &AttemptInfo<'_>) {
        record(format_args!("after attempt {call:?} {attempt:?}"));
        if let Some(failure) = attempt.failure {
            show_error(failure);
        }
    }
}

fn show(value: &dyn Debug) {
    record(format_args!("{value:?} {value:#?}"));
}

/// Shows an error and whatever caused it.
fn show_error(error: &(dyn Error + 'static)) {
    let mut next = Some(error);
    while let Some(error) = next {
        record(format_args!("{error} {error:?} {error:#?}"));
        next = match error.downcast_ref::<std::io::Error>() {
            // It leaves the error that it is made of out of its causes.
            Some(error) => error.get_ref().map(|error| error as &(dyn Error + 'static)),
            None => error.source(),
        };
    }
}

/// One kind of connection, and what was sent over it.
struct Drive {
    runtime: Runtime,
    server: Server,
    client: Client,
    next: Arc<Mutex<Script>>,
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
        let transport = Transport::builder()
            .root_certificates_pem(root_pem())
            .connect_timeout(None);
        let secret_key = format!("{SECRET}-key");
        let session_token = Some(format!("{SECRET}-session"));
        let credentials = Credentials::new("AKIDEXAMPLE", secret_key, session_token, None, "test");
        show(&credentials);
        let config = Config::builder()
            .endpoint_url(server.url())
            .region(Region::new("us-west-2"))
            .credentials_provider(credentials)
            .retry_config(RetryConfig::disabled())
            .interceptor(Curious)
            .transport(transport.build().unwrap());
        show(&config);
        let client = Client::from_conf(config.build());
        show(&client);
        show(client.config());
        Self {
            runtime: Runtime::new().unwrap(),
            server,
            client,
            next,
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
            assert!(request.headers()["x-amz-security-token"] == *format!("{SECRET}-session"));
            self.signatures.insert(signature(request.headers()));
        }
        let text = recorder::take();
        assert_hidden(&text);
        assert!(
            !text.contains(TEXT),
            "an input is shown: {}",
            context(&text, TEXT)
        );
        for word in text.split(|character: char| !character.is_ascii_hexdigit()) {
            assert!(!self.signatures.contains(word), "{}", context(&text, word));
        }
        let targets = text.lines().filter_map(|line| line.split_once("::"));
        self.targets
            .extend(targets.map(|(target, _)| target.to_owned()));
    }
}

/// Inputs show what was put in, which is no secret. It must not be seen anywhere else.
fn show_input(call: &dyn Debug) {
    for text in [format!("{call:?}"), format!("{call:#?}")] {
        assert_hidden(&text);
    }
}

/// What there is to see of an error, whatever is made of it.
fn show_failure(error: SdkError<ServiceError>) {
    show_error(&error);
    show(&error.operation());
    if let Some(response) = error.raw_response() {
        show(response.headers());
    }
    show_error(&error.into_service_error());
}

fn signature(headers: &HeaderMap) -> String {
    let authorization = headers["authorization"].to_str().unwrap();
    let (_, signature) = authorization.split_once("Signature=").unwrap();
    assert_eq!(signature.len(), 64);
    signature.to_owned()
}

/// The line that something is found in.
fn context<'a>(text: &'a str, found: &str) -> &'a str {
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
    let _turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
    recorder::begin();
    recorder::take();
    let mut drive = Drive::new(protocol);
    assert_eq!(visit_all(&mut drive), 40);
    assert_eq!(drive.signatures.len() > 1, true);
    for target in heard {
        assert!(
            drive.targets.contains(*target),
            "{target}: {:?}",
            drive.targets
        );
    }
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

/// The recorder hears what it should.
#[test]
fn what_is_told_is_recorded() {
    let _turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
    recorder::begin();
    recorder::take();
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
