//! What a reference stands for at some point of a rule set.

use crate::ir::Name;

use super::names;
use crate::ir::endpoint::{Expr, ExprKind, Param, ParamKind, Type};

/// The parameters and variables that can be referred to.
#[derive(Clone, Default)]
pub(super) struct Scope {
    variables: Vec<Variable>,
}

/// What one name stands for.
#[derive(Clone, PartialEq)]
pub(super) struct Variable {
    name: String,
    value: Expr,
}

impl Scope {
    /// Every parameter, as a field of `params`.
    pub(super) fn of_params(params: &[Param]) -> Self {
        let variables = params.iter().map(|param| Variable {
            name: param.name.clone(),
            value: param_value(param),
        });
        Self {
            variables: variables.collect(),
        }
    }

    /// What the name stands for.
    pub(super) fn get(&self, name: &str) -> Option<&Expr> {
        let mut latest_first = self.variables.iter().rev();
        latest_first
            .find(|variable| variable.name == name)
            .map(|variable| &variable.value)
    }

    /// Lets the name stand for a value from now on.
    pub(super) fn set(&mut self, name: &str, value: Expr) {
        self.variables.push(Variable {
            name: name.to_owned(),
            value,
        });
    }

    /// How much there is; [`leave`](Self::leave) goes back to it.
    pub(super) fn enter(&self) -> usize {
        self.variables.len()
    }

    /// Forgets what was set since.
    pub(super) fn leave(&mut self, mark: usize) {
        self.variables.truncate(mark);
    }

    /// A name for a local that holds what the name stands for, and no other local here has.
    pub(super) fn local(&self, name: &str) -> Name {
        names::local(name, |candidate| {
            self.variables
                .iter()
                .any(|variable| matches!(&variable.value.kind, ExprKind::Local(other) if other == candidate))
        })
    }

    /// Forgets what the other scope does not know as well.
    pub(super) fn keep_common(&mut self, other: &Self) {
        self.variables
            .retain(|variable| other.variables.contains(variable));
    }

    /// The names that can be referred to, each once.
    pub(super) fn names(&self) -> Vec<&str> {
        let mut names: Vec<_> = self.variables.iter().map(|one| one.name.as_str()).collect();
        names.sort_unstable();
        names.dedup();
        names
    }
}

/// A parameter as a field of `params`.
pub(super) fn param_value(param: &Param) -> Expr {
    let ty = match param.kind {
        ParamKind::String => Type::Str,
        ParamKind::Boolean => Type::Bool,
        ParamKind::StringArray => Type::Strings,
    };
    Expr {
        kind: ExprKind::Param(param.field.clone()),
        ty: if param.default.is_some() {
            ty
        } else {
            ty.optional()
        },
    }
}
