//! What is said of wrong rule sets.

use super::*;

/// A rule set with one rule, whose only condition is this.
fn with_condition(condition: Value) -> Value {
    with_rule(json!({
        "type": "endpoint", "conditions": [condition], "endpoint": {"url": "https://example.com"}
    }))
}

/// A rule set with this rule two levels deep.
fn with_rule(rule: Value) -> Value {
    json!({
        "version": "1.1",
        "parameters": {
            "Region": {"type": "string", "documentation": "The region."},
            "Flag": {"type": "boolean", "required": true, "default": true, "documentation": "A flag."}
        },
        "rules": [{"type": "tree", "conditions": [], "rules": [rule]}]
    })
}

fn with_parameters(parameters: Value) -> Value {
    json!({"version": "1.0", "parameters": parameters, "rules": []})
}

fn said(all: &[(&str, Value)]) -> String {
    let said = all.iter().map(|(name, rule_set)| {
        let said = compiled(rule_set).expect_err(name);
        format!("## {name}\n{said}\n")
    });
    said.collect::<Vec<_>>().join("\n")
}

#[test]
fn wrong_functions() {
    let call = |name: &str, argv: Value| with_condition(json!({"fn": name, "argv": argv}));
    let region = json!({"ref": "Region"});
    let flag = json!({"ref": "Flag"});
    let mut too_old = call("coalesce", json!([region, "x"]));
    too_old["version"] = json!("1.0");
    insta::assert_snapshot!(said(&[
        ("unknown function", call("aws.region", json!([]))),
        ("too few arguments", call("stringEquals", json!(["a"]))),
        ("too many arguments", call("parseURL", json!(["a", "b"]))),
        (
            "argument of another type",
            call("stringEquals", json!(["a", flag]))
        ),
        (
            "argument that may be unset",
            call("stringEquals", json!([region, "a"]))
        ),
        (
            "two wrong arguments",
            call("substring", json!([flag, -1, 2, false]))
        ),
        (
            "undefined reference",
            call("isSet", json!([{"ref": "region"}]))
        ),
        (
            "unknown member",
            call(
                "getAttr",
                json!([{"fn": "aws.partition", "argv": ["a"]}, "dns"])
            )
        ),
        ("index of a string", call("getAttr", json!(["a", "[0]"]))),
        (
            "bad index",
            call(
                "getAttr",
                json!([{"fn": "split", "argv": ["a", "-", 0]}, "[x]"])
            )
        ),
        ("unlike choices", call("ite", json!([flag, "a", true]))),
        ("one choice", call("coalesce", json!(["a"]))),
        ("function of a later version", too_old),
        (
            "neither function nor reference",
            call("not", json!([{"x": 1}]))
        ),
        ("null", call("not", json!([null]))),
        ("no argv", with_condition(json!({"fn": "not"}))),
        (
            "taken name",
            with_condition(json!({"fn": "parseURL", "argv": ["a"], "assign": "Flag"}))
        ),
        (
            "bad name",
            with_condition(json!({"fn": "parseURL", "argv": ["a"], "assign": "1"}))
        ),
        ("no condition", with_condition(json!({"ref": "Flag"}))),
        ("a list for a condition", with_condition(json!([]))),
        (
            "argv that is no list",
            with_condition(json!({"fn": "not", "argv": {"ref": "Flag"}}))
        ),
        (
            "a function that is no name",
            with_condition(json!({"fn": 1, "argv": []}))
        ),
        (
            "a name that is no text",
            with_condition(json!({"fn": "parseURL", "argv": ["a"], "assign": true}))
        ),
        ("a list for an argument", call("not", json!([[flag]]))),
        ("a fraction", call("substring", json!(["a", 0, 1.5, false]))),
        (
            "a number beyond all bounds",
            call("substring", json!(["a", 0, 1e300, false]))
        ),
        ("text for a number", call("split", json!(["a", "-", "1"]))),
        (
            "a reference and more",
            call("not", json!([{"ref": "Flag", "fn": "not"}]))
        ),
        (
            "a reference that is no name",
            call("not", json!([{"ref": 1}]))
        ),
        (
            "deep inside",
            call(
                "not",
                json!([{"fn": "not", "argv": [{"fn": "isSet", "argv": [{"ref": "Flagg"}]}]}])
            )
        ),
        ("a function like another", call("parseUrl", json!(["a"]))),
        ("a choice of numbers", call("ite", json!([flag, 1, 2]))),
        ("a choice by text", call("ite", json!(["true", "a", "b"]))),
        (
            "choices of records",
            call(
                "coalesce",
                json!([{"fn": "parseURL", "argv": ["a"]}, {"fn": "aws.parseArn", "argv": ["a"]}])
            )
        ),
    ]));
}

