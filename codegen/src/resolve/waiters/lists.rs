//! Lists: one of their items, some of them, what each becomes.

use jmespath::ast::Ast;

use super::compile::{Compiled, Compiler, Typed, uncovered, wrong};
use super::kind::Kind;
use crate::ir::waiter::{MapType, Node, Value};

impl<'a> Compiler<'a> {
    pub(super) fn projection(&mut self, lhs: &Ast, rhs: &Ast, of: &Typed<'a>) -> Compiled<'a> {
        let list = self.value(lhs, of)?;
        list.then(|list| {
            list_of(list, "a projection", |list, item, optional| {
                self.items(list, (item, optional), rhs)
            })
        })
    }

    /// What each item of a list becomes.
    fn items(
        &mut self,
        list: Value,
        (item, optional): (Kind<'a>, bool),
        rhs: &Ast,
    ) -> Compiled<'a> {
        let item = Typed::current(item);
        let (filter, rhs) = match rhs {
            Ast::Condition {
                predicate, then, ..
            } => (Some(Box::new(self.test(predicate, &item)?)), &**then),
            rhs => (None, rhs),
        };
        let (each, kind) = match rhs {
            Ast::Identity { .. } => (None, item.kind),
            rhs => {
                let each = self.value(rhs, &item)?;
                (Some(Box::new(each.value)), each.kind)
            }
        };
        if filter.is_none() && each.is_none() && !optional {
            let kind = Kind::List(Box::new(kind), false);
            return Ok(Typed { value: list, kind });
        }
        let fails = list.fails
            || filter.as_ref().is_some_and(|filter| filter.fails())
            || each.as_ref().is_some_and(|each| each.fails);
        let node = Node::Items {
            of: Box::new(list),
            filter,
            each,
        };
        Ok(Typed::new(node, Kind::List(Box::new(kind), false), fails))
    }

    pub(super) fn map_values(&mut self, map: Typed<'a>) -> Compiled<'a> {
        let (value, sparse) = match map.kind {
            Kind::Map { value, sparse, .. } => (value, sparse),
            Kind::Structure(_) | Kind::Union(_) => {
                return uncovered("the values of a structure, `*`");
            }
            other => return wrong(format!("expected a map for `*`, found {}", other.name())),
        };
        let Ok(kind) = self.shapes.kind(value) else {
            return self.no_kind("*", value);
        };
        let fails = map.value.fails;
        let ty = value.clone();
        let node = Node::Values(Box::new(map.value), MapType { ty, sparse });
        Ok(Typed::new(node, Kind::List(Box::new(kind), sparse), fails))
    }

    pub(super) fn select(&mut self, elements: &[Ast], of: &Typed<'a>) -> Compiled<'a> {
        let mut values = Vec::new();
        let mut kind: Option<Kind<'a>> = None;
        for element in elements {
            let element = self.value(element, of)?;
            let is_same = kind.as_ref().is_none_or(|kind| {
                kind.is_comparable_with(&element.kind)
                    || matches!((kind, &element.kind), (Kind::List(one, _), Kind::List(other, _)) if one.is_comparable_with(other))
            });
            if !is_same {
                return uncovered("a multi-select list of values that are not all of one kind");
            }
            kind = Some(match (kind, element.kind) {
                (Some(Kind::List(_, one)), Kind::List(_, other)) if one != other => {
                    return uncovered("a multi-select list of lists of which only some have nulls");
                }
                (_, kind) => kind,
            });
            values.push(element.value);
        }
        let Some(kind) = kind else {
            return wrong("expected something in a multi-select list, found nothing");
        };
        let optional = values.iter().any(|value| value.optional);
        let fails = values.iter().any(|value| value.fails);
        let list = Kind::List(Box::new(kind), optional);
        Ok(Typed::new(Node::Select(values), list, fails))
    }
}

/// `[0]`, or `[-1]` from the end.
pub(super) fn index(list: Typed<'_>, index: i32) -> Compiled<'_> {
    list_of(list, "an index", |list, item, _| {
        let fails = list.fails;
        let node = Node::Index(Box::new(list), index);
        Ok(Typed::new(node, item, fails).optional(true))
    })
}

/// `[start:stop:step]`.
pub(super) fn slice(
    list: Typed<'_>,
    (start, stop, step): (Option<i32>, Option<i32>, i32),
) -> Compiled<'_> {
    if step == 0 {
        return wrong("expected a step that is not 0 in a slice, found 0");
    }
    list_of(list, "a slice", |list, item, optional| {
        let fails = list.fails;
        let node = Node::Slice(Box::new(list), start, stop, step);
        let kind = Kind::List(Box::new(item), optional);
        Ok(Typed::new(node, kind, fails))
    })
}

/// What is made of a list.
fn list_of<'a>(
    list: Typed<'a>,
    what: &str,
    make: impl FnOnce(Value, Kind<'a>, bool) -> Compiled<'a>,
) -> Compiled<'a> {
    match list.kind {
        Kind::List(item, optional) => make(list.value, *item, optional),
        other => wrong(format!(
            "expected a list for {what}, found {}",
            other.name()
        )),
    }
}

/// `[]`: the items of the lists that are items; others stay as they are.
pub(super) fn flattened(list: Typed<'_>) -> Compiled<'_> {
    list_of(list, "`[]`", |list, item, optional| {
        let Kind::List(inner, inner_optional) = item else {
            let list_kind = Kind::List(Box::new(item), optional);
            let value = list;
            return Ok(Typed {
                value,
                kind: list_kind,
            });
        };
        let fails = list.fails;
        let kind = Kind::List(inner, inner_optional);
        Ok(Typed::new(Node::Flatten(Box::new(list)), kind, fails))
    })
}
