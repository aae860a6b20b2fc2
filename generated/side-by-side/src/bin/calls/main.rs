//! What a call costs in CPU time: ours and the official client, through transports that answer from memory.

use std::error::Error;
use std::hint::black_box;
use std::process::ExitCode;
use std::task::{Context, Poll};
use std::time::{Duration, Instant, SystemTime};

use aws_credential_types::Credentials;
use aws_sdk_ivsrealtime as official;
use aws_sigv4::http_request::{SignableBody, SignableRequest, SigningSettings, sign};
use aws_sigv4::sign::v4;
use aws_smithy_runtime_api::client::http::{
    HttpConnector, HttpConnectorFuture, SharedHttpConnector, http_client_fn,
};
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use aws_smithy_types::body::SdkBody;
use bytes::Bytes;
use http::{Request, Response};
use http_body_util::Full;
use ivs_realtime as ours;
use tower_service::Service;

/// A call of ours may cost this share of one of the official client.
const LIMIT: f64 = 0.25;

/// How often each client is measured. They take turns, and the median counts.
const ROUNDS: usize = 11;

/// How many calls make a round.
const CALLS: u32 = 2_000;

const REGION: &str = "us-west-2";

type Fallible<T> = Result<T, Box<dyn Error>>;

fn main() -> ExitCode {
    match run() {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Measures and reports; says whether the limit is kept.
fn run() -> Fallible<bool> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    let clock = Clock::find();
    println!(
        "CPU time of one call of list_stages, answered from memory ({})",
        clock.name()
    );
    println!("{ROUNDS} rounds of {CALLS} calls each, in turns; medians, in microseconds\n");
    println!(
        "{:<22} {:>9} {:>9} {:>7} {:>7}",
        "", "official", "ours", "ratio", "limit"
    );
    let mut is_kept = true;
    for stages in [1, 50] {
        let body = answer(stages);
        let name = format!("{stages} stages, {} bytes", body.len());
        let (theirs, mine) = runtime.block_on(compare(&clock, body, stages))?;
        let ratio = mine / theirs;
        is_kept &= ratio <= LIMIT;
        println!("{name:<22} {theirs:>9.1} {mine:>9.1} {ratio:>7.3} {LIMIT:>7.3}");
    }
    let signing = signing(&clock)?;
    println!(
        "\nof which aws_sigv4::http_request::sign, as the official client calls it: {signing:.1}"
    );
    if !is_kept {
        println!("\na call costs more than {LIMIT} of the official client's");
    }
    Ok(is_kept)
}

/// The median costs of a call of the official client, and of ours.
async fn compare(clock: &Clock, body: Bytes, stages: usize) -> Fallible<(f64, f64)> {
    let theirs = official_client(body.clone());
    let mine = our_client(body);
    let (mut theirs_took, mut mine_took) = (Vec::new(), Vec::new());
    // The first round of each warms up, and does not count.
    for round in 0..=ROUNDS {
        let start = clock.now()?;
        for _ in 0..CALLS {
            let output = theirs.list_stages().send().await?;
            expect(black_box(&output).stages().len(), stages)?;
        }
        let middle = clock.now()?;
        for _ in 0..CALLS {
            let output = mine.list_stages().send().await?;
            expect(black_box(&output).stages().len(), stages)?;
        }
        let end = clock.now()?;
        if round > 0 {
            theirs_took.push(per_call(middle - start));
            mine_took.push(per_call(end - middle));
        }
    }
    Ok((median(theirs_took), median(mine_took)))
}

/// What a signature costs that is made by `aws-sigv4` alone, of a request like that of `list_stages`.
fn signing(clock: &Clock) -> Fallible<f64> {
    let identity = credentials().into();
    let agent = "aws-sdk-rust/1.7.0 ua/2.1 api/ivsrealtime/1.133.0 os/linux lang/rust/1.95.0 m/E";
    let headers = [
        ("content-type", "application/json"),
        ("content-length", "2"),
        ("x-amz-user-agent", agent),
    ];
    let mut took = Vec::new();
    for _ in 0..ROUNDS {
        let start = clock.now()?;
        for _ in 0..CALLS {
            let params = v4::SigningParams::builder()
                .identity(&identity)
                .region(REGION)
                .name("ivs")
                .time(SystemTime::now())
                .settings(SigningSettings::default())
                .build()?;
            let url = "https://ivsrealtime.us-west-2.amazonaws.com/ListStages";
            let body = SignableBody::Bytes(b"{}");
            let request = SignableRequest::new("POST", url, headers.into_iter(), body)?;
            black_box(sign(request, &params.into())?);
        }
        took.push(per_call(clock.now()? - start));
    }
    Ok(median(took))
}

fn expect(found: usize, expected: usize) -> Fallible<()> {
    if found == expected {
        return Ok(());
    }
    Err(format!("the answer was read as {found} stages, not {expected}").into())
}

fn per_call(took: Duration) -> f64 {
    took.as_secs_f64() * 1e6 / f64::from(CALLS)
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

/// An answer with so many stages.
fn answer(stages: usize) -> Bytes {
    let stages: Vec<String> = (0..stages)
        .map(|number| {
            format!(
                r#"{{"arn":"arn:aws:ivs:{REGION}:123456789012:stage/AbCdEfGhIj{number:02}","name":"stage-number-{number:02}","activeSessionId":"st-AbCdEfGhIjKl{number:02}","tags":{{"team":"video"}}}}"#
            )
        })
        .collect();
    format!(r#"{{"stages":[{}]}}"#, stages.join(",")).into()
}

fn credentials() -> Credentials {
    Credentials::new(
        "AKIDEXAMPLE",
        "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY",
        Some("A session token, of the length that they have. ".repeat(8)),
        None,
        "static",
    )
}

/// The headers that the service answers with.
fn response(length: usize) -> http::response::Builder {
    Response::builder()
        .header("content-type", "application/json")
        .header("content-length", length)
        .header("date", "Sun, 22 Nov 2026 22:08:25 GMT")
        .header("x-amzn-requestid", "02c2dc8a-3e49-4190-950a-68a9cc79e1d2")
}

/// Answers every request with the same body.
#[derive(Clone, Debug)]
struct Memory(Bytes);

impl Service<Request<Full<Bytes>>> for Memory {
    type Response = Response<Full<Bytes>>;
    type Error = http::Error;
    type Future = std::future::Ready<Result<Self::Response, http::Error>>;

    fn poll_ready(&mut self, _context: &mut Context<'_>) -> Poll<Result<(), http::Error>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request<Full<Bytes>>) -> Self::Future {
        black_box(request);
        std::future::ready(response(self.0.len()).body(Full::new(self.0.clone())))
    }
}

impl HttpConnector for Memory {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        black_box(request);
        HttpConnectorFuture::ready(self.answer())
    }
}

impl Memory {
    fn answer(
        &self,
    ) -> Result<HttpResponse, aws_smithy_runtime_api::client::result::ConnectorError> {
        let other =
            |error| aws_smithy_runtime_api::client::result::ConnectorError::other(error, None);
        response(self.0.len())
            .body(SdkBody::from(self.0.clone()))
            .map_err(|error| other(error.into()))
            .and_then(|response| {
                response
                    .try_into()
                    .map_err(|error: aws_smithy_runtime_api::http::HttpError| other(error.into()))
            })
    }
}

fn official_client(body: Bytes) -> official::Client {
    let connector = SharedHttpConnector::new(Memory(body));
    let config = official::Config::builder()
        .behavior_version(official::config::BehaviorVersion::latest())
        .region(official::config::Region::new(REGION))
        .credentials_provider(credentials())
        .http_client(http_client_fn(move |_, _| connector.clone()))
        .build();
    official::Client::from_conf(config)
}

fn our_client(body: Bytes) -> ours::Client {
    let config = ours::Config::builder()
        .region(REGION)
        .credentials_provider(credentials())
        .transport(ours::runtime::client::Transport::from_service(Memory(body)))
        .build();
    ours::Client::from_conf(config)
}

/// A clock of CPU time.
enum Clock {
    /// Linux counts the time of each thread in nanoseconds.
    Thread,
    /// Elsewhere the time of day has to do; the machine should have nothing else to do.
    Wall(Instant),
}

impl Clock {
    fn find() -> Self {
        match thread_time() {
            Ok(_) => Self::Thread,
            Err(_) => Self::Wall(Instant::now()),
        }
    }

    fn name(&self) -> &'static str {
        match self {
            Self::Thread => "time of the thread, from /proc/thread-self/schedstat",
            Self::Wall(_) => "elapsed time: this system does not tell the time of a thread",
        }
    }

    fn now(&self) -> Fallible<Duration> {
        match self {
            Self::Thread => thread_time(),
            Self::Wall(start) => Ok(start.elapsed()),
        }
    }
}

fn thread_time() -> Fallible<Duration> {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat")?;
    let nanoseconds = text.split(' ').next().unwrap_or_default();
    Ok(Duration::from_nanos(nanoseconds.parse()?))
}
