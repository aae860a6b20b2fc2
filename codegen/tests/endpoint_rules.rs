//! Endpoint rules: what they compile to, and what is said of wrong ones.

#[cfg(test)]
#[path = "endpoint_rules/bdd.rs"]
mod bdd;
#[cfg(test)]
#[path = "endpoint_rules/context.rs"]
mod context;
#[cfg(test)]
#[path = "endpoint_rules/mutations.rs"]
mod mutations;
#[cfg(test)]
#[path = "support/pointers.rs"]
mod pointers;
#[cfg(test)]
#[path = "support/random.rs"]
mod random;
#[cfg(test)]
#[path = "endpoint_rules/wrong.rs"]
mod wrong;

use std::io::Write as _;
use std::path::{Path, PathBuf};

use ivs_realtime_codegen::Diagnostics;
use ivs_realtime_codegen::internals::emit::endpoint::{endpoint_page, endpoint_tests_page};
use ivs_realtime_codegen::internals::format::format_page;
use ivs_realtime_codegen::internals::ir::RuntimePath;
use ivs_realtime_codegen::internals::ir::endpoint::EndpointRules;
use ivs_realtime_codegen::internals::model::ShapeId;
use ivs_realtime_codegen::internals::resolve::endpoint::{
    resolve_endpoint_bdd, resolve_endpoint_rules, resolve_endpoint_tests,
};
use proc_macro2::TokenStream;
use quote::quote;
use serde_json::{Value, json};

fn service() -> ShapeId {
    ShapeId::parse("com.example#Example").expect("an id")
}

/// The rules in a trait, or what is wrong with it.
fn compiled(rule_set: &Value) -> Result<EndpointRules, String> {
    let mut diagnostics = Diagnostics::new();
    let rules = resolve_endpoint_rules(&service(), rule_set, &mut diagnostics);
    assert_eq!(rules.is_some(), diagnostics.is_empty());
    rules.ok_or_else(|| diagnostics.to_string())
}

fn text(tokens: TokenStream) -> String {
    format_page(tokens).expect("emitted code is Rust")
}

fn page(rules: &EndpointRules) -> String {
    text(endpoint_page(rules, &RuntimePath::default()))
}

fn tests_page(rules: &EndpointRules, tests: &Value) -> String {
    let mut diagnostics = Diagnostics::new();
    let tests = resolve_endpoint_tests(&service(), tests, rules, None, &mut diagnostics);
    assert_eq!(diagnostics.to_string(), "");
    let page = quote!(crate::api::endpoint);
    text(endpoint_tests_page(&tests, &page, &RuntimePath::default()))
}

/// A rule set with a bit of everything.
fn small_rule_set() -> Value {
    json!({
        "version": "1.1",
        "parameters": {
            "Region": {
                "type": "String", "builtIn": "AWS::Region", "documentation": "The region."
            },
            "UseFIPS": {
                "type": "Boolean", "builtIn": "AWS::UseFIPS", "required": true, "default": false,
                "documentation": "Whether to use FIPS endpoints."
            },
            "Stage": {
                "type": "String", "required": true, "default": "prod",
                "documentation": "The stage.",
                "deprecated": {"message": "nobody uses it", "since": "2024-01-01"}
            },
            "Tenant": {"type": "String", "required": true, "documentation": ""}
        },
        "rules": [
            {
                "type": "tree",
                "documentation": "With a region, its partition decides.",
                "conditions": [
                    {"fn": "isSet", "argv": [{"ref": "Region"}]},
                    {"fn": "aws.partition", "argv": [{"ref": "Region"}], "assign": "Partition"}
                ],
                "rules": [
                    {
                        "type": "tree",
                        "conditions": [{"fn": "booleanEquals", "argv": [{"ref": "UseFIPS"}, true]}],
                        "rules": [{
                            "type": "endpoint",
                            "conditions": [{
                                "fn": "getAttr", "argv": [{"ref": "Partition"}, "supportsFIPS"]
                            }, {
                                "fn": "not",
                                "argv": [{"fn": "stringEquals", "argv": ["{Stage}", "beta"]}]
                            }],
                            "endpoint": {"url": "https://{Tenant}-fips.{Region}.{Partition#dnsSuffix}"}
                        }]
                    },
                    {
                        "type": "endpoint",
                        "conditions": [],
                        "endpoint": {
                            "url": "https://{Tenant}.{Region}.{Partition#dnsSuffix}/{Stage}",
                            "headers": {"x-stage": ["{Stage}", "{{literal}}"]},
                            "properties": {
                                "authSchemes": [
                                    {"name": "sigv4", "signingRegion": "{Region}", "disableDoubleEncoding": true}
                                ]
                            }
                        }
                    }
                ]
            },
            {"type": "error", "conditions": [], "error": "Missing Region"}
        ]
    })
}

