//! What is shown of what was found, and what is not.

use std::collections::HashMap;

use super::{With, found, lines};
use crate::runtime::validate::{Check, Constraint, Unit, ViolationKind, member};

static SHORT: Constraint = Constraint::length(1, 2);
static SMALL: Constraint = Constraint::range(1, 9);

#[test]
fn lists_all_violations_in_one_line_or_in_one_for_each() {
    let long = "long".to_owned();
    let one = found(|check| member(check, "a").string(&long, &SHORT));
    let two = found(|check| {
        member(check, "a").string(&long, &SHORT);
        member(check, "b").integer(10, &SMALL);
    });
    let [one, two] = [one, two].map(|found| found.expect_err("it breaks them"));
    assert_eq!(
        one.to_string(),
        "the input breaks a constraint: a: expected 1 to 2 characters, found 4"
    );
    assert_eq!(
        two.to_string(),
        "the input breaks 2 constraints: a: expected 1 to 2 characters, found 4; b: expected 1 to 9, found 10"
    );
    assert_eq!(
        format!("{two:#}"),
        "the input breaks 2 constraints:\n- a: expected 1 to 2 characters, found 4\n- b: expected 1 to 9, found 10"
    );
}

#[test]
fn violations_are_data() {
    let long = "long".to_owned();
    let error = found(|check| {
        member(check, "a").string(&long, &SHORT);
        member(check, "b").integer(10, &SMALL);
        member(check, "c").secret().string(&long, &SHORT);
    });
    let error = error.expect_err("it breaks them");
    let kinds: Vec<_> = error
        .violations()
        .iter()
        .map(|violation| (violation.path(), violation.kind().clone()))
        .collect();
    let length = |found| ViolationKind::Length {
        found,
        unit: Unit::Characters,
        min: Some(1),
        max: Some(2),
    };
    let text = |text: &str| Some(text.to_owned());
    let range = ViolationKind::Range {
        found: text("10"),
        min: text("1"),
        max: text("9"),
    };
    assert_eq!(
        kinds,
        [("a", length(Some(4))), ("b", range), ("c", length(None))]
    );
}

#[test]
fn long_keys_are_cut() {
    let map = HashMap::from([("é".repeat(100), "long".to_owned())]);
    let path = format!("map[\"{}\"…]", "é".repeat(64));
    assert_eq!(
        lines(|check| {
            member(check, "map").entries(&map, &SHORT, &Constraint::new(), |at, item| {
                at.string(item, &SHORT)
            });
        }),
        [format!("{path}: expected 1 to 2 characters, found 4")]
    );
}

#[test]
fn line_breaks_and_quotes_are_escaped() {
    let map = HashMap::from([("a\n\"b".to_owned(), String::new())]);
    assert_eq!(
        lines(|check| {
            member(check, "map").entries(&map, &SHORT, &Constraint::new(), |at, item| {
                at.string(item, &SHORT)
            });
        }),
        [r#"map["a\n\"b"]: expected 1 to 2 characters, found 0"#]
    );
}

/// What is found in secrets of all kinds, in places of all kinds.
fn of_secrets() -> Vec<String> {
    let secret = "SECRET-4711".to_owned();
    let list = vec![secret.clone()];
    let map = HashMap::from([(secret.clone(), secret.clone())]);
    let inner = With(|check: &mut Check| {
        member(check, "text").string(&secret, &SHORT);
        member(check, "list").items(&list, &Constraint::new(), |at, item| {
            at.string(item, &SHORT)
        });
        member(check, "map").entries(&map, &Constraint::new(), &SHORT, |at, item| {
            at.string(item, &SHORT)
        });
    });
    lines(|check| {
        member(check, "number").secret().integer(4711, &SMALL);
        member(check, "items").items(&list, &Constraint::new(), |at, item| {
            at.secret().string(item, &SHORT)
        });
        member(check, "keys").secret_keys().entries(
            &map,
            &Constraint::new(),
            &SHORT,
            |at, item| at.secret().string(item, &SHORT),
        );
        member(check, "whole").secret().structure(Some(&inner));
    })
}

#[test]
fn secrets_show_neither_values_nor_lengths() {
    let lines = of_secrets();
    for line in &lines {
        assert!(line.ends_with("found a secret that breaks it"), "{line}");
        assert!(!line.contains("SECRET") && !line.contains("11"), "{line}");
    }
    let paths: Vec<_> = lines
        .iter()
        .filter_map(|line| line.split(": ").next())
        .collect();
    assert_eq!(
        paths,
        [
            "number",
            "items[0]",
            "keys[secret] (key)",
            "keys[secret]",
            "whole.text",
            "whole.list[0]",
            "whole.map[secret] (key)",
            "whole.map[secret]",
        ]
    );
}

#[test]
fn what_comes_after_a_secret_is_shown_again() {
    let long = "long".to_owned();
    let inner = With(|check: &mut Check| member(check, "inner").string(&long, &SHORT));
    assert_eq!(
        lines(|check| {
            member(check, "hidden").secret().structure(Some(&inner));
            member(check, "plain").structure(Some(&inner));
        }),
        [
            "hidden.inner: expected 1 to 2 characters, found a secret that breaks it",
            "plain.inner: expected 1 to 2 characters, found 4",
        ]
    );
}
