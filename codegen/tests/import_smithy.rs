//! What the import of a Smithy JSON AST changes, and what it refuses.

use ivs_realtime_codegen::internals::import::{
    Documentation, File, Format, Options, Source, format_of, import,
};
use serde_json::{Value, json};

fn run(model: &Value, options: &Options<'_>) -> Result<Value, String> {
    let text = model.to_string();
    let file = File {
        name: "things.json",
        text: &text,
    };
    let imported = import(&Source::Smithy(file), options).map_err(|faults| faults.to_string())?;
    Ok(imported.model)
}

fn shapes(shapes: Value) -> Value {
    let model = json!({ "smithy": "2.0", "metadata": { "suppressions": [] }, "shapes": shapes });
    run(&model, &Options::default()).expect("the model is sound")["shapes"].take()
}

#[test]
fn metadata_says_only_where_the_model_comes_from() {
    let model = json!({ "smithy": "2", "metadata": { "suppressions": [] }, "shapes": {} });
    let imported = run(&model, &Options::default()).unwrap();
    let source = json!({ "source": { "format": "smithy", "origin": "things.json" } });
    assert_eq!(
        imported,
        json!({ "smithy": "2.0", "metadata": source, "shapes": {} })
    );
    let options = Options {
        origin: Some("the library"),
        ..Options::default()
    };
    let imported = run(&model, &options).unwrap();
    assert_eq!(imported["metadata"]["source"]["origin"], "the library");
}

#[test]
fn the_trait_enum_becomes_a_shape() {
    let definitions = json!([
        { "value": "a", "name": "A", "documentation": "the first" },
        { "value": "b-b", "deprecated": true },
    ]);
    let string = json!({ "type": "string", "traits": { "smithy.api#enum": definitions } });
    let member = |traits: Value| json!({ "target": "smithy.api#Unit", "traits": traits });
    assert_eq!(
        shapes(json!({ "a#E": string }))["a#E"],
        json!({ "type": "enum", "members": {
            "A": member(json!({ "smithy.api#enumValue": "a" })),
            "b_b": member(json!({ "smithy.api#enumValue": "b-b", "smithy.api#deprecated": {} })),
        } })
    );
}

#[test]
fn documentation_is_dropped_or_kept() {
    let traits = json!({
        "smithy.api#documentation": "x",
        "smithy.api#examples": [],
        "smithy.api#externalDocumentation": {},
        "smithy.rules#clientContextParams": { "documentation": { "type": "string", "documentation": "x" } },
    });
    let service = json!({ "type": "service", "version": "1", "traits": traits });
    let model = json!({ "smithy": "2.0", "shapes": { "a#S": service } });
    let dropped = run(&model, &Options::default()).unwrap();
    assert_eq!(
        dropped["shapes"]["a#S"]["traits"],
        json!({ "smithy.rules#clientContextParams": { "documentation": { "type": "string" } } })
    );
    let keep = Options {
        documentation: Documentation::Keep,
        ..Options::default()
    };
    assert_eq!(run(&model, &keep).unwrap()["shapes"], model["shapes"]);
}

#[test]
fn what_is_wrong_is_a_fault_with_its_place() {
    for (model, expected) in [
        (
            json!({ "smithy": "1.0", "shapes": {} }),
            "found version \"1.0\" of Smithy",
        ),
        (json!({ "smithy": "2.0" }), "found no object `shapes`"),
        (json!([]), "found a list, expected a JSON object"),
        (
            json!({ "smithy": "2.0", "shapes": { "a#S": 1 } }),
            "shape: a#S",
        ),
        (
            json!({ "smithy": "2.0", "shapes": { "a#L": { "type": "list", "member": { "target": "a#Gone" } } } }),
            "found `a#Gone` under `member`",
        ),
        (
            json!({ "smithy": "2.0", "shapes": { "a#L": { "type": "list", "member": { "target": "smithy.api#Rope" } } } }),
            "found `smithy.api#Rope`",
        ),
        (
            json!({ "smithy": "2.0", "shapes": { "a#E": { "type": "string", "traits": { "smithy.api#enum": [1] } } } }),
            "trait: smithy.api#enum",
        ),
    ] {
        let fault = run(&model, &Options::default()).unwrap_err();
        assert!(
            fault.contains(expected) && fault.contains("things.json"),
            "{fault}"
        );
    }
}

#[test]
fn the_format_is_told_by_what_stands_in_the_file() {
    let of = |text| {
        let name = "m.json";
        format_of(File { name, text }).map_err(|faults| faults.to_string())
    };
    assert_eq!(of(r#"{ "smithy": "2.0" }"#), Ok(Format::Smithy));
    assert_eq!(
        of(r#"{ "metadata": {}, "operations": {} }"#),
        Ok(Format::C2j)
    );
    assert!(of("{}").unwrap_err().contains("neither"));
    assert!(of("{\n  nonsense").unwrap_err().contains("m.json:2:3"));
}
