//! The blocking client, with secrets in all that is sent and answered.

use std::net::TcpListener;
use std::time::Duration;

use ivs_realtime::blocking::Client;
use ivs_realtime::config::{Builder, RetryConfig, TimeoutConfig};
use ivs_realtime::error::SdkError;
use ivs_realtime::runtime::client::Transport;
use ivs_realtime::{Config, Error};

use crate::SECRET;
use crate::drive::{Site, checked, config, turn};
use crate::every::{TEXT, bucket};
use crate::recorder;
use crate::scripts::{SCRIPTS, page_of_stages, whole};
use crate::shown::{Curious, show, show_failure, show_input};
use crate::tls::acceptor;

macro_rules! blocking_calls {
    ($($method:ident $input:ident $(.$setter:ident($($value:expr),*))*;)*) => {
        /// A call of each operation. It shows what it ends in.
        const CALLS: &[fn(&Client)] = &[$(|client| {
            let call = client.$method()$(.$setter($($value),*))*;
            show_input(&call);
            match call.send() {
                Ok(output) => show(&output),
                Err(error) => show_failure(error),
            }
        }),*];
    };
}

with_operations!(blocking_calls);

/// How an input looks in a body or in `Debug`. `ureq` tells paths and queries as well, which have no secrets.
fn input() -> String {
    format!("\"{TEXT}")
}

fn site() -> Site {
    Site::new(None, input())
}

fn client(config: Builder) -> Client {
    let client = Client::from_conf(config.build());
    show(&client);
    show(client.config());
    client
}

fn create_token(client: &Client) -> Result<(), SdkError<Error>> {
    let output = client.create_participant_token().stage_arn(TEXT).send()?;
    show(&output);
    Ok(())
}

#[test]
fn blocking_calls() {
    let _turn = turn();
    let mut site = site();
    let client = client(config(site.url()));
    for call in CALLS {
        for script in SCRIPTS {
            site.answer_with(script);
            call(&client);
            site.check();
        }
    }
    assert_eq!(CALLS.len(), 40);
    assert_eq!(site.arrived, 40 * SCRIPTS.len());
    site.assert_heard(&["ivs_realtime", "ureq", "ureq_proto"]);
    drop((client, site));
    checked(&input());
}

/// What is answered is sent again.
#[test]
fn blocking_retries() {
    let _turn = turn();
    let mut site = site();
    let retry = RetryConfig::standard().with_initial_backoff(Duration::from_millis(1));
    let client = client(config(site.url()).retry_config(retry));
    site.answer_with(|| whole(503, &[("x-amz-retry-after", "1")], SECRET.to_owned()));
    show_failure(create_token(&client).unwrap_err());
    site.check();
    assert_eq!(site.arrived, 3);
}

/// Lists, before, while and after they are fetched.
#[test]
fn blocking_lists() {
    let _turn = turn();
    let mut site = site();
    let client = client(config(site.url()));
    let list = || client.list_stages().into_paginator();
    site.answer_with(page_of_stages);
    let (mut pages, mut items) = (list().send(), list().items().send());
    show(&(list(), list().items()));
    show(&(&pages, &items));
    show(&pages.next().unwrap().unwrap());
    show(&items.next().unwrap().unwrap());
    show(&(&pages, &items));
    for script in SCRIPTS {
        site.answer_with(script);
        let (mut pages, mut items) = (list().send(), list().items().send());
        match pages.try_next() {
            Ok(page) => show(&page),
            Err(error) => show_failure(error),
        }
        match items.try_next() {
            Ok(item) => show(&item),
            Err(error) => show_failure(error),
        }
        show(&(&pages, &items));
        site.check();
    }
    assert!(site.arrived >= 2 + 2 * SCRIPTS.len(), "{}", site.arrived);
}

/// Nobody answers, or somebody who is not trusted.
#[test]
fn no_answer_to_blocking_calls() {
    let _turn = turn();
    let tls = Site::new(Some(acceptor(&[b"http/1.1"])), input());
    // This one lets clients connect, and never says a word.
    let silent = TcpListener::bind("127.0.0.1:0").unwrap();
    let silent = format!("http://{}", silent.local_addr().unwrap());
    let limit = Duration::from_millis(1);
    let read = TimeoutConfig::builder().read_timeout(limit).build();
    let attempt = TimeoutConfig::builder()
        .operation_attempt_timeout(limit)
        .build();
    for config in [
        // Nobody listens at a port that is reserved.
        config("http://127.0.0.1:1"),
        config(tls.url()),
        config(&silent).timeout_config(read),
        config(&silent).timeout_config(attempt.clone()),
        config(&silent.replace("http", "https")).timeout_config(attempt),
    ] {
        show_failure(create_token(&client(config)).unwrap_err());
    }
    checked(&input());
}

/// All ways to make a call, before it is sent; and calls that cannot be.
#[test]
fn blocking_calls_that_are_not_sent() {
    let _turn = turn();
    let client_of = client;
    let client = client_of(config("http://127.0.0.1:1"));
    show(&client.get_stage().customize().interceptor(Curious));
    let other = config("http://127.0.0.1:2");
    show(&client.get_stage().customize().config_override(other));
    let for_async = Transport::builder().build().unwrap();
    for config in [
        config("http://127.0.0.1:1").transport(for_async),
        config("127.0.0.1"),
        Config::builder().region("us-west-2"),
    ] {
        show_failure(create_token(&client_of(config)).unwrap_err());
    }
    show_failure(client.get_stage().send().unwrap_err());
    let call = client.get_stage().arn(TEXT).customize();
    let call = call.map_request(|_| Err::<http::Request<_>, _>("a plain reason"));
    show_failure(call.send().unwrap_err());
    checked(&input());
}

/// Why the recorder keeps one target apart.
#[test]
fn ureq_dumps_what_it_sends_and_reads() {
    let _turn = turn();
    let mut site = site();
    create_token(&client(config(site.url()))).unwrap();
    site.check();
    let dumped = recorder::take_dumped();
    let dumped = String::from_utf8_lossy(&dumped);
    let request = format!("x-amz-security-token: {SECRET}-session");
    let answer = format!(r#""token":"{SECRET}""#);
    for secret in [request, answer] {
        assert!(
            dumped.contains(&secret),
            "`ureq-proto` does not dump `{secret}` any more: remove the exception from `recorder.rs`, and what the \
             documentation of `Blocking` and the README say of it; dumped is only: {dumped}"
        );
    }
}
