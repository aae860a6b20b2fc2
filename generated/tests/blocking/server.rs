//! A server on loopback that answers as a test says, and remembers what it was asked.

use std::io::{self, BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex, MutexGuard};
use std::thread;

/// A request, as its bytes came.
#[derive(Clone, Debug)]
pub(crate) struct Received {
    /// Which connection it came on, from 0.
    pub(crate) connection: usize,
    /// The request line and the headers.
    pub(crate) head: String,
    pub(crate) body: Vec<u8>,
}

impl Received {
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let mut headers = self.head.lines().filter_map(|line| line.split_once(": "));
        headers
            .find(|(other, _)| other.eq_ignore_ascii_case(name))
            .map(|(_, value)| value)
    }
}

/// What the server does with a request.
pub(crate) enum Answer {
    /// It sends these bytes, and waits for another request.
    Bytes(Vec<u8>),
    /// It sends these bytes, and closes the connection.
    LastBytes(Vec<u8>),
    /// It sends these bytes, and nothing more until the client gives up.
    Stall(Vec<u8>),
    /// It sends the first bytes, and then the others again and again until the client hangs up, or has got more than
    /// it can have wanted.
    Repeat(Vec<u8>, Vec<u8>),
}

/// So many bytes at most are sent again and again.
const ENOUGH: usize = 64 << 20;

/// An answer with this status and body, and a connection that stays open.
pub(crate) fn answer(status: u16, body: &str) -> Answer {
    Answer::Bytes(bytes(status, "", body))
}

/// The bytes of an answer. `headers` are whole lines.
pub(crate) fn bytes(status: u16, headers: &str, body: &str) -> Vec<u8> {
    let length = body.len();
    format!("HTTP/1.1 {status} Status\r\ncontent-length: {length}\r\n{headers}\r\n{body}").into()
}

/// The server. It ends with the process.
pub(crate) struct Server {
    address: String,
    received: Arc<Mutex<Vec<Received>>>,
}

impl Server {
    /// A server that answers the `n`-th request, from 0, as the function says.
    pub(crate) fn new(answer: impl Fn(usize, &Received) -> Answer + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap().to_string();
        let received = Arc::new(Mutex::new(Vec::new()));
        let (shared, answer) = (Arc::clone(&received), Arc::new(answer));
        thread::spawn(move || {
            for (connection, stream) in listener.incoming().enumerate() {
                let (received, answer) = (Arc::clone(&shared), Arc::clone(&answer));
                // A client that goes away ends its connection, and no test.
                thread::spawn(move || serve(stream?, connection, &received, &*answer));
            }
        });
        Self { address, received }
    }

    pub(crate) fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    pub(crate) fn address(&self) -> &str {
        &self.address
    }

    pub(crate) fn received(&self) -> MutexGuard<'_, Vec<Received>> {
        self.received.lock().unwrap()
    }
}

fn serve(
    stream: TcpStream,
    connection: usize,
    received: &Mutex<Vec<Received>>,
    answer: &dyn Fn(usize, &Received) -> Answer,
) -> io::Result<()> {
    let mut reader = BufReader::new(stream.try_clone()?);
    let mut writer = stream;
    while let Some(request) = read_request(&mut reader, connection)? {
        let number = {
            let mut received = received.lock().unwrap();
            received.push(request.clone());
            received.len() - 1
        };
        match answer(number, &request) {
            Answer::Bytes(bytes) => writer.write_all(&bytes)?,
            Answer::LastBytes(bytes) => return writer.write_all(&bytes),
            Answer::Repeat(first, again) => {
                writer.write_all(&first)?;
                for _ in 0..ENOUGH / again.len() {
                    writer.write_all(&again)?;
                }
                return Ok(());
            }
            Answer::Stall(bytes) => {
                writer.write_all(&bytes)?;
                io::copy(&mut reader, &mut io::sink())?;
                return Ok(());
            }
        }
    }
    Ok(())
}

/// The next request; `None` if the client has closed the connection.
pub(crate) fn read_request(
    reader: &mut impl BufRead,
    connection: usize,
) -> io::Result<Option<Received>> {
    let mut head = String::new();
    while !head.ends_with("\r\n\r\n") {
        if reader.read_line(&mut head)? == 0 {
            return Ok(None);
        }
    }
    let mut request = Received {
        connection,
        head,
        body: Vec::new(),
    };
    if let Some(length) = request.header("content-length") {
        let length = length.parse().unwrap();
        request.body.resize(length, 0);
        reader.read_exact(&mut request.body)?;
    }
    Ok(Some(request))
}
