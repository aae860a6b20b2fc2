//! What `lint` finds in small models: each lint in one that smells and in one that does not.

use ivs_realtime_codegen::Source;
use ivs_realtime_codegen::internals::lint::{ACCEPTED, Finding, LINTS, Options, find, lint};
use serde_json::{Value, json};

/// A documented service of one operation, `Go`, with the input `In` and the output `Out`. Each of `changes` stands in
/// place of the shape of that id; a null removes it.
fn model(changes: Value) -> Value {
    let mut shapes = json!({
        "a#Service": {"type": "service", "version": "1", "operations": [{"target": "a#Go"}],
            "traits": {"aws.protocols#restJson1": {}, "smithy.api#documentation": "A service."}},
        "a#Go": {"type": "operation", "input": {"target": "a#In"}, "output": {"target": "a#Out"},
            "traits": {"smithy.api#http": {"method": "POST", "uri": "/go"}, "smithy.api#documentation": "Goes."}},
        "a#In": {"type": "structure", "members": {}, "traits": {"smithy.api#documentation": "How to go."}},
        "a#Out": {"type": "structure", "members": {}, "traits": {"smithy.api#documentation": "Where it went."}}
    });
    for (id, shape) in changes.as_object().into_iter().flatten() {
        shapes[id] = shape.clone();
    }
    json!({"smithy": "2.0", "shapes": shapes})
}

/// A structure of documented members with these targets and traits.
fn structure(members: &[(&str, &str, Value)]) -> Value {
    let members: serde_json::Map<String, Value> = members
        .iter()
        .map(|(name, target, traits)| {
            let mut traits = traits.clone();
            traits["smithy.api#documentation"] = json!("A member.");
            (
                (*name).to_owned(),
                json!({"target": target, "traits": traits}),
            )
        })
        .collect();
    json!({"type": "structure", "members": members, "traits": {"smithy.api#documentation": "A structure."}})
}

fn run(files: &[Value]) -> Result<Vec<Finding>, String> {
    let sources: Vec<Source> = files
        .iter()
        .enumerate()
        .map(|(index, file)| Source {
            name: format!("{index}.json"),
            bytes: format!("{file:#}").into_bytes(),
        })
        .collect();
    lint(&sources, &Options::default()).map_err(|faults| faults.to_string())
}

/// Code and shape of each finding.
fn found(files: &[Value]) -> Vec<(&'static str, String)> {
    let findings = run(files).unwrap_or_else(|faults| panic!("{faults}"));
    findings
        .iter()
        .map(|finding| (finding.code, finding.shape.to_string()))
        .collect()
}

/// The shapes that the lint `code` finds something about, and nothing else is found.
fn shapes(code: &str, changes: Value) -> Vec<String> {
    let findings = found(&[model(changes)]);
    for (other, shape) in &findings {
        assert_eq!(*other, code, "{shape}");
    }
    findings.into_iter().map(|(_, shape)| shape).collect()
}

const NONE: [&str; 0] = [];

#[test]
fn finds_nothing_in_a_clean_model() {
    assert_eq!(found(&[model(json!({}))]), []);
}

#[test]
fn undocumented() {
    let silent =
        json!({"type": "structure", "members": {"size": {"target": "smithy.api#Integer"}}});
    assert_eq!(
        shapes("undocumented", json!({"a#In": silent})),
        ["a#In", "a#In$size"]
    );
    let said = structure(&[("size", "smithy.api#Integer", json!({}))]);
    assert_eq!(shapes("undocumented", json!({"a#In": said})), NONE);
}

#[test]
fn stale_apply() {
    let lists = json!({
        "a#In": structure(&[("names", "a#Names", json!({}))]),
        "a#Names": {"type": "list", "member": {"target": "smithy.api#String"}}
    });
    let apply = |target: &str, traits: Value| json!({"smithy": "2.0", "shapes": {target: {"type": "apply", "traits": traits}}});
    let docs = |text: &str| json!({"smithy.api#documentation": text});
    let stale = |applied: &[Value]| {
        let files: Vec<Value> = [model(lists.clone())]
            .into_iter()
            .chain(applied.to_vec())
            .collect();
        let findings = run(&files).unwrap_or_else(|faults| panic!("{faults}"));
        findings
            .iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>()
            .join("\n\n")
    };
    // Of use: it overrides what upstream says, or adds to it.
    assert_eq!(stale(&[apply("a#Go", docs("Goes away."))]), "");
    assert_eq!(
        stale(&[apply("a#In$names", json!({"smithy.api#required": {}}))]),
        ""
    );
    insta::assert_snapshot!(
        [
            stale(&[apply("a#Go", docs("Goes."))]),
            stale(&[
                apply("a#Go", docs("Goes away.")),
                apply("a#Go", docs("Goes far."))
            ]),
            stale(&[apply("a#Names", docs("Names."))]),
            stale(&[apply("a#Go", json!({"smithy.api#tags": ["x"]}))]),
        ]
        .join("\n\n")
    );
}

