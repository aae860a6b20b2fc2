//! How diagnostics look: as text, and as JSON for programs. One wrong model for each stage and each way in which a file
//! may be written.

use ivs_realtime_codegen::internals::diagnostic::{Diagnostics, json, render_located, summary};
use ivs_realtime_codegen::internals::import::{self, C2jFiles, File};
use ivs_realtime_codegen::{Settings, Source, generate};

/// Both forms of what is wrong with a model.
fn shown(files: &[(&str, &str)]) -> String {
    let sources: Vec<Source> = files
        .iter()
        .map(|(name, text)| Source {
            name: (*name).to_owned(),
            bytes: text.as_bytes().to_vec(),
        })
        .collect();
    let settings = Settings {
        tests: true,
        ..Settings::default()
    };
    both(&generate(&sources, &settings).expect_err("the model is wrong"))
}

fn both(faults: &Diagnostics) -> String {
    let text = render_located(faults, false);
    let end = summary(faults, "could not generate", false);
    let lines: Vec<String> = faults.iter().map(json).collect();
    format!("{text}\n{end}\n{}", lines.join("\n"))
}

fn one(text: &str) -> String {
    shown(&[("model.json", text)])
}

/// A service with one operation; `more` are shapes, and traits of the service.
fn model(traits: &str, more: &str) -> String {
    format!(
        r#"{{
  "smithy": "2.0",
  "shapes": {{
    "a#Shop": {{
      "type": "service", "version": "1", "operations": [{{ "target": "a#Buy" }}],
      "traits": {{ {traits}"aws.protocols#restJson1": {{}} }}
    }},
    "a#Buy": {{
      "type": "operation", "input": {{ "target": "a#Order" }},
      "traits": {{ "smithy.api#http": {{ "method": "POST", "uri": "/buy" }} }}
    }},
    {more}
  }}
}}
"#
    )
}

/// The same, with this structure as the input.
fn order(members: &str) -> String {
    model(
        "",
        &format!(r#""a#Order": {{ "type": "structure", "members": {{ {members} }} }}"#),
    )
}

/// A model whose rule set has a function that there is not.
fn rules() -> String {
    let rules = r#""smithy.rules#endpointRuleSet": {
        "version": "1.0",
        "parameters": { "Region": { "type": "String", "builtIn": "AWS::Region", "required": true, "documentation": "It." } },
        "rules": [
          { "type": "endpoint", "conditions": [], "endpoint": { "url": "https://example.com" } },
          { "type": "endpoint", "conditions": [{ "fn": "isSett", "argv": [{ "ref": "Region" }] }], "endpoint": { "url": "https://example.com" } }
        ]
      },
      "#;
    model(
        rules,
        r#""a#Order": { "type": "structure", "members": {} }"#,
    )
}

/// A model without white space, in one line of a megabyte.
fn minified() -> String {
    let value: serde_json::Value = serde_json::from_str(&order(
        r#""thing": { "target": "a#Thing", "traits": { "smithy.api#documentation": "DOCS" } },
           "other": { "target": "smithy.api#String" }"#,
    ))
    .expect("it is JSON");
    value.to_string().replace("DOCS", &"It. ".repeat(250_000))
}

/// A model of AWS's own format, with a shape that is not there and a type that is not known.
fn c2j() -> String {
    let text = r#"{
  "metadata": {
    "apiVersion": "2020-01-01", "endpointPrefix": "shop", "protocol": "rest-json",
    "serviceFullName": "Shop", "serviceId": "Shop", "signatureVersion": "v4", "uid": "shop-2020-01-01"
  },
  "operations": {
    "Buy": {
      "name": "Buy",
      "http": { "method": "POST", "requestUri": "/buy", "colour": "red" },
      "input": { "shape": "Order" }
    }
  },
  "shapes": {
    "Order": { "type": "structure", "members": { "thing": { "shape": "Thing", "location": "moon" } } },
    "Thing": { "type": "rope" }
  }
}
"#;
    let service = File {
        name: "service-2.json",
        text,
    };
    let files = C2jFiles {
        service,
        paginators: None,
        endpoint_rule_set: None,
    };
    let imported = import::import(&import::Source::C2j(files), &import::Options::default());
    both(&imported.expect_err("the model is wrong"))
}

