//! The blocking client follows the same rules.

use ivs_realtime::blocking::Client;
use ivs_realtime::operation::list_stages::ListStagesInput;
use ivs_realtime::test_util::{self, ScriptedTransport, error_response, json_response, rule};
use ivs_realtime::types::StageSummary;

#[test]
fn a_rule_answers() {
    let first = rule::<ListStagesInput>()
        .matching(|input| input.next_token().is_none())
        .response(503)
        .response(json_response(
            200,
            r#"{"stages":[{"arn":"a"}],"nextToken":"t"}"#,
        ));
    let last = rule::<ListStagesInput>().result_with(|_| {
        let stage = StageSummary::builder().arn("b").build().unwrap();
        let output = ivs_realtime::operation::list_stages::ListStagesOutput::builder();
        Ok(output.stages(stage).build().unwrap())
    });
    let config = test_util::config().rules(&first).rules(&last).build();
    let client = Client::from_conf(config);
    let items = client.list_stages().into_paginator().items().send();
    let arns: Vec<_> = items.map(|item| item.unwrap().arn).collect();
    assert_eq!(arns, ["a", "b"]);
    assert_eq!((first.calls(), first.attempts(), last.calls()), (1, 2, 1));
}

#[test]
fn a_script_answers() {
    let script = ScriptedTransport::new()
        .failure(std::io::ErrorKind::ConnectionReset)
        .response(error_response(404, "ResourceNotFoundException", "no stage"));
    let client = Client::from_conf(test_util::config().rules(&script).build());
    let error = client.get_stage().arn("arn:x").send().unwrap_err();
    assert_eq!(
        error.to_string(),
        "ResourceNotFoundException: no stage (GetStage, HTTP 404, request id test-request-id, 2 attempts)"
    );
    script.assert_used();
    assert_eq!(script.requests()[1].body(), r#"{"arn":"arn:x"}"#);
}
