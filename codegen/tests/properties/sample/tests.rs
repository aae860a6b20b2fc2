//! The tests that the package of the samples has, as source code.

use std::fmt::Write as _;

use ivs_realtime_codegen::internals::ir::{
    Binding, ErrorShape, Field, Name, Operation, Presence, RequestBody, Response, Service,
    Structure, UriPart,
};
use quote::ToTokens;
use serde_json::{Map, Value, json};

use super::message::Message;
use super::values::{Place, Values, reader};
use crate::random::Random;

/// The tests of one service, for a module beside that of the service, `name`.
pub(super) fn tests(service: &Service, name: &str, seed: u64) -> String {
    let mut values = Values {
        service,
        random: Random::new(seed),
    };
    let mut code = format!(
        "use ivs_realtime::runtime::Operation;\nuse ivs_realtime::runtime::json::Reader;\n\
         use crate::reader::*;\nuse crate::{name}::operation::*;\n"
    );
    for operation in &service.operations {
        code.push_str(&request(&mut values, operation));
        code.push_str(&response(&mut values, operation));
    }
    let echo = service
        .operations
        .iter()
        .find(|operation| operation.wire_name == "Echo")
        .expect("it is there");
    code.push_str(&round_trip(&mut values, echo));
    for error in &service.errors {
        code.push_str(&error_answer(&mut values, error, echo, name));
    }
    code
}

fn ident(name: &Name) -> String {
    name.to_token_stream().to_string()
}

/// The code of a member's value, an `Option`.
fn code(field: &Field, value: &Value) -> String {
    let boxed = if field.boxed { ".map(Box::new)" } else { "" };
    format!(
        "read({:?}, {}){boxed}",
        value.to_string(),
        reader(&field.ty)
    )
}

fn place(field: &Field, operation: Option<&Operation>) -> Place {
    let index = operation.and_then(|operation| {
        operation
            .input
            .fields
            .iter()
            .position(|other| other.name == field.name)
    });
    let in_host = operation.zip(index).is_some_and(|(operation, index)| {
        operation
            .request
            .host_prefix
            .contains(&UriPart::Label(index))
    });
    match field.binding {
        _ if in_host => Place::Host,
        Binding::Body | Binding::Payload(_) | Binding::ResponseCode => Place::Body,
        Binding::Header(_) | Binding::PrefixHeaders(_) => Place::Header,
        Binding::Label | Binding::GreedyLabel | Binding::Query(_) | Binding::QueryParams => {
            Place::Uri
        }
    }
}

/// Sets every member of an input, and reads the request.
fn request(values: &mut Values<'_>, operation: &Operation) -> String {
    let (module, input) = (ident(&operation.module), ident(&operation.input.name));
    let mut code = format!(
        "#[test]\nfn {0}() {{\nlet {3}input = {1}::{2}::builder().build().expect(\"it is built\");\n",
        operation.module.prefixed("request_"),
        module,
        input,
        if operation.input.fields.is_empty() {
            ""
        } else {
            "mut "
        },
    );
    let mut all = Vec::new();
    for field in &operation.input.fields {
        let value = values.value(&field.ty, place(field, Some(operation)), 1);
        let _ = writeln!(
            code,
            "input.{} = {};",
            ident(&field.name),
            self::code(field, &value)
        );
        all.push(value);
    }
    let message = Message::of_request(operation, &all);
    let _ = writeln!(
        code,
        "check(&Operation::request(&input).expect(\"it is complete\"), &Expected {{ method: {:?}, path: {:?}, slashes: {}, \
         query: &{:?}, headers: &[{}], host_prefix: {:?}, body: {} }});\n}}",
        operation.request.method,
        message.path,
        message.slashes,
        message.query,
        message.headers_code(),
        message.host_prefix,
        message.body_code(),
    );
    code
}

/// Reads an answer with every member, and compares each.
fn response(values: &mut Values<'_>, operation: &Operation) -> String {
    let (module, input) = (ident(&operation.module), ident(&operation.input.name));
    let (answer, checks) = answer(values, &operation.output, operation.response, "output");
    let unused = if checks.is_empty() { "_" } else { "" };
    format!(
        "#[test]\nfn {}() {{\nlet {unused}output = <{module}::{input} as Operation>::response(&{answer}).expect(\"it is read\");\n{checks}}}\n",
        operation.module.prefixed("response_"),
    )
}

/// An answer of a structure, and the comparison of its members.
fn answer(
    values: &mut Values<'_>,
    structure: &Structure,
    response: Response,
    name: &str,
) -> (String, String) {
    let mut all = Vec::new();
    let mut checks = String::new();
    let mut status = 200;
    for field in &structure.fields {
        let value = match field.binding {
            Binding::ResponseCode => {
                status = 299;
                json!(299)
            }
            _ => values.value(&field.ty, place(field, None), 1),
        };
        let expected = code(field, &value);
        let expected = match field.presence {
            Presence::Optional => expected,
            _ => format!("{expected}.expect(\"it is there\")"),
        };
        let _ = writeln!(
            checks,
            "assert!({name}.{0} == {expected}, {1:?});",
            ident(&field.name),
            field.member
        );
        all.push(value);
    }
    let message = Message::of_answer(structure, response, &all);
    let answer = format!(
        "answer({status}, &{:?}, {})",
        message.sent_headers(),
        message.body_bytes()
    );
    (answer, checks)
}

fn error_answer(
    values: &mut Values<'_>,
    error: &ErrorShape,
    echo: &Operation,
    name: &str,
) -> String {
    let (mut answer, checks) = answer(values, &error.structure, error.response, "error");
    let kind = format!(
        "answer({}, &[(\"x-amzn-errortype\", {:?}), ",
        error.status, error.code
    );
    answer = answer.replacen("answer(200, &[", &kind, 1);
    let unused = if checks.is_empty() { "_" } else { "" };
    format!(
        "#[test]\nfn {}() {{\nlet Err(crate::{name}::Error::{}({unused}error)) = <{}::{} as Operation>::response(&{answer}) else {{ panic!(\"another error\") }};\n{checks}}}\n",
        error.structure.module.prefixed("error_"),
        ident(&error.structure.name),
        ident(&echo.module),
        ident(&echo.input.name),
    )
}

/// Reads a value of every type, writes it, and reads it again.
fn round_trip(values: &mut Values<'_>, echo: &Operation) -> String {
    let (module, input) = (ident(&echo.module), ident(&echo.input.name));
    let mut object = Map::new();
    let mut moves = String::new();
    for field in &echo.output.fields {
        object.insert(
            field.json_name.clone(),
            values.value(&field.ty, Place::Body, 0),
        );
        let _ = writeln!(moves, "input.{0} = output.{0}.clone();", ident(&field.name));
    }
    let text = Value::Object(object).to_string();
    assert_eq!(echo.request.body, RequestBody::Json);
    format!(
        "#[test]\nfn round_trip() {{\nlet text = {text:?};\n\
         let output = <{module}::{input} as Operation>::response(&answer(200, &[], text.as_bytes())).expect(\"it is read\");\n\
         let mut input = {module}::{input}::builder().build().expect(\"it is built\");\n{moves}\
         let request = Operation::request(&input).expect(\"it is complete\");\n\
         assert_eq!(json(request.body()), json(text.as_bytes()));\n\
         let mut again = answer(200, &[], b\"\");\n*again.body_mut() = request.body().clone();\n\
         let again = <{module}::{input} as Operation>::response(&again).expect(\"it is read\");\nassert!(again == output);\n}}\n"
    )
}
