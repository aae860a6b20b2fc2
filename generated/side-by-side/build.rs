//! Writes what drives a client: code that is the same for both, because both have the same names. It sets the members
//! of inputs from JSON, and makes JSON of outputs and errors through their accessors.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::PathBuf;

#[path = "src/model.rs"]
mod model;

use model::{Model, Operation, name};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=src/model.rs");
    println!("cargo::rerun-if-changed=../../model/ivs-realtime.json");
    let model = Model::load()?;
    let folder = std::env::var_os("OUT_DIR").ok_or("Cargo sets OUT_DIR")?;
    std::fs::write(PathBuf::from(folder).join("driver.rs"), driver(&model)?)?;
    Ok(())
}

fn driver(model: &Model) -> Result<String, std::fmt::Error> {
    let operations = model.operations();
    let (mut inputs, mut outputs) = (BTreeSet::new(), BTreeSet::new());
    let mut errors = BTreeSet::new();
    for operation in &operations {
        reach(model, &operation.input, &mut inputs);
        reach(model, &operation.output, &mut outputs);
        errors.extend(operation.errors.iter().cloned());
    }
    inputs.retain(|id| !operations.iter().any(|operation| operation.input == *id));
    let mut out = String::new();
    for id in inputs.union(&outputs).filter(|id| model.kind(id) == "enum") {
        enumeration(&mut out, name(id))?;
    }
    for id in inputs.iter().filter(|id| model.kind(id) == "structure") {
        read_structure(&mut out, model, id)?;
    }
    for id in outputs.iter().filter(|id| model.kind(id) == "structure") {
        let of = operations.iter().find(|operation| operation.output == *id);
        show_structure(&mut out, model, id, of)?;
    }
    for id in &errors {
        show_error(&mut out, model, id)?;
    }
    for operation in &operations {
        call(&mut out, model, operation)?;
    }
    dispatch(&mut out, "call", &operations)?;
    let lists: Vec<_> = operations
        .iter()
        .filter(|operation| pages(model, operation))
        .collect();
    for operation in &lists {
        page_through(&mut out, model, operation)?;
    }
    dispatch(&mut out, "call_pages", lists)?;
    Ok(out)
}

/// Collects the shapes that a shape is made of, itself among them.
fn reach(model: &Model, id: &str, found: &mut BTreeSet<String>) {
    if !found.insert(id.to_owned()) {
        return;
    }
    match model.kind(id) {
        "structure" => {
            for member in model.members(id) {
                reach(model, &member.target, found);
            }
        }
        "list" | "map" => reach(model, &model.element(id), found),
        _ => {}
    }
}

fn enumeration(out: &mut String, name: &str) -> std::fmt::Result {
    write!(
        out,
        "
impl Read for sdk::types::{name} {{
    fn read(value: &Value) -> Result<Self, String> {{
        Ok(Self::from(String::read(value)?.as_str()))
    }}
}}
impl Show for sdk::types::{name} {{
    fn show(&self) -> Value {{
        self.as_str().show()
    }}
}}
"
    )
}

fn read_structure(out: &mut String, model: &Model, id: &str) -> std::fmt::Result {
    let name = name(id);
    write!(
        out,
        "
impl Read for sdk::types::{name} {{
    fn read(value: &Value) -> Result<Self, String> {{
        let builder = sdk::types::{name}::builder(){};
        builder.build().built()
    }}
}}
",
        setters(model, id, "value")
    )
}

/// A call of the setter of each member.
fn setters(model: &Model, id: &str, from: &str) -> String {
    let setter = |member: model::Member| {
        let (name, method) = (&member.name, snake_case(&member.name));
        format!("\n            .set_{method}(member({from}, {name:?})?)")
    };
    model.members(id).into_iter().map(setter).collect()
}

