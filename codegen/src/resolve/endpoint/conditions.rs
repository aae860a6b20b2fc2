//! Conditions, and what holds once they do.

use serde_json::{Map, Value};

use super::Resolver;
use super::functions::{is_some, not};
use super::names;
use super::report::Place;
use crate::ir::endpoint::{Block, Expr, ExprKind, Local, Step, Test, Type};

/// A condition.
#[derive(Clone, Debug)]
pub(super) enum Condition {
    /// It always holds.
    Always,
    /// It never holds.
    Never,
    /// It has to be tested.
    Test(Test),
    /// It always holds, and keeps a value.
    Let(Local, Expr),
}

impl Resolver<'_> {
    /// Reads a condition. From then on, the scope is that of its holding.
    pub(super) fn condition(&mut self, value: &Value, place: &Place) -> Option<Condition> {
        let object = self.report.object(value, place)?;
        let known = ["fn", "argv", "assign", "documentation"];
        self.report.only(object, &known, place);
        if !object.contains_key("assign")
            && let Some(name) = narrowed(object)
        {
            return self.narrow(name, &place.field("argv").index(0).field("ref"));
        }
        let value = self.call(object, place)?;
        let Some(name) = object.get("assign") else {
            return Some(holds(value));
        };
        let place = place.field("assign");
        let name = self.report.string(name, &place)?;
        if !names::is_name(name) {
            return self.report.fault(
                &place,
                format_args!(
                    "expected a name of a letter, then letters and digits, found `{name}`"
                ),
            );
        }
        if self.scope.get(name).is_some() {
            return self.report.fault(
                &place,
                format_args!(
                    "expected a new name, found `{name}`, which a parameter or variable has"
                ),
            );
        }
        Some(self.assign(name, value))
    }

    /// `isSet` of a reference: from then on, the reference stands for the value in the option.
    fn narrow(&mut self, name: &str, place: &Place) -> Option<Condition> {
        let value = self.reference(name, place)?;
        let Type::Option(inner) = &value.ty else {
            return Some(Condition::Always);
        };
        let local = self.keep(name, inner.as_ref().clone());
        Some(Condition::Test(Test::Some { local, value }))
    }

    fn assign(&mut self, name: &str, value: Expr) -> Condition {
        match value.ty.inner() {
            // A condition that gives `false` does not hold, so whoever reads the name reads `true`.
            Type::Bool => {
                self.scope.set(name, Expr::bool(ExprKind::Bool(true)));
                holds(value)
            }
            inner => {
                let local = self.keep(name, inner.clone());
                if value.ty.is_option() {
                    Condition::Test(Test::Some { local, value })
                } else {
                    Condition::Let(local, value)
                }
            }
        }
    }

    /// Lets a name stand for a new local.
    pub(super) fn keep(&mut self, name: &str, ty: Type) -> Local {
        let local = Local {
            name: self.scope.local(name),
            ty,
        };
        self.scope
            .set(name, Expr::local(local.name.clone(), local.ty.clone()));
        if !self.order.contains(&local.name) {
            self.order.push(local.name.clone());
        }
        local
    }
}

/// The name that `isSet` is asked of.
fn narrowed(object: &Map<String, Value>) -> Option<&str> {
    if object.get("fn")?.as_str()? != "isSet" {
        return None;
    }
    match object.get("argv")?.as_array()?.as_slice() {
        [Value::Object(reference)] if reference.len() == 1 => reference.get("ref")?.as_str(),
        _ => None,
    }
}

/// A condition holds if it gives neither nothing nor `false`.
fn holds(value: Expr) -> Condition {
    let value = match &value.ty {
        Type::Option(inner) if **inner == Type::Bool => {
            Expr::bool(ExprKind::IsTrue(Box::new(value)))
        }
        Type::Option(_) => is_some(value),
        Type::Bool => value,
        _ => return Condition::Always,
    };
    match value.as_bool() {
        Some(true) => Condition::Always,
        Some(false) => Condition::Never,
        None => Condition::Test(Test::Holds(value)),
    }
}

/// A block that is taken if all the conditions hold; `None` if they never do.
pub(super) fn under(conditions: Vec<Condition>, body: Block, docs: &[String]) -> Option<Block> {
    let mut block = body;
    let mut tests = Vec::new();
    for condition in conditions.into_iter().rev() {
        match condition {
            Condition::Always => {}
            Condition::Never => return None,
            Condition::Test(test) => tests.insert(0, test),
            Condition::Let(local, value) => {
                block = guarded(std::mem::take(&mut tests), block, docs)?;
                block.steps.insert(0, Step::Let { local, value });
            }
        }
    }
    guarded(tests, block, docs)
}

/// A block that is taken if all the tests hold; `None` if one of them is the opposite of another.
pub(super) fn guarded(tests: Vec<Test>, then: Block, docs: &[String]) -> Option<Block> {
    let mut kept: Vec<Test> = Vec::new();
    for test in tests {
        if let Test::Holds(value) = &test
            && kept.contains(&Test::Holds(not(value.clone())))
        {
            return None;
        }
        if !kept.contains(&test) {
            kept.push(test);
        }
    }
    if kept.is_empty() {
        return Some(then);
    }
    let step = Step::If {
        tests: kept,
        then,
        docs: docs.to_vec(),
    };
    Some(Block {
        steps: vec![step],
        end: None,
    })
}
