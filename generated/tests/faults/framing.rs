//! Answers that say more than once where they end, or more than can be true.

use http::Method;

use crate::hooks::Change;
use crate::server::{Reply, STAGES, Server};
use crate::setup::{call, client, settings, text};

#[tokio::test]
async fn chunks_say_more_than_a_content_length() {
    for length in [3, 1_000, 1_000_000_000] {
        let bytes = format!(
            "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\ncontent-length: {length}\r\n\r\n{:x}\r\n{STAGES}\r\n0\r\n\r\n",
            STAGES.len()
        );
        let server = Server::start(move |_| Reply::raw(bytes.clone())).await;
        let output = call(settings(server.url())).await.unwrap();
        assert_eq!(output.stages().len(), 1);
        assert_eq!(server.received().len(), 1);
    }
}

#[tokio::test]
async fn some_answers_have_no_body_whatever_they_say() {
    for status in ["204 No Content", "304 Not Modified"] {
        let head = format!("HTTP/1.1 {status}\r\ncontent-length: 13\r\n\r\n");
        let server = Server::start(move |_| Reply::raw(head.clone())).await;
        let client = client(server.url());
        for count in [1, 2] {
            match client.list_stages().send().await {
                Ok(output) => assert!(status.starts_with("204") && output.stages().is_empty()),
                Err(error) => {
                    let said = error.to_string();
                    assert!(said.ends_with("(ListStages, HTTP 304)"), "{said}");
                }
            }
            assert_eq!(server.received().len(), count, "{status}");
        }
        assert_eq!(server.received()[1].connection, 1);
    }
}

#[tokio::test]
async fn an_answer_to_head_says_how_long_it_would_be() {
    let server =
        Server::start(|_| Reply::raw("HTTP/1.1 200 OK\r\ncontent-length: 13\r\n\r\n")).await;
    let change = Change(|request| *request.method_mut() = Method::HEAD);
    let output = call(settings(server.url()).interceptor(change)).await;
    assert!(output.unwrap().stages().is_empty());
    assert_eq!(server.received().len(), 1);
}

#[tokio::test]
async fn a_head_that_is_too_large_is_not_asked_for_again() {
    let server = Server::start(|_| {
        let header = ("x-many", "1");
        Reply::answer(200, &[header; 120], STAGES)
    })
    .await;
    let said = text(call(settings(server.url())).await);
    let expected = format!(
        "no answer came: the head of the answer from {} is too large: it may have 100 headers, and 408 KiB (ListStages)",
        server.url()
    );
    assert_eq!(said, expected);
    assert_eq!(server.received().len(), 1);
}
