//! The verdicts of a comparison: for each single change of a small model its rule, its class and its path in Rust.

mod cases;

use std::fs;
use std::io::Write as _;
use std::path::Path;

use ivs_realtime_codegen::Source;
use ivs_realtime_codegen::internals::diff::render::{self, Options, Style};
use ivs_realtime_codegen::internals::diff::{Change, Class, Comparison, Rule, Side, compare};
use serde_json::{Value, json};

const PACKAGE: &str = env!("CARGO_MANIFEST_DIR");

/// A model with something of everything that a rule is about.
fn model() -> Value {
    json!({
        "a#Shop": {"type": "service", "version": "1", "operations": [{"target": "a#PutItem"}, {"target": "a#ListItems"}],
            "errors": [{"target": "a#Fault"}], "traits": {"aws.protocols#restJson1": {}, "smithy.api#documentation": "A shop.",
            "aws.auth#sigv4": {"name": "shop"}, "smithy.rules#endpointRuleSet": rules("https://a.example")}},
        "a#PutItem": {"type": "operation", "input": {"target": "a#PutIn"}, "output": {"target": "a#PutOut"},
            "errors": [{"target": "a#Gone"}], "traits": {"smithy.api#http": {"method": "POST", "uri": "/put"},
            "smithy.waiters#waitable": {"ItemThere": {"acceptors": [{"state": "success", "matcher": {"success": true}}]}}}},
        "a#ListItems": {"type": "operation", "input": {"target": "a#ListIn"}, "output": {"target": "a#ListOut"}, "traits": {
            "smithy.api#http": {"method": "GET", "uri": "/list"}, "smithy.api#readonly": {},
            "smithy.api#paginated": {"inputToken": "token", "outputToken": "token", "items": "items", "pageSize": "size"}}},
        "a#PutIn": {"type": "structure", "members": {
            "name": {"target": "a#Name", "traits": {"smithy.api#required": {}}}, "note": {"target": "smithy.api#String"},
            "key": {"target": "smithy.api#String", "traits": {"smithy.api#idempotencyToken": {}}},
            "count": {"target": "smithy.api#Integer", "traits": {"smithy.api#default": 1}}, "item": {"target": "a#Item"}}},
        "a#PutOut": {"type": "structure", "members": {"item": {"target": "a#Item"}, "loose": {"target": "a#Loose"}}},
        "a#ListIn": {"type": "structure", "members": {
            "token": {"target": "smithy.api#String", "traits": {"smithy.api#httpQuery": "token"}},
            "size": {"target": "smithy.api#Integer", "traits": {"smithy.api#httpQuery": "size"}}}},
        "a#ListOut": {"type": "structure", "members": {"token": {"target": "smithy.api#String"}, "items": {"target": "a#Items"},
            "names": {"target": "a#Names"}}},
        "a#Item": {"type": "structure", "members": {
            "arn": {"target": "smithy.api#String", "traits": {"smithy.api#required": {}}},
            "label": {"target": "smithy.api#String", "traits": {"smithy.api#documentation": "A label."}},
            "state": {"target": "a#State"}, "level": {"target": "a#Level"}, "choice": {"target": "a#Choice"},
            "made": {"target": "smithy.api#Timestamp"}, "tags": {"target": "a#Names"}, "inner": {"target": "a#Loose"},
            "on": {"target": "smithy.api#Boolean", "traits": {"smithy.api#default": false}}}},
        "a#Loose": {"type": "structure", "members": {"text": {"target": "smithy.api#String"}}},
        "a#Items": {"type": "list", "member": {"target": "a#Item"}},
        "a#Names": {"type": "list", "member": {"target": "a#Name"}},
        "a#Name": {"type": "string", "traits": {"smithy.api#length": {"min": 1, "max": 9}}},
        "a#State": {"type": "enum", "members": {"ON": value("on"), "OFF": value("off")}},
        "a#Level": {"type": "intEnum", "members": {"LOW": value(1), "HIGH": value(2)}},
        "a#Choice": {"type": "union", "members": {"one": {"target": "smithy.api#String"}, "two": {"target": "smithy.api#Integer"}}},
        "a#Gone": {"type": "structure", "members": {"message": {"target": "smithy.api#String"},
            "hint": {"target": "smithy.api#String"}}, "traits": {"smithy.api#error": "client", "smithy.api#httpError": 404}},
        "a#Fault": {"type": "structure", "members": {}, "traits": {"smithy.api#error": "server"}}
    })
}

