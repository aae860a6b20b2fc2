//! The operations.

use serde_json::{Value, json};

use super::super::Object;
use super::metadata::NO_AUTH;
use super::node::Node;
use super::{Model, common_traits, properties, uri};

/// All operations, under their ids.
pub(super) fn all(model: &Model<'_>) -> Object {
    let mut operations = Object::new();
    for (name, operation) in model.operations {
        let id = model.id(name);
        match operation.as_object() {
            Some(object) => {
                let operation = convert(model, name, model.root.of(object, &id));
                operations.insert(id, operation);
            }
            None => model
                .root
                .fault(format!("expected `{name}` to be an object")),
        }
    }
    operations
}

/// One operation.
fn convert(model: &Model<'_>, name: &str, node: Node<'_>) -> Value {
    node.check(&properties::OPERATION);
    if let Some(other) = node.text("name").filter(|other| *other != name) {
        node.fault(format!(
            "found the name `{other}`, expected `{name}`, which it stands under"
        ));
    }
    let input = reference(node, "input");
    let unit = || json!({ "target": "smithy.api#Unit" });
    let target = |name: Option<&str>| name.map_or_else(unit, |name| model.target(name));
    json!({
        "type": "operation",
        "input": target(input),
        "output": target(reference(node, "output")),
        "errors": errors(model, node),
        "traits": traits(model, node, input),
    })
}

/// The name of the shape of an input or output.
fn reference<'a>(node: Node<'a>, property: &str) -> Option<&'a str> {
    let path = match property {
        "input" => "/input",
        _ => "/output",
    };
    let reference = node.within(node.object(property)?, path);
    reference.check(&properties::OPERATION_REFERENCE);
    reference.need_text("shape")
}

/// The errors of an operation.
fn errors(model: &Model<'_>, node: Node<'_>) -> Vec<Value> {
    let mut errors = Vec::new();
    for error in node.list("errors") {
        let Some(object) = error.as_object() else {
            node.fault_in("errors", "expected each of `errors` to be an object");
            continue;
        };
        let error = node.within(object, "/errors");
        error.check(&properties::OPERATION_REFERENCE);
        errors.extend(error.need_text("shape").map(|name| model.target(name)));
    }
    errors
}

/// The traits of an operation.
fn traits(model: &Model<'_>, node: Node<'_>, input: Option<&str>) -> Object {
    let mut traits = common_traits(node);
    if let Some(http) = http(model, node, input.and_then(|name| model.shape(name))) {
        traits.insert("smithy.api#http".into(), http);
    }
    if let Some(endpoint) = node.object("endpoint") {
        let endpoint = node.within(endpoint, "/endpoint");
        endpoint.check(&properties::ENDPOINT);
        let prefix = endpoint.need_text("hostPrefix");
        traits.insert(
            "smithy.api#endpoint".into(),
            json!({ "hostPrefix": prefix }),
        );
    }
    for (property, id) in [
        ("httpChecksumRequired", "smithy.api#httpChecksumRequired"),
        ("idempotent", "smithy.api#idempotent"),
        ("readonly", "smithy.api#readonly"),
        ("unsignedPayload", "aws.auth#unsignedPayload"),
    ] {
        if node.flag(property) {
            traits.insert(id.into(), json!({}));
        }
    }
    for (property, id) in [
        ("httpChecksum", "aws.protocols#httpChecksum"),
        ("requestcompression", "smithy.api#requestCompression"),
        (
            "operationContextParams",
            "smithy.rules#operationContextParams",
        ),
        ("staticContextParams", "smithy.rules#staticContextParams"),
    ] {
        if let Some(value) = node.object(property) {
            traits.insert(id.into(), value.clone().into());
        }
    }
    add_auth(node, &mut traits);
    traits
}

/// `smithy.api#http`.
fn http(model: &Model<'_>, node: Node<'_>, input: Option<&Object>) -> Option<Value> {
    let http = node.within(node.need_object("http")?, "/http");
    http.check(&properties::HTTP);
    let method = http.need_text("method")?;
    let uri = match uri::template(model, http.need_text("requestUri")?, input) {
        Ok(uri) => uri,
        Err(message) => {
            http.fault_in("requestUri", message);
            return None;
        }
    };
    let code = http.number("responseCode").cloned().unwrap_or(json!(200));
    Some(json!({ "method": method, "uri": uri, "code": code }))
}

/// The traits of an operation that is not authenticated as the service is.
///
/// AWS's Smithy models have `smithy.api#optionalAuth` where C2J says that an operation goes unsigned.
fn add_auth(node: Node<'_>, traits: &mut Object) {
    let mut schemes = node.texts("auth");
    match node.text("authtype") {
        None | Some("v4") => {}
        Some("none") => schemes.push(NO_AUTH),
        Some("v4-unsigned-body") => {
            traits.insert("aws.auth#unsignedPayload".into(), json!({}));
        }
        Some("bearer") => schemes.push("smithy.api#httpBearerAuth"),
        Some(other) => node.fault(format!(
            "found the authentication type `{other}`, which is not known"
        )),
    }
    if schemes.contains(&NO_AUTH) {
        traits.insert("smithy.api#optionalAuth".into(), json!({}));
    }
    schemes.retain(|scheme| *scheme != NO_AUTH);
    schemes.dedup();
    if !schemes.is_empty() {
        traits.insert("smithy.api#auth".into(), json!(schemes));
    }
}
