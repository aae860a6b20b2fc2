//! From a path of JMESPath to an expression of Rust over the types of an operation.
//!
//! Each expression becomes a [`Typed`] one. Where JMESPath would only find out at run time that a member does not exist,
//! or has a type that makes no sense there, the path is refused.

use jmespath::ast::Ast;

use super::jmespath::{keeps_null, refuses_null, uses};
use super::kind::{Kind, Shapes};
pub(super) use super::typed::{Typed, of_test};
use crate::ir::waiter::{MapType, Node, Test, Value};
use crate::ir::{Field, Presence, Step, Structure, Union};

/// Why a path is refused.
#[derive(Debug)]
pub(super) enum Fault {
    /// It is wrong.
    Wrong(String),
    /// It makes use of something that is not covered.
    Uncovered(String),
}

pub(super) type Compiled<'a> = Result<Typed<'a>, Fault>;

/// Compiles paths.
pub(super) struct Compiler<'a> {
    shapes: Shapes<'a>,
    /// Whether a path has led through a secret.
    pub(super) met_secret: bool,
}

pub(super) fn wrong<T>(message: impl Into<String>) -> Result<T, Fault> {
    Err(Fault::Wrong(message.into()))
}

pub(super) fn uncovered<T>(what: impl Into<String>) -> Result<T, Fault> {
    Err(Fault::Uncovered(what.into()))
}

impl<'a> Compiler<'a> {
    pub(super) fn new(shapes: Shapes<'a>) -> Self {
        Self {
            shapes,
            met_secret: false,
        }
    }

    /// What an expression makes of a value that is not null.
    pub(super) fn value(&mut self, ast: &Ast, of: &Typed<'a>) -> Compiled<'a> {
        match ast {
            Ast::Identity { .. } => match of.kind {
                Kind::Roots => uncovered("`@` for input and output together"),
                _ => Ok(of.clone()),
            },
            Ast::Field { name, .. } => self.member(of, name),
            Ast::Subexpr { lhs, rhs, .. } => self.subexpression(lhs, rhs, of),
            Ast::Index { idx, .. } => {
                let index = *idx;
                list_of(of.clone(), "an index", |list, item, _| {
                    let fails = list.fails;
                    let node = Node::Index(Box::new(list), index);
                    Ok(Typed::new(node, item, fails).optional(true))
                })
            }
            Ast::Slice {
                start, stop, step, ..
            } => {
                if *step == 0 {
                    return wrong("expected a step that is not 0 in a slice, found 0");
                }
                list_of(of.clone(), "a slice", |list, item, optional| {
                    let fails = list.fails;
                    let node = Node::Slice(Box::new(list), *start, *stop, *step);
                    Ok(Typed::new(
                        node,
                        Kind::List(Box::new(item), optional),
                        fails,
                    ))
                })
            }
            Ast::Projection { lhs, rhs, .. } => self.projection(lhs, rhs, of),
            Ast::Flatten { node, .. } => self.value(node, of)?.then(flattened),
            Ast::ObjectValues { node, .. } => {
                let map = self.value(node, of)?;
                map.then(|map| self.map_values(map))
            }
            Ast::MultiList { elements, .. } => self.select(elements, of),
            Ast::Literal { value, .. } => super::literal::literal(value),
            Ast::Comparison {
                comparator,
                lhs,
                rhs,
                ..
            } => self.comparison(comparator, lhs, rhs, of),
            Ast::Not { .. } => Ok(of_test(self.test(ast, of)?)),
            Ast::And { lhs, rhs, .. } => self.choice(ast, (lhs, rhs), of, Node::And),
            Ast::Or { lhs, rhs, .. } => self.choice(ast, (lhs, rhs), of, Node::Or),
            Ast::Function { name, args, .. } => self.function(name, args, of),
            Ast::MultiHash { .. } => uncovered("a multi-select hash, `{..}`"),
            Ast::Expref { .. } => uncovered("an expression reference, `&..`"),
            Ast::Condition { .. } => uncovered("a condition outside of a filter"),
        }
    }

    /// Whether what an expression makes of a value counts as true.
    pub(super) fn test(&mut self, ast: &Ast, of: &Typed<'a>) -> Result<Test, Fault> {
        Ok(match ast {
            Ast::And { lhs, rhs, .. } => joined(self.test(lhs, of)?, self.test(rhs, of)?, true),
            Ast::Or { lhs, rhs, .. } => joined(self.test(lhs, of)?, self.test(rhs, of)?, false),
            Ast::Not { node, .. } => self.test(node, of)?.negated(),
            _ => self.value(ast, of)?.truth(),
        })
    }

    fn member(&mut self, of: &Typed<'a>, name: &str) -> Compiled<'a> {
        match &of.kind {
            Kind::Roots => match name {
                "input" => Ok(Typed::new(
                    Node::Input,
                    Kind::Structure(self.shapes.input),
                    false,
                )),
                "output" => Ok(Typed::output(self.shapes)),
                _ => wrong(format!("expected `input` or `output`, found `{name}`")),
            },
            Kind::Structure(structure) => self.field(of, structure, name),
            Kind::Union(union) => self.variant(of, union, name),
            Kind::Map { .. } => uncovered(format!("a member of a map by its name, `{name}`")),
            other => wrong(format!(
                "expected a structure for the member `{name}`, found {}",
                other.name()
            )),
        }
    }

    fn field(&mut self, of: &Typed<'a>, structure: &'a Structure, name: &str) -> Compiled<'a> {
        let mut fields = structure.fields.iter();
        let Some(field) = fields.find(|field| field.member == name) else {
            let known = structure.fields.iter().map(|field| field.member.as_str());
            let owner = structure.name.as_str();
            return no_member(owner, name, known);
        };
        self.met_secret |= field.sensitive || structure.sensitive;
        let Ok(kind) = self.shapes.kind(&field.ty) else {
            return self.no_kind(name, &field.ty);
        };
        let node = Node::Field {
            of: Box::new(of.value.clone()),
            step: step(field),
            ty: field.ty.clone(),
        };
        let typed = Typed::new(node, kind, of.value.fails);
        Ok(typed.optional(field.presence == Presence::Optional))
    }

    fn variant(&mut self, of: &Typed<'a>, union: &'a Union, name: &str) -> Compiled<'a> {
        let mut variants = union.variants.iter();
        let Some(variant) = variants.find(|variant| variant.member == name) else {
            let known = union.variants.iter().map(|variant| variant.member.as_str());
            return no_member(union.name.as_str(), name, known);
        };
        self.met_secret |= variant.sensitive || union.sensitive;
        let Some(ty) = &variant.ty else {
            return uncovered(format!("`{name}`, a member of a union without a value"));
        };
        let Ok(kind) = self.shapes.kind(ty) else {
            return self.no_kind(name, ty);
        };
        let node = Node::Variant {
            of: Box::new(of.value.clone()),
            method: variant.method_name.prefixed("as_"),
            ty: ty.clone(),
        };
        Ok(Typed::new(node, kind, of.value.fails).optional(true))
    }

