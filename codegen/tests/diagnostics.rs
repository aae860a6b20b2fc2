//! What a person reads when a model is wrong: one small model for each fault.

use ivs_realtime_codegen::Diagnostics;
use ivs_realtime_codegen::internals::assemble::assemble;
use ivs_realtime_codegen::internals::load::{Source, load};
use ivs_realtime_codegen::internals::model::{Model, ShapeId};
use ivs_realtime_codegen::internals::validate::{Options, validate};

fn run(files: &[(&str, &[u8])], options: &Options) -> Result<Model, Diagnostics> {
    let sources: Vec<Source> = files
        .iter()
        .map(|(name, bytes)| Source {
            name: (*name).to_owned(),
            bytes: bytes.to_vec(),
        })
        .collect();
    validate(assemble(load(&sources)?)?, options)
}

fn faults(files: &[(&str, &str)]) -> String {
    let files: Vec<(&str, &[u8])> = files
        .iter()
        .map(|(name, text)| (*name, text.as_bytes()))
        .collect();
    run(&files, &Options::default())
        .expect_err("the model is wrong")
        .to_string()
}

/// A service with one operation, `POST /go/{id}`, that takes `a#In`, answers with `a#Out` and fails with `a#Err`.
/// Each shape in `changes` (`"id": {..}, ..`) stands in place of the one of that id.
fn model(changes: &str) -> String {
    let changes: serde_json::Map<String, serde_json::Value> =
        serde_json::from_str(&format!("{{{changes}}}")).expect("the changes are JSON");
    let mut shapes = serde_json::json!({
        "a#Service": {
            "type": "service", "version": "1", "operations": [{"target": "a#Go"}],
            "traits": {"aws.protocols#restJson1": {}}
        },
        "a#Go": {
            "type": "operation", "input": {"target": "a#In"}, "output": {"target": "a#Out"},
            "errors": [{"target": "a#Err"}],
            "traits": {"smithy.api#http": {"method": "POST", "uri": "/go/{id}"}}
        },
        "a#In": {"type": "structure", "members": {
            "id": {"target": "smithy.api#String", "traits": {"smithy.api#required": {}, "smithy.api#httpLabel": {}}},
            "token": {"target": "smithy.api#String"},
            "size": {"target": "smithy.api#Integer"}
        }},
        "a#Out": {"type": "structure", "members": {
            "token": {"target": "smithy.api#String"},
            "things": {"target": "a#Things"}
        }},
        "a#Things": {"type": "list", "member": {"target": "smithy.api#String"}},
        "a#Err": {"type": "structure", "members": {}, "traits": {"smithy.api#error": "client"}}
    });
    for (id, shape) in changes {
        shapes[id] = shape;
    }
    format!("{{\n  \"smithy\": \"2.0\",\n  \"shapes\": {shapes:#}\n}}")
}

fn changed(changes: &str) -> String {
    faults(&[("model.json", &model(changes))])
}

macro_rules! cases {
    ($($name:ident: $faults:expr;)*) => {$(
        #[test]
        fn $name() {
            insta::assert_snapshot!($faults);
        }
    )*};
}

#[test]
fn the_unchanged_model_has_no_fault() {
    let text = model("");
    let model = run(&[("model.json", text.as_bytes())], &Options::default()).unwrap();
    assert_eq!(model.operations.len(), 1);
}

