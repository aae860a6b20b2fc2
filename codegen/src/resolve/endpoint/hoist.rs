//! Gives the fields in a string that is put together names of their own, so that they can stand in it:
//! `let dns_suffix = partition_result.dns_suffix;` before `format!("https://{region}.{dns_suffix}")`.

use crate::ir::Name;

use super::names;
use super::uses::of_outcome;
use crate::ir::endpoint::{Block, Document, Expr, ExprKind, Local, Outcome, Part, Step};

/// Does so for what a block, and every block in it, ends with.
pub(super) fn hoist(block: &mut Block) {
    for step in &mut block.steps {
        if let Step::If { then, .. } = step {
            hoist(then);
        }
    }
    let Some(end) = &mut block.end else {
        return;
    };
    let mut hoist = Hoist {
        read: of_outcome(end)
            .locals
            .into_iter()
            .map(|local| local.name)
            .collect(),
        made: Vec::new(),
    };
    match end {
        Outcome::Error(message) => hoist.expr(message),
        Outcome::Endpoint(endpoint) => {
            hoist.expr(&mut endpoint.url);
            let headers = endpoint.headers.iter_mut();
            headers
                .flat_map(|(_, values)| values)
                .for_each(|value| hoist.expr(value));
            let properties = endpoint.properties.iter_mut();
            properties.for_each(|(_, value)| hoist.document(value));
        }
        Outcome::NoRuleMatched | Outcome::Call(_) => {}
    }
    block.steps.extend(hoist.made);
}

struct Hoist {
    /// The locals that the outcome reads.
    read: Vec<Name>,
    /// The steps that make new ones.
    made: Vec<Step>,
}

impl Hoist {
    fn document(&mut self, document: &mut Document) {
        match document {
            Document::String(value) => self.expr(value),
            Document::Boolean(_) | Document::Integer(_) | Document::Shared(_) => {}
            Document::Array(items) => items.iter_mut().for_each(|item| self.document(item)),
            Document::Object(members) => {
                let members = members.iter_mut();
                members.for_each(|(_, value)| self.document(value));
            }
        }
    }

    fn expr(&mut self, expr: &mut Expr) {
        let ExprKind::Format(parts) = &mut expr.kind else {
            return;
        };
        for part in parts {
            if let Part::Value(value) = part
                && let ExprKind::Field(_, name) | ExprKind::Param(name) = &value.kind
                && let Some(local) = self.local(&name.to_string(), value)
            {
                *value = Expr::local(local, value.ty.clone());
            }
        }
    }

    /// The local that holds the value: one made before, or a new one unless its name is in use.
    fn local(&mut self, name: &str, value: &Expr) -> Option<Name> {
        for step in &self.made {
            if let Step::Let { local, value: made } = step
                && local.name == *name
            {
                return (made == value).then(|| local.name.clone());
            }
        }
        let name = names::local(name, |other| self.read.iter().any(|read| read == other));
        let local = Local {
            name: name.clone(),
            ty: value.ty.clone(),
        };
        self.made.push(Step::Let {
            local,
            value: value.clone(),
        });
        Some(name)
    }
}
