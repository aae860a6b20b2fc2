//! The settings of a client that only its own endpoint rules know.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs;
use crate::ir::endpoint::{ClientContextParam, ParamKind};

/// A trait with a setter for each, which the builder of the settings has.
pub(super) fn client_params(params: &[ClientContextParam]) -> Option<TokenStream> {
    if params.is_empty() {
        return None;
    }
    let declared = params.iter().map(declared);
    let set = params.iter().map(set);
    Some(quote! {
        #[doc = " Settings of a client that this service alone has: its endpoints depend on them. With the trait in scope,"]
        #[doc = " they are set like any other."]
        pub trait ClientContextParams: Sized {
            #(#declared)*
        }

        impl ClientContextParams for config::Builder {
            #(#set)*
        }
    })
}

fn declared(param: &ClientContextParam) -> TokenStream {
    let (name, docs) = (&param.setter, docs(&param.docs));
    let (set, argument, value) = (name.prefixed("set_"), argument(param), value(param));
    let (held, plain) = (held(param), name.as_str());
    let doc = format!(" Sets or clears [`{plain}`](Self::{plain}).");
    quote! {
        #docs
        #[must_use]
        fn #name(mut self, value: #argument) -> Self {
            self.#set(Some(#value));
            self
        }

        #[doc = #doc]
        fn #set(&mut self, value: Option<#held>) -> &mut Self;
    }
}

fn set(param: &ClientContextParam) -> TokenStream {
    let (set, name, held) = (param.setter.prefixed("set_"), &param.name, held(param));
    quote! {
        fn #set(&mut self, value: Option<#held>) -> &mut Self {
            self.set_context_param(#name, value.map(Into::into))
        }
    }
}

/// What the parameter holds.
fn held(param: &ClientContextParam) -> TokenStream {
    match param.kind {
        ParamKind::String => quote!(String),
        ParamKind::Boolean => quote!(bool),
        ParamKind::StringArray => quote!(Vec<String>),
    }
}

/// What the setter takes.
fn argument(param: &ClientContextParam) -> TokenStream {
    match param.kind {
        ParamKind::String => quote!(impl Into<String>),
        ParamKind::Boolean => quote!(bool),
        ParamKind::StringArray => quote!(Vec<String>),
    }
}

fn value(param: &ClientContextParam) -> TokenStream {
    match param.kind {
        ParamKind::String => quote!(value.into()),
        ParamKind::Boolean | ParamKind::StringArray => quote!(value),
    }
}