/// A member of a mixin bears the statement's trait, which is where it was applied.
#[test]
fn a_statement_for_a_member_of_a_mixin_is_of_use() {
    let changes = json!({
        "a#In": {"type": "structure", "members": {}, "mixins": [{"target": "a#Sized"}],
            "traits": {"smithy.api#documentation": "How to go."}},
        "a#Sized": {"type": "structure", "members": {"size": {"target": "smithy.api#Integer"}},
            "traits": {"smithy.api#mixin": {}}}
    });
    let applied = json!({"smithy": "2.0", "shapes": {
        "a#In$size": {"type": "apply", "traits": {"smithy.api#documentation": "Its size."}}}});
    assert_eq!(found(&[model(changes), applied]), []);
}

#[test]
fn unpaginated_list() {
    let list = |input: Value, output: Value, more: Value| {
        let mut traits = json!({"smithy.api#http": {"method": "POST", "uri": "/go"}, "smithy.api#documentation": "Lists."});
        for (id, value) in more.as_object().into_iter().flatten() {
            traits[id] = value.clone();
        }
        json!({
            "a#Service": {"type": "service", "version": "1", "operations": [{"target": "a#ListNames"}],
                "traits": {"aws.protocols#restJson1": {}, "smithy.api#documentation": "A service."}},
            "a#ListNames": {"type": "operation", "input": {"target": "a#In"}, "output": {"target": "a#Out"}, "traits": traits},
            "a#Go": {"type": "structure", "members": {}, "traits": {"smithy.api#trait": {}}},
            "a#In": input, "a#Out": output,
            "a#Names": {"type": "list", "member": {"target": "smithy.api#String"}}
        })
    };
    let input = || structure(&[("nextToken", "smithy.api#String", json!({}))]);
    let output = || {
        structure(&[
            ("nextToken", "smithy.api#String", json!({})),
            ("names", "a#Names", json!({})),
        ])
    };
    let code = "unpaginated-list";
    let tokens =
        json!({"smithy.api#paginated": {"inputToken": "nextToken", "outputToken": "nextToken"}});
    assert_eq!(shapes(code, list(input(), output(), tokens)), NONE);
    assert_eq!(
        shapes(code, list(input(), output(), json!({}))),
        ["a#ListNames"]
    );
    let everything = structure(&[("names", "a#Names", json!({}))]);
    assert_eq!(
        shapes(code, list(structure(&[]), everything, json!({}))),
        ["a#ListNames"]
    );
    // No list and no map: a function with an odd name.
    let one = structure(&[("name", "smithy.api#String", json!({}))]);
    let lists = list(
        structure(&[("names", "a#Names", json!({}))]),
        one,
        json!({}),
    );
    assert_eq!(shapes(code, lists), NONE);
}

#[test]
fn secret_name() {
    let secret = "secret-name";
    let input = structure(&[
        ("password", "smithy.api#String", json!({})),
        ("apiKeys", "a#Keys", json!({})),
        ("accessToken", "a#Token", json!({})),
        ("tokenId", "smithy.api#String", json!({})),
        ("hasSecret", "smithy.api#Boolean", json!({})),
        ("clientSecrets", "a#Tokens", json!({})),
        (
            "requestKey",
            "smithy.api#String",
            json!({"smithy.api#idempotencyToken": {}}),
        ),
    ]);
    let changes = json!({
        "a#In": input,
        "a#Out": structure(&[("key", "smithy.api#String", json!({})), ("value", "smithy.api#String", json!({}))]),
        "a#Keys": {"type": "list", "member": {"target": "smithy.api#String"}},
        "a#Token": {"type": "string", "traits": {"smithy.api#sensitive": {}}},
        "a#Tokens": {"type": "list", "member": {"target": "a#Token"}}
    });
    assert_eq!(shapes(secret, changes), ["a#In$password", "a#In$apiKeys"]);
    let mut hidden = structure(&[("password", "smithy.api#String", json!({}))]);
    hidden["traits"]["smithy.api#sensitive"] = json!({});
    assert_eq!(shapes(secret, json!({"a#In": hidden})), NONE);
}

