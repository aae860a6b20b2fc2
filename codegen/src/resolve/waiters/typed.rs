//! Expressions with what they are.

use super::compile::Compiled;
use super::kind::{Kind, Shapes};
use crate::ir::waiter::{Node, Test, Value};

/// An expression with what it is.
#[derive(Clone, Debug)]
pub(super) struct Typed<'a> {
    pub(super) value: Value,
    pub(super) kind: Kind<'a>,
}

impl<'a> Typed<'a> {
    pub(super) fn new(node: Node, kind: Kind<'a>, fails: bool) -> Self {
        let held = kind.held();
        let value = Value {
            node,
            held,
            optional: false,
            fails,
        };
        Self { value, kind }
    }

    pub(super) fn optional(mut self, optional: bool) -> Self {
        self.value.optional = optional;
        self
    }

    /// The output of the operation.
    pub(super) fn output(shapes: Shapes<'a>) -> Self {
        Self::new(Node::Output, Kind::Structure(shapes.output), false)
    }

    /// Input and output, of which only the members are anything.
    pub(super) fn roots() -> Self {
        Self::new(Node::Output, Kind::Roots, false)
    }

    /// What an expression is handed that is made of such a value, which is not null.
    pub(super) fn current(kind: Kind<'a>) -> Self {
        Self::new(Node::Current, kind, false)
    }

    /// Whether it counts as true.
    pub(super) fn truth(self) -> Test {
        match (self.value.node, self.value.optional) {
            (Node::Test(test), false) => *test,
            (node, _) => {
                let value = Value { node, ..self.value };
                Test::Truthy(value, self.kind.truth(), true)
            }
        }
    }

    /// The value, where an error stands for null.
    pub(super) fn required(self) -> Self {
        if !self.value.optional {
            return self;
        }
        Self::new(Node::Require(Box::new(self.value)), self.kind, true)
    }

    /// What is made of this value; null if it is null.
    pub(super) fn then(self, next: impl FnOnce(Typed<'a>) -> Compiled<'a>) -> Compiled<'a> {
        if !self.value.optional {
            return next(self);
        }
        let next = next(Self::current(self.kind))?;
        if next.value.node == Node::Current {
            return Ok(Self {
                value: self.value,
                kind: next.kind,
            });
        }
        let fails = self.value.fails || next.value.fails;
        let node = Node::Then(Box::new(self.value), Box::new(next.value));
        Ok(Self::new(node, next.kind, fails).optional(true))
    }
}

/// A test as a value: it is never null.
pub(super) fn of_test<'a>(test: Test) -> Typed<'a> {
    let fails = test.fails();
    Typed::new(Node::Test(Box::new(test)), Kind::Boolean, fails)
}
