//! Waiters: what a client polls for ([waiters](https://smithy.io/2.0/additional-specs/waiters.html)).
//!
//! - [`jmespath`]: reading paths;
//! - [`compile`], with [`comparison`], [`literal`] and [`functions`]: from a path to an expression;
//! - [`typed`] and [`kind`]: an expression, and what it is;
//! - [`acceptor`]: what the result of a poll means.

mod acceptor;
mod comparison;
mod compile;
mod functions;
mod jmespath;
mod kind;
mod lists;
mod literal;
mod typed;

use super::context::{Context, deprecation};
use super::docs::Page;
use super::names::NamesWaiters;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::ir::waiter::Waiter;
use crate::ir::{Docs, Operation, Service};
use crate::model::{self, Traits};
use acceptor::Acceptors;
use compile::Fault;
use kind::Shapes;

const WAITABLE: &str = "smithy.waiters#waitable";

/// Gives the operations of a service their waiters. A path that is wrong is reported, and one that makes use of what is
/// not covered too, unless such waiters may be left out: then those are listed.
pub(super) fn add_waiters(
    context: &Context<'_>,
    service: &mut Service,
    may_omit: bool,
    diagnostics: &mut Diagnostics,
) {
    let mut names = NamesWaiters::new(service.operations.iter().map(|operation| &operation.method));
    let mut omitted = Vec::new();
    let mut found = Vec::new();
    for (operation, shape) in service.operations.iter().zip(&context.model.operations) {
        let mut waiters = Vec::new();
        for waiter in &shape.traits.waiters {
            match compiled(service, operation, waiter) {
                Ok(acceptors) => {
                    let docs = documented(context, operation, waiter);
                    waiters.push(named(&mut names, waiter, docs, acceptors));
                }
                Err((_, Fault::Uncovered(_))) if may_omit => {
                    omitted.push(format!("{} of {}", waiter.name, operation.wire_name));
                }
                Err((place, fault)) => {
                    diagnostics.push(diagnostic(shape, waiter, &place, fault));
                }
            }
        }
        found.push(waiters);
    }
    for (operation, waiters) in service.operations.iter_mut().zip(found) {
        operation.waiters = waiters;
    }
    service.omitted_waiters = omitted;
}

/// The acceptors of a waiter, or the first fault and its place.
fn compiled(
    service: &Service,
    operation: &Operation,
    waiter: &model::Waiter,
) -> Result<Vec<crate::ir::waiter::Acceptor>, (String, Fault)> {
    let acceptors = Acceptors {
        shapes: Shapes {
            input: &operation.input,
            output: &operation.output,
            structures: &service.structures,
            unions: &service.unions,
        },
        errors: &service.errors,
    };
    acceptors.all(&waiter.acceptors)
}

fn named(
    names: &mut NamesWaiters,
    waiter: &model::Waiter,
    docs: Docs,
    acceptors: Vec<crate::ir::waiter::Acceptor>,
) -> Waiter {
    let names = names.name(&waiter.name);
    Waiter {
        name: waiter.name.clone(),
        base: names.base,
        module: names.module,
        method: names.method,
        constant: names.constant,
        docs,
        deprecated: deprecation(&traits(waiter)),
        delays: (waiter.min_delay, waiter.max_delay),
        acceptors,
    }
}

/// What the model says of a waiter, and which operation it calls how often.
fn documented(context: &Context<'_>, operation: &Operation, waiter: &model::Waiter) -> Docs {
    let page = Page::new(&["operation"])
        .with_types(["Client"])
        .with_types([
            operation.input.name.as_str(),
            operation.output.name.as_str(),
        ]);
    let fallback = format!("Waits for `{}`.", waiter.name);
    let mut docs = context.docs(&traits(waiter), &fallback, &page, 4);
    let every = match (waiter.min_delay, waiter.max_delay) {
        (1, 1) => "second".to_owned(),
        (min, max) if min == max => format!("{min} seconds"),
        (min, max) => format!("{min} to {max} seconds"),
    };
    let (name, method) = (&operation.wire_name, &operation.method);
    docs.lines.push(String::new());
    docs.lines
        .push(format!("Calls [`{name}`](Client::{method}) every {every}."));
    docs
}

fn traits(waiter: &model::Waiter) -> Traits {
    Traits {
        documentation: waiter.documentation.clone(),
        deprecated: waiter.deprecated.clone(),
        ..Traits::default()
    }
}

fn diagnostic(
    operation: &model::Operation,
    waiter: &model::Waiter,
    place: &str,
    fault: Fault,
) -> Diagnostic {
    let name = &waiter.name;
    let (message, help) = match fault {
        Fault::Wrong(message) => (
            message,
            "mend the path; members are called as in the model, whatever they are called in JSON",
        ),
        Fault::Uncovered(what) => (
            format!(
                "found {what}, which waiters are not compiled with; expected the rest of JMESPath"
            ),
            "write the path without it, or omit such waiters with `--omit-unsupported` (`omit_unsupported` in a build \
             script)",
        ),
    };
    Diagnostic::new(format!("{name}.{place}: {message}"))
        .on(&operation.id)
        .of_trait(WAITABLE)
        .help(help)
}
