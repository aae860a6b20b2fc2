//! What each property of a C2J model becomes, one behaviour for each test.

use ivs_realtime_codegen::import::{
    C2jFiles, Documentation, File, Imported, Options, Source, import,
};
use serde_json::{Value, json};

/// A model with one operation, `Do`, whose input is `In`; more shapes and properties are merged into it.
fn model(more: Value) -> Value {
    let mut model = json!({
        "metadata": { "apiVersion": "2020-01-02", "endpointPrefix": "things", "protocol": "rest-json",
            "serviceFullName": "My fine Things", "serviceId": "Fine Things", "signatureVersion": "v4",
            "signingName": "thing", "uid": "things-2020-01-02" },
        "operations": { "Do": { "name": "Do", "http": { "method": "POST", "requestUri": "/do" },
            "input": { "shape": "In" } } },
        "shapes": { "In": { "type": "structure", "members": {} }, "S": { "type": "string" } },
    });
    merge(&mut model, more);
    model
}

fn merge(into: &mut Value, more: Value) {
    match (into, more) {
        (Value::Object(into), Value::Object(more)) => {
            for (key, value) in more {
                merge(into.entry(key).or_insert(Value::Null), value);
            }
        }
        (into, more) => *into = more,
    }
}

fn run(
    service: &Value,
    more: [Option<Value>; 2],
    options: &Options<'_>,
) -> Result<Imported, String> {
    let text = service.to_string();
    let more = more.map(|value| value.map(|value| value.to_string()));
    let [paginators, rules] = &more;
    let file = |name, text| File { name, text };
    let source = Source::C2j(C2jFiles {
        service: file("service-2.json", &text),
        paginators: paginators
            .as_deref()
            .map(|text| file("paginators-1.json", text)),
        endpoint_rule_set: rules
            .as_deref()
            .map(|text| file("endpoint-rule-set-1.json", text)),
    });
    import(&source, options).map_err(|faults| faults.to_string())
}

fn imported(more: Value) -> Imported {
    run(&model(more), [None, None], &Options::default()).expect("the model is sound")
}

fn fault(more: Value) -> String {
    run(&model(more), [None, None], &Options::default()).expect_err("the model is not sound")
}

/// A shape of the imported model.
fn shape(more: Value, name: &str) -> Value {
    imported(more).model["shapes"][format!("com.amazonaws.finethings#{name}")].clone()
}

/// A shape of a model that has it under `X`.
fn converted(shape_of_c2j: Value) -> Value {
    shape(json!({ "shapes": { "X": shape_of_c2j } }), "X")
}

/// The traits of a member of `In`, beside the shapes that it needs.
fn member(member: Value, shapes: Value) -> Value {
    let mut more = json!({ "shapes": { "In": { "members": { "m": member } } } });
    merge(&mut more["shapes"], shapes);
    shape(more, "In")["members"]["m"]["traits"].clone()
}

/// The traits of the operation.
fn operation(properties: Value) -> Value {
    shape(json!({ "operations": { "Do": properties } }), "Do")["traits"].clone()
}

/// A member of the simplest kind: a string.
fn string_member(mut properties: Value) -> Value {
    properties["shape"] = json!("S");
    member(properties, json!({}))
}

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
fn simple_types_keep_theirs() {
    for (c2j, smithy) in [
        ("string", "string"),
        ("blob", "blob"),
        ("timestamp", "timestamp"),
        ("long", "long"),
        ("bigdecimal", "bigDecimal"),
    ] {
        let boxed = json!({ "type": c2j, "box": true });
        assert_eq!(converted(boxed), json!({ "type": smithy }));
    }
}

#[test]
fn a_structure_may_be_a_document_a_union_or_an_event_stream() {
    let of = |flag: &str| converted(json!({ "type": "structure", "members": {}, flag: true }));
    assert_eq!(of("document"), json!({ "type": "document" }));
    assert_eq!(of("union"), json!({ "type": "union", "members": {} }));
    let stream =
        json!({ "type": "union", "members": {}, "traits": { "smithy.api#streaming": {} } });
    assert_eq!(of("eventstream"), stream);
}

#[test]
fn lists_and_maps_target_their_elements() {
    let string = json!({ "target": "com.amazonaws.finethings#S" });
    assert_eq!(
        converted(
            json!({ "type": "list", "member": { "shape": "S" }, "min": 1, "max": 2, "sparse": true })
        ),
        json!({ "type": "list", "member": string,
            "traits": { "smithy.api#length": { "min": 1, "max": 2 }, "smithy.api#sparse": {} } })
    );
    assert_eq!(
        converted(json!({ "type": "map", "key": { "shape": "S" }, "value": { "shape": "S" } })),
        json!({ "type": "map", "key": string, "value": string })
    );
}

