//! The page of an operation: the method, input, builder, output, request and answer, from top to bottom.

use proc_macro2::TokenStream;
use quote::quote;

use super::builder::{self, getter, optional_setter, setter};
use super::context_params::context_params_fn;
use super::docs::{deprecated, docs, line};
use super::imports::{Exports, Scope};
use super::pagination::pagination_impl;
use super::read_json::read_structure;
use super::request::request_fn;
use super::response::answer;
use super::structure;
use super::waiter::waiters;
use crate::ir::{Auth, Name, Operation, Response};

/// The module path of operations' pages.
const HOME: &[&str] = &["operation"];

/// The whole page.
pub(super) fn operation_page(exports: &Exports<'_>, operation: &Operation) -> TokenStream {
    let scope = Scope::new(exports, HOME);
    let names = Names::new(operation);
    let client_method = client_method(operation, &names);
    let input = structure::structure(&operation.input, &names.input_builder, None);
    let input_builder = input_builder(operation, &names);
    let output = structure::structure(&operation.output, &names.output_builder, None);
    let output_builder = builder::builder(&operation.output, &names.output_builder, None);
    let operation_impl = operation_impl(operation);
    let read_json =
        (operation.response == Response::Json).then(|| read_structure(&operation.output));
    let calls = calls(operation, &names);
    let pages = operation
        .pagination
        .as_ref()
        .map(|pagination| pagination_impl(operation, pagination));
    let waiters = waiters(operation, &names.input_builder);
    let aliases = aliases(operation, &names, &scope);
    let code = quote! {
        #client_method
        #input
        #input_builder
        #output
        #output_builder
        #operation_impl
        #read_json
        #calls
        #pages
        #waiters
    };
    let own = [
        &operation.input.name,
        &operation.output.name,
        &names.input_builder,
        &names.output_builder,
    ];
    let imports = scope.imports(&code, &own);
    quote!(#imports #code #aliases)
}

/// The names that the page defines.
struct Names {
    input_builder: Name,
    output_builder: Name,
    fluent_builder: Name,
    error: Name,
}

impl Names {
    fn new(operation: &Operation) -> Self {
        Self {
            input_builder: operation.name.suffixed("InputBuilder"),
            output_builder: operation.name.suffixed("OutputBuilder"),
            fluent_builder: operation.name.suffixed("FluentBuilder"),
            error: operation.name.suffixed("Error"),
        }
    }
}

fn client_method(operation: &Operation, names: &Names) -> TokenStream {
    let docs = docs(&operation.docs);
    let deprecated = deprecated(operation.deprecated.as_ref());
    let method = &operation.method;
    let builder = &names.input_builder;
    quote! {
        impl<C: Clone> Client<C> {
            #docs
            #deprecated
            pub fn #method(&self) -> #builder<C> {
                #builder::new(self.caller.clone())
            }
        }
    }
}

/// The builder of the input, which is also the call: with a client it can be sent, without one it is built.
fn input_builder(operation: &Operation, names: &Names) -> TokenStream {
    let builder = &names.input_builder;
    let input = &operation.input.name;
    let docs = line(&format!(
        "Builds {} [`{}`], or calls it with the client `C`.",
        structure::article(input),
        input.as_str()
    ));
    let setters: TokenStream = operation
        .input
        .fields
        .iter()
        .map(|field| {
            let name = &field.name;
            let slot = quote!(self.input.#name);
            let setter = setter(field, &slot, true);
            let optional_setter = optional_setter(field, &slot);
            let getter = getter(field, &slot);
            quote!(#setter #optional_setter #getter)
        })
        .collect();
    let setters = (!setters.is_empty()).then(|| quote!(impl<C> #builder<C> { #setters }));
    quote! {
        #docs
        #[derive(Clone, Debug, Default, PartialEq)]
        pub struct #builder<C = ()> {
            input: #input,
            client: C,
        }
        #setters
    }
}

fn operation_impl(operation: &Operation) -> TokenStream {
    let input = &operation.input.name;
    let output = &operation.output.name;
    let wire_name = &operation.wire_name;
    let request = request_fn(operation);
    let read = answer(operation);
    let token = operation
        .input
        .fields
        .iter()
        .find(|field| field.idempotency_token)
        .map(|field| {
            let name = &field.name;
            quote! {
                fn idempotency_token_mut(&mut self) -> Option<&mut Option<String>> {
                    Some(&mut self.#name)
                }
            }
        });
    let auth = match operation.auth {
        Auth::Signed => None,
        Auth::Optional => Some(quote!(
            const AUTH: client::Auth = client::Auth::Optional;
        )),
        Auth::None => Some(quote!(
            const AUTH: client::Auth = client::Auth::None;
        )),
    };
    let unsigned_payload = operation.unsigned_payload.then(|| {
        quote!(
            const UNSIGNED_PAYLOAD: bool = true;
        )
    });
    let context_params = context_params_fn(&operation.context_params);
    let error = operation.name.suffixed("Error");
    quote! {
        impl Operation for #input {
            const NAME: &'static str = #wire_name;
            #auth
            #unsigned_payload
            type Output = #output;
            type Error = #error;
            #request
            fn response(response: &http::Response<Bytes>) -> Result<Self::Output, Self::Error> {
                #read
            }
            #token
            #context_params
        }
    }
}

/// The names that the official client has for the error and the builders.
fn aliases(operation: &Operation, names: &Names, scope: &Scope<'_>) -> TokenStream {
    let Names {
        input_builder,
        output_builder,
        fluent_builder,
        error,
    } = names;
    let root = scope.root();
    let paginator = operation.pagination.as_ref().map(|_| {
        let docs = line(&format!("Fetches the pages of `{}`.", operation.wire_name));
        let name = operation.name.suffixed("Paginator");
        let input = &operation.input.name;
        quote! {
            #[doc = " The paginator of this operation."]
            pub mod paginator {
                #docs
                pub type #name = super::client::Paginator<super::client::Async, super::#input>;
            }
        }
    });
    let error_docs = line(&format!(
        "What a call of `{}` can fail with: any error of the service.",
        operation.wire_name
    ));
    let fluent_docs = line(&format!(
        "A call of `{}` through a client.",
        operation.wire_name
    ));
    quote! {
        #error_docs
        pub type #error = #root::error::Error;
        #[doc = " The builders of this operation."]
        pub mod builders {
            pub use super::{#input_builder, #output_builder};
            #fluent_docs
            pub type #fluent_builder = #input_builder<super::client::Async>;
        }
        #paginator
    }
}

/// What the builder of every input, and every output, has alike.
fn calls(operation: &Operation, names: &Names) -> TokenStream {
    let builder = &names.input_builder;
    let input = &operation.input.name;
    let output = &operation.output.name;
    let paginator = operation
        .pagination
        .as_ref()
        .map(|_| quote!(client::paginator!(#builder, #input);));
    quote! {
        client::calls!(#builder, #input, #output);
        #paginator
    }
}