#[test]
fn unused_shape() {
    let unused = json!({
        "a#Left": {"type": "string"},
        "a#Over": {"type": "list", "member": {"target": "a#Left"}},
        "a#Alone": {"type": "resource"},
    });
    assert_eq!(
        shapes("unused-shape", unused),
        ["a#Alone", "a#Left", "a#Over"]
    );
    let used = json!({
        "a#Service": {"type": "service", "version": "1", "operations": [{"target": "a#Go"}], "resources": [{"target": "a#Thing"}],
            "traits": {"aws.protocols#restJson1": {}, "smithy.api#documentation": "A service."}},
        "a#Thing": {"type": "resource", "identifiers": {"id": {"target": "a#Id"}}},
        "a#Id": {"type": "string", "traits": {"smithy.api#references": [{"resource": "a#Named"}]}},
        "a#Named": {"type": "resource"},
        "a#mine": {"type": "structure", "members": {"of": {"target": "a#OfTrait"}}, "traits": {"smithy.api#trait": {}}},
        "a#OfTrait": {"type": "string"},
    });
    assert_eq!(shapes("unused-shape", used), NONE);
}

#[test]
fn invalid_pattern() {
    let with = |pattern: &str| json!({"a#In": structure(&[("name", "smithy.api#String", json!({"smithy.api#pattern": pattern}))])});
    assert_eq!(shapes("invalid-pattern", with("^[a-z$")), ["a#In$name"]);
    assert_eq!(
        shapes("invalid-pattern", with("^(?!aws:)(a)\\1[\\w-.]$")),
        NONE
    );
}

/// A model with a member that smells, which accepts these.
fn accepting(accepted: Value) -> Value {
    let input = structure(&[("password", "smithy.api#String", json!({}))]);
    let mut model = model(json!({ "a#In": input }));
    model["metadata"] = json!({ ACCEPTED: accepted });
    model
}

#[test]
fn a_finding_can_be_accepted_with_a_reason() {
    let entry = json!({"code": "secret-name", "shape": "a#In$password", "reason": "It is printed on the door."});
    let findings = run(&[accepting(json!([entry]))]).unwrap();
    let reasons: Vec<_> = findings
        .iter()
        .map(|finding| finding.accepted.as_deref())
        .collect();
    assert_eq!(reasons, [Some("It is printed on the door.")]);
    insta::assert_snapshot!(findings[0]);
}

#[test]
fn an_acceptance_without_a_finding_is_one() {
    let entry =
        |shape: &str| json!({"code": "secret-name", "shape": shape, "reason": "It is harmless."});
    let twice = json!([
        entry("a#In$password"),
        entry("a#In$password"),
        entry("a#In$gone")
    ]);
    let findings = run(&[accepting(twice)]).unwrap();
    let open: Vec<String> = findings
        .iter()
        .filter(|finding| finding.accepted.is_none())
        .map(ToString::to_string)
        .collect();
    insta::assert_snapshot!(open.join("\n\n"));
}

#[test]
fn a_wrong_acceptance_is_a_fault() {
    let faults = run(&[
        accepting(json!([
            1,
            {"code": "secret-nam", "shape": "a#In$password", "reason": "x"},
            {"code": "secret-name", "shape": "In", "reason": "x"},
            {"code": "secret-name", "shape": "a#In$password", "reason": " "},
            {"code": "secret-name", "shape": "a#In$password", "reason": "x", "until": "then"},
            {"code": "stale-acceptance", "shape": "a#In$password", "reason": "x"}
        ])),
        json!({"smithy": "2.0", "metadata": { ACCEPTED: "all" }}),
    ])
    .unwrap_err();
    insta::assert_snapshot!(faults);
}

#[test]
fn every_code_is_explained() {
    for known in LINTS {
        let explained = find(known.code).map(|lint| lint.explanation).unwrap();
        assert!(
            explained.len() > 100 && explained.ends_with(['.', '}', ')']),
            "{}",
            known.code
        );
        assert!(
            explained.lines().all(|line| line.len() <= 120),
            "{}",
            known.code
        );
    }
    let near = find("secretname").err().unwrap().to_string();
    assert!(near.contains("did you mean `secret-name`?"), "{near}");
    let far = find("E0001").err().unwrap().to_string();
    assert!(far.contains("the codes are undocumented, "), "{far}");
}