#[test]
fn an_enum_has_a_member_for_each_value() {
    let value = |value: &str| json!({ "target": "smithy.api#Unit", "traits": { "smithy.api#enumValue": value } });
    assert_eq!(
        converted(json!({ "type": "string", "enum": ["B", "a-a"], "max": 3 })),
        json!({ "type": "enum", "members": { "B": value("B"), "a_a": value("a-a") } })
    );
}

#[test]
fn bounds_are_a_length_or_a_range() {
    let string = converted(json!({ "type": "string", "max": 3 }));
    assert_eq!(
        string["traits"],
        json!({ "smithy.api#length": { "max": 3 } })
    );
    let float = converted(json!({ "type": "float", "min": 0.5, "box": true }));
    assert_eq!(
        float["traits"],
        json!({ "smithy.api#range": { "min": 0.5 } })
    );
}

#[test]
fn a_pattern_matches_the_whole() {
    for (c2j, smithy) in [
        ("a+", "^a+$"),
        ("^a$", "^a$"),
        ("^a", "^a$"),
        (r"a\$", r"^a\$$"),
    ] {
        let shape = converted(json!({ "type": "string", "pattern": c2j }));
        assert_eq!(shape["traits"]["smithy.api#pattern"], smithy);
    }
}

#[test]
fn timestamp_formats_have_other_names() {
    for (c2j, smithy) in [
        ("iso8601", "date-time"),
        ("unixTimestamp", "epoch-seconds"),
        ("rfc822", "http-date"),
    ] {
        let shape = converted(json!({ "type": "timestamp", "timestampFormat": c2j }));
        assert_eq!(shape["traits"]["smithy.api#timestampFormat"], smithy);
        assert_eq!(
            string_member(json!({ "timestampFormat": c2j }))["smithy.api#timestampFormat"],
            smithy
        );
    }
}

#[test]
fn an_error_is_the_clients_or_the_servers() {
    let of = |properties: Value| {
        let mut shape = json!({ "type": "structure", "members": {}, "exception": true });
        merge(&mut shape, properties);
        converted(shape)["traits"].clone()
    };
    assert_eq!(
        of(json!({ "error": { "httpStatusCode": 404, "senderFault": true } })),
        json!({ "smithy.api#error": "client", "smithy.api#httpError": 404 })
    );
    assert_eq!(
        of(
            json!({ "error": { "httpStatusCode": 500 }, "fault": true, "retryable": { "throttling": false } })
        ),
        json!({ "smithy.api#error": "server", "smithy.api#httpError": 500, "smithy.api#retryable": {} })
    );
    assert_eq!(
        of(json!({ "error": { "httpStatusCode": 503 } }))["smithy.api#error"],
        "server"
    );
    assert_eq!(
        of(json!({ "retryable": { "throttling": true } }))["smithy.api#retryable"],
        json!({ "throttling": true })
    );
}

#[test]
fn a_number_without_box_is_zero_on_the_shape_and_on_members() {
    let numbers = json!({ "N": { "type": "integer" }, "Boxed": { "type": "integer", "box": true }, "B": { "type": "boolean" } });
    let default =
        |properties: Value| member(properties, numbers.clone())["smithy.api#default"].clone();
    assert_eq!(default(json!({ "shape": "N" })), 0);
    assert_eq!(default(json!({ "shape": "B" })), false);
    let boxed = member(json!({ "shape": "N", "box": true }), numbers.clone());
    assert_eq!(boxed, json!({ "smithy.api#default": null }));
    assert_eq!(
        member(json!({ "shape": "Boxed" }), numbers.clone()),
        Value::Null
    );
    assert_eq!(
        shape(json!({ "shapes": numbers }), "N"),
        json!({ "type": "integer", "traits": { "smithy.api#default": 0 } })
    );
}

#[test]
fn a_model_without_any_box_has_no_defaults() {
    let imported = imported(json!({ "shapes": { "N": { "type": "integer" } } }));
    assert_eq!(
        imported.model["shapes"]["com.amazonaws.finethings#N"],
        json!({ "type": "integer" })
    );
    assert!(
        imported
            .notes
            .iter()
            .any(|note| note.starts_with("no defaults"))
    );
}

#[test]
fn a_streaming_blob_is_required_or_empty() {
    let blob = json!({ "Body": { "type": "blob", "streaming": true, "requiresLength": true } });
    assert_eq!(
        member(json!({ "shape": "Body" }), blob.clone()),
        json!({ "smithy.api#default": "" })
    );
    let body = shape(json!({ "shapes": blob }), "Body");
    assert_eq!(
        body["traits"],
        json!({ "smithy.api#requiresLength": {}, "smithy.api#streaming": {} })
    );
}

#[test]
fn required_payload_and_order_of_members() {
    let input = json!({ "required": ["z"], "payload": "a", "members": { "z": { "shape": "S" }, "a": { "shape": "S", "locationName": "A" } } });
    let members = shape(json!({ "shapes": { "In": input } }), "In")["members"].clone();
    assert_eq!(
        members.to_string(),
        json!({
            "z": { "target": "com.amazonaws.finethings#S", "traits": { "smithy.api#required": {} } },
            "a": { "target": "com.amazonaws.finethings#S", "traits": { "smithy.api#httpPayload": {} } },
        })
        .to_string()
    );
}

