//! A server on loopback that keeps what arrives, and answers what it is told to.
//!
//! A target that wants it names it: `#[path = "../support/server.rs"] mod server;`.

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;

use bytes::Bytes;
use http::{Request, Response};
use http_body_util::BodyExt;
use hyper::body::{Body, Incoming};
use hyper::service::service_fn;
use hyper_util::rt::{TokioExecutor, TokioIo};
use hyper_util::server::conn::auto;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;
use tokio_rustls::TlsAcceptor;

type Error = Box<dyn std::error::Error + Send + Sync>;
type Kept = Arc<Mutex<Vec<Request<Bytes>>>>;

/// The name of the thread of a server. What the server does, it does there.
pub(crate) const THREAD: &str = "server on loopback";

/// A server on loopback, on a thread of its own. It speaks HTTP/1.1 and HTTP/2, whichever the client begins with; over
/// TLS they agree on one. Dropped, it cuts all connections and waits for its thread.
pub(crate) struct Server {
    url: String,
    kept: Kept,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Server {
    /// Starts a server at a free port, with TLS if there is an acceptor.
    ///
    /// Every request that arrives whole is kept, and then answered by `answer`. Among its extensions is the
    /// [`SocketAddr`] of the client, which tells connections apart. An answer whose body fails is cut off.
    pub(crate) fn start<A, F, B>(tls: Option<TlsAcceptor>, answer: A) -> Self
    where
        A: Fn(Request<Bytes>) -> F + Send + Sync + 'static,
        F: Future<Output = Response<B>> + Send + 'static,
        B: Body<Data = Bytes, Error: Into<Error>> + Send + 'static,
    {
        let listener = std::net::TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        listener.set_nonblocking(true).unwrap();
        let address = listener.local_addr().unwrap();
        let scheme = if tls.is_some() { "https" } else { "http" };
        let kept = Kept::default();
        let site = Site {
            answer: Arc::new(answer),
            kept: Arc::clone(&kept),
        };
        let (stop, stopped) = oneshot::channel();
        let thread = std::thread::Builder::new().name(THREAD.to_owned());
        let thread = thread.spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build();
            // Connections are tasks of the runtime, and end with it.
            runtime.unwrap().block_on(async move {
                tokio::select! {
                    _ = stopped => {}
                    () = accept(listener, tls, site) => {}
                }
            });
        });
        Self {
            url: format!("{scheme}://{address}"),
            kept,
            stop: Some(stop),
            thread: Some(thread.unwrap()),
        }
    }

    /// Where it is found: `http://127.0.0.1:12345`.
    pub(crate) fn url(&self) -> &str {
        &self.url
    }

    /// What has arrived since this was asked last, in the order in which it arrived.
    pub(crate) fn requests(&self) -> Vec<Request<Bytes>> {
        std::mem::take(&mut self.kept.lock().unwrap())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have stopped by itself.
        let _ = self.stop.take().map(|stop| stop.send(()));
        if let Some(Err(panic)) = self.thread.take().map(JoinHandle::join)
            && !std::thread::panicking()
        {
            std::panic::resume_unwind(panic);
        }
    }
}

/// What all connections share.
struct Site<A> {
    answer: Arc<A>,
    kept: Kept,
}

impl<A> Clone for Site<A> {
    fn clone(&self) -> Self {
        Self {
            answer: Arc::clone(&self.answer),
            kept: Arc::clone(&self.kept),
        }
    }
}

async fn accept<A, F, B>(listener: std::net::TcpListener, tls: Option<TlsAcceptor>, site: Site<A>)
where
    A: Fn(Request<Bytes>) -> F + Send + Sync + 'static,
    F: Future<Output = Response<B>> + Send + 'static,
    B: Body<Data = Bytes, Error: Into<Error>> + Send + 'static,
{
    let listener = TcpListener::from_std(listener).unwrap();
    loop {
        let (stream, client) = listener.accept().await.unwrap();
        tokio::spawn(greet(stream, client, tls.clone(), site.clone()));
    }
}

/// Serves a connection, once TLS stands if there is any. What goes wrong on it is the client's to notice.
async fn greet<A, F, B>(
    stream: TcpStream,
    client: SocketAddr,
    tls: Option<TlsAcceptor>,
    site: Site<A>,
) -> Result<(), Error>
where
    A: Fn(Request<Bytes>) -> F + Send + Sync + 'static,
    F: Future<Output = Response<B>> + Send + 'static,
    B: Body<Data = Bytes, Error: Into<Error>> + Send + 'static,
{
    stream.set_nodelay(true)?;
    match tls {
        Some(tls) => serve(tls.accept(stream).await?, client, site).await,
        None => serve(stream, client, site).await,
    }
}

async fn serve<S, A, F, B>(stream: S, client: SocketAddr, site: Site<A>) -> Result<(), Error>
where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
    A: Fn(Request<Bytes>) -> F + Send + Sync + 'static,
    F: Future<Output = Response<B>> + Send + 'static,
    B: Body<Data = Bytes, Error: Into<Error>> + Send + 'static,
{
    let service = service_fn(move |request: Request<Incoming>| {
        let site = site.clone();
        async move {
            let (mut parts, body) = request.into_parts();
            let body = body.collect().await?.to_bytes();
            parts.extensions.clear();
            parts.extensions.insert(client);
            let request = Request::from_parts(parts, body);
            site.kept.lock().unwrap().push(request.clone());
            Ok::<_, hyper::Error>((site.answer)(request).await)
        }
    });
    auto::Builder::new(TokioExecutor::new())
        .serve_connection(TokioIo::new(stream), service)
        .await
}
