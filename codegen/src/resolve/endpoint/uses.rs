//! What a block reads, and the removal of what nobody reads.

use std::collections::BTreeSet;

use crate::ir::Name;

use super::functions::is_some;
use crate::ir::endpoint::{
    Block, Document, EndpointResult, Expr, ExprKind, Function, Helper, Local, Outcome, Step, Test,
};

/// What a block reads from outside.
#[derive(Clone, Debug, Default)]
pub(super) struct Uses {
    /// Whether it reads `params`.
    pub(super) params: bool,
    /// The locals it reads.
    pub(super) locals: Vec<Local>,
    /// What it takes from the runtime, without the functions it is divided into.
    pub(super) imports: BTreeSet<&'static str>,
}

impl Uses {
    fn add(&mut self, other: Self) {
        self.params |= other.params;
        self.imports.extend(other.imports);
        for local in other.locals {
            if !self.has(&local.name) {
                self.locals.push(local);
            }
        }
    }

    fn has(&self, name: &Name) -> bool {
        self.locals.iter().any(|local| local.name == *name)
    }

    /// Takes a local that is defined here; whether it was read.
    fn take(&mut self, name: &Name) -> bool {
        let before = self.locals.len();
        self.locals.retain(|local| local.name != *name);
        self.locals.len() != before
    }

    fn expr(&mut self, expr: &Expr) {
        self.imports.extend(expr.function().map(Function::name));
        match &expr.kind {
            ExprKind::Param(_) => self.params = true,
            ExprKind::Local(name) if !self.has(name) => self.locals.push(Local {
                name: name.clone(),
                ty: expr.ty.clone(),
            }),
            _ => expr
                .children()
                .into_iter()
                .for_each(|child| self.expr(child)),
        }
    }

    fn outcome(&mut self, outcome: &Outcome, helpers: &[Helper]) {
        match outcome {
            Outcome::NoRuleMatched => {}
            Outcome::Error(message) => self.expr(message),
            Outcome::Endpoint(endpoint) => self.endpoint(endpoint),
            Outcome::Call(index) => {
                if let Some(helper) = helpers.get(*index) {
                    self.add(Self {
                        params: helper.takes_params,
                        locals: helper.locals.clone(),
                        imports: BTreeSet::new(),
                    });
                }
            }
        }
    }

    fn endpoint(&mut self, endpoint: &EndpointResult) {
        self.expr(&endpoint.url);
        for value in endpoint.headers.iter().flat_map(|(_, values)| values) {
            self.expr(value);
        }
        for (_, value) in &endpoint.properties {
            self.document(value);
        }
    }

    fn document(&mut self, document: &Document) {
        match document {
            Document::String(value) => self.expr(value),
            Document::Boolean(_) | Document::Integer(_) | Document::Shared(_) => {}
            Document::Array(items) => {
                self.imports.insert("array");
                items.iter().for_each(|item| self.document(item));
            }
            Document::Object(members) => {
                self.imports.insert("object");
                members.iter().for_each(|(_, value)| self.document(value));
            }
        }
    }
}

/// What the outcome reads, unless it is a call.
pub(super) fn of_outcome(outcome: &Outcome) -> Uses {
    let mut uses = Uses::default();
    uses.outcome(outcome, &[]);
    uses
}

/// What the property reads.
pub(super) fn of_document(document: &Document) -> Uses {
    let mut uses = Uses::default();
    uses.document(document);
    uses
}

/// What the endpoint reads.
pub(super) fn of_endpoint(endpoint: &EndpointResult) -> Uses {
    let mut uses = Uses::default();
    uses.endpoint(endpoint);
    uses
}

/// What the block reads, after locals that nobody reads have been removed from it.
pub(super) fn prune(block: &mut Block, helpers: &[Helper]) -> Uses {
    let mut uses = Uses::default();
    if let Some(end) = &block.end {
        uses.outcome(end, helpers);
    }
    for mut step in std::mem::take(&mut block.steps).into_iter().rev() {
        let is_read = match &mut step {
            Step::Require { value, local, .. } => {
                if !local.as_ref().is_some_and(|local| uses.take(&local.name)) {
                    *local = None;
                }
                uses.expr(value);
                true
            }
            Step::Let { local, value } => {
                let is_read = uses.take(&local.name);
                if is_read {
                    uses.expr(value);
                }
                is_read
            }
            Step::If { tests, then, .. } => {
                let mut inner = prune(then, helpers);
                for test in tests.iter_mut().rev() {
                    prune_test(test, &mut inner);
                }
                uses.add(inner);
                true
            }
        };
        if is_read {
            block.steps.insert(0, step);
        }
    }
    uses
}

fn prune_test(test: &mut Test, uses: &mut Uses) {
    if let Test::Some { local, value } = test
        && !uses.take(&local.name)
    {
        *test = Test::Holds(is_some(value.clone()));
    }
    match test {
        Test::Holds(value) | Test::Some { value, .. } => uses.expr(value),
    }
}
