//! Members.

use serde_json::{Value, json};

use super::{imported, member, shape, string_member};

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
