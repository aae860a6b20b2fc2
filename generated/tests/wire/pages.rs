//! The ten lists, page after page and item after item.

use std::collections::BTreeSet;
use std::fmt::Debug;
use std::future::poll_fn;
use std::pin::Pin;

use bytes::Bytes;
use futures_core::Stream;
use http::{Request, Response};
use ivs_realtime::Client;
use ivs_realtime::error::ProvideErrorMetadata;
use ivs_realtime::runtime::client::{Async, Paginated, Paginator};
use serde_json::{Value, json};

use crate::arrived::{check_call, check_signature, headers};
use crate::every::Called;
use crate::rig::{Flavour, Rig, wait};
use crate::support::answer;

/// What streams are for, without a crate for them.
async fn next<S: Stream + Unpin>(stream: &mut S) -> Option<S::Item> {
    poll_fn(|context| Pin::new(&mut *stream).poll_next(context)).await
}

/// A list of the model: how it is asked for, what its answers call it, and what tells its items apart.
trait List: Called + Paginated<Item: Debug + Send + Unpin> + Unpin {
    const LIST: &'static str;
    const ID: &'static str;

    fn paginator(client: &Client) -> Paginator<Async, Self>;

    /// A page with these items, and the token of the next one.
    fn page(items: &[&str], token: Option<&str>) -> Response<Bytes> {
        let items: Vec<Value> = items.iter().map(|id| json!({ Self::ID: id })).collect();
        let mut page = json!({ Self::LIST: items });
        if let Some(token) = token {
            page["nextToken"] = token.into();
        }
        answer(200, &[], page.to_string())
    }

    /// Items are these.
    fn assert_are(items: &[Self::Item], expected: &[&str]) {
        assert_eq!(items.len(), expected.len(), "{items:?}");
        for (item, id) in items.iter().zip(expected) {
            assert!(format!("{item:?}").contains(&format!("{id:?}")), "{item:?}");
        }
    }
}

macro_rules! lists {
    ($($method:ident $input:ident $list:literal $id:literal $(.$setter:ident($value:literal))*;)*) => {
        $(impl List for ivs_realtime::operation::$method::$input {
            const LIST: &'static str = $list;
            const ID: &'static str = $id;

            fn paginator(client: &Client) -> Paginator<Async, Self> {
                client.$method()$(.$setter($value))*.into_paginator()
            }
        })*

        /// Each list over each kind of connection.
        #[test]
        fn every_list_comes_in_pages() {
            for flavour in Flavour::ALL {
                $(comes_in_pages::<ivs_realtime::operation::$method::$input>(flavour);)*
            }
        }

        /// Each list over each kind of connection.
        #[test]
        fn every_list_comes_as_items() {
            for flavour in Flavour::ALL {
                $(comes_as_items::<ivs_realtime::operation::$method::$input>(flavour);)*
            }
        }
    };
}

lists! {
    list_compositions ListCompositionsInput "compositions" "arn";
    list_encoder_configurations ListEncoderConfigurationsInput "encoderConfigurations" "arn";
    list_ingest_configurations ListIngestConfigurationsInput "ingestConfigurations" "arn";
    list_participant_events ListParticipantEventsInput "events" "participantId"
        .stage_arn("a").session_id("s").participant_id("p");
    list_participant_replicas ListParticipantReplicasInput "replicas" "participantId"
        .source_stage_arn("a").participant_id("p");
    list_participants ListParticipantsInput "participants" "participantId"
        .stage_arn("a").session_id("s");
    list_public_keys ListPublicKeysInput "publicKeys" "arn";
    list_stage_sessions ListStageSessionsInput "stageSessions" "sessionId" .stage_arn("a");
    list_stages ListStagesInput "stages" "arn";
    list_storage_configurations ListStorageConfigurationsInput "storageConfigurations" "arn";
}

/// Three pages, of which the second is empty and the third says by an empty token that it is the last.
fn three_pages<L: List>() -> [Response<Bytes>; 3] {
    [
        L::page(&["i-1", "i-2"], Some("t=2")),
        L::page(&[], Some("t=3")),
        L::page(&["i-3"], Some("")),
    ]
}

/// The requests of pages: each has its own invocation id, and asks with the token of the page before.
fn check_requests<L: List>(
    requests: &[Request<Bytes>],
    size: Option<i32>,
    tokens: &[Option<&str>],
) {
    assert_eq!(requests.len(), tokens.len());
    let mut ids = BTreeSet::new();
    let mut rests = Vec::new();
    for (request, token) in requests.iter().zip(tokens) {
        assert_eq!(request.uri().path(), format!("/{}", L::NAME));
        check_signature(request);
        let headers = headers(request);
        check_call(&headers, "attempt=1; max=3", "m/C,E,N");
        ids.insert(headers["amz-sdk-invocation-id"].clone());
        let mut body: Value = serde_json::from_slice(request.body()).unwrap();
        let body = body.as_object_mut().unwrap();
        assert_eq!(body.remove("nextToken"), token.map(Value::from));
        assert_eq!(body.remove("maxResults"), size.map(Value::from));
        rests.push(body.clone());
    }
    assert_eq!(ids.len(), requests.len(), "{ids:?}");
    assert!(rests.iter().all(|rest| *rest == rests[0]), "{rests:?}");
}

