//! Smithy's protocol tests: the params of each case become values of the emitted crate
//! ([HTTP protocol compliance tests](https://smithy.io/2.0/additional-specs/http-protocol-compliance-tests.html)).

mod compared;
mod leaf;
mod params;

use std::collections::BTreeSet;

use heck::ToSnakeCase;

use self::params::{Params, Place};
use super::context::Context;
use super::docs::Page;
use crate::diagnostic::Diagnostics;
use crate::ir::protocol_test::{
    Answer, ExpectedBody, ExpectedRequest, ProtocolTest, ProtocolTestKind, ProtocolTestPage,
    ProtocolTests,
};
use crate::ir::{ErrorShape, Name, Operation, Service, Structure, reserved};
use crate::model::{self, HttpMessageTest, HttpRequestTest, HttpResponseTest, Shape};

/// The protocol that the client speaks.
const PROTOCOL: &str = "aws.protocols#restJson1";
/// The page on which types are compared.
pub(super) const COMPARED: &str = "compared";

/// The protocol tests of the service whose operations and types are resolved; `None` if there are none for a client.
pub(super) fn protocol_tests(
    context: &Context<'_>,
    service: &Service,
    diagnostics: &mut Diagnostics,
) -> Option<ProtocolTests> {
    let mut modules = BTreeSet::from([COMPARED.to_owned()]);
    let mut pages = Vec::new();
    let operations = service.operations.iter().zip(&context.model.operations);
    for (operation, shape) in operations {
        let mut cases = Cases::new(context, service, diagnostics);
        cases.of_operation(operation, shape);
        let cases = cases.done;
        pages.extend(page(
            (shape.id.name(), &operation.module),
            operation,
            cases,
            &mut modules,
        ));
    }
    for error in &service.errors {
        let name = &error.structure.name;
        // Whichever operation it is that the service answers with the error: they read errors alike.
        let reads = |operation: &&Operation| operation.errors.contains(name);
        let reader = service.operations.iter().find(reads);
        let (Some(shape), Some(operation)) = (context.error_shape(name), reader) else {
            continue;
        };
        let mut cases = Cases::new(context, service, diagnostics);
        cases.of_error(error, shape, operation);
        let cases = cases.done;
        pages.extend(page(
            (shape.id.name(), &error.structure.module),
            operation,
            cases,
            &mut modules,
        ));
    }
    if pages.is_empty() {
        return None;
    }
    Some(ProtocolTests {
        compared: compared::compared(service, &pages),
        pages,
    })
}

/// The page of a shape's cases, if it has any, in a module that no other has.
fn page(
    (shape, module): (&str, &Name),
    operation: &Operation,
    cases: Vec<ProtocolTest>,
    modules: &mut BTreeSet<String>,
) -> Option<ProtocolTestPage> {
    if cases.is_empty() {
        return None;
    }
    let mut module = module.clone();
    while !modules.insert(module.as_str().to_owned()) {
        module = module.suffixed("_");
    }
    let has_output = cases
        .iter()
        .any(|case| matches!(case.kind, ProtocolTestKind::Output(..)));
    let mut imports = vec![operation.input.name.clone()];
    imports.extend(has_output.then(|| operation.output.name.clone()));
    Some(ProtocolTestPage {
        shape: shape.to_owned(),
        module,
        operation: operation.module.clone(),
        imports,
        cases,
    })
}

/// The cases of one shape, as they are collected.
struct Cases<'a, 'c> {
    context: &'a Context<'c>,
    service: &'a Service,
    diagnostics: &'a mut Diagnostics,
    names: BTreeSet<String>,
    done: Vec<ProtocolTest>,
}

impl<'a, 'c> Cases<'a, 'c> {
    fn new(
        context: &'a Context<'c>,
        service: &'a Service,
        diagnostics: &'a mut Diagnostics,
    ) -> Self {
        Self {
            context,
            service,
            diagnostics,
            names: BTreeSet::new(),
            done: Vec::new(),
        }
    }

