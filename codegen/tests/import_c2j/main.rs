//! What each property of a C2J model becomes, one behaviour for each test.

mod faults;
mod members;
mod operations;
mod service;
mod shapes;

use ivs_realtime_codegen::internals::import::{C2jFiles, File, Imported, Options, Source, import};
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