fn value(value: impl Into<Value>) -> Value {
    let value: Value = value.into();
    json!({"target": "smithy.api#Unit", "traits": {"smithy.api#enumValue": value}})
}

fn rules(url: &str) -> Value {
    json!({"version": "1.0", "parameters": {"Region": {"type": "String", "builtIn": "AWS::Region"}},
        "rules": [{"type": "endpoint", "conditions": [], "endpoint": {"url": url}}]})
}

fn side(shapes: &Value) -> Side {
    let text = json!({"smithy": "2.0", "shapes": shapes}).to_string();
    let source = Source {
        name: "model.json".to_owned(),
        bytes: text.into_bytes(),
    };
    Side::read(&[source], None).unwrap_or_else(|faults| panic!("{faults}"))
}

/// The model after an edit: a place in it, and what stands there; null removes it. In a place, `@name` is a trait.
fn edited(edits: &[(&str, Value)]) -> Value {
    let mut model = model();
    for (place, value) in edits {
        let (shape, rest) = place.split_once('/').unwrap_or((place, ""));
        let keys: Vec<String> = std::iter::once(format!("a#{shape}"))
            .chain(rest.split('/').filter(|key| !key.is_empty()).map(|key| {
                match key.strip_prefix('@') {
                    Some(name) if name.contains('#') => name.to_owned(),
                    Some(name) => format!("smithy.api#{name}"),
                    None => key.to_owned(),
                }
            }))
            .collect();
        let (last, way) = keys.split_last().expect("a place has a key");
        let mut at = &mut model;
        for key in way {
            at = &mut at[key.as_str()];
        }
        if value.is_null() {
            at.as_object_mut()
                .expect("it stands in an object")
                .shift_remove(last)
                .expect("it was there");
        } else {
            at[last.as_str()] = value.clone();
        }
    }
    model
}

/// What a comparison found, a line for each change.
fn verdicts(comparison: &Comparison) -> Vec<String> {
    let changes = comparison.changes.iter();
    let mut lines: Vec<String> = changes
        .map(|change| format!("{} {} {}", change.class(), change.rule.code(), change.path))
        .collect();
    lines.sort();
    lines
}

