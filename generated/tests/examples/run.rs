//! Running an example as a program of its own.

use std::path::PathBuf;
use std::process::Command;

use bytes::Bytes;
use http::{Request, Response};
use http_body_util::Full;

use crate::server::Server;

/// What nobody but the service may see.
pub(crate) const SECRET: &str = "sEcReT-1234567890";

/// What an example printed, and what the server saw of it.
pub(crate) struct Ran {
    pub(crate) succeeded: bool,
    pub(crate) output: String,
    pub(crate) errors: String,
    pub(crate) requests: Vec<Request<Bytes>>,
}

impl Ran {
    /// The requests: their paths and bodies.
    pub(crate) fn calls(&self) -> Vec<(&str, &str)> {
        fn call(request: &Request<Bytes>) -> (&str, &str) {
            let body = str::from_utf8(request.body()).unwrap();
            (request.uri().path(), body)
        }
        self.requests.iter().map(call).collect()
    }
}

/// Runs an example against a server that answers each path with this status and body, and 404 if with none.
///
/// It has keys of AWS in its environment, a region if no argument names one, and nothing else that could lead it astray.
pub(crate) fn run(
    example: &str,
    arguments: &[&str],
    answer: impl Fn(&str, &str) -> Option<(u16, String)> + Send + Sync + 'static,
) -> Ran {
    let server = Server::start(None, move |request: Request<Bytes>| {
        let body = str::from_utf8(request.body()).unwrap();
        let answer = answer(request.uri().path(), body);
        let (status, body) = answer.unwrap_or((404, "{}".to_owned()));
        let response = Response::builder()
            .status(status)
            .header("x-amzn-requestid", "req-1")
            .body(Full::new(Bytes::from(body)));
        std::future::ready(response.unwrap())
    });
    let mut command = Command::new(program(example));
    for (name, _) in std::env::vars_os() {
        let text = name.to_string_lossy().to_ascii_uppercase();
        if text.starts_with("AWS_") || text.ends_with("_PROXY") {
            command.env_remove(name);
        }
    }
    if !arguments.contains(&"--region") {
        command.env("AWS_REGION", "us-west-2");
    }
    let ran = command
        .args(["--endpoint-url", server.url()])
        .args(arguments)
        .env("AWS_ACCESS_KEY_ID", "AKIDEXAMPLE")
        .env("AWS_SECRET_ACCESS_KEY", SECRET)
        .output()
        .unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    let ran = Ran {
        succeeded: ran.status.success(),
        output: text(ran.stdout),
        errors: text(ran.stderr),
        requests: server.requests(),
    };
    let all = format!("{}{}", ran.output, ran.errors);
    assert!(!all.contains(SECRET), "{all}");
    ran
}

/// Where cargo puts the program of an example: beside the folder of this test.
fn program(example: &str) -> PathBuf {
    let test = std::env::current_exe().unwrap();
    let profile = test.ancestors().nth(2).unwrap();
    let name = format!("{example}{}", std::env::consts::EXE_SUFFIX);
    let program = profile.join("examples").join(name);
    assert!(
        program.exists(),
        "the example {example} is not built; `cargo build -p ivs-realtime --examples` builds it"
    );
    program
}
