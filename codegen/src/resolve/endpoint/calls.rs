//! The calls of test cases: `operationInputs` of `smithy.rules#endpointTests`.

use std::collections::BTreeSet;

use serde_json::Value;

use super::params::param_value;
use super::report::{Place, Report};
use super::values::Types;
use crate::ir::endpoint::{ClientSetting, EndpointCall, EndpointRules};
use crate::ir::{Operation, Service};

/// The operations that test cases may call.
#[derive(Clone, Copy, Debug)]
pub struct Callable<'a> {
    operations: &'a [Operation],
    types: Types<'a>,
    /// Those of the service that were left out. Their calls are left out too.
    left_out: &'a BTreeSet<String>,
}

impl<'a> Callable<'a> {
    /// The operations of a service; `None` if there are none, because only its endpoint rules are generated.
    pub(crate) fn of(service: &'a Service, left_out: &'a BTreeSet<String>) -> Option<Self> {
        let callable = Self {
            operations: &service.operations,
            types: Types::of(service),
            left_out,
        };
        (!callable.operations.is_empty()).then_some(callable)
    }
}

/// Reads calls of these operations. What they do not say of the client, the parameters of the case say.
pub(super) fn calls(
    value: &Value,
    params: Option<&Value>,
    callable: Callable<'_>,
    rules: &EndpointRules,
    place: &Place,
    report: &mut Report<'_>,
) -> Option<Vec<EndpointCall>> {
    let mut calls = Vec::new();
    for (index, value) in report.array(value, place)?.iter().enumerate() {
        let place = place.index(index);
        let Some(mut call) = call(value, callable, rules, &place, report)? else {
            continue;
        };
        for (name, value) in params.and_then(Value::as_object).into_iter().flatten() {
            let said = setting_of(name, value, rules, &place, report);
            let is_new = |said: &ClientSetting| !call.settings.iter().any(|one| one.is_same(said));
            let said = said.filter(is_new);
            call.settings.extend(said);
        }
        calls.push(call);
    }
    Some(calls)
}

/// What a client is told so that a parameter has this value, if it can be told at all.
fn setting_of(
    name: &str,
    value: &Value,
    rules: &EndpointRules,
    place: &Place,
    report: &mut Report<'_>,
) -> Option<ClientSetting> {
    let param = rules.param(name)?;
    let is_of_client = rules.client_params.iter().any(|param| param.name == name);
    let value = param_value(value, param.kind, place, report)?;
    match &param.built_in {
        _ if is_of_client => Some(ClientSetting::Param(name.to_owned(), value)),
        Some(built_in) => Some(ClientSetting::BuiltIn(built_in.clone(), value)),
        None => None,
    }
}

fn call(
    value: &Value,
    callable: Callable<'_>,
    rules: &EndpointRules,
    place: &Place,
    report: &mut Report<'_>,
) -> Option<Option<EndpointCall>> {
    let object = report.object(value, place)?;
    let known = [
        "operationName",
        "operationParams",
        "builtInParams",
        "clientParams",
    ];
    report.only(object, &known, place);
    let name = report.required(object, "operationName", place)?;
    let name = report.string(name, &place.field("operationName"))?;
    if callable.left_out.contains(name) {
        return Some(None);
    }
    let mut operations = callable.operations.iter();
    let Some(operation) = operations.find(|one| one.wire_name == name) else {
        return report.fault(
            &place.field("operationName"),
            format_args!("expected an operation of the service, found `{name}`"),
        );
    };
    let members = match object.get("operationParams") {
        Some(params) => {
            let place = place.field("operationParams");
            let fields = &operation.input.fields;
            callable.types.members(params, fields, &place, report)?
        }
        None => Vec::new(),
    };
    let mut settings = Vec::new();
    for (member, read) in [
        ("builtInParams", built_in as ReadSetting),
        ("clientParams", client_param),
    ] {
        let place = place.field(member);
        let Some(values) = object.get(member) else {
            continue;
        };
        for (name, value) in report.object(values, &place)? {
            settings.extend(read(name, value, rules, &place.field(name), report)?);
        }
    }
    Some(Some(EndpointCall {
        module: operation.module.clone(),
        input: operation.input.name.clone(),
        members,
        settings,
    }))
}

type ReadSetting =
    fn(&str, &Value, &EndpointRules, &Place, &mut Report<'_>) -> Option<Option<ClientSetting>>;

/// Reads a built-in. One that no parameter asks for makes no difference.
fn built_in(
    name: &str,
    value: &Value,
    rules: &EndpointRules,
    place: &Place,
    report: &mut Report<'_>,
) -> Option<Option<ClientSetting>> {
    for param in &rules.params {
        if let Some(built_in) = param.built_in.as_ref().filter(|one| one.name() == name) {
            let value = param_value(value, param.kind, place, report)?;
            return Some(Some(ClientSetting::BuiltIn(built_in.clone(), value)));
        }
    }
    Some(None)
}

fn client_param(
    name: &str,
    value: &Value,
    rules: &EndpointRules,
    place: &Place,
    report: &mut Report<'_>,
) -> Option<Option<ClientSetting>> {
    let Some(param) = rules.client_params.iter().find(|param| param.name == name) else {
        let params = rules.client_params.iter();
        let known: Vec<_> = params.map(|param| param.name.as_str()).collect();
        let expected = "a parameter of `smithy.rules#clientContextParams`";
        return report.unknown(place, expected, &known, name);
    };
    let value = param_value(value, param.kind, place, report)?;
    Some(Some(ClientSetting::Param(param.name.clone(), value)))
}
