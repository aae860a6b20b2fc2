//! Rules: which one answers, how often, and what is said where none does.

use std::panic::{AssertUnwindSafe, catch_unwind};

use ivs_realtime::Client;
use ivs_realtime::operation::create_stage::{CreateStageInput, CreateStageOutput};
use ivs_realtime::operation::delete_stage::{DeleteStageInput, DeleteStageOutput};
use ivs_realtime::operation::list_stages::{ListStagesInput, ListStagesOutput};
use ivs_realtime::test_util::{self, Rule, Rules, rule};
use ivs_realtime::types::{Stage, StageSummary};

fn client(rules: impl Into<Rules>) -> Client {
    Client::from_conf(test_util::config().rules(rules).build())
}

fn created(arn: &str) -> CreateStageOutput {
    let stage = Stage::builder().arn(arn).build().unwrap();
    CreateStageOutput::builder().stage(stage).build()
}

fn page(names: &[&str], next: Option<&str>) -> ListStagesOutput {
    let stages = names
        .iter()
        .map(|name| StageSummary::builder().arn(*name).build().unwrap());
    let mut page = ListStagesOutput::builder().set_stages(Some(stages.collect()));
    if let Some(next) = next {
        page = page.next_token(next);
    }
    page.build().unwrap()
}

/// What a client gives for a name: the ARN of the stage, or what went wrong.
async fn create(client: &Client, name: &str) -> String {
    match client.create_stage().name(name).send().await {
        Ok(output) => output.stage().unwrap().arn().to_owned(),
        Err(error) => error.to_string(),
    }
}

fn panic_of(action: impl FnOnce()) -> String {
    let panic = catch_unwind(AssertUnwindSafe(action)).unwrap_err();
    panic.downcast_ref::<String>().unwrap().clone()
}

#[tokio::test]
async fn the_first_rule_that_matches_answers() {
    let a = rule::<CreateStageInput>()
        .matching(|input| input.name() == Some("a"))
        .output(created("arn:a"));
    let both = rule::<CreateStageInput>()
        .matching(|input| input.name() != Some("c"))
        .matching(|input| input.name() != Some("d"))
        .output(created("arn:both"));
    let rest = rule::<CreateStageInput>().output(created("arn:rest"));
    let client = client(Rules::new().with(&a).with(&both).with(&rest));
    for (name, arn) in [
        ("a", "arn:a"),
        ("b", "arn:both"),
        ("c", "arn:rest"),
        ("d", "arn:rest"),
        ("a", "arn:a"),
    ] {
        assert_eq!(create(&client, name).await, arn);
    }
    assert_eq!((a.calls(), both.calls(), rest.calls()), (2, 1, 2));
    let names: Vec<_> = a.inputs().into_iter().map(|input| input.name).collect();
    assert_eq!(names, [Some("a".to_owned()), Some("a".to_owned())]);
}

#[tokio::test]
async fn answers_come_in_order_and_the_last_one_stays() {
    let rule = rule::<CreateStageInput>()
        .output(created("1"))
        .output(created("2"))
        .times(2)
        .output(created("3"));
    let client = client(&rule);
    for arn in ["1", "2", "2", "3", "3", "3"] {
        assert_eq!(create(&client, "x").await, arn);
    }
}

#[tokio::test]
async fn a_rule_that_is_used_up_makes_way() {
    let first = rule::<CreateStageInput>().output(created("1")).times(1);
    let second = rule::<CreateStageInput>().output(created("2")).times(2);
    let client = client(Rules::new().with(&first).with(&second));
    for arn in ["1", "2", "2"] {
        assert_eq!(create(&client, "x").await, arn);
    }
    assert_eq!(
        create(&client, "x").await,
        "the request could not be made: no rule of the test answers this call of CreateStage; rule 1 (CreateStage) has \
         given its only answer; rule 2 (CreateStage) has given all its 2 answers; add one with `rule::<..Input>()`, or \
         change these (CreateStage)"
    );
}

/// The attempts of one call may be answered by several rules.
#[tokio::test]
async fn a_retry_goes_on_with_the_next_rule() {
    let down = rule::<CreateStageInput>().response(503).times(1);
    let up = rule::<CreateStageInput>().output(created("up"));
    let client = client(Rules::new().with(&down).with(&up));
    assert_eq!(create(&client, "x").await, "up");
    assert_eq!((down.calls(), down.attempts()), (1, 1));
    assert_eq!((up.calls(), up.attempts()), (1, 1));
}

