//! The names that things get where two would get the same, or the emitted code has the name already.

use ivs_realtime_codegen::Source;
use ivs_realtime_codegen::assemble::assemble;
use ivs_realtime_codegen::ir::{Name, RuntimePath, Service, Structure};
use ivs_realtime_codegen::load::load;
use ivs_realtime_codegen::resolve::{Settings, resolve};
use ivs_realtime_codegen::validate::{Options, validate};
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
    let settings = Settings {
        runtime: RuntimePath::default(),
        omit_unsupported: false,
        tests: false,
    };
    load(&[source])
        .and_then(assemble)
        .and_then(|all| validate(all, &Options::default()))
        .and_then(|model| resolve(model, &settings))
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

#[test]
fn shapes_of_one_name_are_numbered_and_the_exact_one_is_not() {
    let shapes = [
        ("a#Foo_Bar", structure(&["a"])),
        ("a#FooBar", structure(&["b"])),
        ("a#fooB_ar", structure(&["c"])),
        ("a#foo_bar_", structure(&["d"])),
        ("a#V1_2", structure(&["e"])),
        ("a#V_1_2", structure(&["f"])),
    ];
    assert_eq!(
        structures(&service(&[], &shapes, &[], json!({}))),
        [
            ("a", "FooBar2", "foo_bar2"),
            ("b", "FooBar", "foo_bar"),
            ("c", "FooBAr", "foo_b_ar"),
            ("d", "FooBar3", "foo_bar3"),
            ("e", "V12", "v12"),
            ("f", "V12_2", "v12_2"),
        ]
    );
}

#[test]
fn shapes_give_way_to_what_the_crate_has() {
    let names = [
        "Option",
        "Client",
        "C",
        "Self",
        "Foo",
        "FooBuilder",
        "Foo_Builder",
        "_2d",
        "Aux",
        "UseInput",
        "Send",
    ];
    let shapes: Vec<(String, Value)> = names
        .iter()
        .enumerate()
        .map(|(index, name)| (format!("a#{name}"), structure(&[&format!("m{index:02}")])))
        .collect();
    let shapes: Vec<(&str, Value)> = shapes
        .iter()
        .map(|(id, shape)| (id.as_str(), shape.clone()))
        .collect();
    assert_eq!(
        structures(&service(&[], &shapes, &[], json!({}))),
        [
            ("m00", "OptionType", "option_type"),
            ("m01", "ClientType", "client_type"),
            ("m02", "CType", "c_type"),
            ("m03", "SelfType", "self_type"),
            ("m04", "Foo", "foo"),
            ("m05", "FooBuilderType", "foo_builder_type"),
            ("m06", "FooBuilderShape", "foo_builder_shape"),
            ("m07", "_2dType", "_2d_type"),
            ("m08", "Aux", "aux_"),
            ("m09", "UseInputType", "use_input_type"),
            ("m10", "Send", "send"),
        ]
    );
}

#[test]
fn shapes_of_other_namespaces_are_renamed_or_say_where_they_are_from() {
    let shapes = [
        ("a#Item", structure(&["a"])),
        ("b#Item", structure(&["b"])),
        ("a#Kind", string_enum(&["x"])),
        ("com.example.other#Kind", string_enum(&["x"])),
    ];
    let service = service(&[], &shapes, &[], json!({"b#Item": "OtherItem"}));
    assert_eq!(
        structures(&service),
        [("a", "Item", "item"), ("b", "OtherItem", "other_item")]
    );
    let enums = texts(service.enums.iter().map(|found| &found.name));
    assert_eq!(enums, ["Kind", "OtherKind"]);
}

