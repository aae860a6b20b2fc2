//! The pages of Smithy's protocol tests.

mod compared;
mod value;

use proc_macro2::TokenStream;
use quote::quote;

use self::value::{built, literal};
use super::docs::lines;
use super::imports::{Exports, Scope};
use crate::ir::protocol_test::{
    Answer, ExpectedBody, ExpectedRequest, ProtocolTest, ProtocolTestKind, ProtocolTestPage,
    ProtocolTests, StructureValue,
};

pub(super) use compared::compared_page;

/// `protocol_tests`: the modules of all tests.
pub(super) fn protocol_tests_page(tests: &ProtocolTests) -> TokenStream {
    let pages = tests.pages.iter().map(|page| {
        let module = &page.module;
        quote!(mod #module;)
    });
    let compared = (!tests.compared.is_empty()).then(|| {
        quote!(
            mod compared;
        )
    });
    quote!(#compared #(#pages)*)
}

/// The cases of one operation or one error.
pub(super) fn protocol_test_page(page: &ProtocolTestPage, exports: &Exports<'_>) -> TokenStream {
    let scope = Scope::new(exports, &["protocol_tests"]);
    let values: TokenStream = page
        .cases
        .iter()
        .map(|case| built(value_of(case)))
        .collect();
    let own: Vec<_> = page.imports.iter().collect();
    let imports = scope.imports(&values, &own);
    let (root, runtime) = (scope.root(), scope.runtime());
    let operation = &page.operation;
    let own = match own.as_slice() {
        [own] => quote!(#own),
        own => quote!({#(#own),*}),
    };
    let reads_errors = page
        .cases
        .iter()
        .any(|case| matches!(case.kind, ProtocolTestKind::Error(..)));
    let error = reads_errors.then(|| quote!(use #root::error;));
    let cases = page.cases.iter().map(case);
    quote! {
        use #runtime::protocol_test;
        #error
        use #root::operation::#operation::#own;
        #imports
        #(#cases)*
    }
}

fn value_of(case: &ProtocolTest) -> &StructureValue {
    match &case.kind {
        ProtocolTestKind::Request(value, _)
        | ProtocolTestKind::Output(_, value)
        | ProtocolTestKind::Error(_, value) => value,
    }
}

fn case(case: &ProtocolTest) -> TokenStream {
    let (name, docs) = (&case.name, lines(&case.docs));
    let body = match &case.kind {
        ProtocolTestKind::Request(input, expected) => request(input, expected),
        ProtocolTestKind::Output(answer, output) => {
            let reader = &answer.reader;
            let check = quote!(.check_output::<#reader>(&expected));
            response(answer, output, &check)
        }
        ProtocolTestKind::Error(answer, value) => {
            let (reader, name) = (&answer.reader, &value.name);
            let check = quote!(.check_error::<#reader, _>(&expected, |error| match error {
                error::Error::#name(found) => Some(found.as_ref()),
                _ => None,
            }));
            response(answer, value, &check)
        }
    };
    quote! {
        #docs
        #[test]
        fn #name() {
            #body
        }
    }
}

/// Makes a request, and compares it.
fn request(input: &StructureValue, expected: &ExpectedRequest) -> TokenStream {
    let declaration = declaration(&quote!(input), input);
    let (method, uri) = (&expected.method, literal(&expected.uri));
    let host = expected.host.iter().map(|host| quote!(.host(#host)));
    let resolved = expected.resolved_host.iter();
    let resolved = resolved.map(|host| quote!(.resolved_host(#host)));
    let each = |method: TokenStream, values: &[String]| -> TokenStream {
        let values = values.iter().map(|value| literal(value));
        values.map(|value| quote!(.#method(#value))).collect()
    };
    let query = each(quote!(query), &expected.query);
    let required_query = each(quote!(require_query), &expected.required_query);
    let forbidden_query = each(quote!(forbid_query), &expected.forbidden_query);
    let headers = headers(&expected.headers);
    let required_headers = each(quote!(require_header), &expected.required_headers);
    let forbidden_headers = each(quote!(forbid_header), &expected.forbidden_headers);
    let (text, body) = match &expected.body {
        None => (None, None),
        Some(ExpectedBody::Text(text)) => body(quote!(body), text),
        Some(ExpectedBody::Json(text)) => body(quote!(json_body), text),
    };
    let secret = expected.secret.then(|| quote!(.secret()));
    quote! {
        #declaration
        #text
        protocol_test::request(#method, #uri)
            #(#host)* #(#resolved)*
            #query #required_query #forbidden_query
            #headers #required_headers #forbidden_headers
            #body
            #secret
            .check(input);
    }
}

/// Reads an answer, and compares what it has become.
fn response(answer: &Answer, expected: &StructureValue, check: &TokenStream) -> TokenStream {
    let declaration = declaration(&quote!(expected), expected);
    let status = proc_macro2::Literal::u16_unsuffixed(answer.status);
    let headers = headers(&answer.headers);
    let (text, body) = if answer.body.is_empty() {
        (None, None)
    } else {
        body(quote!(body), &answer.body)
    };
    quote! {
        #declaration
        #text
        protocol_test::answer(#status) #headers #body #check;
    }
}

fn declaration(variable: &TokenStream, value: &StructureValue) -> TokenStream {
    let built = value::builder(value);
    let assigned = value::assignments(variable, value);
    let mutable = (!assigned.is_empty()).then(|| quote!(mut));
    quote!(let #mutable #variable = #built; #assigned)
}

fn headers(headers: &[(String, String)]) -> TokenStream {
    let header = |(name, value): &(String, String)| {
        let value = literal(value);
        quote!(.header(#name, #value))
    };
    headers.iter().map(header).collect()
}

/// A call with a body: with the text itself if that is short, else with a variable that is declared before.
fn body(method: TokenStream, text: &str) -> (Option<TokenStream>, Option<TokenStream>) {
    const LONGEST: usize = 50;
    let value = literal(text);
    if text.len() <= LONGEST && !text.contains('\n') {
        return (None, Some(quote!(.#method(#value))));
    }
    let declaration = quote!(let body = #value;);
    (Some(declaration), Some(quote!(.#method(body))))
}
