//! Shapes.

use serde_json::{Value, json};

use super::{converted, imported, member, merge, shape, string_member};

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
