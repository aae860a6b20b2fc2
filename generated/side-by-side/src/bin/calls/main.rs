//! What a call costs in CPU time: ours and the official client, through transports that answer from memory.
//!
//! Each round of calls is a process of its own, this program called with `official` or `ours` and a number of stages: a
//! client is measured in memory that the other has not used.

use std::error::Error;
use std::hint::black_box;
use std::process::{Command, ExitCode, Stdio};
use std::task::{Context, Poll};
use std::time::{Duration, SystemTime};

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
#[cfg(unix)]
use rustix::time::{ClockId, clock_gettime};
use tower_service::Service;

/// A call of ours may cost this share of one of the official client.
const LIMIT: f64 = 0.25;

/// How often each client is measured. They take turns.
const ROUNDS: usize = 21;

/// How many calls make a round. As many were made before them, to warm up.
const CALLS: u32 = 2_000;

const REGION: &str = "us-west-2";

type Fallible<T> = Result<T, Box<dyn Error>>;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let is_kept = match arguments[..] {
        [] => compare(),
        [client, stages] => round(client, stages).map(|()| true),
        _ => Err("expected no argument, or a client and a number of stages".into()),
    };
    match is_kept {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Measures and reports; says whether the limit is kept.
fn compare() -> Fallible<bool> {
    println!("CPU time of one call of list_stages, answered from memory ({CLOCK})");
    println!("{ROUNDS} rounds of {CALLS} calls each, in turns; the fastest, in microseconds\n");
    println!(
        "{:<22} {:>9} {:>9} {:>7} {:>7}",
        "", "official", "ours", "ratio", "limit"
    );
    let mut is_kept = true;
    for stages in [1, 50] {
        let (theirs, mine) = costs(stages)?;
        let ratio = mine / theirs;
        is_kept &= ratio <= LIMIT;
        let name = format!("{stages} stages, {} bytes", answer(stages).len());
        println!("{name:<22} {theirs:>9.1} {mine:>9.1} {ratio:>7.3} {LIMIT:>7.3}");
    }
    let signing = signing()?;
    println!(
        "\nof which aws_sigv4::http_request::sign, as the official client calls it: {signing:.1}"
    );
    if !is_kept {
        println!("\na call costs more than {LIMIT} of the official client's");
    }
    Ok(is_kept)
}

/// What a call of the official client costs, and of ours, in the fastest of the rounds: what else the machine does only
/// adds to it.
fn costs(stages: usize) -> Fallible<(f64, f64)> {
    let (mut theirs, mut mine) = (f64::INFINITY, f64::INFINITY);
    for _ in 0..ROUNDS {
        theirs = theirs.min(cost("official", stages)?);
        mine = mine.min(cost("ours", stages)?);
    }
    Ok((theirs, mine))
}

/// What a call of a client costs in a round of its own, in microseconds.
fn cost(client: &str, stages: usize) -> Fallible<f64> {
    let mut round = Command::new(std::env::current_exe()?);
    let output = round
        .args([client, &stages.to_string()])
        .stderr(Stdio::inherit())
        .output()?;
    if !output.status.success() {
        return Err(format!("a round of the client `{client}` failed").into());
    }
    Ok(String::from_utf8(output.stdout)?.trim().parse()?)
}

/// Makes the calls of a round, and prints what one costs, in microseconds.
fn round(client: &str, stages: &str) -> Fallible<()> {
    let stages = stages.parse()?;
    let body = answer(stages);
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    let cost = runtime.block_on(async {
        match client {
            "official" => {
                let client = official_client(body);
                measure(
                    async || Ok(client.list_stages().send().await?.stages().len()),
                    stages,
                )
                .await
            }
            "ours" => {
                let client = our_client(body);
                measure(
                    async || Ok(client.list_stages().send().await?.stages().len()),
                    stages,
                )
                .await
            }
            _ => Err(format!("there is no client `{client}`").into()),
        }
    })?;
    println!("{cost}");
    Ok(())
}

/// What a call costs, in microseconds; it says how many stages it got.
async fn measure(call: impl AsyncFn() -> Fallible<usize>, stages: usize) -> Fallible<f64> {
    let mut start = now()?;
    for number in 0..2 * CALLS {
        if number == CALLS {
            start = now()?;
        }
        expect(call().await?, stages)?;
    }
    Ok(per_call(now()? - start))
}

/// What a signature costs that is made by `aws-sigv4` alone, of a request like that of `list_stages`.
fn signing() -> Fallible<f64> {
    let identity = credentials().into();
    let agent = "aws-sdk-rust/1.7.0 ua/2.1 api/ivsrealtime/1.133.0 os/linux lang/rust/1.95.0 m/E";
    let headers = [
        ("content-type", "application/json"),
        ("content-length", "2"),
        ("x-amz-user-agent", agent),
    ];
    let mut fastest = f64::INFINITY;
    for _ in 0..ROUNDS {
        let start = now()?;
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
        fastest = fastest.min(per_call(now()? - start));
    }
    Ok(fastest)
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

#[cfg(unix)]
const CLOCK: &str = "time of the thread";

/// Elsewhere the time of day has to do; the machine should have nothing else to do.
#[cfg(not(unix))]
const CLOCK: &str = "elapsed time: this system is not asked for the time of a thread";

#[cfg(unix)]
fn now() -> Fallible<Duration> {
    Ok(clock_gettime(ClockId::ThreadCPUTime).try_into()?)
}

#[cfg(not(unix))]
fn now() -> Fallible<Duration> {
    Ok(SystemTime::now().duration_since(SystemTime::UNIX_EPOCH)?)
}