fn comes_in_pages<L: List>(flavour: Flavour) {
    let rig = Rig::new(flavour, three_pages::<L>());
    let mut pages = L::paginator(&rig.client()).page_size(2).send();
    assert_eq!(rig.server.requests().len(), 0, "sent unasked");
    let mut requests = Vec::new();
    for expected in [&["i-1", "i-2"][..], &[], &["i-3"]] {
        let page = wait(next(&mut pages)).unwrap().unwrap();
        L::assert_are(&(L::PAGES.items)(page), expected);
        // No page is fetched before it is asked for.
        requests.push(rig.request());
    }
    assert!(wait(next(&mut pages)).is_none());
    assert!(wait(next(&mut pages)).is_none());
    assert_eq!(rig.server.requests().len(), 0);
    check_requests::<L>(&requests, Some(2), &[None, Some("t=2"), Some("t=3")]);
}

fn comes_as_items<L: List>(flavour: Flavour) {
    let rig = Rig::new(flavour, three_pages::<L>());
    let mut stream = L::paginator(&rig.client()).items().send();
    assert_eq!(rig.server.requests().len(), 0, "sent unasked");
    let mut items = Vec::new();
    for page_count in [1, 0, 2] {
        items.push(wait(next(&mut stream)).unwrap().unwrap());
        let requests = rig.server.requests();
        assert_eq!(requests.len(), page_count);
        for request in &requests {
            check_signature(request);
        }
    }
    assert!(wait(next(&mut stream)).is_none());
    assert!(wait(next(&mut stream)).is_none());
    assert_eq!(rig.server.requests().len(), 0);
    L::assert_are(&items, &["i-1", "i-2", "i-3"]);
}

mod stages {
    use ivs_realtime::operation::list_stages::ListStagesInput as Stages;

    use super::*;

    #[test]
    fn a_page_size_takes_the_place_of_the_input_s() {
        for flavour in Flavour::ALL {
            let rig = Rig::new(
                flavour,
                [Stages::page(&[], Some("t")), Stages::page(&[], None)],
            );
            let list = rig.client().list_stages().max_results(7).next_token("s");
            let pages = wait(list.into_paginator().page_size(9).send().try_collect());
            assert_eq!(pages.unwrap().len(), 2);
            let requests = rig.server.requests();
            check_requests::<Stages>(&requests, Some(9), &[Some("s"), Some("t")]);
        }
    }

    #[test]
    fn a_token_that_comes_again_ends_the_list() {
        for flavour in Flavour::ALL {
            let pages = || [Some("t"), Some("t"), None].map(|token| Stages::page(&["i"], token));
            let rig = Rig::new(flavour, pages());
            let items = Stages::paginator(&rig.client()).items().send();
            assert_eq!(wait(items.try_collect()).unwrap().len(), 2);
            let requests = rig.server.requests();
            check_requests::<Stages>(&requests, None, &[None, Some("t")]);

            let rig = Rig::new(flavour, pages());
            let paginator = Stages::paginator(&rig.client()).stop_on_duplicate_token(false);
            assert_eq!(wait(paginator.send().try_collect()).unwrap().len(), 3);
            let requests = rig.server.requests();
            check_requests::<Stages>(&requests, None, &[None, Some("t"), Some("t")]);
        }
    }

    #[test]
    fn an_error_ends_the_list() {
        for flavour in Flavour::ALL {
            let answers = || {
                let error = r#"{"__type":"ValidationException","exceptionMessage":"bad token"}"#;
                [Stages::page(&["i-1"], Some("t")), answer(400, &[], error)]
            };
            let expected = "ValidationException: bad token (ListStages, HTTP 400)";

            let rig = Rig::new(flavour, answers());
            let mut pages = Stages::paginator(&rig.client()).send();
            assert_eq!(wait(next(&mut pages)).unwrap().unwrap().stages().len(), 1);
            let error = wait(next(&mut pages)).unwrap().unwrap_err();
            assert_eq!(error.to_string(), expected);
            assert!(wait(next(&mut pages)).is_none());
            assert_eq!(rig.server.requests().len(), 2);

            let rig = Rig::new(flavour, answers());
            let mut items = Stages::paginator(&rig.client()).items().send();
            assert_eq!(wait(next(&mut items)).unwrap().unwrap().arn(), "i-1");
            let error = wait(next(&mut items)).unwrap().unwrap_err();
            assert_eq!(error.code(), Some("ValidationException"));
            assert_eq!(error.to_string(), expected);
            assert!(wait(next(&mut items)).is_none());
            assert_eq!(rig.server.requests().len(), 2);
        }
    }
}
