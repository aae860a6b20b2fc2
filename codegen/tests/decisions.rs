//! What the three first stages decide, as data.

use ivs_realtime_codegen::internals::assemble::assemble;
use ivs_realtime_codegen::internals::load::{Source, load};
use ivs_realtime_codegen::internals::model::{Model, Shape, ShapeId};
use ivs_realtime_codegen::internals::validate::{Options, validate};
use serde_json::{Value, json};

/// A model of version `version` of which these are the shapes, besides a service with one operation and one resource.
fn model(version: &str, shapes: Value, applies: Value) -> Model {
    let mut all = json!({
        "a#Service": {"type": "service", "operations": [{"target": "a#Go"}], "resources": [{"target": "a#R"}],
            "errors": [{"target": "a#Err"}], "traits": {"aws.protocols#restJson1": {},
            "smithy.api#paginated": {"inputToken": "token", "pageSize": "size"}}},
        "a#R": {"type": "resource", "identifiers": {"id": {"target": "smithy.api#String"}}, "read": {"target": "a#Get"},
            "resources": [{"target": "a#Inner"}]},
        "a#Inner": {"type": "resource", "collectionOperations": [{"target": "a#All"}]},
        "a#Get": {"type": "operation", "traits": {"smithy.api#http": {"method": "GET", "uri": "/get"}}},
        "a#All": {"type": "operation", "traits": {"smithy.api#http": {"method": "GET", "uri": "/all"}}},
        "a#Go": {"type": "operation", "input": {"target": "smithy.api#Unit"},
            "traits": {"smithy.api#http": {"method": "POST", "uri": "/go", "code": 204}}},
        "a#Err": {"type": "structure", "members": {}, "traits": {"smithy.api#error": "server"}}
    });
    for (id, shape) in shapes.as_object().into_iter().flatten() {
        all[id] = shape.clone();
    }
    let files = [("model.json", version, all), ("more.json", "2.0", applies)].map(
        |(name, version, shapes)| Source {
            name: name.to_owned(),
            bytes: json!({"smithy": version, "shapes": shapes})
                .to_string()
                .into_bytes(),
        },
    );
    let model = load(&files)
        .and_then(assemble)
        .and_then(|all| validate(all, &Options::default()));
    model.unwrap_or_else(|faults| panic!("{faults}"))
}

fn shape<'m>(model: &'m Model, id: &str) -> &'m Shape {
    model.shape(&ShapeId::parse(id).expect("the id is good"))
}

fn member_names(shape: &Shape) -> Vec<&str> {
    shape.members().iter().map(|member| member.name()).collect()
}

#[test]
fn operations_of_resources_belong_to_the_service() {
    let model = model("2.0", json!({}), json!({}));
    let names: Vec<&str> = model
        .operations
        .iter()
        .map(|operation| operation.id.name())
        .collect();
    assert_eq!(names, ["All", "Get", "Go"]);
    let go = &model.operations[2];
    assert_eq!(
        (
            &go.input,
            go.errors.len(),
            go.traits.http.as_ref().unwrap().code
        ),
        (&None, 1, 204)
    );
}

#[test]
fn a_later_file_overrides_and_adds_traits() {
    let model = model(
        "2.0",
        json!({"a#S": {"type": "structure", "members": {"x": {"target": "smithy.api#String"}},
            "traits": {"smithy.api#documentation": "old"}}}),
        json!({
            "a#S": {"type": "apply", "traits": {"smithy.api#documentation": "new"}},
            "a#S$x": {"type": "apply", "traits": {"smithy.api#required": {}}}
        }),
    );
    let found = shape(&model, "a#S");
    assert_eq!(found.traits.documentation.as_deref(), Some("new"));
    assert!(found.members()[0].traits.required);
}