#[test]
fn locations_are_http_bindings() {
    for (properties, traits) in [
        (json!({}), Value::Null),
        (json!({ "locationName": "m" }), Value::Null),
        (
            json!({ "locationName": "M" }),
            json!({ "smithy.api#jsonName": "M" }),
        ),
        (
            json!({ "location": "header", "locationName": "X-M" }),
            json!({ "smithy.api#httpHeader": "X-M" }),
        ),
        (
            json!({ "location": "headers", "locationName": "X-" }),
            json!({ "smithy.api#httpPrefixHeaders": "X-" }),
        ),
        (
            json!({ "location": "querystring" }),
            json!({ "smithy.api#httpQuery": "m" }),
        ),
        (
            json!({ "location": "statusCode" }),
            json!({ "smithy.api#httpResponseCode": {} }),
        ),
        (
            json!({ "idempotencyToken": true }),
            json!({ "smithy.api#idempotencyToken": {} }),
        ),
        (
            json!({ "hostLabel": true }),
            json!({ "smithy.api#hostLabel": {} }),
        ),
        (
            json!({ "eventheader": true }),
            json!({ "smithy.api#eventHeader": {} }),
        ),
        (
            json!({ "eventpayload": true }),
            json!({ "smithy.api#eventPayload": {} }),
        ),
        (
            json!({ "contextParam": { "name": "P" } }),
            json!({ "smithy.rules#contextParam": { "name": "P" } }),
        ),
    ] {
        assert_eq!(string_member(properties.clone()), traits, "{properties}");
    }
    let map =
        json!({ "Map": { "type": "map", "key": { "shape": "S" }, "value": { "shape": "S" } } });
    let query = member(json!({ "shape": "Map", "location": "querystring" }), map);
    assert_eq!(query, json!({ "smithy.api#httpQueryParams": {} }));
}

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
fn jsonvalue_is_a_string_with_a_media_type() {
    let both = json!({ "shapes": { "In": { "members": { "a": { "shape": "S" }, "j": { "shape": "S", "jsonvalue": true } } } } });
    let imported = imported(both);
    let shapes = &imported.model["shapes"];
    let media =
        json!({ "type": "string", "traits": { "smithy.api#mediaType": "application/json" } });
    assert_eq!(shapes["com.amazonaws.finethings#SynthesizedJsonS"], media);
    let members = &shapes["com.amazonaws.finethings#In"]["members"];
    assert_eq!(members["a"]["target"], "com.amazonaws.finethings#S");
    assert_eq!(
        members["j"]["target"],
        "com.amazonaws.finethings#SynthesizedJsonS"
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

#[test]
fn what_is_not_known_is_a_fault_with_its_place() {
    for (more, expected) in [
        (
            json!({ "metadata": { "protocol": "query" } }),
            "found the protocol `query`, expected `rest-json`",
        ),
        (
            json!({ "metadata": { "color": "red" } }),
            "found the property `color`",
        ),
        (
            json!({ "metadata": { "signatureVersion": "v2" } }),
            "found the signature version `v2`",
        ),
        (
            json!({ "operations": { "Do": { "color": "red" } } }),
            "shape: com.amazonaws.finethings#Do",
        ),
        (
            json!({ "shapes": { "In": { "color": "red" } } }),
            "shape: com.amazonaws.finethings#In",
        ),
        (
            json!({ "shapes": { "In": { "members": { "m": { "shape": "S", "color": 1 } } } } }),
            "shape: com.amazonaws.finethings#In$m",
        ),
        (
            json!({ "shapes": { "In": { "members": { "m": { "shape": "Gone" } } } } }),
            "found `com.amazonaws.finethings#Gone`",
        ),
        (
            json!({ "shapes": { "In": { "members": { "m": { "shape": "S", "location": "moon" } } } } }),
            "found the location `moon`",
        ),
        (
            json!({ "shapes": { "In": { "required": ["gone"] } } }),
            "found `gone` as required",
        ),
        (
            json!({ "shapes": { "S": { "type": "rope" } } }),
            "found the type `rope`",
        ),
        (
            json!({ "shapes": { "S": { "pattern": 1 } } }),
            "found a number in `pattern`, expected a string",
        ),
        (
            json!({ "operations": { "Do": { "authtype": "spell" } } }),
            "found the authentication type `spell`",
        ),
        (
            json!({ "shapes": { "MyFineThings": { "type": "string" } } }),
            "of the same id",
        ),
        (
            json!({ "shapes": 1 }),
            "found a number in `shapes`, expected an object",
        ),
    ] {
        let fault = fault(more.clone());
        assert!(
            fault.contains(expected) && fault.contains("service-2.json"),
            "{more}: {fault}"
        );
    }
}
