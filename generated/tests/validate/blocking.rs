//! Calls of the blocking client check the same.

use ivs_realtime::blocking::Client;
use ivs_realtime::test_util::{self, ScriptedTransport, json_response};

use super::line;

fn client(script: &ScriptedTransport, validates: bool) -> Client {
    let config = test_util::config().rules(script);
    Client::from_conf(config.validate_inputs(validates).build())
}

fn script() -> ScriptedTransport {
    ScriptedTransport::new().response(json_response(200, r#"{"stages":[]}"#))
}

#[test]
fn what_breaks_constraints_is_not_sent() {
    let script = script();
    let call = client(&script, true).list_stages().max_results(0);
    let error = call.send().unwrap_err();
    let invalid = error.as_invalid_input().unwrap();
    let lines: Vec<_> = invalid.violations().iter().map(line).collect();
    assert_eq!(lines, ["maxResults range 0"]);
    assert!(script.requests().is_empty());
}

#[test]
fn a_call_can_ask_for_itself_and_do_without() {
    let script = script();
    let call = |validates| client(&script, validates).list_stages().max_results(0);
    let error = call(false).customize().validate_input(true).send();
    assert!(error.unwrap_err().as_invalid_input().is_some());
    assert!(script.requests().is_empty());
    let call = call(true).customize().validate_input(false);
    call.send().unwrap();
    assert_eq!(script.requests().len(), 1);
}

#[test]
fn pages_are_checked_too() {
    let script = script();
    let pages = client(&script, true).list_stages().into_paginator();
    let mut pages = pages.page_size(0).send();
    let error = pages.next().unwrap().unwrap_err();
    assert!(error.as_invalid_input().is_some());
    assert!(script.requests().is_empty());
}
