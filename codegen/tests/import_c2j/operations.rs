//! Operations.

use ivs_realtime_codegen::internals::import::Options;
use serde_json::json;

use super::{fault, model, operation, run, shape};

#[test]
fn labels_take_the_names_of_their_members() {
    let more = json!({
        "operations": { "Do": { "http": { "requestUri": "/a/{thing-id}/{rest+}?x=y", "responseCode": 201 } } },
        "shapes": { "In": { "required": ["thingId", "rest"], "members": {
            "thingId": { "shape": "S", "location": "uri", "locationName": "thing-id" },
            "rest": { "shape": "S", "location": "uri" } } } },
    });
    let http = shape(more, "Do")["traits"]["smithy.api#http"].clone();
    assert_eq!(
        http,
        json!({ "method": "POST", "uri": "/a/{thingId}/{rest+}?x=y", "code": 201 })
    );
    let fault = fault(json!({ "operations": { "Do": { "http": { "requestUri": "/{no}" } } } }));
    assert!(
        fault.contains("found the label `no`") && fault.contains("finethings#Do"),
        "{fault}"
    );
}

#[test]
fn properties_of_operations_are_traits() {
    for (properties, id, value) in [
        (
            json!({ "readonly": true }),
            "smithy.api#readonly",
            json!({}),
        ),
        (
            json!({ "idempotent": true }),
            "smithy.api#idempotent",
            json!({}),
        ),
        (
            json!({ "httpChecksumRequired": true }),
            "smithy.api#httpChecksumRequired",
            json!({}),
        ),
        (
            json!({ "endpoint": { "hostPrefix": "a." } }),
            "smithy.api#endpoint",
            json!({ "hostPrefix": "a." }),
        ),
        (
            json!({ "requestcompression": { "encodings": ["gzip"] } }),
            "smithy.api#requestCompression",
            json!({ "encodings": ["gzip"] }),
        ),
        (
            json!({ "authtype": "none", "auth": ["smithy.api#noAuth"] }),
            "smithy.api#optionalAuth",
            json!({}),
        ),
        (
            json!({ "authtype": "v4-unsigned-body" }),
            "aws.auth#unsignedPayload",
            json!({}),
        ),
        (
            json!({ "staticContextParams": { "A": { "value": true } } }),
            "smithy.rules#staticContextParams",
            json!({ "A": { "value": true } }),
        ),
        (
            json!({ "operationContextParams": { "A": { "path": "a" } } }),
            "smithy.rules#operationContextParams",
            json!({ "A": { "path": "a" } }),
        ),
        (
            json!({ "deprecated": true, "deprecatedMessage": "no", "deprecatedSince": "2020" }),
            "smithy.api#deprecated",
            json!({ "message": "no", "since": "2020" }),
        ),
    ] {
        let mut expected = json!({ "smithy.api#http": { "method": "POST", "uri": "/do" } });
        expected[id] = value;
        assert_eq!(operation(properties), expected);
    }
}

#[test]
fn an_operation_without_output_has_the_unit() {
    assert_eq!(
        shape(json!({}), "Do")["output"]["target"],
        "smithy.api#Unit"
    );
}

#[test]
fn paginators_are_paginated() {
    let paginator = json!({ "input_token": "t", "output_token": "next.t", "limit_key": "n", "result_key": ["items"], "more_results": "more" });
    let paginators = json!({ "pagination": { "Do": paginator } });
    let imported = run(
        &model(json!({})),
        [Some(paginators), None],
        &Options::default(),
    )
    .unwrap();
    assert_eq!(
        imported.model["shapes"]["com.amazonaws.finethings#Do"]["traits"]["smithy.api#paginated"],
        json!({ "inputToken": "t", "outputToken": "next.t", "items": "items", "pageSize": "n" })
    );
    let unknown = json!({ "pagination": { "Undo": { "input_token": "t", "output_token": "t" } } });
    let fault = run(
        &model(json!({})),
        [Some(unknown), None],
        &Options::default(),
    )
    .unwrap_err();
    assert!(
        fault.contains("finethings#Undo") && fault.contains("paginators-1.json"),
        "{fault}"
    );
}
