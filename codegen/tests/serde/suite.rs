//! Smithy's own protocol tests as data for serde: the body of each case is the input's, where nothing of the input
//! travels elsewhere.

use std::fs;
use std::path::Path;

use ivs_realtime_codegen::{Generated, Settings, Source, generate};
use serde_json::Value;

/// The suite as a module, and tests of it; nothing where the suite does not lie beside the repository.
pub(crate) fn suite(settings: &Settings) -> Option<(Generated, String)> {
    let path =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/conformance/rest-json-1.json");
    let bytes = fs::read(path).ok()?;
    let model: Value = serde_json::from_slice(&bytes).expect("it is JSON");
    let source = Source {
        name: "rest-json-1.json".to_owned(),
        bytes,
    };
    let settings = Settings {
        omit_unsupported: true,
        ..settings.clone()
    };
    let generated = generate(&[source], &settings).unwrap_or_else(|faults| panic!("{faults}"));
    let bodies = bodies(&model["shapes"], &generated);
    assert!(bodies.len() > 40, "there are cases: {}", bodies.len());
    let calls: String = bodies
        .iter()
        .map(|(input, body)| format!("    body::<crate::suite::operation::{input}>({body:?});\n"))
        .collect();
    let tests = format!(
        "//! Cases of Smithy's protocol tests.\n\nuse crate::tests::body;\n\n\
         #[test]\nfn bodies_of_the_suite() {{\n{calls}}}\n"
    );
    Some((generated, tests))
}

/// The path of the input and the body of every case that can be data.
fn bodies(shapes: &Value, generated: &Generated) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for (path, text) in &generated.files {
        let Some(module) = path
            .strip_prefix("operation/")
            .and_then(|path| path.strip_suffix(".rs"))
        else {
            continue;
        };
        let Some((_, name)) = text.split_once("const NAME: &'static str = \"") else {
            continue;
        };
        let (name, _) = name.split_once('"').expect("a string ends");
        let operation = &shapes[format!("aws.protocoltests.restjson#{name}")];
        let input = &shapes[operation["input"]["target"].as_str().unwrap_or_default()];
        if input["members"]
            .as_object()
            .is_none_or(|members| !members.values().all(in_body))
        {
            continue;
        }
        let cases = operation["traits"]["smithy.test#httpRequestTests"].as_array();
        for case in cases.into_iter().flatten() {
            let body = case["body"].as_str().unwrap_or_default();
            if case["appliesTo"] != "server" && body.starts_with('{') {
                found.push((format!("{module}::{name}Input"), body.to_owned()));
            }
        }
    }
    found
}

fn in_body(member: &Value) -> bool {
    let traits = member["traits"].as_object();
    let mut names = traits.into_iter().flat_map(|traits| traits.keys());
    names.all(|name| !name.starts_with("smithy.api#http") && name != "smithy.api#idempotencyToken")
}
