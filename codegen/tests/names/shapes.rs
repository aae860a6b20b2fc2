//! Names of structures, enums and errors.

use serde_json::{Value, json};

use crate::{service, string_enum, structure, structures, texts};

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
