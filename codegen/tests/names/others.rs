//! Names of operations and members.

use serde_json::json;

use crate::{fields, service, string_enum, structure, texts, union};

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
