use std::io::{Read, Write};
use std::net::TcpListener;
use std::sync::atomic::{AtomicU32, AtomicU64, Ordering};

use aws_credential_types::Credentials;
use aws_credential_types::provider::{ProvideCredentials, future};
use bytes::Bytes;

use super::*;
use crate::runtime::config::Builder;
use crate::runtime::endpoint::{ContextParams, Endpoint, EndpointError};

fn endpoint(config: &Config, _: &ContextParams) -> Result<Endpoint, EndpointError> {
    Ok(Endpoint::new(config.endpoint_url().unwrap_or_default()))
}

/// The core of a service of its own: what calls share is shared by the calls of one service and region.
pub(super) fn core(settings: Builder) -> Core {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let number = COUNT.fetch_add(1, Ordering::Relaxed);
    let service = Box::leak(Box::new(Service {
        sdk_id: Box::leak(format!("Blocking Test {number}").into_boxed_str()),
        signing_name: Some("test"),
        crate_version: "1.2.3",
        needs_account_id: false,
        endpoint,
    }));
    Core::new(service, settings.region("us-east-1").build())
}

/// How many seconds the clock of the tests is ahead.
static AHEAD: AtomicU64 = AtomicU64::new(0);

fn clock() -> Now {
    Now::read().after(Duration::from_secs(AHEAD.load(Ordering::Relaxed)))
}

/// Takes so many seconds by that clock.
#[derive(Debug)]
struct Provider(u64);

impl ProvideCredentials for Provider {
    fn provide_credentials<'a>(&'a self) -> future::ProvideCredentials<'a>
    where
        Self: 'a,
    {
        AHEAD.fetch_add(self.0, Ordering::Relaxed);
        future::ProvideCredentials::ready(Ok(Credentials::new("AKID", "s", None, None, "test")))
    }
}

/// The URL of a server that answers one request, if one comes.
fn server() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    thread::spawn(move || -> std::io::Result<()> {
        let (mut stream, _) = listener.accept()?;
        let mut head = Vec::new();
        while !head.ends_with(b"\r\n\r\n") {
            let mut byte = [0];
            stream.read_exact(&mut byte)?;
            head.extend(byte);
        }
        stream.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n")
    });
    url
}

/// An attempt that may take so many seconds, and whose credentials take so many.
fn attempt_within(limit: u64, credentials: u64) -> Result<http::Response<Bytes>, Fault> {
    let settings = Config::builder()
        .endpoint_url(server())
        .credentials_provider(Provider(credentials));
    let core = core(settings);
    let limits = Limits::new(&core);
    let shared = Shared {
        credentials: CredentialsCache::of(core.config()),
        transport: Arc::new(Ok(Transport::new(None, limits, Proxies::new(|_| None)))),
        core,
        clock,
    };
    let request = http::Request::get("/").body(Bytes::new()).unwrap();
    let options = CallOptions::default();
    let mut call = Call::new(&shared.core, "Test", Ok(request), options, clock());
    assert!(matches!(call.next(clock()), Step::Attempt(_)));
    let limit = Some(Duration::from_secs(limit));
    attempt(&shared, &mut call, &mut None, limit, &Span::none())
}

#[test]
fn the_time_that_credentials_take_is_part_of_the_attempt() {
    assert_eq!(attempt_within(3600, 60).unwrap().status(), 200);
    let fault = attempt_within(3600, 3600).unwrap_err();
    assert!(matches!(fault, Fault::Elapsed), "{fault:?}");
}
