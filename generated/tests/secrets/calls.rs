//! Every operation, over every kind of connection, with secrets in all that is sent and answered: nothing that is
//! logged or can be shown has a secret in it.

use std::net::TcpListener;
use std::time::Duration;

use ivs_realtime::Client;
use ivs_realtime::config::{Builder, RetryConfig};
use ivs_realtime::runtime::client::Transport;
use tokio::runtime::Runtime;

use crate::drive::{Site, checked, turn};
use crate::every::{Called, TEXT, Visitor, visit_all};
use crate::scripts::{SCRIPTS, whole};
use crate::shown::{Curious, show, show_failure, show_input};
use crate::tls::{acceptor, root_pem};
use crate::{SECRET, assert_hidden, drive, dump, recorder};

/// The crate's own transport.
fn transport() -> Transport {
    let transport = Transport::builder()
        .root_certificates_pem(root_pem())
        .connect_timeout(None);
    show(&transport);
    transport.build().unwrap()
}

/// Settings full of secrets, with that transport.
fn config(url: &str) -> Builder {
    let config = drive::config(url).transport(transport());
    show(&config);
    config
}

fn client(config: Builder) -> Client {
    let client = Client::from_conf(config.build());
    show(&client);
    show(client.config());
    client
}

/// One kind of connection, and what was sent over it.
struct Drive {
    runtime: Runtime,
    client: Client,
    site: Site,
}

impl Drive {
    fn new(protocol: Option<&[u8]>) -> Self {
        let site = Site::new(protocol.map(|name| acceptor(&[name])), TEXT);
        Self {
            runtime: Runtime::new().unwrap(),
            client: client(config(site.url())),
            site,
        }
    }

    fn call<O: Called>(&self) {
        match self
            .runtime
            .block_on(O::call(&self.client, |call| show_input(call)))
        {
            Ok(output) => show(&output),
            Err(error) => show_failure(error),
        }
    }
}

impl Visitor for Drive {
    fn visit<O: Called>(&mut self) {
        for script in SCRIPTS {
            self.site.answer_with(script);
            self.call::<O>();
            self.site.check();
        }
    }
}

/// What is heard of TLS: the library of the operating system says nothing.
const TLS: &[&str] = if cfg!(any(feature = "rustls-ring", feature = "rustls-aws-lc")) {
    &["rustls"]
} else {
    &[]
};

/// Over one kind of connection, nothing is shown; and these crates were heard.
fn shows_nothing(protocol: Option<&[u8]>, heard: &[&str]) {
    let _turn = turn();
    let mut drive = Drive::new(protocol);
    let count = visit_all(&mut drive);
    assert_eq!((count, drive.site.arrived), (40, 40 * SCRIPTS.len()));
    drive.site.assert_heard(heard);
    if protocol.is_some() {
        drive.site.assert_heard(TLS);
    }
    // Connections tell more when they end.
    drop(drive);
    checked(TEXT);
}

#[test]
fn calls_over_http_1() {
    shows_nothing(None, &["ivs_realtime", "hyper_util"]);
}

#[test]
fn calls_over_http_1_and_tls() {
    shows_nothing(Some(b"http/1.1"), &["ivs_realtime", "hyper_util"]);
}

#[test]
fn calls_over_http_2_and_tls() {
    shows_nothing(Some(b"h2"), &["ivs_realtime", "hyper_util", "h2"]);
}

/// What is answered is sent again.
#[test]
fn retries() {
    let _turn = turn();
    let mut drive = Drive::new(None);
    let retry = RetryConfig::standard().with_initial_backoff(Duration::from_millis(1));
    drive.client = client(config(drive.site.url()).retry_config(retry));
    drive
        .site
        .answer_with(|| whole(503, &[("x-amz-retry-after", "1")], SECRET.to_owned()));
    drive.call::<ivs_realtime::operation::create_stage::CreateStageInput>();
    drive.site.check();
    assert_eq!(drive.site.arrived, 3);
}

/// Nobody answers, or somebody who is not trusted.
#[test]
fn no_answer() {
    let _turn = turn();
    let runtime = Runtime::new().unwrap();
    // Nobody listens at a port that is reserved.
    let mut clients = vec![client(config("http://127.0.0.1:1"))];
    let site = Site::new(Some(acceptor(&[b"h2"])), TEXT);
    let distrustful = Transport::builder().connect_timeout(None).build().unwrap();
    clients.push(client(config(site.url()).transport(distrustful)));
    // This one lets clients connect, and never says a word about TLS.
    let silent = TcpListener::bind("127.0.0.1:0").unwrap();
    let silent_url = format!("https://{}", silent.local_addr().unwrap());
    let hasty = Transport::builder().connect_timeout(Duration::from_millis(1));
    clients.push(client(
        config(&silent_url).transport(hasty.build().unwrap()),
    ));
    for client in clients {
        let call = client.untag_resource().resource_arn(TEXT).tag_keys(TEXT);
        show_failure(runtime.block_on(call.send()).unwrap_err());
    }
    checked(TEXT);
}

/// All ways to make a call, before it is sent.
#[test]
fn calls_that_are_not_sent() {
    let _turn = turn();
    let client = client(config("http://127.0.0.1:1"));
    let list = || client.list_stages().into_paginator();
    show(&client.get_stage().customize().interceptor(Curious));
    show(
        &client
            .get_stage()
            .customize()
            .config_override(config("http://127.0.0.1:2")),
    );
    show(&list());
    show(&list().items());
    show(&list().send());
    show(&list().items().send());
    checked(TEXT);
}

/// The recorder hears what it should.
#[test]
fn what_is_told_is_recorded() {
    let _turn = turn();
    let span = tracing::trace_span!("span", first = 1, later = tracing::field::Empty);
    span.record("later", SECRET);
    tracing::trace!(parent: &span, field = ?Some(SECRET), "told");
    log::trace!("logged {SECRET}");
    show(&SECRET.as_bytes());
    let text = recorder::take();
    for expected in [
        format!("later={SECRET}"),
        format!("field=Some({SECRET:?})"),
        format!("logged {SECRET}"),
        "message=told".to_owned(),
        "first=1".to_owned(),
        "115, 69, 99, 82".to_owned(),
    ] {
        assert!(text.contains(&expected), "{text}");
    }
    assert!(std::panic::catch_unwind(|| assert_hidden(&text)).is_err());
}

/// A dump is searched across its rows, whoever writes it; but for the one target that is kept apart.
#[test]
fn dumps_are_recorded() {
    let _turn = turn();
    // The first row ends in the middle of the part that is searched for.
    let rows = dump::rows(format!("token of 14 ch{SECRET}").as_bytes());
    assert!(rows[0].ends_with("sE"), "{}", rows[0]);
    type Tell = fn(&str);
    let tells: [Tell; 4] = [
        |row| log::trace!(target: "ureq_proto::body", "{row}"),
        |row| log::trace!(target: "ureq::run", "{row}"),
        |row| log::debug!(target: "ureq_proto::util", "{row}"),
        |row| tracing::trace!(target: "ureq_proto::util", "{row}"),
    ];
    for tell in tells {
        rows.iter().for_each(|row| tell(row));
        let text = recorder::take();
        let found = std::panic::catch_unwind(|| assert_hidden(&text));
        assert!(found.is_err(), "{text}");
    }
    log::trace!(target: "ureq_proto::util", "{SECRET} in no row");
    let text = recorder::take();
    assert!(std::panic::catch_unwind(|| assert_hidden(&text)).is_err());
}
