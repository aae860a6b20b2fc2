//! The table of cases.

use ivs_realtime::runtime::validate::{InvalidInput, Unit, Violation, ViolationKind};
use serde_json::Value;

use super::{inputs, line, lines};

fn cases() -> Vec<Value> {
    serde_json::from_str(include_str!("cases.json")).unwrap()
}

/// The texts of a list that a case may have.
fn texts(case: &Value, key: &str) -> Option<Vec<String>> {
    let list = case.get(key)?.as_array().unwrap();
    let texts = list.iter().map(|text| text.as_str().unwrap().to_owned());
    Some(texts.collect())
}

fn is_pattern(line: &str) -> bool {
    line.ends_with(" pattern")
}

#[test]
fn finds_what_the_table_says() {
    let cases = cases();
    assert!(cases.len() >= 40);
    for case in &cases {
        let name = &case["name"];
        let found = lines(&inputs::validate(case));
        let (patterns, others): (Vec<_>, Vec<_>) =
            found.into_iter().partition(|line| is_pattern(line));
        assert_eq!(Some(others), texts(case, "violations"), "{name}");
        let expected = texts(case, "patterns").unwrap_or_default();
        if cfg!(feature = "validate-patterns") {
            assert_eq!(patterns, expected, "{name}");
        } else {
            assert!(patterns.is_empty(), "{name}");
        }
    }
}

/// Whether botocore finds it too.
fn botocore_finds(violation: &Violation) -> bool {
    match violation.kind() {
        ViolationKind::Required => true,
        ViolationKind::Length {
            found, unit, min, ..
        } => matches!(unit, Unit::Characters | Unit::Items) && found < min,
        ViolationKind::Range { found, min, .. } => {
            let [found, min] = [found, min].map(|number| number.as_ref()?.parse::<f64>().ok());
            found < min
        }
        _ => false,
    }
}

#[test]
fn differs_from_botocore_by_rules_alone() {
    let mut compared = 0;
    for case in cases() {
        let botocore = texts(&case, "botocore");
        let botocore = botocore.or_else(|| texts(&case, "violations")).unwrap();
        let found = inputs::validate(&case);
        let found = found
            .as_ref()
            .map_or_else(InvalidInput::violations, |()| &[]);
        let label = |violation: &&Violation| *violation.kind() == ViolationKind::EmptyLabel;
        let labels = found.iter().filter(label);
        // The labels of this model have a length of one and more.
        let labels = labels.map(|violation| format!("{} length 0", violation.path()));
        let both = found.iter().filter(|violation| botocore_finds(violation));
        let expected: Vec<_> = both.map(line).chain(labels).collect();
        assert_eq!(botocore, expected, "{}", case["name"]);
        compared += botocore.len();
    }
    assert!(compared >= 20, "{compared}");
}
