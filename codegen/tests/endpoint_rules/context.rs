//! Parameters that clients and operations give.

use ivs_realtime_codegen::internals::assemble;
use ivs_realtime_codegen::internals::ir::endpoint::{
    Access, OperationParam, ParamSource, ParamValue, Selection,
};
use ivs_realtime_codegen::internals::ir::{Name, Service, reserved};
use ivs_realtime_codegen::internals::load::load;
use ivs_realtime_codegen::internals::resolve::{self, resolve};
use ivs_realtime_codegen::internals::validate::{Options, validate};
use ivs_realtime_codegen::{Settings, Source, generate};

use super::*;

const FIXTURE: &str = include_str!("../fixtures/endpoint_params.json");

fn source(model: &Value) -> Source {
    Source {
        name: "model.json".to_owned(),
        bytes: model.to_string().into_bytes(),
    }
}

fn fixture() -> Value {
    serde_json::from_str(FIXTURE).unwrap()
}

fn resolved(model: &Value) -> Service {
    let model = validate(
        assemble::assemble(load(&[source(model)]).unwrap()).unwrap(),
        &Options::default(),
    );
    let settings = resolve::Settings {
        tests: true,
        ..resolve::Settings::default()
    };
    resolve(model.unwrap(), &settings).unwrap()
}

/// What is wrong with the fixture after this change.
fn said(change: impl FnOnce(&mut Value)) -> String {
    let mut model = fixture();
    change(&mut model["shapes"]);
    let faults = generate(&[source(&model)], &Settings::default()).unwrap_err();
    faults.to_string()
}

/// The text of a page between two marks.
fn part<'t>(page: &'t str, from: &str, to: &str) -> &'t str {
    let (_, rest) = page.split_once(from).expect(from);
    let (part, _) = rest.split_once(to).expect(to);
    part
}

#[test]
fn texts_show_as_they_are() {
    let service = resolved(&fixture());
    let shown = r"Buckets\_\<b> \[x\]";
    assert_eq!(service.title, "Buckets_<b> [x]");
    assert_eq!(service.docs.lines, [format!("A client for {shown}.")]);
    let page = generate(&[source(&fixture())], &Settings::default()).unwrap();
    let said = |file: &str, line: &str| page.files[file].lines().any(|found| found.trim() == line);
    assert!(said(
        "error.rs",
        &format!("/// Any error that {shown} answers with.")
    ));
    assert!(said("endpoint.rs", r"/// The `bucket` of *my\_\[list\]*."));
}

#[test]
fn the_most_specific_source_stands() {
    let service = resolved(&fixture());
    let operation = |name: &str| {
        let mut operations = service.operations.iter();
        &operations
            .find(|one| one.wire_name == name)
            .unwrap()
            .context_params
    };
    let source = |params: &[OperationParam], name: &str| {
        let found = params.iter().find(|param| param.name == name);
        found.map(|param| param.source.clone())
    };
    // A member of the input goes before a path into it, and one that is required must not be blank.
    assert_eq!(
        source(operation("Put"), "Bucket"),
        Some(ParamSource::Required(Name::new("bucket")))
    );
    assert_eq!(
        source(operation("List"), "Zone"),
        Some(ParamSource::Selected(Selection {
            to: vec![Access::Field {
                name: Name::new("zone"),
                optional: true,
                boxed: false
            }],
            list: Vec::new(),
            is_enum: false,
        }))
    );
    let fixed = ParamValue::String("fixed".to_owned());
    assert_eq!(
        source(operation("List"), "Bucket"),
        Some(ParamSource::Static(fixed))
    );
    let order: Vec<_> = operation("Put")
        .iter()
        .map(|param| param.name.as_str())
        .collect();
    assert_eq!(order, ["Bucket", "Near", "Names", "Tags"]);
}

#[test]
fn what_is_emitted_for_context_params() {
    let settings = Settings {
        tests: true,
        ..Settings::default()
    };
    let files = generate(&[source(&fixture())], &settings).unwrap().files;
    let operations = ["put", "move_", "list"].map(|module| {
        let page = &files[&format!("operation/{module}.rs")];
        part(page, "    fn context_params", "\n}\n").to_owned()
    });
    insta::assert_snapshot!("context_params_of_operations", operations.join("\n\n"));
    let page = &files["endpoint.rs"];
    insta::assert_snapshot!(
        "context_params_of_clients",
        part(page, "/// Settings of a client", "/// Finds the endpoint")
    );
    insta::assert_snapshot!(
        "context_params_meet",
        part(&files["client.rs"], "pub(super) static SERVICE", "\n}\n")
    );
    insta::assert_snapshot!("calls_of_endpoint_tests", files["endpoint_tests.rs"]);
}

