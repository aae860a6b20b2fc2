//! Transports that are brought.

use std::convert::Infallible;
use std::future::{Ready, ready};
use std::task::{Context, Poll};

use http_body_util::Full;
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use ivs_realtime::error::SdkError;
use ivs_realtime::runtime::Bytes;
use ivs_realtime::runtime::client::Transport;
use ivs_realtime::runtime::http::{Request, Response};
use tower_service::Service;

use crate::server::{Reply, Server};
use crate::setup::{call, settings};

/// hyper's client, as anybody can make it.
fn brought() -> Transport {
    let client: Client<HttpConnector, Full<Bytes>> =
        Client::builder(TokioExecutor::new()).build_http();
    Transport::from_service(client)
}

#[tokio::test]
async fn a_client_of_hyper_can_be_brought() {
    let server = Server::start(|request| match request.number {
        1 => Reply::answer(503, &[], ""),
        2 => Reply::raw("").then_close(),
        _ => Reply::success(),
    })
    .await;
    let output = call(settings(server.url()).transport(brought())).await;
    assert_eq!(output.unwrap().stages().len(), 1);
    assert_eq!(server.received().len(), 3);
}

#[tokio::test]
async fn its_errors_can_be_read() {
    let error = call(settings("http://127.0.0.1:1").transport(brought())).await;
    let error = error.unwrap_err();
    assert!(matches!(&error, SdkError::DispatchFailure(failure) if failure.is_io()));
    let said = error.to_string();
    let expected = "nothing came from http://127.0.0.1:1: Connection refused (os error ";
    assert!(said.contains(expected), "{said}");
}

#[tokio::test]
async fn its_answers_are_read_as_carefully() {
    let server = Server::start(|_| Reply::success()).await;
    let settings = settings(server.url()).max_response_bytes(3);
    let error = call(settings.transport(brought())).await.unwrap_err();
    assert!(matches!(error, SdkError::ResponseError(_)));
    let part = "HTTP/1.1 200 OK\r\ncontent-length: 28\r\n\r\n{\"stages";
    let server = Server::start(move |_| Reply::raw(part).then_close()).await;
    let error = call(crate::setup::settings(server.url()).transport(brought())).await;
    let said = error.unwrap_err().to_string();
    assert!(said.contains("broke off after 8 of 28 bytes"), "{said}");
    assert_eq!(server.received().len(), 3);
}

/// Has an empty list of stages ready at once.
#[derive(Clone)]
struct AtOnce;

impl Service<Request<Full<Bytes>>> for AtOnce {
    type Response = Response<Full<Bytes>>;
    type Error = Infallible;
    type Future = Ready<Result<Self::Response, Infallible>>;

    fn poll_ready(&mut self, _context: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, _request: Request<Full<Bytes>>) -> Self::Future {
        ready(Ok(Response::new(Full::from(r#"{"stages":[]}"#))))
    }
}

#[test]
fn what_is_ready_at_once_needs_no_timer() {
    let transport = Transport::from_service(AtOnce);
    let settings = settings("http://127.0.0.1:1").transport(transport);
    let runtime = tokio::runtime::Builder::new_current_thread().build();
    let output = runtime.unwrap().block_on(call(settings)).unwrap();
    assert!(output.stages().is_empty());
}
