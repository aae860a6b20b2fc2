//! The page of a service's endpoint rules: `Params` and `resolve_endpoint`; and the page of their tests.

mod block;
mod calls;
mod client_params;
mod expr;
mod tests;

use crate::ir::Name;
use proc_macro2::TokenStream;
use quote::quote;

use crate::ir::RuntimePath;
use crate::ir::endpoint::{
    EndpointRules, Helper, Param, ParamKind, ParamValue, SharedProperty, Type,
};

pub use tests::endpoint_tests_page;

/// The page that finds an endpoint: the parameters, and the rules as functions.
#[must_use]
pub fn endpoint_page(rules: &EndpointRules, runtime: &RuntimePath) -> TokenStream {
    let imports = imports(&rules.imports, runtime);
    let params = params_struct(&rules.params);
    let default = params_default(&rules.params);
    let setters = params_setters(&rules.params);
    let resolve = resolve_endpoint(rules);
    let client_params = client_params::client_params(&rules.client_params);
    let config = client_params
        .is_some()
        .then(|| quote!(use #runtime::config;));
    let shared = rules.shared.iter().map(shared_property);
    let helpers = rules.helpers.iter().map(|one| helper(one, &rules.helpers));
    quote! {
        #config
        #imports

        #params

        #default

        #setters

        #client_params

        #resolve

        #(#helpers)*

        #(#shared)*
    }
}

/// A function that gives a property of several endpoints.
fn shared_property(shared: &SharedProperty) -> TokenStream {
    let (name, value) = (&shared.name, expr::document(&shared.value));
    quote! {
        fn #name() -> Document {
            #value
        }
    }
}

/// `use crate::runtime::endpoint::{..};`
fn imports(names: &[Name], runtime: &RuntimePath) -> TokenStream {
    match names {
        [] => TokenStream::new(),
        [name] => quote!(use #runtime::endpoint::#name;),
        names => quote!(use #runtime::endpoint::{#(#names),*};),
    }
}

fn params_struct(params: &[Param]) -> TokenStream {
    let default = has_plain_default(params).then(|| quote!(Default,));
    let fields = params.iter().map(|param| {
        let (name, docs) = (&param.field, docs(&param.docs));
        let ty = match param.kind {
            ParamKind::String => quote!(String),
            ParamKind::Boolean => quote!(bool),
            ParamKind::StringArray => quote!(Vec<String>),
        };
        match param.default {
            Some(_) => quote!(#docs pub #name: #ty),
            None => quote!(#docs pub #name: Option<#ty>),
        }
    });
    quote! {
        /// What an endpoint is chosen by.
        #[derive(Clone, Debug, #default PartialEq, Eq)]
        #[non_exhaustive]
        pub struct Params {
            #(#fields,)*
        }
    }
}

/// Whether the parameters start out as Rust's own `Default` would have them.
fn has_plain_default(params: &[Param]) -> bool {
    let mut defaults = params.iter().filter_map(|param| param.default.as_ref());
    defaults.all(ParamValue::is_rust_default)
}

fn params_default(params: &[Param]) -> Option<TokenStream> {
    if has_plain_default(params) {
        return None;
    }
    let fields = params.iter().map(|param| {
        let name = &param.field;
        let value = match &param.default {
            None => quote!(None),
            Some(ParamValue::String(text)) if text.is_empty() => quote!(String::new()),
            Some(ParamValue::String(text)) => quote!(#text.to_owned()),
            Some(ParamValue::Boolean(value)) => quote!(#value),
            Some(ParamValue::StringArray(items)) => quote!(vec![#(#items.to_owned()),*]),
        };
        quote!(#name: #value)
    });
    Some(quote! {
        impl Default for Params {
            fn default() -> Self {
                Self {
                    #(#fields,)*
                }
            }
        }
    })
}

fn params_setters(params: &[Param]) -> Option<TokenStream> {
    if params.is_empty() {
        return None;
    }
    let setters = params.iter().map(params_setter);
    Some(quote! {
        impl Params {
            #(#setters)*
        }
    })
}

fn params_setter(param: &Param) -> TokenStream {
    let (name, setter) = (&param.field, &param.setter);
    let plain = name.as_str();
    let doc = format!(" Sets [`{plain}`](Self::{plain}).");
    let (ty, value) = match param.kind {
        ParamKind::String => (quote!(impl Into<String>), quote!(value.into())),
        ParamKind::Boolean => (quote!(bool), quote!(value)),
        ParamKind::StringArray => (
            quote!(impl IntoIterator<Item = impl Into<String>>),
            quote!(value.into_iter().map(Into::into).collect()),
        ),
    };
    let value = match param.default {
        Some(_) => value,
        None => quote!(Some(#value)),
    };
    quote! {
        #[doc = #doc]
        #[must_use]
        pub fn #setter(mut self, value: #ty) -> Self {
            self.#name = #value;
            self
        }
    }
}

fn resolve_endpoint(rules: &EndpointRules) -> TokenStream {
    let params = if rules.reads_params {
        quote!(params)
    } else {
        quote!(_params)
    };
    let body = block::body(&rules.body, &rules.helpers);
    quote! {
        /// Finds the endpoint for these parameters.
        ///
        /// # Errors
        ///
        /// If a rule objects to the parameters, or none matches them.
        pub fn resolve_endpoint(#params: &Params) -> Result<Endpoint, EndpointError> {
            #body
        }
    }
}

fn helper(helper: &Helper, helpers: &[Helper]) -> TokenStream {
    let (name, docs) = (&helper.name, docs(&helper.docs));
    let params = helper.takes_params.then(|| quote!(params: &Params));
    let locals = helper.locals.iter().map(|local| {
        let (name, ty) = (&local.name, argument_type(&local.ty));
        quote!(#name: #ty)
    });
    let arguments = params.into_iter().chain(locals);
    let body = block::body(&helper.body, helpers);
    quote! {
        #docs
        fn #name(#(#arguments),*) -> Result<Endpoint, EndpointError> {
            #body
        }
    }
}

/// The type that a local of this type has as an argument.
fn argument_type(ty: &Type) -> TokenStream {
    match ty {
        Type::Bool => quote!(bool),
        Type::Int => quote!(usize),
        Type::Str => quote!(&str),
        Type::Strings => quote!(&[String]),
        Type::Parts => quote!(&[&str]),
        Type::Partition => quote!(&Partition),
        Type::Url => quote!(&Url<'_>),
        Type::Arn => quote!(&Arn<'_>),
        Type::Option(inner) => {
            let inner = argument_type(inner);
            quote!(Option<#inner>)
        }
    }
}

/// Documentation, one attribute for each line.
fn docs(lines: &[String]) -> TokenStream {
    let lines = lines.iter().map(|line| match line.as_str() {
        "" => String::new(),
        line => format!(" {line}"),
    });
    quote!(#(#[doc = #lines])*)
}
