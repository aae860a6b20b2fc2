//! Blocks: steps, tests and outcomes.

use proc_macro2::TokenStream;
use quote::quote;

use super::expr::{argument, document, owned_or_str, str_ref, value};
use crate::ir::endpoint::{
    Block, EndpointResult, Expr, ExprKind, Held, Helper, Local, Outcome, Step, Test, Type,
};

/// The body of a function.
pub(super) fn body(block: &Block, helpers: &[Helper]) -> TokenStream {
    let steps = block.steps.iter().map(|one| step(one, helpers));
    let end = block.end.as_ref().map(|end| outcome(end, helpers));
    quote!(#(#steps)* #end)
}

/// A block inside a function: what it ends with, the function returns.
fn nested(block: &Block, helpers: &[Helper]) -> TokenStream {
    let steps = block.steps.iter().map(|one| step(one, helpers));
    let end = block.end.as_ref().map(|end| {
        let end = outcome(end, helpers);
        quote!(return #end;)
    });
    quote!(#(#steps)* #end)
}

fn step(step: &Step, helpers: &[Helper]) -> TokenStream {
    match step {
        Step::Require {
            param,
            value: from,
            local,
        } => require(param, from, local.as_ref()),
        Step::Let { local, value } => keep(local, value),
        Step::If { tests, then, .. } => {
            let tests = tests.iter().map(test);
            let then = nested(then, helpers);
            quote! {
                if #(#tests)&&* {
                    #then
                }
            }
        }
    }
}

fn require(param: &str, from: &Expr, local: Option<&Local>) -> TokenStream {
    let Some(local) = local else {
        let ExprKind::Param(field) = &from.kind else {
            return TokenStream::new();
        };
        return quote! {
            if params.#field.is_none() {
                return Err(EndpointError::missing(#param));
            }
        };
    };
    let (name, from) = (&local.name, value(from));
    quote! {
        let Some(#name) = #from else {
            return Err(EndpointError::missing(#param));
        };
    }
}

fn keep(local: &Local, from: &Expr) -> TokenStream {
    let name = &local.name;
    match (&local.ty, from.held()) {
        (Type::Str, Held::Owned) => {
            let from = value(from);
            quote!(let #name: &str = &#from;)
        }
        (Type::Str, _) => {
            let from = str_ref(from);
            quote!(let #name = #from;)
        }
        _ => {
            let from = argument(from);
            quote!(let #name = #from;)
        }
    }
}

fn test(test: &Test) -> TokenStream {
    match test {
        Test::Holds(holds) => value(holds),
        Test::Some { local, value: from } => {
            let name = &local.name;
            let tokens = value(from);
            match (&local.ty, from.held()) {
                (Type::Str, Held::Owned) => quote!(let Some(#name) = #tokens.as_deref()),
                (Type::Url | Type::Arn, _) => quote!(let Some(#name) = &#tokens),
                _ => quote!(let Some(#name) = #tokens),
            }
        }
    }
}

fn outcome(outcome: &Outcome, helpers: &[Helper]) -> TokenStream {
    match outcome {
        Outcome::Endpoint(result) => {
            let endpoint = endpoint(result);
            quote!(Ok(#endpoint))
        }
        Outcome::Error(message) => {
            let message = owned_or_str(message);
            quote!(Err(EndpointError::new(#message)))
        }
        Outcome::NoRuleMatched => quote!(Err(EndpointError::no_rule_matched())),
        Outcome::Call(index) => helpers.get(*index).map(call).unwrap_or_default(),
    }
}

fn call(helper: &Helper) -> TokenStream {
    let name = &helper.name;
    let params = helper.takes_params.then(|| quote!(params));
    let locals = helper.locals.iter().map(|local| {
        let name = &local.name;
        quote!(#name)
    });
    let arguments = params.into_iter().chain(locals);
    quote!(#name(#(#arguments),*))
}

/// An endpoint, as a chain of calls.
pub(super) fn endpoint(endpoint: &EndpointResult) -> TokenStream {
    let url = owned_or_str(&endpoint.url);
    let headers = endpoint.headers.iter().flat_map(|(name, values)| {
        values.iter().map(move |value| {
            let value = owned_or_str(value);
            quote!(.with_header(#name, #value))
        })
    });
    let properties = endpoint.properties.iter().map(|(name, property)| {
        let property = document(property);
        quote!(.with_property(#name, #property))
    });
    quote!(Endpoint::new(#url) #(#headers)* #(#properties)*)
}