#[test]
fn a_small_rule_set() {
    let rules = compiled(&small_rule_set()).unwrap();
    insta::assert_snapshot!(page(&rules));
    let tests = json!({
        "version": "1.0",
        "testCases": [
            {
                "documentation": "For region us-east-1, with 1 header & more",
                "params": {"Region": "us-east-1", "Tenant": "t", "UseFIPS": false},
                "expect": {"endpoint": {
                    "url": "https://t.us-east-1.amazonaws.com/prod",
                    "headers": {"x-stage": ["prod", "{literal}"]},
                    "properties": {"authSchemes": [
                        {"name": "sigv4", "signingRegion": "us-east-1", "disableDoubleEncoding": true}
                    ]}
                }}
            },
            {"params": {"Tenant": "t"}, "expect": {"error": "Missing Region"}},
            {
                "documentation": "For a partition that lacked dual-stack endpoints once",
                "expect": {
                    "error": "DualStack is enabled but this partition does not support DualStack"
                }
            }
        ]
    });
    insta::assert_snapshot!(tests_page(&rules, &tests));
}

#[test]
fn rules_without_parameters_and_rules() {
    let rules = json!({"version": "1.0", "parameters": {}, "rules": []});
    insta::assert_snapshot!(page(&compiled(&rules).unwrap()));
}

#[test]
fn a_property_of_several_endpoints_is_written_once() {
    let endpoint = |conditions: Value, url: &str| {
        json!({
            "type": "endpoint",
            "conditions": conditions,
            "endpoint": {
                "url": url,
                "properties": {"authSchemes": [{"name": "sigv4a"}], "1": {"a": true}, "b": "same"}
            }
        })
    };
    let set = json!([{"fn": "isSet", "argv": [{"ref": "Region"}]}]);
    let rules = json!({
        "version": "1.0",
        "parameters": {"Region": {"type": "string", "documentation": "The region."}},
        "rules": [endpoint(set, "https://{Region}.example.com"), endpoint(json!([]), "https://example.com")]
    });
    let page = page(&compiled(&rules).unwrap());
    for (text, times) in [
        ("object([(\"name\", \"sigv4a\".into())])", 1),
        ("fn auth_schemes() -> Document", 1),
        ("auth_schemes()", 3),
        ("property()", 3),
        ("with_property(\"b\", \"same\")", 2),
    ] {
        assert_eq!(page.matches(text).count(), times, "{text}\n{page}");
    }
}

/// The Smithy models in a folder; none if it is not there.
fn models(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder) else {
        // Past the test harness, which keeps what a passing test prints.
        let _ = writeln!(
            std::io::stderr(),
            "skipped: {} is not there",
            folder.display()
        );
        return Vec::new();
    };
    let mut files: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    files.retain(|file| {
        file.extension()
            .is_some_and(|extension| extension == "json")
    });
    files.sort();
    files
}

#[test]
fn every_rule_set_at_hand_compiles() {
    let shared = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared");
    let mut files = models(&shared.join("models"));
    files.extend(models(
        &shared.join("conformance/endpoint-rules/rules-engine-valid"),
    ));
    for file in files {
        let model: Value = serde_json::from_str(&std::fs::read_to_string(&file).unwrap()).unwrap();
        for (id, shape) in model["shapes"].as_object().unwrap() {
            if let Some(rule_set) = shape["traits"].get("smithy.rules#endpointRuleSet") {
                let tests = shape["traits"].get("smithy.rules#endpointTests");
                compiles(&format!("{}: {id}", file.display()), rule_set, tests);
            }
        }
    }
}

fn compiles(name: &str, rule_set: &Value, tests: Option<&Value>) {
    let rules = compiled(rule_set).unwrap_or_else(|faults| panic!("{name}: {faults}"));
    assert!(page(&rules).contains("pub fn resolve_endpoint"), "{name}");
    if let Some(tests) = tests {
        let cases = tests["testCases"].as_array().map_or(0, Vec::len);
        let page = tests_page(&rules, tests);
        assert_eq!(page.matches("#[test]").count(), cases, "{name}");
    }
    for helper in &rules.helpers {
        assert!(helper.locals.len() < 8, "{name}: {}", helper.name);
    }
}
