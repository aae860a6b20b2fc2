//! Clients of some operations alone.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use insta::assert_snapshot;
use ivs_realtime_codegen::internals::assemble::assemble;
use ivs_realtime_codegen::internals::ir::{Name, Service, Structure};
use ivs_realtime_codegen::internals::load::load;
use ivs_realtime_codegen::internals::model::Model;
use ivs_realtime_codegen::internals::resolve::{self, resolve};
use ivs_realtime_codegen::internals::validate::{Options, validate};
use ivs_realtime_codegen::{Diagnostics, Generated, Settings, Source, generate};
use serde_json::{Value, json};

const THREE: [&str; 3] = ["CreateParticipantToken", "GetStage", "ListParticipants"];

/// The model of this repository.
fn ivs() -> Vec<Source> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../model");
    let files = [
        "ivs-realtime.json",
        "documentation.json",
        "customizations.json",
    ];
    let source = |name: &str| Source {
        name: name.to_owned(),
        bytes: fs::read(folder.join(name)).expect("the repository has a model"),
    };
    files.map(source).to_vec()
}

fn owned(names: &[&str]) -> Option<Vec<String>> {
    Some(names.iter().map(|name| (*name).to_owned()).collect())
}

fn model(sources: &[Source]) -> Model {
    let assembled = load(sources).and_then(assemble);
    assembled
        .and_then(|all| validate(all, &Options::default()))
        .unwrap_or_else(|faults| panic!("{faults}"))
}

fn resolved(model: &Model, operations: Option<Vec<String>>) -> Service {
    let settings = resolve::Settings {
        omit_unsupported: true,
        tests: true,
        operations,
        ..resolve::Settings::default()
    };
    resolve(model.clone(), &settings).unwrap_or_else(|faults| panic!("{faults}"))
}

fn generated(operations: &[&str]) -> Generated {
    let settings = Settings {
        tests: true,
        operations: owned(operations),
        ..Settings::default()
    };
    generate(&ivs(), &settings).unwrap_or_else(|faults| panic!("{faults}"))
}

/// What users of the client write: paths, names and types.
fn surface(service: &Service) -> BTreeSet<String> {
    let mut surface = BTreeSet::new();
    let mut structure = |place: &str, structure: &Structure| {
        for field in &structure.fields {
            surface.insert(format!(
                "{place}::{}.{}: {:?} {:?}{}",
                structure.name,
                field.name,
                field.ty,
                field.presence,
                if field.boxed { " in a box" } else { "" },
            ));
        }
        surface.insert(format!("{place}::{}::{}", structure.module, structure.name));
    };
    for operation in &service.operations {
        let place = format!("operation::{}", operation.module);
        structure(&place, &operation.input);
        structure(&place, &operation.output);
    }
    for one in &service.structures {
        structure("types", one);
    }
    for error in &service.errors {
        structure("types::error", &error.structure);
    }
    let mut item = |name: &Name, module: &Name, variants: Vec<&Name>| {
        surface.insert(format!("types::{module}::{name} {variants:?}"));
    };
    for one in &service.unions {
        let variants = one.variants.iter().map(|variant| &variant.name);
        item(&one.name, &one.module, variants.collect());
    }
    for one in &service.enums {
        let variants = one.variants.iter().map(|variant| &variant.name);
        item(&one.name, &one.module, variants.collect());
    }
    for one in &service.int_enums {
        let variants = one.variants.iter().map(|variant| &variant.name);
        item(&one.name, &one.module, variants.collect());
    }
    for operation in &service.operations {
        surface.insert(format!("Client::{}", operation.method));
    }
    surface
}

/// The client of each operation alone has nothing that the whole client has not, and all of them together have all.
fn holds_for_each(sources: &[Source]) {
    let model = model(sources);
    let whole = surface(&resolved(&model, None));
    let mut together = BTreeSet::new();
    for operation in &model.operations {
        let part = surface(&resolved(&model, owned(&[operation.id.name()])));
        let others: Vec<&String> = part.difference(&whole).collect();
        assert!(others.is_empty(), "{}: {others:#?}", operation.id);
        together.extend(part);
    }
    assert!(whole == together, "{:#?}", &whole - &together);
}

#[test]
fn names_and_types_are_those_of_the_whole_client() {
    holds_for_each(&ivs());
}

/// Of other services too, where their models lie beside the repository.
#[test]
fn names_and_types_of_other_services_stay_too() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/models");
    for name in ["ivschat-2020-07-14.json", "schemas-2019-12-02.json"] {
        if let Ok(bytes) = fs::read(folder.join(name)) {
            let name = name.to_owned();
            holds_for_each(&[Source { name, bytes }]);
        }
    }
}