    fn of_operation(&mut self, operation: &Operation, shape: &model::Operation) {
        let Some(tests) = &shape.traits.protocol_tests else {
            return;
        };
        let structure_of = |id: &Option<model::ShapeId>| {
            let id = id.as_ref()?;
            Some(self.context.model.shape(id))
        };
        let (input, output) = (structure_of(&shape.input), structure_of(&shape.output));
        for test in tests.requests.iter().filter(|test| is_ours(&test.message)) {
            let place = Place::new(&shape.id, "smithy.test#httpRequestTests", &test.message);
            let mut expected = Box::new(expected_request(test));
            let input = self.value(&operation.input, input, &test.message, place);
            self.push("request", &test.message, || {
                let mut input = input?;
                // The builder of an input can always fail, though it never does.
                input.is_fallible = true;
                expected.secret = input.holds_secret();
                Some(ProtocolTestKind::Request(input, expected))
            });
        }
        for test in tests.responses.iter().filter(|test| is_ours(&test.message)) {
            let place = Place::new(&shape.id, "smithy.test#httpResponseTests", &test.message);
            let answer = answer(&operation.input.name, test);
            let output = self.value(&operation.output, output, &test.message, place);
            self.push("response", &test.message, || {
                Some(ProtocolTestKind::Output(answer, output?))
            });
        }
    }

    fn of_error(&mut self, error: &ErrorShape, shape: &Shape, operation: &Operation) {
        let Some(tests) = &shape.traits.protocol_tests else {
            return;
        };
        for test in tests.responses.iter().filter(|test| is_ours(&test.message)) {
            let place = Place::new(&shape.id, "smithy.test#httpResponseTests", &test.message);
            let answer = answer(&operation.input.name, test);
            let value = self.value(&error.structure, Some(shape), &test.message, place);
            self.push("response", &test.message, || {
                Some(ProtocolTestKind::Error(answer, value?))
            });
        }
    }

    fn value(
        &mut self,
        structure: &Structure,
        shape: Option<&Shape>,
        test: &HttpMessageTest,
        place: Place<'_>,
    ) -> Option<crate::ir::protocol_test::StructureValue> {
        let mut params = Params::new(self.context, self.service, place, self.diagnostics);
        params.structure(structure, shape, &test.params)
    }

    fn push(
        &mut self,
        kind: &str,
        test: &HttpMessageTest,
        resolved: impl FnOnce() -> Option<ProtocolTestKind>,
    ) {
        let name = self.free_name(kind, &test.id);
        let Some(kind) = resolved() else { return };
        let page = Page::new(&["protocol_tests"]);
        let documentation = test.documentation.as_deref();
        let mut docs = self.context.links.docs(documentation, "", &page, 0).lines;
        docs.retain(|_| documentation.is_some_and(|text| !text.trim().is_empty()));
        self.done.push(ProtocolTest {
            name,
            id: test.id.clone(),
            docs,
            kind,
        });
    }

    /// A name for the function, made of the kind and the id.
    fn free_name(&mut self, kind: &str, id: &str) -> Name {
        let plain = format!("{kind}_{}", id.to_snake_case());
        let plain = plain.replace(|one: char| !one.is_alphanumeric() && one != '_', "_");
        let numbered = (2..).map(|number: u64| format!("{plain}_{number}"));
        let mut candidates = std::iter::once(plain.clone()).chain(numbered);
        let free = candidates.find(|name| self.names.insert(name.clone()));
        let free = free.unwrap_or(plain);
        if reserved::is_keyword(&free) {
            return Name::new(format!("{free}_"));
        }
        Name::new(free)
    }
}

/// Whether a case is for a client of the protocol.
fn is_ours(test: &HttpMessageTest) -> bool {
    test.protocol == PROTOCOL && !test.for_servers
}

fn answer(reader: &Name, test: &HttpResponseTest) -> Answer {
    Answer {
        reader: reader.clone(),
        status: test.code,
        headers: test.message.headers.clone(),
        body: test.message.body.clone().unwrap_or_default(),
    }
}

fn expected_request(test: &HttpRequestTest) -> ExpectedRequest {
    let message = &test.message;
    ExpectedRequest {
        method: test.method.clone(),
        uri: test.uri.clone(),
        host: test.host.clone(),
        resolved_host: test.resolved_host.clone(),
        query: test.query_params.clone(),
        required_query: test.require_query_params.clone(),
        forbidden_query: test.forbid_query_params.clone(),
        headers: message.headers.clone(),
        required_headers: message.require_headers.clone(),
        forbidden_headers: message.forbid_headers.clone(),
        secret: false,
        body: message
            .body
            .as_ref()
            .map(|body| expected_body(body, message)),
    }
}

/// An empty body is no JSON, whatever its media type.
fn expected_body(body: &str, message: &HttpMessageTest) -> ExpectedBody {
    let media_type = message.body_media_type.as_deref().unwrap_or_default();
    let essence = media_type.split(';').next().unwrap_or_default().trim();
    let is_json = essence.eq_ignore_ascii_case("application/json")
        || essence.to_ascii_lowercase().ends_with("+json");
    if is_json && !body.is_empty() {
        ExpectedBody::Json(body.to_owned())
    } else {
        ExpectedBody::Text(body.to_owned())
    }
}
