//! A server for one test at a time: it answers as it is told to, and keeps what it is asked.

use std::collections::VecDeque;
use std::io;
use std::sync::{Arc, Mutex, PoisonError};

use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};

/// A request, as it came over the wire.
#[derive(Clone, Debug)]
pub struct Request {
    pub method: String,
    pub target: String,
    /// In order of their names, which are in lower case.
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Request {
    /// The value of a header, or nothing.
    pub fn header(&self, name: &str) -> &str {
        let header = self.headers.iter().find(|(known, _)| known == name);
        header.map_or("", |(_, value)| value)
    }
}

/// An answer of the server.
#[derive(Clone, Debug)]
pub struct Answer {
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub body: String,
}

#[derive(Default)]
struct State {
    answers: VecDeque<Answer>,
    requests: Vec<Request>,
}

/// The server. A clone is the same one.
#[derive(Clone)]
pub struct Server {
    pub port: u16,
    state: Arc<Mutex<State>>,
}

impl Server {
    /// Begins to listen on loopback.
    pub async fn start() -> io::Result<Self> {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
        let server = Self {
            port: listener.local_addr()?.port(),
            state: Arc::default(),
        };
        let accepting = server.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let connected = accepting.clone();
                // A client may close its connection whenever it likes.
                tokio::spawn(async move { connected.serve(stream).await.ok() });
            }
        });
        Ok(server)
    }

    /// Sets what the next requests are answered with. The last answer serves for all that follow.
    pub fn expect(&self, answers: &[Answer]) {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        state.answers = answers.iter().cloned().collect();
        state.requests.clear();
    }

    /// The requests since.
    pub fn take(&self) -> Vec<Request> {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        std::mem::take(&mut state.requests)
    }

    async fn serve(&self, stream: TcpStream) -> io::Result<()> {
        stream.set_nodelay(true)?;
        let mut stream = BufReader::new(stream);
        while let Some(request) = read(&mut stream).await? {
            let answer = {
                let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
                state.requests.push(request);
                match state.answers.len() {
                    0 | 1 => state.answers.front().cloned(),
                    _ => state.answers.pop_front(),
                }
            };
            let answer = answer.ok_or(io::ErrorKind::ConnectionAborted)?;
            stream.write_all(&written(&answer)).await?;
        }
        Ok(())
    }
}

/// Reads a request, or `None` if there is no more.
async fn read(stream: &mut BufReader<TcpStream>) -> io::Result<Option<Request>> {
    let mut line = String::new();
    if stream.read_line(&mut line).await? == 0 {
        return Ok(None);
    }
    let mut words = line.split_whitespace().map(str::to_owned);
    let (method, target) = (words.next(), words.next());
    let mut headers = Vec::new();
    loop {
        let mut line = String::new();
        stream.read_line(&mut line).await?;
        let Some((name, value)) = line.trim_end().split_once(':') else {
            break;
        };
        headers.push((name.to_ascii_lowercase(), value.trim().to_owned()));
    }
    headers.sort();
    let mut request = Request {
        method: method.unwrap_or_default(),
        target: target.unwrap_or_default(),
        headers,
        body: Vec::new(),
    };
    let length = request.header("content-length").parse().unwrap_or(0);
    request.body.resize(length, 0);
    stream.read_exact(&mut request.body).await?;
    Ok(Some(request))
}

fn written(answer: &Answer) -> Vec<u8> {
    let mut text = format!("HTTP/1.1 {} Status\r\n", answer.status);
    for (name, value) in &answer.headers {
        text.push_str(&format!("{name}: {value}\r\n"));
    }
    text.push_str(&format!(
        "content-length: {}\r\n\r\n{}",
        answer.body.len(),
        answer.body
    ));
    text.into_bytes()
}
