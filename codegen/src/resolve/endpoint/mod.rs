//! Endpoint rules: from the traits `smithy.rules#endpointRuleSet`, `#endpointBdd` and `#endpointTests`
//! to typed Rust-like data.

mod add;
mod arrange;
mod attributes;
mod auth_schemes;
mod base64;
mod bdd;
mod calls;
mod cases;
mod conditions;
mod context;
mod diagram;
mod expr;
mod functions;
mod hoist;
mod jmespath;
mod names;
mod params;
mod report;
mod rules;
mod scope;
mod selection;
mod share;
mod template;
mod uses;
mod values;

use crate::ir::Name;
use serde_json::Value;

use crate::diagnostic::Diagnostics;
use crate::ir::endpoint::{Block, EndpointRules, EndpointTests, Outcome, Param, Step};
use crate::model::ShapeId;
use arrange::Arranger;
use report::{Place, Report};
use scope::Scope;

pub(super) use add::add_endpoint;
pub use calls::Callable;
pub use context::{resolve_client_context_params, resolve_operation_params};

/// What is at hand while a rule set is read.
struct Resolver<'a> {
    report: Report<'a>,
    scope: Scope,
    /// Whether the rule set's version is 1.1 or later.
    has_1_1: bool,
    /// The locals, in the order in which they came up.
    order: Vec<Name>,
}

/// Compiles `smithy.rules#endpointRuleSet`
/// ([specification](https://smithy.io/2.0/additional-specs/rules-engine/specification.html)).
///
/// `None` if there is a fault in it; every fault goes to `diagnostics`.
pub fn resolve_endpoint_rules(
    service_id: &ShapeId,
    rule_set: &Value,
    diagnostics: &mut Diagnostics,
) -> Option<EndpointRules> {
    let before = diagnostics.iter().len();
    let report = Report {
        shape: service_id,
        trait_id: "smithy.rules#endpointRuleSet",
        diagnostics,
    };
    let rules = rule_set_of(rule_set, report);
    rules.filter(|_| diagnostics.iter().len() == before)
}

fn rule_set_of(value: &Value, mut report: Report<'_>) -> Option<EndpointRules> {
    let root = Place::default();
    let object = report.object(value, &root)?;
    // `serviceId` was part of early rule sets.
    let known = ["version", "serviceId", "parameters", "rules"];
    report.only(object, &known, &root);
    let version = report.required(object, "version", &root)?;
    let has_1_1 = params::version(version, &root.field("version"), &mut report)?;
    let parameters = report.required(object, "parameters", &root)?;
    let params = params::params(parameters, &root.field("parameters"), &mut report);
    let rules = report.required(object, "rules", &root)?;
    let mut resolver = Resolver::new(report, &params, has_1_1);
    let required = resolver.required(&params);
    let block = resolver.rules(rules, &root.field("rules"))?;
    let arranger = Arranger::new(resolver.order);
    Some(finish(params, required, block, arranger))
}

/// Compiles `smithy.rules#endpointBdd`, the same rules as a binary decision diagram
/// ([specification](https://smithy.io/2.0/additional-specs/rules-engine/specification.html)).
///
/// `None` if there is a fault in it; every fault goes to `diagnostics`.
pub fn resolve_endpoint_bdd(
    service_id: &ShapeId,
    bdd: &Value,
    diagnostics: &mut Diagnostics,
) -> Option<EndpointRules> {
    let before = diagnostics.iter().len();
    let report = Report {
        shape: service_id,
        trait_id: "smithy.rules#endpointBdd",
        diagnostics,
    };
    let rules = bdd::bdd(bdd, report);
    rules.filter(|_| diagnostics.iter().len() == before)
}

/// Reads `smithy.rules#endpointTests`, cases for the rules at hand. Faulty ones are left out. Cases may call what is
/// `callable`; without it, only the rules are tested.
pub fn resolve_endpoint_tests(
    service_id: &ShapeId,
    tests: &Value,
    rules: &EndpointRules,
    callable: Option<Callable<'_>>,
    diagnostics: &mut Diagnostics,
) -> EndpointTests {
    let report = Report {
        shape: service_id,
        trait_id: "smithy.rules#endpointTests",
        diagnostics,
    };
    cases::tests(tests, rules, callable, report).unwrap_or_default()
}

impl<'a> Resolver<'a> {
    fn new(report: Report<'a>, params: &[Param], has_1_1: bool) -> Self {
        Self {
            report,
            scope: Scope::of_params(params),
            has_1_1,
            order: Vec::new(),
        }
    }

    /// The steps that see to it that required parameters have values.
    fn required(&mut self, params: &[Param]) -> Vec<Step> {
        let mut steps = Vec::new();
        for param in params {
            let value = scope::param_value(param);
            if param.required && value.ty.is_option() {
                let local = self.keep(&param.name, value.ty.inner().clone());
                steps.push(Step::Require {
                    param: param.name.clone(),
                    value,
                    local: Some(local),
                });
            }
        }
        steps
    }
}

/// Divides what `resolve_endpoint` does into functions.
fn finish(
    params: Vec<Param>,
    required: Vec<Step>,
    mut body: Block,
    mut arranger: Arranger,
) -> EndpointRules {
    body.end.get_or_insert(Outcome::NoRuleMatched);
    body.steps.splice(0..0, required);
    let uses = arranger.function(&mut body);
    let (helpers, shared, imports) = arranger.finish(&mut body);
    EndpointRules {
        params,
        body,
        reads_params: uses.params,
        helpers,
        shared,
        imports,
        client_params: Vec::new(),
    }
}
