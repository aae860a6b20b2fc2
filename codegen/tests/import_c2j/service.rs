//! The service, and the model as a whole.

use ivs_realtime_codegen::internals::import::{Documentation, File, Options};
use serde_json::{Value, json};

use super::{imported, model, operation, run, shape};

#[test]
fn the_service_shape_has_names_protocol_and_authentication() {
    assert_eq!(
        shape(json!({}), "MyFineThings"),
        json!({
            "type": "service", "version": "2020-01-02",
            "operations": [{ "target": "com.amazonaws.finethings#Do" }],
            "traits": {
                "aws.api#service": { "sdkId": "Fine Things", "endpointPrefix": "things" },
                "aws.auth#sigv4": { "name": "thing" },
                "aws.protocols#restJson1": {},
                "smithy.api#title": "My fine Things",
            },
        })
    );
}

#[test]
fn several_authentication_schemes_keep_their_order() {
    let auth = ["smithy.api#httpBearerAuth", "aws.auth#sigv4"];
    let service = shape(json!({ "metadata": { "auth": auth } }), "MyFineThings");
    assert_eq!(service["traits"]["smithy.api#auth"], json!(auth));
    assert_eq!(service["traits"]["smithy.api#httpBearerAuth"], json!({}));
}

#[test]
fn the_endpoint_rule_set_keeps_its_rules_and_loses_its_documentation() {
    let rules = |kind: &str| {
        json!({ "version": "1.0", "rules": [{ "documentation": "x", "type": "tree" }],
        "parameters": { "documentation": { "type": kind, "documentation": "a parameter" } } })
    };
    let imported = run(
        &model(json!({})),
        [None, Some(rules("string"))],
        &Options::default(),
    )
    .unwrap();
    assert_eq!(
        imported.model["shapes"]["com.amazonaws.finethings#MyFineThings"]["traits"]["smithy.rules#endpointRuleSet"],
        json!({ "version": "1.0", "rules": [{ "type": "tree" }], "parameters": { "documentation": { "type": "String" } } })
    );
    let fault = run(
        &model(json!({})),
        [None, Some(rules("float"))],
        &Options::default(),
    )
    .unwrap_err();
    assert!(fault.contains("endpoint-rule-set-1.json"), "{fault}");
}

#[test]
fn documentation_is_dropped_or_kept() {
    let text = json!({ "operations": { "Do": { "documentation": "Does." } } });
    let keep = Options {
        documentation: Documentation::Keep,
        ..Options::default()
    };
    assert!(
        operation(json!({ "documentation": "Does." }))
            .get("smithy.api#documentation")
            .is_none()
    );
    let kept = run(&model(text), [None, None], &keep).unwrap();
    assert_eq!(
        kept.model["shapes"]["com.amazonaws.finethings#Do"]["traits"]["smithy.api#documentation"],
        "Does."
    );
}

#[test]
fn a_shape_that_is_named_like_an_operation_gets_an_underscore() {
    let more = json!({ "shapes": { "Do": { "type": "string" }, "In": { "members": { "m": { "shape": "Do" } } } } });
    let imported = imported(more);
    let shapes = &imported.model["shapes"];
    assert_eq!(shapes["com.amazonaws.finethings#Do"]["type"], "operation");
    assert_eq!(
        shapes["com.amazonaws.finethings#In"]["members"]["m"]["target"],
        "com.amazonaws.finethings#Do_"
    );
}

#[test]
fn the_model_that_is_replaced_gives_what_c2j_cannot_say() {
    let mut old =
        imported(json!({ "shapes": { "L": { "type": "list", "member": { "shape": "S" } } } }))
            .model;
    let mut shapes = old["shapes"].take();
    let service = shapes
        .as_object_mut()
        .unwrap()
        .shift_remove("com.amazonaws.finethings#MyFineThings");
    shapes["com.amazonaws.finethings#ThingService"] = service.unwrap();
    let traits = &mut shapes["com.amazonaws.finethings#ThingService"]["traits"];
    traits["smithy.rules#endpointTests"] = json!({ "version": "1.0", "testCases": [] });
    traits["aws.api#service"]["arnNamespace"] = json!("arn");
    shapes["com.amazonaws.finethings#L"]["traits"] =
        json!({ "smithy.api#uniqueItems": {}, "smithy.api#length": { "min": 1 } });
    old["shapes"] = shapes;
    old["metadata"]["source"]["origin"] = json!("old");

    let replace = |old: &Value, more: Value| {
        let text = old.to_string();
        let previous = Some(File {
            name: "old",
            text: &text,
        });
        let options = Options {
            previous,
            origin: Some("new"),
            ..Options::default()
        };
        run(&model(more), [None, None], &options).unwrap().model
    };
    let list = json!({ "shapes": { "L": { "type": "list", "member": { "shape": "S" } } } });
    let new = replace(&old, list.clone());
    let service = &new["shapes"]["com.amazonaws.finethings#ThingService"]["traits"];
    assert_eq!(service["smithy.rules#endpointTests"]["version"], "1.0");
    assert_eq!(service["aws.api#service"]["arnNamespace"], "arn");
    assert_eq!(
        new["shapes"]["com.amazonaws.finethings#L"]["traits"],
        json!({ "smithy.api#uniqueItems": {} })
    );
    assert_eq!(new["metadata"]["source"]["carried"]["origin"], "old");
    assert_eq!(replace(&new, list), new, "a second time changes nothing");

    let elsewhere = replace(&old, json!({ "metadata": { "serviceId": "Other" } }));
    assert!(!elsewhere.to_string().contains("endpointTests"));
}
