//! The members of structures, unions, lists and maps: what they target and how they are bound.

use serde_json::{Value, json};

use super::super::Object;
use super::node::Node;
use super::{Model, common_traits, properties, shapes};

/// The members of a structure or union, in the order of the model.
pub(super) fn all(model: &Model<'_>, name: &str, node: Node<'_>) -> Object {
    let mut members = Object::new();
    let required = node.texts("required");
    let payload = node.text("payload");
    for (member_name, member) in node.need_object("members").into_iter().flatten() {
        let subject = format!("{}${member_name}", model.shape_id(name));
        let Some(object) = member.as_object() else {
            node.fault(format!(
                "expected the member `{member_name}` to be an object"
            ));
            continue;
        };
        let member = Member {
            name: member_name,
            node: node.of(object, &subject),
            required: required.contains(&member_name.as_str()),
            payload: payload == Some(member_name),
        };
        if let Some(member) = member.convert(model) {
            members.insert(member_name.clone(), member);
        }
    }
    for name in required.into_iter().chain(payload) {
        if !members.contains_key(name) {
            node.fault(format!(
                "found `{name}` as required or as the payload, which is not a member"
            ));
        }
    }
    members
}

/// The member of a list, or the key or value of a map.
pub(super) fn element(model: &Model<'_>, node: Node<'_>, property: &str) -> Option<Value> {
    let object = node.need_object(property)?;
    let subject = format!("{}${property}", node.subject);
    let node = node.of(object, &subject);
    node.check(&properties::MEMBER);
    let mut member = model.target(node.need_text("shape")?);
    member["traits"] = common_traits(node).into();
    Some(member)
}

/// A member of a structure or union.
struct Member<'a> {
    name: &'a str,
    node: Node<'a>,
    required: bool,
    payload: bool,
}

impl Member<'_> {
    /// The member as Smithy has it.
    fn convert(&self, model: &Model<'_>) -> Option<Value> {
        self.node.check(&properties::MEMBER);
        self.node.check_flags(&["box", "jsonvalue", "streaming"]);
        let target = self.node.need_text("shape")?;
        let mut traits = common_traits(self.node);
        let is_map = model.shape(target).and_then(shapes::kind) == Some("map");
        if let Some((id, value)) = self.binding(is_map) {
            traits.insert(id.into(), value);
        }
        for (set, id) in [
            (self.required, "smithy.api#required"),
            (self.payload, "smithy.api#httpPayload"),
            (
                self.node.flag("idempotencyToken"),
                "smithy.api#idempotencyToken",
            ),
            (self.node.flag("hostLabel"), "smithy.api#hostLabel"),
            (self.node.flag("eventheader"), "smithy.api#eventHeader"),
            (self.node.flag("eventpayload"), "smithy.api#eventPayload"),
        ] {
            if set {
                traits.insert(id.into(), json!({}));
            }
        }
        if let Some(format) = shapes::timestamp_format(self.node) {
            traits.insert("smithy.api#timestampFormat".into(), format.into());
        }
        if let Some(param) = self.node.object("contextParam") {
            traits.insert("smithy.rules#contextParam".into(), param.clone().into());
        }
        let mut member = model.target(target);
        member["traits"] = traits.into();
        Some(member)
    }

    /// The trait that binds the member to a part of the message, or names it in the body.
    fn binding(&self, is_map: bool) -> Option<(&'static str, Value)> {
        let location_name = self.node.text("locationName");
        let name = location_name.unwrap_or(self.name);
        Some(match self.node.text("location") {
            Some("uri") => ("smithy.api#httpLabel", json!({})),
            Some("querystring") if is_map => ("smithy.api#httpQueryParams", json!({})),
            Some("querystring") => ("smithy.api#httpQuery", name.into()),
            Some("header") => ("smithy.api#httpHeader", name.into()),
            Some("headers") => {
                let prefix = location_name.unwrap_or_default();
                ("smithy.api#httpPrefixHeaders", prefix.into())
            }
            Some("statusCode") => ("smithy.api#httpResponseCode", json!({})),
            Some(other) => {
                let message = format!("found the location `{other}`, which is not known");
                self.node.fault_in("location", message);
                return None;
            }
            None if self.payload || name == self.name => return None,
            None => ("smithy.api#jsonName", name.into()),
        })
    }
}
