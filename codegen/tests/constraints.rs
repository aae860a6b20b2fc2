//! What is checked of inputs, as data. What is emitted of it is shown by the fixture `constraints`.

use std::path::{Path, PathBuf};

use ivs_realtime_codegen::internals::assemble::assemble;
use ivs_realtime_codegen::internals::ir::{
    CheckKind, Constraints, Form, Limit, MemberCheck, MemberChecks, Name, Need, SimpleKind,
};
use ivs_realtime_codegen::internals::load::{Source, load};
use ivs_realtime_codegen::internals::resolve::{self, resolve};
use ivs_realtime_codegen::internals::validate::{Options, validate};
use serde_json::{Value, json};

fn constraints(sources: &[Source]) -> Constraints {
    let model = load(sources)
        .and_then(assemble)
        .and_then(|all| validate(all, &Options::default()));
    let settings = resolve::Settings {
        omit_unsupported: true,
        ..resolve::Settings::default()
    };
    let service = model.and_then(|model| resolve(model, &settings));
    let service = service.unwrap_or_else(|faults| panic!("{faults}"));
    service.constraints
}

/// Those of a service with one operation, whose input and output are the shapes `a#In` and `a#Out`.
fn of_shapes(shapes: &Value) -> Constraints {
    let mut all = json!({
        "a#Shop": {"type": "service", "version": "1", "operations": [{"target": "a#Go"}],
            "traits": {"aws.protocols#restJson1": {}}},
        "a#Go": {"type": "operation", "input": {"target": "a#In"}, "output": {"target": "a#Out"},
            "traits": {"smithy.api#http": {"method": "POST", "uri": "/go"}}},
        "a#Out": {"type": "structure", "members": {}},
        "a#Short": {"type": "string", "traits": {"smithy.api#length": {"max": 5}}}
    });
    for (id, shape) in shapes.as_object().into_iter().flatten() {
        all[id] = shape.clone();
    }
    constraints(&[Source {
        name: "model.json".to_owned(),
        bytes: json!({"smithy": "2.0", "shapes": all})
            .to_string()
            .into_bytes(),
    }])
}

/// The types that are checked, and the names on the wire of what is checked of them.
fn checked(constraints: &Constraints) -> Vec<(&str, Vec<&str>)> {
    let types = constraints.types.iter();
    let names = types.map(|check| {
        let members: Vec<&str> = match &check.members {
            MemberChecks::Fields(checks) => checks
                .iter()
                .map(|check| check.wire_name.as_str())
                .collect(),
            MemberChecks::Variants(checks) => checks
                .iter()
                .map(|(_, check)| check.wire_name.as_str())
                .collect(),
        };
        (check.name.as_str(), members)
    });
    names.collect()
}

fn input_checks(constraints: &Constraints) -> &[MemberCheck] {
    match &constraints.types[0].members {
        MemberChecks::Fields(checks) => checks,
        MemberChecks::Variants(_) => panic!("an input is a structure"),
    }
}

fn names(constraints: &Constraints) -> Vec<&str> {
    let constants = constraints.constants.iter();
    constants.map(|constant| constant.name.as_str()).collect()
}

#[test]
fn what_leads_to_no_constraint_is_not_checked() {
    let constraints = of_shapes(&json!({
        "a#In": {"type": "structure", "members": {
            "none": {"target": "a#None"},
            "way": {"target": "a#Way"},
            "list": {"target": "a#List"}
        }},
        "a#None": {"type": "structure", "members": {
            "text": {"target": "smithy.api#String"}, "again": {"target": "a#None"}
        }},
        "a#List": {"type": "list", "member": {"target": "a#None"}},
        "a#Way": {"type": "structure", "members": {
            "goal": {"target": "a#Goals"}, "back": {"target": "a#Way"}, "none": {"target": "a#None"}
        }},
        "a#Goals": {"type": "map", "key": {"target": "smithy.api#String"}, "value": {"target": "a#Goal"}},
        "a#Goal": {"type": "union", "members": {
            "text": {"target": "a#Short"}, "way": {"target": "a#Way"}, "free": {"target": "smithy.api#String"}
        }},
        "a#Out": {"type": "structure", "members": {"answer": {"target": "a#Answer"}}},
        "a#Answer": {"type": "structure", "members": {"text": {"target": "a#Short"}}}
    }));
    assert_eq!(
        checked(&constraints),
        [
            ("GoInput", vec!["way"]),
            ("Way", vec!["goal", "back"]),
            ("Goal", vec!["text", "way"]),
        ]
    );
    assert_eq!(names(&constraints), ["SHORT"]);
}