#[test]
fn keeps_what_the_operations_reach() {
    let service = resolved(&model(&ivs()), owned(&THREE));
    let operations: Vec<&str> = service
        .operations
        .iter()
        .map(|one| one.wire_name.as_str())
        .collect();
    assert_eq!(operations, THREE);
    let errors: Vec<&str> = service.errors.iter().map(|one| one.code.as_str()).collect();
    let expected = [
        "AccessDeniedException",
        "PendingVerification",
        "ResourceNotFoundException",
        "ServiceQuotaExceededException",
        "ValidationException",
    ];
    assert_eq!(errors, expected);
    let list = service
        .operations
        .iter()
        .find(|one| one.wire_name == "ListParticipants");
    assert!(list.is_some_and(|list| list.pagination.is_some()));
    assert!(service.endpoint_rules.is_some());
}

#[test]
fn is_a_fraction_of_the_whole() {
    let (part, whole) = (
        generated(&THREE),
        generate(&ivs(), &Settings::default()).unwrap(),
    );
    assert_eq!(part.counts.operations, 3);
    assert!(
        part.counts.lines * 4 < whole.counts.lines,
        "{:?}",
        part.counts
    );
}

/// What documentation says of things that are left out stays, as code.
#[test]
fn documentation_links_to_what_is_there() {
    let page = |generated: &Generated| generated.files["client.rs"].clone();
    let whole = page(&generate(&ivs(), &Settings::default()).unwrap());
    assert!(whole.contains("[`Composition`](super::types::Composition): a running"));
    let part = page(&generated(&["GetStage"]));
    assert!(part.contains("- `Composition`: a running"));
    assert!(part.contains("[`Stage`](super::types::Stage)"));
}

/// Two operations with a shape of the same name each, of which one gives way; and one with an event stream.
fn shop() -> Vec<Source> {
    let operation = |name: &str, input: &str| {
        json!({
            "type": "operation",
            "input": {"target": input},
            "traits": {"smithy.api#http": {"method": "POST", "uri": format!("/{name}")}}
        })
    };
    let holding =
        |target: &str| json!({"type": "structure", "members": {"thing": {"target": target}}});
    let thing = |member: &str| json!({"type": "structure", "members": {member: {"target": "smithy.api#String"}}});
    let shapes = json!({
        "a#Shop": {
            "type": "service",
            "version": "1",
            "operations": [{"target": "a#Open"}, {"target": "a#Close"}, {"target": "a#Watch"}],
            "rename": {"b#Thing": "thing_"},
            "traits": {"aws.protocols#restJson1": {}}
        },
        "a#Open": operation("open", "a#OpenInput"),
        "a#OpenInput": holding("a#Thing"),
        "a#Thing": thing("ours"),
        "a#Close": operation("close", "a#CloseInput"),
        "a#CloseInput": holding("b#Thing"),
        "b#Thing": thing("theirs"),
        "a#Watch": operation("watch", "a#WatchInput"),
        "a#WatchInput": {
            "type": "structure",
            "members": {"events": {"target": "a#Events", "traits": {"smithy.api#httpPayload": {}}}}
        },
        "a#Events": {
            "type": "union",
            "members": {"one": {"target": "a#Thing"}},
            "traits": {"smithy.api#streaming": {}}
        },
    });
    let model: Value = json!({"smithy": "2.0", "shapes": shapes});
    let name = "shop.json".to_owned();
    vec![Source {
        name,
        bytes: model.to_string().into_bytes(),
    }]
}

fn of_shop(operations: &[&str]) -> Result<Generated, Diagnostics> {
    let settings = Settings {
        operations: owned(operations),
        ..Settings::default()
    };
    generate(&shop(), &settings)
}

#[test]
fn a_name_gives_way_to_one_that_is_not_there() {
    let names = |operations| -> Vec<String> {
        let structures = resolved(&model(&shop()), operations).structures.into_iter();
        structures
            .map(|structure| structure.name.to_string())
            .collect()
    };
    let whole = names(None);
    assert_eq!(whole.len(), 2);
    assert!(whole.contains(&"Thing".to_owned()));
    let gave_way: Vec<String> = whole.into_iter().filter(|name| name != "Thing").collect();
    assert_eq!(names(owned(&["Close"])), gave_way);
    assert_eq!(names(owned(&["a#Open"])), ["Thing"]);
}

#[test]
fn an_event_stream_that_nobody_wants_is_no_fault() {
    let part = of_shop(&["Open"]).unwrap();
    assert!(part.omitted.is_empty());
    assert!(of_shop(&["Open", "Watch"]).is_err());
}

#[test]
fn names_that_no_operation_has_are_told() {
    let told = |operations: &[&str]| of_shop(operations).unwrap_err().to_string();
    assert_snapshot!([told(&["open", "Clos", "b#Open", "Buy"]), told(&[]),].join("\n\n"));
}
