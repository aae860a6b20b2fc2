//! What goes over the wire and what callers get: the official client and ours, through the same calls, with the same
//! answers. What differs has to be listed in `differences.rs`, and what is listed there has to differ.

mod cases;
mod compare;
mod convert;
mod differences;
mod facts;
#[path = "../../model.rs"]
mod model;
mod report;
mod samples;
mod server;
mod signature;

use std::error::Error;
use std::process::ExitCode;

use aws_credential_types::Credentials;

use cases::Case;
use compare::Seen;
use differences::Ledger;
use report::Report;
use server::Server;

/// Where the calls go to, as far as signatures know.
const REGION: &str = "us-west-2";

/// The key of the example in AWS's documentation.
const SECRET_ACCESS_KEY: &str = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

/// What a client is made with.
#[derive(Clone, Copy)]
pub struct Settings {
    port: u16,
    attempts: u32,
}

fn credentials() -> Credentials {
    let token = Some("SESSION/TOKEN+".to_owned());
    Credentials::new("AKIDEXAMPLE", SECRET_ACCESS_KEY, token, None, "static")
}

/// The official client.
mod official {
    use aws_sdk_ivsrealtime as sdk;

    use super::Settings;

    fn with_transport(config: sdk::config::Builder) -> sdk::config::Builder {
        config.http_client(aws_smithy_http_client::Builder::new().build_http())
    }

    include!("driver.rs");
}

/// Our client.
mod ours {
    use ivs_realtime as sdk;

    use super::Settings;

    /// Our client has its own.
    fn with_transport(config: sdk::config::Builder) -> sdk::config::Builder {
        config
    }

    include!("driver.rs");
}

fn main() -> ExitCode {
    match run() {
        Ok(report) => {
            print!("{report}");
            ExitCode::from(u8::from(!report.is_good()))
        }
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<Report, Box<dyn Error>> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    runtime.block_on(compare_all())
}

async fn compare_all() -> Result<Report, Box<dyn Error>> {
    let model = model::Model::load()?;
    let server = Server::start().await?;
    let clients = [1, 3].map(|attempts| {
        let settings = Settings {
            port: server.port,
            attempts,
        };
        (attempts, official::client(settings), ours::client(settings))
    });
    let mut report = Report::new(Ledger::new());
    for case in cases::all(&model) {
        let clients = clients
            .iter()
            .find(|(attempts, _, _)| *attempts == case.attempts);
        let (_, theirs, mine) = clients.ok_or("there is no client with so many attempts")?;
        server.expect(&case.answers);
        let end = match case.pages {
            false => official::call(theirs, &case.operation, &case.input).await?,
            true => official::call_pages(theirs, &case.operation, &case.input).await?,
        };
        let official = seen(&server, end);
        server.expect(&case.answers);
        let end = match case.pages {
            false => ours::call(mine, &case.operation, &case.input).await?,
            true => ours::call_pages(mine, &case.operation, &case.input).await?,
        };
        let ours = seen(&server, end);
        record(&mut report, &case, &official, &ours);
    }
    Ok(report)
}

fn seen(server: &Server, end: serde_json::Value) -> Seen {
    Seen {
        requests: server.take(),
        end,
    }
}

fn record(report: &mut Report, case: &Case, official: &Seen, ours: &Seen) {
    report.add(
        case,
        ours.requests.len(),
        compare::differences(official, ours),
    );
}
