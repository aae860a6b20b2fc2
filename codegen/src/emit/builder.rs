//! Builders: setters once for each member, and what is made of them.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use super::default_value::{absent, defaulted};
use super::docs::{deprecated, line, summary};
use super::structure::{article, debug_impl, optional_type};
use crate::ir::{Field, Keeps, Name, Presence, Structure, Type};

/// The builder of a type, an output or an error, with a method that it has besides.
///
/// Where every member may be absent it holds the structure itself; else an `Option` for each member.
pub(super) fn builder(
    structure: &Structure,
    builder: &Name,
    method: Option<TokenStream>,
) -> TokenStream {
    let definition = if structure.is_all_optional() {
        wrapping(structure, builder)
    } else {
        collecting(structure, builder)
    };
    let is_answer = structure.keeps != Keeps::Nothing;
    let settable = structure
        .fields
        .iter()
        .filter(|field| structure.has_methods(field));
    let setters = settable.map(|field| {
        let slot = slot(structure, field);
        // An answer is only built in tests, which know what they put into it; an empty list they can only `set_`.
        let is_collection = matches!(field.ty, Type::List { .. } | Type::Map { .. });
        let has_optional_setter = !is_answer || is_collection;
        let setter = setter(field, &slot, has_optional_setter);
        let optional_setter = has_optional_setter.then(|| optional_setter(field, &slot));
        quote!(#setter #optional_setter)
    });
    let kept = metadata_setter(structure);
    let build = build(structure);
    quote! {
        #definition
        impl #builder {
            #(#setters)*
            #method
            #kept
            #build
        }
    }
}

/// The place in the builder where a member is kept.
pub(super) fn slot(structure: &Structure, field: &Field) -> TokenStream {
    let name = &field.name;
    if structure.is_all_optional() {
        quote!(self.value.#name)
    } else {
        quote!(self.#name)
    }
}

fn docs(structure: &Structure) -> TokenStream {
    line(&format!(
        "Builds {} [`{}`].",
        article(&structure.name),
        structure.name.as_str()
    ))
}

fn wrapping(structure: &Structure, builder: &Name) -> TokenStream {
    let docs = docs(structure);
    let name = &structure.name;
    quote! {
        #docs
        #[derive(Clone, Debug, Default, PartialEq)]
        pub struct #builder {
            value: #name,
        }
    }
}

fn collecting(structure: &Structure, builder: &Name) -> TokenStream {
    let docs = docs(structure);
    let fields = structure.fields.iter().map(|field| {
        let name = &field.name;
        let ty = optional_type(field);
        quote!(#name: #ty,)
    });
    let kept = (structure.keeps == Keeps::ErrorMetadata).then(|| quote!(meta: ErrorMetadata,));
    let hides = structure.hides_something();
    let debug = (!hides).then(|| quote!(Debug,));
    let debug_impl = hides.then(|| {
        let fields = structure
            .fields
            .iter()
            .map(|field| (field, slot(structure, field)));
        debug_impl(builder, fields, structure.sensitive)
    });
    quote! {
        #docs
        #[derive(Clone, #debug Default, PartialEq)]
        pub struct #builder {
            #(#fields)*
            #kept
        }
        #debug_impl
    }
}

/// The method that sets or clears a member, `set_`.
pub(super) fn optional_setter(field: &Field, slot: &TokenStream) -> TokenStream {
    let set = field.name.prefixed("set_");
    let ty = optional_type(field);
    let deprecated = deprecated(field.deprecated.as_ref());
    let docs = line(&format!("Sets or clears `{}`.", field.name.as_str()));
    quote! {
        #docs
        #deprecated
        pub fn #set(mut self, value: #ty) -> Self {
            #slot = value;
            self
        }
    }
}

/// The method that shows what a member has been set to, which the builders of inputs have.
pub(super) fn getter(field: &Field, slot: &TokenStream) -> TokenStream {
    let get = field.name.prefixed("get_");
    let ty = optional_type(field);
    let deprecated = deprecated(field.deprecated.as_ref());
    let docs = line(&format!("The value of `{}` so far.", field.name.as_str()));
    quote! {
        #docs
        #deprecated
        pub fn #get(&self) -> &#ty {
            &#slot
        }
    }
}