    fn no_kind<T>(&self, name: &str, ty: &'a crate::ir::Type) -> Result<T, Fault> {
        let what = self.shapes.kind(ty).err().unwrap_or("a value");
        uncovered(format!("`{name}`, {what}"))
    }

    fn subexpression(&mut self, lhs: &Ast, rhs: &Ast, of: &Typed<'a>) -> Compiled<'a> {
        let left = self.value(lhs, of)?;
        let left = if left.value.optional && refuses_null(rhs) {
            left.required()
        } else {
            left
        };
        let is_place = matches!(
            left.value.node,
            Node::Input | Node::Output | Node::Current | Node::Field { .. }
        ) && !left.value.held.is_list();
        if left.value.optional && !keeps_null(rhs) {
            return uncovered("a test behind `|` of something that may be null");
        }
        if left.value.optional {
            return left.then(|left| self.value(rhs, &left));
        }
        if is_place || uses(rhs) <= 1 {
            return self.value(rhs, &left);
        }
        let next = self.value(rhs, &Typed::current(left.kind))?;
        let fails = left.value.fails || next.value.fails;
        let optional = next.value.optional;
        let node = Node::Let(Box::new(left.value), Box::new(next.value));
        Ok(Typed::new(node, next.kind, fails).optional(optional))
    }

    fn projection(&mut self, lhs: &Ast, rhs: &Ast, of: &Typed<'a>) -> Compiled<'a> {
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

    fn select(&mut self, elements: &[Ast], of: &Typed<'a>) -> Compiled<'a> {
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

    /// `&&` or `||` for its value.
    fn choice(
        &mut self,
        ast: &Ast,
        (lhs, rhs): (&Ast, &Ast),
        of: &Typed<'a>,
        node: fn(Box<Value>, Box<Value>) -> Node,
    ) -> Compiled<'a> {
        let (left, right) = (self.value(lhs, of)?, self.value(rhs, of)?);
        if !left.kind.is_comparable_with(&right.kind) {
            return uncovered(
                "`&&` or `||` of values that are not two strings, numbers or booleans",
            );
        }
        let are_sure = !left.value.optional && !right.value.optional;
        if are_sure && matches!(left.kind, Kind::Boolean) {
            return Ok(of_test(self.test(ast, of)?));
        }
        let fails = left.value.fails || right.value.fails;
        let node = node(Box::new(left.value), Box::new(right.value));
        Ok(Typed::new(node, right.kind, fails).optional(true))
    }
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

fn flattened(list: Typed<'_>) -> Compiled<'_> {
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

/// Two tests as one; several in a row stand side by side.
fn joined(one: Test, other: Test, all: bool) -> Test {
    let parts = |test| match test {
        Test::All(tests) if all => tests,
        Test::Any(tests) if !all => tests,
        test => vec![test],
    };
    let mut tests = parts(one);
    tests.extend(parts(other));
    if all {
        Test::All(tests)
    } else {
        Test::Any(tests)
    }
}

fn step(field: &Field) -> Step {
    Step {
        field: field.name.clone(),
        optional: field.presence == Presence::Optional,
        boxed: field.boxed,
    }
}

fn no_member<'k, T>(
    owner: &str,
    name: &str,
    known: impl Iterator<Item = &'k str>,
) -> Result<T, Fault> {
    let known: Vec<&str> = known.collect();
    let help = crate::validate::suggest::help(
        name,
        known.iter().copied(),
        &format!("it has {}", known.join(", ")),
    );
    wrong(format!(
        "expected a member of `{owner}`, found `{name}`; {help}"
    ))
}
