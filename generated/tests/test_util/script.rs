//! The transport that answers from a script.

use std::io;
use std::panic::catch_unwind;

use ivs_realtime::Client;
use ivs_realtime::error::SdkError;
use ivs_realtime::test_util::{self, ScriptedTransport, json_response};

fn client(script: &ScriptedTransport) -> Client {
    Client::from_conf(test_util::config().transport(script.transport()).build())
}

#[tokio::test]
async fn answers_in_order_and_keeps_the_requests() {
    let script = ScriptedTransport::new()
        .failure(io::ErrorKind::ConnectionRefused)
        .response(503)
        .response(json_response(200, r#"{"stage":{"arn":"arn:x"}}"#))
        .response(http::Response::new("{}"));
    let client = client(&script);
    let output = client.create_stage().name("x").send().await.unwrap();
    assert_eq!(output.stage().unwrap().arn(), "arn:x");
    client.delete_stage().arn("arn:x").send().await.unwrap();
    script.assert_used();

    let requests = script.requests();
    let seen: Vec<_> = requests
        .iter()
        .map(|request| {
            (
                request.method().as_str(),
                request.uri().to_string(),
                request.body().clone(),
            )
        })
        .collect();
    let url = |path: &str| format!("https://ivsrealtime.us-east-1.amazonaws.com{path}");
    let create = ("POST", url("/CreateStage"), r#"{"name":"x"}"#.into());
    let delete = ("POST", url("/DeleteStage"), r#"{"arn":"arn:x"}"#.into());
    assert_eq!(seen, [create.clone(), create.clone(), create, delete]);
    assert_eq!(requests[2].headers()["amz-sdk-request"], "attempt=3; max=3");
    assert!(requests[0].headers()["authorization"].is_sensitive());
}

#[tokio::test]
async fn a_request_too_many_is_told_and_not_retried() {
    let script = ScriptedTransport::new()
        .response(json_response(200, "{}"))
        .times(2);
    let client = client(&script);
    client.list_stages().send().await.unwrap();
    client.list_stages().send().await.unwrap();
    let error = client
        .create_stage()
        .name("sEcReT")
        .send()
        .await
        .unwrap_err();
    assert!(matches!(error, SdkError::DispatchFailure(_)), "{error:?}");
    let text = error.to_string();
    assert!(
        text.contains("the test did not expect the request POST /CreateStage: the script has given all its 2 answers"),
        "{text}"
    );
    assert_eq!(script.requests().len(), 3);
    let all = format!("{text}{error:?}{script:?}");
    assert!(!all.contains("sEcReT"), "{all}");
}

#[tokio::test]
async fn a_time_out_is_one() {
    let script = ScriptedTransport::new()
        .failure(io::ErrorKind::TimedOut)
        .times(3);
    let error = client(&script).list_stages().send().await.unwrap_err();
    match error {
        SdkError::DispatchFailure(failure) => assert!(failure.is_timeout()),
        other => panic!("{other}"),
    }
    script.assert_used();
}

#[tokio::test]
async fn bodies_are_read_as_those_of_a_network() {
    let mut cut_off = json_response(200, "{}");
    cut_off.headers_mut().insert("content-length", 3.into());
    let script = ScriptedTransport::new()
        .response(cut_off)
        .response(json_response(200, "{}"));
    client(&script).list_stages().send().await.unwrap();
    script.assert_used();
}

#[test]
fn tells_what_was_not_used() {
    let script = ScriptedTransport::new().response(200).times(3);
    let panic = catch_unwind(|| script.assert_used()).unwrap_err();
    assert_eq!(
        panic.downcast_ref::<String>().unwrap(),
        "answers of the script were not used: 0 of 3 were"
    );
}

#[tokio::test]
async fn a_script_is_a_rule_too() {
    let script = ScriptedTransport::new()
        .response(500)
        .response(json_response(200, "{}"));
    let client = Client::from_conf(test_util::config().rules(&script).build());
    client.list_stages().send().await.unwrap();
    let text = client.create_stage().send().await.unwrap_err().to_string();
    assert!(
        text.contains("rule 1 (any operation) has given all its 2 answers"),
        "{text}"
    );
    assert_eq!(script.requests().len(), 2);
}
