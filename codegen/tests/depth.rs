//! Models that lead very far: none may overflow the stack or take long.

use ivs_realtime_codegen::internals::assemble::assemble;
use ivs_realtime_codegen::internals::ir::Service;
use ivs_realtime_codegen::internals::load::load;
use ivs_realtime_codegen::internals::resolve::{Settings, resolve};
use ivs_realtime_codegen::internals::validate::{Options, validate};
use ivs_realtime_codegen::{Source, generate};
use serde_json::{Value, json};

/// A service whose one operation takes and gives `a#L0`, and `length` shapes, each made with the id of the next.
fn model(length: usize, shape: impl Fn(&str) -> Value, last: &str) -> Vec<Source> {
    let io = json!({"type": "structure", "members": {"x": {"target": "a#L0"}}});
    let mut shapes = json!({
        "a#Service": {
            "type": "service", "version": "1", "operations": [{"target": "a#Go"}],
            "traits": {"aws.protocols#restJson1": {}}
        },
        "a#Go": {
            "type": "operation", "input": {"target": "a#In"}, "output": {"target": "a#Out"},
            "traits": {"smithy.api#http": {"method": "POST", "uri": "/go"}}
        },
        "a#In": io, "a#Out": io
    });
    for index in 0..length {
        let next = format!("a#L{}", index + 1);
        let target = if index + 1 == length { last } else { &next };
        shapes[format!("a#L{index}")] = shape(target);
    }
    vec![Source {
        name: "deep.json".to_owned(),
        bytes: json!({"smithy": "2.0", "shapes": shapes})
            .to_string()
            .into_bytes(),
    }]
}

fn service(model: &[Source]) -> Service {
    let assembled = assemble(load(model).expect("it is JSON")).expect("it is one model");
    let settings = Settings {
        tests: true,
        ..Settings::default()
    };
    let model = validate(assembled, &Options::default()).expect("it is valid");
    resolve(model, &settings).expect("all of it is supported")
}

fn boxed(service: &Service) -> usize {
    let structures = service.structures.iter();
    let fields = structures.flat_map(|structure| &structure.fields);
    fields.filter(|field| field.boxed).count()
}

fn structure(next: &str) -> Value {
    json!({"type": "structure", "members": {"next": {"target": next}}})
}

#[test]
fn a_chain_of_structures_may_be_of_any_length() {
    let chain = service(&model(20_000, structure, "smithy.api#String"));
    assert_eq!((chain.structures.len(), boxed(&chain)), (20_000, 0));
}

#[test]
fn a_cycle_of_structures_may_be_of_any_length() {
    let cycle = service(&model(20_000, structure, "a#L0"));
    assert_eq!(boxed(&cycle), 20_000);
    // Two shapes of it are no part of a cycle that begins at the third.
    let tail = service(&model(5, structure, "a#L2"));
    assert_eq!(boxed(&tail), 3);
}

#[test]
fn lists_and_maps_in_each_other_have_a_limit() {
    let list = |next: &str| json!({"type": "list", "member": {"target": next}});
    let map = |next: &str| {
        json!({
            "type": "map", "key": {"target": "smithy.api#String"}, "value": {"target": next}
        })
    };
    let settings = ivs_realtime_codegen::Settings::default();
    for (depth, fits) in [(16, true), (17, false), (1000, false)] {
        for model in [
            model(depth, list, "smithy.api#String"),
            model(depth, map, "smithy.api#String"),
        ] {
            let generated = generate(&model, &settings);
            assert_eq!(generated.is_ok(), fits, "{depth}");
            if let Err(faults) = generated {
                let shape = format!("a#L{}", depth - 17);
                let text = faults.to_string();
                assert!(text.contains("nested 17 levels deep"), "{text}");
                assert!(text.contains(&shape), "{text}");
            }
        }
    }
}