#[test]
fn errors_give_way_to_what_the_error_page_has() {
    let names = [
        "a#Error",
        "a#ServiceError",
        "a#SdkError",
        "a#Unhandled",
        "a#UnknownVariantError",
        "a#Bad",
        "a#B_ad",
    ];
    let service = service(&[], &[], &names, json!({}));
    let found: Vec<(&str, &str, &str)> = service
        .errors
        .iter()
        .map(|error| {
            (
                error.code.as_str(),
                error.structure.name.as_str(),
                error.is_method.as_str(),
            )
        })
        .collect();
    assert_eq!(
        found,
        [
            ("B_ad", "BAd", "is_b_ad"),
            ("Bad", "Bad", "is_bad"),
            ("Error", "ErrorType", "is_error_type"),
            ("SdkError", "SdkErrorType", "is_sdk_error_type"),
            ("ServiceError", "ServiceErrorType", "is_service_error_type"),
            ("Unhandled", "UnhandledType", "is_unhandled_type"),
            (
                "UnknownVariantError",
                "UnknownVariantErrorType",
                "is_unknown_variant_error_type"
            ),
        ]
    );
}

#[test]
fn operations_give_way_to_what_pages_import_and_the_client_has() {
    let names = [
        "Build",
        "Builders",
        "Clone",
        "Endpoint",
        "Error",
        "GetUrl",
        "Get_Url",
        "New",
        "Operation",
        "Option",
        "Self",
        "Send",
        "Type",
    ];
    let service = service(&names, &[], &[], json!({}));
    let found: Vec<(&str, &str, &str)> = service
        .operations
        .iter()
        .map(|operation| {
            (
                operation.input.name.as_str(),
                operation.module.as_str(),
                operation.method.as_str(),
            )
        })
        .collect();
    assert_eq!(
        found,
        [
            ("BuildOperationInput", "build", "build"),
            ("BuildersInput", "builders_", "builders"),
            ("CloneInput", "clone", "clone_operation"),
            ("EndpointOperationInput", "endpoint", "endpoint"),
            ("ErrorInput", "error", "error"),
            ("GetUrlInput", "get_url", "get_url"),
            ("GetUrl2Input", "get_url2", "get_url2"),
            ("NewInput", "new", "new_operation"),
            ("OperationInput", "operation_", "operation"),
            ("OptionInput", "option", "option"),
            ("SelfInput", "self_", "self_"),
            ("SendInput", "send", "send"),
            ("TypeInput", "type_", "type"),
            ("UseInput", "use_", "use"),
        ]
    );
    let wire: Vec<&str> = service
        .operations
        .iter()
        .map(|operation| operation.wire_name.as_str())
        .collect();
    assert_eq!(wire[..13], names);
}

#[test]
fn members_keep_their_names_on_the_wire() {
    let members = [
        "fooBar",
        "foo_bar",
        "setFooBar",
        "build",
        "_2fa",
        "URL",
        "stringEnum",
    ];
    let shapes = [
        ("a#S", structure(&members)),
        ("a#U", union(&["fooBar", "foo_bar", "unknown", "Self"])),
        (
            "a#E",
            string_enum(&["fooBar", "foo_bar", "UNKNOWN", "Self"]),
        ),
    ];
    let service = service(&[], &shapes, &[], json!({}));
    let found = &service.structures[0];
    assert_eq!(
        fields(found),
        [
            "foo_bar",
            "foo_bar2",
            "set_foo_bar_value",
            "build_value",
            "_2fa",
            "url",
            "string_enum"
        ]
    );
    let wire: Vec<&str> = found
        .fields
        .iter()
        .map(|field| field.json_name.as_str())
        .collect();
    assert_eq!(wire, members);
    let variants = &service.unions[0].variants;
    let names: Vec<(&str, &str, &str)> = variants
        .iter()
        .map(|variant| {
            (
                variant.json_name.as_str(),
                variant.name.as_str(),
                variant.method_name.as_str(),
            )
        })
        .collect();
    assert_eq!(
        names,
        [
            ("fooBar", "FooBar", "foo_bar"),
            ("foo_bar", "FooBar2", "foo_bar2"),
            ("unknown", "UnknownValue", "unknown_value"),
            ("Self", "SelfValue", "self_"),
        ]
    );
    let names = texts(
        service.enums[0]
            .variants
            .iter()
            .map(|variant| &variant.name),
    );
    assert_eq!(names, ["FooBar", "FooBar2", "UnknownValue", "SelfValue"]);
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
