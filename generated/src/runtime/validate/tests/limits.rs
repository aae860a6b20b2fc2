//! Every kind of constraint, on both sides of every bound.

use std::collections::HashMap;

use aws_smithy_types::{BigDecimal, BigInteger, Blob};

use super::{lines, passes};
use crate::runtime::validate::{Constraint, label, member, required};

static TWO_TO_FOUR: Constraint = Constraint::length(2, 4);
static ONE_TO_TEN: Constraint = Constraint::range(1, 10);

#[test]
fn text_is_counted_in_scalar_values() {
    let passes = |text: &str| {
        let text = text.to_owned();
        passes(|check| member(check, "text").string(&text, &TWO_TO_FOUR))
    };
    let lengths = [(1, false), (2, true), (4, true), (5, false)];
    for (length, allowed) in lengths {
        // One byte, two, three, and four: two units of UTF-16.
        for letter in ["a", "é", "語", "😀"] {
            assert_eq!(passes(&letter.repeat(length)), allowed, "{letter} {length}");
        }
    }
    // A letter and its accent are two scalar values.
    assert!(passes("e\u{301}"));
    assert!(!passes(""));
}

#[test]
fn blobs_are_counted_in_bytes() {
    for (text, allowed) in [("é", true), ("a", false), ("éé", true), ("ééa", false)] {
        let blob = Blob::new(text);
        let passes = passes(|check| member(check, "blob").blob(&blob, &TWO_TO_FOUR));
        assert_eq!(passes, allowed, "{text}");
    }
}

#[test]
fn lists_and_maps_are_counted_in_members() {
    for (length, allowed) in [(0, false), (1, false), (2, true), (4, true), (5, false)] {
        let list: Vec<u64> = (0..length).collect();
        let map: HashMap<u64, ()> = list.iter().map(|key| (*key, ())).collect();
        assert_eq!(
            passes(|check| member(check, "list").list(&list, &TWO_TO_FOUR)),
            allowed,
            "{length}"
        );
        assert_eq!(
            passes(|check| member(check, "list").items(&list, &TWO_TO_FOUR, |_, _| {})),
            allowed,
            "{length}"
        );
        assert_eq!(
            passes(|check| member(check, "map").map(&map, &TWO_TO_FOUR)),
            allowed,
            "{length}"
        );
    }
}

#[test]
fn a_length_may_be_open_to_one_side() {
    static AT_LEAST: Constraint = Constraint::new().min_length(2);
    static AT_MOST: Constraint = Constraint::new().max_length(2);
    let found = |text: &str, constraint: &'static Constraint| {
        let text = text.to_owned();
        lines(|check| member(check, "text").string(&text, constraint))
    };
    assert_eq!(
        found("a", &AT_LEAST),
        ["text: expected at least 2 characters, found 1"]
    );
    assert!(found(&"a".repeat(9_999), &AT_LEAST).is_empty());
    assert_eq!(
        found("aaa", &AT_MOST),
        ["text: expected at most 2 characters, found 3"]
    );
    assert!(found("", &AT_MOST).is_empty());
}

#[test]
fn integers_of_all_sizes_have_ranges() {
    for (number, allowed) in [(0, false), (1, true), (10, true), (11, false), (-5, false)] {
        let wide = i64::from(number);
        let small = i16::from(number);
        let big: BigInteger = number.to_string().parse().expect("a number");
        assert_eq!(
            passes(|check| member(check, "n").byte(number, &ONE_TO_TEN)),
            allowed
        );
        assert_eq!(
            passes(|check| member(check, "n").short(small, &ONE_TO_TEN)),
            allowed
        );
        assert_eq!(
            passes(|check| member(check, "n").integer(Some(i32::from(number)), &ONE_TO_TEN)),
            allowed
        );
        assert_eq!(
            passes(|check| member(check, "n").long(wide, &ONE_TO_TEN)),
            allowed
        );
        assert_eq!(
            passes(|check| member(check, "n").big_integer(&big, &ONE_TO_TEN)),
            allowed
        );
    }
}

#[test]
fn integers_beyond_the_machine_are_beyond_every_bound() {
    static AT_LEAST: Constraint = Constraint::new().min(0);
    static AT_MOST: Constraint = Constraint::new().max(18_446_744_073_709_551_615);
    let digits = "9".repeat(50);
    for (text, at_least, at_most) in [
        (digits.clone(), true, false),
        (format!("-{digits}"), false, true),
        ("18446744073709551615".to_owned(), true, true),
        ("18446744073709551616".to_owned(), true, false),
        ("-1".to_owned(), false, true),
    ] {
        let number: BigInteger = text.parse().expect("a number");
        let passes =
            |constraint| passes(|check| member(check, "number").big_integer(&number, constraint));
        assert_eq!(passes(&AT_LEAST), at_least, "{text}");
        assert_eq!(passes(&AT_MOST), at_most, "{text}");
    }
}

