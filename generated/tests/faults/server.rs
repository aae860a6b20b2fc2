//! A server that does what a test says, byte by byte.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

/// An answer to `ListStages`.
pub(crate) const STAGES: &str = r#"{"stages":[{"arn":"arn:a"}]}"#;

/// A request as it arrived.
#[derive(Clone, Debug)]
pub(crate) struct Received {
    /// Which request of the server it is, from 1.
    pub(crate) number: usize,
    /// Which connection it came on, from 1.
    pub(crate) connection: usize,
    /// Request line and headers.
    pub(crate) head: String,
}

impl Received {
    /// The value of a header.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.head.lines().skip(1).find_map(|line| {
            let (found, value) = line.split_once(": ")?;
            found.eq_ignore_ascii_case(name).then_some(value)
        })
    }
}

/// What the server does about a request.
#[derive(Debug)]
pub(crate) struct Reply {
    bytes: Vec<u8>,
    then: Then,
}

#[derive(Debug)]
enum Then {
    NextRequest,
    Close,
    Reset,
    Hang,
    Drip(Duration),
}

impl Reply {
    /// These bytes, and the connection stays open for the next request.
    pub(crate) fn raw(bytes: impl Into<Vec<u8>>) -> Self {
        Self {
            bytes: bytes.into(),
            then: Then::NextRequest,
        }
    }

    /// A whole answer.
    pub(crate) fn answer(status: u16, headers: &[(&str, &str)], body: &str) -> Self {
        let mut text = format!("HTTP/1.1 {status} Because\r\n");
        for (name, value) in headers {
            text.push_str(&format!("{name}: {value}\r\n"));
        }
        Self::raw(format!(
            "{text}content-length: {}\r\n\r\n{body}",
            body.len()
        ))
    }

    /// The answer of a service that is well.
    pub(crate) fn success() -> Self {
        Self::answer(200, &[("content-type", "application/json")], STAGES)
    }

    /// An error of the service.
    pub(crate) fn error(status: u16, code: &str) -> Self {
        Self::answer(status, &[("x-amzn-errortype", code)], "{}")
    }

    /// Closes the connection after it.
    pub(crate) fn then_close(self) -> Self {
        let then = Then::Close;
        Self { then, ..self }
    }

    /// Resets the connection after it.
    pub(crate) fn then_reset(self) -> Self {
        let then = Then::Reset;
        Self { then, ..self }
    }

    /// Does nothing more, and keeps the connection open.
    pub(crate) fn then_hang(self) -> Self {
        let then = Then::Hang;
        Self { then, ..self }
    }

    /// Sends the bytes one by one, this far apart.
    pub(crate) fn dripping(self, interval: Duration) -> Self {
        let then = Then::Drip(interval);
        Self { then, ..self }
    }
}

type Script = dyn Fn(&Received) -> Reply + Send + Sync;

/// A server on loopback. It ends with the runtime of the test.
#[derive(Clone)]
pub(crate) struct Server {
    url: String,
    script: Arc<Script>,
    received: Arc<Mutex<Vec<Received>>>,
}

impl Server {
    /// Starts a server that answers as `script` says.
    pub(crate) async fn start(script: impl Fn(&Received) -> Reply + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let server = Self {
            url: format!("http://{}", listener.local_addr().unwrap()),
            script: Arc::new(script),
            received: Arc::default(),
        };
        let accepting = server.clone();
        tokio::spawn(async move {
            for connection in 1.. {
                let (stream, _) = listener.accept().await.unwrap();
                tokio::spawn(accepting.clone().serve(stream, connection));
            }
        });
        server
    }

    pub(crate) fn url(&self) -> &str {
        &self.url
    }

    /// Every request so far.
    pub(crate) fn received(&self) -> Vec<Received> {
        self.received.lock().unwrap().clone()
    }

    async fn serve(self, mut stream: TcpStream, connection: usize) {
        while let Some(head) = read_request(&mut stream).await {
            let received = self.record(connection, head);
            let reply = (self.script)(&received);
            if act(&mut stream, reply).await.is_none() {
                return;
            }
        }
    }

    fn record(&self, connection: usize, head: String) -> Received {
        let mut all = self.received.lock().unwrap();
        let received = Received {
            number: all.len() + 1,
            connection,
            head,
        };
        all.push(received.clone());
        received
    }
}

/// Reads a request with its body. `None` after the last one.
async fn read_request(stream: &mut TcpStream) -> Option<String> {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        head.push(stream.read_u8().await.ok()?);
    }
    let head = String::from_utf8(head).unwrap();
    let length = head
        .lines()
        .find_map(|line| line.strip_prefix("content-length: "))
        .map_or(0, |length| length.parse().unwrap());
    let mut body = vec![0; length];
    stream.read_exact(&mut body).await.ok()?;
    Some(head)
}

/// Answers. `None` if nothing more is to come on this connection.
async fn act(stream: &mut TcpStream, reply: Reply) -> Option<()> {
    if let Then::Drip(interval) = reply.then {
        for byte in reply.bytes {
            stream.write_all(&[byte]).await.ok()?;
            tokio::time::sleep(interval).await;
        }
        return Some(());
    }
    stream.write_all(&reply.bytes).await.ok()?;
    match reply.then {
        Then::NextRequest | Then::Drip(_) => Some(()),
        Then::Close => None,
        Then::Reset => {
            stream.set_zero_linger().unwrap();
            None
        }
        Then::Hang => std::future::pending().await,
    }
}