cases! {
    not_utf_8: run(&[("model.json", b"{\n \"sm\xffithy\": 1}")], &Options::default()).unwrap_err();
    no_json: faults(&[("model.json", "{\"smithy\": \"2.0\",\n \"shapes\": {]}")]);
    ends_early: faults(&[("model.json", "{\"smithy\": \"2.0\"")]);
    byte_order_mark: faults(&[("model.json", "\u{feff}{\"smithy\": \"2.0\"}")]);
    repeated_key: faults(&[("model.json", "{\"smithy\": \"2.0\", \"shapes\": {\n\"a#A\": {\"type\": \"structure\",\n  \"members\": {\n    \"x\": {\"target\": \"a#A\"},\n    \"x\": {\"target\": \"a#A\"}}}}}")]);
    no_ast: faults(&[("a.json", "[]"), ("b.json", r#"{"smithy": "3", "shapes": [], "more": 1}"#), ("c.json", r#"{"shapes": {}}"#)]);
    form_of_shapes: faults(&[("model.json", r#"{"smithy": "2.0", "shapes": {
        "Name": {"type": "string"},
        "a#NoObject": 1,
        "a#NoType": {},
        "a#Unknown": {"type": "tuple"},
        "a#Extra": {"type": "string", "members": {}},
        "a#Members": {"type": "structure", "members": {"x": {"target": "X"}, "y": {}, "z": 1, "1": {}, "w": {"target": "a#A", "doc": 1}}},
        "a#List": {"type": "list"},
        "a#Traits": {"type": "string", "traits": {"required": {}}},
        "a#Op": {"type": "operation", "input": "a#In", "errors": {}},
        "a#Op$member": {"type": "string"}
    }}"#)]);

    conflicting_definitions: faults(&[("one.json", &model("")), ("two.json", r#"{"smithy": "2.0", "shapes": {"a#Things": {"type": "list", "member": {"target": "smithy.api#Integer"}}}}"#)]);
    apply_to_nothing: faults(&[("model.json", &model("")), ("docs.json", r#"{"smithy": "2.0", "shapes": {
        "a#Gone": {"type": "apply", "traits": {"smithy.api#documentation": "Gone."}},
        "a#In$gone": {"type": "apply", "traits": {"smithy.api#documentation": "Gone."}}
    }}"#)]);
    conflicting_traits: faults(&[
        ("docs.json", r#"{"smithy": "2.0", "shapes": {"a#Service": {"type": "apply", "traits": {"aws.protocols#restJson1": {"http": ["h2"]}}}}}"#),
        ("model.json", &model("")),
    ]);
    mixins: changed(r#"
        "a#A": {"type": "structure", "members": {}, "mixins": [{"target": "a#B"}], "traits": {"smithy.api#mixin": {}}},
        "a#B": {"type": "structure", "members": {}, "mixins": [{"target": "a#A"}], "traits": {"smithy.api#mixin": {}}},
        "a#C": {"type": "structure", "members": {}, "mixins": [{"target": "a#Gone"}, {"target": "a#Out"}, {"target": "a#M"}]},
        "a#M": {"type": "string", "traits": {"smithy.api#mixin": {"localTraits": 1}}},
        "a#N": {"type": "string", "mixins": [{"target": "a#M"}]}
    "#);
    legacy_enums: changed(r#"
        "a#E": {"type": "string", "traits": {"smithy.api#enum": [{"value": "a-b"}, {"value": "a.b"}]}},
        "a#F": {"type": "string", "traits": {"smithy.api#enum": [{"name": "A"}]}},
        "a#G": {"type": "string", "traits": {"smithy.api#enum": {}}}
    "#);

    no_service: faults(&[("model.json", r#"{"smithy": "2.0", "shapes": {}}"#)]);
    two_services: changed(r#""a#Other": {"type": "service"}"#);
    service_not_there: run(
        &[("model.json", model("").as_bytes())],
        &Options { service: Some(ShapeId::parse("a#Servise").unwrap()), ..Options::default() },
    ).unwrap_err();
    other_protocol: changed(r#""a#Service": {"type": "service", "traits": {"aws.protocols#awsJson1_1": {}, "aws.protocols#awsQuery": {}}}"#);
    unknown_trait: changed(r#"
        "a#Things": {"type": "list", "member": {"target": "smithy.api#String", "traits": {"smithy.api#documentatoin": "x"}}, "traits": {"com.example#mine": {}}}
    "#);
    malformed_traits: changed(r#"
        "a#Go": {"type": "operation", "input": {"target": "a#In"}, "traits": {"smithy.api#http": {"method": "POST", "uri": "/go/{id}", "code": "200"}, "smithy.api#readonly": true}},
        "a#S": {"type": "string", "traits": {"smithy.api#length": {"min": 3, "max": 2}, "smithy.api#pattern": "", "smithy.api#tags": "x"}},
        "a#T": {"type": "timestamp", "traits": {"smithy.api#timestampFormat": "iso"}}
    "#);
    misplaced_traits: changed(r#"
        "a#In": {"type": "structure", "members": {
            "id": {"target": "smithy.api#String", "traits": {"smithy.api#required": {}, "smithy.api#httpLabel": {}}},
            "n": {"target": "smithy.api#Integer", "traits": {"smithy.api#idempotencyToken": {}, "smithy.api#pattern": "a"}}
        }, "traits": {"smithy.api#required": {}, "smithy.api#http": {"method": "GET", "uri": "/"}}}
    "#);
    dangling_target: changed(r#"
        "a#Out": {"type": "structure", "members": {"things": {"target": "a#Thing"}, "other": {"target": "a#Completely"}}}
    "#);
    target_of_the_wrong_kind: changed(r#"
        "a#Out": {"type": "structure", "members": {"op": {"target": "a#Go"}, "unit": {"target": "smithy.api#Unit"}}},
        "a#Map": {"type": "map", "key": {"target": "smithy.api#Integer"}, "value": {"target": "a#Mixin"}},
        "a#Mixin": {"type": "structure", "members": {}, "traits": {"smithy.api#mixin": {}}}
    "#);
    no_http: changed(r#""a#Go": {"type": "operation"}"#);
    labels: changed(r#"
        "a#Go": {"type": "operation", "input": {"target": "a#In"}, "traits": {"smithy.api#http": {"method": "POST", "uri": "/go/{idd}"}}},
        "a#In": {"type": "structure", "members": {
            "id": {"target": "smithy.api#String", "traits": {"smithy.api#httpLabel": {}}},
            "list": {"target": "a#Things", "traits": {"smithy.api#httpLabel": {}, "smithy.api#required": {}}}
        }}
    "#);
    uri_template: changed(r#"
        "a#Go": {"type": "operation", "traits": {"smithy.api#http": {"method": "POST", "uri": "/a{b}/{c+}/{d}?e={f}"}}}
    "#);
    host_prefix: changed(r#"
        "a#Go": {"type": "operation", "input": {"target": "a#In"}, "traits": {"smithy.api#endpoint": {"hostPrefix": "{account}."}, "smithy.api#http": {"method": "POST", "uri": "/go/{id}"}}}
    "#);
    bindings: changed(r#"
        "a#Out": {"type": "structure", "members": {
            "both": {"target": "smithy.api#String", "traits": {"smithy.api#httpHeader": "x-a", "smithy.api#httpPayload": {}}},
            "more": {"target": "smithy.api#String", "traits": {"smithy.api#httpPayload": {}}},
            "again": {"target": "smithy.api#String", "traits": {"smithy.api#httpHeader": "X-A"}},
            "code": {"target": "smithy.api#String", "traits": {"smithy.api#httpResponseCode": {}}},
            "prefixed": {"target": "a#Things", "traits": {"smithy.api#httpPrefixHeaders": "x-"}},
            "left": {"target": "a#Things"}
        }}
    "#);
    no_error: changed(r#""a#Err": {"type": "structure", "members": {}, "traits": {"smithy.api#httpError": 404}}"#);
    enums: changed(r#"
        "a#E": {"type": "enum", "members": {
            "A": {"target": "smithy.api#Unit", "traits": {"smithy.api#enumValue": "a"}},
            "B": {"target": "smithy.api#Unit", "traits": {"smithy.api#enumValue": "a"}},
            "C": {"target": "smithy.api#Unit", "traits": {"smithy.api#enumValue": 1}}
        }},
        "a#I": {"type": "intEnum", "members": {"A": {"target": "smithy.api#Unit"}}},
        "a#None": {"type": "enum", "members": {}}
    "#);
    defaults: changed(r#"
        "a#Out": {"type": "structure", "members": {
            "token": {"target": "smithy.api#String", "traits": {"smithy.api#default": 1}},
            "things": {"target": "a#Things", "traits": {"smithy.api#default": ["x"]}},
            "null": {"target": "a#Things", "traits": {"smithy.api#default": null}}
        }},
        "a#Small": {"type": "byte", "traits": {"smithy.api#default": 300}}
    "#);
    pagination: changed(r#"
        "a#Go": {"type": "operation", "input": {"target": "a#In"}, "output": {"target": "a#Out"}, "traits": {
            "smithy.api#http": {"method": "POST", "uri": "/go/{id}"},
            "smithy.api#paginated": {"inputToken": "size", "items": "things.x", "pageSize": "sise"}
        }}
    "#);
    recursion: changed(r#"
        "a#A": {"type": "structure", "members": {"b": {"target": "a#B", "traits": {"smithy.api#required": {}}}}},
        "a#B": {"type": "structure", "members": {"a": {"target": "a#A", "traits": {"smithy.api#required": {}}}, "c": {"target": "a#A"}}},
        "a#C": {"type": "structure", "members": {"a": {"target": "a#A", "traits": {"smithy.api#required": {}}}}},
        "a#U": {"type": "union", "members": {"u": {"target": "a#U"}}},
        "a#L": {"type": "list", "member": {"target": "a#M"}},
        "a#M": {"type": "map", "key": {"target": "smithy.api#String"}, "value": {"target": "a#L"}}
    "#);
    several_files_at_once: faults(&[
        ("one.json", "{"),
        ("two.json", r#"{"smithy": "2.0", "shapes": {"a#A": {"type": "tuple"}}}"#),
    ]);
    fault_in_an_applied_trait: faults(&[
        ("model.json", &model("")),
        ("customizations.json", "{\"smithy\": \"2.0\", \"shapes\": {\n  \"a#Go\": {\"type\": \"apply\", \"traits\": {\"smithy.api#paginated\": {\"inputToken\": \"tokn\", \"outputToken\": \"token\"}}}}}"),
    ]);
}
