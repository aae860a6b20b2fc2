//! Every error of the model, as the answer to every operation.

use bytes::Bytes;
use http::Response;
use ivs_realtime::config::RetryConfig;
use ivs_realtime::error::{ProvideErrorMetadata, RequestId, SdkError};
use ivs_realtime::{Client, Error};
use serde_json::Value;

use crate::check::assert_not_sent;
use crate::every::{Called, Visitor, visit_all};
use crate::model::ERRORS;
use crate::rig::{Flavour, Rig, wait};
use crate::support::answer;

const REQUEST_ID: (&str, &str) = ("x-amzn-requestid", "req-123");

/// The error with its code in the header, as the service sends it, and with its code in the body.
fn answers(status: u16, code: &'static str) -> [Response<Bytes>; 2] {
    let header = ("x-amzn-errortype", code);
    let message = r#""exceptionMessage":"bad \"näme\"""#;
    let in_body = format!(r#"{{"__type":"com.amazonaws.ivsrealtime#{code}",{message}}}"#);
    [
        answer(status, &[REQUEST_ID, header], format!("{{{message}}}")),
        answer(status, &[REQUEST_ID], in_body),
    ]
}

/// Calls each operation once for each answer, and looks at the error.
struct Errors<'a> {
    rig: &'a Rig,
    client: Client,
}

impl Visitor for Errors<'_> {
    fn visit<O: Called>(&mut self) {
        for (status, code, _) in ERRORS {
            for _ in answers(status, code) {
                let error = wait(O::call(&self.client, |_| {})).unwrap_err();
                self.rig.request();
                assert_tells(&error, O::NAME, status, code);
            }
        }
    }
}

fn assert_tells(error: &SdkError<Error>, operation: &str, status: u16, code: &str) {
    assert!(matches!(error, SdkError::ServiceError(_)), "{error:?}");
    let service = error.as_service_error().unwrap();
    for (_, name, is) in ERRORS {
        assert_eq!(is(service), name == code, "{error:?}");
    }
    assert_eq!(error.code(), Some(code));
    assert_eq!(error.message(), Some("bad \"näme\""));
    assert_eq!(error.request_id(), Some("req-123"));
    assert_eq!(service.request_id(), Some("req-123"));
    assert_eq!(error.operation(), Some(operation));
    assert_eq!(error.raw_response().unwrap().status(), status);
    assert_eq!(
        error.to_string(),
        format!("{code}: bad \"näme\" ({operation}, HTTP {status}, request id req-123)")
    );
}

#[test]
fn every_operation_tells_every_error() {
    for flavour in Flavour::ALL {
        let once = ERRORS.map(|(status, code, _)| answers(status, code));
        let all = once.iter().flatten().cycle().take(40 * 14).cloned();
        let rig = Rig::new(flavour, all.collect::<Vec<_>>());
        let config = rig.config().retry_config(RetryConfig::disabled());
        let client = Client::from_conf(config.build());
        let count = visit_all(&mut Errors { rig: &rig, client });
        assert_eq!(count, 40);
    }
}

/// What is called is what the model has.
#[test]
fn every_operation_of_the_model_is_called() {
    struct Names(Vec<&'static str>);
    impl Visitor for Names {
        fn visit<O: Called>(&mut self) {
            self.0.push(O::NAME);
        }
    }
    let model = include_str!("../../../model/ivs-realtime.json");
    let model: Value = serde_json::from_str(model).unwrap();
    let shapes = model["shapes"].as_object().unwrap().iter();
    let operations = shapes.filter(|(_, shape)| shape["type"] == "operation");
    let mut expected: Vec<_> = operations
        .map(|(id, _)| id.rsplit('#').next().unwrap())
        .collect();
    expected.sort_unstable();
    let mut names = Names(Vec::new());
    visit_all(&mut names);
    assert_eq!(names.0, expected);
}

/// A label that is not set or is empty cannot stand in a path: nothing is sent.
#[test]
fn a_label_has_to_be_set() {
    use ivs_realtime::operation::list_tags_for_resource::ListTagsForResourceInput;
    use ivs_realtime::operation::tag_resource::TagResourceInput;
    use ivs_realtime::operation::untag_resource::UntagResourceInput;

    let reason = "resource_arn was missing: it is part of the URI and cannot be unset or empty";
    for arn in [None, Some(String::new())] {
        let list = ListTagsForResourceInput::builder().set_resource_arn(arn.clone());
        assert_not_sent(list.build().unwrap(), reason);
        let tag = TagResourceInput::builder().tags("a", "b");
        assert_not_sent(tag.set_resource_arn(arn.clone()).build().unwrap(), reason);
        let untag = UntagResourceInput::builder().tag_keys("a");
        assert_not_sent(untag.set_resource_arn(arn).build().unwrap(), reason);
    }
}
