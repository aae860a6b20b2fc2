use std::sync::atomic::{AtomicUsize, Ordering};
use std::task::{Context, Poll};

use super::*;
use crate::runtime::retry::TransportFailure;

/// The body of an answer: one piece, in a type of its own.
struct Whole(Option<std::io::Cursor<Vec<u8>>>);

impl Body for Whole {
    type Data = std::io::Cursor<Vec<u8>>;
    type Error = std::convert::Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Self::Data>, Self::Error>>> {
        Poll::Ready(self.0.take().map(|data| Ok(Frame::data(data))))
    }
}

/// The body of a request, in a type of its own.
struct Sent(Bytes);

impl From<Bytes> for Sent {
    fn from(bytes: Bytes) -> Self {
        Self(bytes)
    }
}

/// Answers with the request's own body, once it is ready: each clone asks to be polled again the first time.
#[derive(Default)]
struct Echo {
    polls: usize,
    fails_when: Option<&'static str>,
    calls: Arc<AtomicUsize>,
    /// A service can be sent to another thread, and need not be shared by two.
    _not_sync: std::cell::Cell<()>,
}

impl Clone for Echo {
    fn clone(&self) -> Self {
        Self {
            polls: 0,
            fails_when: self.fails_when,
            calls: Arc::clone(&self.calls),
            _not_sync: std::cell::Cell::new(()),
        }
    }
}

impl Echo {
    fn fails(&self, when: &str) -> Result<(), std::io::Error> {
        match self.fails_when {
            Some(fails) if fails == when => Err(std::io::ErrorKind::BrokenPipe.into()),
            _ => Ok(()),
        }
    }
}

impl Service<Request<Sent>> for Echo {
    type Response = Response<Whole>;
    type Error = std::io::Error;
    type Future = std::future::Ready<Result<Self::Response, Self::Error>>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), Self::Error>> {
        self.polls += 1;
        if self.polls == 1 {
            context.waker().wake_by_ref();
            return Poll::Pending;
        }
        Poll::Ready(self.fails("ready"))
    }

    fn call(&mut self, request: Request<Sent>) -> Self::Future {
        assert_eq!(self.polls, 2, "called before it was ready");
        self.calls.fetch_add(1, Ordering::SeqCst);
        std::future::ready(self.fails("call").map(|()| {
            let Sent(body) = request.into_body();
            Response::new(Whole(Some(std::io::Cursor::new(body.to_vec()))))
        }))
    }
}

async fn send(transport: &Transport, body: &'static str) -> Result<Bytes, Failure> {
    let mut request = Request::new(Bytes::from_static(body.as_bytes()));
    *request.uri_mut() = "http://example.com/a?secret".parse().unwrap();
    let mut body = transport.send(request).response.await?.into_body();
    let frame = poll_fn(|context| body.as_mut().poll_frame(context)).await;
    Ok(frame.unwrap().unwrap().into_data().unwrap())
}

#[tokio::test]
async fn a_service_is_called_when_it_is_ready() {
    let echo = Echo::default();
    let calls = Arc::clone(&echo.calls);
    let transport = Transport::from_service(echo);
    for body in ["a", "b", "c"] {
        assert_eq!(send(&transport, body).await.unwrap(), body);
    }
    assert_eq!(calls.load(Ordering::SeqCst), 3);
}

#[tokio::test]
async fn a_service_can_fail_before_and_after_it_is_ready() {
    for (when, expected) in [("ready", 0), ("call", 1)] {
        let echo = Echo {
            fails_when: Some(when),
            ..Echo::default()
        };
        let calls = Arc::clone(&echo.calls);
        let failure = send(&Transport::from_service(echo), "a").await.unwrap_err();
        assert_eq!(failure.kind(), TransportFailure::Io);
        assert_eq!(
            failure.source().to_string(),
            "nothing came from http://example.com: broken pipe"
        );
        assert_eq!(calls.load(Ordering::SeqCst), expected);
    }
}

#[test]
fn a_transport_says_nothing_of_itself() {
    let transport = Transport::from_service(Echo::default());
    assert_eq!(format!("{transport:?}"), "Transport");
}
