//! Functions of JMESPath.

use jmespath::ast::Ast;

use super::compile::{Compiled, Compiler, Fault, Typed, of_test, uncovered, wrong};
use super::kind::Kind;
use crate::ir::waiter::{Node, Part, Test};

/// The functions that are covered, with how many arguments they take.
const FUNCTIONS: [(&str, usize); 6] = [
    ("contains", 2),
    ("ends_with", 2),
    ("keys", 1),
    ("length", 1),
    ("starts_with", 2),
    ("values", 1),
];

/// Functions of JMESPath that are not.
const OTHERS: [&str; 20] = [
    "abs",
    "avg",
    "ceil",
    "floor",
    "join",
    "map",
    "max",
    "max_by",
    "merge",
    "min",
    "min_by",
    "not_null",
    "reverse",
    "sort",
    "sort_by",
    "sum",
    "to_array",
    "to_number",
    "to_string",
    "type",
];

impl<'a> Compiler<'a> {
    pub(super) fn function(&mut self, name: &str, args: &[Ast], of: &Typed<'a>) -> Compiled<'a> {
        if OTHERS.contains(&name) {
            return uncovered(format!("the function `{name}`"));
        }
        let Some((_, arity)) = FUNCTIONS.iter().find(|(known, _)| *known == name) else {
            return wrong(format!("expected a function of JMESPath, found `{name}`"));
        };
        if args.len() != *arity {
            return wrong(format!(
                "expected {arity} argument(s) for `{name}`, found {}",
                args.len()
            ));
        }
        let args = args.iter().map(|arg| self.value(arg, of));
        let args = args.collect::<Result<Vec<_>, _>>()?;
        match (name, args.as_slice()) {
            ("length", [value]) => length(value.clone().required()),
            ("keys", [map]) => keys(map.clone().required()),
            ("values", [map]) => self.map_values(map.clone().required()),
            ("contains", [subject, search]) => contains(subject.clone().required(), search.clone()),
            ("starts_with", [text, part]) => part_of(name, text, Part::Start, part),
            (_, [text, part]) => part_of(name, text, Part::End, part),
            _ => wrong(format!("expected other arguments for `{name}`")),
        }
    }
}

fn length(value: Typed<'_>) -> Compiled<'_> {
    let fails = value.value.fails;
    match value.kind {
        Kind::Text | Kind::List(..) | Kind::Map { .. } => {
            let node = Node::Length(Box::new(value.value));
            Ok(Typed::new(node, Kind::Number, fails))
        }
        Kind::Structure(_) | Kind::Union(_) => uncovered("the `length` of a structure"),
        other => wrong(format!(
            "expected a list, a string or a map for `length`, found {}",
            other.name()
        )),
    }
}

fn keys(map: Typed<'_>) -> Compiled<'_> {
    let fails = map.value.fails;
    match map.kind {
        Kind::Map { key, .. } => {
            let node = Node::Keys(Box::new(map.value), key.clone());
            let kind = Kind::List(Box::new(Kind::Text), false);
            Ok(Typed::new(node, kind, fails))
        }
        Kind::Structure(_) | Kind::Union(_) => uncovered("the `keys` of a structure"),
        other => wrong(format!("expected a map for `keys`, found {}", other.name())),
    }
}

fn contains<'a>(subject: Typed<'a>, search: Typed<'a>) -> Compiled<'a> {
    let found = search.kind.name();
    match (&subject.kind, &search.kind) {
        (Kind::Text, Kind::Text) => {
            let test = Test::Part(subject.value, Part::Anywhere, search.value, true);
            Ok(of_test(test))
        }
        (Kind::List(item, _), kind) if item.is_comparable_with(kind) => {
            Ok(of_test(Test::Has(subject.value, search.value, true)))
        }
        (Kind::Text | Kind::List(..), _) => wrong(format!(
            "expected for `contains` something that {} can contain, found {found}",
            subject.kind.name()
        )),
        (other, _) => wrong(format!(
            "expected a list or a string for `contains`, found {}",
            other.name()
        )),
    }
}

fn part_of<'a>(name: &str, text: &Typed<'a>, part: Part, other: &Typed<'a>) -> Compiled<'a> {
    for side in [text, other] {
        if !matches!(side.kind, Kind::Text) {
            let message = format!(
                "expected two strings for `{name}`, found {}",
                side.kind.name()
            );
            return Err(Fault::Wrong(message));
        }
    }
    let (text, other) = (text.clone().required(), other.clone().required());
    Ok(of_test(Test::Part(text.value, part, other.value, true)))
}