/// An edit of the model, and all that it changes.
struct Case {
    edits: Vec<(&'static str, Value)>,
    /// What the edit changes.
    forth: Vec<String>,
    /// What taking the edit back changes.
    back: Vec<String>,
}

fn case<const N: usize>(edits: [(&'static str, Value); N], forth: &[&str], back: &[&str]) -> Case {
    let owned = |lines: &[&str]| {
        let mut lines: Vec<String> = lines.iter().map(|line| (*line).to_owned()).collect();
        lines.sort();
        lines
    };
    Case {
        edits: edits.into(),
        forth: owned(forth),
        back: owned(back),
    }
}

#[test]
fn each_change_has_its_verdict_both_ways() {
    let plain = side(&model());
    let mut wrong = Vec::new();
    let cases = cases::cases();
    assert!(cases.len() >= 60, "{} cases", cases.len());
    for case in &cases {
        let other = side(&edited(&case.edits));
        for (way, expected, found) in [
            ("forth", &case.forth, verdicts(&compare(&plain, &other))),
            ("back", &case.back, verdicts(&compare(&other, &plain))),
        ] {
            if found != *expected {
                let places: Vec<&str> = case.edits.iter().map(|(place, _)| *place).collect();
                wrong.push(format!(
                    "{places:?} {way}: found {found:#?}, expected {expected:#?}"
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_model_does_not_differ_from_itself() {
    let (one, other) = (side(&model()), side(&model()));
    let comparison = compare(&one, &other);
    assert_eq!(
        (comparison.class(), comparison),
        (None, Comparison::default())
    );
}

/// The older state of the service's published model against the model of this repository.
#[test]
fn an_older_state_of_the_model_against_this_one() {
    let path = Path::new(PACKAGE).join("../../shared/models/ivs-realtime-2020-07-14.json");
    let Ok(bytes) = fs::read(&path) else {
        // Past the test harness, which keeps what a passing test prints.
        let _ = writeln!(std::io::stderr(), "skipped: there is no {}", path.display());
        return;
    };
    let old = Source {
        name: "old.json".to_owned(),
        bytes,
    };
    let new = ["ivs-realtime", "documentation", "customizations"].map(|name| Source {
        name: format!("{name}.json"),
        bytes: fs::read(Path::new(PACKAGE).join(format!("../model/{name}.json")))
            .expect("the model is there"),
    });
    let read =
        |files: &[Source]| Side::read(files, None).unwrap_or_else(|faults| panic!("{faults}"));
    let mut comparison = compare(&read(&[old]), &read(&new));
    // The prose of this repository is its own, and changes every day.
    let is_fact = |change: &Change| change.rule != Rule::DocumentationChanged;
    comparison.changes.retain(is_fact);
    insta::assert_snapshot!(render::text(
        &comparison,
        &Options::default(),
        &|_, text| text.to_owned()
    ));
}

/// A model with one change of each class, and one that is none of the crate's.
fn three_changes() -> Comparison {
    let new = edited(&[
        ("Item/members/label", Value::Null),
        ("State/members/LOST", value("lost")),
        ("Item/members/arn/traits/@length", json!({"max": 20})),
        ("Shop/traits/@documentation", json!("Another shop.")),
    ]);
    compare(&side(&model()), &side(&new))
}

fn options() -> Options {
    Options {
        version: Some("0.3.1".to_owned()),
        documentation: false,
    }
}

#[test]
fn text_for_people() {
    let painted = render::text(&three_changes(), &options(), &|style, text| match style {
        Style::Heading(Class::Breaking) => format!("<worst>{text}</worst>"),
        Style::Heading(_) => format!("<head>{text}</head>"),
        Style::Path => format!("<path>{text}</path>"),
        Style::Quiet => format!("<quiet>{text}</quiet>"),
    });
    insta::assert_snapshot!(painted);
}

#[test]
fn markdown_for_pull_requests() {
    insta::assert_snapshot!(render::markdown(&three_changes(), &options()));
}

#[test]
fn json_for_programs() {
    insta::assert_snapshot!(format!("{:#}", render::json(&three_changes(), &options())));
}

#[test]
fn one_side_without_documentation_is_not_compared_in_it() {
    let bare = edited(&[
        ("Shop/traits/@documentation", Value::Null),
        ("Item/members/label/traits/@documentation", Value::Null),
    ]);
    let comparison = compare(&side(&model()), &side(&bare));
    assert_eq!(comparison.class(), None);
    assert_eq!(
        comparison.notes,
        ["documentation was not compared: the new model has none"]
    );
}

#[test]
fn text_of_a_model_cannot_command_a_terminal() {
    let note = json!({"message": "one\n\u{1b}[31mtwo"});
    let new = edited(&[("PutItem/traits/@deprecated", note)]);
    let comparison = compare(&side(&model()), &side(&new));
    let [change] = comparison.changes.as_slice() else {
        panic!("{:?}", comparison.changes)
    };
    assert_eq!(change.rule, Rule::MethodDeprecated);
    assert_eq!(change.what, "deprecated: one [31mtwo");
}