#[test]
fn wrong_paths() {
    let parts = json!({"fn": "split", "argv": ["a", "-", 0]});
    let paths = [
        "",
        ".",
        "[0",
        "[]",
        "[0]x",
        "[0][1]",
        "[0].a",
        "0",
        "[-]",
        "[--1]",
        "[99999999999999999999]",
    ];
    let mut all: Vec<(String, Value)> = paths
        .iter()
        .map(|path| {
            let condition = json!({"fn": "getAttr", "argv": [parts, path]});
            (format!("{path:?} of a list"), with_condition(condition))
        })
        .collect();
    let url = json!({"fn": "parseURL", "argv": ["https://a"], "assign": "url"});
    for path in [
        "host",
        "scheme.x",
        "scheme[0]",
        "path[",
        ".path",
        "path.",
        "Path",
    ] {
        let url = &url;
        let rule = json!({
            "type": "error",
            "conditions": [url],
            "error": format!("{{url#{path}}}")
        });
        all.push((format!("{path:?} of a URL"), with_rule(rule)));
    }
    let argument = json!({"fn": "getAttr", "argv": [parts, 0]});
    all.push(("a number".to_owned(), with_condition(argument)));
    let reference = json!({"fn": "getAttr", "argv": [parts, {"ref": "Region"}]});
    all.push(("a reference".to_owned(), with_condition(reference)));
    let all: Vec<_> = all
        .iter()
        .map(|(name, value)| (name.as_str(), value.clone()))
        .collect();
    insta::assert_snapshot!(said(&all));
}

#[test]
fn wrong_rules() {
    let endpoint = |endpoint: Value| with_rule(json!({"type": "endpoint", "endpoint": endpoint}));
    let error = |error: Value| with_rule(json!({"type": "error", "error": error}));
    insta::assert_snapshot!(said(&[
        ("unknown type", with_rule(json!({"type": "branch"}))),
        ("no type", with_rule(json!({"conditions": []}))),
        ("no object", with_rule(json!("rule"))),
        (
            "unknown member",
            with_rule(json!({"type": "tree", "rules": [], "url": ""}))
        ),
        (
            "URL of another type",
            endpoint(json!({"url": {"ref": "Flag"}}))
        ),
        ("no URL", endpoint(json!({}))),
        (
            "unset parameter in a URL",
            endpoint(json!({"url": "https://{Region}"}))
        ),
        ("bad template", endpoint(json!({"url": "https://{Flag"}))),
        (
            "header that is no list",
            endpoint(json!({"url": "", "headers": {"a": "b"}}))
        ),
        (
            "bad property",
            endpoint(json!({"url": "", "properties": {"a": [null]}}))
        ),
        ("message of another type", error(json!(1))),
        ("no endpoint", with_rule(json!({"type": "endpoint"}))),
        (
            "no error",
            with_rule(json!({"type": "error", "conditions": []}))
        ),
        ("no rules", with_rule(json!({"type": "tree"}))),
        (
            "an endpoint beside an error",
            with_rule(json!({"type": "error", "error": "", "endpoint": {"url": ""}}))
        ),
        (
            "rules that are no list",
            with_rule(json!({"type": "tree", "rules": {}}))
        ),
        (
            "conditions that are no list",
            with_rule(json!({"type": "error", "error": "", "conditions": {}}))
        ),
        ("an endpoint that is text", endpoint(json!("https://a"))),
        ("a lone brace", endpoint(json!({"url": "https://}a"}))),
        ("no name in braces", endpoint(json!({"url": "https://{}"}))),
        (
            "braces in braces",
            endpoint(json!({"url": "https://{a{b}}"}))
        ),
        (
            "a boolean in a URL",
            endpoint(json!({"url": "https://{Flag}"}))
        ),
        (
            "an unknown name in a header",
            endpoint(json!({"url": "", "headers": {"a/b": ["x", "{regoin}"]}}))
        ),
        (
            "a name that is no header",
            endpoint(json!({"url": "", "headers": {"a b": ["x"], "": ["x"]}}))
        ),
        (
            "a boolean in a header",
            endpoint(json!({"url": "", "headers": {"a": [true]}}))
        ),
        (
            "an unknown name in a property",
            endpoint(json!({"url": "", "properties": {"a": {"b": ["{c}"]}}}))
        ),
        (
            "properties that are no object",
            endpoint(json!({"url": "", "properties": []}))
        ),
        (
            "authentication schemes that are no list",
            endpoint(json!({"url": "", "properties": {"authSchemes": {"name": "sigv4"}}}))
        ),
        (
            "an authentication scheme without a name",
            endpoint(
                json!({"url": "", "properties": {"authSchemes": [{"signingName": "a"}, "sigv4"]}})
            )
        ),
        (
            "authentication schemes that say what cannot be",
            endpoint(json!({"url": "", "properties": {"authSchemes": [
                {"name": "sigv4", "signingRegion": true, "disableDoubleEncoding": "true"},
                {"name": "sigv4", "signingName": ["a"]},
                {"name": "sigv4a", "signingRegionSet": "*"}
            ]}}))
        ),
        (
            "a documentation that is no text",
            with_rule(json!({"type": "error", "error": "", "documentation": 1}))
        ),
        (
            "a variable outside of its rule",
            json!({"version": "1.0", "parameters": {}, "rules": [
                {"type": "error", "conditions": [{"fn": "parseURL", "argv": ["a"], "assign": "url"}], "error": ""},
                {"type": "error", "conditions": [], "error": "{url#path}"}
            ]})
        ),
        (
            "a variable before it is set",
            with_rule(json!({"type": "error", "error": "", "conditions": [
                {"fn": "isSet", "argv": [{"ref": "url"}]},
                {"fn": "parseURL", "argv": ["a"], "assign": "url"}
            ]}))
        ),
        (
            "a variable that is set twice",
            with_rule(json!({"type": "error", "error": "", "conditions": [
                {"fn": "parseURL", "argv": ["a"], "assign": "url"},
                {"fn": "parseURL", "argv": ["b"], "assign": "url"}
            ]}))
        ),
        (
            "several faults in several rules",
            json!({"version": "1.0", "parameters": {}, "rules": [
                {"type": "error", "error": "{a}"},
                {"type": "endpoint", "endpoint": {"url": "{b}", "headers": {"x": ["{c}"]}}},
                {"type": "tree", "rules": [{"type": "eror"}, {"type": "error", "error": "{d}"}]}
            ]})
        ),
    ]));
}