/// The example of "Member ordering" and of "Traits and mixins" in the specification.
#[test]
fn mixins_come_first_and_depth_first() {
    let string = json!({"target": "smithy.api#String"});
    let doc = |text: &str| json!({"smithy.api#mixin": {"localTraits": ["smithy.api#sensitive"]}, "smithy.api#sensitive": {}, "smithy.api#documentation": text});
    let model = model(
        "2.0",
        json!({
            "a#A": {"type": "structure", "members": {"a": string}, "traits": doc("A")},
            "a#B": {"type": "structure", "members": {"b": string}, "traits": doc("B")},
            "a#C": {"type": "structure", "mixins": [{"target": "a#A"}, {"target": "a#B"}], "members": {"c": string},
                "traits": {"smithy.api#mixin": {}}},
            "a#D": {"type": "structure", "mixins": [{"target": "a#C"}], "members": {"d": string}},
            "a#E": {"type": "structure", "mixins": [{"target": "a#C"}], "members": {}}
        }),
        json!({
            "a#D$a": {"type": "apply", "traits": {"smithy.api#documentation": "a of D"}},
            "a#C$b": {"type": "apply", "traits": {"smithy.api#documentation": "b of C"}}
        }),
    );
    let (d, e) = (shape(&model, "a#D"), shape(&model, "a#E"));
    assert_eq!(member_names(d), ["a", "b", "c", "d"]);
    assert_eq!(d.traits.documentation.as_deref(), Some("B"));
    assert!(!d.traits.sensitive);
    let docs = |shape: &Shape| -> Vec<Option<String>> {
        shape
            .members()
            .iter()
            .map(|member| member.traits.documentation.clone())
            .collect()
    };
    assert_eq!(
        docs(d),
        [
            Some("a of D".to_owned()),
            Some("b of C".to_owned()),
            None,
            None
        ]
    );
    assert_eq!(docs(e), [None, Some("b of C".to_owned()), None]);
    assert!(!model.shapes.keys().any(|id| id.name() == "C"));
}

#[test]
fn legacy_enums_become_enum_shapes() {
    let model = model(
        "2.0",
        json!({"a#E": {"type": "string", "traits": {"smithy.api#documentation": "E.", "smithy.api#enum": [
            {"value": "a-1", "documentation": "A."}, {"value": "1b", "deprecated": true}, {"value": "c d", "name": "SEE"}]}}}),
        json!({"a#E$SEE": {"type": "apply", "traits": {"smithy.api#documentation": "See."}}}),
    );
    let found = shape(&model, "a#E");
    assert_eq!(member_names(found), ["a_1", "_1b", "SEE"]);
    let values: Vec<_> = found
        .members()
        .iter()
        .filter_map(|member| member.traits.enum_value.as_deref())
        .collect();
    assert_eq!(values, ["a-1", "1b", "c d"]);
    assert!(found.members()[1].traits.deprecated.is_some());
    assert_eq!(
        found.members()[2].traits.documentation.as_deref(),
        Some("See.")
    );
    assert_eq!(found.traits.documentation.as_deref(), Some("E."));
}

#[test]
fn unboxed_numbers_of_version_1_get_a_default() {
    let model = model(
        "1.0",
        json!({
            "a#Boxed": {"type": "integer", "traits": {"smithy.api#box": {}}},
            "a#Bare": {"type": "boolean"},
            "a#Set": {"type": "set", "member": {"target": "smithy.api#String"}},
            "a#S": {"type": "structure", "members": {
                "boxed": {"target": "a#Boxed"}, "bare": {"target": "a#Bare"}, "prelude": {"target": "smithy.api#Long"},
                "primitive": {"target": "smithy.api#PrimitiveLong"},
                "here": {"target": "a#Bare", "traits": {"smithy.api#box": {}}}
            }}
        }),
        json!({}),
    );
    let defaults: Vec<_> = shape(&model, "a#S")
        .members()
        .iter()
        .map(|member| member.traits.default.as_deref())
        .collect();
    assert_eq!(
        defaults,
        [None, Some(&json!(false)), None, Some(&json!(0)), None]
    );
    assert!(shape(&model, "a#Set").traits.unique_items);
}

#[test]
fn pagination_takes_from_the_service_what_the_operation_leaves_out() {
    let model = model(
        "2.0",
        json!({
            "a#Go": {"type": "operation", "input": {"target": "a#In"}, "output": {"target": "a#Out"}, "traits": {
                "smithy.api#http": {"method": "POST", "uri": "/go"},
                "smithy.api#paginated": {"outputToken": "page.next", "items": "page.things"}}},
            "a#In": {"type": "structure", "members": {"token": {"target": "smithy.api#String"}, "size": {"target": "smithy.api#Integer"}}},
            "a#Out": {"type": "structure", "members": {"page": {"target": "a#Page"}}},
            "a#Page": {"type": "structure", "members": {"next": {"target": "smithy.api#String"}, "things": {"target": "a#Things"}}},
            "a#Things": {"type": "list", "member": {"target": "smithy.api#String"}}
        }),
        json!({}),
    );
    let paginated = model.operations[2].traits.paginated.clone().unwrap();
    assert_eq!(
        (
            paginated.input_token.as_str(),
            paginated.output_token.as_str()
        ),
        ("token", "page.next")
    );
    assert_eq!(
        (paginated.items.as_deref(), paginated.page_size.as_deref()),
        (Some("page.things"), Some("size"))
    );
}
