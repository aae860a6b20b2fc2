//! Calls with settings of their own: each setting arrives, and the client's are as before.

use std::convert::Infallible;
use std::future::{Ready, ready};
use std::pin::Pin;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, ready as when_ready};
use std::time::Duration;

use http::{Request, Response};
use http_body::{Body, Frame};
use http_body_util::Full;
use ivs_realtime::Client;
use ivs_realtime::config::retry::RetryConfig;
use ivs_realtime::config::{
    AppName, AttemptInfo, Builder, CallInfo, Config, Credentials, Generation, Intercept,
    StalledStreamProtectionConfig,
};
use ivs_realtime::runtime::Bytes;
use ivs_realtime::runtime::client::Transport;
use tokio::time::Sleep;

/// `{}`, which comes at once or after ten seconds.
struct Answer(Option<Pin<Box<Sleep>>>, Option<Bytes>);

fn at_once() -> Response<Answer> {
    Response::new(Answer(None, Some("{}".into())))
}

/// From a service whose clock is ahead.
fn in_the_year_2100() -> Response<Answer> {
    let mut response = at_once();
    let date = "Fri, 02 Jul 2100 00:00:00 GMT".parse().unwrap();
    response.headers_mut().insert("date", date);
    response
}

/// From a service that wants to be left alone for half a minute.
fn come_back_later() -> Response<Answer> {
    let mut response = at_once();
    *response.status_mut() = http::StatusCode::SERVICE_UNAVAILABLE;
    let later = "30000".parse().unwrap();
    response.headers_mut().insert("x-amz-retry-after", later);
    response
}

fn late() -> Response<Answer> {
    let sleep = tokio::time::sleep(Duration::from_secs(10));
    Response::new(Answer(Some(Box::pin(sleep)), Some("{}".into())))
}

impl Body for Answer {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        if let Some(sleep) = &mut self.0 {
            when_ready!(sleep.as_mut().poll(context));
        }
        Poll::Ready(self.1.take().map(Frame::data).map(Ok))
    }
}

/// Keeps the last request, and how long its call waits for another attempt. Gives all requests the same answer.
#[derive(Clone, Debug)]
struct Service {
    name: &'static str,
    answer: fn() -> Response<Answer>,
    last: Arc<Mutex<Option<(&'static str, Request<()>)>>>,
    retry_after: Arc<Mutex<Option<Duration>>>,
}

impl Service {
    fn new(answer: fn() -> Response<Answer>) -> Self {
        Self {
            name: "the client's",
            answer,
            last: Arc::default(),
            retry_after: Arc::default(),
        }
    }

    /// Another one, that keeps what arrives in the same place.
    fn other(&self) -> Transport {
        Transport::from_service(Self {
            name: "the call's",
            ..self.clone()
        })
    }
}

impl tower_service::Service<Request<Full<Bytes>>> for Service {
    type Response = Response<Answer>;
    type Error = Infallible;
    type Future = Ready<Result<Self::Response, Infallible>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request<Full<Bytes>>) -> Self::Future {
        *self.last.lock().unwrap() = Some((self.name, request.map(drop)));
        ready(Ok((self.answer)()))
    }
}

impl Intercept for Service {
    fn after_attempt(&self, _: &CallInfo<'_>, attempt: &AttemptInfo<'_>) {
        *self.retry_after.lock().unwrap() = attempt.retry_after;
    }
}

/// A client whose retries wait for nothing but what the service asks for. Its region is its own: what clients of one
/// region share, other tests do not feel.
fn client(service: &Service) -> Client {
    let config = Config::builder()
        .region("us-overrides-1")
        .credentials_provider(credentials("CLIENT"))
        .retry_config(RetryConfig::standard().with_initial_backoff(Duration::ZERO))
        .retry_generation(Generation::V2_0)
        .interceptor(service.clone())
        .transport(Transport::from_service(service.clone()));
    Client::from_conf(config.build())
}

fn credentials(id: &str) -> Credentials {
    Credentials::new(id, "secret", None, None, "test")
}

/// What there is to see of a call.
struct Seen {
    transport: &'static str,
    request: Request<()>,
    retry_after: Option<Duration>,
    /// `ok`, or the error; or that it is still waiting after a minute.
    end: String,
}

impl Seen {
    fn host(&self) -> String {
        self.request.uri().host().unwrap().to_owned()
    }

    fn header(&self, name: &str) -> String {
        self.request.headers()[name].to_str().unwrap().to_owned()
    }

    /// Whose key the signature is made with, and for which region.
    fn signed(&self) -> String {
        let authorization = self.header("authorization");
        let (_, scope) = authorization.split_once("Credential=").unwrap();
        let parts: Vec<_> = scope.split('/').collect();
        format!("{} {}", parts[0], parts[2])
    }
}

async fn call(client: &Client, service: &Service, overrides: Option<Builder>) -> Seen {
    let call = client.list_stages().customize();
    let call = match overrides {
        Some(overrides) => call.config_override(overrides),
        None => call,
    };
    let end = match tokio::time::timeout(Duration::from_secs(60), call.send()).await {
        Ok(Ok(_)) => "ok".to_owned(),
        Ok(Err(error)) => error.to_string(),
        Err(_) => "waiting".to_owned(),
    };
    let (transport, request) = service.last.lock().unwrap().take().unwrap();
    Seen {
        transport,
        request,
        retry_after: service.retry_after.lock().unwrap().take(),
        end,
    }
}