#[test]
fn wrong_parameters() {
    insta::assert_snapshot!(said(&[
        (
            "unknown type",
            with_parameters(json!({"A": {"type": "int"}}))
        ),
        ("no type", with_parameters(json!({"A": {}}))),
        (
            "names alike",
            with_parameters(json!({"AbC": {"type": "string"}, "abC": {"type": "string"}}))
        ),
        (
            "bad name",
            with_parameters(json!({"1": {"type": "string"}}))
        ),
        (
            "default without required",
            with_parameters(json!({"A": {"type": "string", "default": "a"}}))
        ),
        (
            "default of another type",
            with_parameters(
                json!({"A": {"type": "stringArray", "required": true, "default": ["a", 1]}})
            )
        ),
        (
            "built-in of another type",
            with_parameters(json!({"A": {"type": "string", "builtIn": "AWS::UseFIPS"}}))
        ),
        (
            "unknown member",
            with_parameters(json!({"A": {"type": "string", "help": ""}}))
        ),
        (
            "unknown version",
            json!({"version": "2.0", "parameters": {}, "rules": []})
        ),
        ("nothing", json!({})),
        ("no object", json!([])),
        ("parameters that are a list", with_parameters(json!([]))),
        (
            "a parameter that is text",
            with_parameters(json!({"A": "string"}))
        ),
        (
            "default that is null",
            with_parameters(json!({"A": {"type": "string", "required": true, "default": null}}))
        ),
        (
            "default of a boolean",
            with_parameters(
                json!({"A": {"type": "boolean", "required": true, "default": "false"}})
            )
        ),
        (
            "required that is text",
            with_parameters(json!({"A": {"type": "string", "required": "yes"}}))
        ),
        (
            "a built-in that nobody knows",
            with_parameters(json!({"A": {"type": "string", "builtIn": "AWS::Zone"}}))
        ),
        (
            "a built-in that is no text",
            with_parameters(json!({"A": {"type": "string", "builtIn": true}}))
        ),
        (
            "a built-in with a slip",
            with_parameters(json!({"A": {"type": "boolean", "builtIn": "AWS::UseDualstacks"}}))
        ),
        (
            "deprecated by text",
            with_parameters(json!({"A": {"type": "string", "deprecated": "yes"}}))
        ),
        (
            "a version that is a number",
            json!({"version": 1.0, "parameters": {}, "rules": []})
        ),
        (
            "rules that are an object",
            json!({"version": "1.0", "parameters": {}, "rules": {}})
        ),
        (
            "more than there is",
            json!({"version": "1.0", "parameters": {}, "rules": [], "conditions": []})
        ),
    ]));
}

#[test]
fn wrong_tests() {
    let rules = compiled(&small_rule_set()).unwrap();
    let case = |case: Value| json!({"testCases": [case]});
    let said = [
        case(json!({"params": {"Zone": "a"}, "expect": {"error": ""}})),
        case(json!({"params": {"UseFIPS": "a"}, "expect": {"error": ""}})),
        case(json!({"expect": {}})),
        case(json!({})),
        json!({}),
    ]
    .map(|tests| {
        let mut diagnostics = Diagnostics::new();
        let tests = resolve_endpoint_tests(&service(), &tests, &rules, None, &mut diagnostics);
        assert!(tests.cases.is_empty());
        diagnostics.to_string()
    });
    insta::assert_snapshot!(said.join("\n\n"));
}
