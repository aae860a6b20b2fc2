//! What goes over the wire is what the async client sends.

use ivs_realtime::types::ChannelDestinationConfiguration;
use ivs_realtime::types::DestinationConfiguration;

use crate::server::{Received, Server, answer};
use crate::{client, settings};

const ARN: &str = "arn:aws:ivs:us-east-1:123456789012:stage/a b";

/// A request without what differs from call to call: dates, the call's id, the signature.
fn lasting(request: &Received) -> String {
    let mut text = String::new();
    for line in request.head.split("\r\n") {
        let line = match line.split_once(": ") {
            Some((name @ ("x-amz-date" | "amz-sdk-invocation-id"), _)) => format!("{name}: _"),
            Some(("authorization", value)) => {
                let signed = value
                    .split(", ")
                    .find(|part| part.starts_with("SignedHeaders"));
                format!("authorization: {}", signed.unwrap())
            }
            _ => line.to_owned(),
        };
        text.push_str(&line);
        text.push('\n');
    }
    text + &String::from_utf8_lossy(&request.body)
}

/// Makes the same call with both clients, and compares what arrives.
macro_rules! assert_same {
    ($client:ident => $call:expr) => {{
        let server = Server::new(|_, _| answer(200, "{}"));
        let settings = settings(&server.url()).build();
        {
            let $client = ivs_realtime::Client::from_conf(settings.clone());
            let runtime = tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build()
                .unwrap();
            runtime.block_on(async { $call.send().await }).unwrap();
        }
        {
            let $client = ivs_realtime::blocking::Client::from_conf(settings);
            $call.send().unwrap();
        }
        let received = server.received();
        assert_eq!(lasting(&received[1]), lasting(&received[0]));
        received[1].clone()
    }};
}

#[test]
fn a_request_with_a_body() {
    let destination = DestinationConfiguration::builder()
        .name("main")
        .channel(
            ChannelDestinationConfiguration::builder()
                .channel_arn("arn:channel")
                .build()
                .unwrap(),
        )
        .build();
    let request = assert_same!(client => client
        .start_composition()
        .stage_arn(ARN)
        .idempotency_token("token")
        .destinations(destination.clone()));
    assert!(request.head.ends_with("\r\n\r\n"));
    let lengths = request.head.matches("content-length: ").count();
    assert_eq!(lengths, 1, "{}", request.head);
    for name in [
        "accept",
        "accept-encoding",
        "connection",
        "transfer-encoding",
    ] {
        assert_eq!(request.header(name), None, "{}", request.head);
    }
}

#[test]
fn a_request_with_an_empty_input() {
    let request = assert_same!(client => client.list_stages());
    assert_eq!(request.body, b"{}");
}

#[test]
fn a_request_without_a_body() {
    let request = assert_same!(client => client.list_tags_for_resource().resource_arn(ARN));
    assert!(request.head.starts_with("GET /tags/arn%3Aaws"));
    assert_eq!(request.header("content-length"), None);
    let request = assert_same!(client => client
        .untag_resource()
        .resource_arn(ARN)
        .tag_keys("a b")
        .tag_keys("c&d"));
    assert!(request.head.starts_with("DELETE /tags/arn%3Aaws"));
    assert_eq!(request.header("content-length"), None);
}

#[test]
fn a_request_whose_host_was_set() {
    let request = assert_same!(client => client.list_stages().customize().mutate_request(|request| {
        request.headers_mut().insert("host", "example.com".parse().unwrap());
    }));
    assert_eq!(request.header("host"), Some("example.com"));
}

#[test]
fn a_header_of_many_values() {
    let request = assert_same!(client => client.list_stages().customize().mutate_request(|request| {
        request.headers_mut().append("x-many", "1".parse().unwrap());
        request.headers_mut().append("x-other", "2".parse().unwrap());
        request.headers_mut().append("x-many", "3".parse().unwrap());
    }));
    assert_eq!(request.head.matches("x-many: ").count(), 2);
}

/// The one difference: the async client says nothing of a length. No operation of the service sends such a request.
#[test]
fn a_request_whose_body_was_taken_away() {
    let server = Server::new(|_, _| answer(200, "{}"));
    let call = client(&server).list_stages().customize();
    let call = call.mutate_request(|request| *request.body_mut() = Default::default());
    call.send().unwrap();
    let received = server.received();
    assert_eq!(received[0].header("content-length"), Some("0"));
    assert_eq!(received[0].header("transfer-encoding"), None);
    assert_eq!(received[0].body, b"");
}
