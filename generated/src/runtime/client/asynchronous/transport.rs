//! What sends requests.

use std::fmt;
use std::future::poll_fn;
use std::pin::{Pin, pin};
use std::sync::{Arc, Mutex, PoisonError};
use std::task::Poll;
use std::time::Duration;

use bytes::{Buf, Bytes};
use http::{Request, Response};
use http_body::{Body, Frame};
use tower_service::Service;

use super::failure::failure_of_service;
use crate::runtime::call::{Elapsed, Failure, Limited};
use crate::runtime::error::BoxError;
use crate::runtime::http::Place;

/// The body of an answer, of any type.
pub(super) type AnyBody = Pin<Box<dyn Body<Data = Bytes, Error = BoxError> + Send>>;

pub(super) type Answer = Pin<Box<dyn Future<Output = Result<Response<AnyBody>, Failure>> + Send>>;

/// What sends requests: the crate's own transport, or one that the caller brings. A clone is the same one.
#[derive(Clone)]
pub struct Transport(Arc<dyn Fn(Request<Bytes>) -> Exchange + Send + Sync>);

/// A request on its way.
pub(super) struct Exchange {
    pub(super) response: Answer,
    pub(super) connection: Connection,
}

/// The connection that a request takes, if it can be told.
#[derive(Default)]
pub(super) struct Connection(Option<Box<dyn Link>>);

/// What can be told of a connection, and done about it.
pub(super) trait Link: Send {
    /// Waits until the connection is there. Where none can be made, that may be for ever.
    fn connected(&mut self) -> Pin<Box<dyn Future<Output = ()> + Send + '_>>;

    /// Gives the connection up, if it is there.
    fn poison(&self);
}

impl Connection {
    /// A connection that something is known of.
    #[cfg(any(
        test,
        feature = "rustls-ring",
        feature = "rustls-aws-lc",
        feature = "native-tls"
    ))]
    pub(super) fn new(link: impl Link + 'static) -> Self {
        Self(Some(Box::new(link)))
    }

    /// Waits until the connection is there; not at all, if that cannot be told.
    pub(super) async fn connected(&mut self) {
        if let Some(link) = &mut self.0 {
            link.connected().await;
        }
    }

    /// Gives the connection up: no other request will take it.
    pub(super) fn poison(self) {
        if let Some(link) = self.0 {
            link.poison();
        }
    }
}

impl Transport {
    /// A transport that is a `tower` service: it takes requests whose URI has scheme and host.
    ///
    /// The bodies of requests can be anything that [`Bytes`] can become, such as `http_body_util::Full<Bytes>`. A
    /// limit on the time to connect is the service's own matter.
    ///
    /// An error that has a [`std::io::Error`] among its causes is taken as a failure of the network, and the
    /// request is sent again; so is one of `hyper` unless the request is at fault, or the head of the answer is too
    /// large. Any other is not.
    ///
    /// ```no_run
    /// use http_body_util::Full;
    /// use hyper_util::client::legacy::Client;
    /// use hyper_util::rt::TokioExecutor;
    /// use ivs_realtime::Config;
    /// use ivs_realtime::runtime::Bytes;
    /// use ivs_realtime::runtime::client::Transport;
    ///
    /// // Plain HTTP, for a service on the same machine.
    /// let client: Client<_, Full<Bytes>> = Client::builder(TokioExecutor::new()).build_http();
    /// let transport = Transport::from_service(client);
    /// let config = Config::builder()
    ///     .region("us-east-1")
    ///     .endpoint_url("http://127.0.0.1:4566")
    ///     .transport(transport)
    ///     .build();
    /// ```
    pub fn from_service<S, B, R>(service: S) -> Self
    where
        S: Service<Request<B>, Response = Response<R>> + Clone + Send + 'static,
        S::Error: Into<BoxError>,
        S::Future: Send,
        B: From<Bytes> + Send + 'static,
        R: Body + Send + 'static,
        R::Error: Into<BoxError>,
    {
        // Each request has a clone to itself: one that is ready is ready for one request.
        let service = Mutex::new(service);
        Self::new(move |request| {
            let service = service.lock();
            let service = service.unwrap_or_else(PoisonError::into_inner).clone();
            let place = Place::of(request.uri());
            let failure = move |error| failure_of_service(&place, error);
            Exchange {
                response: Box::pin(call(service, request.map(B::from), failure)),
                connection: Connection::default(),
            }
        })
    }

    pub(super) fn new(send: impl Fn(Request<Bytes>) -> Exchange + Send + Sync + 'static) -> Self {
        Self(Arc::new(send))
    }

    pub(super) fn send(&self, request: Request<Bytes>) -> Exchange {
        (self.0)(request)
    }
}

impl fmt::Debug for Transport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Transport")
    }
}

/// Calls a service, once it is ready. `failure` says what an error of it is.
pub(super) async fn call<S, B, R>(
    mut service: S,
    request: Request<B>,
    failure: impl Fn(BoxError) -> Failure,
) -> Result<Response<AnyBody>, Failure>
where
    S: Service<Request<B>, Response = Response<R>>,
    S::Error: Into<BoxError>,
    R: Body + Send + 'static,
    R::Error: Into<BoxError>,
{
    let ready = poll_fn(|context| service.poll_ready(context)).await;
    ready.map_err(|error| failure(error.into()))?;
    let response = service.call(request).await;
    let response = response.map_err(|error| failure(error.into()))?;
    Ok(response.map(|body| Box::pin(BytesBody(Box::pin(body))) as AnyBody))
}

/// The head of an answer, which may take this long once there is a connection: making one has a limit of its own.
pub(super) async fn within(
    limit: Duration,
    mut response: Answer,
    connection: &mut Connection,
) -> Result<Response<AnyBody>, Failure> {
    let mut connected = pin!(connection.connected());
    let early = poll_fn(|context| match response.as_mut().poll(context) {
        Poll::Ready(response) => Poll::Ready(Some(response)),
        Poll::Pending => connected.as_mut().poll(context).map(|()| None),
    });
    if let Some(response) = early.await {
        return response;
    }
    let response = tokio::time::timeout(limit, response).await;
    response.unwrap_or_else(|_| {
        let what = Limited::Read;
        Err(Failure::Timeout(Elapsed { what, limit }.into()))
    })
}

/// A body whose data are [`Bytes`], whatever they were.
struct BytesBody<R>(Pin<Box<R>>);

impl<R> Body for BytesBody<R>
where
    R: Body,
    R::Error: Into<BoxError>,
{
    type Data = Bytes;
    type Error = BoxError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut std::task::Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BoxError>>> {
        let frame = self.0.as_mut().poll_frame(context);
        frame.map(|frame| {
            frame.map(|frame| match frame {
                Ok(frame) => Ok(frame.map_data(|mut data| data.copy_to_bytes(data.remaining()))),
                Err(error) => Err(error.into()),
            })
        })
    }
}

#[cfg(test)]
mod tests;