macro_rules! cases {
    ($($name:ident: $shown:expr;)*) => {$(
        #[test]
        fn $name() {
            insta::assert_snapshot!($shown);
        }
    )*};
}

cases! {
    an_empty_file: one("");
    wrong_json: one("{\n  \"smithy\": \"2.0\",\n  \"shapes\": { \"a#A\": tru }\n}\n");
    a_repeated_key: one(&order(r#""thing": { "target": "smithy.api#String" }, "thing": { "target": "smithy.api#Integer" }"#));
    a_key_at_the_top: one("{ \"smithy\": \"2.0\", \"shapes\": {}, \"shape\": {} }");
    an_unknown_type: one(&model("", r#""a#Order": { "type": "struct", "members": {} }"#));
    an_unknown_trait: one(&order(r#""thing": { "target": "smithy.api#String", "traits": { "smithy.api#requird": {} } }"#));
    a_wrong_value_of_a_trait: one(&order(r#""thing": { "target": "smithy.api#String", "traits": { "smithy.api#length": { "min": "one" } } }"#));
    a_target_that_is_not_there: one(&order(r#""thing": { "target": "a#Thing" }"#));
    a_member_of_a_list: one(&model("", r#""a#Order": { "type": "structure", "members": { "all": { "target": "a#All" } } },
    "a#All": { "type": "list", "member": { "target": "a#Thing" } }"#));
    a_clash_of_two_shapes: shown(&[
        ("model.json", &model("", r#""a#Order": { "type": "structure", "members": { "one": { "target": "a#Thing" }, "two": { "target": "b#thing" } } },
    "a#Thing": { "type": "structure", "members": {} }"#)),
        ("more.json", "{ \"smithy\": \"2.0\", \"shapes\": {\n  \"b#thing\": { \"type\": \"structure\", \"members\": {} }\n} }"),
    ]);
    a_shape_that_is_named_like_a_key_of_files: shown(&[
        ("model.json", &model("", r#""a#Order": { "type": "structure", "members": { "one": { "target": "a#Metadata" }, "two": { "target": "b#metadata" } } },
    "a#Metadata": { "type": "structure", "members": {} }"#)),
        ("more.json", "{ \"smithy\": \"2.0\", \"metadata\": {}, \"shapes\": {\n  \"b#metadata\": { \"type\": \"structure\", \"members\": {} }\n} }"),
        ("last.json", "{ \"smithy\": \"2.0\", \"metadata\": {}, \"shapes\": {} }"),
    ]);
    a_shape_that_is_defined_twice: shown(&[
        ("model.json", &order("")),
        ("more.json", "{ \"smithy\": \"2.0\", \"shapes\": {\n  \"a#Order\": { \"type\": \"string\" }\n} }"),
    ]);
    a_wrong_rule_set: one(&rules());
    an_apply_to_a_shape_that_is_not_there: shown(&[
        ("model.json", &order("")),
        ("docs.json", "{ \"smithy\": \"2.0\", \"shapes\": {\n  \"a#Oder\": { \"type\": \"apply\", \"traits\": { \"smithy.api#documentation\": \"It.\" } }\n} }"),
    ]);
    a_fault_that_was_applied: shown(&[
        ("model.json", &order(r#""thing": { "target": "smithy.api#String" }"#)),
        ("docs.json", "{ \"smithy\": \"2.0\", \"shapes\": {\n  \"a#Order$thing\": { \"type\": \"apply\", \"traits\": { \"smithy.api#documentation\": 1 } }\n} }"),
    ]);
    a_mixin_that_is_none: one(&model("", r#""a#Order": { "type": "structure", "members": {}, "mixins": [{ "target": "a#Base" }, { "target": "a#Bare" }] },
    "a#Base": { "type": "structure", "members": {}, "traits": { "smithy.api#mixin": {} } },
    "a#Bare": { "type": "structure", "members": {} }"#));
    a_member_that_a_mixin_has_too: shown(&[
        ("model.json", &model("", r#""a#Order": { "type": "structure", "members": { "thing": { "target": "smithy.api#String" } }, "mixins": [{ "target": "a#Base" }] }"#)),
        ("base.json", "{ \"smithy\": \"2.0\", \"shapes\": {\n  \"a#Base\": { \"type\": \"structure\", \"traits\": { \"smithy.api#mixin\": {} },\n    \"members\": { \"thing\": { \"target\": \"smithy.api#Integer\" } } }\n} }"),
    ]);
    a_wrong_trait_of_a_mixin: shown(&[
        ("model.json", &model("", r#""a#Order": { "type": "structure", "members": {}, "mixins": [{ "target": "a#Base" }] }"#)),
        ("base.json", "{ \"smithy\": \"2.0\", \"shapes\": {\n  \"a#Base\": { \"type\": \"structure\", \"traits\": { \"smithy.api#mixin\": {} },\n    \"members\": { \"thing\": { \"target\": \"smithy.api#String\", \"traits\": { \"smithy.api#tags\": 7 } } } }\n} }"),
    ]);
    params_of_a_test: shown(&[
        ("model.json", &order(r#""count": { "target": "smithy.api#Integer" }"#)),
        ("tests.json", r#"{ "smithy": "2.0", "shapes": {
  "a#Buy": { "type": "apply", "traits": { "smithy.test#httpRequestTests": [
    { "id": "One", "protocol": "aws.protocols#restJson1", "method": "POST", "uri": "/buy", "params": { "count": "two" } }
  ] } }
} }"#),
    ]);
    no_service: one("{ \"smithy\": \"2.0\", \"shapes\": {} }");
    one_long_line: one(&minified());
    lines_that_end_as_on_windows: one(&order(r#""thing": { "target": "a#Thing" }"#).replace('\n', "\r\n"));
    tabs: one(&order("\n\t\t\t\"thing\":\t{ \"target\": \"a#Thing\" }\n"));
    letters_of_several_bytes: one(&order(r#""größe": { "target": "smithy.api#String" }, "name": { "target": "a#Näme" }, "naïve": 1, "日本": { "target": "a#店" }"#));
    keys_with_escapes: one(&order(r#""th\u0069ng": { "target": "a#Th\u0069ng" }, "two": { "target": "a#Other" }"#));
    aws_own_format: c2j();
    aws_own_format_where_smithy_is_expected: one("{\n  \"metadata\": { \"protocol\": \"rest-json\" },\n  \"operations\": {}\n}");
}

/// A single line of many megabytes does not make the text long or slow: each of many diagnostics shows little of it.
#[test]
fn long_lines_are_cut() {
    let members: Vec<String> = (0..2000)
        .map(|number| format!(r#""m{number}": {{ "target": "a#Gone{number}", "traits": {{ "smithy.api#documentation": "{}" }} }}"#, "x".repeat(1000)))
        .collect();
    let model: serde_json::Value =
        serde_json::from_str(&order(&members.join(","))).expect("it is JSON");
    let text = one(&model.to_string());
    assert!(text.matches("which no file defines").count() >= 4000);
    let longest = text.lines().map(|line| line.chars().count()).max();
    assert!(longest < Some(600), "{longest:?}");
}

/// The terminal's colours are the same text.
#[test]
fn colours_change_nothing_else() {
    let source = Source {
        name: "model.json".to_owned(),
        bytes: order(r#""thing": { "target": "a#Thing" }"#).into_bytes(),
    };
    let faults = generate(&[source], &Settings::default()).expect_err("the model is wrong");
    let coloured = render_located(&faults, true);
    assert!(coloured.contains("\u{1b}[1m"), "{coloured:?}");
    let mut plain = String::new();
    for (index, piece) in coloured.split('\u{1b}').enumerate() {
        let text = piece.split_once('m').map_or(piece, |(_, text)| text);
        plain += if index == 0 { piece } else { text };
    }
    assert_eq!(plain, render_located(&faults, false));
}
