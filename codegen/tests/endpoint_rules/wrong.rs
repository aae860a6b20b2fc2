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
    ]));
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
