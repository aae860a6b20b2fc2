//! A server that speaks HTTP/2, frame by frame, and refuses what it is asked.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use ivs_realtime::error::SdkError;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio_rustls::server::TlsStream;

use crate::server::STAGES;
use crate::setup::{call, settings};
use crate::tls::Listener;

// The types of frames (RFC 9113, section 6).
const DATA: u8 = 0;
const HEADERS: u8 = 1;
const RST_STREAM: u8 = 3;
const SETTINGS: u8 = 4;
const GOAWAY: u8 = 7;

const END_STREAM: u8 = 1;
const END_HEADERS: u8 = 4;
const ACK: u8 = 1;

/// `REFUSED_STREAM` (RFC 9113, section 7).
const REFUSED_STREAM: u32 = 7;

/// `:status: 200`, from the static table of HPACK (RFC 7541, appendix A).
const STATUS_200: [u8; 1] = [0x88];

/// What is done about a request.
#[derive(Clone, Copy)]
enum Refusal {
    /// The stream is refused.
    Stream,
    /// The connection ends, and the request was not looked at.
    Connection,
}

fn frame(kind: u8, flags: u8, stream: u32, payload: &[u8]) -> Vec<u8> {
    let length = u32::try_from(payload.len()).unwrap().to_be_bytes();
    let mut frame = length[1..].to_vec();
    frame.extend([kind, flags]);
    frame.extend(stream.to_be_bytes());
    frame.extend(payload);
    frame
}

/// Reads up to the next request, and says which stream it is on. `None` if the client closes the connection.
async fn next_request(tls: &mut TlsStream<TcpStream>) -> Option<u32> {
    loop {
        let mut head = [0; 9];
        tls.read_exact(&mut head).await.ok()?;
        let [a, b, c, kind, flags, stream @ ..] = head;
        let mut payload = vec![0; u32::from_be_bytes([0, a, b, c]) as usize];
        tls.read_exact(&mut payload).await.ok()?;
        match kind {
            SETTINGS if flags & ACK == 0 => {
                let ack = frame(SETTINGS, ACK, 0, &[]);
                tls.write_all(&ack).await.ok()?;
            }
            HEADERS => return Some(u32::from_be_bytes(stream)),
            _ => {}
        }
    }
}

async fn serve(mut tls: TlsStream<TcpStream>, refusal: Refusal, left: &AtomicUsize) -> Option<()> {
    let mut preface = [0; 24];
    tls.read_exact(&mut preface).await.ok()?;
    tls.write_all(&frame(SETTINGS, 0, 0, &[])).await.ok()?;
    while let Some(stream) = next_request(&mut tls).await {
        let refuses = left.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |left| {
            left.checked_sub(1)
        });
        let reply = match (refuses, refusal) {
            (Err(_), _) => [
                frame(HEADERS, END_HEADERS, stream, &STATUS_200),
                frame(DATA, END_STREAM, stream, STAGES.as_bytes()),
            ]
            .concat(),
            (Ok(_), Refusal::Stream) => frame(RST_STREAM, 0, stream, &REFUSED_STREAM.to_be_bytes()),
            (Ok(_), Refusal::Connection) => frame(GOAWAY, 0, 0, &[0; 8]),
        };
        tls.write_all(&reply).await.ok()?;
    }
    Some(())
}

/// A server that refuses so many requests, and then answers.
async fn refusing(count: usize, refusal: Refusal) -> Arc<Listener> {
    let listener = Arc::new(Listener::bind().await);
    let left = Arc::new(AtomicUsize::new(count));
    let accepting = Arc::clone(&listener);
    tokio::spawn(async move {
        loop {
            let tls = accepting.accept().await;
            let left = Arc::clone(&left);
            tokio::spawn(async move { serve(tls, refusal, &left).await });
        }
    });
    listener
}

#[tokio::test]
async fn a_refused_stream_is_asked_for_again() {
    let server = refusing(2, Refusal::Stream).await;
    let settings = settings(&server.url()).transport(server.transport());
    assert_eq!(call(settings).await.unwrap().stages().len(), 1);
}

#[tokio::test]
async fn a_connection_that_goes_away_is_made_anew() {
    let server = refusing(2, Refusal::Connection).await;
    let settings = settings(&server.url()).transport(server.transport());
    assert_eq!(call(settings).await.unwrap().stages().len(), 1);
}

#[tokio::test]
async fn a_stream_that_is_always_refused() {
    let server = refusing(usize::MAX, Refusal::Stream).await;
    let settings = settings(&server.url()).transport(server.transport());
    let error = call(settings).await.unwrap_err();
    let SdkError::DispatchFailure(failure) = &error else {
        panic!("{error:?}");
    };
    assert!(failure.is_io());
    let said = error.to_string();
    let expected = format!("the connection to {} failed: ", server.url());
    assert!(said.contains(&expected), "{said}");
    assert!(said.contains("refused"), "{said}");
}

#[tokio::test]
async fn a_connection_that_always_goes_away() {
    let server = refusing(usize::MAX, Refusal::Connection).await;
    let settings = settings(&server.url()).transport(server.transport());
    let error = call(settings).await.unwrap_err();
    assert!(matches!(&error, SdkError::DispatchFailure(failure) if failure.is_io()));
    let expected = format!("the connection to {} failed: ", server.url());
    assert!(error.to_string().contains(&expected), "{error}");
}
