//! Rules, and trees of them.

use serde_json::{Map, Value};

use super::Resolver;
use super::auth_schemes;
use super::conditions::{Condition, under};
use super::report::Place;
use crate::ir::endpoint::{Block, Document, EndpointResult, Expr, Outcome, Type};

impl Resolver<'_> {
    /// Reads rules that are tried in order. A tree whose conditions hold is final, as is the list.
    pub(super) fn rules(&mut self, value: &Value, place: &Place) -> Option<Block> {
        let rules = self.report.array(value, place)?;
        let mut block = Block::default();
        for (index, rule) in rules.iter().enumerate() {
            let mark = self.scope.enter();
            let rule = self.rule(rule, &place.index(index));
            self.scope.leave(mark);
            // Behind a rule without conditions nothing is reached; it is read for its faults alone.
            if let (Some(rule), None) = (rule, &block.end) {
                block.steps.extend(rule.steps);
                block.end = rule.end;
            }
        }
        block.end.get_or_insert(Outcome::NoRuleMatched);
        Some(block)
    }

    fn rule(&mut self, value: &Value, place: &Place) -> Option<Block> {
        let object = self.report.object(value, place)?;
        let conditions = self.conditions(object, place)?;
        let body = match self.rule_type(object, place)? {
            "tree" => {
                let rules = self.report.required(object, "rules", place)?;
                self.rules(rules, &place.field("rules"))
            }
            kind => self.outcome(kind, object, place).map(|end| Block {
                steps: Vec::new(),
                end: Some(end),
            }),
        };
        let docs = self.report.docs(object, place);
        under(conditions, body?, &docs)
    }

    /// The type of a rule, which it must say, with no member that such a rule does not have.
    fn rule_type<'v>(&mut self, object: &'v Map<String, Value>, place: &Place) -> Option<&'v str> {
        let kind = self.report.required(object, "type", place)?;
        let kind = self.report.string(kind, &place.field("type"))?;
        let own = match kind {
            "endpoint" => "endpoint",
            "error" => "error",
            "tree" => "rules",
            _ => {
                return self.report.fault(
                    &place.field("type"),
                    format_args!("expected `endpoint`, `error` or `tree`, found `{kind}`"),
                );
            }
        };
        let known = ["type", "conditions", "documentation", own];
        self.report.only(object, &known, place);
        Some(kind)
    }

    fn conditions(&mut self, object: &Map<String, Value>, place: &Place) -> Option<Vec<Condition>> {
        let Some(conditions) = object.get("conditions") else {
            return Some(Vec::new());
        };
        let place = place.field("conditions");
        let mut all = Vec::new();
        for (index, condition) in self.report.array(conditions, &place)?.iter().enumerate() {
            all.push(self.condition(condition, &place.index(index))?);
        }
        Some(all)
    }

    /// Reads a result of a decision diagram: a rule without conditions.
    pub(super) fn result(&mut self, value: &Value, place: &Place) -> Option<Outcome> {
        let object = self.report.object(value, place)?;
        let kind = self.rule_type(object, place)?;
        let has_conditions = object
            .get("conditions")
            .is_some_and(|conditions| conditions.as_array().is_none_or(|all| !all.is_empty()));
        if has_conditions || kind == "tree" {
            return self
                .report
                .fault(place, "expected an endpoint or an error without conditions");
        }
        self.outcome(kind, object, place)
    }

    fn outcome(
        &mut self,
        kind: &str,
        object: &Map<String, Value>,
        place: &Place,
    ) -> Option<Outcome> {
        if kind == "error" {
            let message = self.report.required(object, "error", place)?;
            let message = self.value_of(message, &Type::Str, &place.field("error"))?;
            return Some(Outcome::Error(message));
        }
        let endpoint = self.report.required(object, "endpoint", place)?;
        let endpoint = self.endpoint(endpoint, &place.field("endpoint"))?;
        Some(Outcome::Endpoint(endpoint))
    }

    /// Reads an endpoint object.
    pub(super) fn endpoint(&mut self, value: &Value, place: &Place) -> Option<EndpointResult> {
        let object = self.report.object(value, place)?;
        self.report
            .only(object, &["url", "headers", "properties"], place);
        let url = self.report.required(object, "url", place)?;
        let url = self.value_of(url, &Type::Str, &place.field("url"));
        let headers = match object.get("headers") {
            Some(headers) => self.headers(headers, &place.field("headers")),
            None => Some(Vec::new()),
        };
        let properties = match object.get("properties") {
            Some(properties) => self.properties(properties, &place.field("properties")),
            None => Some(Vec::new()),
        };
        Some(EndpointResult {
            url: url?,
            headers: headers?,
            properties: properties?,
        })
    }

    fn headers(&mut self, value: &Value, place: &Place) -> Option<Vec<(String, Vec<Expr>)>> {
        let mut headers = Vec::new();
        for (name, values) in self.report.object(value, place)? {
            let place = place.field(name);
            if !is_header_name(name) {
                return self.report.fault(
                    &place,
                    "expected the name of a header: letters, digits and hyphens",
                );
            }
            let mut all = Vec::new();
            for (index, value) in self.report.array(values, &place)?.iter().enumerate() {
                all.push(self.value_of(value, &Type::Str, &place.index(index))?);
            }
            headers.push((name.clone(), all));
        }
        Some(headers)
    }

    fn properties(&mut self, value: &Value, place: &Place) -> Option<Vec<(String, Document)>> {
        let properties = self.members(value, place)?;
        for (name, value) in properties.iter().filter(|(name, _)| name == "authSchemes") {
            auth_schemes::check(value, &place.field(name), &mut self.report)?;
        }
        Some(properties)
    }

    fn members(&mut self, value: &Value, place: &Place) -> Option<Vec<(String, Document)>> {
        let mut members = Vec::new();
        for (name, value) in self.report.object(value, place)? {
            members.push((name.clone(), self.document(value, &place.field(name))?));
        }
        Some(members)
    }

    fn document(&mut self, value: &Value, place: &Place) -> Option<Document> {
        Some(match value {
            Value::String(text) => Document::String(self.template(text, place)?),
            Value::Bool(value) => Document::Boolean(*value),
            Value::Object(_) => Document::Object(self.members(value, place)?),
            Value::Array(items) => {
                let mut all = Vec::new();
                for (index, item) in items.iter().enumerate() {
                    all.push(self.document(item, &place.index(index))?);
                }
                Document::Array(all)
            }
            Value::Number(number) if number.is_u64() => Document::Integer(number.as_u64()?),
            Value::Number(_) | Value::Null => {
                let expected = "a string, a boolean, a whole number from 0, an array or an object";
                return self.report.mismatch(place, expected, value);
            }
        })
    }
}

/// Whether it is a token of HTTP (RFC 9110, section 5.6.2).
fn is_header_name(name: &str) -> bool {
    let is_token = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
    !name.is_empty() && name.bytes().all(is_token)
}
