//! The names that things get where two would get the same, or the emitted code has the name already.

mod others;
mod shapes;

use ivs_realtime_codegen::Source;
use ivs_realtime_codegen::internals::assemble::assemble;
use ivs_realtime_codegen::internals::ir::{Name, Service, Structure};
use ivs_realtime_codegen::internals::load::load;
use ivs_realtime_codegen::internals::resolve::{Settings, resolve};
use ivs_realtime_codegen::internals::validate::{Options, validate};
use serde_json::{Map, Value, json};

/// A service in the namespace `a`, with these operations, and an operation `Use` that takes and answers with `a#Used`,
/// which has a member for each of the shapes.
fn service(
    operations: &[&str],
    shapes: &[(&str, Value)],
    errors: &[&str],
    rename: Value,
) -> Service {
    let mut all = Map::new();
    let mut bound = vec![json!({"target": "a#Use"})];
    let http =
        |name: &str| json!({"smithy.api#http": {"method": "POST", "uri": format!("/{name}")}});
    for name in operations {
        all.insert(
            format!("a#{name}"),
            json!({"type": "operation", "traits": http(name)}),
        );
        bound.push(json!({"target": format!("a#{name}")}));
    }
    let mut members = Map::new();
    for (index, (id, shape)) in shapes.iter().enumerate() {
        all.insert((*id).to_owned(), shape.clone());
        members.insert(format!("m{index}"), json!({"target": id}));
    }
    for id in errors {
        let error =
            json!({"type": "structure", "members": {}, "traits": {"smithy.api#error": "client"}});
        all.insert((*id).to_owned(), error);
    }
    let errors: Vec<Value> = errors.iter().map(|id| json!({"target": id})).collect();
    all.insert(
        "a#Used".to_owned(),
        json!({"type": "structure", "members": members}),
    );
    let used = json!({"target": "a#Used"});
    let operation = json!({"type": "operation", "input": used, "output": used, "errors": errors, "traits": http("use")});
    all.insert("a#Use".to_owned(), operation);
    let traits = json!({"aws.protocols#restJson1": {}});
    let service = json!({"type": "service", "version": "1", "operations": bound, "rename": rename, "traits": traits});
    all.insert("a#Shop".to_owned(), service);
    resolved(&Value::Object(all))
}

fn resolved(shapes: &Value) -> Service {
    let source = Source {
        name: "model.json".to_owned(),
        bytes: json!({"smithy": "2.0", "shapes": shapes})
            .to_string()
            .into_bytes(),
    };
    load(&[source])
        .and_then(assemble)
        .and_then(|all| validate(all, &Options::default()))
        .and_then(|model| resolve(model, &Settings::default()))
        .unwrap_or_else(|faults| panic!("{faults}"))
}

fn structure(members: &[&str]) -> Value {
    let member = |name: &&str| ((*name).to_owned(), json!({"target": "smithy.api#String"}));
    let members: Map<String, Value> = members.iter().map(member).collect();
    json!({"type": "structure", "members": members})
}

fn union(members: &[&str]) -> Value {
    let mut union = structure(members);
    union["type"] = json!("union");
    union
}

fn string_enum(members: &[&str]) -> Value {
    let member = |name: &&str| ((*name).to_owned(), json!({"target": "smithy.api#Unit"}));
    let members: Map<String, Value> = members.iter().map(member).collect();
    json!({"type": "enum", "members": members})
}

/// The names of the structures, by their one member's name: each in these tests has another.
fn structures(service: &Service) -> Vec<(&str, &str, &str)> {
    let mut names: Vec<_> = service
        .structures
        .iter()
        .map(|found| {
            (
                found.fields[0].member.as_str(),
                found.name.as_str(),
                found.module.as_str(),
            )
        })
        .collect();
    names.sort_unstable();
    names
}

fn fields(structure: &Structure) -> Vec<&str> {
    structure
        .fields
        .iter()
        .map(|field| field.name.as_str())
        .collect()
}

fn texts<'a>(names: impl Iterator<Item = &'a Name>) -> Vec<&'a str> {
    names.map(Name::as_str).collect()
}

/// What is added leaves all names as they were.
#[test]
fn a_model_grows_and_names_stay() {
    let mut shapes = vec![
        ("a#Foo_Bar", structure(&["a", "fooBar", "foo_bar"])),
        ("a#FooBar", structure(&["b", "set_x"])),
        ("a#Option", structure(&["c"])),
    ];
    let before = service(&["Get_Url", "GetUrl"], &shapes, &["a#Bad"], json!({}));
    shapes.extend([
        ("a#foo_Bar_", structure(&["e"])),
        ("b#Option", structure(&["f"])),
        ("a#Other", structure(&["g"])),
    ]);
    shapes[0].1 = structure(&["a", "fooBar", "foo_bar", "fooBar2", "FooBAR_"]);
    shapes[1].1 = structure(&["b", "set_x", "x"]);
    let rename = json!({"b#Option": "Choice"});
    let after = service(
        &["Get_Url", "GetUrl", "Get_url_"],
        &shapes,
        &["a#Bad", "a#Baz"],
        rename,
    );
    let kept = |service: &Service| -> Vec<String> {
        let structures = service
            .structures
            .iter()
            .filter(|found| ["a", "b", "c"].contains(&found.fields[0].member.as_str()));
        structures
            .flat_map(|found| {
                let fields =
                    found
                        .fields
                        .iter()
                        .take(if found.fields[0].member == "a" { 3 } else { 2 });
                fields
                    .map(|field| format!("{}::{}", found.name, field.name))
                    .collect::<Vec<_>>()
            })
            .collect()
    };
    assert_eq!(kept(&before), kept(&after));
    for operation in &before.operations {
        let same = after
            .operations
            .iter()
            .find(|other| other.wire_name == operation.wire_name);
        assert_eq!(
            same.map(|same| &same.input.name),
            Some(&operation.input.name)
        );
    }
}
