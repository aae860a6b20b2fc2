//! The calls that both clients make, and the answers that they get.

use serde_json::{Value, json};

use crate::facts::{Facts, status};
use crate::model::{self, Model, Operation};
use crate::samples::{Fill, structure};
use crate::server::Answer;

/// One call.
pub struct Case {
    /// What the case belongs to, in the report.
    pub group: &'static str,
    /// What is particular to it.
    pub name: String,
    pub operation: String,
    pub input: Value,
    /// The answers to its requests; the last one serves for all that follow.
    pub answers: Vec<Answer>,
    /// How many attempts may be made.
    pub attempts: u32,
    /// Whether pages are fetched, until there are no more.
    pub pages: bool,
}

/// All of them.
pub fn all(model: &Model) -> Vec<Case> {
    let mut cases = Vec::new();
    for operation in model.operations() {
        inputs(model, &operation, &mut cases);
        outputs(model, &operation, &mut cases);
        errors(model, &operation, &mut cases);
        other_errors(model, &operation, &mut cases);
        pages(model, &operation, &mut cases);
    }
    retries(model, &mut cases);
    cases
}

fn case(group: &'static str, name: &str, operation: &Operation, input: Value) -> Case {
    Case {
        group,
        name: name.to_owned(),
        operation: operation.name.clone(),
        input,
        answers: vec![answer(200, &json!({}))],
        attempts: 1,
        pages: false,
    }
}

/// An answer with the headers that the service sends.
fn answer(status: u16, body: &Value) -> Answer {
    let headers = [
        ("content-type", "application/json"),
        ("x-amzn-requestid", "02c2dc8a-3e49-4190-950a-68a9cc79e1d2"),
    ];
    Answer {
        status,
        headers: headers
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .into(),
        body: body.to_string(),
    }
}

/// The input with the members that are required.
fn fewest(model: &Model, operation: &Operation) -> Value {
    structure(model, &operation.input, Fill::Fewest, |_| true)
}

fn inputs(model: &Model, operation: &Operation, cases: &mut Vec<Case>) {
    let group = "requests";
    for (name, fill) in [
        ("every member", Fill::Full),
        ("fewest members", Fill::Fewest),
        ("zero values", Fill::Zeros),
    ] {
        let input = structure(model, &operation.input, fill, |_| true);
        cases.push(case(group, name, operation, input));
    }
    let names: Vec<_> = model.members(&operation.input);
    let facts = names
        .iter()
        .map(|member| Facts::of(model, &operation.input, &member.name));
    let facts: Vec<_> = facts.collect();
    if facts.iter().any(Facts::is_required) {
        cases.push(case(group, "nothing set", operation, json!({})));
    }
    if facts.iter().any(Facts::is_label) {
        let labels = structure(model, &operation.input, Fill::Fewest, |facts| {
            facts.is_label()
        });
        cases.push(case(group, "labels alone", operation, labels));
    }
}

/// An answer whose members are where the model has them: in the body and in headers.
fn complete(model: &Model, id: &str, status: u16, fill: Fill) -> Answer {
    let mut answer = answer(
        status,
        &structure(model, id, fill, |facts| facts.is_in_body()),
    );
    for member in model.members(id) {
        let header = Facts::of(model, id, &member.name).header();
        if let Some(header) = header.filter(|_| fill != Fill::Fewest) {
            let value = format!("{}, 1", member.name);
            answer.headers.push((header.to_ascii_lowercase(), value));
        }
    }
    answer
}

fn outputs(model: &Model, operation: &Operation, cases: &mut Vec<Case>) {
    let nulls = |id: &str| {
        let members = model.members(id).into_iter();
        members
            .map(|member| (member.name, Value::Null))
            .collect::<serde_json::Map<_, _>>()
    };
    let of = |fill| complete(model, &operation.output, 200, fill);
    let with = |body: &str| Answer {
        body: body.to_owned(),
        ..answer(200, &json!({}))
    };
    let full = of(Fill::Full);
    let mut epoch = full.clone();
    epoch.body = epoch
        .body
        .replace("\"2026-11-22T22:08:25.123Z\"", "1795385305.123");
    let mut other_id = full.clone();
    other_id.headers[1].0 = "x-amz-request-id".to_owned();
    let mut answers = vec![
        ("every member", full.clone()),
        ("fewest members", of(Fill::Fewest)),
        ("zero values", of(Fill::Zeros)),
        ("odd values", of(Fill::Odd)),
        ("nulls in lists", of(Fill::Holes)),
        (
            "nulls",
            with(&Value::from(nulls(&operation.output)).to_string()),
        ),
        ("an empty object", with("{}")),
        ("an empty body", with("")),
        ("another request id", other_id),
        (
            "cut off",
            with(full.body.get(..full.body.len() / 2).unwrap_or("{")),
        ),
        (
            "HTML",
            with("<html><body>Log in to the network</body></html>"),
        ),
    ];
    if epoch.body != full.body {
        answers.push(("timestamps as numbers", epoch));
    }
    for (name, answer) in answers {
        let mut case = case("answers", name, operation, fewest(model, operation));
        case.answers = vec![answer];
        cases.push(case);
    }
}