/// The method that sets a member, or adds to it if it is a list or a map. It calls `set_` where there is one.
pub(super) fn setter(field: &Field, slot: &TokenStream, has_optional_setter: bool) -> TokenStream {
    let name = &field.name;
    let text = field.name.as_str();
    let deprecated = deprecated(field.deprecated.as_ref());
    let (docs, receiver, parameters, body) = match &field.ty {
        Type::List { item, sparse } => {
            let (ty, item) = argument(item, *sparse, &quote!(item));
            let docs = line(&format!("Adds an item to `{text}`."));
            (
                docs,
                quote!(mut self),
                quote!(item: #ty),
                quote!(build::push(&mut #slot, #item); self),
            )
        }
        Type::Map { key, value, sparse } => {
            let (key_ty, key) = argument(key, false, &quote!(key));
            let (ty, value) = argument(value, *sparse, &quote!(value));
            let docs = line(&format!("Adds an entry to `{text}`."));
            let body = quote!(build::insert(&mut #slot, #key, #value); self);
            (
                docs,
                quote!(mut self),
                quote!(key: #key_ty, value: #ty),
                body,
            )
        }
        ty => {
            let (ty, value) = argument(ty, false, &quote!(value));
            let value = if field.boxed {
                quote!(Box::new(#value))
            } else {
                value
            };
            let set = field.name.prefixed("set_");
            let (receiver, body) = if has_optional_setter && field.deprecated.is_none() {
                (quote!(self), quote!(self.#set(Some(#value))))
            } else {
                (quote!(mut self), quote!(#slot = Some(#value); self))
            };
            (summary(&field.docs), receiver, quote!(value: #ty), body)
        }
    };
    quote! {
        #docs
        #deprecated
        pub fn #name(#receiver, #parameters) -> Self {
            #body
        }
    }
}

/// The type of a parameter, and the value that is stored of it. Strings are taken in any form.
fn argument(ty: &Type, sparse: bool, parameter: &TokenStream) -> (TokenStream, TokenStream) {
    if sparse {
        (quote!(Option<#ty>), parameter.clone())
    } else if ty.is_string() {
        (quote!(impl Into<String>), quote!(#parameter.into()))
    } else {
        (ty.to_token_stream(), parameter.clone())
    }
}

/// The setter for the metadata of an error.
fn metadata_setter(structure: &Structure) -> Option<TokenStream> {
    if structure.keeps != Keeps::ErrorMetadata {
        return None;
    }
    let place = if structure.is_all_optional() {
        quote!(self.value.meta)
    } else {
        quote!(self.meta)
    };
    Some(quote! {
        #[doc = " Code, message and request id; for errors made up in tests."]
        pub fn meta(mut self, meta: ErrorMetadata) -> Self {
            #place = meta;
            self
        }
    })
}

/// The method that makes the structure. It can only fail where a member is required.
fn build(structure: &Structure) -> TokenStream {
    let name = &structure.name;
    let text = name.as_str();
    let docs = line(&format!("Builds the [`{text}`]."));
    if structure.is_all_optional() {
        return quote! {
            #docs
            pub fn build(self) -> #name {
                self.value
            }
        };
    }
    let fields = structure.fields.iter().map(built_field);
    let kept = kept_field(structure);
    let value = quote!(#name { #(#fields)* #kept });
    let required: Vec<_> = structure
        .fields
        .iter()
        .filter(|field| field.presence == Presence::Required)
        .collect();
    if required.is_empty() {
        return quote! {
            #docs
            pub fn build(self) -> #name {
                #value
            }
        };
    }
    let checks = required.iter().map(|field| {
        let name = &field.name;
        let text = field.name.as_str();
        quote!(build::require(#text, self.#name.is_some())?;)
    });
    let docs = line("Builds the structure; a required member that was not set is an error.");
    quote! {
        #docs
        pub fn build(self) -> Result<#name, BuildError> {
            #(#checks)*
            Ok(self.finish())
        }
        #[doc = " Builds it with defaults in place of what is missing, as answers are read."]
        pub(crate) fn finish(self) -> #name {
            #value
        }
    }
}

/// The expression that ends the reading of an answer into a builder.
pub(super) fn finished(structure: &Structure, builder: TokenStream) -> TokenStream {
    if structure.has_required() {
        quote!(#builder.finish())
    } else {
        quote!(#builder.build())
    }
}

fn kept_field(structure: &Structure) -> TokenStream {
    match structure.keeps {
        Keeps::Nothing => quote!(),
        Keeps::RequestId => quote!(request_id: None,),
        Keeps::ErrorMetadata => quote!(meta: self.meta,),
    }
}

/// A field of the structure being built. A required member that is missing becomes the type's default.
fn built_field(field: &Field) -> TokenStream {
    let name = &field.name;
    let value = match &field.presence {
        Presence::Optional => quote!(self.#name),
        Presence::Required => absent(field, &quote!(self.#name)),
        Presence::Defaulted(default) => defaulted(field, default),
    };
    quote!(#name: #value,)
}
