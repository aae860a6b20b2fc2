//! The endpoint rules: the parameters that a person can set, and whether the rules are the same.

use super::rename::Pairs;
use super::{Findings, Rule};
use crate::ir::Service;
use crate::ir::endpoint::{ClientContextParam, EndpointRules, Param, ParamKind, ParamValue};

/// Compares the endpoint rules of two services.
pub(super) fn compare(old: &Service, new: &Service, findings: &mut Findings<'_>) {
    let (old, new) = match (&old.endpoint_rules, &new.endpoint_rules) {
        (None, None) => return,
        (Some(_), None) => {
            let what = "the model has no endpoint rules any more";
            return findings.push(Rule::EndpointRulesRemoved, "endpoint", what);
        }
        (None, Some(_)) => {
            let what = "the model has endpoint rules";
            return findings.push(Rule::EndpointRulesAdded, "endpoint", what);
        }
        (Some(old), Some(new)) => (old, new),
    };
    if decisions(old) != decisions(new) {
        let what = "other endpoints, or the same by other rules";
        findings.push(
            Rule::EndpointRulesChanged,
            "endpoint::resolve_endpoint",
            what,
        );
    }
    params(old, new, findings);
    settings(old, new, findings);
}

/// What the rules decide, without the prose that goes with it.
fn decisions(rules: &EndpointRules) -> impl PartialEq + '_ {
    let helpers: Vec<_> = rules
        .helpers
        .iter()
        .map(|helper| (&helper.name, &helper.body))
        .collect();
    (&rules.body, helpers, &rules.shared)
}

fn params(old: &EndpointRules, new: &EndpointRules, findings: &mut Findings<'_>) {
    let pairs = Pairs::of(
        &old.params,
        &new.params,
        |param| param.field.to_string(),
        |_| String::new(),
    );
    let path = |param: &Param| format!("endpoint::Params::{}", param.field);
    for (old, new) in &pairs.both {
        let (was, is) = (type_of(old), type_of(new));
        if was == is {
            let values = ("default", default_of(old), default_of(new));
            findings.value(Rule::EndpointParamDefaultChanged, &path(old), values);
        }
        findings.value(
            Rule::EndpointParamTypeChanged,
            &path(old),
            ("type", was, is),
        );
        if old.required != new.required {
            let what = if new.required {
                "the rules cannot do without it"
            } else {
                "the rules can do without it"
            };
            findings.push(Rule::EndpointParamDefaultChanged, path(old), what);
        }
    }
    for param in &pairs.removed {
        let what = format!("the parameter `{}` is removed", param.name);
        findings.push(Rule::EndpointParamRemoved, path(param), what);
    }
    for param in &pairs.added {
        let what = format!("a new parameter `{}`", param.name);
        findings.push(Rule::EndpointParamAdded, path(param), what);
    }
}

/// The type of a parameter's field.
fn type_of(param: &Param) -> String {
    let plain = kind_text(param.kind);
    if param.default.is_some() {
        plain.to_owned()
    } else {
        format!("Option<{plain}>")
    }
}

fn kind_text(kind: ParamKind) -> &'static str {
    match kind {
        ParamKind::String => "String",
        ParamKind::Boolean => "bool",
        ParamKind::StringArray => "Vec<String>",
    }
}

fn default_of(param: &Param) -> String {
    match &param.default {
        None => String::new(),
        Some(ParamValue::String(text)) => format!("{text:?}"),
        Some(ParamValue::Boolean(value)) => value.to_string(),
        Some(ParamValue::StringArray(items)) => format!("{items:?}"),
    }
}

/// Compares the settings that a client of this service has beside those of every client.
fn settings(old: &EndpointRules, new: &EndpointRules, findings: &mut Findings<'_>) {
    let pairs = Pairs::of(
        &old.client_params,
        &new.client_params,
        |param| param.setter.to_string(),
        |_| String::new(),
    );
    let path =
        |param: &ClientContextParam| format!("endpoint::ClientContextParams::{}", param.setter);
    for (old, new) in &pairs.both {
        let types = ("type", kind_text(old.kind), kind_text(new.kind));
        findings.value(Rule::EndpointParamTypeChanged, &path(old), types);
    }
    for param in &pairs.removed {
        let what = format!("the setting `{}` is removed", param.name);
        findings.push(Rule::EndpointParamRemoved, path(param), what);
    }
    for param in &pairs.added {
        let what = format!("a new setting `{}`", param.name);
        findings.push(Rule::EndpointSettingAdded, path(param), what);
    }
}
