//! Patterns, which are checked with the feature `validate-patterns` alone.

use super::{lines, passes};
use crate::runtime::validate::{Constraint, member};

static ANYWHERE: Constraint = Constraint::new().pattern("[0-9]+");
static WHOLE: Constraint = Constraint::length(0, 4).pattern("^[a-z]*$");
static TRANSLATED: Constraint = Constraint::new().translated("^\\d$", "^[0-9]$");
static NONSENSE: Constraint = Constraint::new().pattern("(");

fn found(text: &str, constraint: &'static Constraint) -> Vec<String> {
    let text = text.to_owned();
    lines(|check| member(check, "text").string(&text, constraint))
}

#[test]
fn match_anywhere_unless_they_say_otherwise() {
    assert!(found("abc1def", &ANYWHERE).is_empty());
    assert_eq!(
        found("abc", &ANYWHERE),
        [r#"text: expected a match of [0-9]+, found "abc""#]
    );
    assert!(found("abc", &WHOLE).is_empty());
    assert!(found("", &WHOLE).is_empty());
    assert_eq!(
        found("a1", &WHOLE),
        [r#"text: expected a match of ^[a-z]*$, found "a1""#]
    );
    // No end of a line is the end of the text.
    assert_eq!(found("a\n", &WHOLE).len(), 1);
}

#[test]
fn are_checked_beside_lengths() {
    assert_eq!(
        found("abcd1", &WHOLE),
        [
            "text: expected 0 to 4 characters, found 5",
            r#"text: expected a match of ^[a-z]*$, found "abcd1""#,
        ]
    );
}

#[test]
fn are_shown_as_the_model_has_them() {
    assert!(found("7", &TRANSLATED).is_empty());
    assert_eq!(
        found("٧", &TRANSLATED),
        [r#"text: expected a match of ^\d$, found "٧""#]
    );
}

#[test]
fn long_values_are_cut() {
    let text = "1".repeat(1_000);
    assert_eq!(
        found(&text, &WHOLE)[1],
        format!(
            r#"text: expected a match of ^[a-z]*$, found "{}"…"#,
            "1".repeat(64)
        )
    );
}

#[test]
fn of_secrets_show_nothing() {
    let secret = "SECRET".to_owned();
    assert_eq!(
        lines(|check| member(check, "text").secret().string(&secret, &ANYWHERE)),
        ["text: expected a match of [0-9]+, found a secret that breaks it"]
    );
}

#[test]
fn that_cannot_be_compiled_let_everything_through() {
    assert!(passes(
        |check| member(check, "text").string(&"(".to_owned(), &NONSENSE)
    ));
}
