//! Builders: setters once for each member, and what is made of them.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use super::docs::{deprecated, line, summary};
use super::structure::{article, debug_impl, optional_type};
use crate::ir::{DefaultValue, DocumentValue, Field, Keeps, Name, Presence, Structure, Type};

/// The builder of a type, an output or an error.
///
/// Where every member may be absent it holds the structure itself; else an `Option` for each member.
pub(super) fn builder(structure: &Structure, builder: &Name) -> TokenStream {
    let definition =
        if structure.is_all_optional() { wrapping(structure, builder) } else { collecting(structure, builder) };
    let setters = structure.fields.iter().map(|field| setters(field, &slot(structure, field)));
    let kept = kept_setters(structure);
    let build = build(structure);
    let finish = structure_is_read(structure).then(|| finish(structure));
    quote! {
        #definition
        impl #builder {
            #(#setters)*
            #kept
            #build
            #finish
        }
    }
}

/// Whether answers are read into the builder rather than into the structure itself.
fn structure_is_read(structure: &Structure) -> bool {
    !structure.is_all_optional() && (structure.in_responses || structure.keeps != Keeps::Nothing)
}

/// The place in the builder where a member is kept.
pub(super) fn slot(structure: &Structure, field: &Field) -> TokenStream {
    let name = &field.name;
    if structure.is_all_optional() { quote!(self.value.#name) } else { quote!(self.#name) }
}

fn docs(structure: &Structure) -> TokenStream {
    line(&format!("Builds {} [`{}`].", article(&structure.name), structure.name.as_str()))
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
    let kept = match structure.keeps {
        Keeps::Nothing => quote!(),
        Keeps::RequestId => quote!(request_id: Option<String>,),
        Keeps::ErrorMetadata => quote!(meta: ErrorMetadata,),
    };
    let hides = structure.hides_something();
    let debug = (!hides).then(|| quote!(Debug,));
    let debug_impl = hides.then(|| {
        let fields = structure.fields.iter().map(|field| (field, slot(structure, field)));
        debug_impl(builder, &quote!(), fields, structure.sensitive)
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

/// The three methods of a member: one that sets it or adds to it, `set_`, and `get_`.
pub(super) fn setters(field: &Field, slot: &TokenStream) -> TokenStream {
    let setter = setter(field, slot);
    let name = field.name.as_str();
    let parameter = &field.name;
    let set = field.name.prefixed("set_");
    let get = field.name.prefixed("get_");
    let ty = optional_type(field);
    let deprecated = deprecated(field.deprecated.as_ref());
    let set_docs = line(&format!("Sets or clears `{name}`."));
    let get_docs = line(&format!("The value of `{name}` so far."));
    quote! {
        #setter
        #set_docs
        #deprecated
        pub fn #set(mut self, #parameter: #ty) -> Self {
            #slot = #parameter;
            self
        }
        #get_docs
        #deprecated
        pub fn #get(&self) -> &#ty {
            &#slot
        }
    }
}

fn setter(field: &Field, slot: &TokenStream) -> TokenStream {
    let name = &field.name;
    let deprecated = deprecated(field.deprecated.as_ref());
    let (docs, parameters, statement) = match &field.ty {
        Type::List { item, sparse } => {
            let (ty, value) = argument(item, *sparse, &quote!(item));
            let docs = line(&format!("Adds an item to `{}`.", field.name.as_str()));
            (docs, quote!(item: #ty), quote!(#slot.get_or_insert_default().push(#value);))
        }
        Type::Map { key, value, sparse } => {
            let (key_ty, key) = argument(key, false, &quote!(key));
            let (ty, value) = argument(value, *sparse, &quote!(value));
            let docs = line(&format!("Adds an entry to `{}`.", field.name.as_str()));
            let statement = quote!(#slot.get_or_insert_default().insert(#key, #value););
            (docs, quote!(key: #key_ty, value: #ty), statement)
        }
        ty => {
            let (ty, value) = argument(ty, false, &name.to_token_stream());
            let value = if field.boxed { quote!(Box::new(#value)) } else { value };
            (summary(&field.docs), quote!(#name: #ty), quote!(#slot = Some(#value);))
        }
    };
    quote! {
        #docs
        #deprecated
        pub fn #name(mut self, #parameters) -> Self {
            #statement
            self
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

/// Setters for what a structure keeps besides its members.
fn kept_setters(structure: &Structure) -> TokenStream {
    let all_optional = structure.is_all_optional();
    let place = |name: &str| {
        let name = Name::new(name);
        if all_optional { quote!(self.value.#name) } else { quote!(self.#name) }
    };
    match structure.keeps {
        Keeps::Nothing => quote!(),
        Keeps::RequestId => {
            let place = place("request_id");
            quote! {
                #[doc = " The id that the service gave the request; for answers made up in tests."]
                pub fn request_id(mut self, request_id: impl Into<String>) -> Self {
                    #place = Some(request_id.into());
                    self
                }
            }
        }
        Keeps::ErrorMetadata => {
            let place = place("meta");
            quote! {
                #[doc = " Code, message and request id; for errors made up in tests."]
                pub fn meta(mut self, meta: ErrorMetadata) -> Self {
                    #place = meta;
                    self
                }
            }
        }
    }
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
    let fields = structure.fields.iter().map(|field| built_field(field, true));
    let kept = kept_field(structure);
    let value = quote!(#name { #(#fields)* #kept });
    if !structure.fields.iter().any(|field| field.presence == Presence::Required) {
        return quote! {
            #docs
            pub fn build(self) -> #name {
                #value
            }
        };
    }
    quote! {
        #docs
        #[doc = ""]
        #[doc = " # Errors"]
        #[doc = ""]
        #[doc = " A required member was not set; the error names the first."]
        pub fn build(self) -> Result<#name, BuildError> {
            Ok(#value)
        }
    }
}

/// Makes the structure of what an answer held: a required member that it left out becomes the type's default.
fn finish(structure: &Structure) -> TokenStream {
    let name = &structure.name;
    if !structure.fields.iter().any(|field| field.presence == Presence::Required) {
        return quote!();
    }
    let fields = structure.fields.iter().map(|field| built_field(field, false));
    let kept = kept_field(structure);
    quote! {
        fn finish(self) -> #name {
            #name { #(#fields)* #kept }
        }
    }
}

/// The expression that ends the reading of an answer into a builder.
pub(super) fn finished(structure: &Structure, builder: TokenStream) -> TokenStream {
    if structure.fields.iter().any(|field| field.presence == Presence::Required) {
        quote!(#builder.finish())
    } else {
        quote!(#builder.build())
    }
}

fn kept_field(structure: &Structure) -> TokenStream {
    match structure.keeps {
        Keeps::Nothing => quote!(),
        Keeps::RequestId => quote!(request_id: self.request_id,),
        Keeps::ErrorMetadata => quote!(meta: self.meta,),
    }
}

/// A field of the structure being built. If it is `strict`, a missing member is an error.
fn built_field(field: &Field, strict: bool) -> TokenStream {
    let name = &field.name;
    let text = field.name.as_str();
    let value = match (&field.presence, strict) {
        (Presence::Optional, _) => quote!(self.#name),
        (Presence::Required, true) => quote!(build::required(self.#name, #text)?),
        (Presence::Required, false) => absent(field, &quote!(self.#name)),
        (Presence::Defaulted(default), _) => defaulted(field, default),
    };
    quote!(#name: #value,)
}

/// A value in place of a required member that an answer left out.
fn absent(field: &Field, value: &TokenStream) -> TokenStream {
    match &field.ty {
        Type::Enum(_) => quote!(#value.unwrap_or_else(|| "".into())),
        Type::IntEnum(_) => quote!(#value.unwrap_or_else(|| 0.into())),
        Type::Timestamp(_) => quote!(#value.unwrap_or_else(|| DateTime::from_secs(0))),
        Type::Blob => quote!(#value.unwrap_or_else(|| Blob::new(Vec::new()))),
        Type::BigInteger => quote!(#value.unwrap_or_else(|| build::big_number("0"))),
        Type::BigDecimal => quote!(#value.unwrap_or_else(|| build::big_number("0"))),
        _ => quote!(#value.unwrap_or_default()),
    }
}

/// A member with a default.
fn defaulted(field: &Field, default: &DefaultValue) -> TokenStream {
    let name = &field.name;
    let value = quote!(self.#name);
    match default {
        DefaultValue::Zero => absent(field, &value),
        DefaultValue::True => quote!(#value.unwrap_or(true)),
        DefaultValue::Number(number) => {
            let number: TokenStream = number.parse().unwrap_or_default();
            quote!(#value.unwrap_or(#number))
        }
        DefaultValue::String(text) => quote!(#value.unwrap_or_else(|| #text.to_owned())),
        DefaultValue::Enum(_, text) => quote!(#value.unwrap_or_else(|| #text.into())),
        DefaultValue::IntEnum(_, number) => {
            let number = proc_macro2::Literal::i32_unsuffixed(*number);
            quote!(#value.unwrap_or_else(|| #number.into()))
        }
        DefaultValue::Base64(text) => quote!(#value.unwrap_or_else(|| build::blob(#text))),
        DefaultValue::BigNumber(text) => quote!(#value.unwrap_or_else(|| build::big_number(#text))),
        DefaultValue::Timestamp(seconds, 0) => {
            let seconds = proc_macro2::Literal::i64_unsuffixed(*seconds);
            quote!(#value.unwrap_or_else(|| DateTime::from_secs(#seconds)))
        }
        DefaultValue::Timestamp(seconds, nanoseconds) => {
            let seconds = proc_macro2::Literal::i64_unsuffixed(*seconds);
            let nanoseconds = proc_macro2::Literal::u32_unsuffixed(*nanoseconds);
            quote!(#value.unwrap_or_else(|| DateTime::from_secs_and_nanos(#seconds, #nanoseconds)))
        }
        DefaultValue::Document(document) => {
            let document = document_expression(document);
            quote!(#value.unwrap_or_else(|| #document))
        }
    }
}

fn document_expression(document: &DocumentValue) -> TokenStream {
    match document {
        DocumentValue::Boolean(value) => quote!(Document::Bool(#value)),
        DocumentValue::Integer(number) => {
            let number = proc_macro2::Literal::i64_suffixed(*number);
            quote!(Document::from(#number))
        }
        DocumentValue::Float(number) => {
            let number: TokenStream = format!("{number}f64").parse().unwrap_or_default();
            quote!(Document::from(#number))
        }
        DocumentValue::String(text) => quote!(Document::from(#text)),
        DocumentValue::EmptyList => quote!(Document::Array(Vec::new())),
        DocumentValue::EmptyMap => quote!(Document::Object(HashMap::new())),
    }
}