#[tokio::test]
async fn a_call_that_nothing_answers_is_told_why_and_shows_no_input() {
    let other = rule::<DeleteStageInput>().output(DeleteStageOutput::builder().build());
    let picky = rule::<CreateStageInput>()
        .matching(|input| input.name().is_none())
        .output(created("1"));
    let empty: Rule<CreateStageInput> = rule();
    let client = client(Rules::new().with(&other).with(&picky).with(&empty));
    let error = client
        .create_stage()
        .name("sEcReT")
        .send()
        .await
        .unwrap_err();
    let text = error.to_string();
    for part in [
        "no rule of the test answers this call of CreateStage",
        "rule 1 (DeleteStage) is for another operation",
        "rule 2 (CreateStage) does not match the input",
        "rule 3 (CreateStage) has no answers",
    ] {
        assert!(text.contains(part), "{text}");
    }
    let all = format!("{error:?}{text}{picky:?}{client:?}");
    assert!(!all.contains("sEcReT"), "{all}");
    assert_eq!((other.calls(), picky.calls(), empty.calls()), (0, 0, 0));
}

#[tokio::test]
async fn no_rules_answer_nothing() {
    let text = create(&client(Rules::new()), "x").await;
    assert!(text.contains("there are no rules"), "{text}");
}

#[tokio::test]
async fn pages_are_calls() {
    let rule = rule::<ListStagesInput>().result_with(|input| {
        Ok(match input.next_token() {
            None => page(&["a", "b"], Some("t")),
            Some(_) => page(&["c"], None),
        })
    });
    let client = client(&rule);
    let pages = client.list_stages().into_paginator().page_size(2);
    let items = pages.items().send().try_collect().await.unwrap();
    let arns: Vec<_> = items.iter().map(StageSummary::arn).collect();
    assert_eq!(arns, ["a", "b", "c"]);
    let inputs = rule.inputs();
    assert_eq!(inputs[0].max_results, Some(2));
    assert_eq!(inputs[1].next_token(), Some("t"));
}

#[tokio::test]
async fn a_call_may_have_rules_of_its_own() {
    let general = rule::<CreateStageInput>().output(created("general"));
    let special = rule::<CreateStageInput>().output(created("special"));
    let client = client(&general);
    let call = client.create_stage().customize();
    let call = call.config_override(ivs_realtime::Config::builder().rules(&special));
    let output = call.send().await.unwrap();
    assert_eq!(output.stage().unwrap().arn(), "special");
    assert_eq!(create(&client, "x").await, "general");
}

/// Nothing is sent past the rules, although the client has a transport too.
#[tokio::test]
async fn rules_come_before_the_transport() {
    let script = test_util::ScriptedTransport::new();
    let rule = rule::<CreateStageInput>().output(created("rule"));
    let config = test_util::config().transport(script.transport());
    let client = Client::from_conf(config.rules(&rule).build());
    assert_eq!(create(&client, "x").await, "rule");
    assert!(client.list_stages().send().await.is_err());
    assert!(script.requests().is_empty());
}

#[tokio::test]
async fn a_rule_can_be_asked_while_it_answers() {
    let rule = rule::<CreateStageInput>();
    let same = rule.clone();
    let rule = rule.result_with(move |_| Ok(created(&same.calls().to_string())));
    let client = client(&rule);
    assert_eq!(create(&client, "x").await, "1");
    assert_eq!(create(&client, "x").await, "2");
}

#[tokio::test]
async fn many_calls_at_once_take_each_answer_once() {
    let rule = rule::<CreateStageInput>().output(created("x")).times(50);
    let client = client(&rule);
    let calls: Vec<_> = (0..60)
        .map(|_| tokio::spawn(client.create_stage().name("x").send()))
        .collect();
    let mut succeeded = 0;
    for call in calls {
        succeeded += usize::from(call.await.unwrap().is_ok());
    }
    assert_eq!((succeeded, rule.calls()), (50, 50));
}

#[tokio::test]
async fn tells_what_was_not_used() {
    let used = rule::<CreateStageInput>().output(created("1"));
    let never = rule::<DeleteStageInput>().output(DeleteStageOutput::builder().build());
    let half = rule::<ListStagesInput>().output(page(&[], None)).times(2);
    let rules = Rules::new().with(&used).with(&never).with(&half);
    let client = client(&rules);
    create(&client, "x").await;
    create(&client, "x").await;
    client.list_stages().send().await.unwrap();
    used.assert_used();
    assert_eq!(
        panic_of(|| rules.assert_used()),
        "answers were not used:\n2. DeleteStage: 0 of 1\n3. ListStages: 1 of 2"
    );
    assert_eq!(
        panic_of(|| half.assert_used()),
        "answers were not used:\n1. ListStages: 1 of 2"
    );
}
