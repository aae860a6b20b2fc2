//! The service shape: names, version, protocol, authentication.

use serde_json::{Value, json};

use super::super::carry::Previous;
use super::super::{Object, Options};
use super::node::Node;
use super::{Model, common_traits, properties};

/// The protocol that is read.
const PROTOCOL: &str = "rest-json";

/// The scheme of an operation that goes unsigned.
pub(super) const NO_AUTH: &str = "smithy.api#noAuth";

/// Checks the metadata: whether the rest of the model can be understood.
pub(super) fn check(metadata: Node<'_>) -> bool {
    let Some(protocol) = metadata.need_text("protocol") else {
        return false;
    };
    if protocol == PROTOCOL || metadata.texts("protocols").contains(&PROTOCOL) {
        metadata.check(&properties::METADATA);
        return true;
    }
    let message = format!(
        "found the protocol `{protocol}`, expected `{PROTOCOL}` (aws.protocols#restJson1), the only one that is read"
    );
    metadata.fault_in("protocol", message);
    false
}

/// The namespace: AWS's convention is the service's id in lower case, without what is neither letter nor digit.
pub(super) fn namespace(metadata: Node<'_>) -> Option<String> {
    let id = metadata
        .text("serviceId")
        .or_else(|| metadata.need_text("endpointPrefix"))?;
    let letters = id.chars().filter(char::is_ascii_alphanumeric);
    let name: String = letters.map(|c| c.to_ascii_lowercase()).collect();
    Some(format!("com.amazonaws.{name}"))
}

/// The name of the service shape: given, or that of the model that is replaced, or made of the full name.
pub(super) fn shape_name(
    model: &Model<'_>,
    options: &Options<'_>,
    previous: Option<&Previous>,
) -> String {
    let known = options
        .shape_name
        .or_else(|| previous?.shape_name(&model.namespace));
    match (known, model.metadata.need_text("serviceFullName")) {
        (Some(name), _) => name.to_owned(),
        (None, full_name) => upper_camel(full_name.unwrap_or_default()),
    }
}

/// `Amazon Interactive Video Service` becomes `AmazonInteractiveVideoService`: words joined, each with a capital.
fn upper_camel(name: &str) -> String {
    let words = name.split(|c: char| !c.is_ascii_alphanumeric());
    words
        .flat_map(|word| {
            let first = word.chars().next().map(|c| c.to_ascii_uppercase());
            first.into_iter().chain(word.chars().skip(1))
        })
        .collect()
}

/// Where the model comes from.
pub(super) fn source(model: &Model<'_>, options: &Options<'_>) -> Object {
    let origin = options.origin.or_else(|| model.metadata.text("uid"));
    Object::from_iter([
        ("format".into(), "c2j".into()),
        ("origin".into(), origin.unwrap_or("unknown").into()),
    ])
}

/// The service shape.
pub(super) fn service(model: &Model<'_>) -> Value {
    let operations: Vec<Value> = model
        .operations
        .keys()
        .map(|name| json!({ "target": model.id(name) }))
        .collect();
    let mut traits = common_traits(model.root);
    if let Some(title) = model.metadata.text("serviceFullName") {
        traits.insert("smithy.api#title".into(), title.into());
    }
    if let Some(params) = model.root.object("clientContextParams") {
        let params = params.clone().into();
        traits.insert("smithy.rules#clientContextParams".into(), params);
    }
    traits.insert("aws.api#service".into(), service_trait(model.metadata));
    traits.insert(
        "aws.protocols#restJson1".into(),
        protocol_trait(model.metadata),
    );
    add_auth(model.metadata, &mut traits);
    json!({
        "type": "service",
        "version": model.metadata.need_text("apiVersion"),
        "operations": operations,
        "traits": traits,
    })
}

/// `aws.api#service`, as far as C2J knows it.
fn service_trait(metadata: Node<'_>) -> Value {
    let mut service = Object::new();
    for (property, key) in [("serviceId", "sdkId"), ("endpointPrefix", "endpointPrefix")] {
        if let Some(text) = metadata.need_text(property) {
            service.insert(key.into(), text.into());
        }
    }
    service.into()
}

/// `aws.protocols#restJson1`, with the versions of HTTP where C2J names HTTP/2.
fn protocol_trait(metadata: Node<'_>) -> Value {
    let Some(settings) = metadata.object("protocolSettings") else {
        return json!({});
    };
    for setting in settings.keys().filter(|setting| *setting != "h2") {
        metadata.fault(format!(
            "found the protocol setting `{setting}`, expected `h2`"
        ));
    }
    match metadata.within(settings, "/protocolSettings").text("h2") {
        Some("eventstream") => json!({ "http": ["http/1.1", "h2"], "eventStreamHttp": ["h2"] }),
        Some("optional") => json!({ "http": ["http/1.1", "h2"] }),
        Some("required") => json!({ "http": ["h2"] }),
        Some(other) => {
            metadata.fault(format!(
                "found `h2`: `{other}`, expected eventstream, optional or required"
            ));
            json!({})
        }
        None => json!({}),
    }
}

/// The traits of the authentication schemes; `smithy.api#auth` gives their order where there are several.
fn add_auth(metadata: Node<'_>, traits: &mut Object) {
    let schemes = match metadata.texts("auth") {
        schemes if schemes.is_empty() => of_signature_version(metadata),
        schemes => schemes,
    };
    let name = metadata
        .text("signingName")
        .or_else(|| metadata.text("endpointPrefix"));
    for scheme in &schemes {
        let value = match *scheme {
            "aws.auth#sigv4" | "aws.auth#sigv4a" => json!({ "name": name }),
            "smithy.api#httpBearerAuth" => json!({}),
            NO_AUTH => continue,
            other => {
                metadata.fault(format!(
                    "found the authentication scheme `{other}`, which is not known"
                ));
                continue;
            }
        };
        traits.insert((*scheme).to_owned(), value);
    }
    if schemes.len() > 1 {
        let schemes: Vec<_> = schemes
            .into_iter()
            .filter(|scheme| *scheme != NO_AUTH)
            .collect();
        traits.insert("smithy.api#auth".into(), json!(schemes));
    }
}

/// The schemes where the model has only the older property.
fn of_signature_version(metadata: Node<'_>) -> Vec<&'static str> {
    match metadata.need_text("signatureVersion") {
        Some("v4") => vec!["aws.auth#sigv4"],
        Some("bearer") => vec!["smithy.api#httpBearerAuth"],
        Some(other) => {
            metadata.fault(format!(
                "found the signature version `{other}`, expected v4 or bearer"
            ));
            Vec::new()
        }
        None => Vec::new(),
    }
}
