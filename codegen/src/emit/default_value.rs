//! What stands in a structure for a member that was not given.

use proc_macro2::TokenStream;
use quote::quote;

use crate::ir::{DefaultValue, DocumentValue, Field, Type};

/// A value in place of a required member that an answer left out.
pub(super) fn absent(field: &Field, value: &TokenStream) -> TokenStream {
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
pub(super) fn defaulted(field: &Field, default: &DefaultValue) -> TokenStream {
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
        DefaultValue::Document(DocumentValue::Boolean(value)) => {
            quote!(self.#name.unwrap_or(Document::Bool(#value)))
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
