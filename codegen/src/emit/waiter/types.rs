//! The names that the official client has for the types of waiters.

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::docs::line;
use crate::ir::waiter::Waiter;
use crate::ir::{Operation, Service};

/// The page of `waiters`: a module for each.
pub(in crate::emit) fn waiters_page(service: &Service) -> TokenStream {
    let runtime = &service.runtime;
    let operations = || {
        let operations = service.operations.iter();
        operations.filter(|operation| !operation.waiters.is_empty())
    };
    let imports = operations().map(|operation| {
        let module = &operation.module;
        let input = &operation.input.name;
        let builder = operation.name.suffixed("InputBuilder");
        quote!(use super::operation::#module::{#input, #builder};)
    });
    let waiters = operations().flat_map(|operation| {
        let waiters = operation.waiters.iter();
        waiters.map(move |waiter| waiter_module(operation, waiter))
    });
    quote! {
        #(#imports)*
        use #runtime::{client, waiter};
        pub use #runtime::waiter::{ExceededMaxWait, FailureState, FinalPoll, OperationFailed, WaiterError};
        #(#waiters)*
    }
}

fn waiter_module(operation: &Operation, waiter: &Waiter) -> TokenStream {
    let Waiter { name, module, .. } = waiter;
    let docs = line(&format!("The types of the waiter `{name}`."));
    let input = &operation.input.name;
    let builder = operation.name.suffixed("InputBuilder");
    let fluent = waiter.base.suffixed("FluentBuilder");
    let poll = waiter.base.suffixed("FinalPoll");
    let error = waiter.base.prefixed("WaitUntil").suffixed("Error");
    quote! {
        #docs
        pub mod #module {
            use super::{#input, #builder, client, waiter};
            #[doc = " A wait that is about to be started."]
            pub type #fluent = #builder<waiter::Waiting<client::Async, #input>>;
            #[doc = " What the wait gives."]
            pub type #poll = waiter::FinalPollOf<#input>;
            #[doc = " Why the wait gives nothing."]
            pub type #error = waiter::WaiterErrorOf<#input>;
        }
    }
}