#[test]
fn a_members_constraints_go_before_those_of_its_target() {
    let constraints = of_shapes(&json!({
        "a#In": {"type": "structure", "members": {
            "whole": {"target": "a#Both"},
            "longer": {"target": "a#Both", "traits": {"smithy.api#length": {"min": 1, "max": 9}}},
            "other": {"target": "a#Both", "traits": {"smithy.api#pattern": "b"}}
        }},
        "a#Both": {"type": "string", "traits": {"smithy.api#length": {"max": 5}, "smithy.api#pattern": "a"}}
    }));
    let pattern = |text: &str| Limit::Pattern(text.to_owned());
    let limits: Vec<_> = constraints
        .constants
        .iter()
        .map(|constant| (constant.name.as_str(), constant.limits.clone()))
        .collect();
    assert_eq!(
        limits,
        [
            ("BOTH", vec![Limit::MaxLength(5), pattern("a")]),
            ("IN_LONGER", vec![Limit::Length(1, 9), pattern("a")]),
            ("IN_OTHER", vec![Limit::MaxLength(5), pattern("b")]),
        ]
    );
}

#[test]
fn names_that_clash_are_told_apart() {
    let constraints = of_shapes(&json!({
        "a#In": {"type": "structure", "members": {
            "a": {"target": "a#FooBar"}, "b": {"target": "a#Foo_Bar"}, "c": {"target": "a#_2d"}
        }},
        "a#FooBar": {"type": "string", "traits": {"smithy.api#length": {"max": 1}}},
        "a#Foo_Bar": {"type": "string", "traits": {"smithy.api#length": {"max": 2}}},
        "a#_2d": {"type": "string", "traits": {"smithy.api#length": {"max": 3}}}
    }));
    assert_eq!(names(&constraints), ["FOO_BAR", "FOO_BAR_2", "S_2D"]);
}

#[test]
fn what_a_member_needs_is_data() {
    let required = json!({"smithy.api#required": {}});
    let constraints = of_shapes(&json!({
        "a#Go": {"type": "operation", "input": {"target": "a#In"},
            "traits": {"smithy.api#http": {"method": "POST", "uri": "/go/{label}"}}},
        "a#In": {"type": "structure", "members": {
            "label": {"target": "a#Short", "traits": {"smithy.api#required": {}, "smithy.api#httpLabel": {}}},
            "needed": {"target": "smithy.api#Integer", "traits": required},
            "lenient": {"target": "smithy.api#Integer",
                "traits": {"smithy.api#required": {}, "smithy.api#clientOptional": {}}},
            "nested": {"target": "a#Nested"}
        }},
        "a#Nested": {"type": "structure", "members": {
            "text": {"target": "smithy.api#String", "traits": required},
            "union": {"target": "a#Union", "traits": required},
            "lenient": {"target": "a#Union",
                "traits": {"smithy.api#required": {}, "smithy.api#clientOptional": {}}}
        }},
        "a#Union": {"type": "union", "members": {"a": {"target": "smithy.api#String"}}}
    }));
    let found: Vec<_> = input_checks(&constraints)
        .iter()
        .map(|check| (check.wire_name.as_str(), check.need, &check.value.kind))
        .collect();
    let short = CheckKind::Simple(SimpleKind::String, Some(Name::new("SHORT")));
    assert_eq!(
        found,
        [
            ("label", Need::Label, &short),
            ("needed", Need::Required, &CheckKind::Given),
            ("nested", Need::None, &CheckKind::Structure),
        ]
    );
    // Text that is required is always there: the builder sees to it.
    assert_eq!(checked(&constraints)[1], ("Nested", vec!["union"]));
}

