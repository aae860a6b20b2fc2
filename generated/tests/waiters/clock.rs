//! The time that waits take: by the clock of Tokio, which a test may pause, and by that of clients under test.

use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::task::{Context, Poll};
use std::time::Duration;

use http::{Request, Response};
use http_body_util::Full;
use ivs_realtime::Client;
use ivs_realtime::config::{Builder, Config, Credentials};
use ivs_realtime::runtime::Bytes;
use ivs_realtime::runtime::client::Transport;
use ivs_realtime::test_util;
use ivs_realtime::waiters::WaiterError;

use crate::service::MINUTE;

/// Says so many times that the composition is starting, and then nothing more.
#[derive(Clone, Debug)]
struct Service {
    answers: u32,
    asked: Arc<AtomicU32>,
}

impl Service {
    fn new(answers: u32) -> Self {
        let asked = Arc::default();
        Self { answers, asked }
    }

    fn asked(&self) -> u32 {
        self.asked.load(Ordering::Relaxed)
    }
}

impl tower_service::Service<Request<Full<Bytes>>> for Service {
    type Response = Response<Full<Bytes>>;
    type Error = io::Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self::Response, Self::Error>> + Send>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Self::Error>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, _: Request<Full<Bytes>>) -> Self::Future {
        if self.asked.fetch_add(1, Ordering::Relaxed) >= self.answers {
            return Box::pin(std::future::pending());
        }
        let starting = r#"{"composition":{"arn":"arn:c","stageArn":"arn:s","destinations":[],"state":"STARTING"}}"#;
        Box::pin(std::future::ready(Ok(Response::new(starting.into()))))
    }
}

/// The settings of a program, and those of a client under test.
fn settings() -> [Builder; 2] {
    let credentials = Credentials::new("AKID", "secret", None, None, "test");
    let program = Config::builder().region("us-east-1");
    [
        program.credentials_provider(credentials),
        test_util::config(),
    ]
}

/// Waits a minute for a composition to be active that never is: the error's text and time, and how long it took.
async fn in_vain(service: &Service, settings: Builder) -> (String, Duration, Duration) {
    let transport = Transport::from_service(service.clone());
    let client = Client::from_conf(settings.transport(transport).build());
    let began = tokio::time::Instant::now();
    let wait = client.wait_until_composition_active().arn("arn:c");
    let error = wait.wait(MINUTE).await.unwrap_err();
    let text = error.to_string();
    let WaiterError::ExceededMaxWait(exceeded) = error else {
        panic!("{error:?}");
    };
    assert_eq!(exceeded.poll_count(), service.asked());
    (text, exceeded.elapsed(), began.elapsed())
}

/// Tokio's timers count in milliseconds.
fn is_about(took: Duration, expected: Duration) -> bool {
    (expected..expected + Duration::from_secs(1)).contains(&took)
}

#[tokio::test(start_paused = true)]
async fn waits_take_the_time_that_they_say() {
    let [program, under_test] = settings();
    let (_, elapsed, took) = in_vain(&Service::new(u32::MAX), program).await;
    assert!(is_about(elapsed, MINUTE), "{elapsed:?}");
    assert!(is_about(took, MINUTE), "{took:?}");

    let (_, elapsed, took) = in_vain(&Service::new(u32::MAX), under_test).await;
    assert_eq!((elapsed, took), (MINUTE, Duration::ZERO));
}

/// It had until the end of the wait and 2 s, and says less than the one before it.
#[tokio::test(start_paused = true)]
async fn a_poll_that_is_cut_off_leaves_what_the_one_before_it_has_found() {
    for settings in settings() {
        let (text, elapsed, _) = in_vain(&Service::new(1), settings).await;
        assert!(is_about(elapsed, Duration::from_secs(62)), "{elapsed:?}");
        assert_eq!(
            text,
            "CompositionActive did not come about in 60 s (2 polls in 62 s): composition.state is STARTING"
        );
    }
}
