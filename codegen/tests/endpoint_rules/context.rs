//! Parameters that clients and operations give.

use ivs_realtime_codegen::ir::endpoint::{ParamKind, ParamSource, ParamValue, PathStep};
use ivs_realtime_codegen::model::{Member, Operation, Traits};
use ivs_realtime_codegen::resolve::endpoint::{
    resolve_client_context_params, resolve_operation_params,
};

use super::*;

fn rules() -> EndpointRules {
    compiled(&json!({
        "version": "1.0",
        "parameters": {
            "Bucket": {"type": "string", "documentation": ""},
            "Keys": {"type": "stringArray", "documentation": ""},
            "Flag": {"type": "boolean", "documentation": ""}
        },
        "rules": []
    }))
    .unwrap()
}

fn operation(static_params: Value, path_params: Value) -> Operation {
    Operation {
        id: ShapeId::parse("com.example#Get").unwrap(),
        input: None,
        output: None,
        errors: Vec::new(),
        traits: Traits {
            static_context_params: Some(Box::new(static_params)),
            operation_context_params: Some(Box::new(path_params)),
            ..Traits::default()
        },
    }
}

fn member(param: &str) -> Member {
    Member {
        id: ShapeId::parse("com.example#GetInput$bucketName").unwrap(),
        target: ShapeId::parse("smithy.api#String").unwrap(),
        traits: Box::new(Traits {
            context_param: Some(param.to_owned()),
            ..Traits::default()
        }),
    }
}

#[test]
fn the_most_specific_source_stands() {
    let operation = operation(
        json!({"Flag": {"value": true}}),
        json!({"Keys": {"path": "objects[*].key"}, "Bucket": {"path": "other"}}),
    );
    let mut diagnostics = Diagnostics::new();
    let params =
        resolve_operation_params(&operation, &[member("Bucket")], &rules(), &mut diagnostics);
    assert_eq!(diagnostics.to_string(), "");
    let found: Vec<_> = params
        .into_iter()
        .map(|param| (param.field.to_string(), param.kind, param.source))
        .collect();
    let path = vec![
        PathStep::Member("objects".to_owned()),
        PathStep::Items,
        PathStep::Member("key".to_owned()),
    ];
    assert_eq!(
        found,
        [
            (
                "bucket".to_owned(),
                ParamKind::String,
                ParamSource::Member("bucketName".to_owned())
            ),
            (
                "keys".to_owned(),
                ParamKind::StringArray,
                ParamSource::Path(path)
            ),
            (
                "flag".to_owned(),
                ParamKind::Boolean,
                ParamSource::Static(ParamValue::Boolean(true))
            ),
        ]
    );
}

#[test]
fn client_parameters() {
    let value = json!({
        "Flag": {"type": "boolean", "documentation": "Whether."},
        "Unknown": {"type": "string"}
    });
    let mut diagnostics = Diagnostics::new();
    let params = resolve_client_context_params(&service(), &value, &rules(), &mut diagnostics);
    assert_eq!(diagnostics.to_string(), "");
    assert_eq!(params.len(), 1);
    assert_eq!(params[0].field.as_str(), "flag");
    assert_eq!(params[0].docs, ["Whether."]);
}

#[test]
fn wrong_context_params() {
    let mut diagnostics = Diagnostics::new();
    let wrong = operation(
        json!({"Flag": {"value": "true"}, "Zone": {"value": "a"}}),
        json!({"Keys": {"path": "length(objects)"}, "Bucket": {}}),
    );
    resolve_operation_params(&wrong, &[member("Zone")], &rules(), &mut diagnostics);
    let value = json!({"Flag": {"type": "string"}});
    resolve_client_context_params(&service(), &value, &rules(), &mut diagnostics);
    insta::assert_snapshot!(diagnostics.to_string());
}
