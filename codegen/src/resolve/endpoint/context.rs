//! Parameters that clients and operations give: `smithy.rules#clientContextParams`,
//! `#staticContextParams`, `#contextParam` and `#operationContextParams`
//! ([specification](https://smithy.io/2.0/additional-specs/rules-engine/parameters.html)).

use serde_json::Value;

use super::jmespath::{self, PathStep};
use super::names;
use super::params::{kind, param_value};
use super::report::{Place, Report};
use super::selection::{Shapes, required, selection};
use crate::diagnostic::Diagnostics;
use crate::ir::endpoint::{ClientContextParam, EndpointRules, OperationParam, Param, ParamSource};
use crate::ir::{Structure, Union};
use crate::model::{Member, Operation, ShapeId};

/// Reads `smithy.rules#clientContextParams`. Those that the rules have no parameter for are left out:
/// nothing would ask for them.
pub fn resolve_client_context_params(
    service_id: &ShapeId,
    value: &Value,
    rules: &EndpointRules,
    diagnostics: &mut Diagnostics,
) -> Vec<ClientContextParam> {
    let mut report = Report {
        shape: service_id,
        trait_id: "smithy.rules#clientContextParams",
        diagnostics,
    };
    let root = Place::default();
    let Some(object) = report.object(value, &root) else {
        return Vec::new();
    };
    let params = object.iter().filter_map(|(name, value)| {
        client_param(rules.param(name)?, value, &root.field(name), &mut report)
    });
    params.collect()
}

fn client_param(
    param: &Param,
    value: &Value,
    place: &Place,
    report: &mut Report<'_>,
) -> Option<ClientContextParam> {
    let object = report.object(value, place)?;
    // Smithy's own models have `required` here, which says nothing that the rules do not say.
    report.only(object, &["type", "documentation", "required"], place);
    let found = report.required(object, "type", place)?;
    let found = kind(found, &place.field("type"), report)?;
    if found != param.kind {
        return report.fault(
            &place.field("type"),
            format_args!(
                "expected the type that the rules give `{}`, found another",
                param.name
            ),
        );
    }
    let docs = report.docs(object, place);
    Some(ClientContextParam {
        name: param.name.clone(),
        setter: names::client_setter(&param.name),
        kind: found,
        docs: if docs.is_empty() {
            param.docs.clone()
        } else {
            docs
        },
    })
}

/// What an operation gives, in the order of the rules' parameters. `members` are those of its `input`, `structures`
/// and `unions` those that it may hold.
///
/// Where there are several sources for one parameter, the most specific stands: a static value, then a member of
/// the input, then a path into it.
pub fn resolve_operation_params(
    operation: &Operation,
    members: &[Member],
    input: &Structure,
    (structures, unions): (&[Structure], &[Union]),
    rules: &EndpointRules,
    diagnostics: &mut Diagnostics,
) -> Vec<OperationParam> {
    let shapes = Shapes {
        input,
        structures,
        unions,
    };
    let mut all = static_params(operation, rules, diagnostics);
    all.extend(member_params(members, &shapes, rules, diagnostics));
    all.extend(path_params(operation, &shapes, rules, diagnostics));
    let mut ordered = Vec::new();
    for param in &rules.params {
        ordered.extend(all.iter().find(|one| one.name == param.name).cloned());
    }
    ordered
}

fn static_params(
    operation: &Operation,
    rules: &EndpointRules,
    diagnostics: &mut Diagnostics,
) -> Vec<OperationParam> {
    let report = Report {
        shape: &operation.id,
        trait_id: "smithy.rules#staticContextParams",
        diagnostics,
    };
    let value = operation.traits.static_context_params.as_deref();
    named_params(
        value,
        "value",
        rules,
        report,
        |value, param, place, report| {
            param_value(value, param.kind, place, report).map(ParamSource::Static)
        },
    )
}

fn path_params(
    operation: &Operation,
    shapes: &Shapes<'_>,
    rules: &EndpointRules,
    diagnostics: &mut Diagnostics,
) -> Vec<OperationParam> {
    let report = Report {
        shape: &operation.id,
        trait_id: "smithy.rules#operationContextParams",
        diagnostics,
    };
    let value = operation.traits.operation_context_params.as_deref();
    named_params(
        value,
        "path",
        rules,
        report,
        |value, param, place, report| {
            let steps = jmespath::parse(report.string(value, place)?);
            match steps.and_then(|steps| selection(shapes, &steps, param.kind)) {
                Ok(selection) => Some(ParamSource::Selected(selection)),
                Err(message) => report.fault(place, message),
            }
        },
    )
}

/// Reads a map of parameter names to objects with one member.
fn named_params(
    value: Option<&Value>,
    member: &str,
    rules: &EndpointRules,
    mut report: Report<'_>,
    source: impl Fn(&Value, &Param, &Place, &mut Report<'_>) -> Option<ParamSource>,
) -> Vec<OperationParam> {
    let root = Place::default();
    let Some(object) = value.and_then(|value| report.object(value, &root)) else {
        return Vec::new();
    };
    let mut params = Vec::new();
    for (name, value) in object {
        let place = root.field(name);
        let Some(param) = known(name, rules, &place, &mut report) else {
            continue;
        };
        let Some(object) = report.object(value, &place) else {
            continue;
        };
        report.only(object, &[member], &place);
        let source = report
            .required(object, member, &place)
            .and_then(|value| source(value, param, &place.field(member), &mut report));
        params.extend(source.map(|source| operation_param(param, source)));
    }
    params
}

fn member_params(
    members: &[Member],
    shapes: &Shapes<'_>,
    rules: &EndpointRules,
    diagnostics: &mut Diagnostics,
) -> Vec<OperationParam> {
    let mut params = Vec::new();
    for member in members {
        let Some(name) = &member.traits.context_param else {
            continue;
        };
        let mut report = Report {
            shape: &member.id,
            trait_id: "smithy.rules#contextParam",
            diagnostics,
        };
        let place = Place::default();
        let Some(param) = known(name, rules, &place, &mut report) else {
            continue;
        };
        if params
            .iter()
            .any(|other: &OperationParam| other.name == *name)
        {
            report.fault::<()>(
                &place,
                format_args!("expected one member for the parameter `{name}`, found a second one"),
            );
            continue;
        }
        let path = [PathStep::Member(member.name().to_owned())];
        let source = match selection(shapes, &path, param.kind) {
            Ok(selection) => required(shapes, &selection, param.kind)
                .map_or(ParamSource::Selected(selection), ParamSource::Required),
            Err(message) => {
                report.fault::<()>(&place, message);
                continue;
            }
        };
        params.push(operation_param(param, source));
    }
    params
}

fn known<'r>(
    name: &str,
    rules: &'r EndpointRules,
    place: &Place,
    report: &mut Report<'_>,
) -> Option<&'r Param> {
    rules.param(name).or_else(|| {
        let params = rules.params.iter().map(|param| param.name.as_str());
        let known: Vec<_> = params.collect();
        report.unknown(place, "a parameter of the endpoint rules", &known, name)
    })
}

fn operation_param(param: &Param, source: ParamSource) -> OperationParam {
    OperationParam {
        name: param.name.clone(),
        kind: param.kind,
        source,
    }
}