#[test]
fn how_values_are_handed_on_is_data() {
    let limited = json!({"smithy.api#range": {"min": 1}});
    let constraints = of_shapes(&json!({
        "a#In": {"type": "structure", "members": {
            "text": {"target": "a#Short"},
            "number": {"target": "smithy.api#Long", "traits": limited},
            "tree": {"target": "a#Tree"}
        }},
        "a#Tree": {"type": "structure", "members": {
            "left": {"target": "a#Tree"},
            "zero": {"target": "smithy.api#PrimitiveLong",
                "traits": {"smithy.api#range": {"min": 1}, "smithy.api#default": 0}}
        }}
    }));
    let forms = |checks: &[MemberCheck]| -> Vec<Form> {
        checks.iter().map(|check| check.access.form).collect()
    };
    let optional = |boxed| Form::Optional {
        is_option: true,
        boxed,
    };
    let [input, tree] = [0, 1].map(|index| match &constraints.types[index].members {
        MemberChecks::Fields(checks) => forms(checks),
        MemberChecks::Variants(_) => Vec::new(),
    });
    assert_eq!(input, [Form::Borrowed, Form::Copied, optional(false)]);
    assert_eq!(tree, [optional(true), Form::UnlessZero]);
}

#[test]
fn patterns_that_cannot_be_checked_are_listed() {
    let constraints = of_shapes(&json!({
        "a#In": {"type": "structure", "members": {
            "ahead": {"target": "a#Ahead"},
            "wrong": {"target": "a#Short", "traits": {"smithy.api#pattern": "("}}
        }},
        "a#Ahead": {"type": "string", "traits": {"smithy.api#pattern": "(?!a)"}}
    }));
    let unchecked: Vec<_> = constraints
        .unchecked
        .iter()
        .map(|(bearer, reason)| (bearer.as_str(), reason.as_str()))
        .collect();
    assert_eq!(
        unchecked,
        [("Ahead", "look-ahead"), ("In$wrong", "unclosed group")]
    );
    assert_eq!(checked(&constraints), [("GoInput", vec!["wrong"])]);
}

/// The models of public services, where they are at hand, and that of this repository.
fn models() -> Vec<Vec<Source>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let read = |path: PathBuf| Source {
        name: path.display().to_string(),
        bytes: std::fs::read(path).expect("the file can be read"),
    };
    let own = ["ivs-realtime.json", "customizations.json"];
    let own = own.map(|name| read(root.join("model").join(name))).into();
    let shared = std::fs::read_dir(root.join("../shared/models"));
    let shared = shared.into_iter().flatten().filter_map(|entry| {
        let path = entry.ok()?.path();
        (path.extension()? == "json").then(|| vec![read(path)])
    });
    std::iter::once(own).chain(shared).collect()
}

#[test]
fn every_pattern_that_is_checked_can_be_compiled() {
    let mut count = 0;
    for model in models() {
        let limits = constraints(&model).constants;
        for limit in limits.iter().flat_map(|constant| &constant.limits) {
            let (Limit::Pattern(regex) | Limit::TranslatedPattern(_, regex)) = limit else {
                continue;
            };
            // As the runtime does it, with the same limit on its size.
            let compiled = regex::Regex::new(regex);
            assert!(compiled.is_ok(), "{regex}: {compiled:?}");
            count += 1;
        }
    }
    assert!(count >= 20, "{count}");
}
