//! A service with scripted answers, whose calls are looked at.

use std::convert::Infallible;
use std::future::{Ready, ready};
use std::pin::Pin;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, ready as when_ready};
use std::time::Duration;

use http_body::{Body, Frame};
use http_body_util::Full;
use ivs_realtime::runtime::Bytes;
use ivs_realtime::runtime::client::Transport;
use ivs_realtime::runtime::http::{HeaderValue, Request, Response, StatusCode};
use tokio::time::Sleep;

/// `{}`, which comes at once or after ten seconds.
pub struct Answer(Option<Pin<Box<Sleep>>>, Option<Bytes>);

pub fn at_once() -> Response<Answer> {
    Response::new(Answer(None, Some("{}".into())))
}

/// From a service whose clock is ahead.
pub fn in_the_year_2100() -> Response<Answer> {
    let mut response = at_once();
    let date = HeaderValue::from_static("Fri, 02 Jul 2100 00:00:00 GMT");
    response.headers_mut().insert("date", date);
    response
}

/// From a service that wants to be left alone for half a minute.
pub fn come_back_later() -> Response<Answer> {
    let mut response = at_once();
    *response.status_mut() = StatusCode::SERVICE_UNAVAILABLE;
    let later = HeaderValue::from_static("30000");
    response.headers_mut().insert("x-amz-retry-after", later);
    response
}

pub fn late() -> Response<Answer> {
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

/// A request, with the name of what it was sent with.
pub type Sent = (&'static str, Request<()>);

/// Keeps the last request. Gives all requests the same answer.
#[derive(Clone, Debug)]
pub struct Service {
    pub name: &'static str,
    answer: fn() -> Response<Answer>,
    last: Arc<Mutex<Option<Sent>>>,
}

impl Service {
    pub fn new(answer: fn() -> Response<Answer>) -> Self {
        Self {
            name: "the client's",
            answer,
            last: Arc::default(),
        }
    }

    pub fn transport(&self) -> Transport {
        Transport::from_service(self.clone())
    }

    /// The last request.
    pub fn last(&self) -> Sent {
        self.last.lock().unwrap().take().unwrap()
    }

    /// Another one, that keeps what arrives in the same place.
    pub fn other(&self) -> Transport {
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
