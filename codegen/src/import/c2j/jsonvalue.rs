//! `jsonvalue`: strings that hold JSON.

use serde_json::{Value, json};

use super::super::Object;
use super::Model;

/// Gives the members with `jsonvalue` a target with `smithy.api#mediaType`.
///
/// C2J says it on the member, Smithy on the shape. So they target a copy of the string, under the name that AWS's own
/// models have for it, `SynthesizedJson...`; the string itself stays if something else targets it.
pub(super) fn move_to_shapes(model: &Model<'_>, converted: &mut Object) {
    for name in model.shapes.keys() {
        let uses = uses(model, name);
        let with: Vec<_> = uses.iter().filter(|(_, json)| *json).collect();
        let Some(mut media) = converted.get(&model.shape_id(name)).cloned() else {
            continue;
        };
        if with.is_empty() {
            continue;
        }
        if media["type"] != "string" {
            let message =
                format!("found `jsonvalue` on a member that targets `{name}`, expected a string");
            model.root.fault(message);
            continue;
        }
        media["traits"]["smithy.api#mediaType"] = json!("application/json");
        let copy = model.shape_id(&format!("SynthesizedJson{name}"));
        for (place, _) in &with {
            if let Some((structure, member)) = place
                && let Some(shape) = converted.get_mut(&model.shape_id(structure))
            {
                shape["members"][*member]["target"] = json!(copy);
            }
        }
        if with.len() == uses.len() {
            converted.shift_remove(&model.shape_id(name));
        }
        converted.insert(copy, media);
    }
}

/// The structure and the member at which a shape is targeted; `None` for an element of a list or a map.
type Use<'a> = (Option<(&'a str, &'a str)>, bool);

/// All uses of a shape, and whether each says `jsonvalue`.
fn uses<'a>(model: &Model<'a>, target: &str) -> Vec<Use<'a>> {
    let is_use = |member: &Value| member.get("shape").is_some_and(|shape| shape == target);
    let mut uses = Vec::new();
    for (name, shape) in model.shapes {
        let members = shape.get("members").and_then(Value::as_object);
        for (member_name, member) in members.into_iter().flatten() {
            if is_use(member) {
                let json = member.get("jsonvalue") == Some(&Value::Bool(true));
                uses.push((Some((name.as_str(), member_name.as_str())), json));
            }
        }
        let elements = ["member", "key", "value"].map(|property| shape.get(property));
        let elements = elements
            .into_iter()
            .flatten()
            .filter(|element| is_use(element));
        uses.extend(elements.map(|_| (None, false)));
    }
    uses
}
