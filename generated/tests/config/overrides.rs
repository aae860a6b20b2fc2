//! Calls with settings of their own: each setting arrives, and the client's are as before.

mod service;

use std::time::Duration;

use http::{Request, Response};
use ivs_realtime::Client;
use ivs_realtime::config::retry::RetryConfig;
use ivs_realtime::config::{
    AppName, Builder, CallInfo, Config, Credentials, Generation, Intercept,
    StalledStreamProtectionConfig,
};
use ivs_realtime::runtime::Bytes;
use tokio::time::Instant;

use service::{Answer, Service, at_once, come_back_later, in_the_year_2100, late};

/// A client whose retries wait for nothing but what the service asks for, whatever the environment says. Its region is
/// its own: what clients of one region share, other tests do not feel.
fn client(service: &Service) -> Client {
    let config = Config::builder()
        .region("us-overrides-1")
        .credentials_provider(credentials("CLIENT"))
        .retry_config(RetryConfig::standard().with_initial_backoff(Duration::ZERO))
        .retry_generation(Generation::V2_0)
        .disable_clock_skew_correction(false)
        .transport(service.transport());
    Client::from_conf(config.build())
}

fn credentials(id: &str) -> Credentials {
    Credentials::new(id, "secret", None, None, "test")
}

/// What there is to see of a call.
struct Seen {
    transport: &'static str,
    request: Request<()>,
    /// By Tokio's clock.
    took: Duration,
    /// `ok`, or the error.
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
    let start = Instant::now();
    let end = match call.send().await {
        Ok(_) => "ok".to_owned(),
        Err(error) => error.to_string(),
    };
    let (transport, request) = service.last();
    Seen {
        transport,
        request,
        took: start.elapsed(),
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
            "the answer could not be read: its body brought less than 1 byte per second for 5s; \
             `Config::builder().stalled_stream_protection(..)` sets how long that may last (ListStages, HTTP 200, 3 \
             attempts)",
            "ok",
        ),
        // Both take the hint in their own way: in place of the wait, or as far as five seconds beyond it. There are two
        // waits.
        (
            set().retry_generation(Generation::V2_1),
            come_back_later,
            |seen| format!("{:?}", seen.took),
            "40s",
            "10s",
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
    let (_, request) = service.last();
    let names: Vec<_> = request.headers().get_all("x-names").iter().collect();
    assert_eq!(names, ["1", "2", "3", "4", "5", "6"]);
}
