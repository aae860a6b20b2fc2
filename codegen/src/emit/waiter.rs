//! Waiters: what stands on the page of their operation, and the page with the names of their types.

mod expression;
mod read;
mod test;
mod types;

use proc_macro2::{Literal, TokenStream, TokenTree};
use quote::{format_ident, quote};

use super::docs::{deprecated, docs};
use crate::ir::waiter::{Acceptor, Message, State, Test, Value, Waiter};
use crate::ir::{Name, Operation};
use expression::{has_nulls, lifted, sure_list};
pub(super) use types::waiters_page;

/// The methods of the client that wait for a state of an operation, and what they look for.
pub(super) fn waiters(operation: &Operation, builder: &Name) -> Option<TokenStream> {
    if operation.waiters.is_empty() {
        return None;
    }
    let input = &operation.input.name;
    let methods = operation
        .waiters
        .iter()
        .map(|waiter| client_method(waiter, input, builder));
    let constants = operation
        .waiters
        .iter()
        .map(|waiter| constant(waiter, input));
    Some(quote! {
        waiter::waits!(#builder, #input);
        impl<C: Clone> Client<C> {
            #(#methods)*
        }
        #(#constants)*
    })
}

fn client_method(waiter: &Waiter, input: &Name, builder: &Name) -> TokenStream {
    let docs = docs(&waiter.docs);
    let deprecated = deprecated(waiter.deprecated.as_ref());
    let Waiter {
        method, constant, ..
    } = waiter;
    quote! {
        #docs
        #deprecated
        pub fn #method(&self) -> #builder<waiter::Waiting<C, #input>> {
            waiter::Waiting::new(self.caller.clone(), &#constant).into()
        }
    }
}

fn constant(waiter: &Waiter, input: &Name) -> TokenStream {
    let Waiter { name, constant, .. } = waiter;
    let delays = [waiter.delays.0, waiter.delays.1].map(Literal::u32_unsuffixed);
    let [min, max] = delays;
    let acceptors = waiter.acceptors.iter().map(acceptor);
    quote! {
        static #constant: waiter::Waiter<#input> = waiter::Waiter {
            name: #name,
            delays: (#min, #max),
            acceptors: &[#(#acceptors),*],
        };
    }
}

fn acceptor(acceptor: &Acceptor) -> TokenStream {
    match acceptor {
        Acceptor::Answered(to) => {
            let to = state(*to);
            quote!(waiter::Acceptor::Answered(#to))
        }
        Acceptor::Failed(to) => {
            let to = state(*to);
            quote!(waiter::Acceptor::Failed(#to))
        }
        Acceptor::Error(to, method) => {
            let to = state(*to);
            quote!(waiter::Acceptor::Error(#to, |error| error.#method()))
        }
        Acceptor::ErrorCode(to, code) => {
            let to = state(*to);
            quote!(waiter::Acceptor::ErrorCode(#to, #code))
        }
        Acceptor::Text {
            path,
            found,
            states,
        } => {
            let found = closure(&["output"], lifted(found));
            let states = states.iter().map(|(text, to)| {
                let to = state(*to);
                quote!((#text, #to))
            });
            quote!(waiter::Acceptor::Text(#path, #found, &[#(#states),*]))
        }
        Acceptor::Output(to, holds) => {
            let to = state(*to);
            let holds = closure(&["output"], whole(holds));
            quote!(waiter::Acceptor::Output(#to, #holds))
        }
        Acceptor::InputOutput(to, holds) => {
            let to = state(*to);
            let holds = closure(&["input", "output"], whole(holds));
            quote!(waiter::Acceptor::InputOutput(#to, #holds))
        }
        Acceptor::Explained(holds, message) => {
            let holds = closure(&["input", "output"], whole(holds));
            let message = closure(&["output"], explanation(message));
            quote!(waiter::Acceptor::Explained(#holds, #message))
        }
    }
}

fn state(state: State) -> TokenStream {
    match state {
        State::Success => quote!(waiter::State::Success),
        State::Failure => quote!(waiter::State::Failure),
        State::Retry => quote!(waiter::State::Retry),
    }
}

/// A test as a whole, where an error means that it does not hold.
fn whole(holds: &Test) -> TokenStream {
    let tokens = test::test(holds);
    if holds.fails() {
        quote!(waiter::defined(|| Some(#tokens)))
    } else {
        tokens
    }
}

/// The reason of a failure, as an `Option<String>`.
fn explanation(Message(value): &Message) -> TokenStream {
    let Value { held, optional, .. } = value;
    match (held.is_list(), optional) {
        (true, true) if has_nulls(held) => {
            let list = sure_list(&quote!(value), held);
            let value = lifted(value);
            quote!(#value.and_then(|value| waiter::joined(#list)))
        }
        (true, true) => {
            let value = lifted(value);
            quote!(#value.and_then(waiter::joined))
        }
        (true, false) => {
            let list = sure_list(&expression::value(value), held);
            quote!(waiter::joined(#list))
        }
        (false, _) => {
            let value = lifted(value);
            quote!(#value.map(str::to_owned))
        }
    }
}

/// A closure; an argument that is not used has no name.
fn closure(arguments: &[&str], body: TokenStream) -> TokenStream {
    let arguments = arguments.iter().map(|name| {
        let name = if mentions(&body, name) { name } else { "_" };
        format_ident!("{name}")
    });
    quote!(|#(#arguments),*| #body)
}

/// Whether a name stands in code, but for members of that name.
fn mentions(code: &TokenStream, name: &str) -> bool {
    let mut after_dot = false;
    code.clone().into_iter().any(|token| {
        let is_member = std::mem::take(&mut after_dot);
        match token {
            TokenTree::Ident(ident) => ident == name && !is_member,
            TokenTree::Group(group) => mentions(&group.stream(), name),
            TokenTree::Punct(punct) => {
                after_dot = punct.as_char() == '.';
                false
            }
            TokenTree::Literal(_) => false,
        }
    })
}
