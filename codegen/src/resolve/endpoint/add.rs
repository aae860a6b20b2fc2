//! What the endpoint rules of a service add to it.

use super::{
    Callable, resolve_client_context_params, resolve_endpoint_bdd, resolve_endpoint_rules,
    resolve_endpoint_tests, resolve_operation_params,
};
use crate::diagnostic::Diagnostics;
use crate::ir::Service;
use crate::ir::endpoint::EndpointRules;
use crate::model::{Model, Shape};
use crate::resolve::context::Context;

/// Adds the endpoint rules, and their tests if they are wanted: wrong ones are reported in any case. A decision diagram
/// counts where there are no rules.
pub(in crate::resolve) fn add_endpoint(
    service: &mut Service,
    context: &Context<'_>,
    tests: bool,
    diagnostics: &mut Diagnostics,
) {
    let shape = &context.model.service;
    let mut rules = match (&shape.endpoint_rule_set, &shape.endpoint_bdd) {
        (Some(rules), _) => resolve_endpoint_rules(&shape.id, rules, diagnostics),
        (None, Some(bdd)) => resolve_endpoint_bdd(&shape.id, bdd, diagnostics),
        (None, None) => None,
    };
    if let Some(rules) = &mut rules {
        add_context_params(service, context.model, rules, diagnostics);
    }
    service.endpoint_tests = match (&rules, &shape.endpoint_tests) {
        (Some(rules), Some(tests)) => Some(resolve_endpoint_tests(
            &shape.id,
            tests,
            rules,
            Callable::of(service, &context.left_out),
            diagnostics,
        )),
        _ => None,
    };
    service.endpoint_tests.take_if(|_| !tests);
    service.endpoint_rules = rules;
}

/// Adds what operations and clients say to the endpoint rules.
fn add_context_params(
    service: &mut Service,
    model: &Model,
    rules: &mut EndpointRules,
    diagnostics: &mut Diagnostics,
) {
    let shape = &model.service;
    let Service {
        operations,
        structures,
        unions,
        ..
    } = service;
    for (operation, shape) in operations.iter_mut().zip(&model.operations) {
        let input = shape.input.as_ref().map(|input| model.shape(input));
        operation.context_params = resolve_operation_params(
            shape,
            input.map(Shape::members).unwrap_or_default(),
            &operation.input,
            (structures, unions),
            rules,
            diagnostics,
        );
        for param in &operation.context_params {
            rules.is_given(&param.name);
        }
    }
    if let Some(params) = &shape.client_context_params {
        let params = resolve_client_context_params(&shape.id, params, rules, diagnostics);
        for param in &params {
            rules.is_given(&param.name);
        }
        rules.client_params = params;
    }
}