fn errors(model: &Model, operation: &Operation, cases: &mut Vec<Case>) {
    for id in &operation.errors {
        let name = model::name(id);
        let mut answers = vec![];
        let status = status(model, id);
        let full = complete(model, id, status, Fill::Full);
        let with_type = |body: Value, value: &str| {
            let mut answer = answer(status, &body);
            let header = ("x-amzn-errortype".to_owned(), value.to_owned());
            answer.headers.push(header);
            answer
        };
        let mut full = full;
        for (header, value) in &mut full.headers {
            if header == "x-amzn-errortype" {
                *value = name.to_owned();
            }
        }
        answers.push(("every member", full));
        answers.push(("code alone", with_type(json!({}), name)));
        let url = format!("com.amazonaws.ivsrealtime#{name}:http://internal.example.com/");
        answers.push((
            "code with namespace",
            with_type(json!({"message": "text"}), &url),
        ));
        let body = json!({"__type": format!("a.b#{name}"), "Message": "text"});
        answers.push(("code in __type", answer(status, &body)));
        answers.push(("code in the body", answer(status, &json!({"code": name}))));
        for (what, answer) in answers {
            let what = format!("{name}, {what}");
            let mut case = case(
                "errors of the model",
                &what,
                operation,
                fewest(model, operation),
            );
            case.answers = vec![answer];
            cases.push(case);
        }
    }
}

fn other_errors(model: &Model, operation: &Operation, cases: &mut Vec<Case>) {
    let text = |status: u16, body: &str| Answer {
        status,
        headers: vec![("x-amzn-requestid".to_owned(), "abc".to_owned())],
        body: body.to_owned(),
    };
    let unknown = json!({"__type": "NoSuchException", "message": "text"});
    let answers = [
        ("an unknown code", answer(418, &unknown)),
        (
            "a throttled call",
            answer(429, &json!({"__type": "ThrottlingException"})),
        ),
        ("no code", answer(400, &json!({"message": "text"}))),
        (
            "HTML",
            text(503, "<html><body>Down for maintenance</body></html>"),
        ),
        ("an empty body", text(502, "")),
        ("a redirect", text(301, "")),
        ("cut off", text(400, "{\"message\":\"te")),
    ];
    for (name, answer) in answers {
        let mut case = case("other errors", name, operation, fewest(model, operation));
        case.answers = vec![answer];
        cases.push(case);
    }
}

fn pages(model: &Model, operation: &Operation, cases: &mut Vec<Case>) {
    let members = model.members(&operation.output);
    if !members.iter().any(|member| member.name == "nextToken") {
        return;
    }
    let page = |token: Option<&str>| {
        let mut body = structure(model, &operation.output, Fill::Full, |_| true);
        body["nextToken"] = token.into();
        answer(200, &body)
    };
    let error = answer(
        400,
        &json!({"__type": "ValidationException", "message": "text"}),
    );
    for (name, answers) in [
        (
            "three pages",
            vec![page(Some("a/1")), page(Some("b 2")), page(None)],
        ),
        ("an empty token", vec![page(Some("a")), page(Some(""))]),
        ("an error", vec![page(Some("a")), error]),
    ] {
        let mut case = case("pages", name, operation, fewest(model, operation));
        case.answers = answers;
        case.pages = true;
        cases.push(case);
    }
}

fn retries(model: &Model, cases: &mut Vec<Case>) {
    let failed = |status: u16, code: &str| answer(status, &json!({"__type": code}));
    let done = || answer(200, &json!({}));
    for operation in model.operations() {
        if !matches!(
            operation.name.as_str(),
            "ListStages" | "StartComposition" | "TagResource"
        ) {
            continue;
        }
        for (name, answers) in [
            (
                "500 once",
                vec![failed(500, "InternalServerException"), done()],
            ),
            (
                "502, then 504",
                vec![failed(502, "A"), failed(504, "B"), done()],
            ),
            ("503 for ever", vec![failed(503, "A")]),
            (
                "throttled once",
                vec![failed(400, "ThrottlingException"), done()],
            ),
            ("429 without a known code", vec![failed(429, "A"), done()]),
            ("a conflict", vec![failed(409, "ConflictException"), done()]),
            (
                "a quota",
                vec![failed(402, "ServiceQuotaExceededException"), done()],
            ),
        ] {
            let mut case = case("retries", name, &operation, fewest(model, &operation));
            case.answers = answers;
            case.attempts = 3;
            cases.push(case);
        }
    }
}
