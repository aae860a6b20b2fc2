//! From a path of JMESPath to an expression of Rust over the types of an operation.
//!
//! Each expression becomes a [`Typed`] one. Where JMESPath would only find out at run time that a member does not exist,
//! or has a type that makes no sense there, the path is refused.

use jmespath::ast::Ast;

use super::jmespath::{keeps_null, refuses_null, uses};
use super::kind::{Kind, Shapes};
use super::lists::{flattened, index, slice};
pub(super) use super::typed::{Typed, of_test};
use crate::ir::waiter::{Node, Test, Value};
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
    pub(super) shapes: Shapes<'a>,
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
            Ast::Index { idx, .. } => index(of.clone(), *idx),
            Ast::Slice {
                start, stop, step, ..
            } => slice(of.clone(), (*start, *stop, *step)),
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

    pub(super) fn no_kind<T>(&self, name: &str, ty: &'a crate::ir::Type) -> Result<T, Fault> {
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
