//! `jsonvalue`: strings that hold JSON.

use serde_json::{Value, json};

use super::super::Object;
use super::{Model, shapes};

/// Gives the members with `jsonvalue` a target with `smithy.api#mediaType`.
///
/// C2J says it on the member, Smithy on the shape. If all that target the string say it, the trait goes there; if not,
/// the members that do get a copy of it, under the name that AWS's own models have for that: `SynthesizedJson...`.
pub(super) fn move_to_shapes(model: &Model<'_>, converted: &mut Object) {
    for (name, shape) in model.shapes {
        if shape.as_object().and_then(shapes::kind) != Some("string") {
            continue;
        }
        let uses = uses(model, name);
        let with = uses.iter().filter(|(_, json)| *json).count();
        if with == 0 {
            continue;
        }
        let id = model.id(name);
        let Some(mut media) = converted.get(&id).cloned() else {
            continue;
        };
        media["traits"]["smithy.api#mediaType"] = json!("application/json");
        if with == uses.len() {
            converted.insert(id, media);
            continue;
        }
        let copy = model.id(&format!("SynthesizedJson{name}"));
        converted.insert(copy.clone(), media);
        for (place, _) in uses.iter().filter(|(_, json)| *json) {
            if let Some((structure, member)) = place
                && let Some(shape) = converted.get_mut(&model.id(structure))
            {
                shape["members"][*member]["target"] = json!(copy);
            }
        }
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
