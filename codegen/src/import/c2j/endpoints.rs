//! The endpoint rule set.

use serde_json::{Value, json};

use super::super::{File, Object, parse};
use super::report::Report;
use crate::diagnostic::{Diagnostics, step};

/// Adds `smithy.rules#endpointRuleSet` to the service: the file is the trait's value.
pub(super) fn add(file: File<'_>, service: &mut Value, report: &Report) {
    match rule_set(file) {
        Ok(rules) => service["traits"]["smithy.rules#endpointRuleSet"] = rules.into(),
        Err(faults) => report.faults(faults),
    }
}

/// The rule set. The types of its parameters are spelled as Smithy's own tools do it: `String`, `Boolean`.
fn rule_set(file: File<'_>) -> Result<Object, Diagnostics> {
    let mut rules = parse::object(file)?;
    let mut faults = Diagnostics::new();
    match rules.get_mut("parameters").and_then(Value::as_object_mut) {
        Some(parameters) => {
            for (name, parameter) in parameters {
                match parameter_type(parameter) {
                    Some(kind) => parameter["type"] = json!(kind),
                    None => {
                        let message = format!(
                            "expected the parameter `{name}` to be a string, boolean or stringArray"
                        );
                        let pointer = format!("/parameters{}/type", step(name));
                        faults.push(parse::fault(file, message).value(pointer));
                    }
                }
            }
        }
        None => faults.push(parse::fault(file, "found no object `parameters`")),
    }
    if !rules.get("rules").is_some_and(Value::is_array) {
        faults.push(parse::fault(file, "found no list `rules`"));
    }
    faults.into_result().map(|()| rules)
}

/// The type of a parameter, as Smithy's own tools spell it.
fn parameter_type(parameter: &Value) -> Option<&'static str> {
    match parameter.get("type")?.as_str()? {
        "string" | "String" => Some("String"),
        "boolean" | "Boolean" => Some("Boolean"),
        "stringArray" | "StringArray" => Some("stringArray"),
        _ => None,
    }
}
