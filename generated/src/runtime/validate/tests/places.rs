//! Paths to what lies in structures, lists and maps.

use std::collections::HashMap;

use super::{With, lines, passes};
use crate::runtime::validate::{Check, Constraint, Validate, member, required};

static SHORT: Constraint = Constraint::length(1, 2);

/// A structure that holds itself.
#[derive(Default, PartialEq)]
struct Tree {
    name: Option<String>,
    left: Option<Box<Tree>>,
    others: Option<Vec<Option<Tree>>>,
}

impl Validate for Tree {
    fn check(&self, check: &mut Check) {
        required(check, "name").string(&self.name, &SHORT);
        member(check, "left").structure(self.left.as_deref());
        member(check, "others").items(&self.others, &SHORT, |at, item| at.structure(item.as_ref()));
    }
}

fn tree(name: &str) -> Tree {
    Tree {
        name: Some(name.to_owned()),
        ..Tree::default()
    }
}

#[test]
fn names_every_place_in_what_holds_itself() {
    let root = Tree {
        left: Some(Box::new(Tree {
            left: Some(Box::new(tree("long"))),
            ..tree("ok")
        })),
        others: Some(vec![Some(tree("ok")), None, Some(Tree::default())]),
        ..tree("")
    };
    assert_eq!(
        lines(|check| root.check(check)),
        [
            "name: expected 1 to 2 characters, found 0",
            "left.left.name: expected 1 to 2 characters, found 4",
            "others: expected 1 to 2 items, found 3",
            "others[2].name: expected a value, found none",
        ]
    );
}

#[test]
fn names_items_of_lists_of_lists() {
    let lists = vec![
        vec!["ok".to_owned()],
        vec!["ok".to_owned(), "long".to_owned()],
    ];
    assert_eq!(
        lines(|check| {
            member(check, "lists").items(&lists, &SHORT, |at, item| {
                at.items(item, &SHORT, |at, item| at.string(item, &SHORT))
            });
        }),
        ["lists[1][1]: expected 1 to 2 characters, found 4"]
    );
}

#[test]
fn names_entries_in_the_order_of_their_keys() {
    let entry = |key: &str, value: &str| (key.to_owned(), Some(value.to_owned()));
    let map = HashMap::from([
        entry("b", "long"),
        entry("a", ""),
        entry("key", "ok"),
        ("c".to_owned(), None),
    ]);
    assert_eq!(
        lines(|check| {
            member(check, "map").entries(&map, &SHORT, &SHORT, |at, item| at.string(item, &SHORT));
        }),
        [
            "map: expected 1 to 2 entries, found 4",
            r#"map["a"]: expected 1 to 2 characters, found 0"#,
            r#"map["b"]: expected 1 to 2 characters, found 4"#,
            r#"map["key"] (key): expected 1 to 2 characters, found 3"#,
        ]
    );
}

#[test]
fn names_members_of_structures_in_maps_of_lists() {
    let map = HashMap::from([("a".to_owned(), vec![tree("ok"), tree("long")])]);
    assert_eq!(
        lines(|check| {
            member(check, "map").entries(&map, &SHORT, &Constraint::new(), |at, item| {
                at.items(item, &SHORT, |at, item| at.structure(Some(item)))
            });
        }),
        [r#"map["a"][1].name: expected 1 to 2 characters, found 4"#]
    );
}

#[test]
fn goes_on_after_what_is_nested() {
    let long = "long".to_owned();
    let inner = With(|check: &mut Check| member(check, "inner").string(&long, &SHORT));
    assert_eq!(
        lines(|check| {
            member(check, "outer").structure(Some(&inner));
            member(check, "next").string(&long, &SHORT);
        }),
        [
            "outer.inner: expected 1 to 2 characters, found 4",
            "next: expected 1 to 2 characters, found 4",
        ]
    );
}

#[test]
fn a_structure_without_checks_breaks_nothing() {
    struct Nothing;
    impl Validate for Nothing {}
    assert!(Nothing.validate().is_ok());
    assert!(passes(|_| {}));
}
