//! Random inputs and outputs, with every binding to HTTP.

use serde_json::{Map, Value, json};

use super::names::Scope;
use super::shapes::{Kind, Shapes, Target};

fn pick(shapes: &mut Shapes, fits: impl Fn(&Target) -> bool) -> Target {
    let all: Vec<&Target> = shapes
        .targets
        .iter()
        .filter(|target| fits(target))
        .collect();
    all[shapes.random.below(all.len())].clone()
}

fn is_scalar(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Boolean
            | Kind::String
            | Kind::Integer
            | Kind::Float
            | Kind::Timestamp
            | Kind::Enum
            | Kind::IntEnum
    )
}

pub(super) fn scalar(shapes: &mut Shapes) -> Target {
    pick(shapes, |target| is_scalar(target.kind))
}

/// A list of scalars, of its own shape.
fn scalars(shapes: &mut Shapes) -> String {
    let id = shapes.id();
    let item = scalar(shapes);
    shapes.set(&id, json!({"type": "list", "member": {"target": item.id}}));
    id
}

/// A map of strings, or of lists of strings.
fn strings(shapes: &mut Shapes, of_lists: bool) -> String {
    let id = shapes.id();
    let value = if of_lists {
        let list = shapes.id();
        shapes.set(
            &list,
            json!({"type": "list", "member": {"target": "smithy.api#String"}}),
        );
        list
    } else {
        "smithy.api#String".to_owned()
    };
    shapes.set(
        &id,
        json!({"type": "map", "key": {"target": "smithy.api#String"}, "value": {"target": value}}),
    );
    id
}

pub(super) fn input_members(
    shapes: &mut Shapes,
    uri: &mut String,
    traits: &mut Map<String, Value>,
) -> Map<String, Value> {
    let mut names = Scope::default();
    let mut members = Map::new();
    let mut single = vec!["params", "prefix", "token", "host"];
    let has_payload = shapes.random.once_in(3);
    let mut labels = Vec::new();
    for _ in 0..shapes.random.below(9) {
        let name = names.member(&mut shapes.random);
        let member = match shapes.random.below(6) {
            0 => {
                labels.push(name.clone());
                let target = pick(shapes, |target| {
                    is_scalar(target.kind) && target.id.starts_with("smithy.api#")
                });
                json!({"target": target.id, "traits": {"smithy.api#httpLabel": {}, "smithy.api#required": {}}})
            }
            1 => {
                let target = if shapes.random.once_in(2) {
                    scalar(shapes).id
                } else {
                    scalars(shapes)
                };
                let query = format!("q {}", shapes.token());
                json!({"target": target, "traits": {"smithy.api#httpQuery": query}})
            }
            2 => header(shapes, false),
            3 if !single.is_empty() => {
                let which = single.swap_remove(shapes.random.below(single.len()));
                single_member(shapes, which, &name, traits)
            }
            _ if has_payload => continue,
            _ => {
                let target = shapes.random.pick(&shapes.targets).clone();
                shapes.member(&name, &target, true)
            }
        };
        members.insert(name, member);
    }
    if has_payload {
        let name = names.member(&mut shapes.random);
        members.insert(name, payload(shapes));
    }
    let greedy = shapes.random.once_in(3);
    for (index, label) in labels.iter().enumerate() {
        let is_string = members[label]["target"] == "smithy.api#String";
        let plus = if greedy && is_string && index + 1 == labels.len() {
            "+"
        } else {
            ""
        };
        uri.push_str(&format!("/{{{label}{plus}}}"));
    }
    if shapes.random.once_in(4) {
        uri.push_str("?fixed=1&flag");
    }
    members
}

/// A member of which an input can have one.
fn single_member(
    shapes: &mut Shapes,
    which: &str,
    name: &str,
    traits: &mut Map<String, Value>,
) -> Value {
    match which {
        "params" => {
            let of_lists = shapes.random.once_in(2);
            json!({"target": strings(shapes, of_lists), "traits": {"smithy.api#httpQueryParams": {}}})
        }
        "prefix" => {
            let prefix = format!("x-{}-", shapes.token());
            json!({"target": strings(shapes, false), "traits": {"smithy.api#httpPrefixHeaders": prefix}})
        }
        "token" => {
            let header = format!("X-{}", shapes.token());
            json!({"target": "smithy.api#String",
                "traits": {"smithy.api#idempotencyToken": {}, "smithy.api#httpHeader": header}})
        }
        _ => {
            traits.insert(
                "smithy.api#endpoint".to_owned(),
                json!({"hostPrefix": format!("a-{{{name}}}.b.")}),
            );
            let header = format!("X-{}", shapes.token());
            json!({"target": "smithy.api#String", "traits": {"smithy.api#hostLabel": {}, "smithy.api#required": {},
                "smithy.api#httpHeader": header}})
        }
    }
}

fn header(shapes: &mut Shapes, may_be_required: bool) -> Value {
    let target = if shapes.random.once_in(2) {
        scalar(shapes).id
    } else {
        scalars(shapes)
    };
    let mut traits = json!({"smithy.api#httpHeader": format!("X-{}", shapes.token())});
    if may_be_required && shapes.random.once_in(3) {
        traits["smithy.api#required"] = json!({});
    }
    json!({"target": target, "traits": traits})
}

/// A payload of any kind, or a stream of bytes.
fn payload(shapes: &mut Shapes) -> Value {
    let traits = json!({"smithy.api#httpPayload": {}});
    let target = match shapes.random.below(4) {
        0 => shapes.random.pick(&shapes.structures).id.clone(),
        1 => shapes.random.pick(&shapes.unions).id.clone(),
        2 if shapes.random.once_in(2) => {
            let id = shapes.id();
            shapes.set(
                &id,
                json!({"type": "blob", "traits": {"smithy.api#streaming": {}}}),
            );
            return json!({"target": id, "traits": {"smithy.api#httpPayload": {}, "smithy.api#required": {}}});
        }
        _ => {
            let fits = |kind| {
                matches!(
                    kind,
                    Kind::String
                        | Kind::Blob
                        | Kind::Enum
                        | Kind::Document
                        | Kind::List
                        | Kind::Map
                )
            };
            pick(shapes, |target| fits(target.kind)).id
        }
    };
    json!({"target": target, "traits": traits})
}

pub(super) fn output_members(shapes: &mut Shapes) -> Map<String, Value> {
    let mut names = Scope::default();
    let mut members = Map::new();
    let mut single = vec!["prefix", "code"];
    let has_payload = shapes.random.once_in(3);
    for _ in 0..shapes.random.below(7) {
        let name = names.member(&mut shapes.random);
        let member = match shapes.random.below(5) {
            0 | 1 => header(shapes, true),
            2 if !single.is_empty() => {
                match single.swap_remove(shapes.random.below(single.len())) {
                    "prefix" => {
                        let prefix = format!("x-{}-", shapes.token());
                        json!({"target": strings(shapes, false), "traits": {"smithy.api#httpPrefixHeaders": prefix}})
                    }
                    _ => {
                        json!({"target": "smithy.api#Integer", "traits": {"smithy.api#httpResponseCode": {}}})
                    }
                }
            }
            _ if has_payload => continue,
            _ => {
                let target = shapes.random.pick(&shapes.targets).clone();
                shapes.member(&name, &target, true)
            }
        };
        members.insert(name, member);
    }
    if has_payload {
        let name = names.member(&mut shapes.random);
        members.insert(name, payload(shapes));
    }
    members
}
