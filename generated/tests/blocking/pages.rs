//! Lists, page by page and item by item.

use ivs_realtime::blocking::Client;
use serde_json::{Value, json};

use crate::client;
use crate::server::{Answer, Received, Server, answer};

const FIRST: &str = r#"{"stages":[{"arn":"a"},{"arn":"b"}],"nextToken":"t"}"#;
const SECOND: &str = r#"{"stages":[{"arn":"c"}]}"#;

fn two_pages(number: usize, _: &Received) -> Answer {
    answer(200, if number == 0 { FIRST } else { SECOND })
}

fn bodies(server: &Server) -> Vec<Value> {
    let received = server.received();
    let bodies = received.iter().map(|one| serde_json::from_slice(&one.body));
    bodies.collect::<Result<_, _>>().unwrap()
}

#[test]
fn pages_are_fetched_as_they_are_asked_for() {
    let server = Server::new(two_pages);
    let mut pages = client(&server)
        .list_stages()
        .into_paginator()
        .page_size(2)
        .send();
    assert_eq!(server.received().len(), 0);
    assert_eq!(pages.next().unwrap().unwrap().stages().len(), 2);
    assert_eq!(server.received().len(), 1);
    assert_eq!(pages.try_next().unwrap().unwrap().stages().len(), 1);
    assert!(pages.try_next().unwrap().is_none());
    assert!(pages.next().is_none());
    assert_eq!(
        bodies(&server),
        [
            json!({"maxResults": 2}),
            json!({"maxResults": 2, "nextToken": "t"})
        ]
    );
    let received = server.received();
    assert!(received[1].header("user-agent").unwrap().contains("m/C,"));
    assert_ne!(
        received[0].header("amz-sdk-invocation-id"),
        received[1].header("amz-sdk-invocation-id")
    );
}

fn arns(client: &Client) -> Vec<String> {
    let items = client.list_stages().into_paginator().items().send();
    let items = items.try_collect().unwrap();
    items.iter().map(|item| item.arn().to_owned()).collect()
}

#[test]
fn items_go_over_the_borders_of_pages() {
    let server = Server::new(two_pages);
    assert_eq!(arns(&client(&server)), ["a", "b", "c"]);
}

#[test]
fn a_list_is_an_iterator() {
    let server = Server::new(two_pages);
    let items = client(&server)
        .list_stages()
        .into_paginator()
        .items()
        .send();
    let arns: Result<Vec<String>, _> = items.map(|item| item.map(|item| item.arn)).collect();
    assert_eq!(arns.unwrap(), ["a", "b", "c"]);
    let server = Server::new(two_pages);
    let pages = client(&server).list_stages().into_paginator().send();
    let pages: Result<Vec<_>, _> = pages.collect();
    assert_eq!(pages.unwrap().len(), 2);
}

#[test]
fn a_token_that_comes_again_ends_the_list() {
    let server = Server::new(|_, _| answer(200, FIRST));
    let pages = client(&server).list_stages().into_paginator().send();
    assert_eq!(pages.try_collect().unwrap().len(), 2);
}

#[test]
fn a_token_may_come_again_if_the_caller_says_so() {
    let server = Server::new(|_, _| answer(200, FIRST));
    let pages = client(&server)
        .list_stages()
        .into_paginator()
        .stop_on_duplicate_token(false)
        .send();
    assert_eq!(pages.take(5).count(), 5);
}

#[test]
fn an_error_ends_the_list() {
    let server = Server::new(|number, _| match number {
        0 => answer(200, FIRST),
        _ => answer(403, "{}"),
    });
    let mut items = client(&server)
        .list_stages()
        .into_paginator()
        .items()
        .send();
    assert_eq!(items.next().unwrap().unwrap().arn(), "a");
    assert_eq!(items.next().unwrap().unwrap().arn(), "b");
    assert!(items.next().unwrap().is_err());
    assert!(items.next().is_none());
}
