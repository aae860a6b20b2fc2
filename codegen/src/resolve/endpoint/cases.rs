//! The cases of `smithy.rules#endpointTests`.

use std::collections::BTreeSet;

use heck::ToSnakeCase;
use serde_json::{Map, Value};

use super::Resolver;
use super::calls::{Callable, calls};
use super::names;
use super::params::param_value;
use super::report::{Place, Report};
use super::uses::of_endpoint;
use crate::ir::endpoint::{EndpointResult, EndpointRules, EndpointTest, EndpointTests, ParamValue};
use crate::resolve::docs::plain_docs;

pub(super) fn tests(
    value: &Value,
    rules: &EndpointRules,
    callable: Option<Callable<'_>>,
    mut report: Report<'_>,
) -> Option<EndpointTests> {
    let root = Place::default();
    let object = report.object(value, &root)?;
    report.only(object, &["version", "testCases"], &root);
    let cases = report.required(object, "testCases", &root)?;
    let place = root.field("testCases");
    let cases = report.array(cases, &place)?;
    // Without parameters in scope, a template cannot refer to anything: cases hold literals.
    let mut resolver = Resolver::new(report, &[], true);
    let mut names = BTreeSet::new();
    let mut tests = Vec::new();
    for (index, case) in cases.iter().enumerate() {
        let place = place.index(index);
        tests.extend(resolver.case(case, rules, callable, &mut names, &place));
    }
    let mut imports = BTreeSet::new();
    for test in &tests {
        if test.is_outdated {
            imports.insert("with_former_partitions");
        }
        match &test.expect {
            Ok(endpoint) => {
                imports.insert("Endpoint");
                imports.extend(of_endpoint(endpoint).imports);
            }
            Err(_) => {
                imports.insert("EndpointError");
            }
        }
    }
    Some(EndpointTests {
        has_calls: tests.iter().any(|test| !test.calls.is_empty()),
        cases: tests,
        imports: imports.into_iter().map(names::ident).collect(),
    })
}

impl Resolver<'_> {
    fn case(
        &mut self,
        value: &Value,
        rules: &EndpointRules,
        callable: Option<Callable<'_>>,
        names: &mut BTreeSet<String>,
        place: &Place,
    ) -> Option<EndpointTest> {
        let object = self.report.object(value, place)?;
        let known = ["documentation", "params", "operationInputs", "expect"];
        self.report.only(object, &known, place);
        let docs = match object.get("documentation") {
            Some(text) => self.report.string(text, &place.field("documentation"))?,
            None => "",
        };
        let params = match object.get("params") {
            Some(params) => self.case_params(params, rules, &place.field("params"))?,
            None => Vec::new(),
        };
        let calls = match (object.get("operationInputs"), callable) {
            (Some(inputs), Some(callable)) => {
                let place = place.field("operationInputs");
                calls(
                    inputs,
                    object.get("params"),
                    callable,
                    rules,
                    &place,
                    &mut self.report,
                )?
            }
            _ => Vec::new(),
        };
        let expect = self.report.required(object, "expect", place)?;
        let place = place.field("expect");
        let expect = self.report.object(expect, &place)?;
        let expect = self.expectation(expect, &place)?;
        Some(EndpointTest {
            name: names::ident(&case_name(&told(docs, &params), names)),
            docs: plain_docs(docs, 0),
            params,
            is_outdated: is_outdated(&expect),
            expect,
            calls,
        })
    }

    fn case_params(
        &mut self,
        value: &Value,
        rules: &EndpointRules,
        place: &Place,
    ) -> Option<Vec<(crate::ir::Name, ParamValue)>> {
        let mut params = Vec::new();
        for (name, value) in self.report.object(value, place)? {
            let place = place.field(name);
            let Some(param) = rules.param(name) else {
                let params = rules.params.iter().map(|param| param.name.as_str());
                let known: Vec<_> = params.collect();
                return self
                    .report
                    .unknown(&place, "a parameter of the rules", &known, name);
            };
            let value = param_value(value, param.kind, &place, &mut self.report)?;
            // What a parameter has anyway need not be set.
            if param.default.as_ref() != Some(&value) {
                params.push((param.setter.clone(), value));
            }
        }
        Some(params)
    }

    fn expectation(
        &mut self,
        object: &Map<String, Value>,
        place: &Place,
    ) -> Option<Result<EndpointResult, String>> {
        self.report.only(object, &["endpoint", "error"], place);
        if let Some(endpoint) = object.get("endpoint") {
            return self
                .endpoint(&escaped(endpoint), &place.field("endpoint"))
                .map(Ok);
        }
        let Some(error) = object.get("error") else {
            return self.report.fault(
                place,
                "expected a member `endpoint` or `error`, found neither",
            );
        };
        let error = self.report.string(error, &place.field("error"))?;
        Some(Err(error.to_owned()))
    }
}

/// Whether a case expects the error of AWS's usual rules for a partition that lacks something.
fn is_outdated(expect: &Result<EndpointResult, String>) -> bool {
    const ERRORS: [&str; 3] = [
        "FIPS and DualStack are enabled, but this partition does not support one or both",
        "FIPS is enabled but this partition does not support FIPS",
        "DualStack is enabled but this partition does not support DualStack",
    ];
    expect
        .as_ref()
        .is_err_and(|message| ERRORS.contains(&message.as_str()))
}

/// The same value with braces in strings doubled, so that they stand for themselves in templates.
fn escaped(value: &Value) -> Value {
    match value {
        Value::String(text) => Value::String(text.replace('{', "{{").replace('}', "}}")),
        Value::Array(items) => items.iter().map(escaped).collect(),
        Value::Object(members) => members
            .iter()
            .map(|(name, value)| (name.clone(), escaped(value)))
            .collect(),
        other => other.clone(),
    }
}

/// What tells one case from the others: its documentation, else the parameters it sets.
fn told(docs: &str, params: &[(crate::ir::Name, ParamValue)]) -> String {
    if !docs.is_empty() {
        return docs.to_owned();
    }
    let set = params.iter().filter_map(|(setter, value)| {
        let name = setter.as_str().trim_start_matches("with_");
        match value {
            ParamValue::String(text) => Some(format!("{name} {text}")),
            ParamValue::Boolean(true) => Some(name.to_owned()),
            ParamValue::Boolean(false) | ParamValue::StringArray(_) => None,
        }
    });
    set.collect::<Vec<_>>().join(" ")
}

/// A name for a test function, made from what tells the case from the others.
fn case_name(docs: &str, used: &mut BTreeSet<String>) -> String {
    const LONGEST: usize = 80;
    let text: String = docs
        .chars()
        .map(|one| {
            if one.is_ascii_alphanumeric() {
                one
            } else {
                ' '
            }
        })
        .collect();
    let mut name = String::new();
    for word in text.split_whitespace().map(ToSnakeCase::to_snake_case) {
        if name.len() + word.len() >= LONGEST {
            break;
        }
        if !name.is_empty() {
            name.push('_');
        }
        name.push_str(&word);
    }
    if name.is_empty() {
        name = "no_parameters".to_owned();
    } else if name.starts_with(|first: char| first.is_ascii_digit())
        || syn::parse_str::<syn::Ident>(&name).is_err()
    {
        name = format!("case_{name}");
    }
    let name = names::numbered(&name, |other| used.contains(other));
    used.insert(name.clone());
    name
}