#[test]
fn wrong_context_params() {
    let paths = [
        "bucket",
        "length(objects)",
        "objects[0]",
        "bucket.name",
        "objects[*].key[*]",
        "nest.*",
        "keys(nest)",
        "nest[*]",
        "objects",
        "lists[*][*].bucket",
        "choices[*].nothing",
        "choices[*].[nest.bucket, near]",
        "nest.nest",
        "",
    ];
    let mut all: Vec<_> = paths
        .map(|path| {
            let said = said(|shapes| {
                shapes["a#Move"]["traits"]["smithy.rules#operationContextParams"] =
                    json!({"Keys": {"path": path}});
            });
            format!("## `{path}` for a list\n{said}\n")
        })
        .into();
    let mut more = |name: &str, change: &dyn Fn(&mut Value)| {
        all.push(format!("## {name}\n{}\n", said(|shapes| change(shapes))));
    };
    more("a list for a string", &|shapes| {
        shapes["a#Move"]["traits"]["smithy.rules#operationContextParams"] =
            json!({"Bucket": {"path": "objects[*].key"}, "Near": {"path": "nest.bucket"}});
    });
    more("parameters that are not there", &|shapes| {
        shapes["a#Put"]["traits"]["smithy.rules#staticContextParams"] =
            json!({"Zones": {"value": "a"}, "Near": {"value": "true"}, "Bucket": {}});
    });
    more("a member of another type", &|shapes| {
        let traits = &mut shapes["a#PutInput"]["members"]["near"]["traits"];
        traits["smithy.rules#contextParam"] = json!({"name": "Zone"});
    });
    more("a member for nothing", &|shapes| {
        let traits = &mut shapes["a#PutInput"]["members"]["near"]["traits"];
        traits["smithy.rules#contextParam"] = json!({"name": "Nearby"});
    });
    more("two members for one parameter", &|shapes| {
        let member = &mut shapes["a#PutInput"]["members"]["other"];
        member["traits"] = json!({"smithy.rules#contextParam": {"name": "Bucket"}});
    });
    more("a setting of another type", &|shapes| {
        shapes["a#Store"]["traits"]["smithy.rules#clientContextParams"] =
            json!({"Zone": {"type": "boolean"}, "Bucket": {"type": "string", "default": ""}});
    });
    insta::assert_snapshot!(all.join("\n"));
}

#[test]
fn wrong_calls() {
    let inputs = [
        json!({"operationName": "Get"}),
        json!({}),
        json!({"operationName": "Put", "operationParams": {"pail": "a"}}),
        json!({"operationName": "Put", "operationParams": {"bucket": 1}}),
        json!({"operationName": "Put", "builtInParams": {"AWS::Region": true}}),
        json!({"operationName": "Put", "clientParams": {"Bucket": "a"}}),
        json!({"operationName": "Put", "params": {}}),
    ];
    let said = said(|shapes| {
        let cases =
            inputs.map(|input| json!({"operationInputs": [input], "expect": {"error": "a"}}));
        shapes["a#Store"]["traits"]["smithy.rules#endpointTests"] =
            json!({"version": "1.0", "testCases": cases});
    });
    insta::assert_snapshot!(said);
}

/// A setting of one service must not have the name of a method that all settings have: that one would be called.
#[test]
fn every_method_of_the_settings_is_known() {
    let builder = include_str!("../../../generated/src/runtime/config/builder.rs");
    let methods = builder.lines().flat_map(|line| {
        let line = line.trim();
        match line
            .strip_prefix("pub fn ")
            .or(line.strip_prefix("pub(in crate::runtime) fn "))
        {
            Some(rest) => rest.split('(').take(1).collect::<Vec<_>>(),
            // The two methods that a line of the macro `setting!` makes.
            None if line.contains(", set_") => line.split(", ").take(2).collect(),
            None => Vec::new(),
        }
    });
    let methods: Vec<_> = methods.filter(|name| !name.starts_with('$')).collect();
    assert!(methods.len() > 30, "{methods:?}");
    for method in methods {
        assert!(reserved::SETTINGS.contains(&method), "{method}");
    }
}

/// The fixture with another protocol, or none, and what becomes of it.
fn of_protocol(protocol: Option<&str>, any_protocol: bool) -> Result<Vec<String>, String> {
    let mut model = fixture();
    let traits = &mut model["shapes"]["a#Store"]["traits"];
    let traits = traits.as_object_mut().unwrap();
    traits.shift_remove("aws.protocols#restJson1");
    traits.extend(protocol.map(|protocol| (protocol.to_owned(), json!({}))));
    if protocol.is_none() {
        for operation in ["a#Move", "a#List"] {
            let traits = model["shapes"][operation]["traits"].as_object_mut();
            traits.unwrap().shift_remove("smithy.api#http");
        }
    }
    let settings = Settings {
        any_protocol,
        tests: true,
        ..Settings::default()
    };
    let generated = generate(&[source(&model)], &settings);
    let generated = generated.map_err(|faults| faults.to_string())?;
    assert!(generated.files["endpoint_tests.rs"].contains("assert_eq!(resolve_endpoint"));
    Ok(generated.files.into_keys().collect())
}

#[test]
fn endpoint_rules_can_be_tried_without_the_protocol() {
    let has = |files: &[String], path: &str| files.iter().any(|file| file == path);
    for (protocol, has_operations) in [(None, true), (Some("aws.protocols#restXml"), false)] {
        let files = of_protocol(protocol, true).unwrap();
        assert!(has(&files, "endpoint.rs"));
        assert_eq!(
            has(&files, "operation/move_.rs"),
            has_operations,
            "{files:?}"
        );
        let said = of_protocol(protocol, false).unwrap_err();
        assert!(
            said.contains("expected `aws.protocols#restJson1`"),
            "{said}"
        );
    }
}