#[test]
fn fractions_have_ranges() {
    static TENTHS: Constraint = Constraint::new().min_fraction("0.1").max_fraction("0.7");
    for (number, allowed) in [
        ("0.0999999", false),
        ("0.1", true),
        ("0.7", true),
        ("0.7000001", false),
        ("-1", false),
    ] {
        let [float, double, decimal] = [
            passes(|check| {
                member(check, "n").float(number.parse::<f32>().ok(), &TENTHS);
            }),
            passes(|check| {
                member(check, "n").double(number.parse::<f64>().ok(), &TENTHS);
            }),
            passes(|check| {
                let number: BigDecimal = number.parse().expect("a number");
                member(check, "n").big_decimal(&number, &TENTHS);
            }),
        ];
        assert_eq!([float, double, decimal], [allowed; 3], "{number}");
    }
}

#[test]
fn what_is_no_number_is_in_no_range() {
    for number in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        let check = lines(|check| member(check, "number").double(number, &ONE_TO_TEN));
        assert_eq!(check, [format!("number: expected 1 to 10, found {number}")]);
        assert!(passes(
            |check| member(check, "number").double(number, &Constraint::new())
        ));
    }
}

#[test]
fn a_range_may_be_open_to_one_side() {
    static AT_LEAST: Constraint = Constraint::new().min(1);
    static AT_MOST: Constraint = Constraint::new().max_fraction("1.5");
    let found = |number, constraint: &'static Constraint| {
        lines(|check| member(check, "number").double(number, constraint))
    };
    assert_eq!(
        found(0.5, &AT_LEAST),
        ["number: expected at least 1, found 0.5"]
    );
    assert_eq!(
        found(2.0, &AT_MOST),
        ["number: expected at most 1.5, found 2"]
    );
    assert!(found(1e300, &AT_LEAST).is_empty());
    assert!(found(-1e300, &AT_MOST).is_empty());
}

#[test]
fn items_that_must_differ_are_compared_with_all_before() {
    let list = ["a", "b", "a", "c", "b", "a"].map(str::to_owned).to_vec();
    assert_eq!(
        lines(|check| member(check, "list")
            .unique(&list)
            .list(&list, &Constraint::new())),
        [
            "list[2]: expected unique items, found the same as [0]",
            "list[4]: expected unique items, found the same as [1]",
            "list[5]: expected unique items, found the same as [0]",
        ]
    );
    let list = list[..2].to_vec();
    assert!(passes(|check| {
        member(check, "list")
            .unique(&list)
            .list(&list, &TWO_TO_FOUR);
    }));
    let none: Option<Vec<String>> = None;
    assert!(passes(|check| {
        member(check, "list")
            .unique(&none)
            .list(&none, &TWO_TO_FOUR);
    }));
}

#[test]
fn what_is_required_has_to_be_there() {
    let (text, number): (Option<String>, Option<i32>) = (None, None);
    let (list, map): (Option<Vec<i32>>, Option<HashMap<String, i32>>) = (None, None);
    let check = lines(|check| {
        required(check, "a").string(&text, &TWO_TO_FOUR);
        required(check, "b").integer(number, &ONE_TO_TEN);
        required(check, "c").list(&list, &TWO_TO_FOUR);
        required(check, "d").map(&map, &TWO_TO_FOUR);
        required(check, "e").given(&text);
        required(check, "f").given(&Some(()));
        member(check, "g").string(&text, &TWO_TO_FOUR);
    });
    let expected =
        ["a", "b", "c", "d", "e"].map(|name| format!("{name}: expected a value, found none"));
    assert_eq!(check, expected);
}

#[test]
fn labels_are_neither_absent_nor_empty() {
    let check = |text: Option<&str>| {
        let text = text.map(str::to_owned);
        lines(|check| label(check, "arn").string(&text, &TWO_TO_FOUR))
    };
    assert_eq!(check(None), ["arn: expected a value, found none"]);
    // It is not said twice that the text is too short.
    assert_eq!(
        check(Some("")),
        ["arn: expected text, as it is part of the URI or the host, found none"]
    );
    assert_eq!(
        check(Some("a")),
        ["arn: expected 2 to 4 characters, found 1"]
    );
    assert!(check(Some("aa")).is_empty());
    // What is required may be empty.
    assert!(passes(
        |check| required(check, "name").string(&String::new(), &Constraint::new())
    ));
}