/// A setting, what the service answers, what to look at, and what is to be seen there: with the client's settings, and
/// with the call's own.
type Row<'a> = (
    Builder,
    fn() -> Response<Answer>,
    fn(&Seen) -> String,
    &'a str,
    &'a str,
);

async fn check<const N: usize>(rows: [Row<'_>; N]) {
    for (overrides, answer, look, clients, own) in rows {
        let service = Service::new(answer);
        let client = client(&service);
        // The first call may learn something of the service.
        call(&client, &service, None).await;
        for (overrides, expected) in [(None, clients), (Some(&overrides), own), (None, clients)] {
            let seen = call(&client, &service, overrides.cloned()).await;
            assert_eq!(look(&seen), expected, "{overrides:?}");
        }
    }
}

#[tokio::test(start_paused = true)]
async fn a_call_goes_where_its_settings_say() {
    const PLAIN: &str = "ivsrealtime.us-overrides-1.amazonaws.com";
    let service = Service::new(at_once);
    let set = Config::builder;
    check([
        (
            set().region("cn-north-1"),
            at_once,
            Seen::host,
            PLAIN,
            "ivsrealtime.cn-north-1.amazonaws.com.cn",
        ),
        (
            set().region("eu-west-3"),
            at_once,
            Seen::signed,
            "CLIENT us-overrides-1",
            "CLIENT eu-west-3",
        ),
        (
            set().endpoint_url("https://example.com"),
            at_once,
            Seen::host,
            PLAIN,
            "example.com",
        ),
        (
            set().use_fips(true),
            at_once,
            Seen::host,
            PLAIN,
            "ivsrealtime-fips.us-overrides-1.amazonaws.com",
        ),
        (
            set().use_dual_stack(true),
            at_once,
            Seen::host,
            PLAIN,
            "ivsrealtime.us-overrides-1.api.aws",
        ),
    ])
    .await;
    // The other transport tells the same place what arrives.
    let client = client(&service);
    let other = set().transport(service.other());
    assert_eq!(call(&client, &service, None).await.transport, service.name);
    let seen = call(&client, &service, Some(other)).await;
    assert_eq!(seen.transport, "the call's");
}

#[tokio::test(start_paused = true)]
async fn a_call_says_and_signs_what_its_settings_say() {
    let set = Config::builder;
    let last_of_agent = |seen: &Seen| {
        let agent = seen.header("user-agent");
        agent.split(' ').next_back().unwrap().to_owned()
    };
    let year = |seen: &Seen| match &seen.header("x-amz-date")[..4] {
        "2100" => "the service's".to_owned(),
        _ => "ours".to_owned(),
    };
    check([
        (
            set().credentials_provider(credentials("CALL")),
            at_once,
            Seen::signed,
            "CLIENT us-overrides-1",
            "CALL us-overrides-1",
        ),
        (
            set().app_name(AppName::new("mine").unwrap()),
            at_once,
            last_of_agent,
            "m/E",
            "app/mine",
        ),
        (
            set().retry_config(RetryConfig::standard().with_max_attempts(7)),
            at_once,
            |seen| seen.header("amz-sdk-request"),
            "attempt=1; max=3",
            "attempt=1; max=7",
        ),
        (
            set().disable_clock_skew_correction(true),
            in_the_year_2100,
            year,
            "the service's",
            "ours",
        ),
    ])
    .await;
}

#[tokio::test(start_paused = true)]
async fn a_call_takes_answers_as_its_settings_say() {
    let set = Config::builder;
    check([
        (
            set().max_response_bytes(1),
            at_once,
            |seen| seen.end.clone(),
            "ok",
            "the answer could not be read: its body has more than 1 bytes; `Config::builder().max_response_bytes(..)` \
             sets the limit (ListStages, HTTP 200)",
        ),
        (
            set().stalled_stream_protection(StalledStreamProtectionConfig::disabled()),
            late,
            |seen| seen.end.clone(),
            "?",
            "ok",
        ),
        // Both take the hint in their own way: in place of the wait, or as far as five seconds beyond it.
        (
            set().retry_generation(Generation::V2_1),
            come_back_later,
            |seen| format!("{} {:?}", seen.end, seen.retry_after),
            "waiting Some(20s)",
            "waiting Some(5s)",
        ),
    ])
    .await;
}

/// Writes its name into a header.
#[derive(Debug)]
struct Name(&'static str);

impl Intercept for Name {
    fn before_signing(
        &self,
        _: &CallInfo<'_>,
        request: &mut Request<Bytes>,
    ) -> Result<(), ivs_realtime::error::BoxError> {
        request.headers_mut().append("x-names", self.0.parse()?);
        Ok(())
    }
}

#[tokio::test]
async fn hooks_of_the_client_come_first_then_those_of_the_settings_then_those_of_the_call() {
    let service = Service::new(at_once);
    let config = client(&service).config().to_builder();
    let config = config.interceptor(Name("1")).interceptor(Name("2"));
    let client = Client::from_conf(config.build());
    let overrides = Config::builder().interceptor(Name("3"));
    let overrides = overrides.interceptor(Name("4"));
    let call = client.list_stages().customize().interceptor(Name("5"));
    let call = call.config_override(overrides).interceptor(Name("6"));
    call.send().await.unwrap();
    let (_, request) = service.last.lock().unwrap().take().unwrap();
    let names: Vec<_> = request.headers().get_all("x-names").iter().collect();
    assert_eq!(names, ["1", "2", "3", "4", "5", "6"]);
}