fn show_structure(
    out: &mut String,
    model: &Model,
    id: &str,
    of: Option<&Operation>,
) -> std::fmt::Result {
    let path = match of {
        Some(operation) => {
            let name = &operation.name;
            format!("sdk::operation::{}::{name}Output", snake_case(name))
        }
        None => format!("sdk::types::{}", name(id)),
    };
    write!(
        out,
        "\nimpl Show for {path} {{\n    fn show(&self) -> Value {{\n        object(["
    )?;
    for member in model.members(id) {
        let accessor = snake_case(&member.name);
        write!(
            out,
            "\n            ({:?}, self.{accessor}().show()),",
            member.name
        )?;
    }
    out.push_str("\n        ])\n    }\n}\n");
    Ok(())
}

fn show_error(out: &mut String, model: &Model, id: &str) -> std::fmt::Result {
    let error = name(id);
    write!(
        out,
        "\nimpl Show for sdk::types::error::{error} {{\n    fn show(&self) -> Value {{\n        object([\
         \n            (\"shape\", {error:?}.show()),"
    )?;
    for member in model.members(id) {
        let field = snake_case(&member.name);
        write!(
            out,
            "\n            ({:?}, self.{field}.show()),",
            member.name
        )?;
    }
    out.push_str("\n        ])\n    }\n}\n");
    Ok(())
}

fn call(out: &mut String, model: &Model, operation: &Operation) -> std::fmt::Result {
    let (name, method) = (&operation.name, snake_case(&operation.name));
    let mut errors = String::new();
    for error in &operation.errors {
        let variant = model::name(error);
        write!(
            errors,
            "\n                sdk::operation::{method}::{name}Error::{variant}(error) => error.show(),"
        )?;
    }
    write!(
        out,
        "
async fn call_{method}(client: &sdk::Client, input: &Value) -> Result<Value, String> {{
    let call = client.{method}(){};
    Ok(match call.send().await {{
        Ok(output) => answered(&output, output.request_id()),
        Err(error) => {{
            let show = |error: &sdk::operation::{method}::{name}Error| match error {{{errors}
                _ => Value::Null,
            }};
            failed(&error, show)
        }}
    }})
}}
",
        setters(model, &operation.input, "input")
    )
}

/// Whether the operation answers in pages.
fn pages(model: &Model, operation: &Operation) -> bool {
    [&operation.input, &operation.output].iter().all(|id| {
        let mut members = model.members(id).into_iter();
        members.any(|member| member.name == "nextToken")
    })
}

fn page_through(out: &mut String, model: &Model, operation: &Operation) -> std::fmt::Result {
    let method = snake_case(&operation.name);
    write!(
        out,
        "
async fn call_pages_{method}(client: &sdk::Client, input: &Value) -> Result<Value, String> {{
    let call = client.{method}(){};
    let mut stream = call.into_paginator().page_size(7).send();
    let mut pages = Vec::new();
    while let Some(page) = stream.next().await {{
        pages.push(match page {{
            Ok(output) => answered(&output, output.request_id()),
            Err(error) => failed(&error, |_| Value::Null),
        }});
    }}
    Ok(Value::Array(pages))
}}
",
        setters(model, &operation.input, "input")
    )
}

/// A function that calls an operation by its name.
fn dispatch<'a>(
    out: &mut String,
    function: &str,
    operations: impl IntoIterator<Item = &'a Operation>,
) -> std::fmt::Result {
    write!(
        out,
        "
pub(super) async fn {function}(
    client: &sdk::Client,
    operation: &str,
    input: &Value,
) -> Result<Value, String> {{
    match operation {{"
    )?;
    for operation in operations {
        let (name, method) = (&operation.name, snake_case(&operation.name));
        let call = format!("{function}_{method}(client, input)");
        write!(out, "\n        {name:?} => Box::pin({call}).await,")?;
    }
    let other = "other => Err(format!(\"there is no operation {other}\")),";
    write!(out, "\n        {other}\n    }}\n}}\n")
}

/// `createStage` and `CreateStage` as `create_stage`.
fn snake_case(name: &str) -> String {
    let mut snake = String::new();
    for (index, letter) in name.chars().enumerate() {
        if letter.is_ascii_uppercase() && index > 0 {
            snake.push('_');
        }
        snake.push(letter.to_ascii_lowercase());
    }
    snake
}
